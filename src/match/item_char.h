#ifndef CROSSCHECK_MATCH_ITEM_CHAR_H_
#define CROSSCHECK_MATCH_ITEM_CHAR_H_

#include "absl/strings/string_view.h"
#include "rule/slot_types.h"

// The private-use characters that stand for items in abstracted text.
namespace crosscheck {

// U+E000 and on: the built-in types, in the order of kSlotTypes. Three bytes of UTF-8.
inline constexpr char32_t kFirstTypeChar = 0xE000;
// A name of any other type; the matcher puts the character of its entity or type, U+F0001 and on, in its place. Four
// bytes of UTF-8 all of them, so that no offset changes.
inline constexpr char32_t kOtherNameChar = 0xF0000;
inline constexpr char32_t kLastItemChar = 0xFFFFD;

inline char32_t ItemChar(absl::string_view type) {
  char32_t c = kFirstTypeChar;
  for (const SlotType& row : kSlotTypes) {
    if (row.name == type) return c;
    ++c;
  }
  return kOtherNameChar;
}

inline bool IsItemChar(char32_t c) {
  return (c >= kFirstTypeChar && c < kFirstTypeChar + std::size(kSlotTypes)) ||
         (c >= kOtherNameChar && c <= kLastItemChar);
}

}  // namespace crosscheck

#endif  // CROSSCHECK_MATCH_ITEM_CHAR_H_
