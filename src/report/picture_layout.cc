#include "report/picture_layout.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>

#include <cmath>
#include <map>
#include <mutex>
#include <string>

#include "absl/strings/str_cat.h"

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
}

namespace crosscheck {

namespace {

constexpr double kPointsOfInch = 72;  // a pixel of ours is a point of Graphviz's
constexpr char kNodeSpace[] = "0.3";  // inches between boxes of a column
constexpr char kRankSpace[] = "1.6";  // and between columns

// Graphviz takes texts that it does not change as changeable.
char* Text(const char* text) { return const_cast<char*>(text); }

// The engine alone, linked in: no plugin is looked for, so that nothing is read of files or the environment.
GVC_t* NewContext() {
  static lt_symlist_t engines[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                   {nullptr, nullptr}};
  return gvContextPlugins(engines, 0);
}

class Layouter {
 public:
  Layouter(const Picture& picture, const std::vector<std::pair<int, int>>& sizes, int heading)
      : picture_(picture), sizes_(sizes), heading_(heading) {}

  PictureLayout Run() {
    graph_ = agopen(Text("picture"), Agdirected, nullptr);
    SetDefaults();
    AddNodes();
    AddEdges();
    GVC_t* context = NewContext();
    PictureLayout layout;
    if (gvLayout(context, graph_, "dot") == 0) {
      Read(layout);
      gvFreeLayout(context, graph_);
    }
    agclose(graph_);
    gvFreeContext(context);
    return layout;
  }

 private:
  void SetDefaults() const {
    agattr(graph_, AGRAPH, Text("rankdir"), Text("LR"));
    agattr(graph_, AGRAPH, Text("nodesep"), Text(kNodeSpace));
    agattr(graph_, AGRAPH, Text("ranksep"), Text(kRankSpace));
    agattr(graph_, AGRAPH, Text("margin"), Text("0"));
    agattr(graph_, AGNODE, Text("shape"), Text("box"));
    agattr(graph_, AGNODE, Text("label"), Text(""));  // texts are ours: no font is asked for
    agattr(graph_, AGNODE, Text("fixedsize"), Text("true"));
    agattr(graph_, AGNODE, Text("width"), Text("1"));
    agattr(graph_, AGNODE, Text("height"), Text("1"));
    agattr(graph_, AGEDGE, Text("dir"), Text("none"));
    agattr(graph_, AGEDGE, Text("constraint"), Text("true"));
    agattr(graph_, AGEDGE, Text("tailport"), Text(""));
    agattr(graph_, AGEDGE, Text("headport"), Text(""));
  }

  // The claims and positions of a finding stand together.
  Agraph_t* GroupOf(const PictureNode& node) {
    if (node.kind == PictureNode::Kind::kDocument) return graph_;
    Agraph_t*& group = groups_[node.finding];
    if (group == nullptr) {
      const std::string name = absl::StrCat("cluster", node.finding);
      group = agsubg(graph_, Text(name.c_str()), 1);
      agsafeset(group, Text("margin"), Text(absl::StrCat(heading_).c_str()), Text("8"));
    }
    return group;
  }

  void AddNodes() {
    for (size_t i = 0; i < picture_.nodes.size(); ++i) {
      const std::string name = absl::StrCat("n", i);
      Agnode_t* node = agnode(GroupOf(picture_.nodes[i]), Text(name.c_str()), 1);
      agset(node, Text("width"), Text(absl::StrCat(sizes_[i].first / kPointsOfInch).c_str()));
      agset(node, Text("height"), Text(absl::StrCat(sizes_[i].second / kPointsOfInch).c_str()));
      nodes_.push_back(node);
    }
  }

  void AddEdges() {
    for (size_t e = 0; e < picture_.edges.size(); ++e) {
      const PictureEdge& edge = picture_.edges[e];
      const std::string name = absl::StrCat("e", e);
      Agedge_t* line = agedge(graph_, nodes_[edge.from], nodes_[edge.to], Text(name.c_str()), 1);
      // Lines within a column take no part in which column a box stands in.
      if (picture_.nodes[edge.from].kind == picture_.nodes[edge.to].kind) {
        agset(line, Text("constraint"), Text("false"));
      } else {
        agset(line, Text("tailport"), Text("e"));
        agset(line, Text("headport"), Text("w"));
      }
      edges_.push_back(line);
    }
  }

  PicturePoint PointOf(double x, double y) const {
    return {static_cast<int>(std::lround(x)), static_cast<int>(std::lround(GD_bb(graph_).UR.y - y))};
  }

  void Read(PictureLayout& layout) const {
    layout.width = static_cast<int>(std::lround(GD_bb(graph_).UR.x));
    layout.height = static_cast<int>(std::lround(GD_bb(graph_).UR.y));
    for (Agnode_t* node : nodes_) layout.centres.push_back(PointOf(ND_coord(node).x, ND_coord(node).y));
    for (Agedge_t* line : edges_) {
      layout.lines.emplace_back();
      const splines* curves = ED_spl(line);
      if (curves == nullptr || curves->size == 0) continue;
      const bezier& curve = curves->list[0];
      for (size_t i = 0; i < static_cast<size_t>(curve.size); ++i)
        layout.lines.back().push_back(PointOf(curve.list[i].x, curve.list[i].y));
    }
    for (const auto& [finding, group] : groups_)
      layout.corners.emplace_back(finding, PointOf(GD_bb(group).LL.x, GD_bb(group).UR.y));
  }

  const Picture& picture_;
  const std::vector<std::pair<int, int>>& sizes_;
  int heading_;
  Agraph_t* graph_ = nullptr;
  std::map<uint32_t, Agraph_t*> groups_;
  std::vector<Agnode_t*> nodes_;
  std::vector<Agedge_t*> edges_;
};

}  // namespace

PictureLayout LayOutPicture(const Picture& picture, const std::vector<std::pair<int, int>>& sizes, int heading) {
  static std::mutex one_at_a_time;  // the library keeps state of its own
  if (picture.nodes.empty()) return {};
  const std::lock_guard<std::mutex> lock(one_at_a_time);
  return Layouter(picture, sizes, heading).Run();
}

}  // namespace crosscheck
