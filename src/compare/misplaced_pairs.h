#ifndef CROSSCHECK_COMPARE_MISPLACED_PAIRS_H_
#define CROSSCHECK_COMPARE_MISPLACED_PAIRS_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "claim/analysis.h"
#include "rule/rule_set.h"
#include "value/compare_values.h"

// A figure of a draft that its source has for another thing: "£21,000 for the letter" where the source has the letter
// at £14,500 and the watch at £21,000.
namespace crosscheck {

// What speaks for that, in numbers: one row a cue. "There" is the place of the figure in the other document, "better"
// the place there of another figure that may be what was meant.
enum class MisplacedCue : uint8_t {
  kBetterItem,  // weight of the words that the figure's sentence shares with the words at the better one, up to 4
  kThereItem,   // and with the words at the figure there
  kBetterKin,   // weight of the words that can stand for one another there, up to 3
  kThereKin,
  kBetterContext,  // cosine of the weighted words around
  kThereContext,
  kSameHead,       // as the better one; less as the one there
  kMeasure,        // words for one measure with the better one, for another with the one there
  kThereMeasure,   // words for one measure with the one there
  kBetterClaimed,  // the first document has the better figure too
  kSaidTwice,      // the first document has the figure twice
  kOneSentence,    // the better one and the one there stand in one sentence
  kCompetition,    // 1 / (figures of this kind and unit there that could be better)
  kBest,           // the likest of these
  kModality,       // a plan against a result
  kScope,          // words that narrow one of the two: how many, up to 2
  kCrowded,        // other figures of its kind in its sentence, up to 2: the words may be theirs
  kDistance,       // |ln(a / b)|, up to 3
};
inline constexpr size_t kMisplacedCueCount = 18;
using MisplacedCues = std::array<double, kMisplacedCueCount>;

struct MisplacedCueRow {
  MisplacedCue cue;
  absl::string_view name;
  double weight;  // fitted by scripts/fit-pairs
};
absl::Span<const MisplacedCueRow> MisplacedCueTable();  // in the order of MisplacedCue

struct MisplacedPair {
  const ValueMention* value = nullptr;   // in `document`
  const ValueMention* there = nullptr;   // the same figure in `other`
  const ValueMention* better = nullptr;  // another figure in `other`
  MisplacedCues cues{};
};

// Every value of the kinds of `rule` in a draft that its source `other` has too, small counts left out, with each other
// figure of its kind and unit there that shares some word with it. In the order of the values.
std::vector<MisplacedPair> MisplacedPairs(const Analysis& analysis, const Rule& rule, uint32_t document,
                                          uint32_t other);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_MISPLACED_PAIRS_H_
