// How long 500 rules take to load, against what the YAML library alone needs to read them (docs/rule-reference.md has
// such rules). Prints milliseconds, the best of several runs.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "crosscheck/rules.h"
#include "match/matcher.h"
#include "rule/rule_set.h"

namespace {

constexpr int kRules = 500;
constexpr int kRuns = 15;

std::string File() {
  std::string out =
      "version: 1\nlexicons:\n  cut: [cut~, lower~, reduce~]\n  trend: {rise: [rise~, grow~], fall: [fall~]}\nrules:\n";
  for (int i = 0; i < kRules; ++i) {
    absl::StrAppend(&out, "  - id: revenue-", i, "\n    attribute: revenue_", i, R"yaml(
    description: Revenue that a firm reports
    severity: error
    patterns:
      - '{org:subject} ... (report|post|book)~ ... revenue of {money:value}'
      - '(revenue|sales) ...{0,4} {trend} to {money:value}'
    unless: [adjusted, 'forecast~']
    compare: {as: amount, tolerance: 1%}
    message: '{a.document} has {a.value}, {b.document} has {b.value}'
    ask: 'Which period does each figure cover?'
    tests:
      - name: different amounts
        documents: {draft: 'Acme reported revenue of <<$3 million>>.', wire: 'Acme booked revenue of <<$4 million>>.'}
        want: contradiction
      - name: rounding agrees
        documents: {draft: 'Acme reported revenue of $3 million.', wire: 'Acme booked revenue of $3.04 million.'}
        want: nothing
)yaml");
  }
  return out;
}

template <typename Work>
double Best(const Work& work) {
  double best = 1e9;
  for (int run = 0; run < kRuns; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  return best;
}

}  // namespace

int main() {
  const std::string text = File();
  const double yaml = Best([&] { (void)YAML::Load(text); });
  const double load = Best([&] {
    std::vector<crosscheck::Diagnostic> diagnostics;
    const auto set = crosscheck::ParseRules({{"bench.yaml", text}}, diagnostics);
    if (!set.ok()) std::cerr << FormatDiagnostic(diagnostics.front());
  });
  std::vector<crosscheck::Diagnostic> diagnostics;
  const auto set = crosscheck::ParseRules({{"bench.yaml", text}}, diagnostics);
  const double compile = Best([&] { (void)crosscheck::Matcher::Compile(**set, diagnostics).ok(); });
  std::cout << kRules << " rules, " << text.size() / 1024 << " KB: yaml-cpp alone " << yaml << " ms, loading " << load
            << " ms (" << load / yaml << " times), compiling the patterns " << compile << " ms more\n";
}
