#ifndef CROSSCHECK_ENGLISH_ABBREVIATIONS_H_
#define CROSSCHECK_ENGLISH_ABBREVIATIONS_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace crosscheck::english {

// What follows an abbreviation tells whether its stop also ends a sentence.
enum class AbbreviationKind : uint8_t {
  kNone,          // not an abbreviation
  kBeforeName,    // "Mr.", "Gen.", "vs.": goes on with a name or a word; never ends a sentence
  kBeforeNumber,  // "No.", "Jan.": goes on where a number follows
  kHour,          // "a.m.", "p.m.": ends the sentence before a capital, but for time zones and days
  kMayEnd,        // "Inc.", "Calif.": ends the sentence only before a word that opens sentences ("The", "Police said")
  kCountry,       // "U.S.": the same, but common words may follow inside a sentence ("U.S. Police Corps")
};

// Of a folded word without its last stop: "mr", "u.s". Single letters with stops between ("n.a.t.o") are kMayEnd.
AbbreviationKind KindOfAbbreviation(absl::string_view word_without_last_stop);

}  // namespace crosscheck::english

#endif  // CROSSCHECK_ENGLISH_ABBREVIATIONS_H_
