#ifndef CROSSCHECK_DOCUMENT_COMMENTS_H_
#define CROSSCHECK_DOCUMENT_COMMENTS_H_

#include <vector>

#include "crosscheck/document.h"

namespace crosscheck {

// Append the comments in `range` of `document`, in order: what the language itself takes for one. "<!--" inside code,
// an attribute or a script is none.
void FindHtmlComments(absl::string_view document, TextSpan range, std::vector<Comment>& comments);
void FindMarkdownComments(absl::string_view document, TextSpan range, std::vector<Comment>& comments);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_COMMENTS_H_
