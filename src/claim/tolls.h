#ifndef CROSSCHECK_CLAIM_TOLLS_H_
#define CROSSCHECK_CLAIM_TOLLS_H_

#include <vector>

#include "claim/analysis.h"

namespace crosscheck {

// The tolls of a document in reading order. Needs its sentences, values and frames.
std::vector<Toll> FindTolls(const Analysis& analysis, const DocumentAnalysis& document);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_TOLLS_H_
