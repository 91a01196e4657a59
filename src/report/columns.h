#ifndef CROSSCHECK_REPORT_COLUMNS_H_
#define CROSSCHECK_REPORT_COLUMNS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/text_span.h"

namespace crosscheck {

// A line or a paragraph, part of which stands out.
struct MarkedText {
  std::string text;  // printable
  TextSpan strong;   // of `text`; empty = nothing stands out
};

// Breaks a paragraph into lines of at most `width` columns of a terminal: at spaces, between characters that are two
// columns wide, and inside a word only where it alone is too long. Each line but the first begins with `indent` spaces.
// REQUIRES: width > indent + 1
std::vector<MarkedText> Wrap(const MarkedText& paragraph, size_t width, size_t indent);

// Writes a text; `strong` and `plain` switch what stands out on and off, and both may be "".
void AppendMarked(const MarkedText& line, absl::string_view strong, absl::string_view plain, std::string& out);

// Writes the texts beside one another, each `width` columns wide, with a rule between them and a newline at the end of
// each row.
void AppendColumns(const std::vector<std::vector<MarkedText>>& columns, size_t width, absl::string_view margin,
                   absl::string_view strong, absl::string_view plain, std::string& out);

// The columns that AppendColumns writes between two texts.
inline constexpr size_t kColumnGap = 3;

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_COLUMNS_H_
