#ifndef CROSSCHECK_GRAPH_TIME_ORDER_H_
#define CROSSCHECK_GRAPH_TIME_ORDER_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "graph/components.h"

namespace crosscheck {

// Indices of facts that cannot all be true, in the order of a circle: each begins where the one before it ends,
// the first of all facts first.
using Circle = std::vector<uint32_t>;

// `orders[i]` = (a, b): event a came before event b. Where events follow one another in a circle (strongly connected
// components) no order is possible: the shortest circle of each component, in the order of their first facts. An event
// before itself is a circle of one.
std::vector<Circle> ImpossibleOrders(uint32_t events, absl::Span<const Edge> orders);

// later - earlier <= most, in days; the point of time from which dates count is an event like any other.
struct TimeBound {
  uint32_t earlier = 0, later = 0;
  int64_t most = 0;
};

// Bounds that cannot all hold: along a circle their sum is below zero. For each component of events (joined by bounds)
// that has one, a circle of as few bounds as possible; for a component of more than 64 events, the circle that
// Bellman and Ford's search comes upon.
std::vector<Circle> ImpossibleTimes(uint32_t events, absl::Span<const TimeBound> bounds);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_TIME_ORDER_H_
