// In the stead of pdf.cc in a program that is built without PDF (CROSSCHECK_PDF): a PDF is then one more file that is
// not read, by name, and no unknown one.
#include "absl/status/status.h"
#include "document/pdf.h"

namespace crosscheck {

absl::StatusOr<ExtractedText> ReadPdf(absl::string_view) {
  return absl::InvalidArgumentError("is PDF, which this program was built without");
}

}  // namespace crosscheck
