#ifndef CROSSCHECK_DOCUMENT_DOCX_H_
#define CROSSCHECK_DOCUMENT_DOCX_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "document/formats.h"

namespace crosscheck {

// A Word document (.docx): paragraphs, headings, lists, tables, text boxes, foot- and endnotes, with headers and
// footers as boilerplate. Tracked changes are read as accepted, and hidden or struck-out text is left out; notes say
// so. Places are "paragraph 3, character 17" (paragraphs of the body that hold text), "table 1, row 2, column 3",
// "footnote 1".
absl::StatusOr<ExtractedText> ReadDocx(absl::string_view bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_DOCX_H_
