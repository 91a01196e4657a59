#ifndef CROSSCHECK_DOCUMENT_CSV_H_
#define CROSSCHECK_DOCUMENT_CSV_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "document/parsed_block.h"

namespace crosscheck {

// Appends the cells of the CSV (RFC 4180) in `range` of `document`, framed by their heads. Whether commas, semicolons,
// tabs or bars part them is told by the first line: what stands there most often outside quotation marks. A quotation
// mark that none closes is a character like another.
void ParseCsv(absl::string_view document, TextSpan range, int& tables, std::vector<ParsedBlock>& blocks);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_CSV_H_
