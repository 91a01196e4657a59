#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "compare/identity_checks.h"

namespace crosscheck {

namespace {

constexpr int64_t kSecondsOfDay = 86400;
const absl::CivilDay kEpoch(1970, 1, 1);

std::optional<int64_t> Whole(const std::optional<Exact>& number) {
  if (!number || !number->is_integer()) return std::nullopt;
  if (number->Absolute() > Exact(int64_t{1} << 40)) return std::nullopt;
  return static_cast<int64_t>(number->numerator());
}

struct Days {
  int64_t first = 0;  // since 1970-01-01
  int64_t end = 0;
};

std::optional<Days> DaysOf(const Value& value) {
  const auto low = Whole(value.low);
  const auto high = Whole(value.high);
  // "two weeks ago" is no day to count from.
  if (!low || !high || *high <= *low || value.modifier == Modifier::kApprox) return std::nullopt;
  return Days{*low, *high};
}

Value DayValue(absl::CivilDay day) {
  Value value;
  value.kind = ValueKind::kDate;
  value.low = Exact(day - kEpoch);
  value.high = Exact(day - kEpoch + 1);
  value.granularity = Granularity::kDay;
  return value;
}

int WholeYears(absl::CivilDay from, absl::CivilDay to) {
  const auto years = static_cast<int>(to.year() - from.year());
  const bool before = std::make_pair(to.month(), to.day()) < std::make_pair(from.month(), from.day());
  return before ? years - 1 : years;
}

// What a length of time in words leaves open: half of its last unit either way.
Interval DurationOf(const Value& value) {
  if (!value.low || !value.high) return {};
  const auto half = value.step.DividedBy(Exact(2));
  if (!half) return {};
  const Interval allowed = IntervalOf(value);
  const Interval stated = Plus({value.low, value.high}, {half->Negated(), *half});
  return {allowed.low ? std::optional<Exact>(std::min(*allowed.low, *stated.low)) : std::nullopt,
          allowed.high ? std::optional<Exact>(std::max(*allowed.high, *stated.high)) : std::nullopt};
}

// "1998 to 2006"
bool IsRangeOfYears(const Value& value, const Days& days) {
  const absl::CivilDay first = kEpoch + days.first;
  const absl::CivilDay end = kEpoch + days.end;
  return value.parts.day == 0 && first.month() == 1 && first.day() == 1 && end.month() == 1 && end.day() == 1 &&
         end.year() - first.year() >= 2;
}

bool IsRangeOfDays(const Value& value) {
  return value.granularity == Granularity::kDay || value.granularity == Granularity::kOther;
}

enum class Counting : uint8_t { kEither, kInclusive, kNights };

std::optional<Misfit> CheckDays(const FormMatch& match, Counting counting) {
  const TextFigure* length = match.Find("n");
  const TextFigure* from = match.Find("a");
  const TextFigure* to = match.Find("b");
  const TextFigure* range = match.Find("r");
  if (range != nullptr) from = to = range;
  if (!length || !from || !to || !length->value.low || *length->value.low < Exact(kSecondsOfDay)) return std::nullopt;
  const auto a = DaysOf(from->value);
  const auto b = DaysOf(to->value);
  if (!a || !b || b->end <= a->first) return std::nullopt;
  const bool by_day = from->value.granularity == Granularity::kDay && to->value.granularity == Granularity::kDay;
  if (range != nullptr && b->end - a->first < 2) return std::nullopt;
  const bool by_year = range != nullptr && IsRangeOfYears(range->value, *a);
  if (range != nullptr ? !by_year && !IsRangeOfDays(range->value) : !by_day && counting != Counting::kEither)
    return std::nullopt;
  // From the first day to the last, with the last day counted or not.
  int64_t fewest = range != nullptr ? b->end - a->first - 1 : b->first - a->end + 1;
  int64_t most = b->end - a->first;
  if (by_year) fewest = most - 730;
  if (counting == Counting::kInclusive) fewest = most;
  if (counting == Counting::kNights) most = fewest;
  const Interval real = Scaled({Exact(std::max<int64_t>(fewest, 0)), Exact(most)}, Exact(kSecondsOfDay));
  const Interval stated = DurationOf(length->value);
  if (!stated.bounded()) return std::nullopt;
  if (Meet(real, stated)) return Misfit{};
  Misfit misfit;
  misfit.derived = {*length};
  misfit.given = {*from};
  if (to != from) misfit.given.push_back(*to);
  if (most > 800) {
    misfit.reason = absl::StrCat("from the one to the other is about ", (fewest + most) / 2 / 365, " years");
  } else {
    misfit.reason = absl::StrCat("from the one to the other is ", fewest,
                                 fewest == most ? "" : absl::StrCat(" to ", most), " days");
  }
  return misfit;
}

std::optional<Days> EndOf(const CheckContext& context, const FormMatch& match, std::string& said) {
  if (const TextFigure* end = match.Find("d")) return DaysOf(end->value);
  if (!context.day) return std::nullopt;
  said = " on the day of the text";
  return DaysOf(DayValue(*context.day));
}

std::optional<int> YearsIn(const Value& value) {
  if (value.kind == ValueKind::kDuration) {
    const auto seconds = Whole(value.low);
    constexpr int64_t kSecondsOfYear = 31556952;
    if (!seconds || value.low != value.high || *seconds < kSecondsOfYear - kSecondsOfDay) return std::nullopt;
    return static_cast<int>((*seconds + kSecondsOfYear / 2) / kSecondsOfYear);
  }
  const bool years = value.unit.empty() || value.unit == "year";
  const auto number = Whole(value.low);
  return years && number && value.low == value.high && *number < 5000 ? std::optional<int>(static_cast<int>(*number))
                                                                      : std::nullopt;
}

// Words near the form that move the year that is meant away from the text's own.
bool OtherYearMeant(const CheckContext& context, const FormMatch& match) {
  for (absl::string_view word : {"next", "last", "will", "would", "upcoming", "forthcoming", "ahead", "was", "had",
                                 "when", "then", "previous", "future", "approaching", "approaches"}) {
    for (const Word& own : context.document.sentences[match.sentence].words) {
      if (own.text == word) return true;
    }
  }
  return false;
}

bool HasHedge(const Value& value) { return value.modifier != Modifier::kExact; }

}  // namespace

std::optional<std::pair<int, int>> YearsBetween(const Value& born, const Value& end) {
  const auto a = DaysOf(born);
  const auto b = DaysOf(end);
  if (!a || !b || b->first < a->end) return std::nullopt;
  return std::make_pair(WholeYears(kEpoch + (a->end - 1), kEpoch + b->first),
                        WholeYears(kEpoch + a->first, kEpoch + (b->end - 1)));
}

std::optional<Misfit> CheckSpan(const CheckContext&, const FormMatch& match) {
  return CheckDays(match, Counting::kEither);
}
std::optional<Misfit> CheckInclusiveSpan(const CheckContext&, const FormMatch& match) {
  return CheckDays(match, Counting::kInclusive);
}
std::optional<Misfit> CheckNights(const CheckContext&, const FormMatch& match) {
  return CheckDays(match, Counting::kNights);
}

std::optional<Misfit> CheckClockSpan(const CheckContext&, const FormMatch& match) {
  const TextFigure* length = match.Find("n");
  const TextFigure* range = match.Find("r");
  const TextFigure* from = range != nullptr ? range : match.Find("a");
  const TextFigure* to = range != nullptr ? range : match.Find("b");
  if (!length || !from || !to) return std::nullopt;
  const auto a = Whole(from->value.low);
  const auto b = Whole(range != nullptr ? to->value.high : to->value.low);
  if (range != nullptr && a && b && std::abs(*b - *a) < 20) return std::nullopt;  // one time, with its slack
  const Interval stated = DurationOf(length->value);
  if (!a || !b || !stated.bounded() || HasHedge(from->value) || HasHedge(to->value)) return std::nullopt;
  // Half a day more where one of the two leaves a.m. and p.m. open, a whole one over midnight.
  for (int64_t extra : {int64_t{0}, int64_t{720}, int64_t{1440}}) {
    const int64_t minutes = *b - *a + extra;
    if (minutes <= 0) continue;
    const Interval real{Exact((minutes - 5) * 60), Exact((minutes + 5) * 60)};
    if (Meet(Widened(real, Exact::Ratio(1, 12).value_or(Exact())), stated)) return Misfit{};
  }
  const int64_t minutes = *b > *a ? *b - *a : *b - *a + 1440;
  Misfit misfit{
      {*length}, {*from}, absl::StrCat("from the one to the other is ", minutes / 60, " h ", minutes % 60, " min")};
  if (to != from) misfit.given.push_back(*to);
  return misfit;
}

std::optional<Misfit> CheckAgeAtDeath(const CheckContext& context, const FormMatch& match) {
  const TextFigure* born = match.Find("b");
  const TextFigure* age = match.Find("g");
  if (!born || !age || HasHedge(age->value) || HasHedge(born->value)) return std::nullopt;
  std::string said;
  const auto end = EndOf(context, match, said);
  const auto stated = YearsIn(age->value);
  if (!end || !stated) return std::nullopt;
  Value last = DayValue(kEpoch + end->first);
  last.high = Exact(end->end);
  // A text about a death is written days after it.
  if (match.Find("d") == nullptr) last.low = Exact(end->first - 30);
  const auto years = YearsBetween(born->value, last);
  if (!years) return std::nullopt;
  if (*stated >= years->first && *stated <= years->second) return Misfit{};
  const std::string range =
      years->first == years->second ? absl::StrCat(years->first) : absl::StrCat(years->first, " or ", years->second);
  Misfit misfit{{*age}, {*born}, absl::StrCat("born then, the age is ", range, said)};
  if (const TextFigure* died = match.Find("d")) misfit.given.push_back(*died);
  return misfit;
}

std::optional<Misfit> CheckAnniversary(const CheckContext& context, const FormMatch& match) {
  const TextFigure* number = match.Find("n");
  const TextFigure* founded = match.Find("y");
  if (!number || !founded || HasHedge(founded->value)) return std::nullopt;
  std::string said;
  const auto end = EndOf(context, match, said);
  const auto start = DaysOf(founded->value);
  std::optional<int> stated = number->value.kind == ValueKind::kOrdinal && Whole(number->value.low)
                                  ? std::optional<int>(static_cast<int>(*Whole(number->value.low)))
                                  : YearsIn(number->value);
  if (!end || !start || !stated || start->end - start->first > 366) return std::nullopt;
  const auto from = static_cast<int>((kEpoch + start->first).year());
  const auto to = static_cast<int>((kEpoch + end->first).year());
  const int years = to - from;
  const int slack = match.Find("d") == nullptr && OtherYearMeant(context, match) ? 1 : 0;
  if (years <= 0) return std::nullopt;
  if (*stated >= years - slack && *stated <= years + slack) return Misfit{};
  Misfit misfit{{*number}, {*founded}, absl::StrCat("from ", from, " to ", to, " is ", years, " years")};
  if (const TextFigure* day = match.Find("d")) misfit.given.push_back(*day);
  return misfit;
}

std::optional<Misfit> CheckVintage(const CheckContext& context, const FormMatch& match) {
  const TextFigure* age = match.Find("g");
  const TextFigure* built = match.Find("y");
  if (!age || !built || HasHedge(age->value) || HasHedge(built->value)) return std::nullopt;
  std::string said;
  const auto end = EndOf(context, match, said);
  const auto start = DaysOf(built->value);
  const auto stated = YearsIn(age->value);
  if (!end || !start || !stated || start->end - start->first > 366 || *stated < 2) return std::nullopt;
  const int years = static_cast<int>((kEpoch + end->first).year() - (kEpoch + start->first).year());
  const int slack = OtherYearMeant(context, match) ? 2 : 1;
  if (years <= 0) return std::nullopt;
  if (*stated >= years - slack && *stated <= years + slack - 1) return Misfit{};
  return Misfit{{*age}, {*built}, absl::StrCat("built then, it is ", years, " years old", said)};
}

}  // namespace crosscheck
