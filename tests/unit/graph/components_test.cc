#include "graph/components.h"

#include <doctest/doctest.h>

#include "graph/consistent_sets.h"
#include "graph_samples.h"

namespace crosscheck {
namespace {

TEST_CASE("components are numbered in the order of their first vertices") {
  const std::vector<Edge> edges = {{4, 1}, {2, 5}, {5, 2}, {3, 3}};
  CHECK(ConnectedComponents(6, edges) == std::vector<uint32_t>{0, 1, 2, 3, 1, 2});
  CHECK(ConnectedComponents(0, {}).empty());
  CHECK(ConnectedComponents(2, {}) == std::vector<uint32_t>{0, 1});
}

TEST_CASE("vertices of one component are those that a union-find joins") {
  Dice dice(11);
  std::vector<Edge> edges;
  std::vector<uint32_t> label(500);
  for (uint32_t v = 0; v < label.size(); ++v) label[v] = v;
  for (int i = 0; i < 300; ++i) {
    const uint32_t a = dice.Roll(500);
    const uint32_t b = dice.Roll(500);
    edges.emplace_back(a, b);
    for (uint32_t& one : label) {
      if (one == label[b] && label[a] != label[b] && &one != &label[b]) one = label[a];
    }
    label[b] = label[a];
  }
  const std::vector<uint32_t> component = ConnectedComponents(500, edges);
  for (const auto& [a, b] : edges) CHECK(component[a] == component[b]);
  std::vector<uint32_t> sorted = component;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::sort(label.begin(), label.end());
  label.erase(std::unique(label.begin(), label.end()), label.end());
  CHECK(sorted.size() == label.size());
}

TEST_CASE("maximal consistent sets are the maximal cliques, alone ones too") {
  using Sets = std::vector<std::vector<uint32_t>>;
  CHECK(MaximalConsistentSets(3, std::vector<Edge>{{0, 1}, {1, 2}}, 10) == Sets{{0, 1}, {1, 2}});
  CHECK(MaximalConsistentSets(3, std::vector<Edge>{}, 10) == Sets{{0}, {1}, {2}});
  CHECK(MaximalConsistentSets(4, std::vector<Edge>{{0, 1}, {1, 2}, {2, 0}, {2, 3}}, 10) == Sets{{0, 1, 2}, {2, 3}});
  CHECK(MaximalConsistentSets(3, std::vector<Edge>{}, 2).empty());  // more than were asked for
}

TEST_CASE("maximal consistent sets are what trying every set finds") {
  for (uint32_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const uint32_t count = 1 + dice.Roll(8);
    bool agree[8][8] = {};
    std::vector<Edge> edges;
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = a + 1; b < count; ++b) {
        if (dice.Roll(2) == 0) continue;
        agree[a][b] = agree[b][a] = true;
        edges.emplace_back(a, b);
      }
    }
    const auto clique = [&](uint32_t set) {
      for (uint32_t a = 0; a < count; ++a) {
        for (uint32_t b = a + 1; b < count; ++b) {
          if ((set >> a & 1U) && (set >> b & 1U) && !agree[a][b]) return false;
        }
      }
      return true;
    };
    std::vector<std::vector<uint32_t>> want;
    for (uint32_t set = 1; set < (1U << count); ++set) {
      if (!clique(set)) continue;
      bool maximal = true;
      for (uint32_t v = 0; v < count; ++v) maximal = maximal && ((set >> v & 1U) || !clique(set | 1U << v));
      if (!maximal) continue;
      want.emplace_back();
      for (uint32_t v = 0; v < count; ++v) {
        if (set >> v & 1U) want.back().push_back(v);
      }
    }
    std::sort(want.begin(), want.end());
    CHECK(MaximalConsistentSets(count, edges, 1'000) == want);
  }
}

}  // namespace
}  // namespace crosscheck
