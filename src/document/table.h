#ifndef CROSSCHECK_DOCUMENT_TABLE_H_
#define CROSSCHECK_DOCUMENT_TABLE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "document/parsed_block.h"

namespace crosscheck {

// Where a cell of a table stands; its text is `blocks[block]`.
struct CellPlace {
  size_t block = 0;
  int row = 0;
  int column = 0;
  int columns = 1;       // how many columns it spans
  bool is_head = false;  // the markup says so
  int rows = 1;          // how many rows it spans
};

// Makes `cells`, sorted by row, table `number`: sets zone and CellInfo of their blocks. The heads are what the markup
// says; where it says nothing, the first row is one if it has words (or years) above figures. The first cell of a row
// is its row head. `note` frames every cell.
void FrameTable(const std::vector<CellPlace>& cells, int number, const std::string& note,
                std::vector<ParsedBlock>& blocks);

// Makes pairs of cells, a label and its value, the rows of table `number`.
void FrameLabels(const std::vector<CellPlace>& cells, int number, std::vector<ParsedBlock>& blocks);

// Whether a cell's text is a figure: "$612 million", "41.3%", "(12)"; a year or "Q1 2025" is none.
bool IsFigure(absl::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_TABLE_H_
