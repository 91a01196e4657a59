#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/settings.h"
#include "value/compare_values.h"

// Rose against fell: one measure, one figure or none, and two directions.
namespace crosscheck {

namespace {

constexpr uint32_t kMeasureWords = 7;  // words before the direction word in which its measure stands
constexpr uint32_t kValueWords = 5;    // words after it in which its figure begins

// "Same-store sales slipped 1.3%".
struct Movement {
  uint32_t document = 0, sentence = 0, word = 0;
  bool up = false;
  std::vector<WordId> measure;  // senses before the direction word, sorted
  WordId head = 0;              // the last of them
  const ValueMention* value = nullptr;
};

class SignComparer {
 public:
  SignComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink) {
    direction_ = analysis.lexicons->Find(TextSetting(rule, "lexicon", "direction"));
    up_ = analysis.lexicons->FindGroup(direction_, "up");
  }

  void Run() {
    if (direction_ == kNoLexicon) return;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      for (uint32_t s = 0; s < analysis_.documents[d].sentences.size(); ++s) Collect(d, s);
    }
    for (size_t i = 0; i < movements_.size(); ++i) {
      for (size_t j = i + 1; j < movements_.size(); ++j) Compare(movements_[i], movements_[j]);
    }
  }

 private:
  void Collect(uint32_t d, uint32_t s) {
    const DocumentAnalysis& document = analysis_.documents[d];
    const Sentence& sentence = document.sentences[s];
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != direction_) continue;
      const Modality modality = ModalityAt(analysis_, sentence, hit.first);
      if (modality == Modality::kDenied || modality == Modality::kHypothetical) continue;
      Movement movement;
      movement.document = d;
      movement.sentence = s;
      movement.word = hit.first;
      movement.up = hit.group == up_;
      FindMeasure(sentence, hit.first, movement);
      if (movement.measure.empty()) continue;
      for (uint32_t index : sentence.values) {
        const ValueMention& value = document.values[index];
        if (value.first >= hit.last && value.first <= hit.last + kValueWords &&
            sentence.clause[value.first] == sentence.clause[hit.first]) {
          movement.value = &value;
          break;
        }
      }
      movements_.push_back(std::move(movement));
    }
  }

  void FindMeasure(const Sentence& sentence, uint32_t word, Movement& movement) const {
    const uint32_t first =
        std::max(ClauseAround(sentence, word).first, word > kMeasureWords ? word - kMeasureWords : 0);
    for (uint32_t w = word; w-- > first;) {
      if (sentence.words[w].stop || sentence.words[w].number) continue;
      if (movement.head == 0) movement.head = sentence.words[w].sense;
    }
    movement.measure = ContentSenses(sentence, first, word);
  }

  bool SameMeasure(const Movement& a, const Movement& b) const {
    const bool values = a.value != nullptr && b.value != nullptr;
    if (values) {
      const Value& x = a.value->mention.value;
      const Value& y = b.value->mention.value;
      if (x.kind != y.kind || CompareValues(x, y).agreement != Agreement::kConsistent) return false;
      return SharedCount(a.measure, b.measure) >= 1 &&
             (x.low != y.low || SharedWeight(analysis_, a.measure, b.measure) >= 0.3);
    }
    // Without two equal figures the measure itself must be the same noun, with another word beside it.
    return a.head == b.head && SharedCount(a.measure, b.measure) >= 2 &&
           SharedWeight(analysis_, a.measure, b.measure) >= 0.9;
  }

  // The document also moves the measure the other way (another period, another part): nothing to see.
  bool BothWays(const Movement& a, const Movement& other) const {
    return std::any_of(movements_.begin(), movements_.end(), [&](const Movement& m) {
      return m.document == a.document && &m != &a && m.up == other.up && m.up != a.up &&
             SharedCount(m.measure, a.measure) >= 1 && (m.head == a.head || SharedCount(m.measure, a.measure) >= 2);
    });
  }

  void Compare(const Movement& a, const Movement& b) {
    if (a.up == b.up || a.document == b.document || !MayCompare(analysis_, a.document, b.document) ||
        !SameMeasure(a, b))
      return;
    if (BothWays(a, b) || BothWays(b, a)) return;
    Claim left = MakeClaim(a);
    Claim right = MakeClaim(b);
    Relation relation = MakeRelation(analysis_, rule_, {left, a.document}, {right, b.document},
                                     "the same measure moves in two directions");
    relation.a = sink_.AddClaim(std::move(left));
    relation.b = sink_.AddClaim(std::move(right));
    sink_.AddRelation(std::move(relation));
  }

  Claim MakeClaim(const Movement& movement) const {
    const DocumentAnalysis& document = analysis_.documents[movement.document];
    const Sentence& sentence = document.sentences[movement.sentence];
    const auto [begin, end] = ClauseAround(sentence, movement.word);
    const uint32_t first = std::max(begin, movement.word > 5 ? movement.word - 5 : 0);
    const uint32_t last =
        movement.value != nullptr ? std::max(movement.value->last, movement.word + 1) : movement.word + 1;
    Claim claim = ClaimAt(document, sentence, SpanOfWords(sentence, first, std::min(last, end)));
    claim.rule = rule_.id;
    claim.attribute = analysis_.words.Text(movement.head);
    claim.value.kind = "direction";
    claim.value.canonical = movement.up ? "up" : "down";
    return claim;
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  LexiconId direction_;
  int up_;
  std::vector<Movement> movements_;
};

}  // namespace

void CompareSigns(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  SignComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
