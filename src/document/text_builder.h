#ifndef CROSSCHECK_DOCUMENT_TEXT_BUILDER_H_
#define CROSSCHECK_DOCUMENT_TEXT_BUILDER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "document/parsed_block.h"

namespace crosscheck {

// Builds the text of one block and its map back to the document. Runs of white space of any kind become one space,
// spaces at both ends and invisible marks (soft hyphens, zero-width spaces) are left out.
class TextBuilder {
 public:
  // `document` must outlive the builder.
  explicit TextBuilder(absl::string_view document) : document_(document) {}

  // Appends the bytes [begin, end) of the document.
  void Copy(size_t begin, size_t end);
  // Appends `text`, which stands for the bytes [begin, end) of the document (an entity).
  void Replace(absl::string_view text, size_t begin, size_t end);
  // Appends a space that stands for [begin, end); as a line break where `line_break`.
  void Space(size_t begin, size_t end, bool line_break = false);

  bool empty() const { return parsed_.block.text.empty(); }
  // The last byte of what was appended, spaces left out; 0 where there is nothing.
  char last() const { return empty() ? '\0' : parsed_.block.text.back(); }
  // Where in the document what was appended last ends; 0 where there is nothing.
  size_t document_end() const;
  // What was built, with zone `zone`; the builder is empty afterwards.
  ParsedBlock Take(Zone zone);

 private:
  void Visible(absl::string_view text, size_t begin, size_t end, bool verbatim);
  void Add(size_t block_size, size_t begin, size_t end, bool verbatim);

  absl::string_view document_;
  ParsedBlock parsed_;
  bool space_waits_ = false;
  bool break_waits_ = false;
  TextSpan space_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_TEXT_BUILDER_H_
