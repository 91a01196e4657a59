#ifndef CROSSCHECK_FINDING_MERGE_H_
#define CROSSCHECK_FINDING_MERGE_H_

#include "crosscheck/report.h"
#include "rule/rule_set.h"

namespace crosscheck {

// One slip is one finding, however many rules see it: of findings that point at the same words on every side, the
// gravest and most particular stays, unless another has documents that it has not. It keeps its message and
// fingerprint, takes over what the others point at beyond its own words, and names them in `also`. Notes stay, but for
// those of rules that compare any two values in like words: what may be no mistake is another thing to say.
// Fingerprints must be set; findings are sorted after it as FinishFindings sorts them.
void MergeFindings(const RuleSet& rules, Report& report);

}  // namespace crosscheck

#endif  // CROSSCHECK_FINDING_MERGE_H_
