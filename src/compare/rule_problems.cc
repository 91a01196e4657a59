#include "compare/rule_problems.h"

#include "absl/strings/str_cat.h"
#include "compare/form.h"
#include "compare/identity_checks.h"
#include "compare/settings.h"

namespace crosscheck {

namespace {

void CheckIdentity(const RuleSet& rules, const Rule& rule, const LexiconIndex& lexicons,
                   std::vector<Diagnostic>& diagnostics) {
  const auto fail = [&](const RuleLocation& at, std::string message) {
    diagnostics.push_back(ProblemAt(rules, at, std::move(message), Diagnostic::Level::kError));
  };
  const auto check = rule.settings.find("check");
  const auto forms = rule.settings.find("forms");
  if (check == rule.settings.end()) return;  // the loader has said so
  const bool takes_forms = FindFormCheck(check->second.scalar) != nullptr;
  if (takes_forms && (forms == rule.settings.end() || forms->second.list.empty())) {
    fail(check->second.at, absl::StrCat("the check '", check->second.scalar, "' needs 'forms'"));
  }
  if (forms == rule.settings.end()) return;
  if (!takes_forms) fail(forms->second.at, absl::StrCat("the check '", check->second.scalar, "' takes no 'forms'"));
  for (size_t i = 0; takes_forms && i < forms->second.list.size(); ++i) {
    const auto form = ParseForm(forms->second.list[i], lexicons);
    if (!form.ok()) fail(forms->second.list_at[i], std::string(form.status().message()));
  }
}

}  // namespace

void CheckComparisons(const RuleSet& rules, const LexiconIndex& lexicons, std::vector<Diagnostic>& diagnostics) {
  for (const Rule& rule : rules.rules) {
    if (rule.aligned && rule.compare_as == "identity") CheckIdentity(rules, rule, lexicons, diagnostics);
  }
}

}  // namespace crosscheck
