#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/likeness.h"
#include "compare/named.h"
#include "compare/settings.h"
#include "value/compare_values.h"

// Certainty gained on the way: what a source holds possible, alleged, thought or preliminary, and the draft knows.
namespace crosscheck {

namespace {

constexpr double kName = 0.3;         // what a shared name adds to the shared weight of two sentences
constexpr double kFigure = 0.4;       // and a shared figure
constexpr double kSureAnchor = 0.9;   // shared weight where the draft says that it is sure
constexpr double kPlainAnchor = 1.6;  // and where it only says it plainly
constexpr double kBoundAnchor = 0.7;  // and of two bounds, their figure counted
constexpr size_t kPlainWords = 3;     // content words that a plain statement must share, near the words of doubt
constexpr double kAsGood = 0.75;  // another sentence of a source that shares so much of the best may be the one meant
constexpr uint32_t kNear = 12;    // words around a word of doubt that it can be of

class CertaintyComparer {
 public:
  CertaintyComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink) {
    lexicon_ = analysis.lexicons->Find(TextSetting(rule, "lexicon", "certainty"));
    open_ = analysis.lexicons->FindGroup(lexicon_, "open");
    charge_ = analysis.lexicons->FindGroup(lexicon_, "charge");
    sure_ = analysis.lexicons->FindGroup(lexicon_, "sure");
    speech_ = analysis.lexicons->Find("speech-verbs");
    modality_ = analysis.lexicons->Find("modality");
  }

  void Run() {
    if (lexicon_ == kNoLexicon) return;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      if (RoleOf(d) != Role::kDraft) continue;
      for (uint32_t s = 0; s < analysis_.documents[d].sentences.size(); ++s) Check(d, s);
      for (uint32_t e = 0; e < analysis_.documents.size(); ++e) {
        if (RoleOf(e) != Role::kDraft && MayCompare(analysis_, d, e)) CompareBounds(d, e);
      }
    }
  }

 private:
  struct Best {
    uint32_t document = 0, sentence = 0;
    double shared = 0;
  };

  Role RoleOf(uint32_t d) const { return analysis_.documents[d].document->info().role; }
  const Sentence& At(uint32_t d, uint32_t s) const { return analysis_.documents[d].sentences[s]; }

  const LexiconHit* Find(const Sentence& sentence, int group) const {
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon == lexicon_ && hit.group == group && !Negated(sentence, hit.first)) return &hit;
    }
    return nullptr;
  }

  bool Negated(const Sentence& sentence, uint32_t word) const {
    const Modality modality = ModalityAt(analysis_, sentence, word, 4);
    return modality != Modality::kStated;
  }

  static bool IsFloor(Modifier modifier) { return modifier == Modifier::kLower || modifier == Modifier::kAbove; }
  static bool IsCeiling(Modifier modifier) { return modifier == Modifier::kUpper || modifier == Modifier::kBelow; }

  // A quantity with a bound is mostly a limit, which a text tells from either side: "above 1.2 g", "1.2 g or less".
  static bool IsCounted(ValueKind kind) {
    return kind == ValueKind::kNumber || kind == ValueKind::kMoney || kind == ValueKind::kPercent;
  }

  // "At least 38" that became "no more than 38", and the other way round.
  void CompareBounds(uint32_t d, uint32_t e) {
    for (const ValueMention& own : analysis_.documents[d].values) {
      const Value& x = own.mention.value;
      if (!IsCounted(x.kind) || (!IsFloor(x.modifier) && !IsCeiling(x.modifier))) continue;
      for (const ValueMention& other : analysis_.documents[e].values) {
        const Value& y = other.mention.value;
        const bool turned = IsFloor(x.modifier) ? IsCeiling(y.modifier) : IsFloor(y.modifier);
        if (!turned || x.kind != y.kind || x.unit != y.unit || x.per != y.per || !SameEnds(x, y)) continue;
        if (Shared(d, At(d, own.sentence), e, At(e, other.sentence)) < kBoundAnchor) continue;
        if (HasBound(e, x) || HasBound(d, y)) continue;
        Write(d, ClaimAt(analysis_.documents[d], At(d, own.sentence), own.mention.phrase), e,
              ClaimAt(analysis_.documents[e], At(e, other.sentence), other.mention.phrase),
              IsFloor(x.modifier) ? "floor" : "ceiling", IsFloor(x.modifier) ? "ceiling" : "floor",
              "a floor in one text is a ceiling in the other");
      }
    }
  }

  static bool SameEnds(const Value& x, const Value& y) { return x.low && y.low && x.low == y.low && x.high == y.high; }

  // Whether the document has the figure with the same bound, or without any.
  bool HasBound(uint32_t d, const Value& value) const {
    const auto& values = analysis_.documents[d].values;
    return std::any_of(values.begin(), values.end(), [&](const ValueMention& mention) {
      const Value& own = mention.mention.value;
      if (own.kind != value.kind || !SameEnds(own, value)) return false;
      return IsFloor(value.modifier) ? !IsCeiling(own.modifier) : !IsFloor(own.modifier);
    });
  }

  // The words by which a source leaves a thing open. "May" with a capital is a month.
  const LexiconHit* Doubt(const Sentence& sentence) const {
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != lexicon_ || (hit.group != open_ && hit.group != charge_)) continue;
      const Word& word = sentence.words[hit.first];
      if (word.text != "may" || !word.capital) return &hit;
    }
    return nullptr;
  }

  // Whether a sentence leaves what it says open, or to somebody else, in any way.
  bool Hedged(const Sentence& sentence) const {
    if (sentence.text.empty() || sentence.text.back() == '?' || !sentence.quotes.empty()) return true;
    return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
      if (hit.lexicon == lexicon_) return hit.group != sure_;
      return hit.lexicon == speech_ || hit.lexicon == modality_;
    });
  }

  double Shared(uint32_t d, const Sentence& own, uint32_t e, const Sentence& other) const {
    double shared = SharedWeight(analysis_, WordsOf(d, own), WordsOf(e, other));
    for (const NameMention& name : own.names) {
      if (std::any_of(other.names.begin(), other.names.end(),
                      [&](const NameMention& n) { return n.entity == name.entity; }))
        shared += kName;
    }
    for (uint32_t i : own.values) {
      const ValueMention& x = analysis_.documents[d].values[i];
      for (uint32_t j : other.values) {
        const ValueMention& y = analysis_.documents[e].values[j];
        if (x.mention.value.kind != y.mention.value.kind || !Agree(x, y)) continue;
        shared += kFigure;
        break;
      }
    }
    return shared;
  }

  // Made once for a sentence that is held against many.
  const std::vector<WordId>& WordsOf(uint32_t d, const Sentence& sentence) const {
    const std::vector<Sentence>& sentences = analysis_.documents[d].sentences;
    words_.resize(analysis_.documents.size());
    words_[d].resize(sentences.size());
    std::optional<std::vector<WordId>>& words = words_[d][static_cast<size_t>(&sentence - sentences.data())];
    if (!words) words = Words(sentence);
    return *words;
  }

  static std::vector<WordId> Words(const Sentence& sentence) {
    return ContentSenses(sentence, 0, static_cast<uint32_t>(sentence.words.size()));
  }

  // The sentence of the sources that says most of what a draft's sentence says. nullopt where two do, of which one is
  // not open: the source knows it too.
  std::optional<Best> BestOpen(uint32_t d, const Sentence& own) const {
    std::vector<Best> found;
    Best best;
    for (uint32_t e = 0; e < analysis_.documents.size(); ++e) {
      if (RoleOf(e) == Role::kDraft || !MayCompare(analysis_, d, e)) continue;
      for (uint32_t s = 0; s < analysis_.documents[e].sentences.size(); ++s) {
        found.push_back({e, s, Shared(d, own, e, At(e, s))});
        if (found.back().shared > best.shared) best = found.back();
      }
    }
    if (best.shared == 0 || Doubt(At(best.document, best.sentence)) == nullptr) return std::nullopt;
    for (const Best& other : found) {
      const Sentence& sentence = At(other.document, other.sentence);
      if (other.shared >= kAsGood * best.shared && Doubt(sentence) == nullptr) return std::nullopt;
      if (other.shared >= kSureAnchor && Find(sentence, sure_) != nullptr) return std::nullopt;
    }
    return best;
  }

  void Check(uint32_t d, uint32_t s) {
    const Sentence& own = At(d, s);
    const LexiconHit* sure = Find(own, sure_);
    const bool plain = sure == nullptr && !IsHeadline(own) && !Hedged(own);
    if (sure == nullptr && !plain) return;
    if (sure != nullptr && Doubt(own) != nullptr) return;
    const std::optional<Best> best = BestOpen(d, own);
    if (!best || best->shared < (sure != nullptr ? kSureAnchor : kPlainAnchor)) return;
    const Sentence& other = At(best->document, best->sentence);
    const LexiconHit& doubt = *Doubt(other);
    if (plain && !(doubt.group == charge_ && SharedNear(own, other, doubt) && SharesWhoAndWhat(d, own, *best))) return;
    Report(d, own, sure, *best, doubt);
  }

  bool SharedNear(const Sentence& own, const Sentence& other, const LexiconHit& doubt) const {
    const uint32_t size = static_cast<uint32_t>(other.words.size());
    const std::vector<WordId> near =
        ContentSenses(other, doubt.first > kNear ? doubt.first - kNear : 0, std::min(doubt.last + kNear, size));
    return SharedCount(Words(own), near) >= kPlainWords;
  }

  // A charge is told of somebody and something: a name and a figure must come back.
  bool SharesWhoAndWhat(uint32_t d, const Sentence& own, const Best& best) const {
    const Sentence& other = At(best.document, best.sentence);
    const bool who = std::any_of(own.names.begin(), own.names.end(), [&](const NameMention& name) {
      return std::any_of(other.names.begin(), other.names.end(),
                         [&](const NameMention& n) { return n.entity == name.entity; });
    });
    const bool what = std::any_of(own.values.begin(), own.values.end(), [&](uint32_t i) {
      const Value& x = analysis_.documents[d].values[i].mention.value;
      return x.kind != ValueKind::kDate && x.kind != ValueKind::kAge &&
             std::any_of(other.values.begin(), other.values.end(), [&](uint32_t j) {
               const ValueMention& y = analysis_.documents[best.document].values[j];
               return x.kind == y.mention.value.kind && Agree(analysis_.documents[d].values[i], y);
             });
    });
    return who && what;
  }

  void Report(uint32_t d, const Sentence& own, const LexiconHit* sure, const Best& best, const LexiconHit& doubt) {
    const Sentence& other = At(best.document, best.sentence);
    const auto size = [](const Sentence& s) { return static_cast<uint32_t>(s.words.size()); };
    const uint32_t first = sure == nullptr || sure->first < 3 ? 0 : sure->first - 3;
    const uint32_t last = sure == nullptr ? size(own) : std::min(sure->last + kNear, size(own));
    Claim a = ClaimAt(analysis_.documents[d], own, SpanOfWords(own, first, last));
    Claim b =
        ClaimAt(analysis_.documents[best.document], other,
                SpanOfWords(other, doubt.first > 3 ? doubt.first - 3 : 0, std::min(doubt.last + kNear, size(other))));
    Write(d, std::move(a), best.document, std::move(b), sure != nullptr ? "sure" : "plain", "open",
          sure != nullptr ? "the source leaves open what the draft is sure of"
                          : "the source leaves open what the draft states");
  }

  void Write(uint32_t d, Claim a, uint32_t e, Claim b, absl::string_view own, absl::string_view other,
             absl::string_view reason) {
    a.rule = b.rule = rule_.id;
    a.attribute = b.attribute = "certainty";
    a.value.kind = b.value.kind = "text";
    a.value.canonical = std::string(own);
    b.value.canonical = std::string(other);
    Relation relation = MakeRelation(analysis_, rule_, {a, d}, {b, e}, reason);
    sink_.Relate(std::move(relation), std::move(a), std::move(b));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  LexiconId lexicon_, speech_, modality_;
  int open_, charge_, sure_;
  mutable std::vector<std::vector<std::optional<std::vector<WordId>>>> words_;  // by document and sentence
};

}  // namespace

void CompareCertainties(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  CertaintyComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
