#ifndef CROSSCHECK_CLAIM_CLAIM_TRACE_H_
#define CROSSCHECK_CLAIM_CLAIM_TRACE_H_

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "match/abstraction.h"
#include "match/matcher.h"

namespace crosscheck {

// What became of one match of a pattern.
struct MatchStep {
  enum class Outcome : uint8_t {
    kClaim,
    kVetoed,   // by an `unless`
    kZone,     // the rule does not look at this zone
    kNoValue,  // the pattern captured no value, and the rule has no constant one
  };
  PatternMatch match;
  Outcome outcome = Outcome::kClaim;
  uint32_t unless = 0;  // kVetoed: which of the owner's patterns
  TextSpan by;          // kVetoed: what that matched, in the segment's text
  int claim = -1;       // kClaim: index into the claims made
};

// One sentence as the patterns saw it, and what they made of it.
struct SentenceTrace {
  uint32_t document = 0;  // index into Analysis::documents
  uint32_t sentence = 0;  // index into its sentences
  AbstractedSegment segment;
  std::vector<MatchStep> steps;  // those that made a claim or could have, then those that an `unless` forbade
};

// Filled by MakeNamedClaims.
struct ClaimTrace {
  std::set<std::pair<uint32_t, uint32_t>> wanted;  // documents and sentences; none stands for all
  std::vector<SentenceTrace> sentences;            // in order

  bool Wants(uint32_t document, uint32_t sentence) const {
    return wanted.empty() || wanted.contains({document, sentence});
  }
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_CLAIM_TRACE_H_
