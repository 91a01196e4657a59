#include "claim/measure.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"

namespace crosscheck {

namespace {

constexpr uint32_t kBeside = 2;    // words between a measure and its figure: "net profit came to $3 million"
constexpr uint32_t kNear = 5;      // "net profit for the year was $3 million"
constexpr uint32_t kInClause = 8;  // further off another word is as likely
constexpr uint32_t kToItsVerb = 12;
constexpr uint32_t kAfter = 3;  // "$3 million in annual net profit"

bool IsOneOf(absl::string_view word, absl::Span<const absl::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that lead from a figure to what it measures: "$3 million in", "6% of the".
constexpr absl::string_view kLinks[] = {"in", "of", "the", "a", "an", "its", "his", "her", "their", "total", "for"};
// And what leads from people to what became of them: "27 people have been".
constexpr absl::string_view kAuxiliaries[] = {"was", "were", "is", "are", "been", "being", "have", "has", "had", "got"};
constexpr absl::string_view kBaseWords[] = {"from", "against", "than"};
constexpr absl::string_view kMoreWords[] = {"more", "higher", "lower",  "less", "fewer",
                                            "up",   "down",   "better", "worse"};

class MeasureFiller {
 public:
  MeasureFiller(const Analysis& analysis, DocumentAnalysis& document) : document_(document) {
    const LexiconIndex& lexicons = *analysis.lexicons;
    measures_ = lexicons.Find("measures");
    direction_ = lexicons.Find("direction");
    if (measures_ == kNoLexicon) return;
    const size_t groups = analysis.rules->lexicons.at("measures").groups.size();
    for (size_t group = 0; group < groups; ++group) {
      const std::string& name = lexicons.GroupName(measures_, static_cast<uint16_t>(group));
      names_.push_back(name);
      const size_t dot = name.find('.');
      const absl::string_view family = absl::string_view(name).substr(0, dot);
      int first = static_cast<int>(group);
      for (size_t other = 0; other < group && dot != std::string::npos; ++other) {
        if (absl::StartsWith(names_[other], family) && names_[other].size() > dot && names_[other][dot] == '.') {
          first = static_cast<int>(other);
          break;
        }
      }
      families_.push_back(first);
    }
  }

  void Run() {
    if (measures_ == kNoLexicon) return;
    for (ValueMention& value : document_.values) Fill(value);
  }

 private:
  void Fill(ValueMention& value) const {
    const ValueKind kind = value.mention.value.kind;
    if (kind == ValueKind::kDate || kind == ValueKind::kTime || kind == ValueKind::kAge) return;
    const Sentence& sentence = document_.sentences[value.sentence];
    Measure best;
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != measures_) continue;
      const uint8_t strength = StrengthOf(sentence, value, hit);
      // Of two that are as near, what stands before a figure says what it is.
      if (strength > best.strength || (strength == best.strength && strength > 0 && hit.last <= value.first)) {
        best.strength = strength;
        best.group = hit.group;
        best.first = hit.first;
        best.last = hit.last;
      }
    }
    if (best.group < 0) TakeFromRowHead(value, best);
    if (best.group >= 0) {
      best.family = families_[static_cast<size_t>(best.group)];
      best.general = absl::EndsWith(names_[static_cast<size_t>(best.group)], ".any");
    }
    best.movement = MovementOf(sentence, value);
    value.frame.measure = best;
  }

  // "Magnitude | 6.2"
  void TakeFromRowHead(const ValueMention& value, Measure& measure) const {
    const Sentence* head = RowHeadOf(document_, value.sentence);
    if (head == nullptr) return;
    for (const LexiconHit& hit : head->hits) {
      if (hit.lexicon != measures_) continue;
      measure.group = hit.group;
      measure.strength = 3;
      measure.first = measure.last = value.first;
    }
  }

  uint8_t StrengthOf(const Sentence& sentence, const ValueMention& value, const LexiconHit& hit) const {
    if (hit.first >= value.last) return After(sentence, value, hit);
    if (hit.last <= value.first) return Before(sentence, value, hit);
    return 3;  // the noun that is counted: "410 people surveyed"
  }

  // "68 people who work for the plant were rounded up": the verb of which the figure is the subject.
  static bool IsItsVerb(const Sentence& sentence, const ValueMention& value, const LexiconHit& hit) {
    if (hit.first <= value.last || hit.first > value.last + kToItsVerb) return false;
    if (!IsOneOf(sentence.words[hit.first - 1].text, kAuxiliaries)) return false;
    for (uint32_t w = value.last; w < hit.first; ++w) {
      const Word& word = sentence.words[w];
      if (word.comma_before || word.break_before || word.number || word.text == "and" || word.text == "but")
        return false;
    }
    return true;
  }

  static uint8_t After(const Sentence& sentence, const ValueMention& value, const LexiconHit& hit) {
    if (hit.first > value.last + kAfter) return IsItsVerb(sentence, value, hit) ? 2 : 0;
    uint32_t content = 0;
    for (uint32_t w = value.last; w < hit.first; ++w) {
      const Word& word = sentence.words[w];
      if (word.comma_before || word.break_before || word.number) return 0;
      if (IsOneOf(word.text, kLinks) || IsOneOf(word.text, kAuxiliaries)) continue;
      if (word.stop) return 0;
      ++content;
    }
    const Word& first = sentence.words[hit.first];
    if (first.comma_before || first.break_before) return 0;
    return content == 0 ? 3 : content == 1 ? 2 : 1;
  }

  uint8_t Before(const Sentence& sentence, const ValueMention& value, const LexiconHit& hit) const {
    const uint32_t gap = value.first - hit.last;
    if (gap > kInClause) return 0;
    uint32_t commas = 0;
    for (uint32_t w = hit.last; w <= value.first && w < sentence.words.size(); ++w) {
      if (sentence.words[w].comma_before) ++commas;
    }
    if (commas > 1) return 0;
    for (uint32_t index : sentence.values) {
      const ValueMention& other = document_.values[index];
      if (&other == &value || other.first < hit.last || other.last > value.first) continue;
      if (other.mention.value.kind == value.mention.value.kind && !LeadsOn(sentence, value)) return 0;
    }
    for (const LexiconHit& between : sentence.hits) {
      if (between.lexicon == measures_ && between.first >= hit.last && between.last <= value.first) return 0;
    }
    if (commas > 0) return gap <= kNear ? 1 : 0;
    return gap <= kBeside ? 3 : gap <= kNear ? 2 : 1;
  }

  // "rose 15 percent to 1.32 million from 1.2 million": a second figure of one measure.
  static bool LeadsOn(const Sentence& sentence, const ValueMention& value) {
    if (value.first == 0) return false;
    const absl::string_view before = sentence.words[value.first - 1].text;
    return before == "to" || IsOneOf(before, kBaseWords);
  }

  Movement MovementOf(const Sentence& sentence, const ValueMention& value) const {
    if (value.mention.value.kind == ValueKind::kPoints) return Movement::kChange;
    if (value.first > 0) {
      const absl::string_view before = sentence.words[value.first - 1].text;
      if (IsOneOf(before, kBaseWords)) return Movement::kBase;
      if (value.first > 1 && sentence.words[value.first - 2].text == "compared") return Movement::kBase;
      if (value.first > 1 && sentence.words[value.first - 2].text == "had" && before == "been") return Movement::kBase;
      if (before == "by" && DirectionIn(sentence, value.first > 4 ? value.first - 4 : 0, value.first))
        return Movement::kChange;
      if (before != "to" && before != "at" && before != "of" &&
          DirectionIn(sentence, value.first > 2 ? value.first - 2 : 0, value.first) &&
          !ToBetween(sentence, value.first))
        return Movement::kChange;
    }
    const uint32_t last = std::min<uint32_t>(value.last + 1, static_cast<uint32_t>(sentence.words.size()));
    for (uint32_t w = value.last; w < last; ++w) {
      if (sentence.words[w].comma_before || sentence.words[w].break_before) break;
      if (IsOneOf(sentence.words[w].text, kMoreWords)) return Movement::kChange;
      if (DirectionIn(sentence, w, w + 1)) return Movement::kChange;
    }
    return Movement::kLevel;
  }

  static bool ToBetween(const Sentence& sentence, uint32_t at) {
    return at > 0 && IsOneOf(sentence.words[at - 1].text, {{"to", "at", "of"}});
  }

  bool DirectionIn(const Sentence& sentence, uint32_t first, uint32_t last) const {
    return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
      return hit.lexicon == direction_ && hit.first >= first && hit.last <= last;
    });
  }

  DocumentAnalysis& document_;
  LexiconId measures_ = kNoLexicon;
  LexiconId direction_ = kNoLexicon;
  std::vector<std::string> names_;
  std::vector<int> families_;
};

}  // namespace

void FillMeasures(const Analysis& analysis, DocumentAnalysis& document) { MeasureFiller(analysis, document).Run(); }

MeasureFit FitOf(const Measure& a, const Measure& b) {
  if (a.group < 0 || b.group < 0) return MeasureFit::kUnknown;
  if (a.movement != b.movement) return MeasureFit::kOther;
  if (a.group == b.group) return MeasureFit::kSame;
  return a.family == b.family && (a.general || b.general) ? MeasureFit::kSame : MeasureFit::kOther;
}

}  // namespace crosscheck
