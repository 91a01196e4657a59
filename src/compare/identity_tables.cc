#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "compare/identity_checks.h"

namespace crosscheck {

namespace {

// One table of a document with the figure of each cell that has exactly one and no other words of weight.
struct Grid {
  struct Cell {
    const TextFigure* figure = nullptr;
    bool doubtful = false;  // two figures, or a hedge
    bool filled = false;    // has any text
  };
  std::map<std::pair<int, int>, Cell> cells;  // row, column
  std::map<int, std::string> row_heads;       // folded
  std::map<int, std::string> column_heads;
};

bool IsTotalHead(absl::string_view head) {
  static constexpr absl::string_view kHeads[] = {"total",    "totals",        "grand total", "sum",
                                                 "overall",  "overall total", "all",         "together",
                                                 "combined", "in total",      "total all"};
  while (!head.empty() && (head.back() == ':' || head.back() == '*' || head.back() == ' ')) head.remove_suffix(1);
  if (std::find(std::begin(kHeads), std::end(kHeads), head) != std::end(kHeads)) return true;
  return absl::StartsWith(head, "total ") || absl::EndsWith(head, " total");
}

// Measures that are not added up along a table.
bool IsNotAdded(absl::string_view head) {
  static constexpr absl::string_view kWords[] = {"age",   "average", "change",  "cumulative", "density", "index",
                                                 "mean",  "median",  "per",     "price",      "rank",    "rate",
                                                 "rates", "ratio",   "running", "turnout",    "year",    "percentage"};
  if (absl::StrContains(head, "+/-") || absl::StrContains(head, "%")) return true;
  for (absl::string_view word : absl::StrSplit(head, absl::ByAnyChar(" -,.;:()/"), absl::SkipEmpty())) {
    if (std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords)) return true;
  }
  return false;
}

class TableChecker {
 public:
  TableChecker(const CheckContext& context, const std::vector<TextFigure>& figures)
      : context_(context), figures_(figures) {}

  std::vector<Misfit> Run() {
    for (const auto& [number, grid] : Read()) {
      Columns(grid);
      Rows(grid);
    }
    return std::move(misfits_);
  }

 private:
  std::map<int, Grid> Read() const {
    std::map<int, Grid> grids;
    const auto& sentences = context_.document.sentences;
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      if (!sentences[s].block->cell) continue;
      const CellInfo& info = *sentences[s].block->cell;
      Grid& grid = grids[info.table];
      if (info.column == 0) {
        grid.row_heads[info.row] = Fold(sentences[s].text);
        continue;
      }
      if (!info.row_head.empty()) grid.row_heads.try_emplace(info.row, Fold(info.row_head));
      if (!info.column_head.empty()) grid.column_heads.try_emplace(info.column, Fold(info.column_head));
      if (!info.is_head) grid.cells[{info.row, info.column}].filled = true;
    }
    for (const TextFigure& figure : figures_) {
      const Sentence& sentence = sentences[figure.sentence];
      if (!sentence.block->cell || figure.is_end) continue;
      const CellInfo& info = *sentence.block->cell;
      if (info.is_head || info.column == 0) continue;
      Grid::Cell& cell = grids[info.table].cells[{info.row, info.column}];
      if (cell.figure != nullptr || figure.value.modifier != Modifier::kExact ||
          figure.value.low != figure.value.high || sentence.words.size() > figure.last - figure.first + 2) {
        cell.doubtful = true;
      }
      cell.figure = &figure;
    }
    return grids;
  }

  static const std::string& HeadOf(const std::map<int, std::string>& heads, int at) {
    static const std::string kNone;
    const auto found = heads.find(at);
    return found == heads.end() ? kNone : found->second;
  }

  void Columns(const Grid& grid) {
    std::map<int, std::vector<std::pair<int, Grid::Cell>>> columns;
    for (const auto& [place, cell] : grid.cells) columns[place.second].emplace_back(place.first, cell);
    for (const auto& [column, cells] : columns) {
      if (IsNotAdded(HeadOf(grid.column_heads, column))) continue;
      Line(cells, [&](int row) { return HeadOf(grid.row_heads, row); });
    }
  }

  void Rows(const Grid& grid) {
    std::map<int, std::vector<std::pair<int, Grid::Cell>>> rows;
    for (const auto& [place, cell] : grid.cells) rows[place.first].emplace_back(place.second, cell);
    for (const auto& [row, cells] : rows) {
      if (IsNotAdded(HeadOf(grid.row_heads, row))) continue;
      Line(cells, [&](int column) { return HeadOf(grid.column_heads, column); });
    }
  }

  // The cells before each total, back to the total before it, against that total.
  template <typename Head>
  void Line(const std::vector<std::pair<int, Grid::Cell>>& cells, const Head& head) {
    std::vector<const TextFigure*> parts;
    std::vector<const TextFigure*> subtotals;
    bool usable = true;
    for (const auto& [at, cell] : cells) {
      const std::string& name = head(at);
      const bool has = cell.figure != nullptr && !cell.doubtful;
      if (IsTotalHead(name)) {
        if (has && usable && !Check(*cell.figure, parts) && subtotals.size() >= 2) (void)Check(*cell.figure, subtotals);
        if (has) subtotals.push_back(cell.figure);
        parts.clear();
        usable = true;
        continue;
      }
      if (IsNotAdded(name) || absl::StartsWith(name, "of which") || absl::StartsWith(name, "including")) {
        if (has) usable = usable && name.empty();
        continue;
      }
      if (!has && cell.filled) usable = false;
      if (has) parts.push_back(cell.figure);
    }
  }

  // Whether anything could be checked.
  bool Check(const TextFigure& total, const std::vector<const TextFigure*>& parts) {
    if (parts.size() < 2) return false;
    Interval sum = Interval::Point(Exact());
    for (const TextFigure* part : parts) {
      if (!SameMeasure(part->value, total.value) || part->value.kind == ValueKind::kDate) return false;
      sum = Plus(sum, IntervalOf(part->value));
    }
    const Interval stated = IntervalOf(total.value);
    if (!sum.bounded() || !stated.bounded() || Meet(sum, stated)) return true;
    // Far off, the line is something else than the sum of the others.
    if (!Meet(sum, Widened(stated, Exact::Ratio(2, 5).value_or(Exact())))) return true;
    Misfit misfit{{total}, {}, absl::StrCat("the lines make ", Written(sum))};
    for (const TextFigure* part : parts) misfit.given.push_back(*part);
    misfits_.push_back(std::move(misfit));
    return true;
  }

  const CheckContext& context_;
  const std::vector<TextFigure>& figures_;
  std::vector<Misfit> misfits_;
};

}  // namespace

std::vector<Misfit> CheckTables(const CheckContext& context, const std::vector<TextFigure>& figures) {
  return TableChecker(context, figures).Run();
}

}  // namespace crosscheck
