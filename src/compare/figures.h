#ifndef CROSSCHECK_COMPARE_FIGURES_H_
#define CROSSCHECK_COMPARE_FIGURES_H_

#include <cstdint>
#include <vector>

#include "claim/analysis.h"

namespace crosscheck {

// A value as the arithmetic of a text sees it: ranges and scores also stand as their two ends in the order in which
// they were written ("42% to 38%", "31,204-28,617"), which a range as a value does not keep.
struct TextFigure {
  Value value;
  uint32_t sentence = 0;         // index into DocumentAnalysis::sentences
  uint32_t first = 0, last = 0;  // words that it covers, half-open
  TextSpan span;                 // in the segment's text
  const ValueMention* mention = nullptr;
  bool is_end = false;    // one end of a range or score
  bool has_ends = false;  // a range or score whose ends stand beside it
};

// All figures of a document by place; where a range begins, the whole of it stands before its ends.
std::vector<TextFigure> FiguresOf(const DocumentAnalysis& document);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_FIGURES_H_
