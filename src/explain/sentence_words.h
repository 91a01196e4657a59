#ifndef CROSSCHECK_EXPLAIN_SENTENCE_WORDS_H_
#define CROSSCHECK_EXPLAIN_SENTENCE_WORDS_H_

#include <string>

#include "claim/analysis.h"
#include "claim/claim_trace.h"
#include "crosscheck/explanation.h"

namespace crosscheck {

// What a sentence holds before any rule looks at it: zone, values, names, and the figures that are no value and why.
ExplainedSentence DescribeSentence(const Analysis& analysis, const SentenceTrace& trace);

// A segment of boilerplate, in which nothing is looked for.
ExplainedSentence DescribeBoilerplate(const DocumentAnalysis& document, uint32_t segment);

// A claim in words: "the revenue of ‘acme’ is “$3 million” (3000000 USD); stated".
std::string ClaimWords(const Analysis& analysis, const Claim& claim);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXPLAIN_SENTENCE_WORDS_H_
