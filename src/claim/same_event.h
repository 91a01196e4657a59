#ifndef CROSSCHECK_CLAIM_SAME_EVENT_H_
#define CROSSCHECK_CLAIM_SAME_EVENT_H_

#include "claim/analysis.h"

namespace crosscheck {

// Fills DocumentAnalysis::vector, Analysis::documents_with and Analysis::same_event: which documents tell of one event,
// by shared rare words and shared names.
void FindSameEvents(Analysis& analysis);

// How alike the texts of two documents are (indices into Analysis::documents), and how alike they would have to be.
struct EventLikeness {
  double cosine = 0;     // of the word vectors, in [0, 1]
  double needed = 0;     // less with a shared name
  int shared_names = 0;  // full names of two words or more
  bool Same() const { return cosine >= needed; }
};
EventLikeness MeasureEvent(const Analysis& analysis, uint32_t i, uint32_t j);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_SAME_EVENT_H_
