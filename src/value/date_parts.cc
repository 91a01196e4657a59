#include <algorithm>
#include <iterator>

#include "absl/strings/numbers.h"
#include "value/date_readers.h"
#include "value/holidays.h"

namespace crosscheck {
namespace {

using Form = DatePhrase::Form;

std::optional<int> QuarterCode(const TokenView& tokens, size_t at, absl::string_view letter, int most) {
  int value = 0;
  if (!tokens.Is(at, letter) || !tokens.IsNumber(at + 1) || !tokens.IsGlued(at + 1) ||
      !absl::SimpleAtoi(tokens.Text(at + 1), &value) || value < 1 || value > most || tokens.Text(at + 1).size() != 1) {
    return std::nullopt;
  }
  return value;
}

// "for a third Sunday", "every second Friday": how often, and no day of a month.
bool CountsTimes(const TokenView& tokens, size_t at) {
  const absl::string_view before = tokens.Before(at);
  return before == "a" || before == "every" || before == "each" || before == "his" || before == "her" ||
         before == "their" || before == "its" || (before == "the" && tokens.Before(at, 2) == "for");
}

}  // namespace

// "Q3", "H1"; the granularity says which.
std::optional<DatePhrase> ReadPartCode(const TokenView& tokens, size_t at) {
  // "3Q", "1H"; before a year only, or "4H" is four hours.
  const bool digit_first = tokens.IsNumber(at) && tokens.Text(at).size() == 1 && tokens.IsGlued(at + 1);
  if (digit_first && (tokens.Is(at + 1, "q") || tokens.Is(at + 1, "h"))) {
    const bool quarter = tokens.Is(at + 1, "q");
    const int value = tokens.Text(at)[0] - '0';
    const bool year = tokens.IsNumber(at + 2) || (tokens.Is(at + 2, "'") && tokens.IsNumber(at + 3));
    if (value < 1 || value > (quarter ? 4 : 2) || !tokens.IsCapital(at + 1) || !year) return std::nullopt;
    DatePhrase phrase = MakePhrase(Form::kPart, quarter ? Granularity::kQuarter : Granularity::kHalf, at, at + 2);
    phrase.part = value;
    return phrase;
  }
  std::optional<int> part = QuarterCode(tokens, at, "q", 4);
  DatePhrase phrase = MakePhrase(Form::kPart, Granularity::kQuarter, at, at + 2);
  if (!part) {
    part = QuarterCode(tokens, at, "h", 2);
    phrase.granularity = Granularity::kHalf;
  }
  if (!part) return std::nullopt;
  phrase.part = *part;
  return phrase;
}

// "third quarter", "fiscal third quarter", "first half"; the year is read by who calls.
std::optional<DatePhrase> ReadPartWords(const TokenView& tokens, size_t at) {
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
  DatePhrase phrase = MakePhrase(Form::kPart, Granularity::kQuarter, at, next + 1);
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
std::optional<DatePhrase> ReadPartOfYear(const DateContext& context, size_t at, bool cued) {
  const TokenView& tokens = context.tokens;
  std::optional<DatePhrase> phrase = ReadPartCode(tokens, at);
  const bool code = phrase.has_value();
  if (!phrase) phrase = ReadPartWords(tokens, at);
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
  if (bare_last || tokens.IsNumber(at)) return std::nullopt;
  // Matches have halves too, and products are called H1.
  const bool halves_need_more = phrase->granularity == Granularity::kHalf && !cued;
  if (halves_need_more && tokens.Text(phrase->last - 1) != "year") return std::nullopt;
  return phrase;
}

// "summer 2024", "the summer of 1969", "in the spring"; "fall" and "spring" are other words too.
std::optional<DatePhrase> ReadSeason(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const std::optional<int> season = FindSeasonWord(tokens.Text(at));
  if (!season) return std::nullopt;
  DatePhrase phrase = MakePhrase(Form::kPart, Granularity::kSeason, at, at + 1);
  phrase.part = *season;
  if (const auto year = ReadYearSuffix(context, at + 1, false)) {
    SetYear(phrase, *year);
    return phrase;
  }
  const bool in_the = tokens.Before(at) == "the" && (tokens.Before(at, 2) == "in" || tokens.Before(at, 2) == "of" ||
                                                     tokens.Before(at, 2) == "by" || tokens.Before(at, 2) == "during");
  const bool period = tokens.Is(at + 1, "period") || tokens.Is(at + 1, "months");
  const bool whole = tokens.Before(at) == "whole" || period ||
                     (tokens.IsCapital(at) && at == 0 && tokens.Is(at + 1, ",") && (*season == 2 || *season == 4));
  if ((!in_the && !whole) || !(period || tokens.EndsClause(at + 1) || IsFunctionWord(tokens.Text(at + 1))) ||
      tokens.Is(at + 1, "of")) {
    return std::nullopt;
  }
  return phrase;
}

// "first Friday of July", "last Monday in May", "the third week of this month", "first week of 2019".
std::optional<DatePhrase> ReadNthOfPeriod(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> ordinal = ReadOrdinal(tokens, at);
  const bool is_last = tokens.Is(at, "last");
  if (!is_last && (!ordinal || ordinal->value > 5)) return std::nullopt;
  const size_t next = is_last ? at + 1 : ordinal->last;
  const bool week = tokens.Is(next, "week");
  const WeekdayWord* const weekday = FindWeekdayWord(tokens.Text(next));
  if (weekday && !is_last && !weekday->abbreviated && tokens.EndsClause(next + 1) && !CountsTimes(tokens, at)) {
    // "on the third Tuesday": of the month that is spoken of, most likely the document's own.
    DatePhrase phrase = MakePhrase(Form::kNthWeekday, Granularity::kDay, at, next + 1);
    phrase.part = ordinal->value;
    phrase.parts.weekday = static_cast<int8_t>(weekday->weekday);
    if (!context.day) return std::nullopt;
    phrase.parts.relative = true;
    phrase.form = Form::kFixed;
    const auto month = context.day->month();
    if (const auto day = NthWeekday(static_cast<int>(context.day->year()), month, weekday->weekday, ordinal->value)) {
      phrase.fixed = DaysOf(*day);
    }
    LeanOnText(phrase);
    return phrase;
  }
  if ((!week && !weekday) || !(tokens.Is(next + 1, "of") || tokens.Is(next + 1, "in"))) return std::nullopt;
  const std::optional<DatePhrase> period = ReadPeriod(context, next + 2);
  if (!period) return std::nullopt;
  const bool month = period->granularity == Granularity::kMonth;
  if (!month && !(week && period->granularity == Granularity::kYear)) return std::nullopt;
  DatePhrase phrase = MakePhrase(week ? Form::kNthWeek : Form::kNthWeekday,
                                 week ? Granularity::kWeek : Granularity::kDay, at, period->last);
  phrase.parts = period->parts;
  phrase.pick = period->pick;
  phrase.part = is_last ? -1 : ordinal->value;
  if (weekday) phrase.parts.weekday = static_cast<int8_t>(weekday->weekday);
  const WeekdayWord* const on =
      week && tokens.Is(phrase.last, "on") ? FindWeekdayWord(tokens.Text(phrase.last + 1)) : nullptr;
  if (on != nullptr && !on->abbreviated) {  // "the first week of October on Friday"
    phrase.parts.weekday = static_cast<int8_t>(on->weekday);
    phrase.granularity = Granularity::kDay;
    phrase.last += 2;
  }
  if (period->form == Form::kFixed) {
    if (!period->fixed) return std::nullopt;
    const absl::CivilDay first = DayAt(period->fixed->low);
    phrase.parts.year = static_cast<int16_t>(first.year());
    phrase.parts.month = static_cast<int8_t>(month ? first.month() : 0);
  }
  return phrase;
}

namespace {

// What is celebrated somewhere is a person's or a place's name elsewhere: a holiday without a day of its own needs a
// capital and, of one word, what days stand after; or a text of its own.
bool IsHolidayName(const TokenView& tokens, size_t at, size_t last) {
  if (at <= 1 && tokens.IsEnd(last)) return true;
  static constexpr absl::string_view kBefore[] = {
      "on",         "during",      "since", "until", "after", "before", "by",      "for",       "celebrate",
      "celebrated", "celebrating", "of",    "this",  "last",  "next",   "observe", "observing", "marking"};
  if (!tokens.IsCapital(at)) return false;
  return last > at + 1 || std::find(std::begin(kBefore), std::end(kBefore), tokens.Before(at)) != std::end(kBefore);
}

}  // namespace

std::optional<DatePhrase> ReadHolidayPhrase(const DateContext& context, size_t at, bool cued) {
  const TokenView& tokens = context.tokens;
  const std::optional<HolidayRead> holiday = ReadHoliday(tokens, at);
  if (!holiday) return std::nullopt;
  DatePhrase phrase = MakePhrase(Form::kHoliday, Granularity::kDay, at, holiday->last);
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
  if (!HasDay(phrase.part) && !IsHolidayName(tokens, at, holiday->last)) return std::nullopt;
  // "Christmas sales", "the Easter break": a season of that name.
  const size_t next = holiday->last;
  const bool one_word = next == at + 1;
  // "in the new year" is no day; "five days before New Year" is.
  const absl::string_view before = tokens.Before(at);
  if (next == at + 2 && tokens.Is(next - 1, "year") && before != "before" && before != "after" && before != "until")
    return std::nullopt;
  const bool alone = tokens.EndsClause(next) || IsFunctionWord(tokens.Text(next)) || tokens.IsNumber(next) ||
                     FindWeekdayWord(tokens.Text(next)) != nullptr;
  if (!cued && one_word && !alone) return std::nullopt;
  if (one_word && tokens.Before(at) == "the") return std::nullopt;
  return phrase;
}

}  // namespace crosscheck
