#ifndef CROSSCHECK_TESTS_UNIT_DOCUMENT_OUTLINE_H_
#define CROSSCHECK_TESTS_UNIT_DOCUMENT_OUTLINE_H_

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "crosscheck/document.h"

namespace crosscheck {

inline Document Read(absl::string_view path, absl::string_view text) {
  DocumentInfo info;
  info.path = std::string(path);
  absl::StatusOr<Document> document = Document::FromText(std::move(info), std::string(text));
  REQUIRE_MESSAGE(document.ok(), document.status().ToString());
  return *std::move(document);
}

// One line a block: "paragraph: text", with the speaker and the frame of a cell in brackets.
inline std::string Outline(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks()) {
    std::string line(ZoneName(block.zone));
    if (!block.speaker.empty()) absl::StrAppend(&line, " <", block.speaker, ">");
    if (block.cell.has_value()) {
      absl::StrAppend(&line, " [", block.cell->row_head, "|", block.cell->column_head,
                      block.cell->note.empty() ? "" : absl::StrCat("|", block.cell->note),
                      block.cell->is_head ? "|head]" : "]");
    }
    lines.push_back(absl::StrCat(line, ": ", block.text));
  }
  return absl::StrJoin(lines, "\n");
}

// A document of the bytes of a file.
inline absl::StatusOr<Document> ReadFileBytes(absl::string_view path, std::string bytes) {
  DocumentInfo info;
  info.path = std::string(path);
  return Document::FromBytes(std::move(info), std::move(bytes));
}

// Why a file is not read; "read" where it is.
inline std::string WhyUnread(absl::string_view path, std::string bytes) {
  const absl::StatusOr<Document> document = ReadFileBytes(path, std::move(bytes));
  return document.ok() ? "read" : std::string(document.status().message());
}

// What somebody has changed is a document with text, or refused for a reason.
inline void CheckReadOrRefused(absl::string_view path, std::string bytes) {
  const absl::StatusOr<Document> document = ReadFileBytes(path, std::move(bytes));
  if (document.ok()) {
    CHECK_FALSE(document->blocks().empty());
  } else {
    CHECK(document.status().code() == absl::StatusCode::kInvalidArgument);
    CHECK_FALSE(document.status().message().empty());
  }
}

// Where a person finds `words`.
inline std::string PlaceOf(const Document& document, absl::string_view words) {
  for (const Block& block : document.blocks()) {
    const size_t at = block.text.find(words.data(), 0, words.size());
    if (at != std::string::npos) return document.PlaceWords(block.ToDocument({at, at + words.size()}).begin);
  }
  return "nowhere";
}

inline std::vector<std::string> Quotes(const Block& block) {
  std::vector<std::string> quotes;
  for (TextSpan span : block.quotes) quotes.push_back(block.text.substr(span.begin, span.size()));
  return quotes;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_UNIT_DOCUMENT_OUTLINE_H_
