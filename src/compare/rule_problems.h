#ifndef CROSSCHECK_COMPARE_RULE_PROBLEMS_H_
#define CROSSCHECK_COMPARE_RULE_PROBLEMS_H_

#include <vector>

#include "claim/lexicon_index.h"
#include "crosscheck/diagnostic.h"
#include "rule/rule_set.h"

namespace crosscheck {

// What is wrong with rules that only the comparisons can tell: the forms of identities
// (docs/standard-rules/arithmetic.md), lexicons that a comparison cannot do without, and families of measures that name
// none. Appends errors, in order of the rules.
void CheckComparisons(const RuleSet& rules, const LexiconIndex& lexicons, std::vector<Diagnostic>& diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_RULE_PROBLEMS_H_
