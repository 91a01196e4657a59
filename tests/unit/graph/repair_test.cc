#include "graph/repair.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "finding/finding.h"
#include "graph/group.h"
#include "graph_samples.h"

namespace crosscheck {
namespace {

Report ReportOf(std::vector<DocumentEntry> documents, std::vector<Claim> claims, std::vector<Relation> relations) {
  Report report;
  report.documents = std::move(documents);
  report.findings = GroupRelations(report.documents, claims, relations);
  report.claims = std::move(claims);
  FinishFindings(report);
  return report;
}

std::vector<std::vector<ClaimIndex>> ItemsOf(const Repair& repair) {
  std::vector<std::vector<ClaimIndex>> out;
  for (const RepairItem& item : repair.items) out.push_back(item.claims);
  return out;
}

Relation Contradiction(ClaimIndex a, ClaimIndex b, const std::string& question) {
  Relation relation = RelationOf(a, b, Agreement::kContradictory);
  relation.question = question;
  return relation;
}

TEST_CASE("the draft's side of a contradiction with a source is to change") {
  const std::vector<Claim> claims = {RangeClaim(0, 45, 45), RangeClaim(1, 48, 48), RangeClaim(2, 48, 48)};
  const Repair repair = FindRepair(ReportOf(DocumentsOf(3, true), claims, RelateAll(claims)));
  CHECK(ItemsOf(repair) == std::vector<std::vector<ClaimIndex>>{{0}});
  CHECK(repair.exact);
  CHECK(repair.left == 0);
}

TEST_CASE("what sources have against one another no change of the draft ends") {
  const std::vector<Claim> claims = {RangeClaim(0, 15, 16), RangeClaim(1, 15, 15), RangeClaim(2, 16, 16)};
  const Repair repair = FindRepair(ReportOf(DocumentsOf(3, true), claims, RelateAll(claims)));
  CHECK(repair.items.empty());  // the draft fits both
  CHECK(repair.left == 1);
}

TEST_CASE("inside a draft the figure that no source has is to change; two that hang on one figure need one change") {
  std::vector<Claim> claims = {RangeClaim(0, 48, 48, 1), RangeClaim(0, 45, 45, 2), RangeClaim(0, 46, 46, 3),
                               RangeClaim(1, 48, 48, 1)};
  Report report =
      ReportOf(DocumentsOf(2, true), claims, {Contradiction(0, 1, "x"), RelationOf(0, 3, Agreement::kConsistent)});
  report.findings[0].positions[0].documents = {0, 1};
  CHECK(ItemsOf(
            FindRepair(ReportOf(DocumentsOf(2, true), claims, {Contradiction(0, 1, "x"), Contradiction(1, 2, "y")}))) ==
        std::vector<std::vector<ClaimIndex>>{{1}});
  Relation agrees = RelationOf(0, 3, Agreement::kConsistent);
  agrees.question = "x";
  CHECK(ItemsOf(FindRepair(ReportOf(DocumentsOf(2, true), claims, {Contradiction(0, 1, "x"), agrees}))) ==
        std::vector<std::vector<ClaimIndex>>{{1}});
}

TEST_CASE("claims of one phrase are one change, and what ends most findings comes first") {
  std::vector<Claim> claims = {RangeClaim(0, 1, 1, 1), RangeClaim(0, 2, 2, 5), RangeClaim(0, 2, 2, 5),
                               RangeClaim(1, 9, 9, 1), RangeClaim(1, 8, 8, 2), RangeClaim(1, 7, 7, 3)};
  claims[2].rule = "other";
  claims[2].span.end += 4;
  const Repair repair = FindRepair(ReportOf(
      DocumentsOf(2, true), claims, {Contradiction(0, 3, "x"), Contradiction(1, 4, "y"), Contradiction(2, 5, "z")}));
  CHECK(ItemsOf(repair) == std::vector<std::vector<ClaimIndex>>{{1, 2}, {0}});
  CHECK(repair.items[0].findings.size() == 2);
}

TEST_CASE("without a draft it is the least set of all documents") {
  const std::vector<Claim> claims = {RangeClaim(0, 12, 12), RangeClaim(1, 19, 19), RangeClaim(2, 19, 19)};
  const Repair repair = FindRepair(ReportOf(DocumentsOf(3), claims, RelateAll(claims)));
  CHECK(ItemsOf(repair) == std::vector<std::vector<ClaimIndex>>{{0}});
}

TEST_CASE("with the places of the repair taken away, no contradiction of the draft is left") {
  for (uint32_t seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    std::vector<Claim> claims;
    for (size_t i = 0; i < 12; ++i) {
      const int64_t low = dice.Roll(5);
      claims.push_back(RangeClaim(dice.Roll(3), low, low + dice.Roll(2), i));
    }
    std::vector<Relation> relations;
    for (int i = 0; i < 14; ++i) {
      const ClaimIndex a = dice.Roll(12);
      const ClaimIndex b = dice.Roll(12);
      if (a != b) relations.push_back(Contradiction(a, b, absl::StrCat(dice.Roll(4))));
    }
    const Report report = ReportOf(DocumentsOf(3, true), claims, relations);
    const Repair repair = FindRepair(report);
    std::set<ClaimIndex> changed;
    for (const RepairItem& item : repair.items) changed.insert(item.claims.begin(), item.claims.end());
    for (const ClaimIndex claim : changed) CHECK(claims[claim].document == 0);
    size_t left = 0;
    for (const Finding& finding : report.findings) {
      bool among_sources = false;
      for (const auto& [a, b] : finding.conflicts) {
        if (changed.contains(a) || changed.contains(b)) continue;
        CHECK(claims[a].document != 0);
        CHECK(claims[b].document != 0);
        among_sources = true;
      }
      left += among_sources ? 1 : 0;
    }
    CHECK(repair.left == left);
  }
}

}  // namespace
}  // namespace crosscheck
