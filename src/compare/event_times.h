#ifndef CROSSCHECK_COMPARE_EVENT_TIMES_H_
#define CROSSCHECK_COMPARE_EVENT_TIMES_H_

#include <cstdint>
#include <optional>

#include "claim/analysis.h"
#include "value/calendar.h"

namespace crosscheck {

// What happened at a clock time or on a day, as far as the words beside it say: a group of the lexicon of event classes
// ("occurred", "called", "died").
struct EventClass {
  uint16_t group = 0;
  LexiconHit hit;  // the words that say it
};

// The class of the event that a time or date of a sentence is the time of; nullopt where no word of the lexicon stands
// near enough.
std::optional<EventClass> ClassOfEvent(const DocumentAnalysis& document, const ValueMention& value, LexiconId classes);

// A day: resolved, or by the name of its weekday alone where the day of the text is not known.
struct EventDay {
  std::optional<DayInterval> days;
  int8_t weekday = -1;
  bool Meets(const EventDay& other) const {
    if (days && other.days) return days->low < other.days->high && other.days->low < days->high;
    return weekday >= 0 && weekday == other.weekday;
  }
};

// The day of a clock time: the date that stands next to it in its sentence, else the first of the lead; nullopt where
// none is told.
std::optional<EventDay> DayOfTime(const DocumentAnalysis& document, const ValueMention& time);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_EVENT_TIMES_H_
