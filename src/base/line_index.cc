#include "base/line_index.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"

namespace crosscheck {

std::vector<size_t> LineStarts(absl::string_view text) {
  std::vector<size_t> starts = {0};
  for (size_t at = text.find('\n'); at != absl::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(at + 1);
  }
  return starts;
}

namespace {

size_t LineNumber(const std::vector<size_t>& line_starts, size_t offset) {
  return static_cast<size_t>(std::upper_bound(line_starts.begin(), line_starts.end(), offset) - line_starts.begin()) -
         1;
}

}  // namespace

LineColumn LocateIn(absl::string_view text, const std::vector<size_t>& line_starts, size_t offset) {
  const size_t line = LineNumber(line_starts, offset);
  const size_t start = line_starts[line];
  return {static_cast<int>(line) + 1, static_cast<int>(CountCodePoints(text.substr(start, offset - start))) + 1};
}

absl::string_view LineAt(absl::string_view text, const std::vector<size_t>& line_starts, size_t offset) {
  const size_t start = line_starts[LineNumber(line_starts, offset)];
  absl::string_view line = text.substr(start, text.find('\n', start) - start);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace crosscheck
