#ifndef CROSSCHECK_DOCUMENT_DOCX_COMMENTS_H_
#define CROSSCHECK_DOCUMENT_DOCX_COMMENTS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "crosscheck/text_span.h"

namespace crosscheck {

struct DocxComment {
  TextSpan span;                   // of the text of the document that the bytes are read as
  std::vector<std::string> lines;  // printable; a paragraph each
};

// A copy of a .docx with comments on those words, dated `day`. Runs are split where words begin or end inside one;
// the words and all other entries of the archive stay as they are. Words of notes and text boxes, which cannot carry
// comments, have theirs where the body refers to them. kInvalidArgument for bytes that cannot be read as a .docx.
absl::StatusOr<std::string> AddDocxComments(absl::string_view bytes, const std::vector<DocxComment>& comments,
                                            absl::CivilDay day);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_DOCX_COMMENTS_H_
