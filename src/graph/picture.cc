#include "graph/picture.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphviz.hpp>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

class Painter {
 public:
  Painter(const Report& report, Severity show_from) : report_(report), show_from_(show_from) {}

  Picture Run() {
    for (const DocumentEntry& entry : report_.documents) AddDocument(entry);
    for (uint32_t f = 0; f < report_.findings.size(); ++f) {
      if (report_.findings[f].severity >= show_from_) AddFinding(f);
    }
    for (DocumentIndex d = 0; d < report_.documents.size(); ++d) AddOrigins(d);
    return std::move(picture_);
  }

 private:
  uint32_t AddNode(PictureNode::Kind kind, std::string label, uint32_t finding) {
    const uint32_t order = counts_[kind]++;
    picture_.nodes.push_back({kind, std::move(label), finding, order});
    return static_cast<uint32_t>(picture_.nodes.size() - 1);
  }

  void AddEdge(PictureEdge::Kind kind, uint32_t from, uint32_t to, std::string label = "") {
    picture_.edges.push_back({kind, from, to, std::move(label)});
  }

  void AddDocument(const DocumentEntry& entry) {
    std::string label = entry.info.path;
    if (entry.info.role == Role::kDraft) absl::StrAppend(&label, "\ndraft");
    if (entry.status != "read") absl::StrAppend(&label, "\n", entry.status);
    if (!entry.info.publisher.empty()) absl::StrAppend(&label, "\n", entry.info.publisher);
    if (entry.info.published) absl::StrAppend(&label, "\n", absl::FormatCivilTime(*entry.info.published));
    AddNode(PictureNode::Kind::kDocument, std::move(label), 0);
  }

  void AddFinding(uint32_t f) {
    const Finding& finding = report_.findings[f];
    std::map<ClaimIndex, uint32_t> claims;
    std::vector<uint32_t> positions;
    for (size_t i = 0; i < finding.positions.size(); ++i) {
      const Position& position = finding.positions[i];
      std::string label =
          absl::StrCat(std::string(1, static_cast<char>('A' + i % 26)), ": ", position.value.text, "\n",
                       position.documents.size(), position.documents.size() == 1 ? " document, " : " documents, ",
                       position.voices, position.voices == 1 ? " voice" : " voices");
      positions.push_back(AddNode(PictureNode::Kind::kPosition, std::move(label), f));
      for (const ClaimIndex claim : position.claims) {
        const auto [found, fresh] = claims.try_emplace(claim, 0);
        if (fresh) found->second = AddClaim(claim, f);
        const bool bridges = std::binary_search(position.bridging.begin(), position.bridging.end(), claim);
        AddEdge(bridges ? PictureEdge::Kind::kBridges : PictureEdge::Kind::kHolds, found->second, positions.back());
      }
    }
    AddConflicts(finding, positions);
  }

  uint32_t AddClaim(ClaimIndex index, uint32_t f) {
    const Claim& claim = report_.claims[index];
    std::string label = claim.value.text;
    if (const std::optional<Document>& document = report_.documents[claim.document].document) {
      absl::StrAppend(&label, "\n", document->PlaceWords(claim.span.begin));
    }
    const uint32_t node = AddNode(PictureNode::Kind::kClaim, std::move(label), f);
    AddEdge(PictureEdge::Kind::kSays, claim.document, node);
    return node;
  }

  // Positions of which some claims contradict each other; all of them where it is a circle that contradicts itself.
  void AddConflicts(const Finding& finding, const std::vector<uint32_t>& positions) {
    std::set<std::pair<size_t, size_t>> drawn;
    const auto holds = [&finding](size_t position, ClaimIndex claim) {
      const std::vector<ClaimIndex>& claims = finding.positions[position].claims;
      return std::binary_search(claims.begin(), claims.end(), claim);
    };
    for (size_t i = 0; i < positions.size(); ++i) {
      for (size_t j = i + 1; j < positions.size(); ++j) {
        const bool against =
            finding.conflicts.empty()
                ? j == i + 1 || (i == 0 && j + 1 == positions.size())
                : std::any_of(finding.conflicts.begin(), finding.conflicts.end(), [&](const auto& pair) {
                    return (holds(i, pair.first) && holds(j, pair.second)) ||
                           (holds(j, pair.first) && holds(i, pair.second));
                  });
        if (against) AddEdge(PictureEdge::Kind::kConflict, positions[i], positions[j], finding.kind);
      }
    }
  }

  void AddOrigins(DocumentIndex d) {
    const DocumentEntry& entry = report_.documents[d];
    for (const Derivation& one : entry.derived_from) {
      AddEdge(PictureEdge::Kind::kCopy, d, one.document, absl::StrCat(one.text_share, "% copied"));
    }
    if (entry.replaced_by) AddEdge(PictureEdge::Kind::kReplaced, d, *entry.replaced_by, "replaced by");
  }

  const Report& report_;
  Severity show_from_;
  Picture picture_;
  std::map<PictureNode::Kind, uint32_t> counts_;
};

// A string of the dot language. Boost writes what it is given as it is.
std::string Quoted(absl::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + '"';
}

absl::string_view ShapeOf(PictureNode::Kind kind) {
  if (kind == PictureNode::Kind::kDocument) return "note";
  return kind == PictureNode::Kind::kClaim ? "plaintext" : "box";
}

}  // namespace

Picture DrawPicture(const Report& report, Severity show_from) { return Painter(report, show_from).Run(); }

absl::string_view EdgeStyle(PictureEdge::Kind kind) {
  switch (kind) {
    case PictureEdge::Kind::kSays:
    case PictureEdge::Kind::kHolds:
      return "solid";
    case PictureEdge::Kind::kBridges:
    case PictureEdge::Kind::kCopy:
      return "dotted";
    case PictureEdge::Kind::kConflict:
      return "bold";
    case PictureEdge::Kind::kReplaced:
      return "dashed";
  }
  return "solid";
}

absl::string_view EdgeWord(PictureEdge::Kind kind) {
  switch (kind) {
    case PictureEdge::Kind::kSays:
      return "says";
    case PictureEdge::Kind::kHolds:
      return "holds";
    case PictureEdge::Kind::kBridges:
      return "fits too";
    case PictureEdge::Kind::kConflict:
      return "against";
    case PictureEdge::Kind::kCopy:
      return "taken from";
    case PictureEdge::Kind::kReplaced:
      return "replaced by";
  }
  return "";
}

std::string DotOf(const Picture& picture) {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                      boost::property<boost::edge_index_t, size_t>>;
  Graph graph(picture.nodes.size());
  for (size_t i = 0; i < picture.edges.size(); ++i) {
    boost::add_edge(picture.edges[i].from, picture.edges[i].to, i, graph);
  }
  std::ostringstream out;
  const auto node = [&picture](std::ostream& to, size_t v) {
    const PictureNode& one = picture.nodes[v];
    to << " [shape=" << ShapeOf(one.kind) << ", label=" << Quoted(one.label) << "]";
  };
  const auto edge = [&picture, &graph](std::ostream& to, const Graph::edge_descriptor& e) {
    const PictureEdge& one = picture.edges[boost::get(boost::edge_index, graph, e)];
    to << " [style=" << EdgeStyle(one.kind);
    const absl::string_view label = one.label.empty() ? EdgeWord(one.kind) : absl::string_view(one.label);
    const bool plain = one.kind == PictureEdge::Kind::kSays || one.kind == PictureEdge::Kind::kHolds;
    if (!plain) to << ", label=" << Quoted(label);
    if (one.kind == PictureEdge::Kind::kConflict) to << ", dir=none, constraint=false";
    if (one.kind == PictureEdge::Kind::kCopy || one.kind == PictureEdge::Kind::kReplaced) to << ", constraint=false";
    to << "]";
  };
  const auto whole = [](std::ostream& to) {
    to << "rankdir=LR;\nnode [fontname=\"sans-serif\"];\nedge [fontname=\"sans-serif\"];\n";
  };
  boost::write_graphviz(out, graph, node, edge, whole);
  return out.str();
}

}  // namespace crosscheck
