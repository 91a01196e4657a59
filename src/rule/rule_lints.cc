#include <algorithm>

#include "absl/strings/str_cat.h"
#include "rule/rule_set.h"
#include "rule/yaml_reader.h"

namespace crosscheck {

Diagnostic ProblemAt(const RuleSet& rules, const RuleLocation& at, std::string message, Diagnostic::Level level) {
  Diagnostic problem;
  problem.level = level;
  problem.path = rules.files[at.file];
  problem.at = at.at;
  problem.message = std::move(message);
  const std::string& text = rules.sources[at.file]->text();
  size_t begin = 0;
  for (int line = 1; line < at.at.line; ++line) begin = text.find('\n', begin) + 1;
  problem.line_text = text.substr(begin, text.find('\n', begin) - begin);
  return problem;
}

namespace {

void LintTests(const RuleSet& rules, const std::string& id, const RuleLocation& at,
               const std::vector<TestExpectation>& tests, std::vector<Diagnostic>& found) {
  const auto wants_nothing = [](const TestExpectation& test) { return test.want == "nothing"; };
  const bool negative = std::any_of(tests.begin(), tests.end(), wants_nothing);
  const bool positive = !std::all_of(tests.begin(), tests.end(), wants_nothing);
  if (negative && positive) return;
  const char* missing = !negative && !positive ? "tests"
                        : positive             ? "test that wants nothing"
                                               : "test that wants a finding";
  found.push_back(ProblemAt(rules, at, absl::StrCat("'", id, "' has no ", missing), Diagnostic::Level::kWarning));
}

}  // namespace

void LintRules(const RuleSet& rules, std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> found;
  for (const Rule& rule : rules.rules) LintTests(rules, rule.id, rule.at, rule.tests, found);
  for (const RelationRule& rule : rules.relations) LintTests(rules, rule.id, rule.at, rule.tests, found);
  for (const StatusMachine& rule : rules.statuses) LintTests(rules, rule.id, rule.at, rule.tests, found);
  SortDiagnostics(found);
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
}

}  // namespace crosscheck
