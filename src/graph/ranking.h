#ifndef CROSSCHECK_GRAPH_RANKING_H_
#define CROSSCHECK_GRAPH_RANKING_H_

#include <vector>

#include "crosscheck/report.h"

namespace crosscheck {

// Counts the voices of each position of a finding, puts the positions in order (most voices first, then the draft's,
// most trust, most documents, first place) and fills `ranking`. The draft has no vote in `trust`: it is what is
// checked.
void RankPositions(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims, Finding& finding);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_RANKING_H_
