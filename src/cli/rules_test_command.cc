#include <algorithm>
#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "cli/exit_code.h"
#include "cli/rule_coverage.h"
#include "cli/rule_files.h"
#include "cli/rule_test.h"
#include "cli/rules_commands.h"
#include "cli/rules_test_report.h"
#include "cli/standard_rules.h"
#include "crosscheck/checker.h"
#include "match/broken_rules.h"
#include "match/name_filter.h"
#include "rule/rule_set.h"

// `crosscheck rules test`: the tests that stand inside rules.
namespace crosscheck {

namespace {

// The rules and the files whose tests are run: those that were named, or where none was, the shipped ones.
int LoadTested(const RulesArguments& arguments, std::shared_ptr<const RuleSet>& set, std::set<std::string>& tested,
               std::vector<std::string>& broken, std::ostream& err) {
  std::vector<RuleFile> files;
  if (arguments.standard) files = StandardRules();
  const size_t shipped = arguments.paths.empty() ? 0 : files.size();
  int code = kExitClean;
  for (const std::string& path : arguments.paths) {
    if (!AddRuleFiles(path, files, err)) code = kExitUsage;
  }
  for (size_t i = shipped; i < files.size(); ++i) tested.insert(files[i].path);
  std::vector<Diagnostic> diagnostics;
  set = WithoutBrokenRules(ReadRules(files, diagnostics), broken, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    err << FormatDiagnostic(diagnostic);
    if (diagnostic.level == Diagnostic::Level::kError) code = kExitUsage;
  }
  return code;
}

// A --min: "90", or "rules=100".
struct Minimum {
  int kind = -1;  // -1 = all kinds together
  double percent = 0;
};

bool ParseMinimum(const std::string& text, Minimum& out) {
  const size_t equals = text.find('=');
  if (equals != std::string::npos) {
    for (int i = 0; i < kCoverageKinds; ++i) {
      if (text.substr(0, equals) == CoverageKindName(static_cast<CoverageKind>(i))) out.kind = i;
    }
    if (out.kind < 0) return false;
  }
  const std::string number = equals == std::string::npos ? text : text.substr(equals + 1);
  return absl::SimpleAtod(number, &out.percent) && out.percent >= 0 && out.percent <= 100;
}

std::vector<std::string> Below(const std::vector<CoverageItem>& items, const std::vector<Minimum>& minimums) {
  std::vector<std::string> out;
  for (const Minimum& minimum : minimums) {
    const CoverageTotal total =
        minimum.kind < 0 ? TotalOf(items) : TotalOf(items, static_cast<CoverageKind>(minimum.kind));
    if (total.Percent() >= minimum.percent) continue;
    out.push_back(absl::StrFormat("coverage of %s is %.1f%%, below the %g%% of --min",
                                  minimum.kind < 0 ? "all" : CoverageKindName(static_cast<CoverageKind>(minimum.kind)),
                                  total.Percent(), minimum.percent));
  }
  return out;
}

int UsageError(std::ostream& err, absl::string_view message) {
  err << "crosscheck: error: " << message << "\n";
  return kExitUsage;
}

}  // namespace

int RunRulesTest(const RulesArguments& arguments, const RulesTestOptions& options, std::ostream& out,
                 std::ostream& err) {
  const auto chosen = CompileNameFilter(options.filter);
  if (!chosen.ok()) return UsageError(err, absl::StrCat("-k: ", chosen.status().message()));
  std::vector<Minimum> minimums(options.minimums.size());
  for (size_t i = 0; i < minimums.size(); ++i) {
    if (ParseMinimum(options.minimums[i], minimums[i])) continue;
    return UsageError(err,
                      absl::StrCat("--min takes a percentage, or one of a kind as in rules=100 (the kinds are those "
                                   "that --coverage names), not '",
                                   options.minimums[i], "'"));
  }
  std::shared_ptr<const RuleSet> set;
  std::set<std::string> tested;
  std::vector<std::string> broken;
  const int load_code = LoadTested(arguments, set, tested, broken, err);
  const auto checker = Checker::Create(set);
  if (!checker.ok()) return UsageError(err, checker.status().message());

  RulesTestReport report{*set, RuleTestsOf(*set, tested), {}, std::move(broken), {}, {}};
  std::erase_if(report.tests,
                [&](const RuleTest& test) { return !(*chosen)(absl::StrCat(test.rule, ": ", test.test->name)); });
  const bool measure = options.coverage || !minimums.empty();
  std::unique_ptr<RuleCoverage> coverage;
  if (measure) coverage = std::make_unique<RuleCoverage>(*set, tested);
  for (const RuleTest& test : report.tests) {
    report.results.push_back(RunRuleTest(*checker, test));
    if (measure) coverage->Add(test, report.results.back());
  }
  if (measure) {
    report.coverage = coverage->Items();
    report.below = Below(*report.coverage, minimums);
  }
  if (options.format == "json") {
    WriteRulesTestJson(report, out);
  } else if (options.format == "junit") {
    WriteRulesTestJunit(report, out);
  } else {
    WriteRulesTestText(report, out);
  }
  const bool clean = TallyOf(report.results).clean() && report.below.empty();
  return Gravest(load_code, clean ? kExitClean : kExitFindings);
}

}  // namespace crosscheck
