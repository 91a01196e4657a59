#include "document/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "base/utf8.h"
#include "document/html.h"
#include "document/plain_text.h"
#include "document/table.h"
#include "document/text_builder.h"

namespace crosscheck {

namespace {

// Keys of front matter whose values are kept, folded.
constexpr absl::string_view kKeptKeys[] = {"title",   "headline", "subtitle", "date",  "published",
                                           "updated", "author",   "authors",  "byline"};

class MarkdownReader {
 public:
  MarkdownReader(absl::string_view document, int& tables, std::vector<ParsedBlock>& blocks)
      : document_(document), tables_(tables), blocks_(blocks), builder_(document) {}

  void EnterBlock(MD_BLOCKTYPE type);
  void LeaveBlock(MD_BLOCKTYPE type);
  void EnterSpan(MD_SPANTYPE type) { CountSpan(type, 1); }
  void LeaveSpan(MD_SPANTYPE type) { CountSpan(type, -1); }
  void Text(MD_TEXTTYPE type, absl::string_view text);

 private:
  void CountSpan(MD_SPANTYPE type, int change);
  bool InDocument(absl::string_view text) const;
  void Flush(Zone zone, bool settled);
  void BreakLine(bool keep);
  void NoteEmphasis(absl::string_view text);
  void ReadEmbedded(MD_BLOCKTYPE type);
  Zone ParagraphZone() const;

  absl::string_view document_;
  int& tables_;
  std::vector<ParsedBlock>& blocks_;
  TextBuilder builder_;
  int quotes_ = 0;
  int items_ = 0;
  int strong_ = 0;
  int italic_ = 0;
  int images_ = 0;
  bool all_strong_ = true;
  bool all_italic_ = true;
  bool embedded_ = false;  // inside a code block or a block of raw HTML
  TextSpan embedded_range_;
  std::vector<CellPlace> cells_;
  int row_ = -1;
  int column_ = -1;
};

bool MarkdownReader::InDocument(absl::string_view text) const {
  const std::less_equal<const char*> not_after;
  return not_after(document_.data(), text.data()) &&
         not_after(text.data() + text.size(), document_.data() + document_.size());
}

void MarkdownReader::CountSpan(MD_SPANTYPE type, int change) {
  if (type == MD_SPAN_STRONG) strong_ += change;
  if (type == MD_SPAN_EM) italic_ += change;
  if (type == MD_SPAN_IMG) images_ += change;
}

Zone MarkdownReader::ParagraphZone() const {
  if (items_ > 0) return Zone::kListItem;
  return quotes_ > 0 ? Zone::kQuotation : Zone::kParagraph;
}

void MarkdownReader::Flush(Zone zone, bool settled) {
  const bool text = !builder_.empty();
  const Emphasis emphasis = all_strong_ ? Emphasis::kBold : all_italic_ ? Emphasis::kItalic : Emphasis::kNone;
  ParsedBlock parsed = builder_.Take(zone);
  parsed.emphasis = emphasis;
  parsed.settled = settled;
  all_strong_ = true;
  all_italic_ = true;
  if (text) blocks_.push_back(std::move(parsed));
}

void MarkdownReader::EnterBlock(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      ++quotes_;
      break;
    case MD_BLOCK_LI:
      Flush(ParagraphZone(), true);  // an item that holds a list of its own
      ++items_;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      Flush(ParagraphZone(), true);
      break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
      embedded_ = true;
      embedded_range_ = {document_.size(), 0};
      break;
    case MD_BLOCK_TABLE:
      cells_.clear();
      row_ = -1;
      break;
    case MD_BLOCK_TR:
      ++row_;
      column_ = -1;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      ++column_;
      break;
    default:
      break;
  }
}

void MarkdownReader::LeaveBlock(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      --quotes_;
      break;
    case MD_BLOCK_LI:
      Flush(Zone::kListItem, true);
      --items_;
      break;
    case MD_BLOCK_H:
      Flush(Zone::kHeading, true);
      break;
    case MD_BLOCK_P:
      Flush(ParagraphZone(), ParagraphZone() != Zone::kParagraph);
      break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
      embedded_ = false;
      ReadEmbedded(type);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      if (!builder_.empty()) {
        cells_.push_back({blocks_.size(), row_, column_, 1, type == MD_BLOCK_TH});
        Flush(Zone::kTableCell, true);
      }
      break;
    case MD_BLOCK_TABLE:
      if (!cells_.empty()) FrameTable(cells_, tables_++, "", blocks_);
      break;
    default:
      break;
  }
}

void MarkdownReader::ReadEmbedded(MD_BLOCKTYPE type) {
  if (embedded_range_.begin >= embedded_range_.end) return;
  if (type == MD_BLOCK_HTML) {
    ParseHtml(document_, embedded_range_, tables_, blocks_);
  } else {
    ParsePlainText(document_, embedded_range_, tables_, blocks_);
  }
}

void MarkdownReader::NoteEmphasis(absl::string_view text) {
  if (absl::StripAsciiWhitespace(text).empty()) return;
  if (strong_ == 0) all_strong_ = false;
  if (italic_ == 0) all_italic_ = false;
}

// The next line end after what was read; the marks of emphasis or a link may stand between.
void MarkdownReader::BreakLine(bool keep) {
  const size_t here = builder_.document_end();
  const size_t newline = std::min(document_.find_first_of("\r\n", here), document_.size());
  const size_t end = newline + (document_.substr(newline, 2) == "\r\n" ? 2 : 1);
  builder_.Space(newline, std::min(end, document_.size()), keep);
}

void MarkdownReader::Text(MD_TEXTTYPE type, absl::string_view text) {
  const bool ours = InDocument(text);
  const size_t begin = ours ? static_cast<size_t>(text.data() - document_.data()) : 0;
  if (embedded_) {
    if (!ours || text.empty()) return;
    embedded_range_.begin = std::min(embedded_range_.begin, begin);
    embedded_range_.end = std::max(embedded_range_.end, begin + text.size());
    return;
  }
  if (images_ > 0) return;
  switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      BreakLine(true);
      break;
    case MD_TEXT_HTML:
      if (absl::StartsWithIgnoreCase(text, "<br")) builder_.Space(begin, begin + text.size(), true);
      break;
    case MD_TEXT_ENTITY:
      NoteEmphasis(text);
      builder_.Replace(DecodeEntity(text), begin, begin + text.size());
      break;
    default:
      NoteEmphasis(text);
      if (ours) {
        builder_.Copy(begin, begin + text.size());
      } else {
        BreakLine(false);  // inside a code span
      }
  }
}

MarkdownReader* Self(void* userdata) { return static_cast<MarkdownReader*>(userdata); }

// The end of YAML front matter ("---" lines around it) at the beginning of `range`, or its begin where there is none.
size_t ReadFrontMatter(absl::string_view document, TextSpan range, std::vector<ParsedBlock>& blocks) {
  const absl::string_view text = document.substr(0, range.end);
  if (!absl::StartsWith(text.substr(range.begin), "---\n") && !absl::StartsWith(text.substr(range.begin), "---\r\n")) {
    return range.begin;
  }
  std::vector<ParsedBlock> kept;
  size_t line = text.find('\n', range.begin) + 1;
  while (line < text.size()) {
    const size_t newline = std::min(text.find('\n', line), text.size());
    const absl::string_view row = absl::StripTrailingAsciiWhitespace(text.substr(line, newline - line));
    if (row == "---" || row == "...") {
      for (ParsedBlock& parsed : kept) blocks.push_back(std::move(parsed));
      return std::min(newline + 1, text.size());
    }
    const size_t colon = row.find(':');
    if (colon != absl::string_view::npos &&
        std::find(std::begin(kKeptKeys), std::end(kKeptKeys), Fold(row.substr(0, colon))) != std::end(kKeptKeys)) {
      size_t begin = colon + 1;
      size_t end = row.size();
      while (begin < end && (row[begin] == ' ' || row[begin] == '"' || row[begin] == '\'')) ++begin;
      while (end > begin && (row[end - 1] == '"' || row[end - 1] == '\'')) --end;
      TextBuilder builder(document);
      builder.Copy(line + begin, line + end);
      if (!builder.empty()) {
        kept.push_back(builder.Take(Zone::kByline));
        kept.back().settled = true;
      }
    }
    line = newline + 1;
  }
  return range.begin;  // never closed: a thematic break and text
}

}  // namespace

void ParseMarkdown(absl::string_view document, TextSpan range, int& tables, std::vector<ParsedBlock>& blocks) {
  const size_t begin = ReadFrontMatter(document, range, blocks);
  MarkdownReader reader(document, tables, blocks);
  MD_PARSER parser = {};
  parser.flags = MD_FLAG_TABLES;  // no strike-through: "~5% to ~7%" is approximate, not struck out
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) { return Self(self)->EnterBlock(type), 0; };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return Self(self)->LeaveBlock(type), 0; };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return Self(self)->EnterSpan(type), 0; };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return Self(self)->LeaveSpan(type), 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
    return Self(self)->Text(type, absl::string_view(text, size)), 0;
  };
  md_parse(document.data() + begin, static_cast<MD_SIZE>(range.end - begin), &parser, &reader);
}

}  // namespace crosscheck
