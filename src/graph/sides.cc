#include "graph/sides.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/bipartite.hpp>
#include <map>
#include <set>

namespace crosscheck {

namespace {

constexpr size_t kLeastQuestions = 2;  // one question has positions; camps are what comes back in several

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

// A friendship is two edges over a vertex of its own, a quarrel is one: then two camps are the two colours of a
// bipartite graph, and what keeps them from being is an odd circle.
Graph DoubledGraph(uint32_t count, const std::vector<Edge>& friends, const std::vector<Edge>& foes) {
  Graph graph(count + friends.size());
  uint32_t between = count;
  for (const auto& [a, b] : friends) {
    boost::add_edge(a, between, graph);
    boost::add_edge(between, b, graph);
    ++between;
  }
  for (const auto& [a, b] : foes) boost::add_edge(a, b, graph);
  return graph;
}

// The edges of `all` whose ends lie in `component`, with vertices numbered by their place in `members`.
std::vector<Edge> EdgesInside(const std::vector<Edge>& all, const std::vector<uint32_t>& members) {
  std::vector<Edge> inside;
  const auto number = [&members](uint32_t v) -> int64_t {
    const auto found = std::lower_bound(members.begin(), members.end(), v);
    return found != members.end() && *found == v ? found - members.begin() : -1;
  };
  for (const auto& [a, b] : all) {
    if (number(a) >= 0 && number(b) >= 0) inside.emplace_back(number(a), number(b));
  }
  return inside;
}

Camps CampsOf(const std::vector<uint32_t>& members, const std::vector<Edge>& friends, const std::vector<Edge>& foes) {
  const auto count = static_cast<uint32_t>(members.size());
  const Graph graph = DoubledGraph(count, friends, foes);
  const auto index = boost::get(boost::vertex_index, graph);
  std::vector<boost::default_color_type> colours(boost::num_vertices(graph));
  const auto colour_map = boost::make_iterator_property_map(colours.begin(), index);
  std::vector<size_t> circle;
  boost::find_odd_cycle(graph, index, colour_map, std::back_inserter(circle));
  Camps camps;
  for (const size_t vertex : circle) {
    if (vertex < count) camps.odd_cycle.push_back(members[vertex]);
  }
  if (!circle.empty()) return camps;
  for (uint32_t v = 0; v < count; ++v) (colours[v] == colours[0] ? camps.first : camps.second).push_back(members[v]);
  return camps;
}

class SideFinder {
 public:
  explicit SideFinder(const Report& report) : report_(report) {}

  Sides Run() {
    for (const Finding& finding : report_.findings) {
      if (finding.severity == Severity::kNote || finding.kind == "related") continue;
      Weigh(finding);
      CountLoners(finding);
    }
    std::vector<Edge> friends, foes;
    for (const auto& [pair, weight] : weights_) {
      if (weight > 0) friends.push_back(pair);
      if (weight < 0) foes.push_back(pair);
    }
    Sides sides;
    for (Camps& camps : SplitIntoCamps(static_cast<uint32_t>(report_.documents.size()), friends, foes)) {
      if (QuestionsOf(camps) >= kLeastQuestions) sides.camps.push_back(std::move(camps));
    }
    for (const auto& [document, times] : alone_) sides.loners.push_back({document, times});
    std::stable_sort(sides.loners.begin(), sides.loners.end(),
                     [](const Loner& a, const Loner& b) { return a.times > b.times; });
    return sides;
  }

 private:
  // A question says one thing of a pair: that they contradict each other somewhere in it, else that they share a
  // position.
  void Weigh(const Finding& finding) {
    std::set<Edge> against, together;
    for (const auto& [a, b] : finding.conflicts) {
      const DocumentIndex x = report_.claims[a].document;
      const DocumentIndex y = report_.claims[b].document;
      if (x != y) against.insert(std::minmax(x, y));
    }
    for (const Position& position : finding.positions) {
      for (size_t i = 0; i < position.documents.size(); ++i) {
        for (size_t j = i + 1; j < position.documents.size(); ++j) {
          together.insert({position.documents[i], position.documents[j]});
        }
      }
    }
    for (const Edge& pair : against) --weights_[pair];
    quarrels_.push_back(against);
    for (const Edge& pair : together) {
      if (!against.contains(pair)) ++weights_[pair];
    }
  }

  // Findings in which two documents of the camps (or of the circle) contradict each other.
  size_t QuestionsOf(const Camps& camps) const {
    std::set<DocumentIndex> members(camps.first.begin(), camps.first.end());
    members.insert(camps.second.begin(), camps.second.end());
    members.insert(camps.odd_cycle.begin(), camps.odd_cycle.end());
    return static_cast<size_t>(std::count_if(quarrels_.begin(), quarrels_.end(), [&members](const std::set<Edge>& one) {
      return std::any_of(one.begin(), one.end(), [&members](const Edge& pair) {
        return members.contains(pair.first) && members.contains(pair.second);
      });
    }));
  }

  void CountLoners(const Finding& finding) {
    const bool joined = std::any_of(finding.positions.begin(), finding.positions.end(),
                                    [](const Position& position) { return position.voices >= 2; });
    if (!joined) return;
    for (const Position& position : finding.positions) {
      if (position.documents.size() == 1) ++alone_[position.documents.front()];
    }
  }

  const Report& report_;
  std::map<Edge, int> weights_;
  std::vector<std::set<Edge>> quarrels_;  // by finding
  std::map<DocumentIndex, int> alone_;
};

}  // namespace

std::vector<Camps> SplitIntoCamps(uint32_t count, const std::vector<Edge>& friends, const std::vector<Edge>& foes) {
  std::vector<Edge> all = friends;
  all.insert(all.end(), foes.begin(), foes.end());
  const std::vector<uint32_t> component = ConnectedComponents(count, all);
  std::vector<std::vector<uint32_t>> members;
  for (uint32_t v = 0; v < count; ++v) {
    if (component[v] == members.size()) members.emplace_back();
    members[component[v]].push_back(v);
  }
  std::vector<Camps> camps;
  for (const std::vector<uint32_t>& one : members) {
    if (one.size() < 3) continue;
    Camps split = CampsOf(one, EdgesInside(friends, one), EdgesInside(foes, one));
    if (split.second.empty() && split.odd_cycle.empty()) continue;  // nobody stands against anybody
    camps.push_back(std::move(split));
  }
  return camps;
}

Sides FindSides(const Report& report) { return SideFinder(report).Run(); }

}  // namespace crosscheck
