#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "cli/standard_rules.h"
#include "compare/edit_distance.h"
#include "crosscheck/checker.h"
#include "rule/rule_set.h"

namespace crosscheck {
namespace {

std::shared_ptr<const RuleSet> Rules() {
  std::vector<Diagnostic> diagnostics;
  auto rules = ParseRules(StandardRules(), diagnostics);
  REQUIRE(rules.ok());
  return *rules;
}

struct Text {
  std::string name, text, day;
};

Report CheckTexts(const Checker& checker, const std::vector<Text>& texts) {
  std::vector<DocumentEntry> entries;
  for (const Text& text : texts) {
    DocumentEntry entry;
    entry.info.path = text.name;
    entry.info.role = text.name == "draft" ? Role::kDraft : Role::kSource;
    absl::CivilDay day;
    if (!text.day.empty() && absl::ParseCivilTime(text.day, &day)) entry.info.published = day;
    auto document = Document::FromText(entry.info, text.text);
    REQUIRE(document.ok());
    entry.document = *std::move(document);
    entries.push_back(std::move(entry));
  }
  return checker.Check(std::move(entries));
}

int FindingsOf(const Report& report, absl::string_view rule) {
  int count = 0;
  for (const Finding& finding : report.findings) {
    count += absl::StartsWith(finding.rule, rule) && finding.severity != Severity::kNote;
  }
  return count;
}

TEST_CASE("the rules on names and roles find what their tests want, and nothing where they want nothing") {
  const auto rules = Rules();
  const auto checker = Checker::Create(rules);
  REQUIRE(checker.ok());
  int run = 0;
  for (const Rule& rule : rules->rules) {
    if (rule.compare_as != "spelling" && rule.compare_as != "qualifier") continue;
    for (const TestExpectation& test : rule.tests) {
      CAPTURE(rule.id);
      CAPTURE(test.name);
      std::vector<Text> texts;
      for (const auto& [name, text] : test.documents) {
        const auto day = test.published.find(name);
        texts.push_back({name, text, day == test.published.end() ? "" : day->second});
      }
      const Report report = CheckTexts(*checker, texts);
      if (test.want == "nothing") {
        CHECK(FindingsOf(report, "name-") + FindingsOf(report, "role-") == 0);
      } else {
        CHECK(FindingsOf(report, rule.id) == 1);
      }
      ++run;
    }
  }
  CHECK(run >= 40);
}

TEST_CASE("a finding on a name shows every mention of both spellings") {
  const auto checker = Checker::Create(Rules());
  REQUIRE(checker.ok());
  const Report report = CheckTexts(
      *checker,
      {{"draft", "Karin Thorsell opened the malt house in Elmsworth. Thorsell said it would hire forty.", ""},
       {"wire", "Karin Thorsel opened the malt house in Elmsworth. Thorsel said it would hire forty people.", ""}});
  REQUIRE(FindingsOf(report, "name-spelling") == 1);
  for (const Position& position : report.findings.front().positions) CHECK(position.claims.size() == 2);
}

TEST_CASE("titles are read before a name, after it, in signatures, tables and from verbs") {
  const auto checker = Checker::Create(Rules());
  REQUIRE(checker.ok());
  // In each the finance chief is held against a plain "chief operating officer".
  static constexpr absl::string_view kForms[] = {
      "CFO Oksana Levchuk said the brewery in Tidebrook would hire.",
      "The brewery's finance chief, Oksana Levchuk, said the brewery in Tidebrook would hire.",
      "Oksana Levchuk, 54, chief financial officer of the brewery, said the brewery in Tidebrook would hire.",
      "Oksana Levchuk (Tidebrook), the CFO, said the brewery would hire.",
      "Oksana Levchuk is the chief financial officer of the brewery in Tidebrook.",
      "The brewery in Tidebrook will hire.\n\nOksana Levchuk\n\nChief Financial Officer\n",
      "| Name | Post |\n|---|---|\n| Oksana Levchuk | Chief financial officer |\n\nThe brewery in Tidebrook will "
      "hire.\n",
  };
  for (absl::string_view form : kForms) {
    CAPTURE(form);
    const Report report = CheckTexts(
        *checker,
        {{"draft", std::string(form), ""},
         {"wire.md", "Oksana Levchuk, chief operating officer of the brewery in Tidebrook, said it would hire.", ""}});
    CHECK(FindingsOf(report, "role-qualifier") == 1);
  }
}

TEST_CASE("edits are counted with neighbours that changed places as one") {
  struct Case {
    absl::string_view a, b;
    int distance;
  };
  static constexpr Case kCases[] = {{"jamie", "jaime", 1},  {"thorsell", "thorsel", 1}, {"melon", "melton", 1},
                                    {"gomez", "gamez", 1},  {"same", "same", 0},        {"", "ab", 2},
                                    {"marsh", "penrose", 3}};
  for (const Case& c : kCases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(EditDistance(c.a, c.b, 2) == c.distance);
    CHECK(EditDistance(c.b, c.a, 2) == c.distance);
  }
}

}  // namespace
}  // namespace crosscheck
