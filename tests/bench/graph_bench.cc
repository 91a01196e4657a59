// What the graph stage takes at scale. Prints one line a case: what, how much, milliseconds of processor time of the
// best of three runs, and the most memory that the process has had. Not a test: figures hang on the machine
// (docs/graph.md has some).
//
//   cmake --build --preset release --target crosscheck_graph_bench && build/release/tests/bench/crosscheck_graph_bench
//   [CASE]
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "graph/components.h"
#include "graph/hitting_set.h"
#include "graph/interval_sweep.h"
#include "graph/time_order.h"

namespace crosscheck {
namespace {

uint64_t state = 88172645463325252U;
uint64_t Next() {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

// Questions as news has them: few with very many claims, many with one or two.
uint32_t ZipfQuestion(uint32_t questions) {
  const double u = static_cast<double>(Next() >> 11) / 9007199254740992.0;
  const double q = static_cast<double>(questions) * u * u * u * u;
  return std::min(questions - 1, static_cast<uint32_t>(q));
}

void Measure(const char* what, const std::function<size_t()>& run) {
  double best = 1e18;
  size_t result = 0;
  for (int i = 0; i < 3; ++i) {
    const std::clock_t start = std::clock();
    result = run();
    best = std::min(best, 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%-62s %9.0f ms %6ld MB  (%zu)\n", what, best, usage.ru_maxrss / 1024, result);
}

void Components(const std::string& wanted) {
  if (wanted != "" && wanted != "components") return;
  constexpr uint32_t kClaims = 1'000'000;
  std::vector<Edge> edges;
  edges.reserve(5'000'000);
  for (int i = 0; i < 5'000'000; ++i) {
    // Most relations are within a question: claims that are near one another in number.
    const auto a = static_cast<uint32_t>(Next() % kClaims);
    edges.emplace_back(a, std::min<uint32_t>(kClaims - 1, a + static_cast<uint32_t>(Next() % 40)));
  }
  Measure("components of 1M claims with 5M relations", [&edges] {
    const std::vector<uint32_t> component = ConnectedComponents(kClaims, edges);
    return static_cast<size_t>(*std::max_element(component.begin(), component.end()) + 1);
  });
}

void Sweeps(const std::string& wanted) {
  if (wanted != "" && wanted != "sweep") return;
  constexpr uint32_t kClaims = 10'000'000;
  constexpr uint32_t kQuestions = 2'000'000;
  std::vector<uint32_t> question(kClaims);
  std::vector<ClaimRange> intervals(kClaims);
  for (uint32_t i = 0; i < kClaims; ++i) {
    question[i] = ZipfQuestion(kQuestions);
    const auto low = static_cast<int64_t>(Next() % 10'000);
    intervals[i] = {low, low + static_cast<int64_t>(Next() % 3)};
  }
  Measure("10M claims grouped by question and swept", [&] {
    const std::vector<uint32_t> counts = CountPositions(question, intervals, kQuestions);
    size_t sum = 0;
    for (const uint32_t count : counts) sum += count;
    return sum;
  });
}

void OneGroup(const std::string& wanted) {
  if (wanted != "" && wanted != "group") return;
  std::vector<ClaimRange> intervals;
  for (int64_t i = 0; i < 80'000; ++i) {
    const auto low = static_cast<int64_t>(Next() % 50'000);
    intervals.push_back({low, low + static_cast<int64_t>(Next() % 3)});
  }
  Measure("positions of one question of 80,000 claims", [&] { return SweepIntervals(intervals).points.size(); });
}

void Repairs(const std::string& wanted) {
  if (wanted != "" && wanted != "repair") return;
  std::vector<int64_t> weights(60, 1'000'000);
  Sets sets;
  for (int i = 0; i < 90; ++i) sets.push_back({static_cast<uint32_t>(Next() % 60), static_cast<uint32_t>(Next() % 60)});
  Measure("least change of 60 places in 90 contradictions, exactly",
          [&] { return MinimumHittingSet(weights, sets).members.size(); });
  std::vector<int64_t> many(200'000, 1'000'000);
  Sets more;
  for (int i = 0; i < 400'000; ++i) {
    more.push_back({static_cast<uint32_t>(Next() % 200'000), static_cast<uint32_t>(Next() % 200'000)});
  }
  Measure("change of 200,000 places in 400,000 contradictions, bounded",
          [&] { return MinimumHittingSet(many, more).members.size(); });
}

void Orders(const std::string& wanted) {
  if (wanted != "" && wanted != "orders") return;
  std::vector<Edge> orders;
  for (int i = 0; i < 3'000; ++i) {
    const auto a = static_cast<uint32_t>(Next() % 1'500);
    orders.emplace_back(a, std::min<uint32_t>(1'499, a + 1 + static_cast<uint32_t>(Next() % 40)));
  }
  orders.emplace_back(1'400, 1'300);
  Measure("impossible orders among 1,500 events and 3,001 orders",
          [&] { return ImpossibleOrders(1'500, orders).size(); });
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) {
  const std::string wanted = argc > 1 ? argv[1] : "";
  crosscheck::Components(wanted);
  crosscheck::Sweeps(wanted);
  crosscheck::OneGroup(wanted);
  crosscheck::Repairs(wanted);
  crosscheck::Orders(wanted);
  return 0;
}
