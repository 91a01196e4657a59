// A program of somebody else's: reads a rule, checks two texts, prints what they disagree about.
#include <crosscheck/checker.h>
#include <crosscheck/rules.h>

#include <iostream>
#include <utility>
#include <vector>

namespace {

constexpr char kRules[] = R"(version: 1
rules:
  - id: revenue
    attribute: revenue
    patterns: ['revenue of {money:value}']
    compare: amount
)";

crosscheck::DocumentEntry Read(const char* path, const char* text) {
  crosscheck::DocumentEntry entry;
  entry.info.path = path;
  absl::StatusOr<crosscheck::Document> document = crosscheck::Document::FromText(entry.info, text);
  if (document.ok()) entry.document = *std::move(document);
  return entry;
}

}  // namespace

int main() {
  std::vector<crosscheck::Diagnostic> diagnostics;
  const auto rules = crosscheck::ParseRules({{"rules.yaml", kRules}}, diagnostics);
  for (const crosscheck::Diagnostic& diagnostic : diagnostics) std::cerr << crosscheck::FormatDiagnostic(diagnostic);
  if (!rules.ok()) return 2;
  const auto checker = crosscheck::Checker::Create(*rules);
  if (!checker.ok()) return 2;
  crosscheck::CheckSettings settings;
  settings.assume_same_event = true;
  const crosscheck::Report report = checker->Check({Read("draft.txt", "The firm posted revenue of $4.5 million."),
                                                    Read("wire.txt", "The firm posted revenue of $5.4 million.")},
                                                   settings);
  for (const crosscheck::Finding& finding : report.findings) {
    for (const crosscheck::Position& position : finding.positions) std::cout << position.value.text << "\n";
  }
  return report.findings.size() == 1 ? 0 : 1;
}
