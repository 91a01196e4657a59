#include "crosscheck/document.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "base/line_index.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "document/formats.h"
#include "document/parsed_block.h"
#include "document/quotes.h"
#include "document/sentences.h"

namespace crosscheck {

namespace {

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

std::string DocumentInfo::FilePath() const {
  const std::string end = absl::StrCat("#", story);
  return story.empty() ? path : std::string(absl::StripSuffix(path, end));
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

absl::StatusOr<Document> Document::FromBytes(DocumentInfo info, std::string bytes) {
  const absl::StatusOr<const Format*> format = FormatOf(info.path, bytes);
  if (!format.ok()) return format.status();
  return Read(std::move(info), **format, std::move(bytes));
}

absl::StatusOr<Document> Document::FromText(DocumentInfo info, std::string text) {
  const absl::StatusOr<const Format*> format = FormatOf(info.path, text);
  if (!format.ok()) return format.status();
  return Read(std::move(info), (*format)->taken_out_is_plain ? PlainTextFormat() : **format, std::move(text));
}

absl::StatusOr<std::vector<Document>> Document::AllFromBytes(DocumentInfo info, std::string bytes) {
  const absl::StatusOr<const Format*> format = FormatOf(info.path, bytes);
  if (!format.ok()) return format.status();
  if ((*format)->extract_all != nullptr) return ReadStories(info, **format, bytes);
  absl::StatusOr<Document> document = Read(std::move(info), **format, std::move(bytes));
  if (!document.ok()) return document.status();
  std::vector<Document> documents;
  documents.push_back(*std::move(document));
  return documents;
}

absl::StatusOr<std::vector<Document>> Document::ReadStories(const DocumentInfo& info, const Format& format,
                                                            absl::string_view bytes) {
  if (bytes.empty()) return absl::InvalidArgumentError("is empty");
  absl::StatusOr<std::vector<ExtractedText>> stories = format.extract_all(bytes);
  if (!stories.ok()) return stories.status();
  std::vector<Document> documents;
  const std::string sha256 = Sha256Hex(bytes);
  for (ExtractedText& story : *stories) {
    Document document;
    document.info_ = info;
    document.info_.story = story.id;
    if (stories->size() > 1) absl::StrAppend(&document.info_.path, "#", story.id);
    document.sha256_ = sha256;
    document.file_size_ = bytes.size();
    if (absl::Status status = document.Take(std::move(story)); !status.ok()) return status;
    documents.push_back(std::move(document));
  }
  return documents;
}

absl::StatusOr<Document> Document::Read(DocumentInfo info, const Format& format, std::string bytes) {
  if (format.extract_all != nullptr) {
    absl::StatusOr<std::vector<Document>> documents = ReadStories(info, format, bytes);
    if (!documents.ok()) return documents.status();
    if (documents->size() > 1) {
      return absl::InvalidArgumentError(
          absl::StrCat("holds ", documents->size(), " stories: here each has to be a document of its own"));
    }
    return std::move(documents->front());
  }
  Document document;
  document.info_ = std::move(info);
  document.sha256_ = Sha256Hex(bytes);
  document.file_size_ = bytes.size();
  if (format.extract != nullptr) {
    if (bytes.empty()) return absl::InvalidArgumentError("is empty");
    absl::StatusOr<ExtractedText> extracted = format.extract(bytes);
    if (!extracted.ok()) return extracted.status();
    if (absl::Status status = document.Take(*std::move(extracted)); !status.ok()) return status;
    return document;
  }
  if (absl::Status status = CheckText(bytes); !status.ok()) return status;
  int tables = 0;
  std::vector<ParsedBlock> blocks;
  document.text_ = std::move(bytes);
  const size_t begin = absl::StartsWith(document.text_, kByteOrderMark) ? kByteOrderMark.size() : 0;
  const TextSpan range = {begin, document.text_.size()};
  format.parse(document.text_, range, tables, blocks);
  if (format.find_comments != nullptr) format.find_comments(document.text_, range, document.comments_);
  document.line_starts_ = LineStarts(document.text_);
  document.point_marks_ = PointMarks(document.text_);
  AssignZones(format.layout, tables, blocks);
  document.TakeBlocks(std::move(blocks));
  return document;
}

absl::Status Document::Take(ExtractedText read) {
  if (absl::Status status = CheckText(read.text); !status.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("its text ", status.message()));
  }
  TakeStated(read.stated);
  text_ = std::move(read.text);
  places_ = std::move(read.places);
  notes_ = std::move(read.notes);
  line_starts_ = LineStarts(text_);
  point_marks_ = PointMarks(text_);
  AssignZones(read.layout, read.tables, read.blocks);
  TakeBlocks(std::move(read.blocks));
  return absl::OkStatus();
}

void Document::TakeStated(const StatedInfo& stated) {
  if (!info_.published) info_.published = stated.published;
  if (info_.publisher.empty()) info_.publisher = stated.publisher;
  if (stated.withdrawn && !info_.usable) info_.withdrawn = true;
  info_.story_id = stated.story_id;
  info_.version = stated.version;
}

void Document::TakeBlocks(std::vector<ParsedBlock> parsed) {
  blocks_.reserve(parsed.size());
  for (size_t i = 0; i < parsed.size(); ++i) {
    Block& block = parsed[i].block;
    const bool goes_on = i + 1 < parsed.size() && OpensWithQuote(parsed[i + 1].block.text);
    block.quotes = FindQuotes(block.text, goes_on);
    const auto index = static_cast<uint32_t>(i);
    if (IsOneSegment(block.zone)) {
      segments_.push_back({index, {0, block.text.size()}});
    } else {
      for (TextSpan span : SplitSentences(block.text)) segments_.push_back({index, span});
    }
    blocks_.push_back(std::move(block));
  }
}

absl::string_view Document::SegmentText(const Segment& segment) const {
  return absl::string_view(blocks_[segment.block].text).substr(segment.span.begin, segment.span.size());
}

absl::string_view Document::Slice(TextSpan span) const {
  return absl::string_view(text_).substr(span.begin, span.size());
}

LineColumn Document::Locate(size_t offset) const { return LocateIn(text_, line_starts_, point_marks_, offset); }

const DocumentPlace& Document::PlaceAt(size_t offset) const {
  const auto next = std::upper_bound(places_.begin(), places_.end(), offset,
                                     [](size_t at, const DocumentPlace& place) { return at < place.begin; });
  return next == places_.begin() ? *next : *std::prev(next);
}

std::string Document::PlaceWords(size_t offset) const {
  if (!has_places()) {
    const LineColumn at = Locate(offset);
    return absl::StrCat("line ", at.line, ", column ", at.column);
  }
  const DocumentPlace& place = PlaceAt(offset);
  if (!place.characters) return place.words;
  const size_t begin = std::min(place.begin, offset);
  return absl::StrCat(place.words, ", character ", CountCodePoints(Slice({begin, offset})) + 1);
}

std::string Document::LineWords(size_t offset) const {
  return has_places() ? PlaceAt(offset).words : absl::StrCat("line ", Locate(offset).line);
}

std::string Document::AfterPath(size_t offset) const {
  if (has_places()) return absl::StrCat(", ", PlaceWords(offset));
  const LineColumn at = Locate(offset);
  return absl::StrCat(":", at.line, ":", at.column);
}

}  // namespace crosscheck
