#include "document/csv.h"

#include <algorithm>
#include <utility>

#include "document/table.h"
#include "document/text_builder.h"

namespace crosscheck {

namespace {

constexpr char kSeparators[] = {',', ';', '\t', '|'};

class CsvReader {
 public:
  CsvReader(absl::string_view document, TextSpan range, std::vector<ParsedBlock>& blocks)
      : document_(document), at_(range.begin), end_(range.end), blocks_(blocks) {
    separator_ = Separator();
  }

  void Read(int& tables) {
    int row = 0;
    while (at_ < end_) {
      int column = 0;
      bool more = true;
      while (more) more = ReadCell(row, column++);
      ++row;
    }
    if (cells_.empty()) return;
    MarkHead();
    FrameTable(cells_, tables++, "", blocks_);
    for (const CellPlace& cell : cells_) blocks_[cell.block].settled = true;
  }

 private:
  char Separator() const {
    size_t counts[sizeof(kSeparators)] = {};
    bool quoted = false;
    for (size_t at = at_; at < end_ && (quoted || document_[at] != '\n'); ++at) {
      if (document_[at] == '"') quoted = !quoted;
      if (quoted) continue;
      for (size_t i = 0; i < sizeof(kSeparators); ++i) counts[i] += document_[at] == kSeparators[i] ? 1 : 0;
    }
    return kSeparators[std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts)];
  }

  bool EndsCell(size_t at) const {
    return at >= end_ || document_[at] == separator_ || document_[at] == '\n' || document_[at] == '\r';
  }

  // Where the quotation mark that closes the cell from `at` on stands; npos where none does.
  size_t ClosingMark(size_t at) {
    if (at < unclosed_from_) {
      for (size_t i = at; i < end_; ++i) {
        if (document_[i] != '"') continue;
        if (i + 1 < end_ && document_[i + 1] == '"') {
          ++i;
        } else {
          return i;
        }
      }
      unclosed_from_ = at;  // so that a file of marks is not searched again for each of them
    }
    return absl::string_view::npos;
  }

  // Whether another cell of the row follows.
  bool ReadCell(int row, int column) {
    TextBuilder builder(document_);
    const size_t close = at_ < end_ && document_[at_] == '"' ? ClosingMark(at_ + 1) : absl::string_view::npos;
    if (close != absl::string_view::npos) {
      size_t from = at_ + 1;
      for (size_t i = from; i < close; ++i) {
        if (document_[i] != '"') continue;
        builder.Copy(from, i);
        builder.Replace("\"", i, i + 2);
        from = ++i + 1;
      }
      builder.Copy(from, close);
      at_ = close + 1;
    }
    const size_t begin = at_;  // of what is not quoted, be it after the marks
    while (!EndsCell(at_)) ++at_;
    builder.Copy(begin, at_);
    if (!builder.empty()) {
      CellPlace place;
      place.block = blocks_.size();
      place.row = row;
      place.column = column;
      cells_.push_back(place);
      blocks_.push_back(builder.Take(Zone::kTableCell));
    }
    if (at_ < end_ && document_[at_] == separator_) {
      ++at_;
      return true;
    }
    if (at_ < end_ && document_[at_] == '\r') ++at_;
    if (at_ < end_ && document_[at_] == '\n') ++at_;
    return false;
  }

  // The first line names the columns, unless a figure stands in it.
  void MarkHead() {
    const int first = cells_.front().row;
    if (cells_.back().row == first) return;
    const auto head_end =
        std::find_if(cells_.begin(), cells_.end(), [first](const CellPlace& cell) { return cell.row != first; });
    const bool figures = std::any_of(
        cells_.begin(), head_end, [this](const CellPlace& cell) { return IsFigure(blocks_[cell.block].block.text); });
    if (figures) return;
    for (auto cell = cells_.begin(); cell != head_end; ++cell) cell->is_head = true;
  }

  absl::string_view document_;
  size_t at_;
  size_t end_;
  std::vector<ParsedBlock>& blocks_;
  char separator_ = ',';
  size_t unclosed_from_ = absl::string_view::npos;
  std::vector<CellPlace> cells_;
};

}  // namespace

void ParseCsv(absl::string_view document, TextSpan range, int& tables, std::vector<ParsedBlock>& blocks) {
  CsvReader(document, range, blocks).Read(tables);
}

}  // namespace crosscheck
