#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rule/rule_set.h"
#include "unit/rule/sample_rules.h"

namespace crosscheck {

namespace {

std::string Formatted(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += FormatDiagnostic(diagnostic);
  return out;
}

}  // namespace

TEST_CASE("ParseRules reads every section") {
  std::vector<Diagnostic> diagnostics;
  const auto set = ParseRules({{"rules/a.yaml", kSampleRules}}, diagnostics);
  CHECK(Formatted(diagnostics) == "");
  REQUIRE(set.ok());
  const RuleSet& rules = **set;
  CHECK(rules.lexicons.at("cut").groups.size() == 1);
  CHECK(rules.lexicons.at("trend").groups[1].name == "fall");
  const std::vector<std::string>& fall = rules.lexicons.at("trend").groups[1].phrases;
  CHECK(std::count(fall.begin(), fall.end(), "fell") == 1);
  const std::vector<std::string>& cut = rules.lexicons.at("cut").groups[0].phrases;
  CHECK(std::count(cut.begin(), cut.end(), "trimmed back") == 1);
  REQUIRE(rules.entities.size() == 2);
  CHECK(rules.entities[1].holders[0].name == "First Person");
  REQUIRE(rules.rules.size() == 3);
  const Rule& revenue = rules.rules[0];
  CHECK(revenue.id == "company-revenue");
  CHECK(revenue.severity == Severity::kError);
  CHECK(revenue.type == "money");
  CHECK(revenue.patterns.size() == 3);
  CHECK(revenue.patterns[0].at.at == LineColumn{19, 10});
  CHECK(revenue.patterns[2].is_regex);
  REQUIRE(revenue.scope.size() == 2);
  CHECK(revenue.scope[1].name == "inclusion");
  CHECK(revenue.scope[1].words[1].text == "excluding");
  CHECK(revenue.settings.at("tolerance").scalar == "stated_precision");
  REQUIRE(revenue.tests.size() == 2);
  CHECK(revenue.tests[0].documents[0].second == "Acme reported revenue of <<$3 million>>.");
  CHECK(revenue.tests[1].published.at("wire") == "2025-07-15");
  CHECK(rules.rules[1].aligned);
  CHECK(rules.rules[1].settings.at("threshold").scalar == "0.6");
  CHECK(rules.rules[2].zones.size() == 7);
  CHECK(rules.relations[0].severity == Severity::kNote);
  CHECK(rules.statuses[0].states[0].rank == 0);
  CHECK(rules.statuses[0].states[1].rank == 5);
  CHECK(rules.statuses[0].states[1].patterns[0].state == "granted");
}

TEST_CASE("the order of files does not matter") {
  const RuleFile a = {"a.yaml", "version: 1\nlexicons: {x: [one]}\n"};
  const RuleFile b = {"b.yaml", "version: 1\nlexicons: {y: [two]}\n"};
  std::vector<Diagnostic> diagnostics;
  const auto one = ParseRules({a, b}, diagnostics);
  const auto two = ParseRules({b, a}, diagnostics);
  REQUIRE(one.ok());
  REQUIRE(two.ok());
  CHECK((*one)->digest == (*two)->digest);
  CHECK((*one)->files == (*two)->files);
}

TEST_CASE("a lexicon can be a table beside its rule file") {
  std::vector<Diagnostic> diagnostics;
  const auto set = ParseRules({{"pack/r.yaml", "version: 1\nlexicons:\n  trend: {tsv: trend.tsv}\n"},
                               {"pack/trend.tsv", "# remarks\nrise\tgrow~\nfall\tdrop\nrise\tup\n"}},
                              diagnostics);
  REQUIRE(set.ok());
  const Lexicon& lexicon = (*set)->lexicons.at("trend");
  REQUIRE(lexicon.groups.size() == 2);
  CHECK(lexicon.groups[0].phrases.size() == 7);
}

TEST_CASE("every mistake of a file is found at its place in one run") {
  const std::string text = R"yaml(version: 2
lexicons:
  cut: [cut, {a: b}]
  Bad Name: [x]
entities:
  acme: {type: org, name: [Acme]}
  boss: {type: office, holders: [{name: A B, from: 2021-13-20}]}
  unit: {type: org, names: [Unit], part_of: acne}
  term: {type: office, holders: [{name: A B, from: 2021-01-02, to: 2020-01-01}]}
rulez: []
patterns:
  loop: 'a {pattern:pool}'
  pool: 'b {pattern:loop}'
rules:
  - id: Company Revenue
    attribute: revenue
    patern: x
    severity: eror
    patterns: ['{mony:value} of', "it's {lexicon:cutt}", '... x', 'a (b', {regex: 'a(?=b)'}, 'x \(y\) {org|persn:who}']
    compare: {as: amuont}
  - id: second
    attribute: revenue
    patterns: [{org:subject}]
    compare: {as: amount, tolerence: 5%, tolerance: many, time: newest}
    severity: error
    tests:
      - name: one
        documents: {draft: 'a >>b<<'}
        want: contradicton
  - id: second
    zones: [titel]
    subject: him
    patterns: []
    compare: {as: values}
relations:
  - {id: both, between: [revenue, revenu], same: [sujbect]}
statuses:
  - id: lone
    states: [{name: a, patterns: [x]}, {name: a, rank: top, patterns: [y]}]
)yaml";
  std::vector<Diagnostic> diagnostics;
  CHECK_FALSE(ParseRules({{"bad.yaml", text}}, diagnostics).ok());
  std::string got;
  for (const Diagnostic& d : diagnostics) {
    got += std::to_string(d.at.line) + ":" + std::to_string(d.at.column) + " " + d.message + "\n";
  }
  CHECK(got == R"(1:10 version '2' is not known; this program reads version 1
3:14 each phrase of a lexicon must be text; a text that begins with '{' or holds ': ' needs quotes
4:3 'Bad Name' is no name for a lexicon: use lower-case letters, digits and hyphens
6:21 unknown key 'name'; did you mean 'names'?
7:52 '2021-13-20' is no day; write it as 2025-07-15
8:45 unknown entity 'acne'; did you mean 'acme'?
9:68 the end of a term must come after its beginning
10:1 unknown key 'rulez'; did you mean 'rules'?
12:10 a named pattern leads back to itself: loop -> pool -> loop
13:10 a named pattern leads back to itself: pool -> loop -> pool
15:9 'Company Revenue' is no id: use lower-case letters, digits and hyphens
17:5 unknown key 'patern'; did you mean 'patterns'?
18:15 unknown severity 'eror'; did you mean 'error'?
19:18 unknown type, entity or lexicon 'mony'; did you mean 'money'?
19:36 this pattern makes no claim: no slot is called value, as in {money:value}, and the rule has no 'value'
19:50 unknown lexicon 'cutt'; did you mean 'cut'?
19:59 a gap must stand between two other things
19:70 a '(' without its ')'
19:84 a pattern without a word: every sentence would have to run it
19:84 this pattern makes no claim: no slot is called value, as in {money:value}, and the rule has no 'value'
19:95 this pattern makes no claim: no slot is called value, as in {money:value}, and the rule has no 'value'
19:103 unused capture 'who': a claim takes value, subject, period, place, inclusion, edition, event, and what its message names
19:108 unknown type, entity or lexicon 'persn'; did you mean 'person'?
20:19 unknown comparison 'amuont'; did you mean 'amount'?
23:16 a pattern is text: put one that begins with '{' in quotes, or write {regex: '…'}
24:27 the comparison 'amount' takes no setting 'tolerence'; did you mean 'tolerance'?
24:53 'many' is no tolerance: write stated_precision, exact, a number, or a percentage such as 5%
24:65 unknown value 'newest'; did you mean 'newest_supersedes'?
25:15 'second' cannot be an error: it needs a test that wants nothing
28:31 a '>>' without its '<<'
29:15 unknown outcome 'contradicton'; did you mean 'contradiction'?
30:5 the rule 'second' has no 'attribute'
30:9 duplicate id 'second'; the first is in bad.yaml:21
31:13 unknown zone 'titel'; did you mean 'title'?
32:14 'him' is no subject: write nearest, document, or '=' and a constant, and leave the key out where a slot is called subject
33:15 'patterns' is empty
34:19 the comparison 'values' is for aligned rules, not for rules with patterns
36:35 unknown attribute 'revenu'; did you mean 'revenue'?
36:51 unknown part of a claim 'sujbect'; did you mean 'subject'?
39:47 two states are called 'a'
39:56 a rank is a whole number
)");
}

}  // namespace crosscheck
