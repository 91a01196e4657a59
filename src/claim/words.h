#ifndef CROSSCHECK_CLAIM_WORDS_H_
#define CROSSCHECK_CLAIM_WORDS_H_

#include "claim/analysis.h"

namespace crosscheck {

// Fills words, folded and clause of a sentence whose text is set. Linear.
void SplitWords(Sentence& sentence, Interner& interner);

// The words that overlap a span of the segment's text: [first, last).
std::pair<uint32_t, uint32_t> WordsIn(const Sentence& sentence, TextSpan span);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_WORDS_H_
