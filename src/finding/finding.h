#ifndef CROSSCHECK_FINDING_FINDING_H_
#define CROSSCHECK_FINDING_FINDING_H_

#include <string>

#include "crosscheck/report.h"

namespace crosscheck {

// A name for what a finding says, as 16 hex digits: the same after lines moved, line breaks or typographic quotes
// changed, or another document joined a position; another one when the rule, the subject, a value or the words around
// a value change. Two findings may share one (the same slip made twice). REQUIRES: claim indices are in range.
std::string Fingerprint(const Report& report, const Finding& finding);

// Sets every finding's fingerprint and sorts them: by document and span of their first evidence, then rule, then
// fingerprint.
void FinishFindings(Report& report);

// The sorting alone; fingerprints must be set.
void SortFindings(Report& report);

}  // namespace crosscheck

#endif  // CROSSCHECK_FINDING_FINDING_H_
