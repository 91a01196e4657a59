#ifndef CROSSCHECK_VALUE_DATE_PHRASE_H_
#define CROSSCHECK_VALUE_DATE_PHRASE_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/time/civil_time.h"
#include "crosscheck/value.h"
#include "value/calendar.h"
#include "value/date_tense.h"
#include "value/date_words.h"

// The wording of one date, read but not yet resolved, and its resolving: between them a range can lend the year of one
// of its ends to the other.
namespace crosscheck {

struct DateContext {
  TokenView tokens;
  std::optional<absl::CivilDay> day;  // the document's
  Tense unsaid = Tense::kUnsaid;      // the tense where no word tells it: "by Friday" looks ahead
  int depth = 0;                      // of dates within dates ("end of the week of July 7"), bounded
};

struct DatePhrase {
  enum class Form : uint8_t {
    kCalendar,    // year, month, day of `parts`, as far as they are said
    kPart,        // `part` of a year: quarter, half or season by `granularity`
    kIsoWeek,     // week `part` of a year
    kHoliday,     // row `part` of the holidays
    kNthWeekday,  // the `part`th parts.weekday of parts.month
    kNthWeek,     // the `part`th week of parts.month, or of the year
    kWeekday,     // parts.weekday alone
    kDayOfMonth,  // parts.day alone, or with parts.weekday
    kFixed,       // `fixed`, already resolved; nullopt: cannot be
  };
  // Which of the days that fit is meant.
  enum class Pick : uint8_t {
    kTense,   // as the tense says
    kThis,    // of the document's own year, month or week
    kLast,    // of weekdays: that of last week; else the latest that is over
    kNext,    // of weekdays: that of next week; else the first that has not begun
    kRecent,  // "this past Friday": the latest before the document's day
    kComing   // "this coming Friday": the first after it
  };
  enum class Edge : uint8_t { kNone, kStart, kEarly, kMiddle, kLate, kEnd, kRest, kEarlier, kLater };

  Form form = Form::kFixed;
  Pick pick = Pick::kTense;
  Edge edge = Edge::kNone;
  size_t first = 0;
  size_t last = 0;
  Granularity granularity = Granularity::kNone;
  DateParts parts;
  int part = 0;
  bool fiscal = false;   // fiscal years begin where a firm likes: never resolved
  bool school = false;   // `fiscal`, and the year of schools
  bool vague = false;    // "a few days ago"
  int room = 0;          // days about `fixed` that a vague wording leaves open: "two weeks ago"
  bool weekend = false;  // of a holiday: "Labor Day weekend"
  std::optional<DayInterval> fixed;
};

// Dates that the calendar alone names: days, months, years, quarters, decades, holidays, weekdays. `cued`: the words
// before leave no doubt that a date comes ("from", "end of"), so that a bare year or month is one.
std::optional<DatePhrase> ReadAbsoluteDate(const DateContext& context, size_t at, bool cued);
// Dates that hang on the document's day: "yesterday", "last month", "three days ago", "early next year".
std::optional<DatePhrase> ReadRelativeDate(const DateContext& context, size_t at);
// The longer of the two.
std::optional<DatePhrase> ReadDatePhrase(const DateContext& context, size_t at, bool cued);
// The numeric forms: 2025-07-15, 7/15/2025, 15.07.2025, 7/15, 7/2025.
std::optional<DatePhrase> ReadNumericDate(const DateContext& context, size_t at, bool cued);

// A year after a day, month or part of a year: ", 2025", "of 2025", "last year", "nineteen seventy-eight".
struct YearSuffix {
  int year = 0;
  size_t last = 0;
  bool fiscal = false;
  bool relative = false;
};
// The Saturday and Sunday about a day, and the days between that day and them: "Labor Day weekend" ends with the
// Monday.
DayInterval WeekendAbout(absl::CivilDay day);

std::optional<YearSuffix> ReadYearSuffix(const DateContext& context, size_t at, bool two_digits);
// What may follow "of" in "end of …", "third week of …": "the year", "this month", "July 2024", "2024".
std::optional<DatePhrase> ReadPeriod(const DateContext& context, size_t at);

// The days that the phrase means; nullopt where they hang on what is not known.
std::optional<DayInterval> ResolveDate(const DateContext& context, const DatePhrase& phrase);
// The same in a given year; nullopt where the phrase has no such form or the year no such day.
std::optional<DayInterval> ResolveInYear(const DatePhrase& phrase, int year);
// True where a year would resolve the phrase that has none.
bool LacksYear(const DatePhrase& phrase);
// The part of `period` that an edge word cuts out of it.
DayInterval CutEdge(const DayInterval& period, const DatePhrase& phrase, std::optional<absl::CivilDay> document_day);

// A date or a range of dates, resolved as far as it can be.
struct Dated {
  DatePhrase phrase;
  std::optional<DayInterval> days;
  size_t first = 0;
  size_t last = 0;
  bool range = false;
  // Days after the end that may be meant too: "between May and July" stops where July begins, or where it ends.
  int64_t open_end = 0;
};
// "July 15-17", "from May to June 2024", "between 2019 and 2021", or a single date.
std::optional<Dated> ReadDatedRange(const DateContext& context, size_t at);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_DATE_PHRASE_H_
