#include "crosscheck/document.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "base/line_index.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "document/comments.h"
#include "document/html.h"
#include "document/markdown.h"
#include "document/parsed_block.h"
#include "document/plain_text.h"
#include "document/quotes.h"
#include "document/sentences.h"
#include "document/zones.h"

namespace crosscheck {

namespace {

using Parser = void (*)(absl::string_view document, TextSpan range, int& tables, std::vector<ParsedBlock>& blocks);

using CommentFinder = void (*)(absl::string_view document, TextSpan range, std::vector<Comment>& comments);

struct Format {
  absl::string_view ending;  // of the file's name, lower case, with its stop
  Parser parse;
  Layout layout;
  CommentFinder find_comments = nullptr;  // of formats that have comments
};

// One row a file format. Names without an ending are text.
constexpr Format kFormats[] = {
    {".txt", ParsePlainText, Layout::kLines},
    {".text", ParsePlainText, Layout::kLines},
    {".md", ParseMarkdown, Layout::kMarkup, FindMarkdownComments},
    {".markdown", ParseMarkdown, Layout::kMarkup, FindMarkdownComments},
    {".html", ParseHtml, Layout::kMarkup, FindHtmlComments},
    {".htm", ParseHtml, Layout::kMarkup, FindHtmlComments},
    {".xhtml", ParseHtml, Layout::kMarkup, FindHtmlComments},
};
constexpr const Format& kPlainText = kFormats[0];
constexpr const Format& kHtml = kFormats[4];
constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

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

absl::StatusOr<const Format*> FormatOf(absl::string_view path, absl::string_view text) {
  const absl::string_view start = absl::StripLeadingAsciiWhitespace(text);
  if (absl::StartsWithIgnoreCase(start, "<!doctype html") || absl::StartsWithIgnoreCase(start, "<html")) return &kHtml;
  const std::string ending = EndingOf(path);
  if (ending.empty()) return &kPlainText;
  for (const Format& format : kFormats) {
    if (format.ending == ending) return &format;
  }
  return absl::InvalidArgumentError(
      absl::StrCat("unknown format '", ending, "'; text (.txt), Markdown (.md) and HTML (.html) are read"));
}

absl::Status CheckText(absl::string_view text) {
  if (text.empty()) return absl::InvalidArgumentError("is empty");
  const size_t nul = text.find('\0');
  if (nul != absl::string_view::npos) {
    return absl::InvalidArgumentError(absl::StrCat("is binary, not text: a NUL at byte ", nul));
  }
  if (const std::optional<size_t> bad = FindInvalidUtf8(text)) {
    return absl::InvalidArgumentError(absl::StrCat("is not valid UTF-8 at byte ", *bad));
  }
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    if (!IsSpace(point.value)) return absl::OkStatus();
    at += static_cast<size_t>(point.size);
  }
  return absl::InvalidArgumentError("holds only white space");
}

bool IsOneSegment(Zone zone) { return zone == Zone::kTitle || zone == Zone::kHeading || zone == Zone::kTableCell; }

// The offset in the document that `at`, an offset in the block, stands for.
const MapPiece& PieceAt(const std::vector<MapPiece>& map, size_t at) {
  auto piece = std::upper_bound(map.begin(), map.end(), at, [](size_t a, const MapPiece& p) { return a < p.in_block; });
  return *std::prev(piece);
}

}  // namespace

absl::string_view ZoneName(Zone zone) {
  switch (zone) {
    case Zone::kTitle:
      return "title";
    case Zone::kDek:
      return "dek";
    case Zone::kHeading:
      return "heading";
    case Zone::kParagraph:
      return "paragraph";
    case Zone::kListItem:
      return "list item";
    case Zone::kQuotation:
      return "quotation";
    case Zone::kCaption:
      return "caption";
    case Zone::kTableCell:
      return "table cell";
    case Zone::kByline:
      return "byline";
    case Zone::kBoilerplate:
      return "boilerplate";
  }
  return "";
}

TextSpan Block::ToDocument(TextSpan in_block) const {
  if (map.empty()) return {};
  const MapPiece& first = PieceAt(map, in_block.begin);
  const auto verbatim = [](const MapPiece& piece) { return piece.block_size == piece.document_size; };
  TextSpan out;
  out.begin = first.in_document + (verbatim(first) ? in_block.begin - first.in_block : 0);
  if (in_block.empty()) return {out.begin, out.begin};
  const MapPiece& last = PieceAt(map, in_block.end - 1);
  out.end = last.in_document + (verbatim(last) ? in_block.end - last.in_block : last.document_size);
  out.end = std::max(out.begin, out.end);
  return out;
}

absl::StatusOr<Document> Document::FromText(DocumentInfo info, std::string text) {
  if (absl::Status status = CheckText(text); !status.ok()) return status;
  absl::StatusOr<const Format*> format = FormatOf(info.path, absl::StripPrefix(text, kByteOrderMark));
  if (!format.ok()) return format.status();

  Document document;
  document.info_ = std::move(info);
  document.text_ = std::move(text);
  document.sha256_ = Sha256Hex(document.text_);
  document.line_starts_ = LineStarts(document.text_);
  document.point_marks_ = PointMarks(document.text_);

  const size_t begin = absl::StartsWith(document.text_, kByteOrderMark) ? kByteOrderMark.size() : 0;
  int tables = 0;
  std::vector<ParsedBlock> parsed;
  (*format)->parse(document.text_, {begin, document.text_.size()}, tables, parsed);
  if ((*format)->find_comments != nullptr) {
    (*format)->find_comments(document.text_, {begin, document.text_.size()}, document.comments_);
  }
  AssignZones((*format)->layout, tables, parsed);

  document.blocks_.reserve(parsed.size());
  for (size_t i = 0; i < parsed.size(); ++i) {
    Block& block = parsed[i].block;
    const bool goes_on = i + 1 < parsed.size() && OpensWithQuote(parsed[i + 1].block.text);
    block.quotes = FindQuotes(block.text, goes_on);
    const auto index = static_cast<uint32_t>(i);
    if (IsOneSegment(block.zone)) {
      document.segments_.push_back({index, {0, block.text.size()}});
    } else {
      for (TextSpan span : SplitSentences(block.text)) document.segments_.push_back({index, span});
    }
    document.blocks_.push_back(std::move(block));
  }
  return document;
}

absl::string_view Document::SegmentText(const Segment& segment) const {
  return absl::string_view(blocks_[segment.block].text).substr(segment.span.begin, segment.span.size());
}

absl::string_view Document::Slice(TextSpan span) const {
  return absl::string_view(text_).substr(span.begin, span.size());
}

LineColumn Document::Locate(size_t offset) const { return LocateIn(text_, line_starts_, point_marks_, offset); }

}  // namespace crosscheck
