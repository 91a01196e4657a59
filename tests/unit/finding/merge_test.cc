// One slip is one finding, however many rules see it.
#include "finding/merge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "finding/baseline.h"
#include "finding/finding.h"
#include "finding/waivers.h"

namespace crosscheck {
namespace {

struct Words {
  DocumentIndex document;
  size_t begin, end;
};

class Dossier {
 public:
  Dossier() {
    report.documents.resize(3);
    report.documents[0].info = {.path = "draft.md", .role = Role::kDraft};
    report.documents[1].info = {.path = "wire.txt"};
    report.documents[2].info = {.path = "court.txt"};
    Rule general;
    general.id = "aligned-money";
    general.aligned = true;
    general.compare_as = "values";
    rules.rules.push_back(general);
  }

  Finding& Add(const std::string& rule, Severity severity, const std::vector<std::vector<Words>>& positions) {
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.kind = "contradiction";
    finding.message = absl::StrCat("what ", rule, " says");
    for (const std::vector<Words>& side : positions) {
      Position position;
      for (const Words& words : side) {
        Claim claim;
        claim.rule = rule;
        claim.document = words.document;
        claim.span = {words.begin, words.end};
        claim.value = {"text", absl::StrCat("value ", words.document), std::nullopt, absl::StrCat(words.document)};
        claim.quote = "The pier at Tovik cost the town four million.";
        position.claims.push_back(static_cast<ClaimIndex>(report.claims.size()));
        position.documents.push_back(words.document);
        report.claims.push_back(claim);
      }
      position.documents.erase(std::unique(position.documents.begin(), position.documents.end()),
                               position.documents.end());
      position.value = report.claims[position.claims.front()].value;
      finding.positions.push_back(position);
    }
    report.findings.push_back(finding);
    return report.findings.back();
  }

  // "rule+other, rule": the findings that are left, with what they stand for.
  std::string Merged() {
    FinishFindings(report);
    MergeFindings(rules, report);
    return absl::StrJoin(report.findings, ", ", [](std::string* out, const Finding& finding) {
      absl::StrAppend(out, finding.rule);
      for (const AlsoFound& also : finding.also) absl::StrAppend(out, "+", also.rule);
    });
  }

  std::vector<std::string> Spans(const Position& position) const {
    std::vector<std::string> out;
    for (const ClaimIndex claim : position.claims) {
      const TextSpan& span = report.claims[claim].span;
      out.push_back(absl::StrCat(span.begin, "-", span.end));
    }
    return out;
  }

  RuleSet rules;
  Report report;
};

constexpr Severity kError = Severity::kError;
constexpr Severity kWarning = Severity::kWarning;

TEST_CASE("a changed figure that two rules report is one finding, of the graver rule, which names the other") {
  Dossier dossier;
  dossier.Add("aligned-money", kWarning, {{{0, 30, 42}}, {{1, 50, 62}}});
  dossier.Add("revenue", kError, {{{1, 50, 62}}, {{0, 30, 42}}});
  FinishFindings(dossier.report);
  std::vector<std::string> before;
  for (const Finding& finding : dossier.report.findings) before.push_back(finding.fingerprint);
  REQUIRE(dossier.report.findings[1].rule == "revenue");
  CHECK(dossier.Merged() == "revenue+aligned-money");
  const Finding& finding = dossier.report.findings[0];
  CHECK(finding.severity == kError);
  CHECK(finding.message == "what revenue says");
  CHECK(finding.fingerprint == before[1]);
  REQUIRE(finding.also.size() == 1);
  CHECK(finding.also[0].message == "what aligned-money says");
  CHECK(finding.also[0].fingerprint == before[0]);
  CHECK(finding.positions[0].claims.size() == 1);
}

TEST_CASE("of two findings of one gravity the more particular stays") {
  Dossier general;
  general.Add("aligned-money", kWarning, {{{0, 30, 42}}, {{1, 50, 62}}});
  general.Add("time-of-an-event", kWarning, {{{0, 30, 42}}, {{1, 50, 62}}});
  CHECK(general.Merged() == "time-of-an-event+aligned-money");

  Dossier related;
  related.Add("another-measure", kWarning, {{{0, 30, 42}}, {{1, 50, 62}}}).kind = "related";
  related.Add("confused-terms", kWarning, {{{0, 25, 42}}, {{1, 45, 62}}});
  CHECK(related.Merged() == "confused-terms+another-measure");

  Dossier exact;
  exact.Add("a-speaker", kWarning, {{{0, 20, 42}}, {{1, 40, 62}}});
  exact.Add("spelling", kWarning, {{{0, 30, 42}}, {{1, 50, 62}}});
  CHECK(exact.Merged() == "spelling+a-speaker");

  Dossier worded;
  for (Position& position : worded.Add("a-status", kError, {{{0, 30, 42}}, {{1, 50, 62}}}).positions) {
    position.value.text = "cancelled the flights";
  }
  worded.Add("quote", kError, {{{0, 20, 42}}, {{1, 40, 62}}});
  CHECK(worded.Merged() == "quote+a-status");
}

TEST_CASE("no place is lost: what the other rule points at beyond the words of the finding joins its side") {
  Dossier dossier;
  dossier.Add("spelling", kError, {{{0, 30, 42}}, {{1, 50, 62}}});
  dossier.Add("speaker", kWarning, {{{1, 52, 60}}, {{0, 20, 42}}});
  CHECK(dossier.Merged() == "spelling+speaker");
  const Finding& finding = dossier.report.findings[0];
  CHECK(dossier.Spans(finding.positions[0]) == std::vector<std::string>{"30-42", "20-42"});
  CHECK(dossier.Spans(finding.positions[1]) == std::vector<std::string>{"50-62"});
  CHECK(std::is_sorted(finding.positions[0].claims.begin(), finding.positions[0].claims.end()));
}

TEST_CASE("findings that share one side only, or documents only, are two") {
  Dossier side;
  side.Add("first", kError, {{{0, 30, 42}}, {{1, 50, 62}}});
  side.Add("second", kError, {{{0, 30, 42}}, {{1, 70, 80}}});
  CHECK(side.Merged() == "first, second");

  Dossier source;
  source.Add("first", kError, {{{0, 30, 42}}, {{1, 50, 62}}});
  source.Add("second", kError, {{{0, 30, 42}}, {{2, 50, 62}}});
  CHECK(source.Merged() == "first, second");

  Dossier more;
  more.Add("first", kError, {{{0, 30, 42}}, {{1, 50, 62}}});
  more.Add("second", kError, {{{0, 30, 42}}, {{1, 50, 62}, {2, 10, 20}}});
  CHECK(more.Merged() == "first, second");

  Dossier touching;
  touching.Add("first", kError, {{{0, 30, 42}}, {{1, 50, 62}}});
  touching.Add("second", kError, {{{0, 42, 50}}, {{1, 62, 70}}});
  CHECK(touching.Merged() == "first, second");
}

TEST_CASE("a finding and a note on the same words are two") {
  Dossier dossier;
  dossier.Add("first", kError, {{{0, 30, 42}}, {{1, 50, 62}}});
  dossier.Add("second", Severity::kNote, {{{0, 30, 42}}, {{1, 50, 62}}});
  CHECK(dossier.Merged() == "first, second");
}

TEST_CASE("a note of figures in like words says nothing beside a graver finding on them") {
  Dossier dossier;
  dossier.Add("aligned-money", Severity::kNote, {{{0, 30, 42}}, {{1, 50, 62}}});
  dossier.Add("revenue", kError, {{{0, 30, 42}}, {{1, 50, 62}}});
  CHECK(dossier.Merged() == "revenue+aligned-money");
}

TEST_CASE("what one rule saw in two texts is of the finding of another that saw it in three, and not the other way") {
  Dossier dossier;
  dossier.Add("revenue", kWarning, {{{0, 30, 42}}, {{1, 50, 62}, {2, 10, 22}}});
  dossier.Add("aligned-money", kWarning, {{{0, 30, 42}}, {{2, 10, 22}}});
  CHECK(dossier.Merged() == "revenue+aligned-money");
  Dossier other;
  other.Add("revenue", kWarning, {{{0, 30, 42}}, {{2, 10, 22}}});
  other.Add("aligned-money", kWarning, {{{0, 30, 42}}, {{1, 50, 62}, {2, 10, 22}}});
  CHECK(other.Merged() == "aligned-money, revenue");
}

TEST_CASE("three findings of one slip are one, in whatever order they come") {
  std::vector<std::string> rules = {"a", "b", "c"};
  do {
    Dossier dossier;
    for (const std::string& rule : rules) {
      const size_t wider = static_cast<size_t>(rule[0] - 'a') * 4;
      dossier.Add(rule, kError, {{{0, 30 - wider, 42}}, {{1, 50 - wider, 62}}});
    }
    CHECK(dossier.Merged() == "a+b+c");
  } while (std::next_permutation(rules.begin(), rules.end()));
}

TEST_CASE("what a baseline or a waiver says of the other rule is still found, and lets nothing graver pass") {
  Dossier dossier;
  dossier.Add("aligned-money", kWarning, {{{0, 30, 42}}, {{1, 50, 62}}});
  dossier.Add("revenue", kError, {{{0, 30, 42}}, {{1, 50, 62}}});
  REQUIRE(dossier.Merged() == "revenue+aligned-money");
  const std::vector<std::string> names = {"draft.md", "wire.txt", "court.txt"};
  const std::string part = dossier.report.findings[0].also[0].fingerprint;
  const std::vector<BaselineEntry> baseline = {{part, 1, "aligned-money", "warning", "draft.md", "", {}}};
  ApplyBaseline(baseline, "b.yaml", names, dossier.report);
  CHECK(dossier.report.findings[0].state == "new");
  CHECK(dossier.report.remarks.empty());
  CHECK(Pruned(baseline, names, dossier.report).size() == 1);

  PlacedWaiver waiver;
  waiver.waiver.rule = "aligned-money";
  waiver.waiver.document = "draft.md";
  waiver.waiver.text = "four million";
  waiver.waiver.until = absl::CivilDay(2026, 12, 31);
  ApplyWaivers({waiver}, names, absl::CivilDay(2026, 11, 1), dossier.report);
  CHECK(dossier.report.findings[0].state == "new");
  CHECK(dossier.report.remarks.empty());
  waiver.waiver.rule = "revenue";
  ApplyWaivers({waiver}, names, absl::CivilDay(2026, 11, 1), dossier.report);
  CHECK(dossier.report.findings[0].state == "waived");
}

}  // namespace
}  // namespace crosscheck
