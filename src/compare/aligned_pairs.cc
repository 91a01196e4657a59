#include "compare/aligned_pairs.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "claim/measure.h"
#include "compare/age_owner.h"
#include "compare/open_values.h"
#include "compare/settings.h"

namespace crosscheck {

namespace {

// One of the two texts of a comparison.
struct Half {
  Side side;
  std::vector<const ValueMention*> open;  // those for which the other side says the same nowhere
  std::vector<double> best;               // by value: of Likeness::Total, of the pairs that it is in
  // Made when first asked for:
  std::vector<std::optional<bool>> worked_out;  // by value: it follows from figures of the other text
  std::vector<std::optional<size_t>> rivals;    // by kind and unit: open values that were not worked out

  const DocumentAnalysis& document() const { return *side.text->document; }
  size_t IndexOf(const ValueMention& value) const { return side.text->IndexOf(value); }
};

class PairFinder {
 public:
  PairFinder(const Analysis& analysis, const Rule& rule, ValueTexts& texts, uint32_t left, uint32_t right,
             CompareTrace* trace, const std::optional<PairFloor>& floor)
      : analysis_(analysis),
        rule_(rule),
        texts_(texts),
        trace_(trace),
        floor_(floor),
        same_(analysis, texts, trace != nullptr),
        head_needed_(TextSetting(rule, "head_needed", "false") == "true"),
        within_(left == right) {
    left_.side = SideOf(texts_.Of(left), within_ ? Part::kHead : Part::kWhole);
    right_.side = SideOf(texts_.Of(right), within_ ? Part::kBody : Part::kWhole);
    if (trace_ == nullptr) return;
    TraceLeftOut(left_.side);
    TraceLeftOut(right_.side);
  }

  std::vector<CandidatePair> Run() {
    FindOpen(left_, right_);
    if (left_.open.empty() && trace_ == nullptr) return {};
    FindOpen(right_, left_);
    const std::vector<Candidate> candidates = MeasureAll(ContradictoryPairs());
    std::vector<CandidatePair> pairs;
    for (const Candidate& candidate : candidates) {
      if (analysis_.Stopped()) break;
      CandidatePair pair = {candidate.a, candidate.b, candidate.fit.hint, {}};
      if (AddCues(candidate, pair)) pairs.push_back(pair);
    }
    return pairs;
  }

  uint64_t held() const { return same_.held(); }

 private:
  // A pair before its cues.
  struct Candidate {
    const ValueMention* a = nullptr;
    const ValueMention* b = nullptr;
    FigureFit fit;
    Likeness likeness;
  };

  static bool IsDraft(const Half& half) { return half.document().document->info().role == Role::kDraft; }
  const Surroundings& AroundLeft(const ValueMention& a) const { return texts_.SurroundingsOf(*left_.side.text, a); }
  const Surroundings& AroundRight(const ValueMention& b) const { return texts_.SurroundingsOf(*right_.side.text, b); }

  void FindOpen(Half& half, const Half& other) {
    for (const ValueMention* value : half.side.values) {
      if (analysis_.Stopped()) {
        half.open.clear();
        return;
      }
      const ValueMention* same = same_.Find(*value, half.side, other.side);
      if (same == nullptr) {
        half.open.push_back(value);
        continue;
      }
      TracePair(*value, *same, "agrees", [] {
        return std::string("both say the same, so that this value is done and not held against another");
      });
    }
  }

  std::vector<Candidate> ContradictoryPairs() const {
    std::vector<Candidate> pairs;
    for (const ValueMention* a : left_.open) {
      if (analysis_.Stopped()) break;
      const uint32_t kind = left_.side.text->KindOf(*a);
      for (const ValueMention* b : right_.open) {
        const Value& x = a->mention.value;
        const Value& y = b->mention.value;
        if (kind != right_.side.text->KindOf(*b) && NeverMeet(x, y)) {
          TracePair(*a, *b, "value", [&] { return WordsFor("value", x, y); });
          continue;
        }
        FigureFit& fit = texts_.FitOf(*left_.side.text, *a, *right_.side.text, *b);
        const absl::string_view apart = ApartAt(*a, *b, fit);
        if (apart.empty()) {
          SetFigureCues(x, y, fit);
          pairs.push_back({a, b, fit, {}});
        } else {
          TracePair(*a, *b, apart, [&] { return WordsFor(apart, x, y); });
        }
      }
    }
    return pairs;
  }

  // How alike what stands around the two of each pair is, and how alike at most for each value.
  std::vector<Candidate> MeasureAll(std::vector<Candidate> pairs) {
    left_.best.resize(left_.document().values.size());
    right_.best.resize(right_.document().values.size());
    for (Candidate& pair : pairs) {
      if (analysis_.Stopped()) return {};
      pair.likeness = MeasureLikeness(analysis_, AroundLeft(*pair.a), AroundRight(*pair.b));
      const double total = pair.likeness.Total();
      for (double* best : {&left_.best[left_.IndexOf(*pair.a)], &right_.best[right_.IndexOf(*pair.b)]})
        *best = std::max(*best, total);
    }
    return pairs;
  }

  // False where they add up to less than is asked for; what costs most is not looked at then.
  bool AddCues(const Candidate& candidate, CandidatePair& pair) {
    const ValueMention& a = *pair.a;
    const ValueMention& b = *pair.b;
    const double total = candidate.likeness.Total();
    PairContext context;
    context.unique_a = IsUnique(a, left_);
    context.unique_b = IsUnique(b, right_);
    context.best_a = total > 0 && total >= left_.best[left_.IndexOf(a)];
    context.best_b = total > 0 && total >= right_.best[right_.IndexOf(b)];
    context.anchors = AnchorsOf(a.sentence, b.sentence);
    context.draft = within_ || IsDraft(left_) != IsDraft(right_);
    const Surroundings& around_a = AroundLeft(a);
    const Surroundings& around_b = AroundRight(b);
    pair.cues = CuesOf(around_a, around_b, candidate.likeness, candidate.fit, context);
    if (floor_ && StaysBelow(pair.cues, MostOfKin(floor_->weights) + MostOfCompetition(floor_->weights))) return false;
    SetKin(analysis_, around_a, around_b, pair.cues);
    if (floor_ && StaysBelow(pair.cues, MostOfCompetition(floor_->weights))) return false;
    const bool worked_out = IsWorkedOut(a, left_, right_) || IsWorkedOut(b, right_, left_);
    SetCompetition(CountLike(a, left_, right_), CountLike(b, right_, left_), worked_out, pair.cues);
    return true;
  }

  // Whether the sum of the cues does not reach the floor, whatever those that are missing add.
  bool StaysBelow(const Cues& cues, double most) const {
    constexpr double kRounding = 1e-6;  // of the sum, whose order is another with all cues
    return Weigh(cues, floor_->weights) + most < floor_->least - kRounding;
  }

  void TraceAlone(const ValueMention& value, absl::string_view why) const {
    if (trace_ == nullptr) return;
    const Place place = PlaceOf(analysis_, value);
    if (trace_->Wants(place)) trace_->Add({rule_.id, place, std::nullopt, "left_out", std::string(why), false});
  }

  // Tells the trace why two values were not related; `words` is called only where the trace wants it.
  template <typename Words>
  void TracePair(const ValueMention& a, const ValueMention& b, absl::string_view step, const Words& words) const {
    if (trace_ == nullptr) return;
    const Place place_a = PlaceOf(analysis_, a);
    const Place place_b = PlaceOf(analysis_, b);
    if (trace_->Wants(place_a, place_b)) {
      trace_->Add({rule_.id, place_a, place_b, std::string(step), words(), false});
    }
  }

  void TraceLeftOut(const Side& side) const {
    for (const ValueMention& value : side.text->document->values) {
      if (!texts_.IsOfKind(value) || !IsOfPart(value, *side.text, side.part)) continue;
      const absl::string_view left_out = ValueTexts::LeftOut(*side.text->document, value);
      if (!left_out.empty()) TraceAlone(value, left_out);
    }
  }

  // Whether a value of `own` follows from figures of the other text.
  static bool IsWorkedOut(const ValueMention& value, Half& own, Half& other) {
    own.worked_out.resize(own.document().values.size());
    std::optional<bool>& found = own.worked_out[own.IndexOf(value)];
    if (!found) {
      const WorkedOut worked_out(ValueTexts::ReckoningOf(*own.side.text), ValueTexts::ReckoningOf(*other.side.text));
      found = !worked_out.Explain(value).empty();
    }
    return *found;
  }

  // How many open values of its kind and unit there are with this one. Those that were worked out compete with none.
  static size_t CountLike(const ValueMention& value, Half& own, Half& other) {
    const uint32_t kind = own.side.text->KindOf(value);
    own.rivals.resize(own.side.of_kind.size());
    if (!own.rivals[kind]) {
      own.rivals[kind] = static_cast<size_t>(std::count_if(own.open.begin(), own.open.end(), [&](const auto* like) {
        return own.side.text->KindOf(*like) == kind && !IsWorkedOut(*like, own, other);
      }));
    }
    return *own.rivals[kind] + (IsWorkedOut(value, own, other) ? 1 : 0);
  }
  static bool IsUnique(const ValueMention& value, const Half& half) {
    return half.side.of_kind[half.side.text->KindOf(value)] == 1;
  }

  // The step at which two values turn out not to answer one question; "" where none does.
  absl::string_view ApartAt(const ValueMention& a, const ValueMention& b, const FigureFit& fit) const {
    const Value& x = a.mention.value;
    const Value& y = b.mention.value;
    if (fit.agreement != Agreement::kContradictory) return "value";
    if (x.kind == ValueKind::kAge && !MayBeOnePerson(a, b)) return "person";
    if (head_needed_ && (a.frame.head == 0 || a.frame.head != b.frame.head)) return "noun";
    // Years stand for so many things that the words beside them have to say for what.
    constexpr double kOneTellingWord = 1;
    if (x.kind == ValueKind::kDate && (x.parts.month == 0 || y.parts.month == 0) &&
        ((x.parts.month == 0) != (y.parts.month == 0) || BesideBoth(AroundLeft(a), AroundRight(b)) < kOneTellingWord))
      return "year";
    if (x.kind == ValueKind::kDate || x.kind == ValueKind::kTime) return "";
    return fit.near || FitOf(a.frame.measure, b.frame.measure) == MeasureFit::kSame ? "" : "size";
  }

  static std::string WordsFor(absl::string_view step, const Value& a, const Value& b) {
    if (step == "size") {
      return absl::StrCat("one is more than ", kMostTimesLarger, " times the other: another quantity");
    }
    if (step == "person") return "nothing says that it is the age of one person";
    if (step == "year") return "a year alone, and the words beside the two are not the same";
    if (step == "noun") return "they do not count or measure the same noun";
    const ValueComparison compared = CompareValues(a, b);
    return compared.agreement == Agreement::kConsistent
               ? "their wordings can both be true"
               : absl::StrCat("values that cannot be compared: ", compared.reason);
  }

  // Whose age it is: the name that stands next to it.
  int PersonOf(const ValueMention& value) const {
    const Sentence& sentence = SentenceOf(analysis_, value);
    int person = -1;
    uint32_t nearest = 7;  // words
    for (const NameMention& name : sentence.names) {
      const NameType type = analysis_.entities[name.entity].type;
      if (type == NameType::kOrganisation || type == NameType::kPlace) continue;
      const uint32_t distance = name.last <= value.first   ? value.first - name.last
                                : name.first >= value.last ? name.first - value.last + 1
                                                           : 0;
      if (distance < nearest) {
        nearest = distance;
        person = static_cast<int>(name.entity);
      }
    }
    return person;
  }

  bool MayBeOnePerson(const ValueMention& a, const ValueMention& b) const {
    const bool owned_a = HasOwner(a);
    const bool owned_b = HasOwner(b);
    // The ages of two who are named in full are compared person by person elsewhere.
    if (owned_a && owned_b) return false;
    const int x = PersonOf(a);
    const int y = PersonOf(b);
    if (x >= 0 && y >= 0) return x == y || SurnameOf(x) == SurnameOf(y);
    return !owned_a && !owned_b && IsUnique(a, left_) && IsUnique(b, right_);
  }

  bool HasOwner(const ValueMention& age) const {
    return OwnerOfAge(analysis_, SentenceOf(analysis_, age), age).has_value();
  }

  const std::string& SurnameOf(int entity) const {
    return analysis_.entities[static_cast<size_t>(entity)].tokens.back();
  }

  // How many values two sentences have in common: what stands beside them is of one thing too.
  int AnchorsOf(uint32_t left, uint32_t right) const {
    int anchors = 0;
    const std::vector<uint32_t>& theirs = right_.side.text->anchors[right];
    for (uint32_t anchor : left_.side.text->anchors[left])
      anchors += static_cast<int>(std::count(theirs.begin(), theirs.end(), anchor));
    return anchors;
  }

  const Analysis& analysis_;
  const Rule& rule_;
  ValueTexts& texts_;
  CompareTrace* trace_;
  const std::optional<PairFloor>& floor_;
  SameFinder same_;
  bool head_needed_;
  bool within_;  // one document, its head against its body
  Half left_, right_;
};

}  // namespace

std::vector<CandidatePair> CandidateFinder::Find(uint32_t left, uint32_t right) {
  PairFinder finder(analysis_, rule_, texts_, left, right, trace_, floor_);
  std::vector<CandidatePair> pairs = finder.Run();
  held_ += finder.held();
  return pairs;
}

Place PlaceOf(const Analysis& analysis, const ValueMention& value) {
  const DocumentAnalysis& document = DocumentOf(analysis, value);
  return {value.document, ClaimAt(document, document.sentences[value.sentence], value.mention.span).span};
}

}  // namespace crosscheck
