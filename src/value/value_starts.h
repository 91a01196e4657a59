#ifndef CROSSCHECK_VALUE_VALUE_STARTS_H_
#define CROSSCHECK_VALUE_VALUE_STARTS_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "value/token.h"

namespace crosscheck {

// What a word may begin, so that most words cost one look.
enum Start : uint16_t {
  kStartsNumber = 1,
  kStartsModifier = 2,
  kStartsCurrency = 4,
  kStartsRange = 8,
  kStartsAge = 16,
  kStartsDecade = 32,
  kStartsVague = 64,
  kStartsClock = 128,
  kStartsHalf = 256,
  kStartsOrdinal = 512,
};

// The kinds of reading that the word may begin, a sum of Start; 0 for most words.
uint16_t WordStarts(absl::string_view word);
// Marks that a value may begin with: those of the tables, signs, the stop of ".5", and all beyond ASCII.
bool MarkMayStart(const Token& mark, const Token& next);
// "all four years", "a full day", "another week".
bool StartsDuration(absl::string_view word);
// Whether any value may begin with the token: most are passed over after one look.
bool MayStart(const Token& token);

// Whether a value can begin with "a" or "an" before this token: "a hundred", "a third", "a mile", "a dime", "a few".
// True for a few words after which none begins.
bool MayFollowArticle(const Token& token);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_VALUE_STARTS_H_
