#include "compare/misplaced_pairs.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "claim/measure.h"
#include "compare/clause.h"
#include "compare/likeness.h"
#include "compare/pair_features.h"
#include "compare/settings.h"
#include "compare/value_text.h"

namespace crosscheck {

namespace {

constexpr double kMostShared = 4;
constexpr size_t kMostPlaces = 3;  // a figure that stands more often is no figure of one thing

bool IsOneKind(const Value& a, const Value& b) { return a.kind == b.kind && a.unit == b.unit && a.per == b.per; }

bool IsPlan(Modality m) { return m == Modality::kExpected || m == Modality::kPossible; }

class MisplacedFinder {
 public:
  MisplacedFinder(const Analysis& analysis, const Rule& rule, uint32_t document, uint32_t other)
      : analysis_(analysis),
        document_(analysis.documents[document]),
        other_(analysis.documents[other]),
        kinds_(ListSetting(rule, "kinds")) {}

  std::vector<MisplacedPair> Run() {
    std::vector<MisplacedPair> pairs;
    if (document_.document->info().role != Role::kDraft || other_.document->info().role == Role::kDraft) return pairs;
    std::vector<const ValueMention*> wanted;
    for (const ValueMention& there : other_.values) {
      if (IsWanted(there)) wanted.push_back(&there);
    }
    own_values_ = ByKind(document_);
    other_values_ = ByKind(other_);
    places_.resize(other_.values.size());
    for (const ValueMention& value : document_.values) {
      if (analysis_.Stopped()) break;
      if (!IsWanted(value)) continue;
      std::vector<const ValueMention*> equal, others;
      AnySame(other_values_, value, [&](const ValueMention& there) {
        if (IsWanted(there)) equal.push_back(&there);
        return equal.size() > kMostPlaces;
      });
      std::sort(equal.begin(), equal.end());  // in reading order
      if (equal.empty() || equal.size() > kMostPlaces || IsBesideOpen(value)) continue;
      for (const ValueMention* there : wanted) {
        if (IsOneKind(value.mention.value, there->mention.value) &&
            AgreementOf(value.mention.value, there->mention.value) == Agreement::kContradictory)
          others.push_back(there);
      }
      if (!others.empty()) AddPairs(value, equal, others, pairs);
    }
    return pairs;
  }

 private:
  // All values of a document by kind and unit, and what they are a rate of.
  using ValuesByKind = std::vector<ValuesByReach>;
  static ValuesByKind ByKind(const DocumentAnalysis& document) {
    ValuesByKind kinds;
    for (const ValueMention& value : document.values) {
      const auto is_kind = [&](const ValuesByReach& of_kind) {
        return IsOneKind(of_kind.front(), value.mention.value);
      };
      auto kind = std::find_if(kinds.begin(), kinds.end(), is_kind);
      if (kind == kinds.end()) kind = kinds.insert(kinds.end(), ValuesByReach());
      kind->Add(&value);
    }
    for (ValuesByReach& of_kind : kinds) of_kind.Sort();
    return kinds;
  }

  // Calls `is` with the values that say the same as `value` until it gives true; whether it did.
  template <typename Is>
  static bool AnySame(const ValuesByKind& kinds, const ValueMention& value, const Is& is) {
    const auto is_same = [&](const ValueMention& there) { return Agree(there, value) && is(there); };
    return std::any_of(kinds.begin(), kinds.end(), [&](const ValuesByReach& of_kind) {
      return IsOneKind(of_kind.front(), value.mention.value) && of_kind.Any(value.reach, is_same);
    });
  }

  // What a figure is held against: the words of its sentence, and those that are its own.
  struct Words {
    std::vector<WordId> sentence, item;
  };
  // What a value of the other document is held against, made when it is first asked for.
  struct OtherPlace {
    Surroundings around;
    std::vector<WordId> item;
  };
  const OtherPlace& PlaceOf(const ValueMention& value) {
    std::optional<OtherPlace>& place = places_[static_cast<size_t>(&value - other_.values.data())];
    if (!place) place = OtherPlace{SurroundingsOf(analysis_, value), ItemOf(other_, value)};
    return *place;
  }

  bool IsWanted(const ValueMention& mention) const {
    const Value& value = mention.mention.value;
    if (!value.low || value.modifier == Modifier::kVague || IsSmallCount(value)) return false;
    return std::find(kinds_.begin(), kinds_.end(), ValueKindName(value.kind)) != kinds_.end();
  }

  // The words between the figure before and the figure after: in "A was fined 5m, B 3m and C 2m" B goes with 3m. Words
  // after it count where no figure of its kind follows in the clause.
  std::vector<WordId> ItemOf(const DocumentAnalysis& document, const ValueMention& value) const {
    const Sentence& sentence = document.sentences[value.sentence];
    uint32_t first = 0;
    auto last = static_cast<uint32_t>(sentence.words.size());
    bool list = false;
    for (uint32_t index : sentence.values) {
      const ValueMention& near = document.values[index];
      if (!IsOneKind(near.mention.value, value.mention.value)) continue;
      if (near.last <= value.first) first = std::max(first, near.last);
      if (near.first >= value.last) last = std::min(last, near.first);
      list = list || near.first >= value.last;
    }
    if (list) last = std::min(last, ClauseAround(sentence, value.first).second);
    return ContentSenses(sentence, first, std::max(last, value.last));
  }

  Words WordsOf(const DocumentAnalysis& document, const ValueMention& value) const {
    const Sentence& sentence = document.sentences[value.sentence];
    return {ContentSenses(sentence, 0, static_cast<uint32_t>(sentence.words.size())), ItemOf(document, value)};
  }

  void AddPairs(const ValueMention& value, const std::vector<const ValueMention*>& equal,
                const std::vector<const ValueMention*>& others, std::vector<MisplacedPair>& pairs) {
    const Words words = WordsOf(document_, value);
    const Surroundings around = SurroundingsOf(analysis_, value);
    const ValueMention* there = equal.front();
    double there_like = -1;
    for (const ValueMention* place : equal) {
      const double like = Like(words, around, *place);
      if (like > there_like) there = place;
      there_like = std::max(there_like, like);
    }
    std::vector<double> likes;
    for (const ValueMention* better : others) likes.push_back(Like(words, around, *better));
    const double best = *std::max_element(likes.begin(), likes.end());
    for (size_t i = 0; i < others.size(); ++i) {
      if (likes[i] <= 0) continue;
      MisplacedPair pair{&value, there, others[i], {}};
      FillCues(words, around, pair);
      Set(pair, MisplacedCue::kCompetition, 1.0 / static_cast<double>(others.size()));
      Set(pair, MisplacedCue::kBest, likes[i] >= best);
      pairs.push_back(pair);
    }
  }

  double Like(const Words& words, const Surroundings& around, const ValueMention& value) {
    const OtherPlace& place = PlaceOf(value);
    return std::max(0.0, MeasureLikeness(analysis_, around, place.around).context) * 2 +
           SharedWeight(analysis_, words.sentence, place.item);
  }

  static void Set(MisplacedPair& pair, MisplacedCue cue, double value) { pair.cues[static_cast<size_t>(cue)] = value; }

  void FillCues(const Words& words, const Surroundings& around, MisplacedPair& pair) {
    const ValueMention& value = *pair.value;
    const Likeness better = MeasureLikeness(analysis_, around, PlaceOf(*pair.better).around);
    const Likeness there = MeasureLikeness(analysis_, around, PlaceOf(*pair.there).around);
    // Words that both places have say nothing of which of the two is meant.
    const std::vector<WordId>& item_better = PlaceOf(*pair.better).item;
    const std::vector<WordId>& item_there = PlaceOf(*pair.there).item;
    std::vector<WordId> only_better, only_there;
    std::set_difference(item_better.begin(), item_better.end(), item_there.begin(), item_there.end(),
                        std::back_inserter(only_better));
    std::set_difference(item_there.begin(), item_there.end(), item_better.begin(), item_better.end(),
                        std::back_inserter(only_there));
    Set(pair, MisplacedCue::kBetterItem, std::min(kMostShared, SharedWeight(analysis_, words.sentence, only_better)));
    Set(pair, MisplacedCue::kThereItem, std::min(kMostShared, SharedWeight(analysis_, words.sentence, only_there)));
    Set(pair, MisplacedCue::kBetterKin, std::min(3.0, KinWeight(analysis_, words.sentence, only_better)));
    Set(pair, MisplacedCue::kThereKin, std::min(3.0, KinWeight(analysis_, words.sentence, only_there)));
    Set(pair, MisplacedCue::kBetterContext, std::max(0.0, better.context));
    Set(pair, MisplacedCue::kThereContext, std::max(0.0, there.context));
    Set(pair, MisplacedCue::kSameHead, (better.head > 0.5 ? 1 : 0) - (there.head > 0.5 ? 1 : 0));
    const MeasureFit fit_better = FitOf(value.frame.measure, pair.better->frame.measure);
    const MeasureFit fit_there = FitOf(value.frame.measure, pair.there->frame.measure);
    Set(pair, MisplacedCue::kMeasure,
        (fit_better == MeasureFit::kSame ? 1 : 0) + (fit_there == MeasureFit::kOther ? 1 : 0));
    Set(pair, MisplacedCue::kThereMeasure,
        (fit_there == MeasureFit::kSame ? 1 : 0) + (fit_better == MeasureFit::kOther ? 1 : 0));
    Set(pair, MisplacedCue::kBetterClaimed, IsSaidBy(own_values_, *pair.better));
    Set(pair, MisplacedCue::kSaidTwice, IsSaidElsewhere(value));
    Set(pair, MisplacedCue::kOneSentence, pair.better->sentence == pair.there->sentence);
    Set(pair, MisplacedCue::kModality,
        (IsPlan(value.frame.modality) != IsPlan(pair.better->frame.modality) ? 1 : 0) -
            (IsPlan(value.frame.modality) != IsPlan(pair.there->frame.modality) ? 1 : 0));
    Set(pair, MisplacedCue::kScope,
        std::min(2, __builtin_popcountll(value.frame.scope ^ pair.better->frame.scope)) -
            std::min(2, __builtin_popcountll(value.frame.scope ^ pair.there->frame.scope)));
    const Value& x = value.mention.value;
    const Value& y = pair.better->mention.value;
    Set(pair, MisplacedCue::kCrowded, std::min(2, OthersBeside(value)));
    const double larger = std::max(std::abs(MiddleOf(x)), std::abs(MiddleOf(y)));
    const double smaller = std::min(std::abs(MiddleOf(x)), std::abs(MiddleOf(y)));
    Set(pair, MisplacedCue::kDistance, smaller <= 0 ? 3 : std::min(3.0, std::log(larger / smaller)));
  }

  // "Rose to 8.4 million from 3.9 million", of which only the second is known: the words may be those of the first.
  bool IsBesideOpen(const ValueMention& value) const {
    const std::vector<uint32_t>& beside = document_.sentences[value.sentence].values;
    return std::any_of(beside.begin(), beside.end(), [&](uint32_t index) {
      const ValueMention& near = document_.values[index];
      return &near != &value && IsOneKind(near.mention.value, value.mention.value) && !IsSaidBy(other_values_, near);
    });
  }

  int OthersBeside(const ValueMention& value) const {
    const std::vector<uint32_t>& beside = document_.sentences[value.sentence].values;
    return static_cast<int>(std::count_if(beside.begin(), beside.end(), [&](uint32_t index) {
      const ValueMention& near = document_.values[index];
      return &near != &value && IsOneKind(near.mention.value, value.mention.value);
    }));
  }

  static bool IsSaidBy(const ValuesByKind& kinds, const ValueMention& value) {
    return AnySame(kinds, value, [](const ValueMention& /*there*/) { return true; });
  }
  bool IsSaidElsewhere(const ValueMention& value) const {
    return AnySame(own_values_, value, [&](const ValueMention& mine) { return &mine != &value; });
  }

  const Analysis& analysis_;
  const DocumentAnalysis& document_;
  const DocumentAnalysis& other_;
  std::vector<std::string> kinds_;
  ValuesByKind own_values_, other_values_;
  std::vector<std::optional<OtherPlace>> places_;  // by value of the other document
};

}  // namespace

absl::Span<const MisplacedCueRow> MisplacedCueTable() {
  static constexpr MisplacedCueRow kTable[] = {
      {MisplacedCue::kBetterItem, "better-item", 1.24},
      {MisplacedCue::kThereItem, "there-item", -1.22},
      {MisplacedCue::kBetterKin, "kin-better", 0.26},
      {MisplacedCue::kThereKin, "kin-there", -0.56},
      {MisplacedCue::kBetterContext, "better-context", 1.58},
      {MisplacedCue::kThereContext, "there-context", -1.73},
      {MisplacedCue::kSameHead, "same-head", 1.00},
      {MisplacedCue::kMeasure, "measure", 0.74},
      {MisplacedCue::kThereMeasure, "there-measure", -0.48},
      {MisplacedCue::kBetterClaimed, "better-claimed", -1.32},
      {MisplacedCue::kSaidTwice, "said-twice", -0.07},
      {MisplacedCue::kOneSentence, "one-sentence", 0.46},
      {MisplacedCue::kCompetition, "competition", 0.10},
      {MisplacedCue::kBest, "best", 0.23},
      {MisplacedCue::kModality, "modality", -0.38},
      {MisplacedCue::kScope, "scope", -0.08},
      {MisplacedCue::kCrowded, "crowded", -0.81},
      {MisplacedCue::kDistance, "distance", -1.51},
  };
  static_assert(std::size(kTable) == kMisplacedCueCount);
  return kTable;
}

std::vector<MisplacedPair> MisplacedPairs(const Analysis& analysis, const Rule& rule, uint32_t document,
                                          uint32_t other) {
  return MisplacedFinder(analysis, rule, document, other).Run();
}

}  // namespace crosscheck
