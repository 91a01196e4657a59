#ifndef CROSSCHECK_CLAIM_NAMED_CLAIMS_H_
#define CROSSCHECK_CLAIM_NAMED_CLAIMS_H_

#include <cstdint>
#include <vector>

#include "claim/analysis.h"
#include "claim/claim_trace.h"
#include "match/matcher.h"

namespace crosscheck {

// A claim that a pattern of a named rule or of a status machine made.
struct NamedClaim {
  Claim claim;
  PatternMatch::Owner owner = PatternMatch::Owner::kRule;
  uint32_t rule = 0;      // index into RuleSet::rules or ::statuses
  uint32_t state = 0;     // of a status machine
  uint32_t pattern = 0;   // for a status: index among the patterns of all its states, in order
  uint32_t document = 0;  // index into Analysis::documents
  uint32_t sentence = 0;  // index into its sentences
  TextSpan span;          // of the phrase that matched, in the segment's text
  int value = -1;         // index into its values, -1 for a claim of words
  int subject = -1;       // index into Analysis::entities, -1 where the subject is no name
  int value_name = -1;    // the same, of a value that is a name
};

// A sentence as patterns see it. Of items that overlap, the first that begins. `names` tells, for each item, which of
// the sentence's names it is; -1 for a value.
struct SentenceItems {
  AbstractedSegment segment;
  std::vector<int> names;   // by item: index into Sentence::names, or -1
  std::vector<int> values;  // by item: index into DocumentAnalysis::values, or -1
};
SentenceItems AbstractSentence(const Analysis& analysis, const DocumentAnalysis& document, const Sentence& sentence);

// All matches of the named rules, as claims; in order of document, sentence, rule, position. Fills `trace`, where one
// is given, for the sentences that it wants.
std::vector<NamedClaim> MakeNamedClaims(const Analysis& analysis, const Matcher& matcher, ClaimTrace* trace = nullptr);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_NAMED_CLAIMS_H_
