#include "compare/aligned_pairs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "claim/measure.h"
#include "compare/age_owner.h"
#include "compare/settings.h"

namespace crosscheck {

namespace {

constexpr double kMostTimesLarger = 10.0;  // beyond that it is another quantity, unless it is a slip or one measure

// CompareValues would say in more words that they are incomparable.
bool NeverMeet(const Value& a, const Value& b) {
  if (a.kind == b.kind) {
    return a.unit != b.unit && a.kind != ValueKind::kQuantity && a.kind != ValueKind::kDuration &&
           a.kind != ValueKind::kDate && a.kind != ValueKind::kTime && a.kind != ValueKind::kScore;
  }
  const auto either = [&](ValueKind x, ValueKind y) {
    return (a.kind == x && b.kind == y) || (a.kind == y && b.kind == x);
  };
  return !either(ValueKind::kNumber, ValueKind::kPercent) && !either(ValueKind::kPercent, ValueKind::kPoints);
}

// A headline, standfirst or caption is held against the body of its own document.
enum class Part : uint8_t { kWhole, kHead, kBody };

// The values of a rule's kinds in one document, or in part of it.
struct Side {
  ValueText* text = nullptr;
  Part part = Part::kWhole;
  std::vector<const ValueMention*> values;
};

using KindAndUnit = std::pair<ValueKind, absl::string_view>;
KindAndUnit KindOf(const ValueMention& value) { return {value.mention.value.kind, value.mention.value.unit}; }

class PairFinder {
 public:
  PairFinder(const Analysis& analysis, const Rule& rule, ValueTexts& texts, uint32_t left, uint32_t right,
             CompareTrace* trace)
      : analysis_(analysis),
        rule_(rule),
        texts_(texts),
        trace_(trace),
        head_needed_(TextSetting(rule, "head_needed", "false") == "true"),
        within_(left == right),
        left_(SideOf(left, within_ ? Part::kHead : Part::kWhole)),
        right_(SideOf(right, within_ ? Part::kBody : Part::kWhole)) {}

  std::vector<CandidatePair> Run() {
    const std::vector<const ValueMention*> open_left = OpenOf(left_, right_);
    if (open_left.empty() && trace_ == nullptr) return {};
    const std::vector<const ValueMention*> open_right = OpenOf(right_, left_);
    std::vector<CandidatePair> pairs = ContradictoryPairs(open_left, open_right);
    if (pairs.empty()) return pairs;
    std::vector<Likeness> likeness;
    std::map<const ValueMention*, double> best;
    for (const CandidatePair& pair : pairs) {
      if (analysis_.Stopped()) return {};
      likeness.push_back(MeasureLikeness(analysis_, AroundLeft(*pair.a), AroundRight(*pair.b)));
      for (const ValueMention* value : {pair.a, pair.b}) best[value] = std::max(best[value], likeness.back().Total());
    }
    for (size_t i = 0; i < pairs.size(); ++i) {
      if (analysis_.Stopped()) {
        pairs.resize(i);
        break;
      }
      CandidatePair& pair = pairs[i];
      const double total = likeness[i].Total();
      PairContext context;
      context.unique_a = IsUnique(*pair.a, left_);
      context.unique_b = IsUnique(*pair.b, right_);
      context.open_a = CountLike(*pair.a, open_left, left_, right_);
      context.open_b = CountLike(*pair.b, open_right, right_, left_);
      context.best_a = total > 0 && total >= best[pair.a];
      context.best_b = total > 0 && total >= best[pair.b];
      context.anchors = AnchorsOf(pair.a->sentence, pair.b->sentence);
      context.draft = within_ || IsDraft(left_) != IsDraft(right_);
      context.worked_out = IsWorkedOut(*pair.a, left_, right_) || IsWorkedOut(*pair.b, right_, left_);
      pair.cues = CuesOf(analysis_, AroundLeft(*pair.a), AroundRight(*pair.b), likeness[i], pair.hint, context);
    }
    return pairs;
  }

 private:
  const DocumentAnalysis& DocumentOf(const Side& side) const { return *side.text->document; }
  bool IsDraft(const Side& side) const { return DocumentOf(side).document->info().role == Role::kDraft; }
  const Surroundings& AroundLeft(const ValueMention& a) const { return texts_.SurroundingsOf(*left_.text, a); }
  const Surroundings& AroundRight(const ValueMention& b) const { return texts_.SurroundingsOf(*right_.text, b); }

  std::vector<CandidatePair> ContradictoryPairs(const std::vector<const ValueMention*>& open_left,
                                                const std::vector<const ValueMention*>& open_right) const {
    std::vector<CandidatePair> pairs;
    for (const ValueMention* a : open_left) {
      if (analysis_.Stopped()) break;
      for (const ValueMention* b : open_right) {
        const Value& x = a->mention.value;
        const Value& y = b->mention.value;
        if (NeverMeet(x, y)) {
          TracePair(*a, *b, "value", [&] { return WordsFor("value", x, y); });
          continue;
        }
        ValueHint hint = ValueHint::kNone;
        const absl::string_view apart = ApartAt(*a, *b, hint);
        if (apart.empty()) {
          pairs.push_back({a, b, hint, {}});
        } else {
          TracePair(*a, *b, apart, [&] { return WordsFor(apart, x, y); });
        }
      }
    }
    return pairs;
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

  bool IsIn(const ValueMention& value, const Side& side) const {
    if (side.part == Part::kWhole) return true;
    const Zone zone = DocumentOf(side).sentences[value.sentence].zone;
    return (zone == Zone::kTitle || zone == Zone::kDek || zone == Zone::kCaption) == (side.part == Part::kHead);
  }

  // Days, times and ranks of a headline are seldom the only ones of the text.
  static bool IsAmount(const Value& value) {
    return value.kind == ValueKind::kMoney || value.kind == ValueKind::kNumber || value.kind == ValueKind::kPercent ||
           value.kind == ValueKind::kQuantity || value.kind == ValueKind::kDuration || value.kind == ValueKind::kAge;
  }

  Side SideOf(uint32_t d, Part part) const {
    Side side;
    side.text = &texts_.Of(d);
    side.part = part;
    for (const ValueMention* value : side.text->wanted) {
      if (IsOfPart(*value, side)) side.values.push_back(value);
    }
    if (trace_ != nullptr) TraceLeftOut(side);
    return side;
  }

  bool IsOfPart(const ValueMention& value, const Side& side) const {
    return side.part == Part::kWhole || (IsAmount(value.mention.value) && IsIn(value, side));
  }

  void TraceLeftOut(const Side& side) const {
    for (const ValueMention& value : DocumentOf(side).values) {
      if (!texts_.IsOfKind(value) || !IsOfPart(value, side)) continue;
      const absl::string_view left_out = ValueTexts::LeftOut(DocumentOf(side), value);
      if (!left_out.empty()) TraceAlone(value, left_out);
    }
  }

  // Those for which the other side says the same nowhere.
  std::vector<const ValueMention*> OpenOf(const Side& side, const Side& other) const {
    std::vector<const ValueMention*> open;
    for (const ValueMention* value : side.values) {
      if (analysis_.Stopped()) return {};
      const ValueMention* same = TheSame(*value, side, other);
      if (same == nullptr) {
        open.push_back(value);
        continue;
      }
      TracePair(*value, *same, "agrees", [] {
        return std::string("both say the same, so that this value is done and not held against another");
      });
    }
    return open;
  }

  // Where the side says the same as `value` first, a small count only about the same thing; else null.
  const ValueMention* TheSame(const ValueMention& value, const Side& own, const Side& side) const {
    const size_t group = GroupOf(value.mention.value.kind);
    const ValueMention* found = FirstOf(side.text->groups[group], [&](const ValueMention& other) {
      return IsIn(other, side) && IsTheSame(value, other, own, side);
    });
    if (!IsTelling(value.mention.value)) return found;
    // "5.91" where the other has "5.91 metres", "down 7.4" where it has "7.4 percent".
    const auto without_unit = [&](const ValueMention& other) {
      return IsIn(other, side) && IsWithoutItsUnit(value.mention.value, other.mention.value);
    };
    if (!IsBareNumber(value.mention.value)) return Earlier(found, FirstOf(side.text->bare, without_unit));
    for (const std::vector<const ValueMention*>& others : side.text->groups)
      found = Earlier(found, FirstOf(others, without_unit));
    return found;
  }

  // A figure that is the same in two texts is the same thing's, even where one has no unit.
  static bool IsTelling(const Value& value) {
    return !value.is_fraction && value.low && (!value.low->is_integer() || *value.low >= Exact(100));
  }

  template <typename Is>
  static const ValueMention* FirstOf(const std::vector<const ValueMention*>& values, const Is& is) {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const ValueMention* value) { return is(*value); });
    return found == values.end() ? nullptr : *found;
  }

  // Of two values of one text; null: none.
  static const ValueMention* Earlier(const ValueMention* a, const ValueMention* b) {
    return a == nullptr || (b != nullptr && b < a) ? b : a;
  }

  bool IsTheSame(const ValueMention& value, const ValueMention& other, const Side& own, const Side& side) const {
    if (IsDayOfSomeMonth(value.mention.value, other.mention.value)) return true;
    if (NeverMeet(value.mention.value, other.mention.value) || AreFarApart(value, other, own, side)) return false;
    if (AgreementOf(value.mention.value, other.mention.value) != Agreement::kConsistent) return false;
    if (IsTaken(other, value, own)) return false;
    if (value.mention.value.kind == ValueKind::kDate && !IsWanted(other, side)) return false;
    if (IsOfOtherMeasure(value.frame.measure, other.frame.measure)) return false;
    if (!IsSmallCount(value.mention.value)) return true;
    return value.frame.head == other.frame.head ||
           MeasureLikeness(analysis_, texts_.SurroundingsOf(*own.text, value), texts_.SurroundingsOf(*side.text, other))
                   .Total() >= 0.2;
  }

  // "18 June", where the other has "the 18th".
  static bool IsDayOfSomeMonth(const Value& value, const Value& other) {
    return value.kind == ValueKind::kDate && other.kind == ValueKind::kDate && other.parts.month == 0 &&
           other.parts.day != 0 && value.parts.day == other.parts.day;
  }

  static bool AreFarApart(const ValueMention& a, const ValueMention& b, const Side& own, const Side& side) {
    return a.mention.value.kind == b.mention.value.kind && a.mention.value.unit == b.mention.value.unit &&
           !own.text->reaches[own.text->IndexOf(a)].Meets(side.text->reaches[side.text->IndexOf(b)]);
  }

  bool IsWanted(const ValueMention& value, const Side& side) const {
    return texts_.IsOfKind(value) && ValueTexts::LeftOut(DocumentOf(side), value).empty();
  }

  // £148,000 does not round to the £150,000 of an estimate that its own text has too.
  bool IsTaken(const ValueMention& other, const ValueMention& value, const Side& own) const {
    const Value& x = value.mention.value;
    const Value& y = other.mention.value;
    if (x.kind == ValueKind::kDate || x.kind == ValueKind::kTime || x.kind != y.kind || x.unit != y.unit) return false;
    if (x.modifier != Modifier::kExact || y.modifier != Modifier::kExact || x.low == y.low || y.step <= x.step)
      return false;
    const std::vector<ValueMention>& values = DocumentOf(own).values;
    return std::any_of(values.begin(), values.end(), [&](const ValueMention& mine) {
      const Value& z = mine.mention.value;
      return z.kind == y.kind && z.unit == y.unit && z.low == y.low && z.high == y.high;
    });
  }

  // REQUIRES: IsTelling(a).
  static bool IsWithoutItsUnit(const Value& a, const Value& b) {
    return IsBareNumber(a) != IsBareNumber(b) && !b.is_fraction && a.low == b.low && a.high == b.high;
  }

  // By words beside both figures, not by some word of the clause.
  static bool IsOfOtherMeasure(const Measure& a, const Measure& b) {
    return std::min(a.strength, b.strength) >= 3 && FitOf(a, b) == MeasureFit::kOther;
  }

  // Whether a value of `own` follows from figures of the other text.
  bool IsWorkedOut(const ValueMention& value, const Side& own, const Side& other) {
    const auto [found, fresh] = worked_out_.try_emplace(&value, false);
    if (fresh) {
      const WorkedOut worked_out(ValueTexts::ReckoningOf(*own.text), ValueTexts::ReckoningOf(*other.text));
      found->second = !worked_out.Explain(value).empty();
    }
    return found->second;
  }

  // Those that were worked out compete with none.
  size_t CountLike(const ValueMention& value, const std::vector<const ValueMention*>& values, const Side& own,
                   const Side& other) {
    return static_cast<size_t>(std::count_if(values.begin(), values.end(), [&](const ValueMention* like) {
      return KindOf(*like) == KindOf(value) && (like == &value || !IsWorkedOut(*like, own, other));
    }));
  }
  static bool IsUnique(const ValueMention& value, const Side& side) {
    return std::count_if(side.values.begin(), side.values.end(),
                         [&](const ValueMention* other) { return KindOf(*other) == KindOf(value); }) == 1;
  }

  // The step at which two values turn out not to answer one question; "" where none does, and the hint of how they
  // differ.
  absl::string_view ApartAt(const ValueMention& a, const ValueMention& b, ValueHint& hint) const {
    const Value& x = a.mention.value;
    const Value& y = b.mention.value;
    const ValueComparison compared = CompareWithoutWords(x, y);
    if (compared.agreement != Agreement::kContradictory) return "value";
    hint = compared.hint;
    if (x.kind == ValueKind::kAge && !MayBeOnePerson(a, b)) return "person";
    if (head_needed_ && (a.frame.head == 0 || a.frame.head != b.frame.head)) return "noun";
    // Years stand for so many things that the words beside them have to say for what.
    constexpr double kOneTellingWord = 1;
    if (x.kind == ValueKind::kDate && (x.parts.month == 0 || y.parts.month == 0) &&
        ((x.parts.month == 0) != (y.parts.month == 0) || BesideBoth(analysis_, a, b) < kOneTellingWord))
      return "year";
    if (x.kind == ValueKind::kDate || x.kind == ValueKind::kTime) return "";
    const double larger = std::max(std::abs(MiddleOf(x)), std::abs(MiddleOf(y)));
    const double smaller = std::min(std::abs(MiddleOf(x)), std::abs(MiddleOf(y)));
    const bool near = larger <= kMostTimesLarger * smaller || hint == ValueHint::kScaleSlip ||
                      SlipBetween(x, y) != Slip::kNone || FitOf(a.frame.measure, b.frame.measure) == MeasureFit::kSame;
    return near ? "" : "size";
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
    const std::vector<uint32_t>& theirs = right_.text->anchors[right];
    for (uint32_t anchor : left_.text->anchors[left])
      anchors += static_cast<int>(std::count(theirs.begin(), theirs.end(), anchor));
    return anchors;
  }

  const Analysis& analysis_;
  const Rule& rule_;
  ValueTexts& texts_;
  CompareTrace* trace_;
  bool head_needed_;
  bool within_;  // one document, its head against its body
  Side left_, right_;
  std::map<const ValueMention*, bool> worked_out_;  // of those that were asked for
};

}  // namespace

std::vector<CandidatePair> CandidateFinder::Find(uint32_t left, uint32_t right) {
  return PairFinder(analysis_, rule_, texts_, left, right, trace_).Run();
}

Place PlaceOf(const Analysis& analysis, const ValueMention& value) {
  const DocumentAnalysis& document = DocumentOf(analysis, value);
  return {value.document, ClaimAt(document, document.sentences[value.sentence], value.mention.span).span};
}

}  // namespace crosscheck
