#ifndef CROSSCHECK_VALUE_CALENDAR_H_
#define CROSSCHECK_VALUE_CALENDAR_H_

#include <cstdint>
#include <optional>

#include "absl/time/civil_time.h"
#include "crosscheck/value.h"

// Days and the periods made of them, in the proleptic Gregorian calendar (ISO 8601:2004, 3.2.1), as half-open
// intervals of days since 1970-01-01.
namespace crosscheck {

struct DayInterval {
  int64_t low = 0;   // the first day
  int64_t high = 0;  // the first day that is no longer in it
  bool Holds(int64_t day) const { return low <= day && day < high; }
  friend bool operator==(const DayInterval&, const DayInterval&) = default;
};

int64_t DayNumber(absl::CivilDay day);
absl::CivilDay DayAt(int64_t number);
bool IsCalendarDay(int year, int month, int day);
int WeekdayOf(absl::CivilDay day);  // 0 = Monday … 6 = Sunday
// The same day `months` later; the last day of a shorter month ("31 January" and one month: 28 February).
absl::CivilDay AddMonths(absl::CivilDay day, int months);

DayInterval DaysOf(absl::CivilDay day);
DayInterval WeekOf(absl::CivilDay day);  // Monday to Sunday (ISO 8601:2004, 2.2.8)
DayInterval MonthOf(int year, int month);
DayInterval MonthsFrom(int year, int month, int count);  // `month` may lie outside 1..12
DayInterval YearsFrom(int year, int count);

// The ISO 8601 week of a year (2.2.10: week 1 holds the year's first Thursday); nullopt where the year has no such
// week.
std::optional<DayInterval> IsoWeek(int year, int week);
// The nth week of a month or year, counted as ISO 8601 counts the weeks of a year: a week belongs to the period that
// holds its Thursday. `nth` is 1-based; -1 is the last.
std::optional<DayInterval> NthWeek(const DayInterval& period, int nth);
// The nth (1..5, -1 = last) given weekday of a month.
std::optional<absl::CivilDay> NthWeekday(int year, int month, int weekday, int nth);
// Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
absl::CivilDay EasterSunday(int year);

// The period of `granularity` (day to century, weeks too) that lies `offset` periods after the one that holds `day`.
DayInterval PeriodAround(absl::CivilDay day, Granularity granularity, int offset);

// Seasons of the northern hemisphere by whole months, as meteorologists count (WMO): 1 spring = March to May,
// 2 summer, 3 autumn, 4 winter = December to February of the next year.
DayInterval SeasonOf(int year, int season);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_CALENDAR_H_
