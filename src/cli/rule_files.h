#ifndef CROSSCHECK_CLI_RULE_FILES_H_
#define CROSSCHECK_CLI_RULE_FILES_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "crosscheck/rules.h"

namespace crosscheck {

// Appends the rule file at `path`, or all of that folder, and the files that these name (imports, tables), each once.
// False, with a message on `err`, where one cannot be read.
bool AddRuleFiles(const std::string& path, std::vector<RuleFile>& files, std::ostream& err);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_RULE_FILES_H_
