#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/settings.h"
#include "compare/signed_figures.h"
#include "compare/told_direction.h"
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
      movement.up = PointsUp(analysis_, sentence, hit);
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
      if (hit.last == hit.first + 1 && IsParticle(sentence.words[hit.first].text)) continue;
      if (hit.last < sentence.words.size() && IsPace(sentence, hit.last)) continue;
      movements_.push_back(std::move(movement));
    }
  }

  // "Put it down to luck": the word may belong to any verb.
  static bool IsParticle(absl::string_view word) {
    return word == "up" || word == "down" || word == "ahead" || word == "behind" || word == "cut" || word == "higher";
  }

  // "Rose more slowly": the pace fell, not the measure.
  static bool IsPace(const Sentence& sentence, uint32_t first) {
    static constexpr absl::string_view kPaces[] = {"slowly", "slower", "faster", "quickly", "pace", "rate", "quicker"};
    for (uint32_t w = first; w < sentence.words.size() && w < first + 4; ++w) {
      if (std::find(std::begin(kPaces), std::end(kPaces), sentence.words[w].text) != std::end(kPaces)) return true;
    }
    return false;
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
      if (x.kind != y.kind || AgreementOf(x, y) != Agreement::kConsistent) return false;
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

  // The other document has the figure with the same sign too, of this measure or of another one.
  bool Repeated(const Movement& a, uint32_t document) const {
    return a.value != nullptr && std::any_of(movements_.begin(), movements_.end(), [&](const Movement& m) {
             return m.document == document && m.value != nullptr && m.up == a.up &&
                    AgreementOf(m.value->mention.value, a.value->mention.value) == Agreement::kConsistent;
           });
  }

  void Compare(const Movement& a, const Movement& b) {
    if (a.up == b.up || a.document == b.document || !MayCompare(analysis_, a.document, b.document) ||
        !SameMeasure(a, b))
      return;
    if (BothWays(a, b) || BothWays(b, a) || Repeated(a, b.document) || Repeated(b, a.document)) return;
    Claim left = MakeClaim(a);
    Claim right = MakeClaim(b);
    Relation relation = MakeRelation(analysis_, rule_, {left, a.document}, {right, b.document},
                                     "the same measure moves in two directions");
    sink_.Relate(std::move(relation), std::move(left), std::move(right));
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
  std::vector<Movement> movements_;
};

constexpr double kFigureAnchor = 0.5;  // shared weight of the sentences of two figures that went two ways
constexpr double kSourceAnchor = 1.0;  // the same between two sources
constexpr double kSharedFigure = 0.5;  // what another figure that both sentences have adds
constexpr double kSharedName = 0.3;
constexpr double kOnlyFigure = 0.5;  // what it adds that both texts have such a figure once

// One figure that went up in one text and down in the other.
class SignedComparer {
 public:
  SignedComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), figures_(ReadSignedFigures(analysis)) {}

  void Run() {
    for (size_t i = 0; i < figures_.size(); ++i) {
      for (size_t j = i + 1; j < figures_.size(); ++j) Compare(figures_[i], figures_[j]);
    }
    for (const Misdirected& misdirected : FindMisdirected(analysis_)) Report(misdirected);
  }

 private:
  const DocumentAnalysis& DocumentOf(const SignedFigure& figure) const { return analysis_.documents[figure.document]; }
  const Sentence& SentenceOf(const SignedFigure& figure) const {
    return DocumentOf(figure).sentences[figure.value->sentence];
  }

  static bool IsPoint(absl::string_view noun) { return noun == "point" || noun == "points"; }

  // "Three points" is a number of points, "3 percentage points" are points.
  static Value PlainValue(const Value& value) {
    Value plain = value;
    if (value.kind == ValueKind::kPoints || (value.kind == ValueKind::kNumber && IsPoint(value.noun))) {
      plain.kind = ValueKind::kNumber;
      plain.unit.clear();
      plain.noun = "points";
    }
    return plain;
  }

  bool SameFigure(const SignedFigure& a, const SignedFigure& b) const {
    const Value x = PlainValue(a.value->mention.value);
    const Value y = PlainValue(b.value->mention.value);
    if (a.level != b.level || x.kind != y.kind) return false;
    if (x.kind == ValueKind::kNumber && (x.noun == "points") != (y.noun == "points")) return Pointless(x, y);
    return AgreementOf(x, y) == Agreement::kConsistent;
  }

  // "down 1.1 on the week" against "1.1 points more".
  static bool Pointless(const Value& x, const Value& y) {
    const Value& bare = x.noun == "points" ? y : x;
    return bare.noun.empty() && x.low == y.low && x.high == y.high;
  }

  // Whether the document has the figure with the other sign too: of two things, or of two periods.
  bool BothWays(const SignedFigure& own, bool up) const {
    return std::any_of(figures_.begin(), figures_.end(), [&](const SignedFigure& other) {
      return other.document == own.document && other.up == up && other.level == own.level &&
             AgreementOf(own.value->mention.value, other.value->mention.value) == Agreement::kConsistent;
    });
  }

  std::vector<WordId> Words(const SignedFigure& figure) const {
    const Sentence& sentence = SentenceOf(figure);
    std::vector<WordId> words = ContentSenses(sentence, 0, static_cast<uint32_t>(sentence.words.size()));
    for (uint32_t w = figure.first; w < figure.last; ++w) {
      if (w >= figure.value->first && w < figure.value->last) continue;
      words.erase(std::remove(words.begin(), words.end(), sentence.words[w].sense), words.end());
    }
    return words;
  }

  double Anchor(const SignedFigure& a, const SignedFigure& b) const {
    double shared = SharedWeight(analysis_, Words(a), Words(b));
    for (const NameMention& name : SentenceOf(a).names) {
      const auto& names = SentenceOf(b).names;
      if (std::any_of(names.begin(), names.end(), [&](const NameMention& n) { return n.entity == name.entity; }))
        shared += kSharedName;
    }
    for (uint32_t i : SentenceOf(a).values) {
      const ValueMention& x = DocumentOf(a).values[i];
      if (&x == a.value) continue;
      const auto& values = SentenceOf(b).values;
      if (std::any_of(values.begin(), values.end(), [&](uint32_t j) {
            const ValueMention& y = DocumentOf(b).values[j];
            return &y != b.value && x.mention.value.kind == y.mention.value.kind &&
                   AgreementOf(x.mention.value, y.mention.value) == Agreement::kConsistent;
          }))
        shared += kSharedFigure;
    }
    return shared;
  }

  static bool OtherMeasure(const SignedFigure& a, const SignedFigure& b) {
    const Measure& x = a.value->frame.measure;
    const Measure& y = b.value->frame.measure;
    return x.strength >= 2 && y.strength >= 2 && x.family != y.family;
  }

  void Compare(const SignedFigure& a, const SignedFigure& b) {
    if (a.up == b.up || a.document == b.document || !MayCompare(analysis_, a.document, b.document)) return;
    if (!SameFigure(a, b) || OtherMeasure(a, b) || BothWays(a, b.up) || BothWays(b, a.up)) return;
    const bool draft =
        (DocumentOf(a).document->info().role == Role::kDraft) != (DocumentOf(b).document->info().role == Role::kDraft);
    const double figure = IsOnlyOne(a) && IsOnlyOne(b) ? kOnlyFigure : 0;
    if (Anchor(a, b) + figure < (draft ? kFigureAnchor : kSourceAnchor)) return;
    Claim left = MakeClaim(a);
    Claim right = MakeClaim(b);
    Relation relation = MakeRelation(analysis_, rule_, {left, a.document}, {right, b.document},
                                     "the same figure goes up in one and down in the other");
    sink_.Relate(std::move(relation), std::move(left), std::move(right));
  }

  // "3.4 per cent", "1,610": a figure of two digits or more that count, and the only one like it in its document.
  bool IsOnlyOne(const SignedFigure& figure) const {
    const Value& value = figure.value->mention.value;
    if (!value.low || (value.low->is_integer() && *value.low < Exact(100))) return false;
    const std::vector<ValueMention>& values = DocumentOf(figure).values;
    return std::count_if(values.begin(), values.end(), [&](const ValueMention& other) {
             return other.mention.value.kind == value.kind && other.mention.value.low == value.low;
           }) == 1;
  }

  Claim ClaimOn(uint32_t d, const Sentence& sentence, uint32_t first, uint32_t last, absl::string_view way) const {
    Claim claim = ClaimAt(analysis_.documents[d], sentence, SpanOfWords(sentence, first, last));
    claim.rule = rule_.id;
    claim.attribute = "direction";
    claim.value.kind = "direction";
    claim.value.canonical = std::string(way);
    return claim;
  }

  Claim MakeClaim(const SignedFigure& figure) const {
    return ClaimOn(figure.document, SentenceOf(figure), figure.first, figure.last, figure.up ? "up" : "down");
  }

  void Report(const Misdirected& found) {
    const Sentence& sentence = analysis_.documents[found.document].sentences[found.sentence];
    const bool up = PointsUp(analysis_, sentence, found.word);
    Claim word = ClaimOn(found.document, sentence, found.word.first, found.word.last, up ? "up" : "down");
    Claim figures = ClaimOn(found.document, sentence, std::min(found.from->first, found.to->first),
                            std::max(found.from->last, found.to->last), up ? "down" : "up");
    Relation relation = MakeRelation(analysis_, rule_, {word, found.document}, {figures, found.document},
                                     "the figures go the other way than the word");
    sink_.Relate(std::move(relation), std::move(word), std::move(figures));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  std::vector<SignedFigure> figures_;
};

}  // namespace

void CompareSigns(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  SignComparer(analysis, rule, sink).Run();
  SignedComparer(analysis, rule, sink).Run();
  CompareToldDirections(analysis, rule, sink);
}

}  // namespace crosscheck
