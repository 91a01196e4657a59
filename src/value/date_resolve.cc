#include <algorithm>

#include "value/date_phrase.h"
#include "value/date_tense.h"
#include "value/holidays.h"

namespace crosscheck {
namespace {

using Form = DatePhrase::Form;
using Pick = DatePhrase::Pick;
using Edge = DatePhrase::Edge;

// A yearless date that nothing places in time is the next one only where that is near: within two months.
constexpr int64_t kNearDays = 60;
constexpr int kYearsToTry = 8;    // 29 February may be eight years away (1896 to 1904)
constexpr int kMonthsToTry = 14;  // a 31st on a given weekday

// Chooses among the candidates that are given in the order of time.
class Chooser {
 public:
  Chooser(int64_t day, Pick pick, Tense tense) : day_(day), pick_(pick), tense_(tense) {}

  void Offer(const DayInterval& candidate) {
    if (pick_ == Pick::kLast || pick_ == Pick::kRecent ? candidate.high <= day_ : candidate.low <= day_)
      past_ = candidate;
    if (future_) return;
    if (pick_ == Pick::kNext || pick_ == Pick::kComing ? candidate.low > day_ : candidate.high > day_)
      future_ = candidate;
  }

  std::optional<DayInterval> Choice() const {
    if (pick_ == Pick::kLast || pick_ == Pick::kRecent) return past_;
    if (pick_ == Pick::kNext || pick_ == Pick::kComing) return future_;
    if (!past_ || !future_) return past_ ? past_ : future_;
    if (past_->Holds(day_)) return past_;
    switch (tense_) {
      case Tense::kPast:
        return past_;
      case Tense::kFuture:
        return future_;
      case Tense::kFragment:
        return future_->low - day_ < day_ - past_->low ? future_ : past_;
      case Tense::kUnsaid:
        break;
    }
    return future_->low - day_ <= kNearDays && future_->low - day_ < day_ - past_->low ? future_ : past_;
  }
  std::optional<DayInterval> Other() const { return Choice() == past_ ? future_ : past_; }

 private:
  int64_t day_;
  Pick pick_;
  Tense tense_;
  std::optional<DayInterval> past_;
  std::optional<DayInterval> future_;
};

std::optional<DayInterval> ResolveYearless(const DatePhrase& phrase, absl::CivilDay day, Tense tense) {
  const int year = static_cast<int>(day.year());
  if (phrase.pick == Pick::kThis) return ResolveInYear(phrase, year);
  Chooser chooser(DayNumber(day), phrase.pick, tense);
  for (int y = year - kYearsToTry; y <= year + kYearsToTry; ++y) {
    if (const std::optional<DayInterval> candidate = ResolveInYear(phrase, y)) chooser.Offer(*candidate);
  }
  const std::optional<DayInterval> choice = chooser.Choice();
  // The weekday that is written beside the day decides where it fits the other choice alone.
  if (choice && phrase.parts.weekday >= 0 && phrase.form == Form::kCalendar) {
    const std::optional<DayInterval> other = chooser.Other();
    if (WeekdayOf(DayAt(choice->low)) != phrase.parts.weekday && other &&
        WeekdayOf(DayAt(other->low)) == phrase.parts.weekday) {
      return other;
    }
  }
  return choice;
}

std::optional<DayInterval> ResolveWeekday(const DatePhrase& phrase, absl::CivilDay day, Tense tense) {
  const int weekday = static_cast<uint8_t>(phrase.parts.weekday);  // kWeekday: never -1
  const DayInterval week = WeekOf(day);
  const int64_t today = DayNumber(day);
  const int64_t in_week = week.low + weekday;
  int64_t result = in_week;
  const int64_t on_or_before = in_week <= today ? in_week : in_week - 7;
  const int64_t on_or_after = in_week >= today ? in_week : in_week + 7;
  switch (phrase.pick) {
    case Pick::kLast:
      result = in_week - 7;
      break;
    case Pick::kNext:
      result = in_week + 7;
      break;
    case Pick::kRecent:
      result = on_or_before == today ? today - 7 : on_or_before;
      break;
    case Pick::kComing:
      result = on_or_after == today ? today + 7 : on_or_after;
      break;
    case Pick::kThis:
      result = tense == Tense::kPast ? in_week : on_or_after;
      break;
    case Pick::kTense:
      result = tense == Tense::kFuture ? on_or_after : on_or_before;
      break;
  }
  return DayInterval{result, result + 1};
}

std::optional<DayInterval> ResolveDayOfMonth(const DatePhrase& phrase, absl::CivilDay day, Tense tense) {
  Chooser chooser(DayNumber(day), phrase.pick, tense == Tense::kFragment ? Tense::kUnsaid : tense);
  const absl::CivilMonth month(day);
  for (int offset = -kMonthsToTry; offset <= kMonthsToTry; ++offset) {
    const absl::CivilMonth tried = month + offset;
    if (!IsCalendarDay(static_cast<int>(tried.year()), tried.month(), phrase.parts.day)) continue;
    const absl::CivilDay candidate(tried.year(), tried.month(), phrase.parts.day);
    if (phrase.parts.weekday >= 0 && WeekdayOf(candidate) != phrase.parts.weekday) continue;
    chooser.Offer(DaysOf(candidate));
  }
  return chooser.Choice();
}

// Thirds of a month, by the day: early to the 10th or (with "early") the 15th, the middle from the 11th to the 20th.
DayInterval CutMonth(const DayInterval& month, Edge edge) {
  switch (edge) {
    case Edge::kStart:
      return {month.low, month.low + 10};
    case Edge::kEarly:
      return {month.low, month.low + 15};
    case Edge::kMiddle:
      return {month.low + 10, month.low + 20};
    case Edge::kLate:
      return {month.low + 15, month.high};
    case Edge::kEnd:
      return {month.low + 20, month.high};
    default:
      return month;
  }
}

DayInterval CutWeek(const DayInterval& week, Edge edge) {
  switch (edge) {
    case Edge::kStart:
    case Edge::kEarly:
      return {week.low, week.low + 3};
    case Edge::kMiddle:
      return {week.low + 1, week.low + 5};
    case Edge::kLate:
    case Edge::kEnd:
      return {week.low + 3, week.high};
    default:
      return week;
  }
}

DayInterval CutYear(const DayInterval& period, Edge edge) {
  const int year = static_cast<int>(DayAt(period.low).year());
  switch (edge) {
    case Edge::kStart:
      return MonthsFrom(year, 1, 4);
    case Edge::kEarly:
      return MonthsFrom(year, 1, 6);
    case Edge::kMiddle:
      return MonthsFrom(year, 5, 4);
    case Edge::kLate:
      return MonthsFrom(year, 7, 6);
    case Edge::kEnd:
      return MonthsFrom(year, 9, 4);
    default:
      return period;
  }
}

}  // namespace

DayInterval CutEdge(const DayInterval& period, const DatePhrase& phrase, std::optional<absl::CivilDay> document_day) {
  if (phrase.edge == Edge::kNone) return period;
  if (phrase.edge == Edge::kRest || phrase.edge == Edge::kEarlier || phrase.edge == Edge::kLater) {
    const int64_t day = document_day ? DayNumber(*document_day) : period.low;
    if (!period.Holds(day)) return period;
    if (phrase.edge != Edge::kEarlier) return {day, period.high};
    return day > period.low ? DayInterval{period.low, day} : DayInterval{period.low, day + 1};
  }
  switch (phrase.granularity) {
    case Granularity::kMonth:
      return CutMonth(period, phrase.edge);
    case Granularity::kWeek:
      return CutWeek(period, phrase.edge);
    case Granularity::kYear:
      return CutYear(period, phrase.edge);
    default:
      return period;  // "the late '80s" may be any of them
  }
}

DayInterval WeekendAbout(absl::CivilDay day) {
  const int weekday = WeekdayOf(day);
  const int64_t number = DayNumber(day);
  const int64_t saturday = number - weekday + (weekday < 3 ? -2 : 5);
  return {std::min(saturday, number), std::max(saturday + 2, number + 1)};
}

bool LacksYear(const DatePhrase& phrase) {
  if (phrase.parts.year != 0 || phrase.fiscal) return false;
  switch (phrase.form) {
    case Form::kCalendar:
    case Form::kPart:
    case Form::kIsoWeek:
    case Form::kHoliday:
    case Form::kNthWeekday:
    case Form::kNthWeek:
      return true;
    case Form::kWeekday:
    case Form::kDayOfMonth:
    case Form::kFixed:
      break;
  }
  return false;
}

std::optional<DayInterval> ResolveInYear(const DatePhrase& phrase, int year) {
  const DateParts& parts = phrase.parts;
  switch (phrase.form) {
    case Form::kCalendar:
      if (parts.month == 0) return YearsFrom(year, 1);
      if (parts.day == 0) return MonthOf(year, parts.month);
      if (!IsCalendarDay(year, parts.month, parts.day)) return std::nullopt;
      return DaysOf(absl::CivilDay(year, parts.month, parts.day));
    case Form::kPart:
      if (phrase.granularity == Granularity::kQuarter) return MonthsFrom(year, 3 * phrase.part - 2, 3);
      if (phrase.granularity == Granularity::kHalf) return MonthsFrom(year, 6 * phrase.part - 5, 6);
      return SeasonOf(year, phrase.part);
    case Form::kIsoWeek:
      return IsoWeek(year, phrase.part);
    case Form::kHoliday: {
      const std::optional<absl::CivilDay> day = HolidayIn(phrase.part, year);
      if (!day) return std::nullopt;
      return phrase.weekend ? WeekendAbout(*day) : DaysOf(*day);
    }
    case Form::kNthWeekday: {
      const std::optional<absl::CivilDay> day = NthWeekday(year, parts.month, parts.weekday, phrase.part);
      return day ? std::optional<DayInterval>(DaysOf(*day)) : std::nullopt;
    }
    case Form::kNthWeek: {
      auto week = NthWeek(parts.month == 0 ? YearsFrom(year, 1) : MonthOf(year, parts.month), phrase.part);
      if (week && parts.weekday >= 0) week = DayInterval{week->low + parts.weekday, week->low + parts.weekday + 1};
      return week;
    }
    case Form::kWeekday:
    case Form::kDayOfMonth:
    case Form::kFixed:
      break;
  }
  return std::nullopt;
}

std::optional<DayInterval> ResolveDate(const DateContext& context, const DatePhrase& phrase) {
  std::optional<DayInterval> days;
  if (phrase.fiscal) return std::nullopt;
  if (phrase.form == Form::kFixed) {
    days = phrase.fixed;
  } else if (phrase.parts.year != 0) {
    days = ResolveInYear(phrase, phrase.parts.year);
  } else if (context.day) {
    const bool needs_tense = phrase.pick == Pick::kTense || phrase.form == Form::kWeekday;
    Tense tense = needs_tense ? ReadTense(context.tokens, phrase.first, phrase.last) : Tense::kUnsaid;
    if (context.unsaid != Tense::kUnsaid && (tense == Tense::kUnsaid || tense == Tense::kFragment))
      tense = context.unsaid;
    days = phrase.form == Form::kWeekday      ? ResolveWeekday(phrase, *context.day, tense)
           : phrase.form == Form::kDayOfMonth ? ResolveDayOfMonth(phrase, *context.day, tense)
                                              : ResolveYearless(phrase, *context.day, tense);
  }
  if (days) days = CutEdge(*days, phrase, context.day);
  return days;
}

}  // namespace crosscheck
