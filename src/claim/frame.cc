#include "claim/frame.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "english/english.h"

namespace crosscheck {

namespace {

// How much a content word at `distance` words from a value says about it.
constexpr float kNearWeight = 1.0F;    // up to 4 words away
constexpr float kMiddleWeight = 0.7F;  // up to 8
constexpr float kFarWeight = 0.4F;     // elsewhere in the clause
constexpr float kOtherClauseWeight = 0.25F;
constexpr float kHeadingWeight = 0.3F;

float WeightAt(uint32_t distance, bool same_clause) {
  if (!same_clause) return kOtherClauseWeight;
  return distance <= 4 ? kNearWeight : distance <= 8 ? kMiddleWeight : kFarWeight;
}

class FrameFiller {
 public:
  FrameFiller(const Analysis& analysis, DocumentAnalysis& document) : analysis_(analysis), document_(document) {
    const LexiconIndex& lexicons = *analysis.lexicons;
    scope_ = lexicons.Find("scope");
    modality_ = lexicons.Find("modality");
    expected_ = lexicons.FindGroup(modality_, "expected");
    possible_ = lexicons.FindGroup(modality_, "possible");
    hypothetical_ = lexicons.FindGroup(modality_, "hypothetical");
    denied_ = lexicons.FindGroup(modality_, "denied");
  }

  void Fill(ValueMention& value) {
    const Sentence& sentence = document_.sentences[value.sentence];
    Frame& frame = value.frame;
    frame.quoted = sentence.InQuote(value.mention.span);
    FillContext(sentence, value, frame);
    FillHead(sentence, value, frame);
    FillNames(sentence, value, frame);
    FillHits(sentence, value, frame);
  }

 private:
  static uint32_t Distance(const ValueMention& value, uint32_t word) {
    return word < value.first ? value.first - word : word >= value.last ? word - value.last + 1 : 0;
  }

  static uint32_t ClauseOf(const Sentence& sentence, const ValueMention& value) {
    return value.first < sentence.clause.size() ? sentence.clause[value.first] : 0;
  }

  void FillContext(const Sentence& sentence, const ValueMention& value, Frame& frame) const {
    std::map<WordId, float> weights;
    const uint32_t clause = ClauseOf(sentence, value);
    for (uint32_t i = 0; i < sentence.words.size(); ++i) {
      const Word& word = sentence.words[i];
      if (word.stop || word.number || (i >= value.first && i < value.last)) continue;
      float& weight = weights[word.sense];
      weight = std::max(weight, WeightAt(Distance(value, i), sentence.clause[i] == clause));
    }
    if (sentence.block->cell) {
      AddText(sentence.block->cell->row_head, kNearWeight, weights);
      AddText(sentence.block->cell->column_head, kMiddleWeight, weights);
      AddText(sentence.block->cell->note, kHeadingWeight, weights);
    }
    frame.context.assign(weights.begin(), weights.end());
  }

  // Heads of cells are looked up by lemma only: a word that no sentence has cannot be shared anyway.
  void AddText(absl::string_view text, float weight, std::map<WordId, float>& weights) const {
    for (absl::string_view word : absl::StrSplit(Fold(text), absl::ByAnyChar(" -,.;:()/|"), absl::SkipEmpty())) {
      if (english::IsStopWord(word)) continue;
      if (const auto id = analysis_.words.Lookup(word)) {
        float& old = weights[*id];
        old = std::max(old, weight);
      }
    }
  }

  void FillHead(const Sentence& sentence, const ValueMention& value, Frame& frame) const {
    if (value.mention.value.kind == ValueKind::kAge || value.mention.value.kind == ValueKind::kTime) return;
    if (!value.mention.value.noun.empty()) {
      for (uint32_t i = value.first; i < sentence.words.size() && i < value.last + 6; ++i) {
        if (sentence.words[i].text == value.mention.value.noun) frame.head = sentence.words[i].sense;
      }
      return;
    }
    if (sentence.block->cell && !sentence.block->cell->row_head.empty()) {
      const std::vector<std::string> words =
          absl::StrSplit(Fold(sentence.block->cell->row_head), absl::ByAnyChar(" -,.;:()/"), absl::SkipEmpty());
      if (!words.empty()) {
        if (const auto id = analysis_.words.Lookup(words.back())) frame.head = *id;
      }
      return;
    }
    // "$4.5 billion write-down", "in damages": the first content words after the value, else none.
    for (uint32_t i = value.last; i < sentence.words.size() && i < value.last + 3; ++i) {
      const Word& word = sentence.words[i];
      if (word.comma_before || word.break_before) break;
      if (word.text == "in" || word.text == "of") continue;
      if (word.stop || word.number) break;
      frame.head = word.sense;
      break;
    }
  }

  static void FillNames(const Sentence& sentence, const ValueMention& value, Frame& frame) {
    for (const NameMention& name : sentence.names) {
      frame.entities.push_back(name.entity);
      if (name.last <= value.first || frame.subject < 0) frame.subject = static_cast<int>(name.entity);
    }
    std::sort(frame.entities.begin(), frame.entities.end());
    frame.entities.erase(std::unique(frame.entities.begin(), frame.entities.end()), frame.entities.end());
  }

  void FillHits(const Sentence& sentence, const ValueMention& value, Frame& frame) const {
    const uint32_t clause = ClauseOf(sentence, value);
    for (const LexiconHit& hit : sentence.hits) {
      if (sentence.clause[hit.first] != clause) continue;
      frame.near.push_back(hit);
      const uint32_t distance = std::min(Distance(value, hit.first), Distance(value, hit.last - 1));
      if (hit.lexicon == scope_ && distance <= 4 && hit.group < 64) frame.scope |= uint64_t{1} << hit.group;
      if (hit.lexicon == modality_ && hit.first < value.first) SetModality(hit.group, frame);
    }
  }

  // The strongest cue before the value in its clause: what is denied or supposed is not said.
  void SetModality(int group, Frame& frame) const {
    const Modality cue = group == denied_         ? Modality::kDenied
                         : group == hypothetical_ ? Modality::kHypothetical
                         : group == possible_     ? Modality::kPossible
                         : group == expected_     ? Modality::kExpected
                                                  : Modality::kStated;
    static constexpr int kStrength[] = {0, 1, 2, 4, 3, 0};  // stated, expected, possible, denied, hypothetical, quoted
    if (kStrength[static_cast<int>(cue)] > kStrength[static_cast<int>(frame.modality)]) frame.modality = cue;
  }

  const Analysis& analysis_;
  DocumentAnalysis& document_;
  LexiconId scope_, modality_;
  int expected_, possible_, hypothetical_, denied_;
};

}  // namespace

void FillFrames(const Analysis& analysis, DocumentAnalysis& document) {
  FrameFiller filler(analysis, document);
  for (ValueMention& value : document.values) filler.Fill(value);
}

}  // namespace crosscheck
