#ifndef CROSSCHECK_GRAPH_HITTING_SET_H_
#define CROSSCHECK_GRAPH_HITTING_SET_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace crosscheck {

// Members of sets: a contradiction of two claims is a set of two (then this is a vertex cover), a sum with its parts is
// a set of all its figures, of which one has to change.
using Sets = std::vector<std::vector<uint32_t>>;

// Members that meet every set, of the least weight.
struct HittingSet {
  std::vector<uint32_t> members;  // sorted
  int64_t weight = 0;
  int64_t at_least = 0;  // nothing lighter meets every set; == weight where exact
  bool exact = true;
};

// Exact, by branching, for each component (what hangs together through shared members) of up to 64 members in which the
// search ends within a fixed number of steps; else at most as many times the least weight as the largest set has
// members (local ratio), with what it cannot be under. Empty sets are left out. REQUIRES: weights > 0, members below
// weights.size().
HittingSet MinimumHittingSet(absl::Span<const int64_t> weights, const Sets& sets);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_HITTING_SET_H_
