#include "graph/components.h"

#include <boost/pending/disjoint_sets.hpp>
#include <limits>

namespace crosscheck {

std::vector<uint32_t> ConnectedComponents(uint32_t count, absl::Span<const Edge> edges) {
  // No graph is built: Boost's incremental components need the edges once, in any order, and two words a vertex.
  std::vector<uint8_t> rank(count, 0);
  std::vector<uint32_t> parent(count);
  boost::disjoint_sets<uint8_t*, uint32_t*> sets(rank.data(), parent.data());
  for (uint32_t vertex = 0; vertex < count; ++vertex) sets.make_set(vertex);
  for (const auto& [a, b] : edges) sets.union_set(a, b);
  constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();
  std::vector<uint32_t> number(count, kNone);  // of the component, by its representative
  std::vector<uint32_t> component(count);
  uint32_t next = 0;
  for (uint32_t vertex = 0; vertex < count; ++vertex) {
    uint32_t& one = number[sets.find_set(vertex)];
    if (one == kNone) one = next++;
    component[vertex] = one;
  }
  return component;
}

}  // namespace crosscheck
