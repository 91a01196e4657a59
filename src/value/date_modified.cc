#include "value/date_modified.h"

#include <array>

#include "value/date_readers.h"
#include "value/date_roles.h"
#include "value/date_tense.h"

// "last week", "the past three months", "next Friday", "this March": a period and a word that picks it.
namespace crosscheck {

using Form = DatePhrase::Form;
using Pick = DatePhrase::Pick;

// "last", "next", "this", "the coming", "this past", "current", "previous".
std::optional<Modified> ReadModifier(const TokenView& tokens, size_t at) {
  struct Row {
    absl::string_view word;
    Modified modified;
  };
  static constexpr std::array<Row, 9> kRows = {{{"last", {Pick::kLast, -1, false}},
                                                {"past", {Pick::kRecent, -1, true}},
                                                {"previous", {Pick::kLast, -1, false}},
                                                {"next", {Pick::kNext, 1, false}},
                                                {"coming", {Pick::kComing, 1, false}},
                                                {"upcoming", {Pick::kComing, 1, false}},
                                                {"following", {Pick::kNext, 1, false}},
                                                {"this", {Pick::kThis, 0, false}},
                                                {"current", {Pick::kThis, 0, false}}}};
  size_t next = at;
  if (tokens.Is(next, "this") &&
      (tokens.Is(next + 1, "past") || tokens.Is(next + 1, "coming") || tokens.Is(next + 1, "current"))) {
    ++next;
  }
  for (const Row& row : kRows) {
    if (!tokens.Is(next, row.word)) continue;
    Modified modified = row.modified;
    modified.last = next + 1;
    return modified;
  }
  return std::nullopt;
}

DayInterval Weekend(absl::CivilDay day, int offset) {
  const DayInterval week = WeekOf(day + absl::civil_diff_t{7} * offset);
  return {week.low + 5, week.high};
}

namespace {

// "the following week", "the previous year", "the next day" lean on what the text told before, and not on its day.
bool LeansOnText(const TokenView& tokens, size_t at) {
  const bool the = tokens.Before(at) == "the";
  return (tokens.Is(at, "following") || tokens.Is(at, "previous")) && the;
}

// What leans on the text is counted from its day where the clause tells of no past.
bool IsPast(const DateContext& context, const DatePhrase& phrase) {
  return ReadTense(context.tokens, phrase.first, phrase.last) == Tense::kPast;
}

// The period that "last", "this" or "next" unit means.
DayInterval ModifiedPeriod(absl::CivilDay day, const TimeUnit& unit, const Modified& modified) {
  if (unit.name == "weekend") return Weekend(day, modified.offset);
  if (!modified.rolling) return PeriodAround(day, unit.granularity, modified.offset);
  const absl::CivilDay back = unit.months > 0 ? AddMonths(day, -unit.months) : day - unit.days;
  return {DayNumber(back), DayNumber(day)};
}

// "next week Wednesday", "next week on Friday": narrows the week to its day.
void ReadDayOfWeek(const TokenView& tokens, DatePhrase& week) {
  size_t day_at = week.last;
  if (tokens.Is(day_at, "on") || tokens.Is(day_at, ",")) ++day_at;
  const bool between = tokens.Is(day_at, "between");
  if (between || tokens.Is(day_at, "from")) ++day_at;
  const WeekdayWord* const weekday = FindWeekdayWord(tokens.Text(day_at));
  if (weekday == nullptr || weekday->abbreviated) return;
  const int64_t day = week.fixed->low + weekday->weekday;
  if (day_at > week.last && tokens.Is(day_at + 1, between ? "and" : "to")) {
    const WeekdayWord* const end = FindWeekdayWord(tokens.Text(day_at + 2));
    if (end == nullptr || end->weekday <= weekday->weekday) return;
    const int64_t limit = week.fixed->low + end->weekday;
    week.fixed = DayInterval{day, between ? limit : limit + 1};
    week.granularity = Granularity::kOther;
    week.last = day_at + 3;
    return;
  }
  if (between || tokens.Is(day_at - 1, "from")) return;
  week.fixed = DayInterval{day, day + 1};
  week.granularity = Granularity::kDay;
  week.parts.weekday = static_cast<int8_t>(weekday->weekday);
  week.last = day_at + 1;
}

// "next year's first quarter", "last year in August"
std::optional<DatePhrase> PartOfModifiedYear(const DateContext& context, const DatePhrase& year) {
  const bool in = context.tokens.Is(year.last, "in");
  if (!in && (!context.tokens.Is(year.last, "'") || !context.tokens.Is(year.last + 1, "s"))) return std::nullopt;
  std::optional<DatePhrase> part = ReadAbsoluteDate(context, in ? year.last + 1 : year.last + 2, true);
  if (!part || part->parts.year != 0) return std::nullopt;
  const bool month = in && part->form == Form::kCalendar && part->parts.day == 0;
  if (part->form != Form::kPart && !month) return std::nullopt;
  part->first = year.first;
  part->parts.year = static_cast<int16_t>(DayAt(year.fixed->low).year());
  part->parts.relative = true;
  return part;
}

// "last week", "next month", "this fiscal year"
std::optional<DatePhrase> ModifiedUnit(const DateContext& context, size_t at, const Modified& modified) {
  const TokenView& tokens = context.tokens;
  size_t next = modified.last;
  const bool fiscal = tokens.Is(next, "fiscal") || tokens.Is(next, "financial");
  const bool working = tokens.Is(next, "working") && tokens.Is(next + 1, "week");
  if (fiscal || working || tokens.Is(next, "calendar")) ++next;
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(next));
  if (unit == nullptr || unit->abbreviated || unit->granularity == Granularity::kNone || unit->text.back() == 's' ||
      unit->granularity == Granularity::kDay || unit->name == "fortnight") {
    return std::nullopt;
  }
  DatePhrase phrase = MakeRelative(unit->granularity, at, next + 1, std::nullopt);
  phrase.fiscal = fiscal;
  const bool leans = LeansOnText(tokens, at);
  if (!context.day || fiscal || (leans && IsPast(context, phrase))) return phrase;
  if (leans) LeanOnText(phrase);
  phrase.fixed = ModifiedPeriod(*context.day, *unit, modified);
  if (working) phrase.fixed->high -= 2;
  const bool half =
      modified.rolling && tokens.Is(next + 1, "and") && tokens.Is(next + 2, "a") && tokens.Is(next + 3, "half");
  if (half) {  // "the past year and a half"
    phrase.fixed->low = DayNumber(AddMonths(DayAt(phrase.fixed->low), -unit->months / 2)) - unit->days / 2;
    phrase.granularity = Granularity::kOther;
    phrase.last = next + 4;
  }
  if (unit->name == "week") ReadDayOfWeek(tokens, phrase);
  if (unit->name == "year") {
    if (std::optional<DatePhrase> part = PartOfModifiedYear(context, phrase)) return part;
  }
  return phrase;
}

// "the past three months", "next 5 days": up to the document's day or from the day after it. Quarters and longer
// periods than a year are whole ones.
std::optional<DatePhrase> CountedPeriods(const DateContext& context, size_t at, const Modified& modified,
                                         const IntRead& count, size_t unit_at) {
  const TokenView& tokens = context.tokens;
  const bool business = IsBusinessDays(tokens, unit_at);
  if (business) ++unit_at;
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(unit_at));
  if (unit == nullptr || unit->abbreviated || unit->granularity == Granularity::kNone ||
      (unit->days == 0 && unit->months == 0)) {
    return std::nullopt;
  }
  if (count.value < 1 || unit->months > 1200) return std::nullopt;
  DatePhrase phrase = MakeRelative(Granularity::kOther, at, unit_at + 1, std::nullopt);
  phrase.vague = count.vague;
  const bool leans = LeansOnText(tokens, at);
  if (!context.day || (leans && IsPast(context, phrase))) return phrase;
  if (leans) LeanOnText(phrase);
  const absl::CivilDay day = *context.day;
  const int n = count.value;
  const bool whole = unit->granularity == Granularity::kQuarter || unit->granularity == Granularity::kDecade ||
                     unit->granularity == Granularity::kCentury;
  if (whole) {
    const DayInterval now = PeriodAround(day, unit->granularity, 0);
    phrase.fixed = modified.offset < 0 ? DayInterval{PeriodAround(day, unit->granularity, -n).low, now.low}
                                       : DayInterval{now.high, PeriodAround(day, unit->granularity, n).high};
    return phrase;
  }
  const int sign = modified.offset;
  if (business && sign > 0) {
    phrase.fixed = DayInterval{DayNumber(day + 1), DayNumber(AfterBusinessDays(day, n)) + 1};
    return phrase;
  }
  const absl::CivilDay from = sign > 0 ? day + 1 : day;
  const absl::CivilDay other =
      unit->months > 0 ? AddMonths(from, sign * n * unit->months) : from + absl::civil_diff_t{sign} * n * unit->days;
  phrase.fixed =
      sign > 0 ? DayInterval{DayNumber(from), DayNumber(other)} : DayInterval{DayNumber(other), DayNumber(from)};
  return phrase;
}

std::optional<DatePhrase> ModifiedCount(const DateContext& context, size_t at, const Modified& modified) {
  if (modified.offset == 0) return std::nullopt;
  const std::optional<IntRead> count = ReadCount(context.tokens, modified.last);
  if (!count) return std::nullopt;
  return CountedPeriods(context, at, modified, *count, count->last);
}

// "last July", "next Tuesday", "this summer", "last Christmas", "this July 4".
std::optional<DatePhrase> ModifiedDate(const DateContext& context, size_t at, const Modified& modified) {
  const TokenView& tokens = context.tokens;
  if (LeansOnText(tokens, at)) return std::nullopt;
  const bool season = FindSeasonWord(tokens.Text(modified.last)).has_value();
  std::optional<DatePhrase> phrase;
  if (season) {
    phrase = MakeRelative(Granularity::kSeason, at, modified.last + 1, std::nullopt);
    phrase->form = Form::kPart;
    phrase->part = *FindSeasonWord(tokens.Text(modified.last));
  } else {
    phrase = ReadAbsoluteDate(context, modified.last, true);
  }
  if (!phrase || phrase->parts.year != 0 || phrase->form == Form::kFixed || phrase->form == Form::kNthWeek)
    return std::nullopt;
  if (phrase->form == Form::kDayOfMonth && phrase->parts.weekday < 0) return std::nullopt;
  if (phrase->form == Form::kPart && !season) return std::nullopt;
  const bool weekday_and_day =
      phrase->form == Form::kCalendar && phrase->parts.weekday >= 0 && modified.pick != Pick::kThis;
  if (phrase->form == Form::kCalendar && phrase->parts.month == 0) return std::nullopt;
  phrase->first = at;
  phrase->pick = weekday_and_day ? Pick::kTense : modified.pick;
  phrase->parts.relative = true;
  return phrase;
}

// "the five past years", "2 upcoming months": the count before the word.
std::optional<DatePhrase> CountThenModifier(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> count = ReadCount(tokens, at);
  if (!count || count->vague || tokens.Is(at, "a") || tokens.Is(at, "an")) return std::nullopt;
  const std::optional<Modified> modified = ReadModifier(tokens, count->last);
  if (!modified || modified->offset == 0) return std::nullopt;
  return CountedPeriods(context, at, *modified, *count, modified->last);
}

// "next business day", "last weekday"; "the next day" of what is to come. In a story that is told "the next day"
// follows what was told before.
std::optional<DatePhrase> ModifiedDay(const DateContext& context, size_t at, const Modified& modified) {
  const TokenView& tokens = context.tokens;
  const bool business = IsBusinessDays(tokens, modified.last) && tokens.Is(modified.last + 1, "day");
  const bool weekday = business || tokens.Is(modified.last, "weekday");
  const bool next = tokens.Is(at, "next") || tokens.Is(at, "following");
  if (!weekday && !(next && tokens.Is(modified.last, "day"))) return std::nullopt;
  if (!weekday && tokens.IsWord(modified.last + 1) && !IsFunctionWord(tokens.Text(modified.last + 1)))
    return std::nullopt;
  const size_t last = modified.last + (business ? 2 : 1);
  DatePhrase phrase = MakeRelative(Granularity::kDay, at, last, std::nullopt);
  if (modified.rolling || modified.offset == 0) return std::nullopt;
  const bool leans = !weekday || tokens.Before(at) == "the";
  if (!context.day || (leans && !TellsOfFuture(context, at, last)))
    return weekday ? std::optional(phrase) : std::nullopt;
  absl::CivilDay day = *context.day + modified.offset;
  while (weekday && WeekdayOf(day) >= 5) day += modified.offset;
  phrase.fixed = DaysOf(day);
  if (leans) LeanOnText(phrase);
  return phrase;
}

}  // namespace

std::optional<DatePhrase> ReadModifiedPhrase(const DateContext& context, size_t at) {
  const std::optional<Modified> modified = ReadModifier(context.tokens, at);
  if (!modified) return CountThenModifier(context, at);
  std::optional<DatePhrase> best = ModifiedUnit(context, at, *modified);
  KeepLonger(best, ModifiedDay(context, at, *modified));
  KeepLonger(best, ModifiedCount(context, at, *modified));
  KeepLonger(best, ModifiedDate(context, at, *modified));
  return best;
}

}  // namespace crosscheck
