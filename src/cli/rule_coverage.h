#ifndef CROSSCHECK_CLI_RULE_COVERAGE_H_
#define CROSSCHECK_CLI_RULE_COVERAGE_H_

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/rule_test.h"
#include "rule/rule_set.h"

namespace crosscheck {

enum class CoverageKind : uint8_t {
  kRule,         // a passing test that wants a finding, and one that wants nothing: two items a rule
  kPattern,      // matched in a test or an example
  kAlternative,  // of a group (a|b), or of x? the pattern with x and without it, matched in one
  kUnless,       // forbade a match in a test
  kScope,        // a named slot that is neither value nor subject, or a word of `scope`, in the scope of a claim
  kGroup,        // of a lexicon that rules name: a phrase of it captured, or standing, in a test
};
inline constexpr int kCoverageKinds = 6;
const char* CoverageKindName(CoverageKind kind);  // "rules", "patterns", "alternatives", "unless", "scope", "groups"

// A part of a rule file that the tests inside rules exercise or not.
struct CoverageItem {
  CoverageKind kind = CoverageKind::kRule;
  RuleLocation at;
  std::string rule;  // id; "pattern NAME" or "lexicon NAME" for what several rules may use
  std::string text;
  bool exercised = false;
};

// Finds what the tests of a rule set exercise. What a test's own rule does in its documents counts, and a named
// pattern or a lexicon counts through any rule that uses it.
class RuleCoverage {
 public:
  // Only what stands in `files` is listed. `rules` must outlive this.
  RuleCoverage(const RuleSet& rules, const std::set<std::string>& files);
  ~RuleCoverage();

  void Add(const RuleTest& test, const TestResult& result);
  std::vector<CoverageItem> Items() const;  // in order of place, kind and text

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct CoverageTotal {
  int exercised = 0;
  int all = 0;
  double Percent() const { return all == 0 ? 100.0 : 100.0 * exercised / all; }
};
// Of one kind.
CoverageTotal TotalOf(const std::vector<CoverageItem>& items, CoverageKind kind);
// Of all kinds together.
CoverageTotal TotalOf(const std::vector<CoverageItem>& items);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_RULE_COVERAGE_H_
