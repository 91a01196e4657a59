#ifndef CROSSCHECK_COMPARE_ALIGNED_PLACES_H_
#define CROSSCHECK_COMPARE_ALIGNED_PLACES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claim/analysis.h"
#include "rule/rule_set.h"

// Places that only the draft names, held against places that only its source names: where both are alike in everything
// that surrounds them, one thing is in two places.
namespace crosscheck {

// What speaks for two places being answers to one question; weights as for values (compare/pair_features.h).
enum class PlaceCue : uint8_t {
  kContext,      // cosine of the weighted words around them
  kSentence,     // shared words of the two sentences
  kKin,          // words of the two sentences that can stand for one another, up to 3
  kAnchors,      // values and names that the two sentences share, up to 3
  kSameLead,     // one preposition or verb leads to both, or two of one class ("near", "outside")
  kOtherLead,    // two of different classes ("from", "to")
  kSameHead,     // the word before the preposition, or after the name, is one word
  kSharedToken,  // part of the name is one: "Upper Harle", "Lower Harle"
  kBestBoth,
  kBestOne,
  kCompetition,  // 1 / (names of one document only, on one side × on the other)
  kRepeated,     // both stand there more than once
  kSameValue,    // one age or other figure stands beside both
  kHeadline,
};
inline constexpr size_t kPlaceCueCount = 14;
using PlaceCues = std::array<double, kPlaceCueCount>;

struct PlaceCueRow {
  PlaceCue cue;
  absl::string_view name;
  double weight;
};
absl::Span<const PlaceCueRow> PlaceCueTable();  // in the order of PlaceCue

struct NameInText {
  uint32_t sentence = 0;  // of its document
  uint32_t name = 0;      // of the sentence
};

struct PlacePair {
  NameInText a, b;
  PlaceCues cues{};
};

// Every such pair of a draft and its source (indices into Analysis::documents, in either order; empty for two others),
// the likest mention of each pair of names, in the order of the names. A country, a state or a county holds places and
// is compared with none but its like.
std::vector<PlacePair> PlacePairs(const Analysis& analysis, uint32_t left, uint32_t right);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_ALIGNED_PLACES_H_
