#ifndef CROSSCHECK_MATCH_BROKEN_RULES_H_
#define CROSSCHECK_MATCH_BROKEN_RULES_H_

#include <memory>
#include <string>
#include <vector>

#include "crosscheck/diagnostic.h"
#include "rule/rule_set.h"

namespace crosscheck {

// The rules that the matcher can compile. The ids of the others are appended to `broken`, sorted, and what is wrong
// with their patterns to `diagnostics`. The set itself where none is broken.
std::shared_ptr<const RuleSet> WithoutBrokenRules(std::shared_ptr<const RuleSet> rules,
                                                  std::vector<std::string>& broken,
                                                  std::vector<Diagnostic>& diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_MATCH_BROKEN_RULES_H_
