#ifndef CROSSCHECK_COMPARE_NAMED_H_
#define CROSSCHECK_COMPARE_NAMED_H_

#include <vector>

#include "claim/analysis.h"
#include "claim/named_claims.h"
#include "compare/relation.h"

namespace crosscheck {

// Holds the claims of named rules against each other, question by question, and the claims of attributes that a
// relation rule joins. All claims go to the sink, whether they meet another or not.
void CompareNamedClaims(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink);

// The claims of attributes that a relation rule joins by `check`: excludes, implies, order, sum.
void CompareRelated(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink);

// The same for the states of status machines.
void CompareStatuses(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink);

// A message's slots filled: {a.document}, {a.value}, {b.document}, {b.value}, {subject}, {attribute}, {reason} where
// one is given, and {a.x} and {b.x} for each x of the claim's scope, nothing where it has none.
std::string FillMessage(const Analysis& analysis, absl::string_view text, const Claim& a, const Claim& b,
                        absl::string_view reason = "");

// A claim and the document that makes it (an index into Analysis::documents).
struct ClaimOf {
  const Claim& claim;
  uint32_t document = 0;
};

// The contradiction that an aligned rule finds between two claims: its id, type and severity, its message and ask
// filled
// ({reason} too). Claims, question and, where it is no contradiction, kind are the caller's to set.
Relation MakeRelation(const Analysis& analysis, const Rule& rule, const ClaimOf& a, const ClaimOf& b,
                      absl::string_view reason);

// Whether two documents of the analysis may be compared at all: of one event.
bool MayCompare(const Analysis& analysis, uint32_t a, uint32_t b);
// Why they may or may not, in words.
std::string EventWords(const Analysis& analysis, uint32_t a, uint32_t b);

// A severity lowered to a warning where no draft is among the two documents: between sources nobody's copy is at stake.
Severity SeverityFor(const Analysis& analysis, Severity wanted, uint32_t a, uint32_t b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_NAMED_H_
