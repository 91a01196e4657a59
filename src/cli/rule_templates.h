#ifndef CROSSCHECK_CLI_RULE_TEMPLATES_H_
#define CROSSCHECK_CLI_RULE_TEMPLATES_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace crosscheck {

// What a new rule of one comparison begins as: a pattern, and three sentences. The first two disagree, the first and
// the last do not.
struct RuleTemplate {
  absl::string_view compare;
  absl::string_view pattern;
  absl::string_view draft;
  absl::string_view other;
  absl::string_view same;
  absl::string_view more = "";  // lines before `compare`, with their indentation
};
absl::Span<const RuleTemplate> RuleTemplates();              // one for each comparison of `rules`
const RuleTemplate* FindRuleTemplate(absl::string_view as);  // nullptr where there is none

// A rule file with one rule, which passes its two tests. `schema` is where an editor finds the schema; "" = nowhere.
std::string NewRuleFile(absl::string_view id, const RuleTemplate& from, absl::string_view schema);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_RULE_TEMPLATES_H_
