#ifndef CROSSCHECK_DOCUMENT_MARKDOWN_H_
#define CROSSCHECK_DOCUMENT_MARKDOWN_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "document/parsed_block.h"

namespace crosscheck {

// Appends the blocks of a Markdown document (CommonMark and tables). Comments and the keys of YAML front matter are no
// text; its title, author and date become byline blocks. Code blocks are read as plain text, raw HTML as HTML.
// `range` is the part of `document` to read.
void ParseMarkdown(absl::string_view document, TextSpan range, int& tables, std::vector<ParsedBlock>& blocks);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_MARKDOWN_H_
