#ifndef CROSSCHECK_ENGLISH_IRREGULAR_FORMS_H_
#define CROSSCHECK_ENGLISH_IRREGULAR_FORMS_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

// The forms of English that no rule gives, as data. All folded.
namespace crosscheck::english {

// A word and its irregular forms, separated by single spaces. The regular ones (-s, -ing, …) are not listed.
struct IrregularWord {
  absl::string_view base;
  absl::string_view forms;
};

absl::Span<const IrregularWord> IrregularVerbs();    // past tense and participle
absl::Span<const IrregularWord> IrregularPlurals();  // of nouns

// A British spelling and the American one that Lemma folds it to: whole words.
struct SpellingPair {
  absl::string_view british;
  absl::string_view american;
};
absl::Span<const SpellingPair> SpellingPairs();

// Words that look inflected and are not ("news", "united", "morning"): Lemma keeps them.
absl::Span<const absl::string_view> UninflectedWords();
// Stems to which a final -e comes back when -ed or -ing is taken off, where the general rule would not add it ("unit").
absl::Span<const absl::string_view> StemsWithE();
// Stems that take no -e where the general rule would add it ("focus", "monitor").
absl::Span<const absl::string_view> StemsWithoutE();
// Verbs whose final consonant doubles though their last syllable is unstressed or long in spelling ("cancel"), and
// those that end in -ll only before -ed and -ing ("control").
absl::Span<const absl::string_view> DoublingVerbs();
// Nouns in -us and -as whose plural is -uses, -ases ("virus"), and nouns in -che whose plural is -ches ("headache").
absl::Span<const absl::string_view> NounsInS();
absl::Span<const absl::string_view> NounsInChe();
// Verbs in -ise that are never written -ize ("advise").
absl::Span<const absl::string_view> VerbsInIse();
// Roots in -our that American spelling writes -or ("labour").
absl::Span<const absl::string_view> RootsInOur();

}  // namespace crosscheck::english

#endif  // CROSSCHECK_ENGLISH_IRREGULAR_FORMS_H_
