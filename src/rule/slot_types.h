#ifndef CROSSCHECK_RULE_SLOT_TYPES_H_
#define CROSSCHECK_RULE_SLOT_TYPES_H_

#include "absl/strings/string_view.h"

namespace crosscheck {

// The types that a slot can name without a definition in a rule file. Beside these: the id of an entity, and the type
// of one. "value" is any of the values, "name" any name or entity.
struct SlotType {
  absl::string_view name;
  bool is_value = false;
};
inline constexpr SlotType kSlotTypes[] = {
    {"money", true},    {"number", true}, {"percent", true},  {"points", true}, {"ordinal", true},
    {"quantity", true}, {"date", true},   {"duration", true}, {"age", true},    {"time", true},
    {"score", true},    {"org", false},   {"person", false},  {"place", false}, {"name", false},
};
inline constexpr absl::string_view kAnyValue = "value";
inline constexpr absl::string_view kAnyName = "name";
inline constexpr absl::string_view kFreeText = "text";  // one to five words

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_SLOT_TYPES_H_
