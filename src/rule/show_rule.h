#ifndef CROSSCHECK_RULE_SHOW_RULE_H_
#define CROSSCHECK_RULE_SHOW_RULE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/rules.h"

namespace crosscheck {

// The rule, aligned rule, relation or status called `id` as YAML: what it inherits put in, and behind each key, and
// each item of a list that is not of its key's file and line, a remark that says where it was written. As an item of a
// list, so that it can be pasted under its section. nullopt where no file has it.
std::optional<std::string> ShowRule(const std::vector<RuleFile>& files, absl::string_view id);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_SHOW_RULE_H_
