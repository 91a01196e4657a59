#ifndef CROSSCHECK_DOCUMENT_CHARSET_H_
#define CROSSCHECK_DOCUMENT_CHARSET_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

// `bytes`, written in `charset` (by any of its names, in any case), as UTF-8. nullopt where the charset is unknown or
// the bytes are none of its.
std::optional<std::string> ToUtf8(absl::string_view bytes, absl::string_view charset);

// Makes GMime ready, once; all that calls it has to call this first. Thread-safe.
void StartGMime();

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_CHARSET_H_
