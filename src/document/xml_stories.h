#ifndef CROSSCHECK_DOCUMENT_XML_STORIES_H_
#define CROSSCHECK_DOCUMENT_XML_STORIES_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "document/formats.h"

namespace crosscheck {

// The stories of a file of XML, told by its root: each item of RSS (0.9 to 2.0), each entry of Atom, one of NITF 3.
absl::StatusOr<std::vector<ExtractedText>> ReadXmlStories(absl::string_view bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_XML_STORIES_H_
