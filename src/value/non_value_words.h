#ifndef CROSSCHECK_VALUE_NON_VALUE_WORDS_H_
#define CROSSCHECK_VALUE_NON_VALUE_WORDS_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "value/token.h"

namespace crosscheck {

// What a word tells about the figure beside it; non_value_words.inc has the words of each.
enum class NonValueWord : uint8_t {
  kSuffix = 1,
  kPrefix = 2,
  kLabel = 4,
  kRank = 8,
  kCalendar = 16,
  kStreet = 32,
  kPhoneCue = 64,
  kIdentifierCue = 128,
};
bool IsNonValueWord(NonValueWord role, absl::string_view folded);
// Whether one of the `reach` + 1 tokens before `at` is such a word.
bool HasNonValueWord(const TokenStream& stream, size_t at, NonValueWord role, size_t reach);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_NON_VALUE_WORDS_H_
