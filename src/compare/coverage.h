#ifndef CROSSCHECK_COMPARE_COVERAGE_H_
#define CROSSCHECK_COMPARE_COVERAGE_H_

#include <vector>

#include "claim/analysis.h"
#include "compare/relation.h"
#include "crosscheck/report.h"

namespace crosscheck {

// A verdict for every value of the draft, and for its other words that a finding contradicts, in reading order: agreed
// where a source has a value that fits, of a like thing where the figure is a common one; contradicted where a finding
// says so or, if the rules compare aligned values, a source answers the same question otherwise; unsupported where no
// source has one; not_checked where there is nothing to check it against or the figure counts nothing. Adds the claims
// of the draft's values to the sink. Empty where the dossier has no draft or no source. A claim that fits every
// position of a finding is not contradicted by it, and a document that a later version replaced supports nothing.
std::vector<Coverage> CoverDraft(const Analysis& analysis, const std::vector<DocumentEntry>& entries,
                                 const std::vector<Finding>& findings, RelationSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_COVERAGE_H_
