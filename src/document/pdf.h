#ifndef CROSSCHECK_DOCUMENT_PDF_H_
#define CROSSCHECK_DOCUMENT_PDF_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "document/formats.h"

namespace crosscheck {

// The text layer of a PDF, in reading order; places are "page 3, line 14". kInvalidArgument for what is no PDF, a
// broken, encrypted or cut-off one, and one without a text layer. Pages without text are noted.
absl::StatusOr<ExtractedText> ReadPdf(absl::string_view bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_PDF_H_
