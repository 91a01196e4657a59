#ifndef CROSSCHECK_TEXT_SPAN_H_
#define CROSSCHECK_TEXT_SPAN_H_

#include <compare>
#include <cstddef>

namespace crosscheck {

// A half-open range [begin, end) of byte offsets into some UTF-8 text; which text, the owner says.
// REQUIRES: begin <= end.
struct TextSpan {
  size_t begin = 0;
  size_t end = 0;

  size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool Contains(const TextSpan& other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(const TextSpan& other) const { return begin < other.end && other.begin < end; }

  friend auto operator<=>(const TextSpan&, const TextSpan&) = default;
};

// Where a person looks in a file. Both count from 1; a column counts code points, not bytes.
struct LineColumn {
  int line = 1;
  int column = 1;

  friend auto operator<=>(const LineColumn&, const LineColumn&) = default;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_TEXT_SPAN_H_
