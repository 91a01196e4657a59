#include "claim/modality.h"

#include <algorithm>

namespace crosscheck {

namespace {

constexpr uint32_t kConditionReach = 8;  // words

// What is supposed is not said at all, denied or not ("if he is not convicted"); the strongest cue wins.
int Strength(Modality modality) {
  switch (modality) {
    case Modality::kHypothetical:
      return 4;
    case Modality::kDenied:
      return 3;
    case Modality::kPossible:
      return 2;
    case Modality::kExpected:
      return 1;
    case Modality::kStated:
    case Modality::kQuoted:
      return 0;
  }
  return 0;
}

Modality CueOf(const Analysis& analysis, const LexiconHit& hit) {
  const std::string& group = analysis.lexicons->GroupName(hit.lexicon, hit.group);
  if (group == "denied") return Modality::kDenied;
  if (group == "hypothetical") return Modality::kHypothetical;
  if (group == "possible") return Modality::kPossible;
  if (group == "expected") return Modality::kExpected;
  return Modality::kStated;
}

}  // namespace

Modality ModalityAt(const Analysis& analysis, const Sentence& sentence, uint32_t word, uint32_t reach) {
  const LexiconId modality = analysis.lexicons->Find("modality");
  Modality strongest = Modality::kStated;
  for (const LexiconHit& hit : sentence.hits) {
    if (hit.first >= word) break;
    if (hit.lexicon != modality || sentence.clause[hit.first] != sentence.clause[word]) continue;
    const Modality cue = CueOf(analysis, hit);
    // A condition governs its whole clause: "if he is not again convicted".
    if (hit.last + (cue == Modality::kHypothetical ? std::max(reach, kConditionReach) : reach) < word + 1) continue;
    if (Strength(cue) > Strength(strongest)) strongest = cue;
  }
  return strongest;
}

}  // namespace crosscheck
