#ifndef CROSSCHECK_BASE_LINE_INDEX_H_
#define CROSSCHECK_BASE_LINE_INDEX_H_

#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/text_span.h"

namespace crosscheck {

// The offset at which each line of `text` begins; the first is 0. Lines end at "\n" ("\r\n" too).
std::vector<size_t> LineStarts(absl::string_view text);
// The number of code points before every 1024th byte of `text`: with it a place in a long line is found as quickly as
// in a short one.
std::vector<size_t> PointMarks(absl::string_view text);
// 1-based line and column (in code points) of a byte offset. REQUIRES: offset <= text.size(). O(log lines).
LineColumn LocateIn(absl::string_view text, const std::vector<size_t>& line_starts,
                    const std::vector<size_t>& point_marks, size_t offset);
// The line that `offset` is in, without its end.
absl::string_view LineAt(absl::string_view text, const std::vector<size_t>& line_starts, size_t offset);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_LINE_INDEX_H_
