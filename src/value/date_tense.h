#ifndef CROSSCHECK_VALUE_DATE_TENSE_H_
#define CROSSCHECK_VALUE_DATE_TENSE_H_

#include <cstddef>
#include <cstdint>

#include "value/date_words.h"

namespace crosscheck {

// Where a clause lies in time, as far as its words say.
enum class Tense : uint8_t {
  kFragment,  // hardly any other word: a cell, a label
  kUnsaid,    // words, but none that tells
  kPast,
  kFuture
};

// The tense around the tokens [first, last), from the nearest word that tells, those before it first: at most 25
// tokens either way and never beyond the sentence.
Tense ReadTense(const TokenView& tokens, size_t first, size_t last);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_DATE_TENSE_H_
