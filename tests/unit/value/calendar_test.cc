#include "value/calendar.h"

#include <doctest/doctest.h>

namespace crosscheck {

TEST_CASE("WeekdayOf counts from Monday, before 1970 too") {
  CHECK(WeekdayOf(absl::CivilDay(1970, 1, 1)) == 3);
  CHECK(WeekdayOf(absl::CivilDay(2025, 7, 15)) == 1);
  CHECK(WeekdayOf(absl::CivilDay(1969, 12, 31)) == 2);
  CHECK(WeekdayOf(absl::CivilDay(1600, 2, 29)) == 1);
}

TEST_CASE("IsCalendarDay knows leap years") {
  CHECK(IsCalendarDay(2024, 2, 29));
  CHECK(IsCalendarDay(2000, 2, 29));
  CHECK_FALSE(IsCalendarDay(1900, 2, 29));
  CHECK_FALSE(IsCalendarDay(2025, 6, 31));
  CHECK_FALSE(IsCalendarDay(2025, 13, 1));
}

TEST_CASE("AddMonths keeps the day or takes the last of a shorter month") {
  CHECK(AddMonths(absl::CivilDay(2025, 1, 31), 1) == absl::CivilDay(2025, 2, 28));
  CHECK(AddMonths(absl::CivilDay(2024, 3, 31), -1) == absl::CivilDay(2024, 2, 29));
  CHECK(AddMonths(absl::CivilDay(2025, 7, 15), -19) == absl::CivilDay(2023, 12, 15));
}

TEST_CASE("EasterSunday follows the Gregorian tables") {
  CHECK(EasterSunday(2018) == absl::CivilDay(2018, 4, 1));
  CHECK(EasterSunday(2024) == absl::CivilDay(2024, 3, 31));
  CHECK(EasterSunday(2025) == absl::CivilDay(2025, 4, 20));
  CHECK(EasterSunday(2038) == absl::CivilDay(2038, 4, 25));
}

TEST_CASE("IsoWeek gives the week that holds the year's nth Thursday") {
  CHECK(IsoWeek(2021, 1) == WeekOf(absl::CivilDay(2021, 1, 4)));
  CHECK(IsoWeek(2019, 1) == WeekOf(absl::CivilDay(2018, 12, 31)));
  CHECK(IsoWeek(2020, 53) == WeekOf(absl::CivilDay(2020, 12, 28)));
  CHECK_FALSE(IsoWeek(2021, 53).has_value());
  CHECK_FALSE(IsoWeek(2021, 0).has_value());
}

TEST_CASE("NthWeekday counts from either end of the month") {
  CHECK(NthWeekday(2025, 11, 3, 4) == absl::CivilDay(2025, 11, 27));
  CHECK(NthWeekday(2025, 5, 0, -1) == absl::CivilDay(2025, 5, 26));
  CHECK_FALSE(NthWeekday(2025, 2, 0, 5).has_value());
}

TEST_CASE("PeriodAround moves by whole periods") {
  const absl::CivilDay day(2025, 1, 15);
  CHECK(PeriodAround(day, Granularity::kMonth, -1) == MonthOf(2024, 12));
  CHECK(PeriodAround(day, Granularity::kQuarter, -1) == MonthsFrom(2024, 10, 3));
  CHECK(PeriodAround(day, Granularity::kDecade, 0) == YearsFrom(2020, 10));
  CHECK(PeriodAround(day, Granularity::kCentury, -1) == YearsFrom(1900, 100));
  CHECK(PeriodAround(day, Granularity::kWeek, 1) == WeekOf(absl::CivilDay(2025, 1, 22)));
}

}  // namespace crosscheck
