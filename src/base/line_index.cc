#include "base/line_index.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"

namespace crosscheck {

namespace {
constexpr size_t kMarkedBytes = 1024;
}

std::vector<size_t> LineStarts(absl::string_view text) {
  std::vector<size_t> starts = {0};
  for (size_t at = text.find('\n'); at != absl::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(at + 1);
  }
  return starts;
}

std::vector<size_t> PointMarks(absl::string_view text) {
  std::vector<size_t> marks;
  marks.reserve(text.size() / kMarkedBytes + 1);
  size_t points = 0;
  for (size_t at = 0; at < text.size(); at += kMarkedBytes) {
    marks.push_back(points);
    points += CountCodePoints(text.substr(at, kMarkedBytes));
  }
  return marks;
}

namespace {

size_t PointsBefore(absl::string_view text, const std::vector<size_t>& point_marks, size_t offset) {
  if (point_marks.empty()) return 0;
  const size_t mark = std::min(offset / kMarkedBytes, point_marks.size() - 1);
  return point_marks[mark] + CountCodePoints(text.substr(mark * kMarkedBytes, offset - mark * kMarkedBytes));
}

size_t LineNumber(const std::vector<size_t>& line_starts, size_t offset) {
  return static_cast<size_t>(std::upper_bound(line_starts.begin(), line_starts.end(), offset) - line_starts.begin()) -
         1;
}

}  // namespace

LineColumn LocateIn(absl::string_view text, const std::vector<size_t>& line_starts,
                    const std::vector<size_t>& point_marks, size_t offset) {
  const size_t line = LineNumber(line_starts, offset);
  const size_t start = line_starts[line];
  const size_t points = offset - start <= kMarkedBytes
                            ? CountCodePoints(text.substr(start, offset - start))
                            : PointsBefore(text, point_marks, offset) - PointsBefore(text, point_marks, start);
  return {static_cast<int>(line) + 1, static_cast<int>(points) + 1};
}

absl::string_view LineAt(absl::string_view text, const std::vector<size_t>& line_starts, size_t offset) {
  const size_t start = line_starts[LineNumber(line_starts, offset)];
  absl::string_view line = text.substr(start, text.find('\n', start) - start);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace crosscheck
