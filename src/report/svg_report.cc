// The report as a picture in one file: documents on the left, their claims in the middle, positions on the right
// (picture_layout.h); below, the values by day.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "report/picture_layout.h"
#include "report/picture_text.h"
#include "report/report_format.h"

namespace crosscheck {

namespace {

// In pixels. A character takes some 7 of them at this size of letters; longer lines are cut.
constexpr int kMargin = 40;
constexpr int kBoxWidth = 240;
constexpr int kLine = 16;
constexpr int kBoxGap = 14;
constexpr int kHeading = 34;
constexpr size_t kMostCharacters = 32;
constexpr int kDayRow = 22;

constexpr int kLeastWidth = 960;  // for the key and the lines of days

std::string Escaped(absl::string_view text) {
  return absl::StrReplaceAll(text, {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
}

std::string Cut(absl::string_view text) {
  if (CountCodePoints(text) <= kMostCharacters) return std::string(text);
  size_t at = 0;
  for (size_t i = 0; i + 1 < kMostCharacters; ++i) at += static_cast<size_t>(DecodeUtf8(text, at).size);
  return absl::StrCat(text.substr(0, at), "…");
}

// Of a path the end tells more.
std::string CutFront(absl::string_view path) {
  size_t rest = CountCodePoints(path);
  if (rest <= kMostCharacters) return std::string(path);
  size_t at = 0;
  for (; rest >= kMostCharacters; --rest) at += static_cast<size_t>(DecodeUtf8(path, at).size);
  return absl::StrCat("…", path.substr(at));
}

struct Box {
  int x = 0, y = 0, height = 0;
};

class SvgWriter {
 public:
  SvgWriter(const Report& report, const ReportOptions& options, std::string& out)
      : report_(report), options_(options), picture_(PrintablePicture(report, options.show_from)), out_(out) {}

  void Write() {
    Place();
    std::string body;
    for (size_t e = 0; e < picture_.edges.size(); ++e) DrawEdge(e, body);
    for (size_t i = 0; i < picture_.nodes.size(); ++i) DrawNode(i, body);
    absl::StrAppend(&body, headings_);
    DrawKey(body);
    DrawTimelines(body);
    std::string twin;
    WriteOutline(report_, options_, twin);
    absl::StrAppend(
        &out_, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" width=\"", width_,
        "\" height=\"", bottom_, "\" viewBox=\"0 0 ", width_, " ", bottom_,
        "\" font-family=\"sans-serif\" font-size=\"12\">\n<title id=\"title\">Who says what, and who stands with "
        "whom</title>\n<desc id=\"desc\">",
        Escaped(twin), "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n", body, "</svg>\n");
  }

 private:
  static int HeightOf(const PictureNode& node) {
    return kLine * static_cast<int>(1 + std::count(node.label.begin(), node.label.end(), '\n')) + 10;
  }

  // Boxes and lines where the layout has them, the question of each finding above its claims.
  void Place() {
    std::vector<std::pair<int, int>> sizes;
    for (const PictureNode& node : picture_.nodes) sizes.emplace_back(kBoxWidth, HeightOf(node));
    layout_ = LayOutPicture(picture_, sizes, kHeading);
    for (size_t i = 0; i < layout_.centres.size(); ++i) {
      const PicturePoint& centre = layout_.centres[i];
      boxes_.push_back({kMargin + centre.x - kBoxWidth / 2, kMargin + centre.y - sizes[i].second / 2, sizes[i].second});
    }
    for (const auto& [finding, corner] : layout_.corners) {
      absl::StrAppend(&headings_, "<text x=\"", kMargin + corner.x + kHeading, "\" y=\"", kMargin + corner.y + 20,
                      "\" font-weight=\"bold\">", Escaped(QuestionOf(report_.findings[finding])), "</text>\n");
    }
    width_ = std::max(kLeastWidth, layout_.width + 2 * kMargin);
    bottom_ = layout_.height + 2 * kMargin;
  }

  static std::string StyleOf(PictureEdge::Kind kind) {
    const absl::string_view style = EdgeStyle(kind);
    if (style == "dotted") return "stroke-dasharray=\"2 4\" stroke-width=\"1.5\"";
    if (style == "dashed") return "stroke-dasharray=\"8 4\" stroke-width=\"1.5\"";
    return style == "bold" ? "stroke-width=\"3\"" : "stroke-width=\"1\"";
  }

  // A line within a column says in words what it means.
  void DrawEdge(size_t e, std::string& body) const {
    const PictureEdge& edge = picture_.edges[e];
    const std::vector<PicturePoint>& line = layout_.lines[e];
    if (line.empty()) return;
    absl::StrAppend(&body, "<path fill=\"none\" stroke=\"black\" ", StyleOf(edge.kind), " d=\"");
    for (size_t i = 0; i < line.size(); ++i) {
      absl::StrAppend(&body, i == 0 ? "M" : i == 1 ? " C" : " ", kMargin + line[i].x, " ", kMargin + line[i].y);
    }
    absl::StrAppend(&body, "\"/>\n");
    if (picture_.nodes[edge.from].kind != picture_.nodes[edge.to].kind) return;
    const bool documents = picture_.nodes[edge.from].kind == PictureNode::Kind::kDocument;
    const PicturePoint& middle = line[line.size() / 2];
    absl::StrAppend(&body, "<text x=\"", kMargin + middle.x + 4, "\" y=\"", kMargin + middle.y + 4,
                    "\" font-size=\"11\">", Escaped(documents ? edge.label : std::string(EdgeWord(edge.kind))),
                    "</text>\n");
  }

  void DrawNode(size_t i, std::string& body) const {
    const PictureNode& node = picture_.nodes[i];
    const Box& box = boxes_[i];
    const std::vector<std::string> lines = absl::StrSplit(node.label, '\n');
    absl::StrAppend(&body, "<g><title>", Escaped(absl::StrJoin(lines, ", ")), "</title>");
    if (node.kind != PictureNode::Kind::kClaim) {
      absl::StrAppend(&body, "<rect x=\"", box.x, "\" y=\"", box.y, "\" width=\"", kBoxWidth, "\" height=\"",
                      box.height, "\" rx=\"", node.kind == PictureNode::Kind::kPosition ? 12 : 0,
                      "\" fill=\"white\" stroke=\"black\"/>");
    } else {
      absl::StrAppend(&body, "<rect x=\"", box.x, "\" y=\"", box.y, "\" width=\"", kBoxWidth, "\" height=\"",
                      box.height, "\" fill=\"white\" stroke=\"black\" stroke-width=\"0.3\"/>");
    }
    int y = box.y + kLine + 1;
    for (size_t l = 0; l < lines.size(); ++l, y += kLine) {
      absl::StrAppend(&body, "<text x=\"", box.x + 8, "\" y=\"", y, l == 0 ? "\" font-weight=\"bold\">" : "\">",
                      Escaped(l == 0 && node.kind == PictureNode::Kind::kDocument ? CutFront(lines[l]) : Cut(lines[l])),
                      "</text>");
    }
    absl::StrAppend(&body, "</g>\n");
  }

  void DrawKey(std::string& body) {
    int x = kMargin;
    for (const PictureEdge::Kind kind : {PictureEdge::Kind::kHolds, PictureEdge::Kind::kBridges,
                                         PictureEdge::Kind::kConflict, PictureEdge::Kind::kReplaced}) {
      // "fits too" and "taken from" are both dotted: one is between columns, the other beside the documents.
      const std::string word = kind == PictureEdge::Kind::kBridges
                                   ? absl::StrCat(EdgeWord(kind), ", ", EdgeWord(PictureEdge::Kind::kCopy))
                                   : std::string(EdgeWord(kind));
      absl::StrAppend(&body, "<path stroke=\"black\" ", StyleOf(kind), " d=\"M", x, " ", bottom_ + 6,
                      " h40\"/><text x=\"", x + 48, "\" y=\"", bottom_ + 10, "\">", word, "</text>\n");
      x += 210;
    }
    bottom_ += 3 * kBoxGap;
  }

  // The values of each finding on a line of days.
  void DrawTimelines(std::string& body) {
    for (const Finding& finding : report_.findings) {
      if (finding.severity < options_.show_from) continue;
      const std::vector<TimelineEntry> timeline = TimelineOf(report_, finding);
      if (timeline.size() < 2) continue;
      absl::StrAppend(&body, "<text x=\"", kMargin, "\" y=\"", bottom_ + 14, "\" font-weight=\"bold\">",
                      Escaped(QuestionOf(finding)), ", by day</text>\n");
      bottom_ += kHeading;
      const int64_t days = std::max<int64_t>(1, timeline.back().day - timeline.front().day);
      const int64_t width = kBoxWidth;
      for (const TimelineEntry& entry : timeline) {
        const auto x = static_cast<int>(kMargin + 90 + (entry.day - timeline.front().day) * width / days);
        absl::StrAppend(&body, "<text x=\"", kMargin, "\" y=\"", bottom_ + 4, "\">", absl::FormatCivilTime(entry.day),
                        "</text><circle cx=\"", x, "\" cy=\"", bottom_, "\" r=\"5\" fill=\"",
                        entry.draft ? "white" : "black", "\" stroke=\"black\"/><text x=\"", x + 12, "\" y=\"",
                        bottom_ + 4, "\">", std::string(1, entry.position), "  ", Escaped(Cut(entry.value)), "  ",
                        Escaped(entry.name), entry.draft ? " (draft)" : "", "</text>\n");
        bottom_ += kDayRow;
      }
      bottom_ += kBoxGap;
    }
  }

  const Report& report_;
  const ReportOptions& options_;
  Picture picture_;
  std::string& out_;
  PictureLayout layout_;
  std::vector<Box> boxes_;  // by node
  std::string headings_;
  int width_ = 0;
  int bottom_ = 0;
};

}  // namespace

void WriteSvg(const Report& report, const ReportOptions& options, std::string& out) {
  SvgWriter(report, options, out).Write();
}

}  // namespace crosscheck
