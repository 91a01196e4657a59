#include "graph/interval_sweep.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "graph_samples.h"

namespace crosscheck {
namespace {

using Sets = std::set<std::vector<uint32_t>>;

Sets SetsOf(const IntervalPositions& swept) {
  std::vector<std::vector<uint32_t>> sets(swept.points.size());
  for (uint32_t i = 0; i < swept.positions.size(); ++i) {
    for (uint32_t p = swept.positions[i].first; p < swept.positions[i].second; ++p) sets[p].push_back(i);
  }
  return {sets.begin(), sets.end()};
}

// By trying every point: the sets of intervals around it that lie in no larger one.
Sets SetsByForce(const std::vector<ClaimRange>& intervals) {
  Sets around;
  for (const ClaimRange& at : intervals) {
    std::vector<uint32_t> set;
    for (uint32_t i = 0; i < intervals.size(); ++i) {
      if (intervals[i].low <= at.low && at.low <= intervals[i].high) set.push_back(i);
    }
    around.insert(set);
  }
  Sets maximal;
  for (const std::vector<uint32_t>& set : around) {
    const bool inside = std::any_of(around.begin(), around.end(), [&set](const std::vector<uint32_t>& other) {
      return other.size() > set.size() && std::includes(other.begin(), other.end(), set.begin(), set.end());
    });
    if (!inside) maximal.insert(set);
  }
  return maximal;
}

TEST_CASE("15, 15 to 16 and 16 are two positions, and the range stands in both") {
  const std::vector<ClaimRange> intervals = {{15, 15}, {15, 16}, {16, 16}};
  const IntervalPositions swept = SweepIntervals(intervals);
  CHECK(swept.points == std::vector<int64_t>{15, 16});
  CHECK(SetsOf(swept) == Sets{{0, 1}, {1, 2}});
}

TEST_CASE("a range around everything makes no position of its own") {
  const std::vector<ClaimRange> intervals = {{0, 100}, {3, 4}, {50, 60}, {55, 70}};
  CHECK(SetsOf(SweepIntervals(intervals)) == Sets{{0, 1}, {0, 2, 3}});
  CHECK(SweepIntervals({}).points.empty());
}

TEST_CASE("the sweep finds the maximal sets that trying every point finds") {
  for (uint32_t seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    std::vector<ClaimRange> intervals;
    for (uint32_t i = dice.Roll(12); i > 0; --i) {
      const int64_t low = dice.Roll(20);
      intervals.push_back({low, low + static_cast<int64_t>(dice.Roll(6))});
    }
    const IntervalPositions swept = SweepIntervals(intervals);
    CHECK(std::is_sorted(swept.points.begin(), swept.points.end()));
    CHECK(SetsOf(swept) == SetsByForce(intervals));
  }
}

TEST_CASE("questions are counted each by itself") {
  std::vector<uint32_t> question;
  std::vector<ClaimRange> intervals;
  std::vector<std::vector<ClaimRange>> apart(7);
  Dice dice(7);
  for (int i = 0; i < 200; ++i) {
    const uint32_t q = dice.Roll(6);  // the last question has no claim
    const int64_t low = dice.Roll(50);
    question.push_back(q);
    intervals.push_back({low, low + static_cast<int64_t>(dice.Roll(4))});
    apart[q].push_back(intervals.back());
  }
  const std::vector<uint32_t> counts = CountPositions(question, intervals, 7);
  for (uint32_t q = 0; q < 7; ++q) CHECK(counts[q] == SweepIntervals(apart[q]).points.size());
}

TEST_CASE("a group of 80,000 claims that all disagree gives values, not pairs") {
  std::vector<ClaimRange> intervals;
  for (int64_t i = 0; i < 80'000; ++i) intervals.push_back({i / 2, i / 2});
  CHECK(SweepIntervals(intervals).points.size() == 40'000);
}

}  // namespace
}  // namespace crosscheck
