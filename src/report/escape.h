#ifndef CROSSCHECK_REPORT_ESCAPE_H_
#define CROSSCHECK_REPORT_ESCAPE_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

// Text of documents as each format may hold it. All but the first pass it through Printable: one line, without control
// characters and marks that reorder text.

// Bytes that are no UTF-8 become U+FFFD; nothing else changes. For JSON, whose writer escapes the rest.
std::string RepairedUtf8(absl::string_view text);

// Element content and attribute values of XML 1.0 and of HTML.
std::string EscapedXml(absl::string_view text);

// The text of a message of SARIF, where "[words](1)" is a link: brackets of an article must not make one.
std::string SarifText(absl::string_view text);

// Text in a paragraph or a table's cell of Markdown: no markup, link, mention, formula or reference comes of it.
std::string EscapedMarkdown(absl::string_view text);

// One field of CSV after RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front.
std::string CsvField(absl::string_view text);

// The path of a document as a URI reference: relative paths stay relative, absolute ones begin with "file://".
std::string PathUri(absl::string_view path);

// A path without "./" in front, as systems that know files by their place in a repository want it; UTF-8.
std::string RepositoryPath(absl::string_view path);

// `text` cut to `most` bytes or fewer, at a character, with "…" at the end where something was cut.
// REQUIRES: most >= 3.
std::string CutToBytes(absl::string_view text, size_t most);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_ESCAPE_H_
