#ifndef CROSSCHECK_CLAIM_FRAME_H_
#define CROSSCHECK_CLAIM_FRAME_H_

#include "claim/analysis.h"

namespace crosscheck {

// Fills the frame of every value of a document. Words, hits, clauses, names and values must be there already.
void FillFrames(const Analysis& analysis, DocumentAnalysis& document);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_FRAME_H_
