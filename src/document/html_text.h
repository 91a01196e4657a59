#ifndef CROSSCHECK_DOCUMENT_HTML_TEXT_H_
#define CROSSCHECK_DOCUMENT_HTML_TEXT_H_

#include <cstddef>

#include "absl/strings/string_view.h"
#include "document/text_builder.h"

namespace crosscheck {

// Appends the text of an HTML text node to `builder`. `decoded` is what the parser made of the bytes of `document`
// from `begin` on: character references resolved, line ends made "\n", stray tags left out. The two are walked side by
// side, so that every byte of the block knows where it came from. `end` is where the source cannot go beyond.
void AppendHtmlText(absl::string_view document, size_t begin, size_t end, absl::string_view decoded,
                    TextBuilder& builder);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_HTML_TEXT_H_
