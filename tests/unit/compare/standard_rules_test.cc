#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "compare/form.h"
#include "compare/settings.h"
#include "crosscheck/checker.h"
#include "rule/rule_set.h"

namespace crosscheck {
namespace {

std::string ReadRuleFile(const std::string& name) {
  std::ifstream in(absl::StrCat(CROSSCHECK_SOURCE_DIR, "/rules/", name));
  return {std::istreambuf_iterator<char>(in), {}};
}

std::shared_ptr<const RuleSet> Rules(const std::vector<std::string>& names) {
  std::vector<RuleFile> files;
  for (const std::string& name : names) files.push_back({name, ReadRuleFile(name)});
  std::vector<Diagnostic> diagnostics;
  auto rules = ParseRules(files, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) MESSAGE(FormatDiagnostic(diagnostic));
  REQUIRE(rules.ok());
  return *rules;
}

const std::vector<std::string> kFiles = {"lexicons.yaml", "arithmetic.yaml", "calendar.yaml", "units.yaml",
                                         "hedges.yaml"};

Report RunTest(const Checker& checker, const TestExpectation& test) {
  std::vector<DocumentEntry> entries;
  for (const auto& [name, text] : test.documents) {
    DocumentInfo info;
    info.path = name;
    info.role = name == "draft" ? Role::kDraft : Role::kSource;
    if (const auto day = test.published.find(name); day != test.published.end()) {
      absl::CivilDay published;
      REQUIRE(absl::ParseCivilTime(day->second, &published));
      info.published = published;
    }
    auto document = Document::FromText(info, absl::StrReplaceAll(text, {{"<<", ""}, {">>", ""}}));
    REQUIRE(document.ok());
    DocumentEntry entry;
    entry.info = info;
    entry.document = *std::move(document);
    entries.push_back(std::move(entry));
  }
  return checker.Check(std::move(entries));
}

TEST_CASE("the examples inside the rules of arithmetic, calendar, units and hedges come out as they say") {
  const auto rules = Rules(kFiles);
  const auto checker = Checker::Create(rules);
  REQUIRE(checker.ok());
  for (const Rule& rule : rules->rules) {
    const bool own = rule.compare_as == "identity" || rule.compare_as == "weekday" || rule.compare_as == "units" ||
                     rule.compare_as == "hedge";
    if (!own) continue;
    for (const TestExpectation& test : rule.tests) {
      CAPTURE(rule.id);
      CAPTURE(test.name);
      const Report report = RunTest(*checker, test);
      const auto finding = std::find_if(report.findings.begin(), report.findings.end(),
                                        [&](const Finding& f) { return f.rule == rule.id; });
      if (test.want == "nothing") {
        for (const Finding& other : report.findings) {
          CAPTURE(other.message);
          CHECK(other.rule != rule.id);
        }
        continue;
      }
      CHECK(finding != report.findings.end());
      if (finding == report.findings.end()) continue;
      CAPTURE(finding->message);
      CHECK(finding->kind == test.want);
      CHECK(finding->positions.size() == 2);
    }
  }
}

TEST_CASE("every form of the standard rules can be read") {
  const auto rules = Rules(kFiles);
  const LexiconIndex lexicons(*rules);
  for (const Rule& rule : rules->rules) {
    for (const std::string& text : ListSetting(rule, "forms")) {
      CAPTURE(rule.id);
      CAPTURE(text);
      const auto form = ParseForm(text, lexicons);
      CAPTURE(form.status().message());
      CHECK(form.ok());
    }
  }
}

TEST_CASE("a form that names what does not exist is refused") {
  const auto rules = Rules(kFiles);
  const LexiconIndex lexicons(*rules);
  for (const char* text :
       {"<nothing> {figure:a}", "{figur:a}", "{figure}", "..x {figure:a}", "<moves.sideways> {figure:a}", "word"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseForm(text, lexicons).ok());
  }
}

}  // namespace
}  // namespace crosscheck
