#include "rule/extends.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "rule/rule_set.h"
#include "rule/show_rule.h"

namespace crosscheck {

namespace {

constexpr char kBase[] = R"yaml(version: 1
rules:
  - id: base
    attribute: fine
    severity: note
    patterns: ['fine of {money:value}', 'fined {money:value}']
    unless: [could be]
    tags: [courts, money]
    compare: {as: amount, tolerance: 1%, time: any_day}
    tests:
      - {name: one, documents: {draft: 'x'}, want: nothing}
)yaml";

// "line:column message" for each mistake of the two files.
std::string Mistakes(const std::string& second, const std::string& first = kBase) {
  std::vector<Diagnostic> diagnostics;
  ReadRules({{"a.yaml", first}, {"b.yaml", second}}, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    absl::StrAppend(&out, d.path, ":", d.at.line, ":", d.at.column, " ", d.message, "\n");
  }
  return out;
}

}  // namespace

TEST_CASE("a rule has what it extends, replaced, added to and taken from") {
  const std::string child = R"yaml(version: 1
rules:
  - id: child
    extends: base
    severity: warning
    patterns+: ['penalty of {money:value}']
    unless-: could be
    tags+: [appeals]
    tags-: [courts]
    compare+: {time: same_day}
    compare-: [tolerance]
    owner: desk
)yaml";
  std::vector<Diagnostic> diagnostics;
  const auto set = ReadRules({{"a.yaml", kBase}, {"b.yaml", child}}, diagnostics);
  for (const Diagnostic& d : diagnostics) MESSAGE(FormatDiagnostic(d));
  REQUIRE(diagnostics.empty());
  const Rule& rule = set->rules[1];
  CHECK(rule.id == "child");
  CHECK(rule.extends == "base");
  CHECK(rule.attribute == "fine");
  CHECK(rule.severity == Severity::kWarning);
  REQUIRE(rule.patterns.size() == 3);
  CHECK(rule.patterns[0].at.file == 0);
  CHECK(rule.patterns[0].at.at == LineColumn{6, 17});
  CHECK(rule.patterns[2].at.file == 1);
  CHECK(rule.unless.empty());
  CHECK(rule.tags == std::vector<std::string>{"money", "appeals"});
  CHECK(rule.settings.count("tolerance") == 0);
  CHECK(rule.settings.at("time").scalar == "same_day");
  CHECK(rule.tests.empty());
  CHECK(rule.owner == "desk");
  CHECK(set->rules[0].tags.size() == 2);
}

TEST_CASE("what is wrong with extends is said where it is written") {
  const auto with = [](const std::string& keys) { return absl::StrCat("version: 1\nrules:\n  - id: child\n", keys); };
  CHECK(Mistakes(with("    extends: bse\n")) == "b.yaml:4:14 unknown rule 'bse'; did you mean 'base'?\n");
  CHECK(Mistakes(with("    extends: child\n")) ==
        "b.yaml:4:14 a rule leads back to itself by way of 'extends': child -> child\n");
  CHECK(absl::StrContains(Mistakes(with("    extends: base\n    tags-: [cuorts]\n")),
                          "b.yaml:5:13 'cuorts' is not in the inherited 'tags'; did you mean 'courts'?\n"));
  CHECK(Mistakes(with("    extends: base\n    tags: [x]\n    tags+: [y]\n")) ==
        "b.yaml:6:5 'tags' is replaced already; keep one of the two\n");
  CHECK(Mistakes(with("    extends: base\n    severity+: error\n")) ==
        "b.yaml:5:5 'severity' is one value; write 'severity' to replace it\n");
  CHECK(Mistakes(with("    extends: base\n    zones-: [title]\n")) ==
        "b.yaml:5:5 there is no inherited 'zones' to take anything out of\n");
  CHECK(absl::StrContains(Mistakes(with("    tags+: [x]\n")),
                          "b.yaml:4:5 'tags+' changes what is inherited, and this rule has no 'extends'\n"));
  CHECK(absl::StrContains(Mistakes(with("    extends: base\n    tagz+: [x]\n")), "b.yaml:5:5 unknown key 'tagz+'"));
  CHECK(Mistakes("version: 1\naligned:\n  - {id: a, extends: base, compare: weekday}\n") ==
        "b.yaml:3:22 'base' is a rule with patterns; a rule extends one of its own sort\n");
}

TEST_CASE("a cycle of extends over two files is said at each of its rules") {
  const std::string a = "version: 1\nrules:\n  - {id: one, extends: two, attribute: x}\n";
  const std::string b = "version: 1\nrules:\n  - {id: two, extends: one}\n";
  const std::string got = Mistakes(b, a);
  CHECK(absl::StrContains(got, "a.yaml:3:24 "));
  CHECK(absl::StrContains(got, "b.yaml:3:24 "));
}

TEST_CASE("files that import each other are told of once a cycle") {
  std::vector<Diagnostic> diagnostics;
  ReadRules({{"p/a.yaml", "version: 1\nimports: [b.yaml]\n"},
             {"p/b.yaml", "version: 1\nimports: [q/c.yaml]\n"},
             {"p/q/c.yaml", "version: 1\nimports: [../a.yaml, ../q/c.yaml]\n"}},
            diagnostics);
  REQUIRE(diagnostics.size() == 2);
  CHECK(FormatDiagnostic(diagnostics[0]) ==
        "p/a.yaml:2:11: error: imports lead back to this file: p/a.yaml -> p/b.yaml -> p/q/c.yaml -> p/a.yaml\n"
        "imports: [b.yaml]\n          ^\n");
  CHECK(diagnostics[1].message == "imports lead back to this file: p/q/c.yaml -> p/q/c.yaml");
}

TEST_CASE("a rule is shown with what it inherits and where each key is from, and can be loaded as shown") {
  const std::string child =
      "version: 1\nrules:\n  - id: child\n    extends: base\n    patterns+: ['penalty: {money:value}']\n    help: "
      "\"it's\\nso\"\n";
  const std::vector<RuleFile> files = {{"a.yaml", kBase}, {"b.yaml", child}};
  const auto shown = ShowRule(files, "child");
  REQUIRE(shown.has_value());
  CHECK(*shown == R"(# rules, b.yaml
  - id: child                                               # b.yaml:3
    extends: base                                           # b.yaml:4
    attribute: fine                                         # a.yaml:4
    severity: note                                          # a.yaml:5
    patterns:                                               # a.yaml:6
      - 'fine of {money:value}'                             # a.yaml:6
      - 'fined {money:value}'                               # a.yaml:6
      - 'penalty: {money:value}'                            # b.yaml:5
    unless:                                                 # a.yaml:7
      - could be                                            # a.yaml:7
    compare:                                                # a.yaml:9
      as: amount                                            # a.yaml:9
      tolerance: 1%                                         # a.yaml:9
      time: any_day                                         # a.yaml:9
    help: "it's\nso"                                        # b.yaml:6
    tags:                                                   # a.yaml:8
      - courts                                              # a.yaml:8
      - money                                               # a.yaml:8
)");
  std::vector<Diagnostic> diagnostics;
  const auto again = ReadRules({files[0], {"c.yaml", absl::StrCat("version: 1\nrules:\n", *shown)}}, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(again->rules[1].patterns.size() == 3);
  CHECK(again->rules[1].help == "it's\nso");
  CHECK_FALSE(ShowRule(files, "none").has_value());
}

}  // namespace crosscheck
