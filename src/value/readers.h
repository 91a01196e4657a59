#ifndef CROSSCHECK_VALUE_READERS_H_
#define CROSSCHECK_VALUE_READERS_H_

#include <cstddef>
#include <optional>
#include <string>

#include "value/number.h"
#include "value/reading.h"
#include "value/token.h"

namespace crosscheck {

// "third", "21st", "twenty-first", "one hundred and fifth", with the noun that is ranked.
std::optional<Reading> ReadOrdinal(const TokenStream& stream, size_t at);
// "dozens", "hundreds of thousands", "several hundred", "tens of millions of dollars": low is what is surely meant,
// high is open.
std::optional<Reading> ReadVague(const TokenStream& stream, size_t at);
// "one in five", "3 out of 4", "one over three"; `number` is the number at `at`.
// Votes on two sides as one score: "182 in favour, 131 against", "ayes 4, noes 1", "61 votes to 44".
std::optional<Reading> ReadTally(const TokenStream& stream, size_t at);
std::optional<Reading> ReadRatio(const TokenStream& stream, size_t at, NumberHere& number);
// "half of", "nearly half": half as a number of its own.
std::optional<Reading> ReadHalf(const TokenStream& stream, size_t at);
// "aged 54", "at the age of 9", "ages 5 to 11", from the cue on.
std::optional<Reading> ReadCuedAge(const TokenStream& stream, size_t at);
// "his 60s", "her early 30s", from the possessive on.
std::optional<Reading> ReadAgeDecade(const TokenStream& stream, size_t at);
// "34" of "Ann Lee, 34, was": from the figure on.
std::optional<Reading> ReadAppositiveAge(const TokenStream& stream, size_t at);

// The counted noun after a value whose last token is before `at`: "people" of "12 young people". Sets `last`.
std::string FindNoun(const TokenStream& stream, size_t at, bool one, size_t& last);
// A pronoun and not a count: "one" of "no one", "one of", "that one".
bool IsPronounOne(const TokenStream& stream, size_t at);
bool LooksPluralNoun(const Token& token);
// A word that ends a noun phrase or never begins one: "of", "said".
bool EndsNounPhrase(absl::string_view word);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_READERS_H_
