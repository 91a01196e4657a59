#ifndef CROSSCHECK_DOCUMENT_PLAIN_TEXT_H_
#define CROSSCHECK_DOCUMENT_PLAIN_TEXT_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "document/parsed_block.h"

namespace crosscheck {

// Appends the blocks of the lines in `range` of `document`, which is plain text: paragraphs, list items and the cells
// of tables set in columns. Empty lines separate paragraphs; lines that were wrapped by hand are joined, others stand
// alone. `tables` counts the tables of the document. `range` begins and ends at line ends or at the document's.
void ParsePlainText(absl::string_view document, TextSpan range, int& tables, std::vector<ParsedBlock>& blocks);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_PLAIN_TEXT_H_
