#ifndef CROSSCHECK_CLI_RULES_TEST_REPORT_H_
#define CROSSCHECK_CLI_RULES_TEST_REPORT_H_

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "cli/rule_coverage.h"
#include "cli/rule_test.h"
#include "rule/rule_set.h"

namespace crosscheck {

// What `crosscheck rules test` found.
struct RulesTestReport {
  const RuleSet& rules;
  std::vector<RuleTest> tests;
  std::vector<TestResult> results;                    // of each test
  std::vector<std::string> broken;                    // rules that were left out: a pattern cannot be compiled
  std::optional<std::vector<CoverageItem>> coverage;  // where it was asked for
  std::vector<std::string> below;                     // what lies below its --min, in words
};

// How many tests had each outcome, by TestOutcome.
struct TestTally {
  int of[4] = {0, 0, 0, 0};
  bool clean() const {
    return of[static_cast<int>(TestOutcome::kFailed)] == 0 && of[static_cast<int>(TestOutcome::kTodoPasses)] == 0;
  }
};
TestTally TallyOf(const std::vector<TestResult>& results);

void WriteRulesTestText(const RulesTestReport& report, std::ostream& out);
void WriteRulesTestJson(const RulesTestReport& report, std::ostream& out);
// A suite a rule, a case a test; `todo` tests are skipped ones. Coverage below its --min is a suite of its own.
void WriteRulesTestJunit(const RulesTestReport& report, std::ostream& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_RULES_TEST_REPORT_H_
