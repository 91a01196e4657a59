#ifndef CROSSCHECK_ENGLISH_ENGLISH_H_
#define CROSSCHECK_ENGLISH_ENGLISH_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

// What the program knows of the English language: all of it behind this module, so that a second language can
// stand beside it. Every argument and result is folded text (base/utf8.h, Fold).
namespace crosscheck::english {

// All inflected forms of a word, itself among them, sorted: "cut" -> cut, cuts, cutting; "buy" -> bought, …;
// nouns get their plural and possessive-free forms, verbs -s, -ed, -ing, irregular ones from a table.
// Wide on purpose: forms that do not exist do no harm to a matcher.
std::vector<std::string> Inflections(absl::string_view word);

// The dictionary form of a word, irregular verbs and plurals looked up, regular endings taken off:
// "bought" -> buy, "licences" -> license (British spellings too), "people" -> person.
std::string Lemma(absl::string_view word);

// How common a lemma is in news: 3 a function word, 2 one of the few hundred commonest, 1 one of the next, 0 the rest.
int Commonness(absl::string_view lemma);

bool IsStopWord(absl::string_view word);   // the, of, and, …
bool IsMonthName(absl::string_view word);  // "july", "jul", "sept"
bool IsWeekdayName(absl::string_view word);
// "mr", "u.s", "inc", "gen", "no": a full stop after it does not by itself end a sentence.
bool IsAbbreviation(absl::string_view word_without_last_stop);

}  // namespace crosscheck::english

#endif  // CROSSCHECK_ENGLISH_ENGLISH_H_
