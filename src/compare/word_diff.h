#ifndef CROSSCHECK_COMPARE_WORD_DIFF_H_
#define CROSSCHECK_COMPARE_WORD_DIFF_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

// Two runs of words laid beside each other: which words they share in order, and what differs between those.
namespace crosscheck {

// A word as the alignment sees it: equal keys are equal words.
struct DiffWord {
  uint32_t key = 0;
  bool content = false;  // no function word: a match of it is worth more
  bool joint = false;    // words may be missing before it: an ellipsis, the seam of two quotations
  bool loose = false;    // stands in square brackets, so it may stand for anything
};

// Words that differ: [a_first, a_last) of one side stand where [b_first, b_last) of the other do. One may be empty.
struct DiffRun {
  uint32_t a_first = 0, a_last = 0;
  uint32_t b_first = 0, b_last = 0;
};

// The best local alignment of two runs of words. It begins and ends with a pair of equal words.
struct WordAlignment {
  uint32_t a_first = 0, a_last = 0;  // half-open; empty where nothing fits
  uint32_t b_first = 0, b_last = 0;
  uint32_t matches = 0;                   // pairs of equal words
  uint32_t content_matches = 0;           // those of content words
  uint32_t excused_a = 0, excused_b = 0;  // words that a joint of the other side leaves out
  std::vector<DiffRun> runs;              // in order

  // Share of equal words in the two aligned stretches, in [0, 1]; words left out at a joint do not count.
  double Agreement() const;
};

// O(|a| * |b|) in time and memory.
WordAlignment AlignWords(absl::Span<const DiffWord> a, absl::Span<const DiffWord> b);

// The longest common subsequence by weight: pairs of positions with equal keys, in order. `weights` are those of `a`.
// O(|a| * |b|).
std::vector<std::pair<uint32_t, uint32_t>> CommonInOrder(absl::Span<const uint32_t> a, absl::Span<const float> weights,
                                                         absl::Span<const uint32_t> b);

// Whether two words of five letters and more are one but for a letter: a slip of typing, a spelling of another country.
bool NearlySpelt(absl::string_view a, absl::string_view b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_WORD_DIFF_H_
