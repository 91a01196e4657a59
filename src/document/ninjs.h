#ifndef CROSSCHECK_DOCUMENT_NINJS_H_
#define CROSSCHECK_DOCUMENT_NINJS_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "document/formats.h"

namespace crosscheck {

// The stories of a file of JSON: ninjs of the IPTC, versions 1 to 3, one object or an array of them.
absl::StatusOr<std::vector<ExtractedText>> ReadJsonStories(absl::string_view bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_NINJS_H_
