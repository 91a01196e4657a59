#ifndef CROSSCHECK_GRAPH_REPAIR_H_
#define CROSSCHECK_GRAPH_REPAIR_H_

#include "crosscheck/report.h"

namespace crosscheck {

// The least set of places of the draft whose change would leave no contradiction in which the draft takes part; of all
// documents where none is a draft. A place is what overlapping claims of one document cover: one edit. Of two sets of
// one size, the one for which less speaks (trust, verdicts) is to change. Notes and related measures are no
// contradictions. REQUIRES: `report` has documents with voices, claims, and findings with conflicts and fingerprints.
Repair FindRepair(const Report& report);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_REPAIR_H_
