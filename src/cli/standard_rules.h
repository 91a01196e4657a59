#ifndef CROSSCHECK_CLI_STANDARD_RULES_H_
#define CROSSCHECK_CLI_STANDARD_RULES_H_

#include <string>
#include <vector>

#include "crosscheck/rules.h"

namespace crosscheck {

// The rule files that come with the program, as they were when it was built; paths as in the source ("rules/x.yaml"),
// sorted.
std::vector<RuleFile> StandardRules();

// docs/report-schema.json.
std::string ReportSchema();

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_STANDARD_RULES_H_
