#ifndef CROSSCHECK_GRAPH_SUM_FINDINGS_H_
#define CROSSCHECK_GRAPH_SUM_FINDINGS_H_

#include <vector>

#include "compare/relation.h"
#include "crosscheck/report.h"

namespace crosscheck {

// For the finding of a sum that does not work out: adds to its reason what each figure would have to be, and which
// figure of another document, where it contradicts one of the sum's, makes the sum work out. Nothing is added where the
// figures are no plain numbers. REQUIRES: the whole has the canonical value "stated", the parts "follows".
void ExplainSum(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims,
                const std::vector<Relation>& relations, Finding& finding);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_SUM_FINDINGS_H_
