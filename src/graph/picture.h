#ifndef CROSSCHECK_GRAPH_PICTURE_H_
#define CROSSCHECK_GRAPH_PICTURE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/report.h"

namespace crosscheck {

// What a picture of a report shows: documents, claims, positions, and how they hang together. A label and the style of
// the line carry each meaning; colour carries none.
struct PictureNode {
  enum class Kind : uint8_t { kDocument, kClaim, kPosition };
  Kind kind = Kind::kDocument;
  std::string label;     // lines parted by '\n'
  uint32_t finding = 0;  // of claims and positions: index into Report::findings
  uint32_t order = 0;    // place among the nodes of its kind
};
struct PictureEdge {
  enum class Kind : uint8_t { kSays, kHolds, kBridges, kConflict, kCopy, kReplaced };
  Kind kind = Kind::kSays;
  uint32_t from = 0, to = 0;  // nodes
  std::string label;
};
struct Picture {
  std::vector<PictureNode> nodes;  // documents first, in the order of the report
  std::vector<PictureEdge> edges;
};

// Findings of `show_from` and above. Labels are as the documents have them: whoever writes them has to escape them.
Picture DrawPicture(const Report& report, Severity show_from);

// "solid", "dashed", … and the word of an edge: what stands in every format's key.
absl::string_view EdgeStyle(PictureEdge::Kind kind);
absl::string_view EdgeWord(PictureEdge::Kind kind);

// The picture in the language of Graphviz, by Boost's writer: for `dot -Tpng` and the like.
std::string DotOf(const Picture& picture);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_PICTURE_H_
