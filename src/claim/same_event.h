#ifndef CROSSCHECK_CLAIM_SAME_EVENT_H_
#define CROSSCHECK_CLAIM_SAME_EVENT_H_

#include "claim/analysis.h"

namespace crosscheck {

// Fills DocumentAnalysis::vector, Analysis::documents_with and Analysis::same_event: which documents tell of one event,
// by shared rare words and shared names.
void FindSameEvents(Analysis& analysis);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_SAME_EVENT_H_
