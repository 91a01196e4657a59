#ifndef CROSSCHECK_MATCH_ABSTRACTION_H_
#define CROSSCHECK_MATCH_ABSTRACTION_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/text_span.h"

namespace crosscheck {

// Something in a segment that a pattern's slot can hold: a typed value or a named entity.
struct SlotItem {
  std::string type;    // slot type as rules write it: "money", "number", "org", "person", "name", an entity's id, …
  TextSpan span;       // in the segment's text
  uint32_t index = 0;  // the caller's own index of the mention or name
};

// A segment as rules see it: folded, and with each item replaced by one private-use character of its type.
struct AbstractedSegment {
  std::string text;              // UTF-8
  std::vector<TextSpan> source;  // for each byte of `text`, the span of the segment's text it came from
  std::vector<int32_t> item_at;  // for each byte of `text` where an item begins, its index in items; else -1
  std::vector<SlotItem> items;
};

// Items must be sorted by span and must not overlap.
AbstractedSegment Abstract(absl::string_view segment_text, std::vector<SlotItem> items);

}  // namespace crosscheck

#endif  // CROSSCHECK_MATCH_ABSTRACTION_H_
