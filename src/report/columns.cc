#include "report/columns.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "base/display_width.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kRule = " │ ";
// Marks that close or separate begin no line, even where characters have no spaces between them.
constexpr absl::string_view kNeverFirst[] = {"、", "。", "，", "．", "：", "；", "！", "？", "）",
                                             "」", "』", "】", "》", "〉", "”",  "’",  "ー", "…",
                                             ")",  ",",  ".",  ":",  ";",  "!",  "?",  "\""};

bool NeverFirst(absl::string_view glyph) {
  return std::find(std::begin(kNeverFirst), std::end(kNeverFirst), glyph) != std::end(kNeverFirst);
}

class Wrapper {
 public:
  Wrapper(const MarkedText& paragraph, size_t width, size_t indent)
      : text_(paragraph.text), strong_(paragraph.strong), width_(width), indent_(indent) {}

  std::vector<MarkedText> Run() {
    while (begin_ < text_.size()) {
      const size_t room = width_ - (lines_.empty() ? 0 : indent_);
      const size_t end = LineEnd(room);
      Add(begin_, end);
      begin_ = end;
      while (begin_ < text_.size() && text_[begin_] == ' ') ++begin_;
    }
    return std::move(lines_);
  }

 private:
  // Where the line that begins at begin_ ends: all that is left, or the last place to break that fits, or as much of a
  // word as does.
  size_t LineEnd(size_t room) const {
    size_t used = 0;
    size_t last_break = begin_;
    size_t last_width = 0;
    size_t at = begin_;
    while (at < text_.size()) {
      const Glyph glyph = GlyphAt(text_, at);
      const absl::string_view shown = text_.substr(at, glyph.size);
      const bool space = shown == " ";
      const bool between_wide = at > begin_ && (glyph.width == 2 || last_width == 2) && !NeverFirst(shown);
      if (space || between_wide) last_break = at;
      if (used + glyph.width > room) break;
      used += glyph.width;
      last_width = glyph.width;
      at += glyph.size;
    }
    if (at >= text_.size()) return text_.size();
    if (last_break > begin_) return last_break;
    return std::max(at, begin_ + GlyphAt(text_, begin_).size);
  }

  void Add(size_t begin, size_t end) {
    while (end > begin && text_[end - 1] == ' ') --end;
    MarkedText line;
    line.text.assign(lines_.empty() ? 0 : indent_, ' ');
    const size_t shift = line.text.size();
    absl::StrAppend(&line.text, text_.substr(begin, end - begin));
    const size_t from = std::max(strong_.begin, begin);
    const size_t to = std::min(strong_.end, end);
    if (from < to) line.strong = {from - begin + shift, to - begin + shift};
    lines_.push_back(std::move(line));
  }

  const absl::string_view text_;
  const TextSpan strong_;
  const size_t width_;
  const size_t indent_;
  size_t begin_ = 0;
  std::vector<MarkedText> lines_;
};

}  // namespace

void AppendMarked(const MarkedText& line, absl::string_view strong, absl::string_view plain, std::string& out) {
  const absl::string_view text = line.text;
  if (line.strong.empty()) {
    absl::StrAppend(&out, text);
    return;
  }
  absl::StrAppend(&out, text.substr(0, line.strong.begin), strong, text.substr(line.strong.begin, line.strong.size()),
                  plain, text.substr(line.strong.end));
}

std::vector<MarkedText> Wrap(const MarkedText& paragraph, size_t width, size_t indent) {
  return Wrapper(paragraph, width, indent).Run();
}

void AppendColumns(const std::vector<std::vector<MarkedText>>& columns, size_t width, absl::string_view margin,
                   absl::string_view strong, absl::string_view plain, std::string& out) {
  size_t rows = 0;
  for (const std::vector<MarkedText>& column : columns) rows = std::max(rows, column.size());
  for (size_t row = 0; row < rows; ++row) {
    absl::StrAppend(&out, margin);
    for (size_t i = 0; i < columns.size(); ++i) {
      const MarkedText line = row < columns[i].size() ? columns[i][row] : MarkedText{};
      AppendMarked(line, strong, plain, out);
      if (i + 1 == columns.size()) break;
      const size_t used = DisplayWidth(line.text);
      out.append(used < width ? width - used : 0, ' ');
      absl::StrAppend(&out, kRule);
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += '\n';
  }
}

}  // namespace crosscheck
