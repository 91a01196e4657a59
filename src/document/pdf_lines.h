#ifndef CROSSCHECK_DOCUMENT_PDF_LINES_H_
#define CROSSCHECK_DOCUMENT_PDF_LINES_H_

#include <string>
#include <vector>

#include "crosscheck/text_span.h"
#include "document/formats.h"

namespace crosscheck {

// A line of a page as it is set: its bytes in the text, and its box in points from the top left corner of the page.
struct PdfLine {
  TextSpan span;
  int page = 0;
  double left = 0, right = 0, top = 0, bottom = 0;
  bool furniture = false;  // a running head, a page number

  double height() const { return bottom - top; }
};

// Marks the lines at the edges of pages that stand on several of them, and those that are page numbers.
void FindFurniture(absl::string_view text, std::vector<PdfLine>& lines);

// Joins lines, in reading order, to paragraphs, headings and list items; furniture comes last, as boilerplate.
std::vector<ParsedBlock> JoinPdfLines(absl::string_view text, const std::vector<PdfLine>& lines);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_PDF_LINES_H_
