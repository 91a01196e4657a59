#include "document/table.h"

#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

bool IsYear(absl::string_view text) {
  return text.size() == 4 && (text[0] == '1' || text[0] == '2') &&
         std::all_of(text.begin(), text.end(), absl::ascii_isdigit);
}

// The rows at the top that are heads.
int HeadRows(const std::vector<CellPlace>& cells, const std::vector<ParsedBlock>& blocks) {
  std::map<int, std::pair<int, int>> marked;  // row -> cells, cells that are heads
  bool any = false;
  for (const CellPlace& cell : cells) {
    auto& [count, heads] = marked[cell.row];
    ++count;
    heads += cell.is_head ? 1 : 0;
    any = any || cell.is_head;
  }
  int rows = 0;
  if (any) {
    while (marked.contains(rows) && marked[rows].first == marked[rows].second) ++rows;
    return rows < static_cast<int>(marked.size()) ? rows : 1;
  }
  bool words_above = false;
  bool figures_below = false;
  for (const CellPlace& cell : cells) {
    if (cell.column == 0) continue;
    const bool figure = IsFigure(blocks[cell.block].block.text);
    if (cell.row == 0 && figure) return 0;
    words_above = words_above || cell.row == 0;
    figures_below = figures_below || (cell.row > 0 && (figure || IsYear(blocks[cell.block].block.text)));
  }
  return words_above && figures_below ? 1 : 0;
}

}  // namespace

bool IsFigure(absl::string_view text) {
  if (IsYear(text)) return false;
  size_t at = 0;
  while (at < text.size() && !absl::ascii_isalnum(static_cast<unsigned char>(text[at]))) ++at;
  return at < text.size() && at <= 6 && absl::ascii_isdigit(static_cast<unsigned char>(text[at]));
}

void FrameTable(const std::vector<CellPlace>& cells, int number, const std::string& note,
                std::vector<ParsedBlock>& blocks) {
  const int head_rows = HeadRows(cells, blocks);
  std::map<int, std::string> column_heads;
  std::map<int, std::string> row_heads;
  for (const CellPlace& cell : cells) {
    const std::string& text = blocks[cell.block].block.text;
    for (int row = cell.row; row < cell.row + cell.rows; ++row) {
      row_heads.emplace(row, cell.column == 0 ? text : std::string());
    }
    if (cell.row >= head_rows) continue;
    for (int column = cell.column; column < cell.column + cell.columns; ++column) {
      std::string& head = column_heads[column];
      head = head.empty() ? text : absl::StrCat(head, " ", text);
    }
  }
  for (const CellPlace& cell : cells) {
    ParsedBlock& parsed = blocks[cell.block];
    CellInfo info;
    info.table = number;
    info.row = cell.row;
    info.column = cell.column;
    info.is_head = cell.is_head || cell.row < head_rows;
    if (cell.column > 0 && cell.row >= head_rows) info.row_head = row_heads[cell.row];
    if (cell.row >= head_rows) {
      const auto head = column_heads.find(cell.column);
      if (head != column_heads.end()) info.column_head = head->second;
    }
    info.note = note;
    parsed.block.zone = Zone::kTableCell;
    parsed.block.cell = std::move(info);
    parsed.settled = true;
  }
}

void FrameLabels(const std::vector<CellPlace>& cells, int number, std::vector<ParsedBlock>& blocks) {
  std::string label;
  for (const CellPlace& cell : cells) {
    ParsedBlock& parsed = blocks[cell.block];
    CellInfo info;
    info.table = number;
    info.row = cell.row;
    info.column = cell.column;
    info.is_head = cell.column == 0;
    if (info.is_head) {
      label = parsed.block.text;
    } else {
      info.row_head = label;
    }
    parsed.block.zone = Zone::kTableCell;
    parsed.block.cell = std::move(info);
    parsed.settled = true;
  }
}

}  // namespace crosscheck
