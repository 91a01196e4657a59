#ifndef CROSSCHECK_COMPARE_EVENT_LINKS_H_
#define CROSSCHECK_COMPARE_EVENT_LINKS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compare/event_mentions.h"

namespace crosscheck {

// Words of one sentence.
struct WordsAt {
  uint32_t sentence = 0;
  uint32_t first = 0, last = 0;  // half-open
};

// What a document says of two of its events: one before the other, or within the time that it takes.
struct EventLink {
  uint32_t earlier = 0, later = 0;  // indices into EventTale::events; of `during`, earlier is what takes time
  bool during = false;
  std::optional<int64_t> least, most;  // minutes between them, where they are told
  WordsAt evidence;
};

// When an event was: minutes since 1970-01-01, or since the midnight of a day of the text that is known by number only.
struct EventMoment {
  uint32_t event = 0;  // index into EventTale::events
  int64_t low = 0, high = 0;
  int day = -1;  // -1: since 1970
  bool clock = false;
  WordsAt evidence;
};

// The events of a document, and what it says of their order.
struct EventTale {
  std::vector<EventMention> events;
  std::vector<EventLink> links;
  std::vector<EventMoment> moments;
};
// Linear in the text. Headlines, captions and tables are left out.
EventTale ReadTale(const Analysis& analysis, const EventFinder& finder, uint32_t document);

// "two days", "half an hour", "hours": a span of time in minutes, as far as its wording is exact.
struct Offset {
  uint32_t first = 0, last = 0;  // words, half-open
  int64_t least = 0;
  std::optional<int64_t> most;
};
// The one whose last word stands before word `end`.
std::optional<Offset> OffsetBefore(const Sentence& sentence, uint32_t end);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_EVENT_LINKS_H_
