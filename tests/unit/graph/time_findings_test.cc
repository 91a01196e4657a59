#include "graph/time_findings.h"

#include <doctest/doctest.h>

#include "graph_samples.h"

namespace crosscheck {
namespace {

TimeFact Fact(ClaimIndex claim, const std::string& earlier, const std::string& later, std::optional<int64_t> least = 0,
              std::optional<int64_t> most = std::nullopt) {
  TimeFact fact;
  fact.claim = claim;
  fact.earlier = earlier;
  fact.later = later;
  fact.least = least;
  fact.most = most;
  return fact;
}

std::vector<Finding> Find(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims,
                          const std::vector<TimeFact>& facts) {
  std::vector<Finding> findings;
  AddImpossibleTimes(documents, claims, facts, findings);
  return findings;
}

TEST_CASE("a circle of orders is a finding whose positions are its claims") {
  const std::vector<Claim> claims = {NameClaim(0, "audit"), NameClaim(1, "fire"), NameClaim(2, "vote"),
                                     NameClaim(2, "parade", 2)};
  const std::vector<Finding> findings =
      Find(DocumentsOf(3), claims,
           {Fact(0, "vote", "audit"), Fact(1, "audit", "fire"), Fact(2, "fire", "vote"), Fact(3, "vote", "parade")});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].positions.size() == 3);
  CHECK(findings[0].conflicts.empty());
  CHECK(findings[0].kind == "contradiction");
  CHECK(findings[0].message ==
        "these cannot all be: a has ‘vote’ before ‘audit’; b has ‘audit’ before ‘fire’; c has ‘fire’ before ‘vote’");
}

TEST_CASE("dates and an order that do not work out are a finding; a replaced document takes no part") {
  std::vector<DocumentEntry> documents = DocumentsOf(3);
  const std::vector<Claim> claims = {NameClaim(0, "7 May"), NameClaim(1, "12 May"), NameClaim(2, "vote")};
  const std::vector<TimeFact> facts = {Fact(0, "", "vote", 7, 7), Fact(1, "", "inquest", 12, 12),
                                       Fact(2, "inquest", "vote")};
  std::vector<Finding> findings = Find(documents, claims, facts);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].kind == "calendar");
  CHECK(findings[0].positions.size() == 3);
  CHECK(findings[0].reason == "taken together they are off by 5 days");
  documents[1].replaced_by = 2;
  CHECK(Find(documents, claims, facts).empty());
}

TEST_CASE("two dates of one event are no finding here, and days that leave room are none") {
  const std::vector<Claim> claims = {NameClaim(0, "7 May"), NameClaim(1, "12 May"), NameClaim(2, "vote")};
  CHECK(Find(DocumentsOf(3), claims, {Fact(0, "", "vote", 7, 7), Fact(1, "", "vote", 12, 12)}).empty());
  CHECK(Find(DocumentsOf(3), claims,
             {Fact(0, "", "vote", 7, 7), Fact(1, "", "inquest", 1, 12), Fact(2, "inquest", "vote")})
            .empty());
  CHECK(Find(DocumentsOf(3), claims,
             {Fact(0, "", "vote", 20, 20), Fact(1, "", "inquest", 12, 12), Fact(2, "inquest", "vote", 2, 4)})
            .size() == 1);
}

}  // namespace
}  // namespace crosscheck
