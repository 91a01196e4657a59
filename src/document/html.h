#ifndef CROSSCHECK_DOCUMENT_HTML_H_
#define CROSSCHECK_DOCUMENT_HTML_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "document/parsed_block.h"

namespace crosscheck {

// Appends the blocks of the HTML in `range` of `document`: as browsers read it, however malformed. Scripts, styles,
// templates, comments and what is struck out or hidden are no text. Navigation, asides, footers, forms and what its
// class names call shares, related stories or newsletters is boilerplate. Depth of nesting costs no stack; a page that
// nests more than 20,000 elements (an attack on the parser, whose time is the square of it) is read as plain text.
void ParseHtml(absl::string_view document, TextSpan range, int& tables, std::vector<ParsedBlock>& blocks);

// What the character reference `entity` ("&eacute;", "&#8217;") stands for; `entity` itself where it is none.
std::string DecodeEntity(absl::string_view entity);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_HTML_H_
