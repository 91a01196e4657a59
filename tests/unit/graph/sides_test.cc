#include "graph/sides.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "graph/group.h"
#include "graph_samples.h"

namespace crosscheck {
namespace {

using Documents = std::vector<DocumentIndex>;

TEST_CASE("friends of friends and foes of foes make two camps") {
  const std::vector<Camps> camps = SplitIntoCamps(4, {{0, 1}, {2, 3}}, {{0, 2}, {1, 3}});
  REQUIRE(camps.size() == 1);
  CHECK(camps[0].first == Documents{0, 1});
  CHECK(camps[0].second == Documents{2, 3});
  CHECK(camps[0].odd_cycle.empty());
}

TEST_CASE("three that all disagree are no two camps, and the circle says so") {
  const std::vector<Camps> camps = SplitIntoCamps(4, {{2, 3}}, {{0, 1}, {1, 2}, {0, 2}});
  REQUIRE(camps.size() == 1);
  CHECK(camps[0].first.empty());
  Documents circle = camps[0].odd_cycle;
  std::sort(circle.begin(), circle.end());
  CHECK(circle == Documents{0, 1, 2});
}

TEST_CASE("a pair has no camps, nor have documents that all agree") {
  CHECK(SplitIntoCamps(2, {}, {{0, 1}}).empty());
  CHECK(SplitIntoCamps(3, {{0, 1}, {1, 2}}, {}).empty());
}

TEST_CASE(
    "no quarrel lies inside a camp and no friendship across; an odd circle is a circle that changes sides oddly") {
  for (uint32_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const uint32_t count = 3 + dice.Roll(6);
    std::vector<Edge> friends, foes;
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = a + 1; b < count; ++b) {
        const uint32_t roll = dice.Roll(6);
        if (roll == 0) friends.emplace_back(a, b);
        if (roll == 1) foes.emplace_back(a, b);
      }
    }
    const auto has = [](const std::vector<Edge>& edges, uint32_t a, uint32_t b) {
      return std::find(edges.begin(), edges.end(), Edge(std::min(a, b), std::max(a, b))) != edges.end();
    };
    for (const Camps& camps : SplitIntoCamps(count, friends, foes)) {
      const std::set<uint32_t> first(camps.first.begin(), camps.first.end());
      const std::set<uint32_t> second(camps.second.begin(), camps.second.end());
      for (const auto& [a, b] : friends) CHECK_FALSE((first.contains(a) && second.contains(b)));
      for (const auto& [a, b] : foes) CHECK_FALSE((first.contains(a) && first.contains(b)));
      int changes = 0;
      for (size_t i = 0; i < camps.odd_cycle.size(); ++i) {
        const uint32_t a = camps.odd_cycle[i];
        const uint32_t b = camps.odd_cycle[(i + 1) % camps.odd_cycle.size()];
        const bool is_edge = has(friends, a, b) || has(foes, a, b);
        CHECK(is_edge);
        changes += has(foes, a, b) ? 1 : 0;
      }
      CHECK((camps.odd_cycle.empty() || changes % 2 == 1));
    }
  }
}

TEST_CASE("who stands alone against two voices that agree is counted over all questions") {
  const std::vector<Claim> claims = {RangeClaim(0, 12, 12),  RangeClaim(1, 19, 19),  RangeClaim(2, 19, 19),
                                     RangeClaim(0, 3, 3, 2), RangeClaim(1, 4, 4, 2), RangeClaim(2, 4, 4, 2)};
  std::vector<Relation> relations;
  for (const Relation& relation : RelateAll(claims)) {
    if ((relation.a < 3) != (relation.b < 3)) continue;
    relations.push_back(relation);
    relations.back().question = relation.a < 3 ? "toll" : "boats";
  }
  Report report;
  report.documents = DocumentsOf(3);
  report.claims = claims;
  report.findings = GroupRelations(report.documents, claims, relations);
  const Sides sides = FindSides(report);
  REQUIRE(sides.loners.size() == 1);
  CHECK(sides.loners[0].document == 0);
  CHECK(sides.loners[0].times == 2);
  REQUIRE(sides.camps.size() == 1);
  CHECK(sides.camps[0].first == Documents{0});
  CHECK(sides.camps[0].second == Documents{1, 2});
}

}  // namespace
}  // namespace crosscheck
