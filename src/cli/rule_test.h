#ifndef CROSSCHECK_CLI_RULE_TEST_H_
#define CROSSCHECK_CLI_RULE_TEST_H_

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "crosscheck/checker.h"
#include "crosscheck/report.h"
#include "rule/rule_set.h"

namespace crosscheck {

// A test inside a rule, a relation or a status.
struct RuleTest {
  std::string rule;
  const TestExpectation* test = nullptr;
};

enum class TestOutcome : uint8_t { kPassed, kFailed, kTodo, kTodoPasses };
inline constexpr const char* kTestOutcomeNames[] = {"passed", "failed", "todo", "todo_passes"};

struct TestResult {
  TestOutcome outcome = TestOutcome::kPassed;
  std::string wanted;
  std::vector<std::string> got;      // a line a finding; "nothing"
  std::vector<std::string> differs;  // of a failed test: what is not as wanted in the finding that comes nearest
  std::vector<std::string> why;      // of a failed test that got nothing: where the rule stopped, document by document
};

// The tests of the files in `tested`, in order of place.
std::vector<RuleTest> RuleTestsOf(const RuleSet& set, const std::set<std::string>& tested);

// The documents of a test, marks removed.
std::vector<DocumentEntry> DocumentsOf(const TestExpectation& test);

// Checks the documents of a test and holds what comes of it to what the test wants.
TestResult RunRuleTest(const Checker& checker, const RuleTest& rule_test);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_RULE_TEST_H_
