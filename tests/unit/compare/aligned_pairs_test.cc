#include "compare/aligned_pairs.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claim/analysis.h"
#include "compare/likeness.h"
#include "compare/pair_features.h"
#include "compare/value_text.h"
#include "unit/compare/two_documents.h"

namespace crosscheck {

namespace {

const Rule& RuleOf(const RuleSet& rules, const std::string& id) {
  for (const Rule& rule : rules.rules) {
    if (rule.id == id) return rule;
  }
  FAIL("no rule " << id);
  return rules.rules.front();
}

// `count` sentences with a figure of its own each; `more` is added to every figure.
std::string FiguresText(int count, int more) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    absl::StrAppend(&text, "The mill at gate ", i % 7 + 20, " sold ", 20001 + 74 * i + more, " sacks that week.\n\n");
  }
  return text;
}

// How often two values are held against each other in two texts of `count` figures each.
uint64_t HeldIn(int count, int more) {
  const auto rules = ShippedRules({"values.yaml"});
  const LexiconIndex lexicons(*rules);
  const std::vector<DocumentEntry> entries = {Entry("a.txt", FiguresText(count, 0)),
                                              Entry("b.txt", FiguresText(count, more))};
  const Analysis analysis = Analyse(entries, *rules, lexicons);
  CandidateFinder finder(analysis, RuleOf(*rules, "aligned-count"));
  finder.Find(0, 1);
  return finder.held();
}

// "20 sacks: 1.50; …": the pairs whose cues add up to `least`.
std::string PairsFrom(const std::vector<CandidatePair>& pairs, const PairFloor& floor) {
  std::string out;
  for (const CandidatePair& pair : pairs) {
    const double sum = Weigh(pair.cues, floor.weights);
    if (sum >= floor.least)
      absl::StrAppend(&out, pair.a->sentence, "/", pair.a->first, " ", pair.b->sentence, "/", pair.b->first, " ", sum,
                      "; ");
  }
  return out;
}

}  // namespace

TEST_CASE("The search for equal figures grows with the figures, not with their square") {
  for (const int more : {0, 30}) {  // all are in both texts; none is
    CAPTURE(more);
    const uint64_t few = HeldIn(100, more);
    const uint64_t many = HeldIn(400, more);
    CHECK(many <= 5 * few + 100);
    CHECK(few <= 4 * 200);
  }
}

TEST_CASE("What is kept of two figures is what they give anew") {
  const auto rules = ShippedRules({"values.yaml"});
  const LexiconIndex lexicons(*rules);
  const std::vector<DocumentEntry> entries = {
      Entry("a.txt",
            "Nine of 1,240 homes were lost, more than 40 at Hexley, about 300 at Inver, at least 12 at Norwick."),
      Entry("b.txt",
            "Nineteen of 124 homes were lost, up to 50 at Hexley, 310 at Inver, 1,420 in all, nine of them twice."),
      Entry("c.txt", "Some 1,240 homes, 9 of them old, stand there, and 30 more; 300 have no power.")};
  const Analysis analysis = Analyse(entries, *rules, lexicons);
  ValueTexts texts(analysis, RuleOf(*rules, "aligned-count"));
  size_t contradict = 0;
  for (const int time : {1, 2}) {
    CAPTURE(time);
    for (uint32_t i = 0; i < 3; ++i) {
      for (uint32_t j = 0; j < 3; ++j) {
        const ValueText& left = texts.Of(i);
        const ValueText& right = texts.Of(j);
        for (const ValueMention* a : left.wanted) {
          for (const ValueMention* b : right.wanted) {
            const FigureFit anew = FigureFitOf(a->mention.value, b->mention.value);
            const FigureFit kept = texts.FitOf(left, *a, right, *b);
            CHECK(kept.agreement == anew.agreement);
            CHECK(kept.hint == anew.hint);
            CHECK(kept.slip == anew.slip);
            CHECK(texts.Agree(left, *a, right, *b) == Agree(*a, *b));
            contradict += anew.agreement == Agreement::kContradictory ? 1 : 0;
          }
        }
      }
    }
  }
  CHECK(contradict > 0);
}

TEST_CASE("A floor leaves out only pairs that stay below it") {
  const std::string left =
      "The council of Hexley spent 41 million crowns on the harbour wall. Some 3,400 homes were without power for 19 "
      "hours. The vote was 31 to 17. The insurer counted 4,321 claims, 120 of them from Hexley. Nine ships left.";
  const std::string right =
      "Harbour wall: the council of Hexley paid 14 million crowns. About 4,300 homes had no power for nine hours. The "
      "council voted 31 to 19. There were 4,231 claims at the insurer, 210 from Hexley. A purchase of 12 ships failed.";
  const auto rules = ShippedRules({"values.yaml"});
  const LexiconIndex lexicons(*rules);
  const std::vector<DocumentEntry> entries = {Entry("a.txt", left), Entry("draft.md", right)};
  const Analysis analysis = Analyse(entries, *rules, lexicons);
  size_t found = 0;
  size_t left_out = 0;
  for (const char* rule : {"aligned-money", "aligned-count", "aligned-duration", "aligned-score"}) {
    for (const double least : {1.0, 2.5, 4.0, 6.0}) {
      CAPTURE(rule);
      CAPTURE(least);
      PairFloor floor{{}, least};
      for (const CueRow& row : CueTable()) floor.weights.push_back(row.weight);
      const auto all = CandidateFinder(analysis, RuleOf(*rules, rule)).Find(0, 1);
      const auto some = CandidateFinder(analysis, RuleOf(*rules, rule), nullptr, floor).Find(0, 1);
      CHECK(PairsFrom(some, floor) == PairsFrom(all, floor));
      found += some.size();
      left_out += all.size() - some.size();
    }
  }
  CHECK(found > 0);
  CHECK(left_out > 0);
}

}  // namespace crosscheck
