#ifndef CROSSCHECK_TESTS_UNIT_COMPARE_TWO_DOCUMENTS_H_
#define CROSSCHECK_TESTS_UNIT_COMPARE_TWO_DOCUMENTS_H_

#include <doctest/doctest.h>

#include <fstream>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "crosscheck/checker.h"
#include "rule/field_reader.h"
#include "rule/rule_set.h"

// What tests of comparisons need: documents from texts, rules from texts or from rules/.
namespace crosscheck {

// A document of `text`; "draft.md" is a draft, every other path a source. `day` is 2025-03-01, or "" for none.
inline DocumentEntry Entry(const std::string& path, const std::string& text, const std::string& day = "") {
  DocumentEntry entry;
  entry.info.path = path;
  entry.info.role = path == "draft.md" ? Role::kDraft : Role::kSource;
  entry.info.published = ParseIsoDay(day);
  entry.document = *Document::FromText(entry.info, text);
  return entry;
}

inline std::shared_ptr<const RuleSet> RulesOf(const std::vector<RuleFile>& files) {
  std::vector<Diagnostic> diagnostics;
  auto rules = ParseRules(files, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) MESSAGE(FormatDiagnostic(diagnostic));
  REQUIRE(rules.ok());
  return *rules;
}

inline std::shared_ptr<const RuleSet> ShippedRules(std::initializer_list<const char*> names) {
  std::vector<RuleFile> files;
  for (const char* name : names) {
    std::ifstream in(absl::StrCat(CROSSCHECK_SOURCE_DIR, "/rules/", name));
    files.push_back({name, {std::istreambuf_iterator<char>(in), {}}});
  }
  return RulesOf(files);
}

// The findings of documents of one event under the rules of a file's text.
inline std::vector<Finding> FindingsOf(const std::string& rules, const std::vector<DocumentEntry>& entries) {
  const auto checker = Checker::Create(RulesOf({{"r.yaml", rules}}));
  REQUIRE(checker.ok());
  return checker->Check(entries, {.assume_same_event = true}).findings;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_UNIT_COMPARE_TWO_DOCUMENTS_H_
