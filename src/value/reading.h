#ifndef CROSSCHECK_VALUE_READING_H_
#define CROSSCHECK_VALUE_READING_H_

#include <cstddef>
#include <optional>

#include "crosscheck/value.h"
#include "value/mention.h"
#include "value/token.h"

namespace crosscheck {

// A value that a reader found at a token: the tokens [first, last) carry it, [phrase_first, phrase_last) hold it with
// its approximator and noun.
struct Reading {
  Value value;
  size_t first = 0, last = 0;
  size_t phrase_first = 0, phrase_last = 0;
};

class NumberHere;

// A plain number, in digits or words, with scale: "1,200.5", "15 million", "half a dozen", "twenty-one", "2 1/2", "½".
// No unit, no modifier. `value.step` is set.
std::optional<Reading> ReadPlainNumber(const TokenStream& stream, size_t at);  // number.cc

// Each reads one value that begins exactly at token `at`, the longest, or nothing.
std::optional<Reading> ReadDate(const TokenStream& stream, size_t at, const ReadOptions& options);  // date.cc
// `number` is the number at `at`.
std::optional<Reading> ReadDuration(const TokenStream& stream, size_t at, NumberHere& number);  // duration.cc
std::optional<Reading> ReadClockTime(const TokenStream& stream, size_t at,
                                     const ReadOptions& options);  // clock_time.cc

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_READING_H_
