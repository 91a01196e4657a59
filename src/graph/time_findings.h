#ifndef CROSSCHECK_GRAPH_TIME_FINDINGS_H_
#define CROSSCHECK_GRAPH_TIME_FINDINGS_H_

#include <vector>

#include "compare/relation.h"
#include "crosscheck/report.h"

namespace crosscheck {

// Adds a finding for each circle of orders, and for each set of dates, orders and durations that cannot all be
// (time_order.h). Its positions are the claims of the circle, one each; it has no conflicts of two, because any one of
// the claims may be the wrong one. Documents that a later version replaced take no part. What a fact has as `told` and
// a finding needs is added to `claims`.
void AddImpossibleTimes(const std::vector<DocumentEntry>& documents, std::vector<Claim>& claims,
                        const std::vector<TimeFact>& facts, std::vector<Finding>& findings);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_TIME_FINDINGS_H_
