#include "compare/aligned_pairs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "claim/measure.h"
#include "compare/age_owner.h"
#include "compare/settings.h"
#include "compare/worked_out.h"

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
  uint32_t document = 0;  // index into Analysis::documents
  Part part = Part::kWhole;
  std::vector<const ValueMention*> values;
};

using KindAndUnit = std::pair<ValueKind, absl::string_view>;
KindAndUnit KindOf(const ValueMention& value) { return {value.mention.value.kind, value.mention.value.unit}; }

class PairFinder {
 public:
  PairFinder(const Analysis& analysis, const Rule& rule, uint32_t left, uint32_t right, CompareTrace* trace)
      : analysis_(analysis),
        rule_(rule),
        trace_(trace),
        kinds_(ListSetting(rule, "kinds")),
        head_needed_(TextSetting(rule, "head_needed", "false") == "true"),
        within_(left == right),
        left_(SideOf(left, within_ ? Part::kHead : Part::kWhole)),
        right_(SideOf(right, within_ ? Part::kBody : Part::kWhole)) {}

  std::vector<CandidatePair> Run() {
    const std::vector<const ValueMention*> open_left = OpenOf(left_, right_);
    const std::vector<const ValueMention*> open_right = OpenOf(right_, left_);
    if (open_left.empty() || open_right.empty()) return {};
    std::vector<CandidatePair> pairs;
    for (const ValueMention* a : open_left) {
      for (const ValueMention* b : open_right) {
        if (NeverMeet(a->mention.value, b->mention.value)) {
          TracePair(*a, *b, "value",
                    [&] { return WordsFor("value", CompareValues(a->mention.value, b->mention.value)); });
          continue;
        }
        ValueComparison compared = CompareValues(a->mention.value, b->mention.value);
        const absl::string_view apart = ApartAt(*a, *b, compared);
        if (apart.empty()) {
          pairs.push_back({a, b, std::move(compared), {}});
        } else {
          TracePair(*a, *b, apart, [&] { return WordsFor(apart, compared); });
        }
      }
    }
    if (pairs.empty()) return pairs;
    FindWorkedOut(open_left, left_, right_);
    FindWorkedOut(open_right, right_, left_);
    const std::map<std::pair<uint32_t, uint32_t>, int> anchors = AnchorsOf();
    std::vector<double> likeness;
    std::map<const ValueMention*, double> best;
    for (const CandidatePair& pair : pairs) {
      likeness.push_back(MeasureLikeness(analysis_, *pair.a, *pair.b).Total());
      for (const ValueMention* value : {pair.a, pair.b}) best[value] = std::max(best[value], likeness.back());
    }
    for (size_t i = 0; i < pairs.size(); ++i) {
      CandidatePair& pair = pairs[i];
      PairContext context;
      context.unique_a = IsUnique(*pair.a, left_);
      context.unique_b = IsUnique(*pair.b, right_);
      context.open_a = CountLike(*pair.a, open_left);
      context.open_b = CountLike(*pair.b, open_right);
      context.best_a = likeness[i] > 0 && likeness[i] >= best[pair.a];
      context.best_b = likeness[i] > 0 && likeness[i] >= best[pair.b];
      if (const auto found = anchors.find({pair.a->sentence, pair.b->sentence}); found != anchors.end())
        context.anchors = found->second;
      context.draft = within_ || IsDraft(left_) != IsDraft(right_);
      context.worked_out = worked_out_.contains(pair.a) || worked_out_.contains(pair.b);
      pair.cues = CuesOf(analysis_, *pair.a, *pair.b, pair.compared, context);
    }
    return pairs;
  }

 private:
  const DocumentAnalysis& DocumentOf(const Side& side) const { return analysis_.documents[side.document]; }
  bool IsDraft(const Side& side) const { return DocumentOf(side).document->info().role == Role::kDraft; }

  // The day of print, in a dateline or a stamp, is no date of the event.
  bool IsDayOfPrint(const DocumentAnalysis& document, const ValueMention& mention) const {
    const Value& value = mention.mention.value;
    if (document.sentences[mention.sentence].zone == Zone::kByline) return true;
    const DocumentInfo& info = document.document->info();
    if (!info.published || !value.low) return false;
    const int64_t day = *info.published - absl::CivilDay(1970, 1, 1);
    return *value.low >= Exact(day - 1) && *value.low <= Exact(day);
  }

  bool IsOfKind(const ValueMention& mention) const {
    return std::find(kinds_.begin(), kinds_.end(), ValueKindName(mention.mention.value.kind)) != kinds_.end();
  }

  // Why a value of the right kind is left out; "" where it is not.
  absl::string_view LeftOut(const DocumentAnalysis& document, const ValueMention& mention) const {
    const Value& value = mention.mention.value;
    const bool date = value.kind == ValueKind::kDate;
    if (date && IsDayOfPrint(document, mention)) return "the day of print is no date of the event";
    // "Sunday" and "yesterday" hang on the day of print; a day of the calendar does not.
    if (date && (value.parts.month == 0 || value.parts.day == 0 || value.parts.relative)) {
      return "only days that are written with day and month are compared without a rule for the topic";
    }
    // "The 5700 block of Elm Street" is an address.
    if (value.noun == "block" || value.noun == "blocks") return "the number of a block of houses is an address";
    if (value.modifier == Modifier::kVague || (!value.low && !value.high)) return "the wording names no figure";
    return "";
  }

  bool IsWanted(const DocumentAnalysis& document, const ValueMention& mention) const {
    return IsOfKind(mention) && LeftOut(document, mention).empty();
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
    side.document = d;
    side.part = part;
    for (const ValueMention& value : analysis_.documents[d].values) {
      if (part != Part::kWhole && !IsAmount(value.mention.value)) continue;
      if (!IsIn(value, side) || !IsOfKind(value)) continue;
      const absl::string_view left_out = LeftOut(analysis_.documents[d], value);
      if (left_out.empty()) {
        side.values.push_back(&value);
      } else {
        TraceAlone(value, left_out);
      }
    }
    return side;
  }

  // Those for which the other side says the same nowhere.
  std::vector<const ValueMention*> OpenOf(const Side& side, const Side& other) const {
    std::vector<const ValueMention*> open;
    for (const ValueMention* value : side.values) {
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

  // Where the side says the same as `value`, a small count only about the same thing; else null.
  const ValueMention* TheSame(const ValueMention& value, const Side& own, const Side& side) const {
    const std::vector<ValueMention>& values = DocumentOf(side).values;
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](const ValueMention& other) { return IsTheSame(value, other, own, side); });
    return found == values.end() ? nullptr : &*found;
  }

  bool IsTheSame(const ValueMention& value, const ValueMention& other, const Side& own, const Side& side) const {
    if (!IsIn(other, side)) return false;
    if (IsWithoutItsUnit(value.mention.value, other.mention.value)) return true;
    if (NeverMeet(value.mention.value, other.mention.value)) return false;
    if (CompareValues(value.mention.value, other.mention.value).agreement != Agreement::kConsistent) return false;
    if (IsTaken(other, value, own)) return false;
    if (value.mention.value.kind == ValueKind::kDate && !IsWanted(DocumentOf(side), other)) return false;
    if (IsOfOtherMeasure(value.frame.measure, other.frame.measure)) return false;
    if (!IsSmallCount(value.mention.value)) return true;
    return value.frame.head == other.frame.head || MeasureLikeness(analysis_, value, other).Total() >= 0.2;
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

  // "5.91" where the other has "5.91 metres", "down 7.4" where it has "7.4 percent".
  static bool IsWithoutItsUnit(const Value& a, const Value& b) {
    const bool bare =
        (a.kind == ValueKind::kNumber && a.noun.empty()) != (b.kind == ValueKind::kNumber && b.noun.empty());
    return bare && !a.is_fraction && !b.is_fraction && a.low && a.low == b.low && a.high == b.high &&
           (!a.low->is_integer() || *a.low >= Exact(100));
  }

  // By words beside both figures, not by some word of the clause.
  static bool IsOfOtherMeasure(const Measure& a, const Measure& b) {
    return std::min(a.strength, b.strength) >= 3 && FitOf(a, b) == MeasureFit::kOther;
  }

  void FindWorkedOut(const std::vector<const ValueMention*>& open, const Side& side, const Side& other) {
    const WorkedOut worked_out(DocumentOf(side), DocumentOf(other));
    for (const ValueMention* value : open) {
      if (!worked_out.Explain(*value).empty()) worked_out_.insert(value);
    }
  }

  // Those that were worked out compete with none.
  size_t CountLike(const ValueMention& value, const std::vector<const ValueMention*>& values) const {
    return static_cast<size_t>(std::count_if(values.begin(), values.end(), [&](const ValueMention* other) {
      return KindOf(*other) == KindOf(value) && (other == &value || !worked_out_.contains(other));
    }));
  }
  static bool IsUnique(const ValueMention& value, const Side& side) {
    return std::count_if(side.values.begin(), side.values.end(),
                         [&](const ValueMention* other) { return KindOf(*other) == KindOf(value); }) == 1;
  }

  // The step at which two values turn out not to answer one question; "" where none does.
  absl::string_view ApartAt(const ValueMention& a, const ValueMention& b, const ValueComparison& compared) const {
    if (compared.agreement != Agreement::kContradictory) return "value";
    const Value& x = a.mention.value;
    const Value& y = b.mention.value;
    if (x.kind == ValueKind::kAge && !MayBeOnePerson(a, b)) return "person";
    if (head_needed_ && (a.frame.head == 0 || a.frame.head != b.frame.head)) return "noun";
    if (x.kind == ValueKind::kDate || x.kind == ValueKind::kTime) return "";
    const double larger = std::max(std::abs(MiddleOf(x)), std::abs(MiddleOf(y)));
    const double smaller = std::min(std::abs(MiddleOf(x)), std::abs(MiddleOf(y)));
    const bool near = larger <= kMostTimesLarger * smaller || compared.hint == ValueHint::kScaleSlip ||
                      SlipBetween(x, y) != Slip::kNone || FitOf(a.frame.measure, b.frame.measure) == MeasureFit::kSame;
    return near ? "" : "size";
  }

  static std::string WordsFor(absl::string_view step, const ValueComparison& compared) {
    if (step == "size") {
      return absl::StrCat("one is more than ", kMostTimesLarger, " times the other: another quantity");
    }
    if (step == "person") return "nothing says that it is the age of one person";
    if (step == "noun") return "they do not count or measure the same noun";
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

  // Values that two sentences have in common: what stands beside them is of one thing too.
  std::map<std::pair<uint32_t, uint32_t>, int> AnchorsOf() const {
    using Key = std::tuple<ValueKind, absl::string_view, std::string>;
    const auto key_of = [](const ValueMention& value) -> Key {
      const Value& v = value.mention.value;
      if (!v.low || IsSmallCount(v)) return {v.kind, "", ""};
      return {v.kind, v.unit, absl::StrCat(v.low->ToString(), " ", v.high ? v.high->ToString() : "")};
    };
    std::multimap<Key, uint32_t> right;
    for (const ValueMention& value : DocumentOf(right_).values) {
      const Key key = key_of(value);
      if (!std::get<2>(key).empty()) right.emplace(key, value.sentence);
    }
    std::map<std::pair<uint32_t, uint32_t>, int> anchors;
    for (const ValueMention& value : DocumentOf(left_).values) {
      const auto [first, last] = right.equal_range(key_of(value));
      for (auto at = first; at != last; ++at) ++anchors[{value.sentence, at->second}];
    }
    return anchors;
  }

  const Analysis& analysis_;
  const Rule& rule_;
  CompareTrace* trace_;
  std::vector<std::string> kinds_;
  bool head_needed_;
  bool within_;  // one document, its head against its body
  Side left_, right_;
  std::set<const ValueMention*> worked_out_;
};

}  // namespace

std::vector<CandidatePair> CandidatePairs(const Analysis& analysis, const Rule& rule, uint32_t left, uint32_t right,
                                          CompareTrace* trace) {
  return PairFinder(analysis, rule, left, right, trace).Run();
}

Place PlaceOf(const Analysis& analysis, const ValueMention& value) {
  for (const DocumentAnalysis& document : analysis.documents) {
    if (document.index != value.document) continue;
    return {value.document, ClaimAt(document, document.sentences[value.sentence], value.mention.span).span};
  }
  return {};
}

}  // namespace crosscheck
