#ifndef CROSSCHECK_COMPARE_TIME_FACTS_H_
#define CROSSCHECK_COMPARE_TIME_FACTS_H_

#include <vector>

#include "claim/named_claims.h"
#include "compare/relation.h"

namespace crosscheck {

// What named rules say of the order of events, as facts of the sink: of `before` and `after` the subject came before or
// after the value; where the value is a duration, by so much before or after what is captured as `event`. Dates that
// rules of comparison `date` give to an event of which an order is known are facts too. Only what is stated as a fact;
// events of documents that do not tell of one event are kept apart.
void CollectTimeFacts(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_TIME_FACTS_H_
