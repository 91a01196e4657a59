#ifndef CROSSCHECK_GRAPH_GROUP_H_
#define CROSSCHECK_GRAPH_GROUP_H_

#include <vector>

#include "compare/relation.h"
#include "crosscheck/report.h"

namespace crosscheck {

// One finding for each question in which claims disagree: relations of one rule and question that hang together through
// a claim. Its positions are maximal sets of claims that can all be true (positions.h), most voices first, with a
// ranking. Documents that a later version replaced take no part (`replaced_by`), but a draft that repeats what one of
// them had is told so. Voices are those of `documents`. Findings come in no order, without fingerprint.
std::vector<Finding> GroupRelations(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims,
                                    const std::vector<Relation>& relations);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_GROUP_H_
