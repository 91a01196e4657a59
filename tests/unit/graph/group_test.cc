#include "graph/group.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "graph/positions.h"
#include "graph_samples.h"

namespace crosscheck {
namespace {

std::vector<std::vector<ClaimIndex>> ClaimsOf(const Finding& finding) {
  std::vector<std::vector<ClaimIndex>> out;
  for (const Position& position : finding.positions) out.push_back(position.claims);
  return out;
}

std::vector<Finding> Group(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims) {
  return GroupRelations(documents, claims, RelateAll(claims));
}

TEST_CASE("a range between two figures stands in both positions and is marked as a bridge") {
  const std::vector<Claim> claims = {RangeClaim(0, 15, 16), RangeClaim(1, 15, 15), RangeClaim(2, 16, 16)};
  const std::vector<Finding> findings = Group(DocumentsOf(3), claims);
  REQUIRE(findings.size() == 1);
  CHECK(ClaimsOf(findings[0]) == std::vector<std::vector<ClaimIndex>>{{0, 1}, {0, 2}});
  for (const Position& position : findings[0].positions) {
    CHECK(position.bridging == std::vector<ClaimIndex>{0});
    CHECK(position.voices == 2);
  }
  CHECK(findings[0].positions[0].value.text == "15");  // not the range, which would tell them not apart
  CHECK(findings[0].positions[1].value.text == "16");
  CHECK(findings[0].conflicts == std::vector<std::pair<ClaimIndex, ClaimIndex>>{{1, 2}});
}

TEST_CASE("one finding a question, the position with most voices first") {
  std::vector<DocumentEntry> documents = DocumentsOf(5);
  const std::vector<Claim> claims = {RangeClaim(0, 12, 12), RangeClaim(1, 19, 19), RangeClaim(2, 19, 19),
                                     RangeClaim(3, 30, 30), RangeClaim(4, 12, 12)};
  std::vector<Finding> findings = Group(documents, claims);
  REQUIRE(findings.size() == 1);
  CHECK(ClaimsOf(findings[0]) == std::vector<std::vector<ClaimIndex>>{{0, 4}, {1, 2}, {3}});
  CHECK(findings[0].ranking.by_voices == std::vector<std::vector<uint32_t>>{{0, 1}, {2}});

  documents[4].voice = 0;  // a copy of the first: 2 documents, 1 voice
  findings = Group(documents, claims);
  REQUIRE(findings.size() == 1);
  CHECK(ClaimsOf(findings[0]) == std::vector<std::vector<ClaimIndex>>{{1, 2}, {0, 4}, {3}});
  CHECK(findings[0].positions[1].documents.size() == 2);
  CHECK(findings[0].positions[1].voices == 1);
  CHECK(findings[0].ranking.by_documents == std::vector<std::vector<uint32_t>>{{0, 1}, {2}});
  CHECK(findings[0].ranking.by_voices == std::vector<std::vector<uint32_t>>{{0}, {1, 2}});
}

TEST_CASE("trust weighs the voices of sources; the draft has no vote in it") {
  std::vector<DocumentEntry> documents = DocumentsOf(3, true);
  documents[1].info.trust = "low";
  documents[2].info.trust = "high";
  const std::vector<Finding> findings =
      Group(documents, {RangeClaim(0, 12, 12), RangeClaim(1, 12, 12), RangeClaim(2, 19, 19)});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].ranking.by_voices == std::vector<std::vector<uint32_t>>{{0}, {1}});
  CHECK(findings[0].ranking.by_trust == std::vector<std::vector<uint32_t>>{{1}, {0}});
}

TEST_CASE("the latest figure is named for a toll, not for an age, and not where two stand on one day") {
  std::vector<DocumentEntry> documents = DocumentsOf(2);
  documents[0].info.published = absl::CivilDay(2026, 3, 1);
  documents[1].info.published = absl::CivilDay(2026, 3, 2);
  std::vector<Claim> claims = {RangeClaim(0, 12, 12), RangeClaim(1, 19, 19)};
  CHECK(Group(documents, claims)[0].ranking.newest == 1U);
  for (Claim& claim : claims) claim.attribute = "age";
  CHECK_FALSE(Group(documents, claims)[0].ranking.newest.has_value());
  for (Claim& claim : claims) claim.attribute = "deaths";
  documents[1].info.published = documents[0].info.published;
  CHECK_FALSE(Group(documents, claims)[0].ranking.newest.has_value());
}

TEST_CASE("a replaced document takes no part, and a draft that repeats it is told so") {
  std::vector<DocumentEntry> documents = DocumentsOf(3, true);
  documents[1].replaced_by = 2;
  const std::vector<Claim> claims = {RangeClaim(0, 21, 21), RangeClaim(1, 21, 21), RangeClaim(2, 12, 12)};
  const std::vector<Finding> findings = Group(documents, claims);
  REQUIRE(findings.size() == 1);
  CHECK(ClaimsOf(findings[0]) == std::vector<std::vector<ClaimIndex>>{{0}, {2}});
  CHECK(findings[0].reason == "the draft repeats what b had, which c replaced");
  CHECK(Group(documents, {RangeClaim(0, 12, 12), RangeClaim(1, 21, 21), RangeClaim(2, 12, 12)}).empty());
}

TEST_CASE("agreement that a comparison found counts, whatever the values") {
  const std::vector<Claim> claims = {NameClaim(0, "harbour board"), NameClaim(1, "board of the harbour"),
                                     NameClaim(2, "town council")};
  const std::vector<Finding> findings = GroupRelations(
      DocumentsOf(3), claims, {RelationOf(0, 1, Agreement::kConsistent), RelationOf(1, 2, Agreement::kContradictory)});
  REQUIRE(findings.size() == 1);
  CHECK(ClaimsOf(findings[0]) == std::vector<std::vector<ClaimIndex>>{{0, 1}, {2}});
}

TEST_CASE("the order of the documents changes nothing but numbers") {
  for (uint32_t seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const int count = 2 + static_cast<int>(dice.Roll(6));
    std::vector<Claim> claims;
    for (int i = 0; i < count; ++i) {
      const int64_t low = dice.Roll(8);
      claims.push_back(RangeClaim(static_cast<DocumentIndex>(i), low, low + dice.Roll(3)));
    }
    std::vector<Claim> reversed = claims;
    for (Claim& claim : reversed) claim.document = static_cast<DocumentIndex>(count - 1) - claim.document;
    const auto positions = [](const std::vector<Finding>& findings) {
      std::set<std::vector<ClaimIndex>> out;
      for (const Finding& finding : findings) {
        for (const Position& position : finding.positions) out.insert(position.claims);
      }
      return out;
    };
    CHECK(positions(Group(DocumentsOf(count), claims)) == positions(Group(DocumentsOf(count), reversed)));
  }
}

TEST_CASE("a document that agrees with all others adds no finding and no position") {
  for (uint32_t seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    std::vector<Claim> claims;
    for (DocumentIndex i = 0; i < 4; ++i) {
      const int64_t low = dice.Roll(5);
      claims.push_back(RangeClaim(i, low, low + dice.Roll(3)));
    }
    const std::vector<Finding> before = Group(DocumentsOf(5), claims);
    claims.push_back(RangeClaim(4, 0, 10));  // "no more than ten"
    const std::vector<Finding> after = Group(DocumentsOf(5), claims);
    REQUIRE(after.size() == before.size());
    if (!after.empty()) CHECK(after[0].positions.size() == before[0].positions.size());
  }
}

TEST_CASE("claims of one position agree two by two, and none could be added") {
  for (uint32_t seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    std::vector<Claim> claims;
    for (DocumentIndex i = 0; i < 7; ++i) {
      const int64_t low = dice.Roll(9);
      claims.push_back(RangeClaim(i, low, low + dice.Roll(4)));
    }
    for (const Finding& finding : Group(DocumentsOf(7), claims)) {
      for (const Position& position : finding.positions) {
        for (ClaimIndex claim = 0; claim < claims.size(); ++claim) {
          const bool inside = std::binary_search(position.claims.begin(), position.claims.end(), claim);
          const bool fits = std::all_of(position.claims.begin(), position.claims.end(), [&](ClaimIndex other) {
            return claim == other || ValuesAgree(claims[claim], claims[other]);
          });
          CHECK(inside == fits);
        }
      }
    }
  }
}

TEST_CASE("many values are swept, and give what comparing them two by two gives") {
  std::vector<Claim> claims;
  std::vector<ClaimIndex> members;
  for (ClaimIndex i = 0; i < 600; ++i) {
    claims.push_back(RangeClaim(0, 10 * i, 10 * i + (i % 3 == 0 ? 12 : 5), i));
    members.push_back(i);
  }
  const std::vector<Position> positions = MakePositions(claims, members, {});
  size_t bridging = 0;
  for (const Position& position : positions) {
    bridging += position.bridging.size();
    for (const ClaimIndex a : position.claims) {
      for (const ClaimIndex b : position.claims) CHECK(ValuesAgree(claims[a], claims[b]));
    }
  }
  CHECK(positions.size() == 400);  // each third claim joins its neighbour
  CHECK(bridging == 0);
}

}  // namespace
}  // namespace crosscheck
