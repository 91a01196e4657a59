#ifndef CROSSCHECK_GRAPH_INTERVAL_SWEEP_H_
#define CROSSCHECK_GRAPH_INTERVAL_SWEEP_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"

namespace crosscheck {

// What a claim allows, both ends included. REQUIRES: low <= high.
struct ClaimRange {
  int64_t low = 0;
  int64_t high = 0;
};

// The positions of one question. Intervals that meet two by two all meet in one point, so a maximal set of claims that
// can all be true is the set of intervals around a point: positions are given as points, and each interval stands in
// an unbroken run of them. Never larger than the input, however many pairs disagree.
struct IntervalPositions {
  std::vector<int64_t> points;                           // rising; one a position
  std::vector<std::pair<uint32_t, uint32_t>> positions;  // of each interval: first position and the one after its last
};
IntervalPositions SweepIntervals(absl::Span<const ClaimRange> intervals);

// The number of positions of each question: 0 where nobody speaks, 1 where all agree. `question[i]` is that of
// interval i, below `questions`. Linear but for the sorting inside a question.
std::vector<uint32_t> CountPositions(absl::Span<const uint32_t> question, absl::Span<const ClaimRange> intervals,
                                     uint32_t questions);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_INTERVAL_SWEEP_H_
