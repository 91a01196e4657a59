#ifndef CROSSCHECK_VALUE_NUMBER_WORDS_H_
#define CROSSCHECK_VALUE_NUMBER_WORDS_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace crosscheck {

// A word that is a number or a part of one. Folded.
struct NumberWord {
  enum class Kind : uint8_t {
    kUnit,         // zero … nine
    kTeen,         // ten … nineteen
    kTens,         // twenty … ninety
    kHundred,      // value 100
    kDozen,        // value 12
    kScale,        // thousand, million, lakh …: value is the power of ten
    kLetterScale,  // k, bn, mln …: the same, after digits only
    kOrdinal,      // first, fifth, thirtieth, hundredth; denominators too
    kDenominator,  // half, quarter, and the plurals: thirds, eighths
  };
  absl::string_view text;
  Kind kind;
  int64_t value;
};

// The row of `folded`, or nullptr.
const NumberWord* FindNumberWord(absl::string_view folded);

// Every row, and the tens and units that are written as one word ("twentyone", "fortysecond").
absl::Span<const NumberWord> NumberWords();

// "½" -> 1/2. False where `mark` is no vulgar fraction of Unicode's Number Forms or Latin-1 blocks.
bool FindVulgarFraction(absl::string_view mark, int& numerator, int& denominator);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_NUMBER_WORDS_H_
