#ifndef CROSSCHECK_DOCUMENT_QUOTES_H_
#define CROSSCHECK_DOCUMENT_QUOTES_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/text_span.h"

namespace crosscheck {

// What stands inside quotation marks in `text`, marks left out, sorted, outermost quotations only. Curly and straight
// double marks, guillemets, and single marks where they clearly quote. A quotation that is not closed runs to the end
// of `text` where it opens it (the press opens each paragraph of a long quotation and closes the last one only), or
// where `goes_on`: the next paragraph opens with a mark. Linear in the size of `text`.
std::vector<TextSpan> FindQuotes(absl::string_view text, bool goes_on);

// Whether `text` begins with a mark that opens a quotation.
bool OpensWithQuote(absl::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_QUOTES_H_
