#include "document/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "document/line_shapes.h"
#include "document/phrases.h"
#include "document/text_builder.h"

namespace crosscheck {

namespace {

constexpr size_t kEdgeLines = 2;         // of a page, above and below, that may be furniture
constexpr double kHeadingHeight = 1.18;  // times that of most lines
constexpr double kParagraphGap = 1.4;    // times the leading of most lines
constexpr double kIndent = 0.8;          // times the height of the line
constexpr double kShortLine = 0.8;       // of the width of its column
constexpr size_t kLongestHeading = 200;  // bytes

absl::string_view TextOf(absl::string_view text, const PdfLine& line) {
  return text.substr(line.span.begin, line.span.size());
}

// What a line says but for its numbers: "The Daily Reed, page #".
std::string Shape(absl::string_view line) {
  std::string out;
  for (const char c : Fold(line)) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) {
      out += c;
    } else if (out.empty() || out.back() != '#') {
      out += '#';
    }
  }
  return out;
}

// "7", "- 7 -", "Page 7 of 12".
bool IsPageNumber(absl::string_view line) {
  const std::string shape = Shape(line);
  size_t numbers = 0;
  for (absl::string_view word : absl::StrSplit(shape, absl::ByAnyChar(" -–—/|"), absl::SkipEmpty())) {
    if (word == "#") {
      ++numbers;
    } else if (word != "page" && word != "of" && word != "p.") {
      return false;
    }
  }
  return numbers == 1 || numbers == 2;
}

double Median(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

bool StartsLower(absl::string_view text) {
  return !text.empty() && IsLetter(DecodeUtf8(text, 0).value) && !IsUpper(DecodeUtf8(text, 0).value);
}

// A word is cut at the end of the line: where it ends without its hyphen, else npos.
size_t CutWordEnd(absl::string_view line, absl::string_view next) {
  if (!StartsLower(next)) return absl::string_view::npos;
  for (const absl::string_view hyphen : {"\u00AD", "-", "\u2010"}) {
    if (!absl::EndsWith(line, hyphen)) continue;
    const size_t end = line.size() - hyphen.size();
    const bool letter =
        end > 0 && (absl::ascii_islower(static_cast<unsigned char>(line[end - 1])) || line[end - 1] < 0);
    return letter ? end : absl::string_view::npos;
  }
  return absl::string_view::npos;
}

class Joiner {
 public:
  Joiner(absl::string_view text, const std::vector<PdfLine>& lines) : text_(text), builder_(text) {
    std::vector<double> heights, leadings;
    for (const PdfLine& line : lines) {
      if (line.furniture) {
        furniture_.push_back(&line);
        continue;
      }
      heights.push_back(line.height());
      if (!lines_.empty() && lines_.back()->page == line.page && line.top > lines_.back()->top) {
        leadings.push_back(line.top - lines_.back()->top);
      }
      lines_.push_back(&line);
    }
    height_ = Median(std::move(heights), 12);
    leading_ = std::min(Median(std::move(leadings), 1.3 * height_), 2 * height_);
  }

  std::vector<ParsedBlock> Run() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (i == 0 || Parts(i)) Flush();
      Add(i);
    }
    Flush();
    for (const PdfLine* line : furniture_) {
      builder_.Copy(line->span.begin, line->span.end);
      Push(Zone::kBoilerplate, true);
    }
    return std::move(blocks_);
  }

 private:
  absl::string_view Text(size_t i) const { return TextOf(text_, *lines_[i]); }

  bool Jumps(size_t i) const {
    return lines_[i]->page != lines_[i - 1]->page || lines_[i]->top < lines_[i - 1]->top - height_;
  }

  // The edges of the lines around `i` that stand in its column.
  std::pair<double, double> Column(size_t i) const {
    double left = lines_[i]->left, right = lines_[i]->right;
    for (size_t j = i; j > 0 && i - j < 12 && !Jumps(j); --j) {
      left = std::min(left, lines_[j - 1]->left);
      right = std::max(right, lines_[j - 1]->right);
    }
    for (size_t j = i + 1; j < lines_.size() && j - i < 12 && !Jumps(j); ++j) {
      left = std::min(left, lines_[j]->left);
      right = std::max(right, lines_[j]->right);
    }
    return {left, right};
  }

  // Whether line `i` begins something new.
  bool Parts(size_t i) const {
    const PdfLine& line = *lines_[i];
    const PdfLine& before = *lines_[i - 1];
    if (std::abs(line.height() - before.height()) > 0.15 * std::max(line.height(), before.height())) return true;
    if (BulletSize(Text(i)) > 0) return true;
    if (Jumps(i)) return EndsLikeSentence(Text(i - 1)) || !(StartsLower(Text(i)) || StartsOnWord(i));
    const double scale = std::max(1.0, line.height() / height_);
    if (line.top - before.top > kParagraphGap * leading_ * scale) return true;
    const auto [left, right] = Column(i);
    if (EndsLikeSentence(Text(i - 1))) {
      if (line.left - left > kIndent * line.height()) return true;
      const auto [left_before, right_before] = Column(i - 1);
      if (before.right - left_before < kShortLine * (right_before - left_before)) return true;
    }
    return false;
  }

  // A sentence that breaks off before a name or a figure goes on all the same.
  bool StartsOnWord(size_t i) const {
    const absl::string_view last = Text(i - 1);
    return lines_[i]->height() < kHeadingHeight * height_ && !last.empty() &&
           (last.back() == ',' || absl::ascii_islower(static_cast<unsigned char>(last.back()))) &&
           Text(i).size() > 40 && last.size() > 25;
  }

  void Add(size_t i) {
    const PdfLine& line = *lines_[i];
    first_ = builder_.empty() ? i : first_;
    size_t begin = line.span.begin;
    if (builder_.empty()) {
      const size_t bullet = BulletSize(Text(i));
      item_ = bullet > 0;
      begin += bullet;
    }
    size_t end = line.span.end;
    const bool last = i + 1 == lines_.size() || Parts(i + 1);
    const size_t cut = last ? absl::string_view::npos : CutWordEnd(Text(i), Text(i + 1));
    if (cut != absl::string_view::npos) end = line.span.begin + cut;
    builder_.Copy(begin, std::max(begin, end));
    if (cut == absl::string_view::npos) builder_.Space(line.span.end, line.span.end + 1, true);
  }

  void Flush() {
    if (builder_.empty()) return;
    const bool heading = lines_[first_]->height() > kHeadingHeight * height_;
    Push(item_ ? Zone::kListItem : heading ? Zone::kHeading : Zone::kParagraph, heading && !item_);
  }

  void Push(Zone zone, bool settled) {
    ParsedBlock parsed = builder_.Take(zone);
    if (parsed.block.text.empty()) return;
    parsed.settled = settled;
    if (zone == Zone::kHeading && parsed.block.text.size() > kLongestHeading) {
      parsed.block.zone = Zone::kParagraph;
      parsed.settled = false;
    }
    blocks_.push_back(std::move(parsed));
  }

  absl::string_view text_;
  TextBuilder builder_;
  std::vector<const PdfLine*> lines_, furniture_;
  std::vector<ParsedBlock> blocks_;
  double height_ = 12, leading_ = 15;
  size_t first_ = 0;
  bool item_ = false;
};

}  // namespace

void FindFurniture(absl::string_view text, std::vector<PdfLine>& lines) {
  std::map<int, std::vector<PdfLine*>> pages;
  for (PdfLine& line : lines) pages[line.page].push_back(&line);
  std::map<std::string, std::set<int>> shapes;
  std::vector<PdfLine*> edges;
  for (auto& [page, on_page] : pages) {
    std::stable_sort(on_page.begin(), on_page.end(),
                     [](const PdfLine* a, const PdfLine* b) { return a->top < b->top; });
    for (size_t i = 0; i < on_page.size(); ++i) {
      if (i >= kEdgeLines && i + kEdgeLines < on_page.size()) continue;
      const absl::string_view line = TextOf(text, *on_page[i]);
      if ((i == 0 || i + 1 == on_page.size()) && on_page.size() > 1 && IsPageNumber(line)) on_page[i]->furniture = true;
      shapes[Shape(line)].insert(page);
      edges.push_back(on_page[i]);
    }
  }
  for (PdfLine* line : edges) {
    const size_t on = shapes[Shape(TextOf(text, *line))].size();
    if (on >= 2 && 2 * on >= pages.size()) line->furniture = true;
  }
}

std::vector<ParsedBlock> JoinPdfLines(absl::string_view text, const std::vector<PdfLine>& lines) {
  return Joiner(text, lines).Run();
}

}  // namespace crosscheck
