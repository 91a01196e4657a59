#ifndef CROSSCHECK_COMPARE_TELLING_WORDS_H_
#define CROSSCHECK_COMPARE_TELLING_WORDS_H_

#include <vector>

#include "claim/analysis.h"

namespace crosscheck {

// The words of a sentence that tell what it is about, as sorted senses: no function words, none of the commonest words
// of news, no words of names. Figures count.
std::vector<WordId> TellingWords(const Analysis& analysis, const Sentence& sentence);

// The number of words in both of two sorted lists.
int SharedWords(const std::vector<WordId>& a, const std::vector<WordId>& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_TELLING_WORDS_H_
