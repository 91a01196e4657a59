#include "compare/identity_checks.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "value/compare_values.h"
#include "value/units.h"

namespace crosscheck {

bool SameMeasure(const Value& a, const Value& b) {
  const bool per = a.per == b.per || a.per.empty() || b.per.empty();  // "$80 a tonne" falls "to $65"
  return a.kind == b.kind && a.unit == b.unit && per;
}

namespace {

Exact Fraction(int64_t numerator, int64_t denominator) {
  return Exact::Ratio(numerator, denominator).value_or(Exact());
}

const Exact kHundred{100};

// A percentage without decimals is meant to the point, and cut off as often as it is rounded; one in whole tens is a
// little looser.
Interval PercentOf(const Value& value) {
  if (value.modifier != Modifier::kExact || !value.low || value.low != value.high || !value.low->is_integer()) {
    return IntervalOf(value);
  }
  const bool tens = value.low->numerator() % 10 == 0;
  const Interval point = Interval::Point(*value.low);
  return Plus(point, tens ? Interval{Fraction(-3, 2), Fraction(3, 2)} : Interval{Fraction(-1, 2), Exact(1)});
}

// "two-thirds", "one in five" in percent. "One in N" rounds the N; other fractions are a manner of speaking, and four
// points wide.
Interval FractionAsPercent(const Value& value) {
  if (value.low && value.low == value.high && value.low->numerator() == 1 && value.low->denominator() >= 5) {
    const Exact number = *Exact::Ratio(value.low->denominator(), 1);
    const auto more = number.Plus(Fraction(1, 2));
    const auto less = number.Minus(Fraction(1, 2));
    if (value.modifier == Modifier::kExact && more && less) {
      return {kHundred.DividedBy(*more), kHundred.DividedBy(*less)};
    }
  }
  const Exact slack = value.modifier == Modifier::kExact ? Exact(4) : Exact(1);  // a hedge is slack enough
  return Plus(Scaled(IntervalOf(value), kHundred), {slack.Negated(), slack});
}

Interval ShareOf(const Value& value) {
  return value.kind == ValueKind::kPercent || value.kind == ValueKind::kPoints ? PercentOf(value)
                                                                               : FractionAsPercent(value);
}

bool AboveZero(const Interval& interval) { return interval.low && *interval.low > Exact(); }

// +1, -1, or 0 where no phrase of the match says which way the figure went.
int DirectionOf(const CheckContext& context, const FormMatch& match) {
  for (const auto& [hit, sentence] : match.phrases) {
    const std::string& group = context.analysis.lexicons->GroupName(hit.lexicon, hit.group);
    if (group == "up") return 1;
    if (group == "down") return -1;
  }
  return 0;
}

Misfit MakeMisfit(const TextFigure* derived, const std::vector<const TextFigure*>& given, std::string reason) {
  Misfit misfit{{*derived}, {}, std::move(reason)};
  for (const TextFigure* figure : given) misfit.given.push_back(*figure);
  return misfit;
}

// The step between two figures of one measure, in their own unit or in points.
std::optional<Misfit> CheckStep(const TextFigure& from, const TextFigure& to, const TextFigure& step, int direction) {
  const bool points = from.value.kind == ValueKind::kPercent &&
                      (step.value.kind == ValueKind::kPoints || step.value.kind == ValueKind::kPercent ||
                       step.value.kind == ValueKind::kNumber);  // a lead of "eight points"
  if (!points && !SameMeasure(from.value, step.value)) return std::nullopt;
  const Interval change = Minus(IntervalOf(to.value), IntervalOf(from.value));
  const Interval stated = Absolute(IntervalOf(step.value));
  const Interval signed_change = direction < 0 ? Minus(Interval::Point(Exact()), change) : change;
  const Interval real = direction == 0 ? Absolute(change) : signed_change;
  if (!real.bounded()) return std::nullopt;
  if (Meet(real, stated)) return Misfit{};
  const std::string unit = points ? " points" : "";
  return MakeMisfit(&step, {&from, &to}, absl::StrCat("the difference is ", Written(Absolute(change)), unit));
}

// "a quarter point", "half a percentage point"
bool InPoints(const CheckContext& context, const TextFigure& figure) {
  const auto& words = context.document.sentences[figure.sentence].words;
  for (uint32_t i = figure.last; i < words.size() && i < figure.last + 4; ++i) {
    if (words[i].text == "point" || words[i].text == "points") return true;
    if (words[i].text != "a" && words[i].text != "of" && words[i].text != "percentage") return false;
  }
  return false;
}

std::optional<Misfit> CheckChange(const CheckContext& context, const FormMatch& match) {
  const TextFigure* from = match.Find("a");
  const TextFigure* to = match.Find("b");
  const TextFigure* step = match.Find("p");
  if (!from || !to || !step || !SameMeasure(from->value, to->value)) return std::nullopt;
  const int direction = DirectionOf(context, match);
  const bool relative =
      step->value.kind == ValueKind::kPercent || (step->value.is_fraction && !InPoints(context, *step));
  if (!relative) return CheckStep(*from, *to, *step, direction);
  const Interval a = IntervalOf(from->value);
  const Interval b = IntervalOf(to->value);
  if (!AboveZero(a) || !AboveZero(b)) return std::nullopt;
  const Interval ratio = Scaled(DividedBy(b, a), kHundred);
  const Interval change = Minus(ratio, Interval::Point(kHundred));
  const Interval stated = Absolute(ShareOf(step->value));
  const Interval real = direction == 0  ? Absolute(change)
                        : direction > 0 ? change
                                        : Minus(Interval::Point(Exact()), change);
  if (!change.bounded()) return std::nullopt;
  if (Meet(real, stated)) return Misfit{};
  std::string reason = absl::StrCat("from the one to the other is ", Written(Absolute(change)), "%");
  if (direction != 0 && real.high && *real.high < Exact()) absl::StrAppend(&reason, ", the other way");
  if (from->value.kind == ValueKind::kPercent) {
    absl::StrAppend(&reason, ", or ", Written(Absolute(Minus(b, a))), " percentage points");
  }
  return MakeMisfit(step, {from, to}, std::move(reason));
}

std::optional<Misfit> CheckDifference(const CheckContext& context, const FormMatch& match) {
  const TextFigure* a = match.Find("a");
  const TextFigure* b = match.Find("b");
  const TextFigure* d = match.Find("d");
  if (!a || !b || !d || d->is_end || !SameMeasure(a->value, b->value)) return std::nullopt;
  return CheckStep(*b, *a, *d, DirectionOf(context, match));
}

std::optional<Misfit> CheckShare(const CheckContext&, const FormMatch& match) {
  const TextFigure* part = match.Find("n");
  const TextFigure* whole = match.Find("m");
  const TextFigure* share = match.Find("p");
  if (!part || !whole || !share || !SameMeasure(part->value, whole->value)) return std::nullopt;
  const Interval n = IntervalOf(part->value);
  const Interval m = IntervalOf(whole->value);
  if (!AboveZero(m) || !n.bounded() || !m.bounded()) return std::nullopt;
  const Interval real = Scaled(DividedBy(n, m), kHundred);
  if (!real.bounded() || *real.low > kHundred) return std::nullopt;
  if (Meet(real, ShareOf(share->value))) return Misfit{};
  return MakeMisfit(share, {part, whole}, absl::StrCat("the one is ", Written(real), "% of the other"));
}

std::optional<Misfit> CheckOneIn(const CheckContext&, const FormMatch& match) {
  const TextFigure* fraction = match.Find("f");
  const TextFigure* percent = match.Find("p");
  if (!fraction || !percent || !fraction->value.low) return std::nullopt;
  const Interval real = FractionAsPercent(fraction->value);
  if (!real.bounded()) return std::nullopt;
  if (Meet(real, PercentOf(percent->value))) return Misfit{};
  return MakeMisfit(
      percent, {fraction},
      absl::StrCat("that fraction is ", Written(Scaled(Interval::Point(*fraction->value.low), kHundred)), "%"));
}

// "over seven days": seven.
Interval CountOf(const Value& value) {
  if (value.kind != ValueKind::kDuration) return IntervalOf(value);
  if (!value.low || value.low != value.high || value.modifier != Modifier::kExact) return {};
  const auto count = value.low->DividedBy(value.step);
  return count && count->is_integer() ? Interval::Point(*count) : Interval();
}

std::optional<Misfit> CheckAverage(const CheckContext&, const FormMatch& match) {
  const TextFigure* total = match.Find("t");
  const TextFigure* number = match.Find("n");
  const TextFigure* average = match.Find("q");
  if (!total || !number || !average) return std::nullopt;
  // "600 million kroner over four years, or 125 million a year": the currency is said once.
  const bool unsaid = total->value.kind == ValueKind::kMoney && average->value.kind == ValueKind::kNumber &&
                      average->value.noun.empty() && !average->value.is_fraction;
  const bool one_unit = total->value.kind == average->value.kind && total->value.unit == average->value.unit;
  if (!unsaid && !one_unit) return std::nullopt;
  const Interval n = CountOf(number->value);
  const Interval real = AboveZero(n) ? DividedBy(IntervalOf(total->value), n) : Interval();
  if (!real.bounded()) return std::nullopt;
  if (Meet(real, IntervalOf(average->value))) return Misfit{};
  return MakeMisfit(average, {total, number}, absl::StrCat("the one by the other is ", Written(real)));
}

std::optional<Misfit> CheckProduct(const CheckContext&, const FormMatch& match) {
  const TextFigure* total = match.Find("t");
  const TextFigure* number = match.Find("n");
  const TextFigure* each = match.Find("q");
  if (!total || !number || !each) return std::nullopt;
  if (total->value.kind != each->value.kind || total->value.unit != each->value.unit) return std::nullopt;
  const Interval real = Times(IntervalOf(each->value), CountOf(number->value));
  if (!real.bounded()) return std::nullopt;
  if (Meet(real, IntervalOf(total->value))) return Misfit{};
  return MakeMisfit(total, {number, each}, absl::StrCat("the one times the other is ", Written(real)));
}

// "doubled" and its kin: how far the second figure may lie from the first, in hundredths of it.
struct Multiple {
  absl::string_view group;
  int64_t low;
  int64_t high;
};
constexpr Multiple kMultiples[] = {
    {"half", 42, 58},        {"double", 175, 240},   {"triple", 260, 350},
    {"quadruple", 350, 460}, {"fivefold", 440, 575}, {"tenfold", 850, 1200},
};

bool SaysMore(const CheckContext& context, const LexiconHit& hit, uint32_t sentence) {
  const auto& words = context.document.sentences[sentence].words;
  return hit.first > 0 && (words[hit.first - 1].text == "than" || words[hit.first - 1].text == "over" ||
                           words[hit.first - 1].text == "least");
}

std::optional<Misfit> CheckRatio(const CheckContext& context, const FormMatch& match) {
  const TextFigure* from = match.Find("a");
  const TextFigure* to = match.Find("b");
  if (!from || !to || !SameMeasure(from->value, to->value)) return std::nullopt;
  for (const auto& [hit, sentence] : match.phrases) {
    const std::string& group = context.analysis.lexicons->GroupName(hit.lexicon, hit.group);
    for (const Multiple& row : kMultiples) {
      if (row.group != group) continue;
      const Interval a = IntervalOf(from->value);
      const Interval real = AboveZero(a) ? Scaled(DividedBy(IntervalOf(to->value), a), kHundred) : Interval();
      Interval stated{Exact(row.low), Exact(row.high)};
      if (SaysMore(context, hit, sentence)) (row.low < 100 ? stated.low : stated.high) = std::nullopt;
      if (!real.bounded()) return std::nullopt;
      if (Meet(real, stated)) return Misfit{};
      Misfit misfit{{*to}, {*from}, absl::StrCat("the one is ", Written(real), "% of the other, which is not ", group)};
      return misfit;
    }
  }
  return std::nullopt;
}

// How far two sizes of one thing may be apart before a conversion is wrong and not merely rounded.
std::optional<Misfit> CheckConversion(const CheckContext& context, const FormMatch& match) {
  const TextFigure* a = match.Find("a");
  const TextFigure* b = match.Find("b");
  if (!a || !b || a->value.unit == b->value.unit || a->value.per != b->value.per) return std::nullopt;
  // "1, 150 kilometres": the figure begins before what was read.
  const absl::string_view before = context.document.sentences[a->sentence].text.substr(0, a->span.begin);
  if (absl::EndsWith(before, ", ") && before.size() > 2 && absl::ascii_isdigit(before[before.size() - 3])) {
    return std::nullopt;
  }
  const auto scale_a = FindUnitScale(a->value.unit);
  const auto scale_b = FindUnitScale(b->value.unit);
  if (!scale_a || !scale_b || scale_a->dimension != scale_b->dimension) return std::nullopt;
  const auto base = [](const TextFigure& figure, const UnitScale& scale) {
    return Plus(Scaled(IntervalOf(figure.value), scale.factor), Interval::Point(scale.offset));
  };
  const bool absolute = scale_a->offset == Exact() && scale_b->offset == Exact();
  const Exact slack = absolute ? Fraction(6, 100) : Fraction(3, 1000);
  const Interval left = Widened(base(*a, *scale_a), slack);
  const Interval right = base(*b, *scale_b);
  if (!left.bounded() || !right.bounded()) return std::nullopt;
  if (Meet(left, right)) return Misfit{};
  std::string reason = absl::StrCat(a->value.unit, " and ", b->value.unit, " do not convert so");
  if (absolute) {
    Interval real = Scaled(IntervalOf(a->value), scale_a->factor);
    const auto inverse = Exact(1).DividedBy(scale_b->factor);
    if (inverse) real = Scaled(real, *inverse);
    reason = absl::StrCat("the first is ", Written(real), " in ", b->value.unit, "s");
  }
  return MakeMisfit(b, {a}, std::move(reason));
}

// n of m, the remaining r.
std::optional<Misfit> CheckRest(const CheckContext&, const FormMatch& match) {
  const TextFigure* part = match.Find("n");
  const TextFigure* whole = match.Find("m");
  const TextFigure* rest = match.Find("r");
  if (!part || !whole || !rest || !SameMeasure(part->value, whole->value)) return std::nullopt;
  if (!SameMeasure(part->value, rest->value)) return std::nullopt;
  const Interval real = Minus(IntervalOf(whole->value), IntervalOf(part->value));
  if (!real.bounded() || *real.low < Exact()) return std::nullopt;
  if (Meet(real, IntervalOf(rest->value))) return Misfit{};
  return MakeMisfit(rest, {part, whole}, absl::StrCat("what remains is ", Written(real)));
}

// a and p make t.
std::optional<Misfit> CheckSum(const CheckContext&, const FormMatch& match) {
  const TextFigure* total = match.Find("t");
  if (!total) return std::nullopt;
  Misfit misfit;
  misfit.derived = {*total};
  Interval sum = Interval::Point(Exact());
  for (const auto& [name, figure] : match.figures) {
    if (name == "t") continue;
    if (!SameMeasure(figure->value, total->value)) return std::nullopt;
    sum = Plus(sum, IntervalOf(figure->value));
    misfit.given.push_back(*figure);
  }
  if (misfit.given.size() < 2 || !sum.bounded()) return std::nullopt;
  if (Meet(sum, IntervalOf(total->value))) return Misfit{};
  misfit.reason = absl::StrCat("together they make ", Written(sum));
  return misfit;
}

// Votes cast on a body cannot be more than its members, nor a part more than its whole.
std::optional<Misfit> CheckWithin(const CheckContext&, const FormMatch& match) {
  const TextFigure* whole = match.Find("m");
  if (!whole) return std::nullopt;
  Misfit misfit;
  misfit.given = {*whole};
  Interval sum = Interval::Point(Exact());
  for (const auto& [name, figure] : match.figures) {
    if (name == "m") continue;
    if (!SameMeasure(figure->value, whole->value)) return std::nullopt;
    sum = Plus(sum, IntervalOf(figure->value));
    misfit.derived.push_back(*figure);
  }
  const Interval limit = IntervalOf(whole->value);
  if (misfit.derived.empty() || !sum.low || !limit.high || *sum.low <= *limit.high) return std::nullopt;
  misfit.reason = absl::StrCat(Written(sum), " cannot be part of ", Written(limit));
  return misfit;
}

// The goals of two legs are those of the aggregate.
std::optional<Misfit> CheckAggregate(const CheckContext&, const FormMatch& match) {
  const TextFigure* whole = match.Find("t");
  if (!whole || !whole->value.low || !whole->value.high) return std::nullopt;
  Misfit misfit;
  misfit.derived = {*whole};
  Exact goals;
  for (const auto& [name, figure] : match.figures) {
    if (name == "t") continue;
    const auto both =
        figure->value.low && figure->value.high ? figure->value.low->Plus(*figure->value.high) : std::nullopt;
    const auto sum = both ? goals.Plus(*both) : std::nullopt;
    if (!sum) return std::nullopt;
    goals = *sum;
    misfit.given.push_back(*figure);
  }
  const auto stated = whole->value.low->Plus(*whole->value.high);
  if (misfit.given.size() != 2 || !stated || *stated == goals) return std::nullopt;
  misfit.reason = absl::StrCat("the two matches have ", goals.ToString(), " goals, the aggregate ", stated->ToString());
  return misfit;
}

}  // namespace

const TextCheck* FindTextCheck(absl::string_view name) {
  static constexpr TextCheck kChecks[] = {
      {"parts", CheckParts}, {"items", CheckItems},   {"shares", CheckShares},
      {"sets", CheckSets},   {"tables", CheckTables},
  };
  for (const TextCheck& check : kChecks) {
    if (check.name == name) return &check;
  }
  return nullptr;
}

const FormCheck* FindFormCheck(absl::string_view name) {
  static constexpr FormCheck kChecks[] = {
      {"change", CheckChange},
      {"difference", CheckDifference},
      {"share", CheckShare},
      {"one_in", CheckOneIn},
      {"average", CheckAverage},
      {"product", CheckProduct},
      {"ratio", CheckRatio},
      {"conversion", CheckConversion},
      {"rest", CheckRest},
      {"sum", CheckSum},
      {"within", CheckWithin},
      {"aggregate", CheckAggregate},
      {"span", CheckSpan},
      {"inclusive_span", CheckInclusiveSpan},
      {"nights", CheckNights},
      {"clock_span", CheckClockSpan},
      {"age_at_death", CheckAgeAtDeath},
      {"anniversary", CheckAnniversary},
      {"vintage", CheckVintage},
  };
  for (const FormCheck& check : kChecks) {
    if (check.name == name) return &check;
  }
  return nullptr;
}

}  // namespace crosscheck
