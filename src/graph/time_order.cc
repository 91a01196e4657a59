#include "graph/time_order.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/strong_components.hpp>
#include <limits>
#include <numeric>
#include <optional>

namespace crosscheck {

namespace {

constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();
constexpr size_t kMostForShortest = 64;

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, int64_t>>;

// The facts that lead out of each event.
std::vector<std::vector<uint32_t>> FactsFrom(uint32_t events, absl::Span<const Edge> orders) {
  std::vector<std::vector<uint32_t>> facts(events);
  for (uint32_t i = 0; i < orders.size(); ++i) facts[orders[i].first].push_back(i);
  return facts;
}

// The shortest way from `start` back to it, breadth first; empty where there is none.
Circle ShortestCircle(uint32_t start, absl::Span<const Edge> orders, const std::vector<std::vector<uint32_t>>& facts,
                      const std::vector<size_t>& component) {
  std::vector<uint32_t> reached_by(component.size(), kNone);
  std::vector<uint32_t> queue = {start};
  for (size_t at = 0; at < queue.size(); ++at) {
    for (const uint32_t fact : facts[queue[at]]) {
      const uint32_t next = orders[fact].second;
      if (component[next] != component[start]) continue;
      if (next == start) {
        Circle circle = {fact};
        for (uint32_t event = queue[at]; event != start; event = orders[reached_by[event]].first) {
          circle.push_back(reached_by[event]);
        }
        std::reverse(circle.begin(), circle.end());
        return circle;
      }
      if (reached_by[next] != kNone) continue;
      reached_by[next] = fact;
      queue.push_back(next);
    }
  }
  return {};
}

// A circle of bounds that sum up to less than zero, with as few bounds as possible: the least sum of every walk of so
// many bounds from each event, until one that comes back is below zero.
Circle FewestBounds(uint32_t events, absl::Span<const TimeBound> bounds, const std::vector<uint32_t>& inside) {
  std::vector<uint32_t> number(events, kNone);
  uint32_t count = 0;
  for (const uint32_t bound : inside) {
    for (const uint32_t event : {bounds[bound].earlier, bounds[bound].later}) {
      if (number[event] == kNone) number[event] = count++;
    }
  }
  constexpr int64_t kFar = std::numeric_limits<int64_t>::max() / 4;
  Circle best;
  for (uint32_t start = 0; start < count; ++start) {
    std::vector<std::vector<int64_t>> sum(1, std::vector<int64_t>(count, kFar));
    std::vector<std::vector<uint32_t>> by(1, std::vector<uint32_t>(count, kNone));
    sum[0][start] = 0;
    for (size_t length = 1; length <= count && (best.empty() || length < best.size()); ++length) {
      sum.emplace_back(count, kFar);
      by.emplace_back(count, kNone);
      for (const uint32_t bound : inside) {
        const uint32_t from = number[bounds[bound].earlier];
        const uint32_t to = number[bounds[bound].later];
        if (sum[length - 1][from] == kFar || sum[length - 1][from] + bounds[bound].most >= sum[length][to]) continue;
        sum[length][to] = sum[length - 1][from] + bounds[bound].most;
        by[length][to] = bound;
      }
      if (sum[length][start] >= 0) continue;
      best.clear();
      uint32_t event = start;
      for (size_t l = length; l > 0; --l) {
        best.push_back(by[l][event]);
        event = number[bounds[by[l][event]].earlier];
      }
      std::reverse(best.begin(), best.end());
    }
  }
  return best;
}

// Bellman and Ford from everywhere at once. Empty where all bounds can hold.
Circle AnyCircle(uint32_t events, absl::Span<const TimeBound> bounds, const std::vector<uint32_t>& inside) {
  Graph graph(events);
  for (const uint32_t bound : inside) {
    boost::add_edge(bounds[bound].earlier, bounds[bound].later, bounds[bound].most, graph);
  }
  std::vector<int64_t> distance(events, 0);
  std::vector<size_t> before(events);
  std::iota(before.begin(), before.end(), size_t{0});
  const bool possible = boost::bellman_ford_shortest_paths(
      graph, static_cast<int>(events), boost::distance_map(distance.data()).predecessor_map(before.data()));
  if (possible) return {};
  // Some bound can still be tightened; going back far enough from there ends up on a circle.
  for (const uint32_t bound : inside) {
    const TimeBound& one = bounds[bound];
    if (distance[one.earlier] + one.most >= distance[one.later]) continue;
    size_t event = one.earlier;
    for (uint32_t i = 0; i < events; ++i) event = before[event];
    Circle circle;
    size_t at = event;
    do {
      // The tightest bound between the two is the one that the search took.
      uint32_t taken = kNone;
      for (const uint32_t other : inside) {
        if (bounds[other].earlier != before[at] || bounds[other].later != at) continue;
        if (taken == kNone || bounds[other].most < bounds[taken].most) taken = other;
      }
      if (taken == kNone) return {};
      circle.push_back(taken);
      at = before[at];
    } while (at != event && circle.size() <= events);
    std::reverse(circle.begin(), circle.end());
    return circle;
  }
  return {};
}

// So that what is said first comes first.
void BeginWithLeast(Circle& circle) {
  std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
}

}  // namespace

std::vector<Circle> ImpossibleOrders(uint32_t events, absl::Span<const Edge> orders) {
  Graph graph(events);
  for (const auto& [a, b] : orders) boost::add_edge(a, b, graph);
  std::vector<size_t> component(events);
  const size_t count = events == 0 ? 0 : boost::strong_components(graph, component.data());
  const std::vector<std::vector<uint32_t>> facts = FactsFrom(events, orders);
  std::vector<Circle> shortest(count);
  for (uint32_t event = 0; event < events; ++event) {
    Circle& best = shortest[component[event]];
    Circle circle = ShortestCircle(event, orders, facts, component);
    if (circle.empty() || (!best.empty() && circle.size() >= best.size())) continue;
    best = std::move(circle);
  }
  shortest.erase(std::remove_if(shortest.begin(), shortest.end(), [](const Circle& one) { return one.empty(); }),
                 shortest.end());
  for (Circle& circle : shortest) BeginWithLeast(circle);
  std::sort(shortest.begin(), shortest.end());
  return shortest;
}

std::vector<Circle> ImpossibleTimes(uint32_t events, absl::Span<const TimeBound> bounds) {
  std::vector<Edge> edges;
  for (const TimeBound& bound : bounds) edges.emplace_back(bound.earlier, bound.later);
  const std::vector<uint32_t> component = ConnectedComponents(events, edges);
  std::vector<std::vector<uint32_t>> inside(events);
  for (uint32_t i = 0; i < bounds.size(); ++i) inside[component[bounds[i].earlier]].push_back(i);
  std::vector<uint32_t> sizes(events, 0);
  for (const uint32_t one : component) ++sizes[one];
  std::vector<Circle> circles;
  for (uint32_t c = 0; c < events; ++c) {
    if (inside[c].empty()) continue;
    Circle circle = AnyCircle(events, bounds, inside[c]);
    if (circle.empty()) continue;
    if (sizes[c] <= kMostForShortest) circle = FewestBounds(events, bounds, inside[c]);
    BeginWithLeast(circle);
    circles.push_back(std::move(circle));
  }
  return circles;
}

}  // namespace crosscheck
