#ifndef CROSSCHECK_EXPLAIN_EXPLAIN_H_
#define CROSSCHECK_EXPLAIN_EXPLAIN_H_

#include <vector>

#include "claim/analysis.h"
#include "claim/claim_trace.h"
#include "claim/named_claims.h"
#include "compare/compare_trace.h"
#include "crosscheck/explanation.h"
#include "explain/focus.h"

namespace crosscheck {

// What a check left in its traces about a place.
struct ExplainInput {
  const Analysis& analysis;
  const ExplainRequest& request;
  const Focus& focus;
  const std::vector<NamedClaim>& claims;
  const ClaimTrace& claim_trace;
  const CompareTrace& compare_trace;
};

// Fills all of `explanation` but its report, which is already there. Decides nothing about claims or pairs: it puts the
// traces into words, and asks the matcher how far the patterns get that matched nothing.
void Explain(const ExplainInput& input, Explanation& explanation);

// "" where a rule, relation or status has this id; else what is wrong, with a suggestion.
std::string UnknownRule(const RuleSet& rules, absl::string_view id);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXPLAIN_EXPLAIN_H_
