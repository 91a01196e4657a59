#ifndef CROSSCHECK_COMPARE_CLAUSE_H_
#define CROSSCHECK_COMPARE_CLAUSE_H_

#include <bitset>
#include <cstdint>
#include <vector>

#include "claim/analysis.h"
#include "claim/modality.h"

// What comparisons of words ask of a sentence: which content words stand where, what two stretches share, and whether
// what is said at a word is said at all.
namespace crosscheck {

// The senses of the content words in [first, last), sorted, each once; numbers and function words left out.
std::vector<WordId> ContentSenses(const Sentence& sentence, uint32_t first, uint32_t last);

// Summed weight (Analysis::Weight) of the senses that both sorted lists have.
double SharedWeight(const Analysis& analysis, const std::vector<WordId>& a, const std::vector<WordId>& b);

// A word of the thesaurus, with a bit for each of its meanings: most pairs of words have no bit in common, and so no
// meaning.
struct KinWord {
  WordId word = 0;
  std::bitset<256> senses;
  std::bitset<256> broader;
};
using KinWords = std::vector<KinWord>;
// Those of a sorted list that the thesaurus has.
KinWords KinWordsOf(const Analysis& analysis, const std::vector<WordId>& words);

// Summed weight of what the words that only one list has are kin to among those that only the other has: "purchase" for
// "buy", "blaze" for "fire", each word once. Both sorted.
double KinWeight(const Analysis& analysis, const KinWords& a, const KinWords& b);
double KinWeight(const Analysis& analysis, const std::vector<WordId>& a, const std::vector<WordId>& b);

size_t SharedCount(const std::vector<WordId>& a, const std::vector<WordId>& b);

// The span of the words [first, last), cut to `most` bytes at the end.
TextSpan SpanOfWords(const Sentence& sentence, uint32_t first, uint32_t last, size_t most = 200);

// First and one past the last word of the clause that `word` is in.
std::pair<uint32_t, uint32_t> ClauseAround(const Sentence& sentence, uint32_t word);

bool IsHeadline(const Sentence& sentence);  // title, dek, caption or list item

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_CLAUSE_H_
