#include "graph/consistent_sets.h"

#include <algorithm>
#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/bron_kerbosch_all_cliques.hpp>

namespace crosscheck {

namespace {

using Graph = boost::adjacency_matrix<boost::undirectedS>;

// The algorithm has no other way to be stopped than an exception, which is caught below.
struct TooMany {};

struct Collect {
  std::vector<std::vector<uint32_t>>& sets;
  size_t most;
  template <typename Clique, typename AnyGraph>
  void clique(const Clique& clique, const AnyGraph&) {  // NOLINT(readability-identifier-naming): Boost's name
    if (sets.size() == most) throw TooMany();
    sets.emplace_back(clique.begin(), clique.end());
    std::sort(sets.back().begin(), sets.back().end());
  }
};

}  // namespace

std::vector<std::vector<uint32_t>> MaximalConsistentSets(uint32_t count, absl::Span<const Edge> agree,
                                                         size_t most_sets) {
  Graph graph(count);
  for (const auto& [a, b] : agree) {
    if (a != b) boost::add_edge(a, b, graph);
  }
  std::vector<std::vector<uint32_t>> sets;
  try {
    boost::bron_kerbosch_all_cliques(graph, Collect{sets, most_sets}, 1);
  } catch (const TooMany&) {
    return {};
  }
  std::sort(sets.begin(), sets.end());
  return sets;
}

}  // namespace crosscheck
