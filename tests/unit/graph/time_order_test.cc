#include "graph/time_order.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "graph_samples.h"

namespace crosscheck {
namespace {

TEST_CASE("events in a circle are an impossible order; the shortest circle is the evidence") {
  CHECK(ImpossibleOrders(3, std::vector<Edge>{{0, 1}, {1, 2}, {0, 2}}).empty());
  CHECK(ImpossibleOrders(3, std::vector<Edge>{{0, 1}, {1, 2}, {2, 0}}) == std::vector<Circle>{{0, 1, 2}});
  // A circle of four with a short cut of two, and another component.
  CHECK(ImpossibleOrders(6, std::vector<Edge>{{0, 1}, {1, 2}, {2, 3}, {3, 0}, {2, 1}, {4, 5}, {5, 4}}) ==
        std::vector<Circle>{{1, 4}, {5, 6}});
  CHECK(ImpossibleOrders(2, std::vector<Edge>{{1, 1}}) == std::vector<Circle>{{0}});
}

TEST_CASE("every circle of orders is a circle, and there is one exactly where no order fits") {
  for (uint32_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const uint32_t events = 2 + dice.Roll(5);
    std::vector<Edge> orders;
    for (uint32_t i = dice.Roll(9); i > 0; --i) orders.emplace_back(dice.Roll(events), dice.Roll(events));
    const std::vector<Circle> circles = ImpossibleOrders(events, orders);
    for (const Circle& circle : circles) {
      for (size_t i = 0; i < circle.size(); ++i) {
        CHECK(orders[circle[i]].second == orders[circle[(i + 1) % circle.size()]].first);
      }
    }
    std::vector<uint32_t> line(events);
    for (uint32_t i = 0; i < events; ++i) line[i] = i;
    bool possible = false;
    do {
      possible = possible || std::all_of(orders.begin(), orders.end(),
                                         [&line](const Edge& order) { return line[order.first] < line[order.second]; });
    } while (std::next_permutation(line.begin(), line.end()));
    CHECK(circles.empty() == possible);
  }
}

int64_t SumOf(const Circle& circle, const std::vector<TimeBound>& bounds) {
  int64_t sum = 0;
  for (const uint32_t i : circle) sum += bounds[i].most;
  return sum;
}

TEST_CASE("a date after the date of what came later is a circle below zero") {
  // 0 is the calendar, 1 the vote, 2 the audit: the vote was on day 10, the audit on day 7, the vote before the audit.
  const std::vector<TimeBound> bounds = {{0, 1, 10}, {1, 0, -10}, {0, 2, 7}, {2, 0, -7}, {2, 1, 0}};
  const std::vector<Circle> circles = ImpossibleTimes(3, bounds);
  REQUIRE(circles.size() == 1);
  Circle sorted = circles[0];
  std::sort(sorted.begin(), sorted.end());
  CHECK(sorted == Circle{1, 2, 4});
  CHECK(SumOf(circles[0], bounds) == -3);
}

TEST_CASE("an age, a year of birth and a day that leave room are possible") {
  // Birth in 1980 (days 3652..4017 of the calendar), 46 years old (16802..17166 days) on day 20576 (3 May 2026).
  const std::vector<TimeBound> fits = {{0, 1, 4017},   {1, 0, -3652}, {1, 2, 17166},
                                       {2, 1, -16802}, {0, 2, 20576}, {2, 0, -20576}};
  CHECK(ImpossibleTimes(3, fits).empty());
  std::vector<TimeBound> older = fits;
  older[2].most = 16070;  // 43 years old
  older[3].most = -15706;
  REQUIRE(ImpossibleTimes(3, older).size() == 1);
  CHECK(SumOf(ImpossibleTimes(3, older)[0], older) < 0);
}

TEST_CASE("every circle of times is a circle below zero, and where there is none all bounds can hold") {
  for (uint32_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const uint32_t events = 2 + dice.Roll(4);
    std::vector<TimeBound> bounds;
    for (uint32_t i = dice.Roll(10); i > 0; --i) {
      bounds.push_back({dice.Roll(events), dice.Roll(events), static_cast<int64_t>(dice.Roll(9)) - 3});
    }
    const std::vector<Circle> circles = ImpossibleTimes(events, bounds);
    for (const Circle& circle : circles) {
      REQUIRE_FALSE(circle.empty());
      CHECK(SumOf(circle, bounds) < 0);
      for (size_t i = 0; i < circle.size(); ++i) {
        CHECK(bounds[circle[i]].later == bounds[circle[(i + 1) % circle.size()]].earlier);
      }
    }
    // Shortest paths settle within as many rounds as there are events, exactly where all bounds can hold.
    std::vector<int64_t> day(events, 0);
    bool settled = false;
    for (uint32_t round = 0; round <= events && !settled; ++round) {
      settled = true;
      for (const TimeBound& bound : bounds) {
        if (day[bound.earlier] + bound.most >= day[bound.later]) continue;
        day[bound.later] = day[bound.earlier] + bound.most;
        settled = false;
      }
    }
    CHECK(settled == circles.empty());
  }
}

TEST_CASE("a large component gives a circle below zero too") {
  std::vector<TimeBound> bounds;
  for (uint32_t i = 0; i + 1 < 200; ++i) bounds.push_back({i, i + 1, 1});
  bounds.push_back({199, 0, -200});
  const std::vector<Circle> circles = ImpossibleTimes(200, bounds);
  REQUIRE(circles.size() == 1);
  CHECK(circles[0].size() == 200);
  CHECK(SumOf(circles[0], bounds) == -1);
}

}  // namespace
}  // namespace crosscheck
