#include "graph/time_findings.h"

#include <doctest/doctest.h>

#include "absl/strings/str_cat.h"
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
  std::vector<Claim> all = claims;
  AddImpossibleTimes(documents, all, facts, findings);
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

// A date: from the first minute of day `from` to the last of day `to`.
TimeFact Date(ClaimIndex claim, const std::string& event, int64_t from, int64_t to) {
  return Fact(claim, "", event, from * 1440, to * 1440 + 1439);
}

// What a sentence says, not a rule that names its events.
TimeFact Told(TimeFact fact) {
  fact.from_text = true;
  return fact;
}

TEST_CASE("dates and an order that do not work out are a finding; a replaced document takes no part") {
  std::vector<DocumentEntry> documents = DocumentsOf(3);
  const std::vector<Claim> claims = {NameClaim(0, "7 May"), NameClaim(1, "12 May"), NameClaim(2, "vote")};
  const std::vector<TimeFact> facts = {Date(0, "vote", 7, 7), Date(1, "inquest", 12, 12), Fact(2, "inquest", "vote")};
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
  CHECK(Find(DocumentsOf(3), claims, {Date(0, "vote", 7, 7), Date(1, "vote", 12, 12)}).empty());
  CHECK(Find(DocumentsOf(3), claims, {Date(0, "vote", 7, 7), Date(1, "inquest", 1, 12), Fact(2, "inquest", "vote")})
            .empty());
  CHECK(Find(DocumentsOf(3), claims,
             {Date(0, "vote", 20, 20), Date(1, "inquest", 12, 12), Fact(2, "inquest", "vote", 2 * 1440, 4 * 1440)})
            .size() == 1);
}

TEST_CASE("what happened during an event did not happen after it") {
  const std::vector<Claim> claims = {NameClaim(0, "resigned"), NameClaim(1, "resigned")};
  const std::string ends = absl::StrCat("inquiry", kEventEnd);
  const std::vector<TimeFact> during = {Fact(0, "inquiry", "resigned"), Fact(0, "resigned", ends)};
  std::vector<TimeFact> facts = during;
  facts.push_back(Fact(1, ends, "resigned", 1));
  const std::vector<Finding> findings = Find(DocumentsOf(2), claims, facts);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].positions.size() == 2);
  facts = during;
  facts.push_back(Fact(1, "inquiry", "resigned", 1));
  CHECK(Find(DocumentsOf(2), claims, facts).empty());
}

TEST_CASE("times of one day of a text and an order of another are off by minutes") {
  const std::vector<Claim> claims = {NameClaim(0, "9:40"), NameClaim(0, "9:52"), NameClaim(1, "order")};
  const std::string day = absl::StrCat(kDayKey, "0/1");
  std::vector<TimeFact> facts = {Fact(0, day, "alarm", 580, 580), Fact(1, day, "blast", 592, 592),
                                 Fact(2, "blast", "alarm", 1)};
  for (TimeFact& fact : facts) fact.clock = true;
  const std::vector<Finding> findings = Find(DocumentsOf(2), claims, facts);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].reason == "taken together they are off by 13 minutes");
}

TEST_CASE("what sentences tell counts against another document only") {
  const std::vector<Claim> claims = {NameClaim(0, "vote"), NameClaim(0, "audit"), NameClaim(1, "audit")};
  const TimeFact first = Told(Fact(0, "vote", "audit", 1));
  CHECK(Find(DocumentsOf(2), claims, {first, Told(Fact(1, "audit", "vote", 1))}).empty());
  CHECK(Find(DocumentsOf(2), claims, {first, Told(Fact(2, "audit", "vote", 1))}).size() == 1);
}

}  // namespace
}  // namespace crosscheck
