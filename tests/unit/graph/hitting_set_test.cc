#include "graph/hitting_set.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

#include "graph_samples.h"

namespace crosscheck {
namespace {

bool Meets(const std::vector<uint32_t>& members, const Sets& sets) {
  return std::all_of(sets.begin(), sets.end(), [&](const std::vector<uint32_t>& set) {
    return set.empty() || std::any_of(set.begin(), set.end(), [&](uint32_t v) {
             return std::binary_search(members.begin(), members.end(), v);
           });
  });
}

int64_t LeastByForce(const std::vector<int64_t>& weights, const Sets& sets) {
  int64_t least = std::numeric_limits<int64_t>::max();
  for (uint32_t set = 0; set < (1U << weights.size()); ++set) {
    std::vector<uint32_t> vertices;
    int64_t weight = 0;
    for (uint32_t v = 0; v < weights.size(); ++v) {
      if ((set >> v & 1U) == 0) continue;
      vertices.push_back(v);
      weight += weights[v];
    }
    if (weight < least && Meets(vertices, sets)) least = weight;
  }
  return least;
}

TEST_CASE("known graphs have their known covers") {
  struct Case {
    std::vector<int64_t> weights;
    Sets sets;
    std::vector<uint32_t> want;
  };
  const Case cases[] = {
      {{1, 1}, {}, {}},
      {{1, 1}, {{0, 1}}, {0}},
      {{3, 1}, {{0, 1}}, {1}},                              // the lighter end
      {{1, 1, 1, 1}, {{0, 1}, {0, 2}, {0, 3}}, {0}},        // a star: its middle
      {{5, 1, 1, 1}, {{0, 1}, {0, 2}, {0, 3}}, {1, 2, 3}},  // unless that weighs more than all else
      {{1, 1, 1}, {{0, 1}, {1, 2}, {2, 0}}, {0, 1}},        // a triangle: two of three
      {{1, 1, 1}, {{1}, {0, 1}}, {1}},                      // a set of one forces its member
      {{1, 1, 1, 1}, {{0, 1, 2}, {2, 3}}, {2}},             // a sum of three and a pair share a figure
      {{1, 1, 1, 1, 1}, {{0, 1}, {1, 2}, {3, 4}}, {1, 3}},  // two components
  };
  for (const Case& c : cases) {
    CAPTURE(c.sets.size());
    const HittingSet cover = MinimumHittingSet(c.weights, c.sets);
    CHECK(cover.members == c.want);
    CHECK(cover.exact);
    CHECK(cover.at_least == cover.weight);
  }
}

TEST_CASE("the cover of a small graph weighs what trying every set finds") {
  for (uint32_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    std::vector<int64_t> weights;
    for (uint32_t v = 0; v < 10; ++v) weights.push_back(1 + dice.Roll(5));
    Sets sets;
    for (uint32_t i = dice.Roll(20); i > 0; --i) {
      sets.emplace_back();
      for (uint32_t k = 1 + dice.Roll(3); k > 0; --k) sets.back().push_back(dice.Roll(10));
    };
    const HittingSet cover = MinimumHittingSet(weights, sets);
    CHECK(Meets(cover.members, sets));
    CHECK(cover.exact);
    CHECK(cover.weight == LeastByForce(weights, sets));
  }
}

TEST_CASE("a large graph is covered within twice the bound, and says that it is not exact") {
  Dice dice(3);
  std::vector<int64_t> weights(2'000, 1);
  Sets sets;
  for (int i = 0; i < 6'000; ++i) sets.push_back({dice.Roll(2'000), dice.Roll(2'000)});
  const HittingSet cover = MinimumHittingSet(weights, sets);
  CHECK(Meets(cover.members, sets));
  CHECK_FALSE(cover.exact);
  CHECK(cover.at_least > 0);
  CHECK(cover.at_least <= cover.weight);
  CHECK(cover.weight <= 2 * cover.at_least);
}

}  // namespace
}  // namespace crosscheck
