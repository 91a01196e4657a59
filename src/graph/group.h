#ifndef CROSSCHECK_GRAPH_GROUP_H_
#define CROSSCHECK_GRAPH_GROUP_H_

#include <vector>

#include "compare/relation.h"
#include "crosscheck/report.h"

namespace crosscheck {

// One finding for each question in which claims disagree: relations of one rule and question that hang together through
// a claim. Its positions are sets of claims that agree pairwise: agreement is not transitive (15, 15-16, 16), so a
// position is never read off a connected component. Voices are documents; findings come in no order, without
// fingerprint.
std::vector<Finding> GroupRelations(const std::vector<Claim>& claims, const std::vector<Relation>& relations);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_GROUP_H_
