#include "compare/told_direction.h"

#include <algorithm>
#include <optional>

#include "absl/strings/match.h"
#include "base/any_of.h"
#include "claim/modality.h"
#include "compare/clause.h"
#include "compare/named.h"
#include "compare/signed_figures.h"
#include "value/compare_values.h"

namespace crosscheck {

namespace {

constexpr double kAnchor = 0.4;       // shared weight of the two sentences
constexpr double kSmallAnchor = 1.2;  // the same where the figure is one that many things have

// The one way that all words of direction of a sentence point.
struct Told {
  bool up = false;
  uint32_t first = 0, last = 0;  // the first word that says so
  std::vector<WordId> what;      // senses of what went that way, by the words beside it; sorted
};

class ToldReader {
 public:
  ToldReader(const Analysis& analysis, const std::vector<SignedFigure>& figures)
      : analysis_(analysis),
        figures_(figures),
        before_(analysis.lexicons->Find("signs-before")),
        after_(analysis.lexicons->Find("signs-after")),
        than_(analysis.lexicons->Find("than-before")) {}

  // nullopt where the sentence says none, two, or one that belongs to a figure of its own.
  std::optional<Told> Read(uint32_t d, uint32_t s) const {
    const Sentence& sentence = analysis_.documents[d].sentences[s];
    std::optional<Told> told;
    for (const LexiconHit& hit : sentence.hits) {
      if (!IsWay(sentence, hit)) continue;
      const bool up = PointsUp(analysis_, sentence, hit);
      if (IsBound(d, s, hit) || (told && told->up != up)) return std::nullopt;
      const Modality modality = ModalityAt(analysis_, sentence, hit.first);
      if (modality == Modality::kDenied || modality == Modality::kHypothetical) return std::nullopt;
      if (!told) told = Told{up, hit.first, hit.last, WhatWent(sentence, hit, hit.lexicon == after_)};
    }
    return told;
  }

 private:
  // A verb in the past, "a drop in …", or "more … than a year ago": "contract", "up" and "more" alone may be anything.
  bool IsWay(const Sentence& sentence, const LexiconHit& hit) const {
    if ((hit.lexicon != before_ && hit.lexicon != after_) || IsOfRates(hit)) return false;
    const absl::string_view word = sentence.words[hit.last - 1].text;
    const absl::string_view next = hit.last < sentence.words.size() ? sentence.words[hit.last].text : "";
    if (hit.lexicon == before_) {
      if (IsAnyOf(next, {"the", "its", "their", "his", "her", "a", "an"})) return false;
      return hit.last > hit.first + 1 ? !IsPreposition(word) : IsPast(word);
    }
    constexpr uint32_t kReach = 5;
    if (!IsComparative(word)) return next == "in";
    return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& than) {
      return than.lexicon == than_ && than.first >= hit.last && than.first <= hit.last + kReach;
    });
  }

  // Of rates of exchange, where one side's up is the other's down.
  bool IsOfRates(const LexiconHit& hit) const {
    const std::string& group = analysis_.lexicons->GroupName(hit.lexicon, hit.group);
    return group == "stronger" || group == "weaker";
  }

  static bool IsPreposition(absl::string_view word) { return IsAnyOf(word, {"of", "by"}); }
  // Verbs of things that move by themselves: who "raised its fee" moved another thing.
  static bool IsPast(absl::string_view word) {
    return IsAnyOf(
        word, {"rose",      "risen",   "grew",     "grown",    "fell",     "fallen",       "shrank",    "shrunk",
               "sank",      "sunk",    "slid",     "climbed",  "dropped",  "declined",     "decreased", "increased",
               "slipped",   "tumbled", "dipped",   "plunged",  "slumped",  "jumped",       "soared",    "surged",
               "rebounded", "rallied", "dwindled", "improved", "worsened", "deteriorated", "recovered"});
  }

  // Words before a verb, behind "drop in" and between "more" and "than"; names say where, not what.
  static std::vector<WordId> WhatWent(const Sentence& sentence, const LexiconHit& hit, bool after) {
    constexpr uint32_t kReach = 6;
    auto [from, to] = ClauseAround(sentence, hit.first);
    from = after ? hit.last : std::max(from, hit.first > kReach ? hit.first - kReach : 0);
    to = after ? std::min(to, hit.last + kReach) : hit.first;
    std::vector<WordId> what;
    for (uint32_t w = from; w < to; ++w) {
      const Word& word = sentence.words[w];
      if (!word.stop && !word.number && (!word.capital || w == 0)) what.push_back(word.sense);
    }
    std::sort(what.begin(), what.end());
    what.erase(std::unique(what.begin(), what.end()), what.end());
    return what;
  }

  static bool IsComparative(absl::string_view word) {
    return absl::EndsWith(word, "er") || IsAnyOf(word, {"more", "less"});
  }

  bool IsBound(uint32_t d, uint32_t s, const LexiconHit& hit) const {
    return std::any_of(figures_.begin(), figures_.end(), [&](const SignedFigure& figure) {
      return figure.document == d && figure.value->sentence == s && figure.first < hit.last && hit.first < figure.last;
    });
  }

  const Analysis& analysis_;
  const std::vector<SignedFigure>& figures_;
  LexiconId before_, after_, than_;
};

class ToldComparer {
 public:
  ToldComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), figures_(ReadSignedFigures(analysis)) {}

  void Run() {
    const ToldReader reader(analysis_, figures_);
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      if (!IsDraft(d)) continue;
      const auto& sentences = analysis_.documents[d].sentences;
      for (uint32_t s = 0; s < sentences.size(); ++s) {
        if (sentences[s].values.empty()) continue;
        const std::optional<Told> told = reader.Read(d, s);
        if (told) Compare(d, s, *told);
      }
    }
  }

 private:
  bool IsDraft(uint32_t d) const { return analysis_.documents[d].document->info().role == Role::kDraft; }
  const Sentence& SentenceOf(const SignedFigure& figure) const {
    return analysis_.documents[figure.document].sentences[figure.value->sentence];
  }

  void Compare(uint32_t d, uint32_t s, const Told& told) {
    for (uint32_t index : analysis_.documents[d].sentences[s].values) {
      const ValueMention& value = analysis_.documents[d].values[index];
      for (const SignedFigure& figure : figures_) {
        if (!figure.level || figure.up == told.up || IsDraft(figure.document) ||
            !MayCompare(analysis_, d, figure.document))
          continue;
        if (!IsEndOf(figure, value) || GoesAlso(figure, value, told.up) || OtherMeasure(value, *figure.value)) continue;
        if (!IsOfWhatWent(told, value, figure) ||
            !AreAlike(analysis_.documents[d].sentences[s], SentenceOf(figure), value))
          continue;
        Report(d, s, told, figure);
        return;
      }
    }
  }

  static bool IsSame(const ValueMention& a, const ValueMention* b) {
    return b != nullptr && a.mention.value.kind == b->mention.value.kind &&
           AgreementOf(a.mention.value, b->mention.value) == Agreement::kConsistent;
  }

  static bool IsEndOf(const SignedFigure& figure, const ValueMention& value) {
    return IsSame(value, figure.value) || IsSame(value, figure.base);
  }

  // The other text has the figure of something that went the told way too.
  bool GoesAlso(const SignedFigure& found, const ValueMention& value, bool up) const {
    return std::any_of(figures_.begin(), figures_.end(), [&](const SignedFigure& figure) {
      return figure.document == found.document && figure.up == up &&
             (IsEndOf(figure, value) || figure.value == found.base);
    });
  }

  static bool OtherMeasure(const ValueMention& a, const ValueMention& b) {
    const Measure& x = a.frame.measure;
    const Measure& y = b.frame.measure;
    return x.strength >= 2 && y.strength >= 2 && x.family != y.family;
  }

  // What went that way is told in the words of the other sentence, or both figures are of one measure.
  bool IsOfWhatWent(const Told& told, const ValueMention& value, const SignedFigure& figure) const {
    const Measure& x = value.frame.measure;
    const Measure& y = figure.value->frame.measure;
    if (x.family >= 0 && x.family == y.family && x.strength >= 2 && y.strength >= 2) return true;
    const Sentence& other = SentenceOf(figure);
    const std::vector<WordId> words = ContentSenses(other, 0, static_cast<uint32_t>(other.words.size()));
    return SharedCount(told.what, words) > 0 || KinWeight(analysis_, told.what, words) > 0;
  }

  bool AreAlike(const Sentence& a, const Sentence& b, const ValueMention& value) const {
    const std::vector<WordId> x = ContentSenses(a, 0, static_cast<uint32_t>(a.words.size()));
    const std::vector<WordId> y = ContentSenses(b, 0, static_cast<uint32_t>(b.words.size()));
    const Value& v = value.mention.value;
    const bool small = v.low && v.low->is_integer() && *v.low < Exact(100);
    return SharedWeight(analysis_, x, y) + KinWeight(analysis_, x, y) >= (small ? kSmallAnchor : kAnchor);
  }

  Claim ClaimOn(uint32_t d, const Sentence& sentence, uint32_t first, uint32_t last, bool up) const {
    Claim claim = ClaimAt(analysis_.documents[d], sentence, SpanOfWords(sentence, first, last));
    claim.rule = rule_.id;
    claim.attribute = "direction";
    claim.value.kind = "direction";
    claim.value.canonical = up ? "up" : "down";
    return claim;
  }

  void Report(uint32_t d, uint32_t s, const Told& told, const SignedFigure& figure) {
    Claim word = ClaimOn(d, analysis_.documents[d].sentences[s], told.first, told.last, told.up);
    Claim moved = ClaimOn(figure.document, SentenceOf(figure), figure.first, figure.last, figure.up);
    Relation relation = MakeRelation(analysis_, rule_, {word, d}, {moved, figure.document},
                                     "the same figure goes up in one and down in the other");
    sink_.Relate(std::move(relation), std::move(word), std::move(moved));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  std::vector<SignedFigure> figures_;
};

}  // namespace

void CompareToldDirections(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  ToldComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
