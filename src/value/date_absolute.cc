#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "value/date_phrase.h"

namespace crosscheck {
namespace {

using Form = DatePhrase::Form;

DatePhrase Phrase(Form form, Granularity granularity, size_t first, size_t last) {
  DatePhrase phrase;
  phrase.form = form;
  phrase.granularity = granularity;
  phrase.first = first;
  phrase.last = last;
  return phrase;
}

void Keep(std::optional<DatePhrase>& best, std::optional<DatePhrase> other) {
  if (other && (!best || other->last > best->last)) best = other;
}

void SetYear(DatePhrase& phrase, const YearSuffix& suffix) {
  phrase.parts.year = static_cast<int16_t>(suffix.year);
  phrase.parts.relative = suffix.relative;
  phrase.fiscal = phrase.fiscal || suffix.fiscal;
  phrase.last = suffix.last;
}

bool IsPossibleDay(const DatePhrase& phrase) {
  const DateParts& parts = phrase.parts;
  return parts.day == 0 || IsCalendarDay(parts.year == 0 ? 2000 : parts.year, parts.month, parts.day);
}

// What follows a number makes it a count or a share and no day: "May 5%", "March 3.5", "July 15,000", "at 5:30".
bool IsOtherNumber(const TokenView& tokens, size_t last) {
  if (tokens.Is(last, "%") || tokens.Is(last, "percent") || tokens.Is(last, "million") || tokens.Is(last, "billion")) {
    return true;
  }
  const bool joins = tokens.Is(last, ".") || tokens.Is(last, ",") || tokens.Is(last, ":");
  return joins && tokens.IsGlued(last) && tokens.IsNumber(last + 1) && tokens.IsGlued(last + 1) &&
         tokens.Text(last + 1).size() != 4;
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
  if (month->other_word) return false;
  const bool after_name = at > 0 && tokens.IsCapital(at - 1) && !IsDatePreposition(before) && !IsFunctionWord(before);
  const bool before_name = tokens.IsCapital(last) && tokens.IsWord(last) && !IsFunctionWord(tokens.Text(last));
  const bool names_a_person = month->text == "april" || month->text == "june";
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

// "July 15, 2025", "Sept 2012", "August-10-2012", "May".
std::optional<DatePhrase> MonthFirst(const DateContext& context, size_t at, bool cued) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> month = ReadMonthName(tokens, at);
  if (!month) return std::nullopt;
  const MonthWord* const word = FindMonthWord(tokens.Text(at));
  DatePhrase phrase = Phrase(Form::kCalendar, Granularity::kMonth, at, month->last);
  phrase.parts.month = static_cast<int8_t>(month->value);
  const size_t day_at = SkipSeparator(tokens, month->last);
  const std::optional<IntRead> day = ReadDayOfMonth(tokens, day_at);
  const bool digits = tokens.IsNumber(day_at);
  const bool lower_verb = word->other_word && !tokens.IsCapital(at) && !word->abbreviated && !digits;
  if (FollowsBadDay(context, at)) return std::nullopt;
  const bool year_in_words = !digits && !lower_verb && day && ReadYearWords(tokens, day_at);
  // "In July 15 people were killed."
  const bool counts =
      day && tokens.Before(at) == "in" && !ReadOrdinal(tokens, day_at) && IsCountedNoun(tokens, day->last);
  if (day && !year_in_words && !counts && !IsOtherNumber(tokens, day->last) && !lower_verb &&
      (digits || !tokens.Is(month->last, ","))) {
    phrase.parts.day = static_cast<int8_t>(day->value);
    phrase.granularity = Granularity::kDay;
    phrase.last = day->last;
    const size_t year_at = (tokens.Is(day->last, "-") || tokens.Is(day->last, "/")) && tokens.IsGlued(day->last) &&
                                   ReadYearDigits(tokens, day->last + 1)
                               ? day->last + 1
                               : day->last;
    if (const auto year = ReadYearSuffix(context, year_at, true)) SetYear(phrase, *year);
    if (!IsPossibleDay(phrase)) return std::nullopt;
    if (phrase.parts.year == 0 && IsRememberedEvent(tokens.Text(phrase.last))) phrase.form = Form::kFixed;
    return phrase;
  }
  const size_t year_at = (tokens.Is(month->last, "-") || tokens.Is(month->last, "/")) ? month->last + 1 : month->last;
  if (const auto year = ReadYearSuffix(context, year_at, false)) {
    if (!lower_verb || !tokens.IsWord(year_at)) {
      SetYear(phrase, *year);
      return phrase;
    }
  }
  // "August 32" is no day, and the month is not what was meant.
  const bool bad_day = tokens.IsNumber(day_at) && tokens.Text(day_at).size() <= 2 && !day && day_at == month->last;
  if (bad_day && !cued && !IsDatePreposition(tokens.Before(at))) return std::nullopt;
  if (!IsBareMonth(tokens, at, month->last, cued)) return std::nullopt;
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
  size_t next = day->last;
  if (ordinal && tokens.Is(next, "day")) ++next;
  const bool of = tokens.Is(next, "of") || (ordinal && tokens.Is(next, "in"));
  if (of) ++next;
  if (of && ordinal && !FindMonthWord(tokens.Text(next))) {
    // "20th of next month": the month comes from the document's day.
    const std::optional<DatePhrase> period = ReadPeriod(context, next);
    if (!period || period->granularity != Granularity::kMonth || !period->fixed) return std::nullopt;
    const absl::CivilDay first = DayAt(period->fixed->low);
    if (!IsCalendarDay(static_cast<int>(first.year()), first.month(), day->value)) return std::nullopt;
    DatePhrase phrase = Phrase(Form::kFixed, Granularity::kDay, at, period->last);
    phrase.parts.day = static_cast<int8_t>(day->value);
    phrase.parts.relative = true;
    phrase.fixed = DaysOf(first + (day->value - 1));
    return phrase;
  }
  if (!of && (tokens.Is(next, ".") || tokens.Is(next, "-") || tokens.Is(next, "/"))) ++next;
  const std::optional<IntRead> month = ReadMonthName(tokens, next);
  if (!month) return std::nullopt;
  const MonthWord* const word = FindMonthWord(tokens.Text(next));
  if (word->other_word && !word->abbreviated && !tokens.IsCapital(next) && !of && !ordinal) return std::nullopt;
  if (!ordinal && tokens.IsWord(at) && !of && day->value < 20) return std::nullopt;  // "seven May …"
  DatePhrase phrase = Phrase(Form::kCalendar, Granularity::kDay, at, month->last);
  phrase.parts.day = static_cast<int8_t>(day->value);
  phrase.parts.month = static_cast<int8_t>(month->value);
  const size_t year_at = (tokens.Is(month->last, "/") || tokens.Is(month->last, "-")) && tokens.IsGlued(month->last) &&
                                 ReadYearDigits(tokens, month->last + 1)
                             ? month->last + 1
                             : month->last;
  if (const auto year = ReadYearSuffix(context, year_at, true)) SetYear(phrase, *year);
  if (!IsPossibleDay(phrase)) return std::nullopt;
  return phrase;
}

std::optional<int> QuarterCode(const TokenView& tokens, size_t at, absl::string_view letter, int most) {
  int value = 0;
  if (!tokens.Is(at, letter) || !tokens.IsNumber(at + 1) || !tokens.IsGlued(at + 1) ||
      !absl::SimpleAtoi(tokens.Text(at + 1), &value) || value < 1 || value > most || tokens.Text(at + 1).size() != 1) {
    return std::nullopt;
  }
  return value;
}

// "Q3", "H1"; the granularity says which.
std::optional<DatePhrase> PartCode(const TokenView& tokens, size_t at) {
  std::optional<int> part = QuarterCode(tokens, at, "q", 4);
  DatePhrase phrase = Phrase(Form::kPart, Granularity::kQuarter, at, at + 2);
  if (!part) {
    part = QuarterCode(tokens, at, "h", 2);
    phrase.granularity = Granularity::kHalf;
  }
  if (!part) return std::nullopt;
  phrase.part = *part;
  return phrase;
}

// "third quarter", "fiscal third quarter", "first half"; the year is read by who calls.
std::optional<DatePhrase> PartWords(const TokenView& tokens, size_t at) {
  size_t next = at;
  bool fiscal = false;
  if (tokens.Is(next, "fiscal")) {
    fiscal = true;
    ++next;
  }
  const std::optional<IntRead> ordinal = ReadOrdinal(tokens, next);
  const bool fourth = tokens.Is(next, "final") || tokens.Is(next, "last");
  if ((!ordinal || ordinal->value > 4) && !fourth) return std::nullopt;
  next = ordinal ? ordinal->last : next + 1;
  if (tokens.Is(next, "-") && tokens.IsGlued(next)) ++next;
  if (tokens.Is(next, "fiscal")) {
    fiscal = true;
    ++next;
  }
  DatePhrase phrase = Phrase(Form::kPart, Granularity::kQuarter, at, next + 1);
  phrase.fiscal = fiscal;
  if (tokens.Is(next, "quarter")) {
    phrase.part = ordinal ? ordinal->value : 4;
  } else if (tokens.Is(next, "half") && ordinal && ordinal->value <= 2) {
    phrase.granularity = Granularity::kHalf;
    phrase.part = ordinal->value;
  } else {
    return std::nullopt;
  }
  return phrase;
}

// Quarters, halves with their year.
std::optional<DatePhrase> PartOfYear(const DateContext& context, size_t at, bool cued) {
  const TokenView& tokens = context.tokens;
  std::optional<DatePhrase> phrase = PartCode(tokens, at);
  const bool code = phrase.has_value();
  if (!phrase) phrase = PartWords(tokens, at);
  if (!phrase) return std::nullopt;
  const bool bare_last = tokens.Is(at, "last") || tokens.Is(at, "final");
  const size_t year_at = code && tokens.Is(phrase->last, "-") && ReadYearDigits(tokens, phrase->last + 1)
                             ? phrase->last + 1
                             : phrase->last;
  if (const auto year = ReadYearSuffix(context, year_at, code)) {
    SetYear(*phrase, *year);
    return phrase;
  }
  if (tokens.Is(phrase->last, "of") && tokens.Is(phrase->last + 1, "the") && tokens.Is(phrase->last + 2, "year")) {
    phrase->last += 3;
    if (!bare_last) return phrase;
  }
  if (bare_last) return std::nullopt;
  // Matches have halves too, and products are called H1.
  const bool halves_need_more = phrase->granularity == Granularity::kHalf && !cued;
  if (halves_need_more && tokens.Text(phrase->last - 1) != "year") return std::nullopt;
  return phrase;
}

// "fiscal 2025", "FY26", "fiscal year 2025", "calendar year 2008"; "fiscal" quarters are PartOfYear's.
std::optional<DatePhrase> FiscalYear(const TokenView& tokens, size_t at) {
  size_t next = at;
  DatePhrase phrase = Phrase(Form::kCalendar, Granularity::kYear, at, at);
  if (tokens.Is(next, "fiscal") || tokens.Is(next, "financial") || tokens.Is(next, "fy")) {
    phrase.fiscal = true;
  } else if (!tokens.Is(next, "calendar") && !tokens.Is(next, "cy")) {
    return std::nullopt;
  }
  const bool code = tokens.Is(next, "fy") || tokens.Is(next, "cy");
  ++next;
  const bool says_year = !code && tokens.Is(next, "year");
  if (says_year) ++next;
  if (code && tokens.Is(next, "'")) ++next;
  if (const std::optional<IntRead> year = ReadYearDigits(tokens, next)) {
    phrase.parts.year = static_cast<int16_t>(year->value);
    phrase.last = year->last;
    const bool spans = (tokens.Is(year->last, "-") || tokens.Is(year->last, "/")) && tokens.IsGlued(year->last + 1) &&
                       tokens.IsNumber(year->last + 1) && tokens.Text(year->last + 1).size() == 2;
    if (spans) phrase.last = year->last + 2;
    return phrase;
  }
  int value = 0;
  if (code && tokens.IsNumber(next) && tokens.Text(next).size() == 2 && absl::SimpleAtoi(tokens.Text(next), &value)) {
    phrase.parts.year = static_cast<int16_t>(YearOfTwoDigits(value));
    phrase.last = next + 1;
    return phrase;
  }
  if (!says_year || !phrase.fiscal) return std::nullopt;
  phrase.last = next;
  return phrase;
}

// "2024 Aug", "2012/Aug/10", "2018 March 18", "2016 Q3"; a year before what it is the year of.
std::optional<DatePhrase> YearFirst(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> year = ReadYearDigits(tokens, at);
  if (!year) return std::nullopt;
  size_t next = year->last;
  const bool joined = tokens.Is(next, "/") || tokens.Is(next, "-") || tokens.Is(next, ",");
  if (joined) ++next;
  if (tokens.Is(next, "ad")) ++next;
  std::optional<DatePhrase> phrase = PartCode(tokens, next);
  if (!phrase && !joined) phrase = PartWords(tokens, tokens.Is(next, "the") ? next + 1 : next);
  const std::optional<IntRead> month = ReadMonthName(tokens, next);
  if (!phrase && month && (tokens.IsCapital(next) || tokens.Before(next) != ",")) {
    const MonthWord* const word = FindMonthWord(tokens.Text(next));
    if (word->other_word && !word->abbreviated && !tokens.IsCapital(next)) return std::nullopt;
    phrase = Phrase(Form::kCalendar, Granularity::kMonth, at, month->last);
    phrase->parts.month = static_cast<int8_t>(month->value);
    size_t day_at = month->last;
    if ((tokens.Is(day_at, "/") || tokens.Is(day_at, "-")) && tokens.IsGlued(day_at)) ++day_at;
    const std::optional<IntRead> day = ReadDayOfMonth(tokens, day_at);
    if (day && tokens.IsNumber(day_at) && !IsOtherNumber(tokens, day->last)) {
      // "In 2019, July 4 …" is a year and a day of its own.
      if (tokens.Before(next) == ",") return std::nullopt;
      phrase->parts.day = static_cast<int8_t>(day->value);
      phrase->granularity = Granularity::kDay;
      phrase->last = day->last;
    }
  } else if (joined && tokens.Before(next) == ",") {
    const bool month_only = month && tokens.size() == month->last;
    if (!month_only) return std::nullopt;
  }
  if (!phrase) return std::nullopt;
  phrase->first = at;
  phrase->parts.year = static_cast<int16_t>(year->value);
  if (!IsPossibleDay(*phrase)) return std::nullopt;
  return phrase;
}

// The 1990s, '90s, the nineties, the two thousands.
std::optional<DatePhrase> Decade(const TokenView& tokens, size_t at) {
  DatePhrase phrase = Phrase(Form::kFixed, Granularity::kDecade, at, at);
  int start = -1;
  size_t next = at;
  const bool apostrophe = tokens.Is(next, "'") && tokens.IsGlued(next + 1);
  if (apostrophe) ++next;
  const absl::string_view before = tokens.Before(at);
  const bool owned =
      before == "his" || before == "her" || before == "their" || before == "my" || before == "your" || before == "our";
  if (owned) return std::nullopt;  // an age
  int value = 0;
  if (tokens.IsNumber(next) && tokens.Is(next + 1, "s") && tokens.IsGlued(next + 1) &&
      absl::SimpleAtoi(tokens.Text(next), &value) && value % 10 == 0) {
    const size_t digits = tokens.Text(next).size();
    if (digits == 4 && value >= 1000 && value < 3000) start = value;
    const bool weather =
        tokens.Before(at, 2) == "in" &&
        (tokens.Before(at, 3) == "temperatures" || tokens.Before(at, 3) == "highs" || tokens.Before(at, 3) == "lows");
    if (digits == 2 && (apostrophe || (before == "the" || before == "late" || before == "early" || before == "-")) &&
        !weather) {
      start = value >= 30 ? 1900 + value : 2000 + value;
    }
    phrase.last = next + 2;
  } else if (const std::optional<int> decade = FindDecadeWord(tokens.Text(next))) {
    const std::optional<int> century = FindCardinalWord(tokens.Before(next));
    if (century && *century < 21) return std::nullopt;
    if (before == "the" || before == "late" || before == "early" || before == "-") start = 1900 + *decade;
    phrase.last = next + 1;
  } else if (tokens.Is(at, "two") && tokens.Is(at + 1, "thousands")) {
    start = 2000;
    phrase.last = at + 2;
  } else if (const std::optional<int> tens = FindCardinalWord(tokens.Text(at)); tens && *tens >= 15 && *tens <= 20) {
    const size_t second = tokens.Is(at + 1, "-") ? at + 2 : at + 1;
    const std::optional<int> named = FindDecadeWord(tokens.Text(second));
    if (named) start = *tens * 100 + *named;
    if (tokens.Is(second, "tens")) start = *tens * 100 + 10;
    phrase.last = second + 1;
  }
  if (start < 0) return std::nullopt;
  if (start % 100 == 0 && start != 2000 && tokens.IsNumber(next)) {
    phrase.granularity = Granularity::kCentury;  // "the 1800s"
  }
  phrase.fixed = YearsFrom(start, phrase.granularity == Granularity::kCentury ? 100 : 10);
  phrase.parts.year = static_cast<int16_t>(start);
  return phrase;
}

// "21st century", "nineteenth-century". By usage the 20th century is the 1900s; the year 2000 is not argued about.
std::optional<DatePhrase> Century(const TokenView& tokens, size_t at) {
  const std::optional<IntRead> ordinal = ReadOrdinal(tokens, at);
  if (!ordinal || ordinal->value < 1 || ordinal->value > 29) return std::nullopt;
  const size_t next = tokens.Is(ordinal->last, "-") ? ordinal->last + 1 : ordinal->last;
  if (!tokens.Is(next, "century")) return std::nullopt;
  DatePhrase phrase = Phrase(Form::kFixed, Granularity::kCentury, at, next + 1);
  phrase.fixed = YearsFrom((ordinal->value - 1) * 100, 100);
  phrase.parts.year = static_cast<int16_t>((ordinal->value - 1) * 100);
  return phrase;
}

// "summer 2024", "the summer of 1969", "in the spring"; "fall" and "spring" are other words too.
std::optional<DatePhrase> Season(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const std::optional<int> season = FindSeasonWord(tokens.Text(at));
  if (!season) return std::nullopt;
  DatePhrase phrase = Phrase(Form::kPart, Granularity::kSeason, at, at + 1);
  phrase.part = *season;
  if (const auto year = ReadYearSuffix(context, at + 1, false)) {
    SetYear(phrase, *year);
    return phrase;
  }
  const bool in_the = tokens.Before(at) == "the" && (tokens.Before(at, 2) == "in" || tokens.Before(at, 2) == "of" ||
                                                     tokens.Before(at, 2) == "by" || tokens.Before(at, 2) == "during");
  const bool whole = tokens.Before(at) == "whole" ||
                     (tokens.IsCapital(at) && at == 0 && tokens.Is(at + 1, ",") && (*season == 2 || *season == 4));
  if ((!in_the && !whole) || !(tokens.EndsClause(at + 1) || IsFunctionWord(tokens.Text(at + 1))) ||
      tokens.Is(at + 1, "of")) {
    return std::nullopt;
  }
  return phrase;
}

// "first Friday of July", "last Monday in May", "the third week of this month", "first week of 2019".
std::optional<DatePhrase> NthOfPeriod(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> ordinal = ReadOrdinal(tokens, at);
  const bool is_last = tokens.Is(at, "last");
  if (!is_last && (!ordinal || ordinal->value > 5)) return std::nullopt;
  const size_t next = is_last ? at + 1 : ordinal->last;
  const bool week = tokens.Is(next, "week");
  const WeekdayWord* const weekday = FindWeekdayWord(tokens.Text(next));
  if ((!week && !weekday) || !(tokens.Is(next + 1, "of") || tokens.Is(next + 1, "in"))) return std::nullopt;
  const std::optional<DatePhrase> period = ReadPeriod(context, next + 2);
  if (!period) return std::nullopt;
  const bool month = period->granularity == Granularity::kMonth;
  if (!month && !(week && period->granularity == Granularity::kYear)) return std::nullopt;
  DatePhrase phrase = Phrase(week ? Form::kNthWeek : Form::kNthWeekday, week ? Granularity::kWeek : Granularity::kDay,
                             at, period->last);
  phrase.parts = period->parts;
  phrase.pick = period->pick;
  phrase.part = is_last ? -1 : ordinal->value;
  if (weekday) phrase.parts.weekday = static_cast<int8_t>(weekday->weekday);
  if (period->form == Form::kFixed) {
    if (!period->fixed) return std::nullopt;
    const absl::CivilDay first = DayAt(period->fixed->low);
    phrase.parts.year = static_cast<int16_t>(first.year());
    phrase.parts.month = static_cast<int8_t>(month ? first.month() : 0);
  }
  return phrase;
}

std::optional<DatePhrase> HolidayPhrase(const DateContext& context, size_t at, bool cued) {
  const TokenView& tokens = context.tokens;
  const std::optional<HolidayRead> holiday = ReadHoliday(tokens, at);
  if (!holiday) return std::nullopt;
  DatePhrase phrase = Phrase(Form::kHoliday, Granularity::kDay, at, holiday->last);
  phrase.part = holiday->holiday;
  if (tokens.Is(holiday->last, "weekend")) {
    phrase.weekend = true;
    phrase.granularity = Granularity::kOther;
    phrase.last = holiday->last + 1;
    return phrase;
  }
  if (const auto year = ReadYearSuffix(context, holiday->last, false)) {
    SetYear(phrase, *year);
    return phrase;
  }
  // "Christmas sales", "the Easter break": a season of that name.
  const size_t next = holiday->last;
  const bool one_word = next == at + 1;
  // "in the new year" is no day; "five days before New Year" is.
  const absl::string_view before = tokens.Before(at);
  if (tokens.Is(next - 1, "year") && before != "before" && before != "after" && before != "until") return std::nullopt;
  const bool alone = tokens.EndsClause(next) || IsFunctionWord(tokens.Text(next)) || tokens.IsNumber(next) ||
                     FindWeekdayWord(tokens.Text(next)) != nullptr;
  if (!cued && one_word && !alone) return std::nullopt;
  if (one_word && tokens.Before(at) == "the") return std::nullopt;
  return phrase;
}

// What stands before four digits and makes a year of them.
enum class YearCue : uint8_t {
  kNone,
  kIn,     // in, since, during: hardly ever before a count
  kBy,     // by, until, of, from: before a count too, if that is of something
  kOwner,  // the, its: "the 2016 election"
  kWord    // founded, born
};

YearCue FindYearCue(absl::string_view word) {
  static const auto* const cues = [] {
    auto* made = new absl::flat_hash_map<absl::string_view, YearCue>();
    for (const char* w : {"in", "since", "during", "late", "early", "mid", "circa"}) (*made)[w] = YearCue::kIn;
    for (const char* w :
         {"by", "until", "till", "before", "after", "of", "from", "through", "for", "between", "around"}) {
      (*made)[w] = YearCue::kBy;
    }
    for (const char* w : {"the", "a", "his", "her", "its", "their", "this"}) (*made)[w] = YearCue::kOwner;
    for (const char* w : {"founded", "born", "built", "established"}) (*made)[w] = YearCue::kWord;
    return made;
  }();
  const auto found = cues->find(word);
  return found == cues->end() ? YearCue::kNone : found->second;
}

// A further year of a list: "2019 and 2020", "in 2018, 2019 or 2020", "but not 1998".
bool IsListedYear(const TokenView& tokens, size_t at) {
  const absl::string_view before = tokens.Before(at);
  const bool joins =
      before == "or" || before == "and" || before == "vs" || before == "versus" || before == "," || before == "but";
  if (!joins) return false;
  size_t back = 2;
  if (before != "," && tokens.Before(at, 2) == ",") back = 3;
  if (at < back || !tokens.IsNumber(at - back) || tokens.Text(at - back).size() != 4) return false;
  const absl::string_view lead = tokens.Before(at, back + 1);
  return FindYearCue(lead) == YearCue::kIn || FindYearCue(lead) == YearCue::kBy || lead == ",";
}

bool IsPlacedYear(const TokenView& tokens, size_t at, int year) {
  const bool modern = year >= 1700 && year < 2100;
  const bool counted = IsCountedNoun(tokens, at + 1);
  const absl::string_view before = tokens.Before(at);
  const absl::string_view second = tokens.Before(at, 2);
  switch (FindYearCue(before)) {
    case YearCue::kIn:
      return !counted || (modern && (before != "in" || year % 100 != 0));
    case YearCue::kBy:
      return modern && !counted && year >= 1900;
    case YearCue::kOwner:
      return modern && year >= 1800 && tokens.IsWord(at + 1) && !counted && !IsFunctionWord(tokens.Text(at + 1));
    case YearCue::kWord:
      return modern;
    case YearCue::kNone:
      break;
  }
  if (!modern || counted) return false;
  if (before == "(") return tokens.Is(at + 1, ")");
  if (before == "to") return second == "back" || second == "prior";  // "dates back to 1865"
  if (before == "than") return second == "later" || second == "earlier";
  if (tokens.Is(at + 1, "or") && tokens.Is(at + 2, "later")) return true;
  return year >= 1900 && IsListedYear(tokens, at);
}

// "in 2019", "the 2016 election", "since 2008", "(2019)", "year 2008". Four digits alone are a count.
std::optional<DatePhrase> BareYear(const TokenView& tokens, size_t at, bool cued) {
  DatePhrase phrase = Phrase(Form::kCalendar, Granularity::kYear, at, at + 1);
  std::optional<IntRead> year;
  if (tokens.Is(at, "year")) {
    year = ReadYearDigits(tokens, at + 1);
    if (!year || IsCountedNoun(tokens, year->last)) return std::nullopt;
  } else if (!tokens.IsNumber(at)) {
    const absl::string_view before = tokens.Before(at);
    year = ReadYearWords(tokens, at);
    const bool placed = before == "in" || before == "of" || before == "since" || cued;
    if (!year || !placed || year->value > 2100) return std::nullopt;
    if (!tokens.EndsClause(year->last) && !IsFunctionWord(tokens.Text(year->last))) return std::nullopt;
  } else {
    year = ReadYearDigits(tokens, at);
    if (!year || IsOtherNumber(tokens, at + 1)) return std::nullopt;
    const absl::string_view before = tokens.Before(at);
    const bool freed = cued || before == "(" || before == "-" || before == "'" || before == "\"";
    if (tokens.IsGlued(at) && at > 0 && !freed) return std::nullopt;
    const bool to_digits = tokens.Is(at + 1, "-") && tokens.IsNumber(at + 2) && !cued;
    if (tokens.IsGlued(at + 1) && (tokens.IsWord(at + 1) || to_digits)) return std::nullopt;
    if (cued ? IsCountedNoun(tokens, at + 1) : !IsPlacedYear(tokens, at, year->value)) return std::nullopt;
  }
  phrase.parts.year = static_cast<int16_t>(year->value);
  phrase.last = year->last;
  return phrase;
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
  // "on the 27." without its ending, at the end of a clause only.
  if (!ordinal && (!the || !tokens.IsNumber(at) || !(led || before == "on") || !tokens.EndsClause(day->last) ||
                   IsOtherNumber(tokens, day->last) || tokens.Is(day->last, "/"))) {
    return std::nullopt;
  }
  const bool in_words = tokens.IsWord(at);
  const bool placed = cued || before == "on" || (led && the && !in_words);
  const bool dash = tokens.Is(day->last, "-") && !tokens.IsGlued(day->last);
  const bool alone =
      dash || tokens.EndsClause(day->last) || (IsFunctionWord(tokens.Text(day->last)) && !tokens.Is(day->last, "of"));
  if (!placed || !alone || (in_words && day->value < 10 && !cued)) return std::nullopt;
  DatePhrase phrase = Phrase(Form::kDayOfMonth, Granularity::kDay, at, day->last);
  phrase.parts.day = static_cast<int8_t>(day->value);
  return phrase;
}

// "Tuesday", "Tues., Jan 5", "Sunday, March 6, 2016", "Thursday the 21st", "Tuesday of next week".
std::optional<DatePhrase> WeekdayFirst(const DateContext& context, size_t at, bool cued) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> weekday = ReadWeekdayName(tokens, at);
  if (!weekday) return std::nullopt;
  const WeekdayWord* const word = FindWeekdayWord(tokens.Text(at));
  size_t next = weekday->last;
  if (word->abbreviated && tokens.Is(next, ".")) ++next;
  if (tokens.Is(next, ",") || tokens.Is(next, "(") || (tokens.Is(next, "-") && tokens.IsGlued(next))) ++next;
  if (tokens.Is(next, "the")) ++next;
  std::optional<DatePhrase> date;
  if (next == weekday->last || tokens.IsWord(next) || tokens.IsNumber(next)) {
    Keep(date, MonthFirst(context, next, false));
    Keep(date, DayFirst(context, next));
    Keep(date, ReadNumericDate(context, next, true));
  }
  if (date && date->parts.day != 0) {
    date->first = at;
    date->parts.weekday = static_cast<int8_t>(weekday->value);
    if (tokens.Before(next) == "(" && tokens.Is(date->last, ")")) ++date->last;
    return date;
  }
  DatePhrase phrase = Phrase(Form::kWeekday, Granularity::kDay, at, at + 1);
  phrase.parts.weekday = static_cast<int8_t>(weekday->value);
  std::optional<IntRead> day = ReadOrdinal(tokens, next);
  if (!day && tokens.IsNumber(next) && next == at + 1 && tokens.EndsClause(next + 1) &&
      !IsOtherNumber(tokens, next + 1)) {
    day = ReadDayOfMonth(tokens, next);  // "Monday 21"
  }
  if (day && day->value <= 31 && tokens.Before(next) != "," && (!tokens.IsWord(next) || tokens.Before(next) == "the")) {
    phrase.form = Form::kDayOfMonth;
    phrase.parts.day = static_cast<int8_t>(day->value);
    phrase.last = day->last;
    return phrase;
  }
  if (word->abbreviated && !cued) return std::nullopt;
  // "every Tuesday", "Sunday Times": no single day.
  const absl::string_view before = tokens.Before(at);
  if (before == "every" || before == "each" || before == "any") return std::nullopt;
  const absl::string_view after = tokens.Text(at + 1);
  const bool title =
      tokens.IsCapital(at + 1) && (after == "times" || after == "mail" || after == "mirror" || after == "express" ||
                                   after == "telegraph" || after == "herald" || after == "night" || after == "post");
  if (title) return std::nullopt;
  return phrase;
}

}  // namespace

std::optional<YearSuffix> ReadYearSuffix(const DateContext& context, size_t at, bool two_digits) {
  const TokenView& tokens = context.tokens;
  size_t next = at;
  const bool comma = tokens.Is(next, ",");
  if (comma) ++next;
  const bool of = tokens.Is(next, "of") || tokens.Is(next, "in");
  if (of) ++next;
  if (of && tokens.Is(next, "the") && tokens.Is(next + 1, "year")) return std::nullopt;
  bool fiscal = false;
  if (tokens.Is(next, "fiscal") || tokens.Is(next, "fy")) {
    fiscal = true;
    ++next;
    if (tokens.Is(next, "year")) ++next;
  }
  if (const std::optional<IntRead> year = ReadYearDigits(tokens, next)) {
    if (IsOtherNumber(tokens, year->last) || IsCountedNoun(tokens, year->last)) return std::nullopt;
    const bool era = tokens.Is(year->last, "ad") && tokens.IsCapital(year->last);
    return YearSuffix{year->value, era ? year->last + 1 : year->last, fiscal, false};
  }
  int value = 0;
  const bool short_year =
      tokens.IsNumber(next) && tokens.Text(next).size() == 2 && absl::SimpleAtoi(tokens.Text(next), &value);
  if (fiscal && short_year) return YearSuffix{YearOfTwoDigits(value), next + 1, true, false};
  if (fiscal) return std::nullopt;
  const bool past = tokens.Is(next, "last");
  if ((past || tokens.Is(next, "this") || tokens.Is(next, "next")) && tokens.Is(next + 1, "year") && context.day) {
    const int year = static_cast<int>(context.day->year()) + (past ? -1 : tokens.Is(next, "next") ? 1 : 0);
    return YearSuffix{year, next + 2, false, true};
  }
  if (comma && of) return std::nullopt;
  if (two_digits && tokens.Is(next, "'") && tokens.IsNumber(next + 1) && tokens.Text(next + 1).size() == 2 &&
      absl::SimpleAtoi(tokens.Text(next + 1), &value)) {
    return YearSuffix{YearOfTwoDigits(value), next + 2, false, false};
  }
  const bool era = short_year && tokens.Is(next + 1, "ad") && tokens.IsCapital(next + 1);
  if (era) return YearSuffix{value, next + 2, false, false};
  if (two_digits && short_year && !comma &&
      (tokens.IsEnd(next + 1) || tokens.Is(next + 1, ".") || tokens.Is(next + 1, ")")) &&
      !IsOtherNumber(tokens, next + 1)) {
    return YearSuffix{YearOfTwoDigits(value), next + 1, false, false};
  }
  const std::optional<IntRead> words = ReadYearWords(tokens, next);
  if (words &&
      (tokens.EndsClause(words->last) || IsFunctionWord(tokens.Text(words->last)) || !tokens.IsWord(words->last))) {
    return YearSuffix{words->value, words->last, false, false};
  }
  if (words && words->value == 2000) return YearSuffix{2000, words->last, false, false};
  return std::nullopt;
}

std::optional<DatePhrase> ReadAbsoluteDate(const DateContext& context, size_t at, bool cued) {
  const TokenView& tokens = context.tokens;
  std::optional<DatePhrase> best;
  if (tokens.IsNumber(at)) {
    Keep(best, ReadNumericDate(context, at, cued));
    Keep(best, YearFirst(context, at));
  } else {
    Keep(best, WeekdayFirst(context, at, cued));
    Keep(best, MonthFirst(context, at, cued));
    Keep(best, Season(context, at));
    Keep(best, FiscalYear(tokens, at));
    Keep(best, HolidayPhrase(context, at, cued));
  }
  Keep(best, DayFirst(context, at));
  Keep(best, PartOfYear(context, at, cued));
  Keep(best, Decade(tokens, at));
  Keep(best, Century(tokens, at));
  Keep(best, NthOfPeriod(context, at));
  Keep(best, BareYear(tokens, at, cued));
  Keep(best, LoneDay(tokens, at, cued));
  return best;
}

}  // namespace crosscheck
