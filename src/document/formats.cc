#include "document/formats.h"

#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "base/utf8.h"
#include "document/comments.h"
#include "document/csv.h"
#include "document/docx.h"
#include "document/eml.h"
#include "document/html.h"
#include "document/markdown.h"
#include "document/ninjs.h"
#include "document/pdf.h"
#include "document/plain_text.h"
#include "document/xml_stories.h"

namespace crosscheck {

namespace {

// One row a file format. Names without an ending are text.
constexpr Format kFormats[] = {
    {".txt", ParsePlainText, Layout::kLines},
    {".text", ParsePlainText, Layout::kLines},
    {".md", ParseMarkdown, Layout::kMarkup, FindMarkdownComments},
    {".markdown", ParseMarkdown, Layout::kMarkup, FindMarkdownComments},
    {".html", ParseHtml, Layout::kMarkup, FindHtmlComments},
    {".htm", ParseHtml, Layout::kMarkup, FindHtmlComments},
    {".xhtml", ParseHtml, Layout::kMarkup, FindHtmlComments},
    {".csv", ParseCsv, Layout::kMarkup},
    {".tsv", ParseCsv, Layout::kMarkup},
    {.ending = ".eml", .extract = ReadMail, .taken_out_is_plain = true},
    {.ending = ".json", .extract_all = ReadJsonStories},
    {.ending = ".xml", .extract_all = ReadXmlStories},
    {.ending = ".rss", .extract_all = ReadXmlStories},
    {.ending = ".atom", .extract_all = ReadXmlStories},
    {.ending = ".nitf", .extract_all = ReadXmlStories},
    {.ending = ".docx", .extract = ReadDocx, .taken_out_is_plain = true},
    {.ending = ".pdf", .extract = ReadPdf, .taken_out_is_plain = true},
};
constexpr const Format& kPlainText = kFormats[0];
constexpr const Format& kHtml = kFormats[4];

// ".html" of "pages/Story.HTML"; "" where the last part of the path has none. An ending is short and holds a letter:
// "report.2025" and "v1.draft of monday" have none.
std::string EndingOf(absl::string_view path) {
  const size_t slash = path.find_last_of("/\\");
  const absl::string_view name = slash == absl::string_view::npos ? path : path.substr(slash + 1);
  const size_t stop = name.rfind('.');
  if (stop == absl::string_view::npos || stop == 0 || absl::StrContains(path, "://")) return "";
  const absl::string_view ending = name.substr(stop);
  const bool plain = ending.size() > 1 && ending.size() <= 9 &&
                     std::all_of(ending.begin() + 1, ending.end(), absl::ascii_isalnum) &&
                     std::any_of(ending.begin() + 1, ending.end(), absl::ascii_isalpha);
  return plain ? absl::AsciiStrToLower(ending) : "";
}

}  // namespace

const Format& PlainTextFormat() { return kPlainText; }

absl::StatusOr<const Format*> FormatOf(absl::string_view path, absl::string_view bytes) {
  const absl::string_view start = absl::StripLeadingAsciiWhitespace(absl::StripPrefix(bytes, kByteOrderMark));
  if (absl::StartsWithIgnoreCase(start, "<!doctype html") || absl::StartsWithIgnoreCase(start, "<html")) return &kHtml;
  const std::string ending = EndingOf(path);
  if (ending.empty()) return &kPlainText;
  for (const Format& format : kFormats) {
    if (format.ending == ending) return &format;
  }
  return absl::InvalidArgumentError(absl::StrCat("unknown format '", ending, "'; known are ",
                                                 absl::StrJoin(DocumentEndings(), ", "),
                                                 " and names without an ending"));
}

const std::vector<absl::string_view>& DocumentEndings() {
  static const std::vector<absl::string_view>& endings = *new std::vector<absl::string_view>([] {
    std::vector<absl::string_view> out;
    for (const Format& format : kFormats) out.push_back(format.ending);
    std::sort(out.begin(), out.end());
    return out;
  }());
  return endings;
}

}  // namespace crosscheck
