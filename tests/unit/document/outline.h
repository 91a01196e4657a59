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

inline std::vector<std::string> Quotes(const Block& block) {
  std::vector<std::string> quotes;
  for (TextSpan span : block.quotes) quotes.push_back(block.text.substr(span.begin, span.size()));
  return quotes;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_UNIT_DOCUMENT_OUTLINE_H_
