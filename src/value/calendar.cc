#include "value/calendar.h"

namespace crosscheck {
namespace {

int FloorDivide(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

int64_t DayNumber(absl::CivilDay day) { return day - absl::CivilDay(1970, 1, 1); }

absl::CivilDay DayAt(int64_t number) { return absl::CivilDay(1970, 1, 1) + number; }

bool IsCalendarDay(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const absl::CivilDay made(year, month, day);  // normalises: 30 February becomes a day of March
  return made.month() == month && made.day() == day;
}

int WeekdayOf(absl::CivilDay day) {
  const int64_t since_monday = (DayNumber(day) + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<int>(since_monday < 0 ? since_monday + 7 : since_monday);
}

absl::CivilDay AddMonths(absl::CivilDay day, int months) {
  const absl::CivilMonth month = absl::CivilMonth(day) + months;
  const int last = (absl::CivilDay(month + 1) - 1).day();
  return absl::CivilDay(month.year(), month.month(), day.day() < last ? day.day() : last);
}

DayInterval DaysOf(absl::CivilDay day) { return {DayNumber(day), DayNumber(day) + 1}; }

DayInterval WeekOf(absl::CivilDay day) {
  const int64_t monday = DayNumber(day) - WeekdayOf(day);
  return {monday, monday + 7};
}

DayInterval MonthsFrom(int year, int month, int count) {
  const absl::CivilMonth first = absl::CivilMonth(year, 1) + (month - 1);
  return {DayNumber(absl::CivilDay(first)), DayNumber(absl::CivilDay(first + count))};
}

DayInterval MonthOf(int year, int month) { return MonthsFrom(year, month, 1); }

DayInterval YearsFrom(int year, int count) {
  return {DayNumber(absl::CivilDay(year, 1, 1)), DayNumber(absl::CivilDay(year + count, 1, 1))};
}

std::optional<DayInterval> IsoWeek(int year, int week) {
  return week < 1 ? std::nullopt : NthWeek(YearsFrom(year, 1), week);
}

std::optional<DayInterval> NthWeek(const DayInterval& period, int nth) {
  int64_t monday = 0;
  if (nth > 0) {
    const DayInterval first = WeekOf(DayAt(period.low));
    monday = (first.low + 3 >= period.low ? first.low : first.high) + int64_t{7} * (nth - 1);
  } else {
    const DayInterval last = WeekOf(DayAt(period.high - 1));
    monday = last.low + 3 < period.high ? last.low : last.low - 7;
  }
  if (!period.Holds(monday + 3)) return std::nullopt;
  return DayInterval{monday, monday + 7};
}

std::optional<absl::CivilDay> NthWeekday(int year, int month, int weekday, int nth) {
  const DayInterval period = MonthOf(year, month);
  int64_t day = 0;
  if (nth > 0) {
    day = period.low + (weekday - WeekdayOf(DayAt(period.low)) + 7) % 7 + int64_t{7} * (nth - 1);
  } else {
    day = period.high - 1 - (WeekdayOf(DayAt(period.high - 1)) - weekday + 7) % 7;
  }
  if (!period.Holds(day)) return std::nullopt;
  return DayAt(day);
}

absl::CivilDay EasterSunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int rest = year % 100;
  const int correction = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
  const int late = (golden + 11 * epact + 22 * weekday) / 451;
  const int sum = epact + weekday - 7 * late + 114;
  return absl::CivilDay(year, sum / 31, sum % 31 + 1);
}

DayInterval PeriodAround(absl::CivilDay day, Granularity granularity, int offset) {
  const int year = static_cast<int>(day.year());
  switch (granularity) {
    case Granularity::kWeek:
      return WeekOf(day + absl::civil_diff_t{7} * offset);
    case Granularity::kMonth:
      return MonthOf(year, day.month() + offset);
    case Granularity::kQuarter:
      return MonthsFrom(year, (day.month() - 1) / 3 * 3 + 1 + 3 * offset, 3);
    case Granularity::kHalf:
      return MonthsFrom(year, (day.month() - 1) / 6 * 6 + 1 + 6 * offset, 6);
    case Granularity::kYear:
      return YearsFrom(year + offset, 1);
    case Granularity::kDecade:
      return YearsFrom((FloorDivide(year, 10) + offset) * 10, 10);
    case Granularity::kCentury:
      return YearsFrom((FloorDivide(year, 100) + offset) * 100, 100);
    case Granularity::kNone:
    case Granularity::kDay:
    case Granularity::kSeason:
    case Granularity::kOther:
      break;
  }
  return DaysOf(day + offset);
}

DayInterval SeasonOf(int year, int season) { return MonthsFrom(year, 3 * season, 3); }

}  // namespace crosscheck
