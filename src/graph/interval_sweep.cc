#include "graph/interval_sweep.h"

#include <algorithm>

namespace crosscheck {

namespace {

// Calls `emit(point)` for each position, rising. `sorted` is by low end.
//
// Going up the low ends, the claims that are open are those whose high end has not been passed. A set is maximal when
// the next low end lies beyond the least high end of the open claims, and a claim has come in since the last set.
template <typename Emit>
void ForEachPoint(std::vector<ClaimRange>& sorted, const Emit& emit) {
  const auto later_end = [](const ClaimRange& a, const ClaimRange& b) { return a.high > b.high; };
  std::vector<ClaimRange> open;  // a heap, the least high end on top
  bool grown = false;
  int64_t last_low = 0;
  const auto close_before = [&](int64_t low) {
    while (!open.empty() && open.front().high < low) {
      if (grown) emit(last_low);
      grown = false;
      std::pop_heap(open.begin(), open.end(), later_end);
      open.pop_back();
    }
  };
  for (const ClaimRange& interval : sorted) {
    close_before(interval.low);
    open.push_back(interval);
    std::push_heap(open.begin(), open.end(), later_end);
    last_low = interval.low;
    grown = true;
  }
  if (grown) emit(last_low);
}

void SortByLow(std::vector<ClaimRange>& intervals) {
  std::sort(intervals.begin(), intervals.end(),
            [](const ClaimRange& a, const ClaimRange& b) { return a.low != b.low ? a.low < b.low : a.high < b.high; });
}

}  // namespace

IntervalPositions SweepIntervals(absl::Span<const ClaimRange> intervals) {
  IntervalPositions out;
  std::vector<ClaimRange> sorted(intervals.begin(), intervals.end());
  SortByLow(sorted);
  ForEachPoint(sorted, [&out](int64_t point) { out.points.push_back(point); });
  out.positions.reserve(intervals.size());
  for (const ClaimRange& interval : intervals) {
    const auto first = std::lower_bound(out.points.begin(), out.points.end(), interval.low);
    const auto last = std::upper_bound(first, out.points.end(), interval.high);
    out.positions.emplace_back(first - out.points.begin(), last - out.points.begin());
  }
  return out;
}

std::vector<uint32_t> CountPositions(absl::Span<const uint32_t> question, absl::Span<const ClaimRange> intervals,
                                     uint32_t questions) {
  // Counting sort: questions are numbered already, so nothing is hashed or compared.
  std::vector<uint32_t> begin(questions + 1, 0);
  for (const uint32_t q : question) ++begin[q + 1];
  for (uint32_t q = 0; q < questions; ++q) begin[q + 1] += begin[q];
  std::vector<ClaimRange> grouped(intervals.size());
  {
    std::vector<uint32_t> at(begin.begin(), begin.end() - 1);
    for (size_t i = 0; i < intervals.size(); ++i) grouped[at[question[i]]++] = intervals[i];
  }
  std::vector<uint32_t> counts(questions, 0);
  std::vector<ClaimRange> one;
  for (uint32_t q = 0; q < questions; ++q) {
    one.assign(grouped.begin() + begin[q], grouped.begin() + begin[q + 1]);
    SortByLow(one);
    ForEachPoint(one, [&counts, q](int64_t) { ++counts[q]; });
  }
  return counts;
}

}  // namespace crosscheck
