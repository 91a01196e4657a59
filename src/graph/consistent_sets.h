#ifndef CROSSCHECK_GRAPH_CONSISTENT_SETS_H_
#define CROSSCHECK_GRAPH_CONSISTENT_SETS_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "graph/components.h"

namespace crosscheck {

// The maximal sets of `count` claims of which every two agree, for claims that are no ranges of numbers: the maximal
// cliques of `agree` (which has no direction). Each set sorted, the sets in order. There can be very many; where there
// are more than `most_sets`, nothing is given (an empty list), and the caller must do with less.
std::vector<std::vector<uint32_t>> MaximalConsistentSets(uint32_t count, absl::Span<const Edge> agree,
                                                         size_t most_sets);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_CONSISTENT_SETS_H_
