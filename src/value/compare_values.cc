#include "value/compare_values.h"

#include <algorithm>
#include <cstdlib>
#include <type_traits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "value/date_compare.h"
#include "value/print_value.h"
#include "value/units.h"

// When two wordings can both be true. Rounding: the Inline XBRL rules of Calculations 1.1 (a figure stands for every
// value that rounds, or truncates, to it); clipped where trailing zeros leave the precision in doubt.
namespace crosscheck {

namespace {

// Beyond these shares of the figure a difference is no rounding, whatever the zeros say.
const Exact& ScaledRoundingCap() {
  static const Exact kCap = *Exact::Ratio(12, 100);
  return kCap;
}
const Exact& ZerosRoundingCap() {
  static const Exact kCap = *Exact::Ratio(5, 100);
  return kCap;
}

Exact Or(const std::optional<Exact>& value, const Exact& otherwise) { return value ? *value : otherwise; }
Exact Part(const Exact& value, int64_t percent) { return Or(value.Times(*Exact::Ratio(percent, 100)), value); }
Exact Sum(const Exact& a, const Exact& b) { return Or(a.Plus(b), a); }
Exact Difference(const Exact& a, const Exact& b) { return Or(a.Minus(b), a); }

// Half of the written step, within reason.
Exact RoundingOf(const Value& value, const Exact& figure) {
  if (value.step == Exact(0)) return 0;
  const bool count =
      value.kind == ValueKind::kNumber || value.kind == ValueKind::kOrdinal || value.kind == ValueKind::kAge;
  if (count && value.step <= Exact(1) && figure.is_integer()) return 0;  // 31 people are 31
  const Exact half = Or(value.step.Times(*Exact::Ratio(1, 2)), 0);
  const Exact size = figure.Absolute();
  const bool scaled = !value.step.is_integer() || value.step > Exact(1000) || value.kind == ValueKind::kMoney ||
                      value.kind == ValueKind::kPercent;
  return std::min(half, Or(size.Times(scaled ? ScaledRoundingCap() : ZerosRoundingCap()), half));
}

bool IsLowerBound(Modifier m) { return m == Modifier::kLower || m == Modifier::kAbove; }
bool IsUpperBound(Modifier m) { return m == Modifier::kUpper || m == Modifier::kBelow; }
bool IsBound(Modifier m) { return IsLowerBound(m) || IsUpperBound(m); }

// How far "nearly" and "just over" reach, in percent of the figure: further from one that is coarse by itself ("almost
// an hour" of 52 minutes, "just over half an hour" of 35, "just under 1%" of 0.8).
int64_t OneSidedShare(const Value& value) {
  const auto digits =
      value.step == Exact(0) ? std::optional<Exact>(Exact(1)) : value.low->Absolute().DividedBy(value.step);
  const bool measured = value.kind == ValueKind::kDuration || value.kind == ValueKind::kPercent || value.is_fraction ||
                        value.kind == ValueKind::kQuantity;
  return measured && digits && *digits <= Exact(1) ? 20 : 12;
}

void Approximate(const Value& value, AllowedRange& range) {
  // ±10%, for percentages ±5%: what "about" left room for in reports that agreed.
  const int64_t share = value.kind == ValueKind::kPercent ? 5 : 10;
  const Exact low = *range.low;
  const Exact high = *range.high;
  switch (value.modifier) {
    case Modifier::kApprox:
      range.low = Difference(low, Part(low.Absolute(), share));
      range.high = Sum(high, Part(high.Absolute(), share));
      break;
    case Modifier::kApproxBelow:
      range.low = Difference(low, Part(low.Absolute(), OneSidedShare(value)));
      break;
    case Modifier::kApproxAbove:
      range.high = Sum(high, Part(high.Absolute(), OneSidedShare(value)));
      break;
    default:
      break;
  }
}

}  // namespace

AllowedRange Allows(const Value& value) {
  AllowedRange range;
  range.low = value.low;
  range.high = value.high;
  if (!value.low || !value.high || value.kind == ValueKind::kDate || value.kind == ValueKind::kScore) {
    range.high_open = value.kind == ValueKind::kDate;
    return range;
  }
  switch (value.modifier) {
    case Modifier::kLower:
    case Modifier::kAbove:
      range.high.reset();
      range.low_open = value.modifier == Modifier::kAbove;
      return range;
    case Modifier::kUpper:
    case Modifier::kBelow:
      range.low.reset();
      range.high_open = value.modifier == Modifier::kBelow;
      return range;
    case Modifier::kVague:
      range.high.reset();
      return range;
    default:
      break;
  }
  // "nearly 7%" leaves room below, not above: rounding would blur the side.
  if (value.modifier != Modifier::kApproxBelow && value.modifier != Modifier::kApproxAbove) {
    range.low = Difference(*value.low, RoundingOf(value, *value.low));
    range.high = Sum(*value.high, RoundingOf(value, *value.high));
    range.high_open = range.high != value.high;
  }
  Approximate(value, range);
  return range;
}

namespace {

// How much of a comparison is asked for: pairs are many, and few of them are ever put into words.
enum class Asked : uint8_t { kAgreement, kHint, kReason };

class Comparer {
 public:
  explicit Comparer(Asked asked) : asked_(asked) {}

  ValueComparison Compare(const Value& a, const Value& b) const;

 private:
  // `words` is a text, or a function that makes one.
  template <typename Words>
  ValueComparison Say(Agreement agreement, ValueHint hint, const Words& words) const {
    if (asked_ != Asked::kReason) return {agreement, hint, {}};
    if constexpr (std::is_invocable_v<Words>) {
      return {agreement, hint, words()};
    } else {
      return {agreement, hint, words};
    }
  }
  template <typename Words>
  ValueComparison Consistent(ValueHint hint, const Words& words) const {
    return Say(Agreement::kConsistent, hint, words);
  }
  template <typename Words>
  ValueComparison Contradictory(ValueHint hint, const Words& words) const {
    return Say(Agreement::kContradictory, hint, words);
  }
  template <typename Words>
  ValueComparison Incomparable(ValueHint hint, const Words& words) const {
    return Say(Agreement::kIncomparable, hint, words);
  }

  ValueComparison Differ(const Value& a, const Value& b) const;
  ValueComparison ComparePoints(const Value& a, const Value& b) const;
  ValueComparison CompareBound(const Value& bound, const Value& other) const;
  ValueComparison CompareBounds(const Value& a, const Value& b) const;
  ValueComparison CompareRanges(const Value& a, const Value& b) const;
  ValueComparison CompareFigures(const Value& a, const Value& b) const;
  ValueComparison CompareTimes(const Value& a, const Value& b) const;
  ValueComparison CompareScores(const Value& a, const Value& b) const;
  ValueComparison CompareConverted(Value a, Value b) const;
  ValueComparison CompareFractionWithPercent(const Value& fraction, const Value& percent) const;
  ValueComparison CompareKinds(const Value& a, const Value& b) const;

  Asked asked_;
};

// Of a figure as it is written, the digits without zeros at the ends: what a slip of the keyboard moves about.
std::string DigitsOf(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
  while (!text.empty() && text.back() == '0') text.pop_back();
  text.erase(0, std::min(text.find_first_not_of('0'), text.size()));
  return text;
}

// Two neighbouring digits have changed places (297 and 279).
bool Transposed(absl::string_view x, absl::string_view y) {
  if (x.size() != y.size() || x == y) return false;
  size_t at = 0;
  while (x[at] == y[at]) ++at;
  return at + 1 < x.size() && x[at] == y[at + 1] && x[at + 1] == y[at] && x.substr(at + 2) == y.substr(at + 2);
}

ValueHint SlipBetween(const Value& a, const Value& b) {
  if (!a.low || !b.low || a.low != a.high || b.low != b.high || *a.low == Exact(0) || *b.low == Exact(0))
    return ValueHint::kNone;
  const std::string x = a.low->Absolute().ToString();
  const std::string y = b.low->Absolute().ToString();
  if (Transposed(x, y)) return ValueHint::kTransposed;
  const std::string digits = DigitsOf(x);
  if (digits == DigitsOf(y) && *a.low != *b.low && (digits.size() >= 2 || a.kind != ValueKind::kNumber))
    return ValueHint::kScaleSlip;
  return ValueHint::kNone;
}

// The hint of a slip is words too for who asks for no more than the agreement.
ValueComparison Comparer::Differ(const Value& a, const Value& b) const {
  switch (asked_ == Asked::kAgreement ? ValueHint::kNone : SlipBetween(a, b)) {
    case ValueHint::kTransposed:
      return Contradictory(ValueHint::kTransposed, [&] {
        return absl::StrCat(PrintValue(a), " against ", PrintValue(b), ": digits transposed?");
      });
    case ValueHint::kScaleSlip:
      return Contradictory(ValueHint::kScaleSlip, [&] {
        const Exact x = a.low->Absolute();
        const Exact y = b.low->Absolute();
        const auto ratio = std::max(x, y).DividedBy(std::min(x, y));
        return absl::StrCat(PrintValue(a), " against ", PrintValue(b), ": scale slip ×",
                            ratio ? ratio->ToString() : "10", "?");
      });
    default:
      return Contradictory(ValueHint::kNone, [&] { return absl::StrCat(PrintValue(a), " against ", PrintValue(b)); });
  }
}

bool Meet(const AllowedRange& a, const AllowedRange& b) {
  const auto below = [](const AllowedRange& left, const AllowedRange& right) {
    if (!left.high || !right.low) return false;
    return *left.high < *right.low || (*left.high == *right.low && (left.high_open || right.low_open));
  };
  return !below(a, b) && !below(b, a);
}

bool IsPoint(const Value& value) { return value.low && value.low == value.high; }

// Whether the finer of two points can be what the coarser was rounded from.
bool MayRound(const Value& coarse, const Value& fine) {
  const bool exact = coarse.modifier == Modifier::kExact;
  if (!exact) {  // a bound ("at least 30") allows what lies on its side of it
    AllowedRange range = Allows(coarse);
    range.high_open = false;
    if (Meet(range, {fine.low, fine.high})) return true;
  }
  const Exact rounding = RoundingOf(coarse, *coarse.low);
  // A whole number is no count beside 13.5 but rounded, 14.
  const bool whole = coarse.step == Exact(1) && !fine.low->is_integer();
  const Exact beside = whole ? *Exact::Ratio(1, 2) : rounding;
  const Exact apart = Difference(*fine.low, *coarse.low).Absolute();
  if (apart <= beside || (exact && apart <= rounding)) return true;
  if (beside == Exact(0)) return false;
  // It may have been cut instead of rounded: 4.59 billion written as 4.5 billion.
  const Exact cut = coarse.low->Absolute();
  const Exact most = Sum(cut, Or(beside.Times(2), beside));
  return fine.low->Absolute() >= cut && fine.low->Absolute() < most;
}

// Two exact points: rounding may part them only where one is written more finely than the other.
ValueComparison Comparer::ComparePoints(const Value& a, const Value& b) const {
  if (*a.low == *b.low) return Consistent(ValueHint::kSame, "the same figure");
  if (a.step == b.step) return Differ(a, b);
  const Value& coarse = a.step > b.step ? a : b;
  const Value& fine = a.step > b.step ? b : a;
  if (MayRound(coarse, fine)) {
    return Consistent(ValueHint::kRounds,
                      [&] { return absl::StrCat(PrintValue(fine), " rounds to ", PrintValue(coarse)); });
  }
  return Differ(a, b);
}

// One side is a bound ("more than 30"), the other is not.
ValueComparison Comparer::CompareBound(const Value& bound, const Value& other) const {
  const bool lower = IsLowerBound(bound.modifier);
  const Exact limit = lower ? *bound.low : *bound.high;
  const AllowedRange range = Allows(other);
  const auto near = lower ? range.high : range.low;
  const bool fits = !near || (lower ? *near >= limit : *near <= limit);
  if (!fits)
    return Contradictory(ValueHint::kWrongSide, [&] {
      return absl::StrCat(PrintValue(other), " is on the wrong side of ", PrintValue(bound));
    });
  // A bound says little of a figure far beyond it.
  const Exact figure = lower ? *other.low : *other.high;
  const Exact far = lower ? Sum(limit, Part(limit.Absolute(), 50)) : Difference(limit, Part(limit.Absolute(), 50));
  if (lower ? figure > far : figure < far)
    return Incomparable(ValueHint::kNone, "far inside the bound, which says little of it");
  return Consistent(other.modifier == Modifier::kExact ? ValueHint::kHedgeLost : ValueHint::kInRange,
                    [&] { return absl::StrCat(PrintValue(other), " lies within the bound ", PrintValue(bound)); });
}

// Two bounds on one side: "at least 30" and "more than 31".
ValueComparison Comparer::CompareBounds(const Value& a, const Value& b) const {
  if (IsPoint(a) && IsPoint(b)) return ComparePoints(a, b);
  if (a.low == b.low && a.high == b.high) return Consistent(ValueHint::kSame, "the same bound");
  return Differ(a, b);
}

bool IsOneSided(Modifier m) { return m == Modifier::kApproxBelow || m == Modifier::kApproxAbove; }

// Whether the sets that two wordings allow meet: ranges, and what is hedged.
ValueComparison Comparer::CompareRanges(const Value& a, const Value& b) const {
  if (!Meet(Allows(a), Allows(b))) {
    ValueComparison differ = Differ(a, b);
    if (differ.hint == ValueHint::kNone && (IsOneSided(a.modifier) || IsOneSided(b.modifier))) {
      differ.hint = ValueHint::kWrongSide;
    }
    return differ;
  }
  if (a.low == b.low && a.high == b.high) {
    return Consistent(a.modifier == b.modifier ? ValueHint::kSame : ValueHint::kHedgeLost, "the same figure");
  }
  if (IsPoint(a) == IsPoint(b)) {
    return Consistent(ValueHint::kRounds,
                      [&] { return absl::StrCat(PrintValue(a), " and ", PrintValue(b), " can both be true"); });
  }
  const Value& point = IsPoint(a) ? a : b;
  const Value& range = IsPoint(a) ? b : a;
  return Consistent(ValueHint::kInRange,
                    [&] { return absl::StrCat(PrintValue(point), " lies in the range ", PrintValue(range)); });
}

ValueComparison Comparer::CompareFigures(const Value& a, const Value& b) const {
  if (!a.low || !a.high || !b.low || !b.high) return Incomparable(ValueHint::kNone, "an open end");
  if (a.modifier == Modifier::kVague || b.modifier == Modifier::kVague) {
    return Incomparable(ValueHint::kNone, "a vague figure");
  }
  const bool lower = IsLowerBound(a.modifier) && IsLowerBound(b.modifier);
  const bool upper = IsUpperBound(a.modifier) && IsUpperBound(b.modifier);
  if (lower || upper) return CompareBounds(a, b);
  if (IsBound(a.modifier) != IsBound(b.modifier)) return IsBound(a.modifier) ? CompareBound(a, b) : CompareBound(b, a);
  const bool exact = a.modifier == Modifier::kExact && b.modifier == Modifier::kExact;
  return exact && IsPoint(a) && IsPoint(b) ? ComparePoints(a, b) : CompareRanges(a, b);
}

// The minutes that the wording of a clock time allows, before rounding.
AllowedRange WindowOf(const Value& time) {
  constexpr int kShortly = 20;
  constexpr int kWithin = 60;
  const int room =
      time.modifier == Modifier::kApproxAbove || time.modifier == Modifier::kApproxBelow ? kShortly : kWithin;
  const bool after = time.modifier == Modifier::kApproxAbove || time.modifier == Modifier::kAbove;
  const bool before = time.modifier == Modifier::kApproxBelow || time.modifier == Modifier::kBelow;
  return {before ? Difference(*time.low, room) : *time.low, after ? Sum(*time.high, room) : *time.high};
}

// Clock times: what stands on a quarter of an hour is often rounded to it.
ValueComparison Comparer::CompareTimes(const Value& a, const Value& b) const {
  if (!a.low || !a.high || !b.low || !b.high) return Incomparable(ValueHint::kNone, "an open end");
  const auto slack = [](const Value& value) -> Exact {
    const bool hedged = value.modifier == Modifier::kApprox;
    const bool quarter = value.low->is_integer() && value.low->numerator() % 15 == 0;
    const bool five = value.low->is_integer() && value.low->numerator() % 5 == 0;
    return hedged ? 20 : quarter ? 10 : five ? 5 : 2;
  };
  const Exact room = std::max(slack(a), slack(b));
  if (*a.low == *b.low && *a.high == *b.high) return Consistent(ValueHint::kSame, "the same time");
  const AllowedRange window = WindowOf(a);
  const AllowedRange left{Difference(*window.low, room), Sum(*window.high, room)};
  const AllowedRange right = WindowOf(b);
  constexpr int kMinutesOfDay = 1440;  // ten to twelve and midnight are ten minutes apart
  constexpr int kHalf = kMinutesOfDay / 2;
  for (const int day : {-kMinutesOfDay, -kHalf, 0, kHalf, kMinutesOfDay}) {
    if (std::abs(day) == kHalf && !a.half_unsaid && !b.half_unsaid) continue;
    if (Meet(left, {Sum(*right.low, day), Sum(*right.high, day)}))
      return Consistent(ValueHint::kRounds, "the times meet within their rounding");
  }
  // "21:40 UTC" and "9.40 on Wednesday morning": whole hours apart, which may be the zone that one of them leaves
  // unsaid.
  if (a.unit != b.unit && a.low == a.high && b.low == b.high) {
    const std::optional<Exact> hours = Difference(*a.low, *b.low).DividedBy(60);
    if (hours && hours->is_integer()) return Incomparable(ValueHint::kOtherUnit, "another time zone, it may be");
  }
  // "4:32" for "3:42", or the other half of the day.
  const auto clock = [](const Exact& minutes) {
    const auto whole = static_cast<int64_t>(minutes.numerator());
    return absl::StrCat(absl::Dec(whole / 60 % 12, absl::kZeroPad2), absl::Dec(whole % 60, absl::kZeroPad2));
  };
  if (a.low == a.high && b.low == b.high && a.low->is_integer() && b.low->is_integer()) {
    std::string x = clock(*a.low);
    std::string y = clock(*b.low);
    if (x == y) return Contradictory(ValueHint::kScaleSlip, "twelve hours apart: a.m. for p.m.?");
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    if (x == y) return Contradictory(ValueHint::kTransposed, "the same digits in another order: transposed?");
  }
  return Contradictory(ValueHint::kNone, "the times do not meet");
}

ValueComparison Comparer::CompareScores(const Value& a, const Value& b) const {
  if ((a.low == b.low && a.high == b.high) || (a.low == b.high && a.high == b.low))
    return Consistent(ValueHint::kSame, "the same score");
  return Contradictory(ValueHint::kNone, "two scores");
}

// Both values in their dimension's base unit; false where no fixed factor joins the two.
bool Convert(Value& a, Value& b) {
  const auto left = FindUnitScale(a.unit);
  const auto right = FindUnitScale(b.unit);
  if (!left || !right || left->dimension != right->dimension) return false;
  const auto apply = [](Value& value, const UnitScale& scale) {
    const auto base = [&](std::optional<Exact>& figure) {
      if (!figure) return;
      if (const auto scaled = figure->Times(scale.factor)) figure = scaled->Plus(scale.offset);
    };
    base(value.low);
    base(value.high);
    value.step = Or(value.step.Times(scale.factor), value.step);
    value.unit = "";
  };
  apply(a, *left);
  apply(b, *right);
  return true;
}

// Quantities of two units, in their dimension's base unit.
ValueComparison Comparer::CompareConverted(Value a, Value b) const {
  if (!Convert(a, b)) return Incomparable(ValueHint::kOtherUnit, "other unit");
  // A converted figure is rounded to the look of the original: both sides get their own rounding, and 3% at the least.
  const auto widen = [](const Value& value) {
    AllowedRange range = Allows(value);
    if (range.low && range.high) {
      range.low = std::min(*range.low, Difference(*value.low, Part(value.low->Absolute(), 3)));
      range.high = std::max(*range.high, Sum(*value.high, Part(value.high->Absolute(), 3)));
    }
    return range;
  };
  if (Meet(widen(a), widen(b))) return Consistent(ValueHint::kRounds, "the same after conversion");
  return Contradictory(ValueHint::kNone, "not the same after conversion");
}

// "a third" against 34%: a fraction in words is rough, so four points either way.
ValueComparison Comparer::CompareFractionWithPercent(const Value& fraction, const Value& percent) const {
  if (!fraction.low || !percent.low || !percent.high || !fraction.high)
    return Incomparable(ValueHint::kNone, "an open end");
  const Exact low = Difference(Or(fraction.low->Times(100), 0), 4);
  const Exact high = Sum(Or(fraction.high->Times(100), 0), 4);
  if (Meet({low, high}, Allows(percent)))
    return Consistent(ValueHint::kRounds, "the fraction is about that percentage");
  return Contradictory(ValueHint::kNone, "the fraction is another percentage");
}

ValueComparison Comparer::CompareKinds(const Value& a, const Value& b) const {
  const auto is = [&](ValueKind x, ValueKind y) { return a.kind == x && b.kind == y; };
  if (is(ValueKind::kNumber, ValueKind::kPercent) && a.is_fraction) return CompareFractionWithPercent(a, b);
  if (is(ValueKind::kPercent, ValueKind::kNumber) && b.is_fraction) return CompareFractionWithPercent(b, a);
  if (is(ValueKind::kPercent, ValueKind::kPoints) || is(ValueKind::kPoints, ValueKind::kPercent)) {
    if (a.low == b.low && a.high == b.high)
      return Contradictory(ValueHint::kPercentAgainstPoints, "percent against percentage points");
    return Incomparable(ValueHint::kOtherUnit, "percent and percentage points");
  }
  return Incomparable(ValueHint::kOtherUnit,
                      [&] { return absl::StrCat("a ", ValueKindName(a.kind), " and a ", ValueKindName(b.kind)); });
}

ValueComparison Comparer::Compare(const Value& a, const Value& b) const {
  if (a.kind != b.kind) return CompareKinds(a, b);
  switch (a.kind) {
    case ValueKind::kDate:
      return CompareDateValues(a, b);
    case ValueKind::kTime:
      return CompareTimes(a, b);
    case ValueKind::kScore:
      return CompareScores(a, b);
    case ValueKind::kQuantity:
      if (a.per != b.per) return Incomparable(ValueHint::kOtherUnit, "per another unit");
      return a.unit == b.unit ? CompareFigures(a, b) : CompareConverted(a, b);
    case ValueKind::kMoney:
    case ValueKind::kAge:
    case ValueKind::kNumber:
    case ValueKind::kPercent:
    case ValueKind::kPoints:
    case ValueKind::kOrdinal:
    case ValueKind::kDuration:
      break;
  }
  // Durations are in seconds whatever their written unit.
  if (a.kind != ValueKind::kDuration && a.unit != b.unit) return Incomparable(ValueHint::kOtherUnit, "other unit");
  if (a.per != b.per && !a.per.empty() && !b.per.empty())
    return Incomparable(ValueHint::kOtherUnit, "per another unit");
  return CompareFigures(a, b);
}

// Thousandths, rounded down or up; nullopt beyond 64 bits.
std::optional<int64_t> Thousandths(const Exact& figure, bool up) {
  const std::optional<Exact> scaled = figure.Times(1000);
  if (!scaled) return std::nullopt;
  const absl::int128 n = scaled->numerator();
  const absl::int128 d = scaled->denominator();
  const absl::int128 whole = n / d + (up && n % d > 0 ? 1 : 0) - (!up && n % d < 0 ? 1 : 0);
  if (whole >= INT64_MAX || whole <= INT64_MIN) return std::nullopt;
  return static_cast<int64_t>(whole);
}

// What an exact figure may have been rounded or cut from, or stand beside rounded (MayRound).
AllowedRange AroundPoint(const Value& value) {
  const Exact rounding = RoundingOf(value, *value.low);
  const Exact beside = value.step == Exact(1) ? std::max(rounding, *Exact::Ratio(1, 2)) : rounding;
  const Exact size = value.low->Absolute();
  return {Difference(size, beside), Sum(size, Or(beside.Times(2), beside))};
}

}  // namespace

ValueComparison CompareValues(const Value& a, const Value& b) { return Comparer(Asked::kReason).Compare(a, b); }

ValueComparison CompareWithoutWords(const Value& a, const Value& b) { return Comparer(Asked::kHint).Compare(a, b); }

Agreement AgreementOf(const Value& a, const Value& b) { return Comparer(Asked::kAgreement).Compare(a, b).agreement; }

Reach ReachOf(const Value& value) {
  const bool figure =
      value.kind != ValueKind::kDate && value.kind != ValueKind::kTime && value.kind != ValueKind::kScore;
  if (!figure || !value.low || !value.high || IsBound(value.modifier) || value.modifier == Modifier::kVague) return {};
  const bool point = value.modifier == Modifier::kExact && IsPoint(value);
  const AllowedRange range = point ? AroundPoint(value) : Allows(value);
  const auto low = Thousandths(*range.low, false);
  const auto high = Thousandths(*range.high, true);
  if (!low || !high) return {};
  if (*low >= 0) return {*low, *high};
  return *high <= 0 ? Reach{-*high, -*low} : Reach{0, std::max(-*low, *high)};
}

}  // namespace crosscheck
