#ifndef CROSSCHECK_GRAPH_SUMS_H_
#define CROSSCHECK_GRAPH_SUMS_H_

#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "crosscheck/value.h"

namespace crosscheck {

// A whole and its parts: `figures[0]` is the whole, the rest are the parts.
using Sum = absl::Span<const Value>;

// Whether some values that the wordings allow add up. nullopt where a figure is no number of the whole's unit, or the
// numbers are too large.
std::optional<bool> AddsUp(Sum sum);

// What figure `which` would have to be, with all the others as they are stated, for the sum to work out exactly;
// nullopt where that is no one number (ranges, open ends).
std::optional<Exact> Needed(Sum sum, size_t which);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_SUMS_H_
