#ifndef CROSSCHECK_CLAIM_CLAIM_SCOPE_H_
#define CROSSCHECK_CLAIM_CLAIM_SCOPE_H_

#include "claim/named_claims.h"

namespace crosscheck {

// What the rule's `scope` reads from the sentence of a claim, put into the claim's scope: the nearest other date as the
// period ("2024-01-01/2025-01-01" from its first day to the day after its last, or its words where it is not known
// which), the nearest place, the first word of each list that stands there. Nothing where the sentence has none. Value
// and subject of the claim must be set.
void AddScope(const Analysis& analysis, const Rule& rule, NamedClaim& made);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_CLAIM_SCOPE_H_
