#include "claim/modality.h"

namespace crosscheck {

namespace {

// What is denied or supposed is said least; the strongest cue wins.
int Strength(Modality modality) {
  switch (modality) {
    case Modality::kDenied:
      return 4;
    case Modality::kHypothetical:
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
    if (hit.lexicon != modality || hit.last + reach < word + 1 || sentence.clause[hit.first] != sentence.clause[word])
      continue;
    const Modality cue = CueOf(analysis, hit);
    if (Strength(cue) > Strength(strongest)) strongest = cue;
  }
  return strongest;
}

}  // namespace crosscheck
