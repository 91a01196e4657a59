#ifndef CROSSCHECK_COMPARE_QUOTE_PAIRS_H_
#define CROSSCHECK_COMPARE_QUOTE_PAIRS_H_

#include <vector>

#include "claim/analysis.h"
#include "compare/speech.h"
#include "compare/word_diff.h"

namespace crosscheck {

// A quotation and the passage of another document (or of another zone of its own) that has most of its words in order.
struct QuotePair {
  uint32_t quotation = 0;   // index into Speech::quotations; side a of the alignment
  uint32_t passage = 0;     // index into Speech::passages; side b
  WordAlignment alignment;  // a: words of the quotation's passage, b: words of the passage
  double coverage = 0;      // share of the shorter text that the aligned stretch takes up, in [0, 1]
};

// For each quotation and each document that it may be compared with, the passage that fits best, where one shares runs
// of words with it. Two quotations are paired once. In order of quotation and document. Linear in the text but for
// passages that share rare runs of words.
std::vector<QuotePair> PairQuotations(const Analysis& analysis, const Speech& speech);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_QUOTE_PAIRS_H_
