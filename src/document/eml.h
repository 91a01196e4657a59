#ifndef CROSSCHECK_DOCUMENT_EML_H_
#define CROSSCHECK_DOCUMENT_EML_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "document/formats.h"

namespace crosscheck {

// A mail (RFC 5322, MIME): its subject is the headline, its sender the publisher. Of parts that say the same the plain
// text is read, else the HTML. What a reply quotes is boilerplate; attachments are named as not read.
absl::StatusOr<ExtractedText> ReadMail(absl::string_view bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_EML_H_
