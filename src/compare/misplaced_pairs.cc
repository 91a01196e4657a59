#include "compare/misplaced_pairs.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "claim/measure.h"
#include "compare/clause.h"
#include "compare/likeness.h"
#include "compare/pair_features.h"
#include "compare/settings.h"

namespace crosscheck {

namespace {

constexpr double kMostShared = 4;
constexpr size_t kMostPlaces = 3;  // a figure that stands more often is no figure of one thing

bool IsOneKind(const Value& a, const Value& b) { return a.kind == b.kind && a.unit == b.unit && a.per == b.per; }

bool IsSame(const ValueMention& a, const ValueMention& b) {
  return IsOneKind(a.mention.value, b.mention.value) &&
         AgreementOf(a.mention.value, b.mention.value) == Agreement::kConsistent;
}

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
    for (const ValueMention& value : document_.values) {
      if (analysis_.Stopped()) break;
      if (!IsWanted(value)) continue;
      std::vector<const ValueMention*> equal, others;
      for (const ValueMention& there : other_.values) {
        if (!IsWanted(there) || !IsOneKind(value.mention.value, there.mention.value)) continue;
        const Agreement agreement = AgreementOf(value.mention.value, there.mention.value);
        if (agreement == Agreement::kConsistent) equal.push_back(&there);
        if (agreement == Agreement::kContradictory) others.push_back(&there);
      }
      if (equal.empty() || equal.size() > kMostPlaces || others.empty() || IsBesideOpen(value)) continue;
      AddPairs(value, equal, others, pairs);
    }
    return pairs;
  }

 private:
  // What a figure is held against: the words of its sentence, and those that are its own.
  struct Words {
    std::vector<WordId> sentence, item;
  };

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
                const std::vector<const ValueMention*>& others, std::vector<MisplacedPair>& pairs) const {
    const Words words = WordsOf(document_, value);
    const ValueMention* there = equal.front();
    double there_like = -1;
    for (const ValueMention* place : equal) {
      const double like = Like(words, value, *place);
      if (like > there_like) there = place;
      there_like = std::max(there_like, like);
    }
    std::vector<double> likes;
    for (const ValueMention* better : others) likes.push_back(Like(words, value, *better));
    const double best = *std::max_element(likes.begin(), likes.end());
    for (size_t i = 0; i < others.size(); ++i) {
      if (likes[i] <= 0) continue;
      MisplacedPair pair{&value, there, others[i], {}};
      FillCues(words, pair);
      Set(pair, MisplacedCue::kCompetition, 1.0 / static_cast<double>(others.size()));
      Set(pair, MisplacedCue::kBest, likes[i] >= best);
      pairs.push_back(pair);
    }
  }

  double Like(const Words& words, const ValueMention& value, const ValueMention& place) const {
    return std::max(0.0, MeasureLikeness(analysis_, value, place).context) * 2 +
           SharedWeight(analysis_, words.sentence, ItemOf(other_, place));
  }

  static void Set(MisplacedPair& pair, MisplacedCue cue, double value) { pair.cues[static_cast<size_t>(cue)] = value; }

  void FillCues(const Words& words, MisplacedPair& pair) const {
    const ValueMention& value = *pair.value;
    const Likeness better = MeasureLikeness(analysis_, value, *pair.better);
    const Likeness there = MeasureLikeness(analysis_, value, *pair.there);
    // Words that both places have say nothing of which of the two is meant.
    std::vector<WordId> item_better = ItemOf(other_, *pair.better);
    std::vector<WordId> item_there = ItemOf(other_, *pair.there);
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
    Set(pair, MisplacedCue::kBetterClaimed, IsSaidBy(document_, *pair.better));
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
      return &near != &value && IsOneKind(near.mention.value, value.mention.value) && !IsSaidBy(other_, near);
    });
  }

  int OthersBeside(const ValueMention& value) const {
    const std::vector<uint32_t>& beside = document_.sentences[value.sentence].values;
    return static_cast<int>(std::count_if(beside.begin(), beside.end(), [&](uint32_t index) {
      const ValueMention& near = document_.values[index];
      return &near != &value && IsOneKind(near.mention.value, value.mention.value);
    }));
  }

  static bool IsSaidBy(const DocumentAnalysis& document, const ValueMention& value) {
    return std::any_of(document.values.begin(), document.values.end(),
                       [&](const ValueMention& there) { return IsSame(there, value); });
  }
  bool IsSaidElsewhere(const ValueMention& value) const {
    return std::any_of(document_.values.begin(), document_.values.end(),
                       [&](const ValueMention& mine) { return &mine != &value && IsSame(mine, value); });
  }

  const Analysis& analysis_;
  const DocumentAnalysis& document_;
  const DocumentAnalysis& other_;
  std::vector<std::string> kinds_;
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
