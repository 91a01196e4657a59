#ifndef CROSSCHECK_GRAPH_COMPONENTS_H_
#define CROSSCHECK_GRAPH_COMPONENTS_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"

namespace crosscheck {

using Edge = std::pair<uint32_t, uint32_t>;

// The connected component of each of `count` vertices, numbered from 0 in the order of their first vertices. Edges have
// no direction; loops and repeated edges do no harm. REQUIRES: ends below `count`, which is below 2^32 - 1.
std::vector<uint32_t> ConnectedComponents(uint32_t count, absl::Span<const Edge> edges);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_COMPONENTS_H_
