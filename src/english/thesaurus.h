#ifndef CROSSCHECK_ENGLISH_THESAURUS_H_
#define CROSSCHECK_ENGLISH_THESAURUS_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

// Which words can stand for one another, after WordNet 3.0 (package wordnet-base), of which the
// build makes a table. Lemmas in, as english::Lemma gives them. Nothing is read at run time; thread-safe.
namespace crosscheck::english {

// The commonest meanings of a lemma, as numbers, sorted; empty for a word that the thesaurus does not have.
struct Meanings {
  absl::Span<const uint32_t> senses;
  absl::Span<const uint32_t> broader;  // what the commonest one of each part of speech is a kind of
};
Meanings MeaningsOf(absl::string_view lemma);

// How far one word may stand for the other: 1 where they share a meaning ("buy", "purchase"), 0.5 where one is a kind
// of the other ("blaze", "fire"), else 0.
double Kinship(const Meanings& a, const Meanings& b);

}  // namespace crosscheck::english

#endif  // CROSSCHECK_ENGLISH_THESAURUS_H_
