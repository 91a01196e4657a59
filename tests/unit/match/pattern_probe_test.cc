#include "match/pattern_probe.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claim/analysis.h"
#include "claim/named_claims.h"
#include "cli/rule_test.h"
#include "cli/standard_rules.h"
#include "match/pattern_owner.h"

namespace crosscheck {

namespace {

using Outcome = PatternProgress::Outcome;

std::shared_ptr<const RuleSet> RulesWith(const std::string& pattern) {
  std::vector<Diagnostic> diagnostics;
  const std::string yaml =
      absl::StrCat("version: 1\npatterns:\n  booked: '(reported|booked) revenue'\nrules:\n  - {id: r, attribute: a, ",
                   "compare: text, patterns: [", pattern, "]}\n");
  return ReadRules({{"t.yaml", yaml}}, diagnostics);
}

AbstractedSegment SegmentWith(const std::string& text) {
  std::vector<SlotItem> items;
  if (const size_t at = text.find("$3"); at != std::string::npos) items.push_back({"money", {at, at + 2}, 0});
  return Abstract(text, items);
}

}  // namespace

TEST_CASE("a pattern is followed part by part to the first that fails") {
  struct Case {
    const char* pattern;
    const char* text;
    Outcome outcome;
    int held;
    int parts;
    const char* failed;
  };
  constexpr Case kCases[] = {
      {"'revenue of {money}'", "revenue of $3", Outcome::kMatched, 3, 3, ""},
      {"'revenue of {money}'", "sales of $3", Outcome::kAbsent, 0, 3, "revenue"},
      {"'revenue of {money}'", "revenue from $3", Outcome::kAbsent, 1, 3, "of"},
      {"'revenue of {money}'", "of all the revenue $3 was lost", Outcome::kElsewhere, 1, 3, "of"},
      {"'revenue of {money}'", "revenue of nothing", Outcome::kAbsent, 2, 3, "{money}"},
      {"'revenue ...{0,1} {money}'", "revenue of about $3", Outcome::kGap, 1, 2, "{money}"},
      {"'revenue ...{3,9} {money}'", "revenue of about $3", Outcome::kGap, 1, 2, "{money}"},
      {"'revenue ...{0,2} {money}'", "revenue of about $3", Outcome::kMatched, 2, 2, ""},
      {"'the president spoke'", "the ex-president spoke", Outcome::kBound, 1, 3, "president"},
      {"'all (sales grew|revenue fell) now'", "all revenue rose now", Outcome::kAbsent, 2, 4, "fell"},
      {"'{pattern:booked} of'", "it booked a revenue of", Outcome::kElsewhere, 1, 3, "revenue"},
      {"'cost~ the? {money}'", "costing $3", Outcome::kMatched, 2, 2, ""},
      {"'(cut|trim)~ it'", "he trims them", Outcome::kAbsent, 1, 2, "it"},
      {"{regex: 'revenue of (.)'}", "revenue from", Outcome::kNoMatch, 0, 1, "revenue of (.)"},
      {"{regex: 'revenue (.)'}", "revenue from", Outcome::kMatched, 1, 1, "revenue (.)"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.pattern);
    CAPTURE(c.text);
    const auto rules = RulesWith(c.pattern);
    REQUIRE_EQ(rules->rules.size(), 1);
    const PatternProgress progress = ProbePattern(*rules, rules->rules[0].patterns[0], SegmentWith(c.text));
    CHECK_EQ(static_cast<int>(progress.outcome), static_cast<int>(c.outcome));
    CHECK_EQ(progress.parts_held, c.held);
    CHECK_EQ(progress.parts, c.parts);
    CHECK_EQ(progress.failed, c.failed);
  }
}

TEST_CASE("the alternatives of a pattern are listed with those of the patterns that it names") {
  const auto rules = RulesWith("'(a|b (c|d)) {pattern:booked}'");
  std::vector<std::string> listed;
  for (const PatternAlternative& one : AlternativesOf(*rules, rules->rules[0].patterns[0])) {
    listed.push_back(absl::StrCat(one.owner, ":", one.text, "=", PatternText(one.sequence)));
  }
  CHECK_EQ(listed, std::vector<std::string>{":a=(a) {pattern:booked}", ":b (c|d)=(b (c|d)) {pattern:booked}",
                                            ":c=(b (c)) {pattern:booked}", ":d=(b (d)) {pattern:booked}",
                                            "booked:reported=(a|b (c|d)) {pattern:booked}",
                                            "booked:booked=(a|b (c|d)) {pattern:booked}"});
}

TEST_CASE("what may be left out is listed with it and without it") {
  const auto rules = RulesWith("'the? (a|b)? ... c'");
  std::vector<std::string> listed;
  for (const PatternAlternative& one : AlternativesOf(*rules, rules->rules[0].patterns[0])) {
    listed.push_back(absl::StrCat(one.text, "=", PatternText(one.sequence)));
  }
  CHECK_EQ(listed, std::vector<std::string>{"without the?=(a|b)? ... c", "with the?=the (a|b)? ... c",
                                            "without (a|b)?=the? ... c", "a=the? (a) ... c", "b=the? (b) ... c"});
}

// Probing puts its questions to the compiler and the matcher; this holds it to what a check does with the same
// sentence.
TEST_CASE("what a probe says of a sentence of the shipped tests is what the matcher does with it") {
  std::vector<Diagnostic> diagnostics;
  const auto rules = ReadRules(StandardRules(), diagnostics);
  const auto matcher = Matcher::Compile(*rules, diagnostics);
  REQUIRE(matcher.ok());
  const LexiconIndex lexicons(*rules);
  const std::set<std::string> files(rules->files.begin(), rules->files.end());
  const std::vector<PatternOwner> owners = PatternOwnersOf(*rules);
  int held_together = 0;
  int seen = 0;
  for (const RuleTest& test : RuleTestsOf(*rules, files)) {
    const auto owner =
        std::find_if(owners.begin(), owners.end(), [&](const PatternOwner& one) { return *one.id == test.rule; });
    if (owner == owners.end()) continue;
    const std::vector<DocumentEntry> documents = DocumentsOf(*test.test);
    const Analysis analysis = Analyse(documents, *rules, lexicons);
    ClaimTrace trace;
    MakeNamedClaims(analysis, **matcher, &trace);
    for (size_t s = 0; s < trace.sentences.size(); ++s) {
      if (++seen % 40 != 0) continue;  // each of them takes a while
      for (uint32_t p = 0; p < owner->patterns.size(); ++p) {
        const bool matched =
            std::any_of(trace.sentences[s].steps.begin(), trace.sentences[s].steps.end(), [&](const MatchStep& step) {
              return step.match.owner == owner->owner && step.match.rule == owner->index && step.match.pattern == p;
            });
        const PatternProgress progress = ProbePattern(*rules, *owner->patterns[p], trace.sentences[s].segment);
        CAPTURE(owner->patterns[p]->text);
        CAPTURE(trace.sentences[s].segment.text);
        CHECK_EQ(progress.outcome == Outcome::kMatched, matched);
        ++held_together;
      }
    }
  }
  CHECK_GT(held_together, 100);
}

}  // namespace crosscheck
