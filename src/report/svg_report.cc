// The report as a picture in one file: documents on the left, their claims in the middle, positions on the right;
// below, the values by day. Laid out here, by rows and columns, so that the same report gives the same bytes on every
// machine.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "report/picture_text.h"
#include "report/report_format.h"

namespace crosscheck {

namespace {

// In pixels. A character takes some 7 of them at this size of letters; longer lines are cut.
constexpr int kMargin = 130;
constexpr int kBoxWidth = 240;
constexpr int kColumnGap = 110;
constexpr int kLine = 16;
constexpr int kBoxGap = 14;
constexpr int kHeading = 34;
constexpr size_t kMostCharacters = 32;
constexpr int kDayRow = 22;

constexpr int ColumnX(int column) { return kMargin + column * (kBoxWidth + kColumnGap); }
constexpr int kWidth = ColumnX(2) + kBoxWidth + 2 * kMargin;

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
  int middle() const { return y + height / 2; }
};

class SvgWriter {
 public:
  SvgWriter(const Report& report, const ReportOptions& options, std::string& out)
      : report_(report), options_(options), picture_(PrintablePicture(report, options.show_from)), out_(out) {}

  void Write() {
    Place();
    std::string body;
    for (const PictureEdge& edge : picture_.edges) DrawEdge(edge, body);
    for (size_t i = 0; i < picture_.nodes.size(); ++i) DrawNode(i, body);
    absl::StrAppend(&body, headings_);
    DrawKey(body);
    DrawTimelines(body);
    std::string twin;
    WriteOutline(report_, options_, twin);
    absl::StrAppend(
        &out_, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" width=\"", kWidth,
        "\" height=\"", bottom_, "\" viewBox=\"0 0 ", kWidth, " ", bottom_,
        "\" font-family=\"sans-serif\" font-size=\"12\">\n<title id=\"title\">Who says what, and who stands with "
        "whom</title>\n<desc id=\"desc\">",
        Escaped(twin), "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n", body, "</svg>\n");
  }

 private:
  static int HeightOf(const PictureNode& node) {
    return kLine * static_cast<int>(1 + std::count(node.label.begin(), node.label.end(), '\n')) + 10;
  }

  // Claims row by row, finding by finding; positions at the middle of their claims, never over one another.
  void Place() {
    boxes_.resize(picture_.nodes.size());
    std::map<uint32_t, std::vector<size_t>> claims, positions;
    int documents_y = kMargin;
    for (size_t i = 0; i < picture_.nodes.size(); ++i) {
      const PictureNode& node = picture_.nodes[i];
      boxes_[i].height = HeightOf(node);
      if (node.kind == PictureNode::Kind::kDocument) {
        boxes_[i].x = ColumnX(0);
        boxes_[i].y = documents_y;
        documents_y += boxes_[i].height + kBoxGap;
      } else {
        (node.kind == PictureNode::Kind::kClaim ? claims : positions)[node.finding].push_back(i);
      }
    }
    int y = kMargin;
    for (const auto& [finding, own] : positions) {
      absl::StrAppend(&headings_, "<text x=\"", ColumnX(1), "\" y=\"", y + 14, "\" font-weight=\"bold\">",
                      Escaped(QuestionOf(report_.findings[finding])), "</text>\n");
      y += kHeading;
      const int claims_end = Stack(claims[finding], ColumnX(1), y);
      const int positions_end = PlacePositions(own, y);
      y = std::max(claims_end, positions_end) + kBoxGap;
    }
    bottom_ = std::max(documents_y, y) + kBoxGap;
  }

  int Stack(const std::vector<size_t>& nodes, int x, int y) {
    for (const size_t i : nodes) {
      boxes_[i].x = x;
      boxes_[i].y = y;
      y += boxes_[i].height + kBoxGap;
    }
    return y;
  }

  int PlacePositions(const std::vector<size_t>& nodes, int y) {
    for (const size_t i : nodes) {
      int sum = 0, count = 0;
      for (const PictureEdge& edge : picture_.edges) {
        if (edge.to != i || edge.kind != PictureEdge::Kind::kHolds) continue;
        sum += boxes_[edge.from].middle();
        ++count;
      }
      const int wanted = count == 0 ? y : sum / count - boxes_[i].height / 2;
      boxes_[i].x = ColumnX(2);
      boxes_[i].y = std::max(y, wanted);
      y = boxes_[i].y + boxes_[i].height + kBoxGap;
    }
    return y;
  }

  static std::string StyleOf(PictureEdge::Kind kind) {
    const absl::string_view style = EdgeStyle(kind);
    if (style == "dotted") return "stroke-dasharray=\"2 4\" stroke-width=\"1.5\"";
    if (style == "dashed") return "stroke-dasharray=\"8 4\" stroke-width=\"1.5\"";
    return style == "bold" ? "stroke-width=\"3\"" : "stroke-width=\"1\"";
  }

  void DrawEdge(const PictureEdge& edge, std::string& body) const {
    const Box& a = boxes_[edge.from];
    const Box& b = boxes_[edge.to];
    const bool one_column = a.x == b.x;
    const bool left = one_column && a.x == ColumnX(0);
    const int x1 = left ? a.x : a.x + kBoxWidth;
    const int x2 = one_column && !left ? b.x + kBoxWidth : b.x;
    const int bend = one_column ? (left ? -60 : 60) : 0;
    const int c1 = one_column ? x1 + bend : (x1 + x2) / 2;
    const int c2 = one_column ? x2 + bend : (x1 + x2) / 2;
    absl::StrAppend(&body, "<path fill=\"none\" stroke=\"black\" ", StyleOf(edge.kind), " d=\"M", x1, " ", a.middle(),
                    " C", c1, " ", a.middle(), " ", c2, " ", b.middle(), " ", x2, " ", b.middle(), "\"/>\n");
    if (!one_column) return;
    const int x = x1 + bend * 3 / 4;
    absl::StrAppend(&body, "<text x=\"", left ? x - 2 : x + 2, "\" y=\"", (a.middle() + b.middle()) / 2,
                    "\" font-size=\"11\" text-anchor=\"", left ? "end" : "start", "\">",
                    Escaped(left ? edge.label : std::string(EdgeWord(edge.kind))), "</text>\n");
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
  std::vector<Box> boxes_;  // by node
  std::string headings_;
  int bottom_ = 0;
};

}  // namespace

void WriteSvg(const Report& report, const ReportOptions& options, std::string& out) {
  SvgWriter(report, options, out).Write();
}

}  // namespace crosscheck
