#include "value/date_readers.h"
#include "value/date_roles.h"

namespace crosscheck {
namespace {

using Form = DatePhrase::Form;

bool IsPossibleDay(const DatePhrase& phrase) {
  const DateParts& parts = phrase.parts;
  return parts.day == 0 || IsCalendarDay(parts.year == 0 ? 2000 : parts.year, parts.month, parts.day);
}

// A month without day or year: words that are other words too, and names of persons, need a cue.
bool IsBareMonth(const TokenView& tokens, size_t at, size_t last, bool cued) {
  const MonthWord* const month = FindMonthWord(tokens.Text(at));
  const absl::string_view before = tokens.Before(at);
  const bool placed = cued || before == "in" || before == "since" || before == "of" || before == "until" ||
                      before == "till" || before == "by" || before == "last" || before == "next" || before == "this" ||
                      before == "during" || before == "from" || before == "through" || before == "late" ||
                      before == "early" || before == "mid" || before == "past" || before == "coming" ||
                      before == "throughout" || before == "after" || before == "before";
  if (!tokens.IsCapital(at)) return (placed && before != "this") || (!month->other_word && month->text.size() > 5);
  if (placed) return true;
  if (tokens.size() == 1) return !month->abbreviated;
  if (month->abbreviated) {
    return tokens.Is(last, "-") && FindMonthWord(tokens.Text(last + 1)) != nullptr;
  }
  const bool to_another = (tokens.Is(last, "-") || tokens.Is(last, "to") || tokens.Is(last, "through")) &&
                          FindMonthWord(tokens.Text(last + 1)) != nullptr && tokens.IsCapital(last + 1);
  if (to_another) return true;
  if (month->other_word && month->text != "august") return false;  // no other word of that is a capital within a text
  const bool after_name = at > 0 && tokens.IsCapital(at - 1) && !IsDatePreposition(before) && !IsFunctionWord(before);
  const bool before_name = tokens.IsCapital(last) && tokens.IsWord(last) && !IsFunctionWord(tokens.Text(last));
  const bool names_a_person = month->text == "april" || month->text == "june" || month->text == "august";
  return !names_a_person ? !after_name || !before_name : (!after_name && !before_name && at > 0);
}

size_t SkipSeparator(const TokenView& tokens, size_t at) {
  if (tokens.Is(at, ",") || ((tokens.Is(at, "-") || tokens.Is(at, "/")) && tokens.IsGlued(at))) return at + 1;
  return tokens.Is(at, "the") ? at + 1 : at;
}

std::optional<DatePhrase> DayFirst(const DateContext& context, size_t at);

// "29 February 2014": the figure before the month was meant as its day, and there is none.
bool FollowsBadDay(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  if (at == 0 || !tokens.IsNumber(at - 1) || tokens.Text(at - 1).size() > 2 || tokens.Before(at, 2) == "$")
    return false;
  return ReadDayOfMonth(tokens, at - 1) && !DayFirst(context, at - 1) && ReadYearSuffix(context, at + 1, false);
}

// "the Sept. 11 attacks", "the Jan. 6 riot": a day that people remember by its name, in a year that all know but the
// text.
bool IsRememberedEvent(absl::string_view word) {
  static constexpr absl::string_view kEvents[] = {
      "attack",     "attacks",    "riot",      "riots",   "insurrection", "massacre", "uprising", "siege",     "terror",
      "revolution", "commission", "hijackers", "assault", "coup",         "genocide", "rioters",  "defendants"};
  for (const absl::string_view event : kEvents) {
    if (word == event) return true;
  }
  return false;
}

// The year behind a day or month, after a mark without spaces too: "August-10-2012", "23/Sep/2020".
void ReadYearOf(const DateContext& context, DatePhrase& phrase) {
  const TokenView& tokens = context.tokens;
  const size_t at = phrase.last;
  const bool mark = (tokens.Is(at, "-") || tokens.Is(at, "/")) && tokens.IsGlued(at) && ReadYearDigits(tokens, at + 1);
  if (const auto year = ReadYearSuffix(context, mark ? at + 1 : at, true)) SetYear(phrase, *year);
}

// The day behind a month: a number that is one, and no year in words.
std::optional<IntRead> DayOfNamedMonth(const TokenView& tokens, size_t month_at, size_t month_last, size_t day_at) {
  std::optional<IntRead> day = ReadDayOfMonth(tokens, day_at);
  if (!day || IsOtherNumber(tokens, day->last)) return std::nullopt;
  // "In July 15 people were killed."
  if (tokens.Before(month_at) == "in" && !ReadOrdinal(tokens, day_at) && IsCountedNoun(tokens, day->last))
    return std::nullopt;
  if (!tokens.IsNumber(day_at) && (ReadYearWords(tokens, day_at) || tokens.Is(month_last, ","))) return std::nullopt;
  return day;
}

// "July 15, 2025", "Sept 2012", "August-10-2012", "May".
std::optional<DatePhrase> MonthFirst(const DateContext& context, size_t at, bool cued) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> month = ReadMonthName(tokens, at);
  if (!month || FollowsBadDay(context, at)) return std::nullopt;
  const MonthWord* const word = FindMonthWord(tokens.Text(at));
  DatePhrase phrase = MakePhrase(Form::kCalendar, Granularity::kMonth, at, month->last);
  phrase.parts.month = static_cast<int8_t>(month->value);
  const size_t day_at = SkipSeparator(tokens, month->last);
  const bool digits = tokens.IsNumber(day_at);
  const bool lower_verb = word->other_word && !tokens.IsCapital(at) && !word->abbreviated && !digits;
  const std::optional<IntRead> day = DayOfNamedMonth(tokens, at, month->last, day_at);
  if (day && !lower_verb) {
    phrase.parts.day = static_cast<int8_t>(day->value);
    phrase.granularity = Granularity::kDay;
    phrase.last = day->last;
    ReadYearOf(context, phrase);
    if (!IsPossibleDay(phrase)) return std::nullopt;
    if (phrase.parts.year == 0 && IsRememberedEvent(tokens.Text(phrase.last))) phrase.form = Form::kFixed;
    return phrase;
  }
  const bool mark = tokens.Is(month->last, "-") || tokens.Is(month->last, "/");
  const size_t year_at = mark ? month->last + 1 : month->last;
  const auto year = ReadYearSuffix(context, year_at, false);
  if (year && (!lower_verb || !tokens.IsWord(year_at))) {
    SetYear(phrase, *year);
    return phrase;
  }
  // "August 32" is no day, and the month is not what was meant.
  const bool bad_day =
      digits && tokens.Text(day_at).size() <= 2 && !ReadDayOfMonth(tokens, day_at) && day_at == month->last;
  if (bad_day && !cued && !IsDatePreposition(tokens.Before(at))) return std::nullopt;
  return IsBareMonth(tokens, at, month->last, cued) ? std::optional<DatePhrase>(phrase) : std::nullopt;
}

// "20th of next month": the month comes from the document's day.
std::optional<DatePhrase> DayOfPeriod(const DateContext& context, size_t at, int day, size_t period_at) {
  const std::optional<DatePhrase> period = ReadPeriod(context, period_at);
  if (!period || period->granularity != Granularity::kMonth || !period->fixed) return std::nullopt;
  const absl::CivilDay first = DayAt(period->fixed->low);
  if (!IsCalendarDay(static_cast<int>(first.year()), first.month(), day)) return std::nullopt;
  DatePhrase phrase = MakeRelative(Granularity::kDay, at, period->last, DaysOf(first + (day - 1)));
  phrase.parts.day = static_cast<int8_t>(day);
  return phrase;
}

// "15 July 2025", "15th of July", "the 20th of next month", "twenty third day of September".
std::optional<DatePhrase> DayFirst(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const absl::string_view before = tokens.Before(at);
  if (before == "$" || (tokens.IsGlued(at) && (before == "," || before == "." || before == ":"))) return std::nullopt;
  const std::optional<IntRead> day = ReadDayOfMonth(tokens, at);
  if (!day) return std::nullopt;
  const bool ordinal = ReadOrdinal(tokens, at).has_value();
  size_t next = ordinal && tokens.Is(day->last, "day") ? day->last + 1 : day->last;
  const bool of = tokens.Is(next, "of") || (ordinal && tokens.Is(next, "in"));
  const bool mark = tokens.Is(next, ".") || tokens.Is(next, "-") || tokens.Is(next, "/");
  if (of || mark) ++next;
  const std::optional<IntRead> month = ReadMonthName(tokens, next);
  if (!month) return of && ordinal ? DayOfPeriod(context, at, day->value, next) : std::nullopt;
  const MonthWord* const word = FindMonthWord(tokens.Text(next));
  const bool verb = word->other_word && !word->abbreviated && !tokens.IsCapital(next);
  const bool count = tokens.IsWord(at) && day->value < 20;  // "seven May …"
  if (!of && !ordinal && (verb || count)) return std::nullopt;
  DatePhrase phrase = MakePhrase(Form::kCalendar, Granularity::kDay, at, month->last);
  phrase.parts.day = static_cast<int8_t>(day->value);
  phrase.parts.month = static_cast<int8_t>(month->value);
  ReadYearOf(context, phrase);
  return IsPossibleDay(phrase) ? std::optional<DatePhrase>(phrase) : std::nullopt;
}

// The month, and perhaps the day, behind a year.
std::optional<DatePhrase> MonthOfYear(const TokenView& tokens, size_t at, bool comma) {
  const std::optional<IntRead> month = ReadMonthName(tokens, at);
  if (!month) return std::nullopt;
  const MonthWord* const word = FindMonthWord(tokens.Text(at));
  const bool clear =
      tokens.IsCapital(at) || (tokens.EndsClause(month->last) && (word->abbreviated || !word->other_word));
  if (comma && !clear) return std::nullopt;
  if (word->other_word && !word->abbreviated && !tokens.IsCapital(at)) return std::nullopt;
  DatePhrase phrase = MakePhrase(Form::kCalendar, Granularity::kMonth, at, month->last);
  phrase.parts.month = static_cast<int8_t>(month->value);
  size_t day_at = month->last;
  if ((tokens.Is(day_at, "/") || tokens.Is(day_at, "-")) && tokens.IsGlued(day_at)) ++day_at;
  const std::optional<IntRead> day = tokens.IsNumber(day_at) ? ReadDayOfMonth(tokens, day_at) : std::nullopt;
  if (!day || IsOtherNumber(tokens, day->last)) return phrase;
  // "In 2019, July 4 …" is a year and a day of its own.
  if (comma) return std::nullopt;
  phrase.parts.day = static_cast<int8_t>(day->value);
  phrase.granularity = Granularity::kDay;
  phrase.last = day->last;
  return phrase;
}

// "2024 Aug", "2012/Aug/10", "2018 March 18", "2016 Q3"; a year before what it is the year of.
std::optional<DatePhrase> YearFirst(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> year = ReadYearDigits(tokens, at);
  if (!year) return std::nullopt;
  const bool comma = tokens.Is(year->last, ",");
  const bool joined = comma || tokens.Is(year->last, "/") || tokens.Is(year->last, "-");
  size_t next = joined ? year->last + 1 : year->last;
  if (tokens.Is(next, "ad")) ++next;
  std::optional<DatePhrase> phrase = comma ? std::nullopt : ReadPartCode(tokens, next);
  if (!phrase && !joined) phrase = ReadPartWords(tokens, tokens.Is(next, "the") ? next + 1 : next);
  if (!phrase) phrase = MonthOfYear(tokens, next, comma);
  if (!phrase) return std::nullopt;
  phrase->first = at;
  phrase->parts.year = static_cast<int16_t>(year->value);
  return IsPossibleDay(*phrase) ? phrase : std::nullopt;
}

// The "4" and "5" of "March 3, 4 and 5", the "9" of "May 8 and 9".
std::optional<DatePhrase> ListedDay(const TokenView& tokens, size_t at) {
  if (!tokens.IsNumber(at) || tokens.Text(at).size() > 2) return std::nullopt;
  const int day = FromDigits(tokens.Text(at));
  const auto joins = [&tokens](size_t i) { return tokens.Is(i, "and") || tokens.Is(i, "or") || tokens.Is(i, "&"); };
  if (day > 31 || at < 3 || IsOtherNumber(tokens, at + 1)) return std::nullopt;
  const bool ends_list = joins(at - 1);
  const bool goes_on = joins(at + 1) || (tokens.Is(at + 1, ",") && joins(at + 2));
  const size_t end = goes_on ? (joins(at + 1) ? at + 2 : at + 3) : at;
  if (!ends_list && !(goes_on && tokens.IsNumber(end) && tokens.Text(end).size() <= 2)) return std::nullopt;
  const bool alone = tokens.EndsClause(end + 1) || IsFunctionWord(tokens.Text(end + 1));
  if (!alone || IsOtherNumber(tokens, end + 1) || tokens.Is(end + 1, "-") || tokens.Is(end + 1, ":"))
    return std::nullopt;
  // Back over smaller days to the month.
  int before = day;
  for (size_t i = at; i-- > 0 && at - i <= 8;) {
    if (joins(i) || tokens.Is(i, ",")) continue;
    if (tokens.IsNumber(i) && tokens.Text(i).size() <= 2 && FromDigits(tokens.Text(i)) < before) {
      before = FromDigits(tokens.Text(i));
      continue;
    }
    const size_t month_at = tokens.Is(i, ".") && i > 0 ? i - 1 : i;
    const MonthWord* const month = FindMonthWord(tokens.Text(month_at));
    if (month == nullptr || before == day || !tokens.IsCapital(month_at)) return std::nullopt;
    DatePhrase phrase = MakePhrase(Form::kCalendar, Granularity::kDay, at, at + 1);
    phrase.parts.month = static_cast<int8_t>(month->month);
    phrase.parts.day = static_cast<int8_t>(day);
    return IsPossibleDay(phrase) ? std::optional<DatePhrase>(phrase) : std::nullopt;
  }
  return std::nullopt;
}

// "the 18th" where it stands as a date does: "on the 18th." and not "the 18th hole".
std::optional<DatePhrase> LoneDay(const TokenView& tokens, size_t at, bool cued) {
  const std::optional<IntRead> ordinal = ReadOrdinal(tokens, at);
  const bool the = tokens.Before(at) == "the";
  const absl::string_view before = tokens.Before(at, the ? 2 : 1);
  const bool led = before == "by" || before == "until" || before == "since" || before == "of" || before == "from" ||
                   before == "for" || before == "around";
  const std::optional<IntRead> day = ordinal ? ordinal : ReadDayOfMonth(tokens, at);
  if (!day || day->value < 1 || day->value > 31) return std::nullopt;
  // "on the 27." without its ending, at the end of a clause only; "none of the 12" counts.
  if (!ordinal && (!the || !tokens.IsNumber(at) || !((led && before != "of") || before == "on") ||
                   !tokens.EndsClause(day->last) || IsOtherNumber(tokens, day->last) || tokens.Is(day->last, "/"))) {
    return std::nullopt;
  }
  const bool in_words = tokens.IsWord(at);
  const bool placed = cued || before == "on" || (led && the && !in_words);
  const bool dash = tokens.Is(day->last, "-") && !tokens.IsGlued(day->last);
  const bool alone =
      dash || tokens.EndsClause(day->last) || (IsFunctionWord(tokens.Text(day->last)) && !tokens.Is(day->last, "of"));
  if (!placed || !alone || (in_words && day->value < 10 && !cued)) return std::nullopt;
  DatePhrase phrase = MakePhrase(Form::kDayOfMonth, Granularity::kDay, at, day->last);
  phrase.parts.day = static_cast<int8_t>(day->value);
  return phrase;
}

// The full date behind a weekday's name: "Tues., Jan 5", "Sunday 12/7/2014", "Friday (June 15)".
std::optional<DatePhrase> DateOfWeekday(const DateContext& context, size_t at, size_t next, int weekday) {
  const TokenView& tokens = context.tokens;
  std::optional<DatePhrase> date = MonthFirst(context, next, false);
  KeepLonger(date, DayFirst(context, next));
  KeepLonger(date, ReadNumericDate(context, next, true));
  if (!date || date->parts.day == 0) return std::nullopt;
  date->first = at;
  date->parts.weekday = static_cast<int8_t>(weekday);
  if (tokens.Before(next) == "(" && tokens.Is(date->last, ")")) ++date->last;
  return date;
}

// "Thursday the 21st", "Wed 13th", "Monday 21".
std::optional<IntRead> DayBesideWeekday(const TokenView& tokens, size_t at, size_t next) {
  if (tokens.Before(next) == ",") return std::nullopt;
  std::optional<IntRead> day = ReadOrdinal(tokens, next);
  if (!day && next == at + 1 && tokens.IsNumber(next) && tokens.EndsClause(next + 1) &&
      !IsOtherNumber(tokens, next + 1)) {
    day = ReadDayOfMonth(tokens, next);
  }
  if (!day || day->value > 31 || (tokens.IsWord(next) && tokens.Before(next) != "the")) return std::nullopt;
  return day;
}

// "every Tuesday", "Sunday Times": no single day.
bool IsNoSingleDay(const TokenView& tokens, size_t at) {
  static constexpr absl::string_view kTitles[] = {"times",     "mail",   "mirror", "express",
                                                  "telegraph", "herald", "night",  "post"};
  const absl::string_view before = tokens.Before(at);
  if (before == "every" || before == "each" || before == "any") return true;
  if (!tokens.IsCapital(at + 1)) return false;
  for (const absl::string_view title : kTitles) {
    if (tokens.Is(at + 1, title)) return true;
  }
  return false;
}

// "Tuesday", "Tues., Jan 5", "Sunday, March 6, 2016", "Thursday the 21st".
std::optional<DatePhrase> WeekdayFirst(const DateContext& context, size_t at, bool cued) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> weekday = ReadWeekdayName(tokens, at);
  if (!weekday) return std::nullopt;
  const WeekdayWord* const word = FindWeekdayWord(tokens.Text(at));
  size_t next = weekday->last;
  if (word->abbreviated && tokens.Is(next, ".")) ++next;
  if (tokens.Is(next, ",") || tokens.Is(next, "(") || (tokens.Is(next, "-") && tokens.IsGlued(next))) ++next;
  if (tokens.Is(next, "the")) ++next;
  if (std::optional<DatePhrase> date = DateOfWeekday(context, at, next, weekday->value)) return date;
  DatePhrase phrase = MakePhrase(Form::kWeekday, Granularity::kDay, at, at + 1);
  phrase.parts.weekday = static_cast<int8_t>(weekday->value);
  if (const std::optional<IntRead> day = DayBesideWeekday(tokens, at, next)) {
    phrase.form = Form::kDayOfMonth;
    phrase.parts.day = static_cast<int8_t>(day->value);
    phrase.last = day->last;
    return phrase;
  }
  if ((word->abbreviated && !cued) || IsNoSingleDay(tokens, at)) return std::nullopt;
  return phrase;
}

}  // namespace

std::optional<DatePhrase> ReadAbsoluteDate(const DateContext& context, size_t at, bool cued) {
  return ReadAbsoluteDate(context, at, cued, RolesAt(context.tokens, at));
}

std::optional<DatePhrase> ReadAbsoluteDate(const DateContext& context, size_t at, bool cued, DateRoles roles) {
  const TokenView& tokens = context.tokens;
  std::optional<DatePhrase> best;
  if ((roles & kAbsoluteRoles) == 0) return best;
  if (roles & kRoleDigits) {
    KeepLonger(best, ReadNumericDate(context, at, cued));
    KeepLonger(best, YearFirst(context, at));
  }
  if (roles & kRoleWeekday) KeepLonger(best, WeekdayFirst(context, at, cued));
  if (roles & kRoleMonth) KeepLonger(best, MonthFirst(context, at, cued));
  if (roles & kRoleSeason) KeepLonger(best, ReadSeason(context, at));
  if (roles & kRoleYearName) KeepLonger(best, ReadFiscalYear(tokens, at));
  if (roles & kRoleHoliday) KeepLonger(best, ReadHolidayPhrase(context, at, cued));
  if (roles & kRolePart) KeepLonger(best, ReadPartOfYear(context, at, cued));
  if (roles & (kRoleOrdinal | kRoleLast)) KeepLonger(best, ReadNthOfPeriod(context, at));
  if (roles & kRoleOrdinal) KeepLonger(best, ReadCentury(tokens, at));
  if (roles & kRoleDecade) KeepLonger(best, ReadDecade(tokens, at));
  if (roles & (kRoleOrdinal | kRoleCardinal)) {
    KeepLonger(best, DayFirst(context, at));
    KeepLonger(best, ReadBareYear(tokens, at, cued));
    KeepLonger(best, LoneDay(tokens, at, cued));
    KeepLonger(best, ListedDay(tokens, at));
  } else if (roles & kRoleWeek) {
    KeepLonger(best, ReadBareYear(tokens, at, cued));  // "year 2008"
  }
  return best;
}

}  // namespace crosscheck
