#include "document/plain_text.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "base/utf8.h"
#include "document/line_shapes.h"
#include "document/phrases.h"
#include "document/table.h"
#include "document/text_builder.h"

namespace crosscheck {

namespace {

// Code points. A longer line is a paragraph of its own, unless such lines go on in lower case: then the text was
// wrapped wider than people do, by a program, and the second figure holds.
constexpr size_t kUsualWrap = 100;
constexpr size_t kWidestWrap = 200;
constexpr size_t kNarrowestWrap = 40;

struct Line {
  TextSpan span;      // spaces at both ends left out
  size_t width = 0;   // code points
  size_t indent = 0;  // bytes of spaces before it
};

class PlainTextParser {
 public:
  PlainTextParser(absl::string_view document, int& tables, std::vector<ParsedBlock>& blocks)
      : document_(document), tables_(tables), blocks_(blocks) {}

  void Parse(TextSpan range);

 private:
  absl::string_view Text(const Line& line) const { return document_.substr(line.span.begin, line.span.size()); }
  Line LineAt(size_t begin, size_t end) const;
  void ParseRun(const std::vector<Line>& run);
  size_t ParseTable(const std::vector<Line>& run, size_t first);
  std::vector<TextSpan> Fields(const Line& line) const;
  void SplitNarrowRow(std::vector<TextSpan>& fields, size_t columns) const;
  void AddRows(const std::vector<std::vector<TextSpan>>& rows);
  bool Wraps(const std::vector<Line>& run, size_t at, size_t width) const;
  bool StandsAlone(const Line& line) const;
  bool GoesOnIndented(const std::vector<Line>& run, size_t first, size_t count) const;
  size_t WidestWrap(const std::vector<std::vector<Line>>& runs) const;
  bool BreaksSentences(const std::vector<std::vector<Line>>& runs) const;
  size_t JoinFrom(const std::vector<Line>& run, size_t first, size_t width);

  absl::string_view document_;
  int& tables_;
  std::vector<ParsedBlock>& blocks_;
  size_t widest_ = kUsualWrap;
  size_t usual_width_ = 0;  // of the lines that others follow
  bool wrapped_ = false;    // lines of this text break inside sentences
  bool after_gap_ = true;   // an empty line stands before what comes next
};

Line PlainTextParser::LineAt(size_t begin, size_t end) const {
  Line line;
  size_t first = begin;
  while (first < end) {
    const CodePoint point = DecodeUtf8(document_, first);
    if (!IsSpace(point.value)) break;
    first += static_cast<size_t>(point.size);
  }
  while (end > first && absl::ascii_isspace(static_cast<unsigned char>(document_[end - 1]))) --end;
  line.span = {first, end};
  line.width = CountCodePoints(document_.substr(first, end - first));
  line.indent = first - begin;
  return line;
}

// The fields of a line in columns; empty where it has none.
std::vector<TextSpan> PlainTextParser::Fields(const Line& line) const {
  std::vector<TextSpan> fields = SplitColumns(Text(line));
  if (fields.size() < 2) return {};
  for (TextSpan& field : fields) field = {field.begin + line.span.begin, field.end + line.span.begin};
  return fields;
}

// A long name may leave a single space before the first figure: "Four other candidates 17,057    24.2%".
void PlainTextParser::SplitNarrowRow(std::vector<TextSpan>& fields, size_t columns) const {
  if (fields.size() + 1 != columns) return;
  const absl::string_view first = document_.substr(fields[0].begin, fields[0].size());
  const size_t space = first.rfind(' ');
  if (space == absl::string_view::npos || !IsFigure(first.substr(space + 1))) return;
  const TextSpan figure = {fields[0].begin + space + 1, fields[0].end};
  fields[0].end = fields[0].begin + space;
  fields.insert(fields.begin() + 1, figure);
}

void PlainTextParser::AddRows(const std::vector<std::vector<TextSpan>>& rows) {
  std::vector<CellPlace> cells;
  for (size_t row = 0; row < rows.size(); ++row) {
    for (size_t column = 0; column < rows[row].size(); ++column) {
      TextBuilder builder(document_);
      builder.Copy(rows[row][column].begin, rows[row][column].end);
      if (builder.empty()) continue;
      cells.push_back({blocks_.size(), static_cast<int>(row), static_cast<int>(column), 1, false});
      blocks_.push_back(builder.Take(Zone::kTableCell));
      blocks_.back().close = !after_gap_;
      after_gap_ = false;
    }
  }
  FrameTable(cells, tables_++, "", blocks_);
}

// Reads the lines from `first` that are set in columns as a table; returns how many. Two rows at least, and figures.
size_t PlainTextParser::ParseTable(const std::vector<Line>& run, size_t first) {
  std::vector<std::vector<TextSpan>> rows;
  size_t lines = 0;
  size_t columns = 0;
  bool pipes = true;
  size_t figures = 0;
  for (size_t i = first; i < run.size(); ++i) {
    std::vector<TextSpan> fields = Fields(run[i]);
    if (fields.empty()) break;
    ++lines;
    const absl::string_view text = Text(run[i]);
    pipes = pipes && absl::StrContains(text, '|');
    if (text.find_first_not_of("|-: +=") == absl::string_view::npos) continue;  // a rule between head and body
    columns = std::max(columns, fields.size());
    rows.push_back(std::move(fields));
  }
  if (rows.size() < 2 || columns < 2) return 0;
  for (std::vector<TextSpan>& row : rows) {
    SplitNarrowRow(row, columns);
    for (size_t i = 1; i < row.size(); ++i) figures += IsFigure(document_.substr(row[i].begin, row[i].size())) ? 1 : 0;
  }
  if (!pipes && figures * 2 < rows.size()) return 0;
  AddRows(rows);
  return lines;
}

// A line that is joined to no other: a label with its value, a speaker, a stamp.
bool PlainTextParser::StandsAlone(const Line& line) const {
  const absl::string_view text = Text(line);
  return FindTimeStamp(text).has_value() || (line.width < kNarrowestWrap * 2 && FindLabelledValue(text).has_value());
}

// Whether line `at` of the run was broken only because its next word did not fit.
bool PlainTextParser::Wraps(const std::vector<Line>& run, size_t at, size_t width) const {
  if (at + 1 >= run.size()) return false;
  const Line& line = run[at];
  const Line& next = run[at + 1];
  if (line.width > widest_ || next.width > widest_ || width > widest_) return false;
  const absl::string_view text = Text(next);
  if (BulletSize(text) > 0 || StandsAlone(next) || !Fields(next).empty()) return false;
  const bool ends = EndsLikeSentence(Text(line));
  if (ends && FindSpeechLabel(text).has_value()) return false;
  const bool lower = absl::ascii_islower(static_cast<unsigned char>(text[0]));
  if (!ends && lower && line.width >= kNarrowestWrap / 2) return true;
  if (!wrapped_ || line.width < kNarrowestWrap) return false;
  const size_t first_word = CountCodePoints(text.substr(0, text.find(' ')));
  return line.width + 1 + first_word + 6 >= width;
}

// Whether line `first + count` is a part of the item that begins at `first`: set further in, and no item itself.
bool PlainTextParser::GoesOnIndented(const std::vector<Line>& run, size_t first, size_t count) const {
  if (first + count >= run.size()) return false;
  const Line& next = run[first + count];
  return next.indent > run[first].indent && BulletSize(Text(next)) == 0 && Fields(next).empty();
}

// Appends the block that begins with line `first`; returns the number of its lines.
size_t PlainTextParser::JoinFrom(const std::vector<Line>& run, size_t first, size_t width) {
  TextBuilder builder(document_);
  const size_t bullet = BulletSize(Text(run[first]));
  size_t count = 1;
  builder.Copy(run[first].span.begin + bullet, run[first].span.end);
  if (!StandsAlone(run[first])) {
    while (Wraps(run, first + count - 1, width) || (bullet > 0 && GoesOnIndented(run, first, count))) {
      const Line& next = run[first + count];
      builder.Space(run[first + count - 1].span.end, next.span.begin, true);
      builder.Copy(next.span.begin, next.span.end);
      ++count;
    }
  }
  if (builder.empty()) return count;
  ParsedBlock block = builder.Take(bullet > 0 ? Zone::kListItem : Zone::kParagraph);
  block.settled = bullet > 0;
  block.close = !after_gap_;
  block.breaks.clear();  // already judged
  blocks_.push_back(std::move(block));
  after_gap_ = false;
  return count;
}

void PlainTextParser::ParseRun(const std::vector<Line>& run) {
  size_t width = 0;
  size_t ended = 0;
  for (const Line& line : run) {
    width = std::max(width, line.width);
    ended += EndsLikeSentence(Text(line)) ? 1 : 0;
  }
  if (run.size() < 3) width = std::max(width, usual_width_);
  // Where every line ends a sentence, each is a paragraph.
  if (run.size() >= 3 && ended * 5 >= run.size() * 4) width = widest_ + 1;
  after_gap_ = true;
  for (size_t at = 0; at < run.size();) {
    const size_t rows = ParseTable(run, at);
    at += rows > 0 ? rows : JoinFrom(run, at, width);
  }
}

size_t PlainTextParser::WidestWrap(const std::vector<std::vector<Line>>& runs) const {
  for (const std::vector<Line>& run : runs) {
    for (size_t i = 0; i + 1 < run.size(); ++i) {
      if (run[i].width <= kUsualWrap || run[i].width > kWidestWrap || run[i + 1].width > kWidestWrap) continue;
      const absl::string_view next = Text(run[i + 1]);
      const bool lower = absl::ascii_islower(static_cast<unsigned char>(next[0]));
      if (lower && BulletSize(next) == 0 && !EndsLikeSentence(Text(run[i]))) return kWidestWrap;
    }
  }
  return kUsualWrap;
}

// Whether the text was wrapped by hand: lines of a usual width go on in lower case on the next.
bool PlainTextParser::BreaksSentences(const std::vector<std::vector<Line>>& runs) const {
  for (const std::vector<Line>& run : runs) {
    for (size_t i = 0; i + 1 < run.size(); ++i) {
      const bool usual = run[i].width >= kNarrowestWrap && run[i].width <= widest_ && run[i + 1].width <= widest_;
      const absl::string_view next = Text(run[i + 1]);
      if (usual && absl::ascii_islower(static_cast<unsigned char>(next[0])) && BulletSize(next) == 0) return true;
    }
  }
  return false;
}

void PlainTextParser::Parse(TextSpan range) {
  std::vector<std::vector<Line>> runs;
  bool gap = true;
  for (size_t begin = range.begin; begin < range.end;) {
    const size_t newline = document_.find('\n', begin);
    const size_t end = std::min(newline == absl::string_view::npos ? range.end : newline, range.end);
    const Line line = LineAt(begin, end);
    begin = end + 1;
    if (line.span.empty()) {
      gap = true;
      continue;
    }
    if (gap) runs.emplace_back();
    runs.back().push_back(line);
    gap = false;
  }
  widest_ = WidestWrap(runs);
  wrapped_ = BreaksSentences(runs);
  for (const std::vector<Line>& run : runs) {
    for (size_t i = 0; i + 1 < run.size(); ++i) {
      if (run[i].width <= widest_) usual_width_ = std::max(usual_width_, run[i].width);
    }
  }
  for (const std::vector<Line>& run : runs) ParseRun(run);
}

}  // namespace

void ParsePlainText(absl::string_view document, TextSpan range, int& tables, std::vector<ParsedBlock>& blocks) {
  PlainTextParser(document, tables, blocks).Parse(range);
}

}  // namespace crosscheck
