#include <array>

#include "value/date_modified.h"
#include "value/date_readers.h"
#include "value/date_roles.h"
#include "value/date_tense.h"

namespace crosscheck {
namespace {

using Form = DatePhrase::Form;
using Pick = DatePhrase::Pick;
using Edge = DatePhrase::Edge;

constexpr int kLongRoom = 60;  // days: a wording so wide has no weekday

DatePhrase RelativeDay(const DateContext& context, size_t first, size_t last, int offset) {
  std::optional<DayInterval> fixed;
  if (context.day) fixed = DaysOf(*context.day + offset);
  return MakeRelative(Granularity::kDay, first, last, fixed);
}

// "today", "yesterday", "tomorrow morning", "tonight", "this morning", "last night".
std::optional<DatePhrase> NamedDay(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const absl::string_view word = tokens.Text(at);
  if (word == "today" || word == "tonight") {
    // "today's" and "today" as "nowadays" cannot be told apart; "USA Today" can.
    if (tokens.IsCapital(at) && at > 0 && tokens.IsCapital(at - 1)) return std::nullopt;
    return RelativeDay(context, at, at + 1, 0);
  }
  if (word == "yesterday") return RelativeDay(context, at, at + 1, -1);
  if (word == "tomorrow" || word == "tmrw") return RelativeDay(context, at, at + 1, 1);
  const absl::string_view next = tokens.Text(at + 1);
  if (word == "this" && (next == "morning" || next == "afternoon" || next == "evening")) {
    return RelativeDay(context, at, at + 2, 0);
  }
  if (word == "last" && next == "night") return RelativeDay(context, at, at + 2, -1);
  if (word == "day" && next == "before" && tokens.Is(at + 2, "yesterday")) return RelativeDay(context, at, at + 3, -2);
  if (word == "day" && next == "after" && (tokens.Is(at + 2, "tomorrow") || tokens.Is(at + 2, "tmrw"))) {
    return RelativeDay(context, at, at + 3, 2);
  }
  return std::nullopt;
}

struct Edged {
  Edge edge = Edge::kNone;
  size_t last = 0;
  bool needs_the = false;
};

// "early", "mid-", "late", "the end of", "rest of", "earlier", "later".
std::optional<Edged> ReadEdge(const TokenView& tokens, size_t at) {
  struct Row {
    absl::string_view word;
    Edge edge;
    bool of;  // "of" must follow
  };
  static constexpr std::array<Row, 12> kRows = {{{"early", Edge::kEarly, false},
                                                 {"mid", Edge::kMiddle, false},
                                                 {"late", Edge::kLate, false},
                                                 {"beginning", Edge::kStart, true},
                                                 {"start", Edge::kStart, true},
                                                 {"middle", Edge::kMiddle, true},
                                                 {"end", Edge::kEnd, true},
                                                 {"close", Edge::kEnd, true},
                                                 {"rest", Edge::kRest, true},
                                                 {"remainder", Edge::kRest, true},
                                                 {"earlier", Edge::kEarlier, false},
                                                 {"later", Edge::kLater, false}}};
  for (const Row& row : kRows) {
    if (!tokens.Is(at, row.word)) continue;
    size_t next = at + 1;
    if (row.of && !tokens.Is(next, "of")) return std::nullopt;
    const bool in_the = (tokens.Is(next, "in") || tokens.Is(next, "on")) && !row.of;
    if (row.of || in_the) ++next;
    if (tokens.Is(next, "-") && row.edge == Edge::kMiddle) ++next;
    return Edged{row.edge, next, in_the};
  }
  return std::nullopt;
}

std::optional<DatePhrase> EdgedPhrase(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const std::optional<Edged> edged = ReadEdge(tokens, at);
  if (!edged) return std::nullopt;
  std::optional<DatePhrase> phrase = ReadPeriod(context, edged->last);
  if (!phrase || phrase->granularity == Granularity::kDay || phrase->edge != Edge::kNone) return std::nullopt;
  const bool moving = edged->edge == Edge::kEarlier || edged->edge == Edge::kLater;
  if (moving && phrase->form != Form::kFixed) {
    if (!phrase->parts.relative) return std::nullopt;
  }
  phrase->first = at;
  phrase->edge = edged->edge;
  if (moving && phrase->fixed && context.day && !phrase->fixed->Holds(DayNumber(*context.day))) {
    phrase->edge = edged->edge == Edge::kEarlier ? Edge::kStart : Edge::kEnd;  // "earlier last week"
  }
  return phrase;
}

// "Sunday before last", "Friday after next", "Monday week", "Monday last".
std::optional<DatePhrase> DistantWeekday(const DateContext& context, size_t at, int weekday) {
  const TokenView& tokens = context.tokens;
  const bool before_last = tokens.Is(at + 1, "before") && tokens.Is(at + 2, "last");
  const bool after_next = tokens.Is(at + 1, "after") && tokens.Is(at + 2, "next");
  const bool two_words = before_last || after_next;
  const size_t last = two_words ? at + 3 : at + 2;
  const bool ends = tokens.EndsClause(last) || (two_words && IsFunctionWord(tokens.Text(last)));
  if (!ends) return std::nullopt;
  const bool week = tokens.Is(at + 1, "week") && !tokens.IsCapital(at + 1) && TellsOfFuture(context, at, at + 2);
  if (!two_words && !week && !tokens.Is(at + 1, "last") && !tokens.Is(at + 1, "next")) return std::nullopt;
  DatePhrase phrase = MakeRelative(Granularity::kDay, at, last, std::nullopt);
  phrase.parts.weekday = static_cast<int8_t>(weekday);
  if (!context.day) return phrase;
  const int today = WeekdayOf(*context.day);
  const int back = (today - weekday + 6) % 7 + 1;
  const int ahead = (weekday - today + 6) % 7 + 1;
  int offset = before_last ? -back - 7 : after_next || week ? ahead + 7 : tokens.Is(at + 1, "last") ? -back : ahead;
  if (week && ahead == 7) offset = 7;
  phrase.fixed = DaysOf(*context.day + offset);
  return phrase;
}

// "the week before last", "the year after next", "the night before last"
std::optional<DatePhrase> DistantPeriod(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const bool before = tokens.Is(at + 1, "before") && tokens.Is(at + 2, "last");
  if (!before && !(tokens.Is(at + 1, "after") && tokens.Is(at + 2, "next"))) return std::nullopt;
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(at));
  if (unit == nullptr || unit->abbreviated || unit->text.back() == 's') return std::nullopt;
  const bool night = unit->name == "night";
  if (unit->name == "day" || (night && !before)) return std::nullopt;
  DatePhrase phrase = MakeRelative(unit->granularity, at, at + 3, std::nullopt);
  if (!context.day) return phrase;
  const int offset = before ? -2 : 2;
  phrase.fixed =
      unit->name == "weekend" ? Weekend(*context.day, offset) : PeriodAround(*context.day, unit->granularity, offset);
  return phrase;
}

// "the day before May 3", "the day after Christmas"
std::optional<DatePhrase> DayBeside(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const bool before = tokens.Is(at + 1, "before");
  if (!tokens.Is(at, "day") || (!before && !tokens.Is(at + 1, "after"))) return std::nullopt;
  const std::optional<DatePhrase> anchor = ReadDatePhrase(context, at + 2, false);
  if (!anchor || anchor->granularity != Granularity::kDay || tokens.Is(anchor->last, "'")) return std::nullopt;
  DatePhrase phrase = MakeRelative(Granularity::kDay, at, anchor->last, std::nullopt);
  if (const std::optional<DayInterval> day = ResolveDate(context, *anchor)) {
    phrase.fixed = DaysOf(DayAt(day->low) + (before ? -1 : 1));
  }
  return phrase;
}

// "this time last year", "this day last month"
std::optional<DatePhrase> ThisTime(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const bool day = tokens.Is(at + 1, "day");
  if (!tokens.Is(at, "this") || (!day && !tokens.Is(at + 1, "time"))) return std::nullopt;
  const bool last = tokens.Is(at + 2, "last");
  if (!last && !tokens.Is(at + 2, "next")) return std::nullopt;
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(at + 3));
  if (unit == nullptr || unit->text.back() == 's' || (unit->days == 0 && unit->months == 0)) return std::nullopt;
  DatePhrase phrase = MakeRelative(Granularity::kDay, at, at + 4, std::nullopt);
  if (!context.day) return phrase;
  const int sign = last ? -1 : 1;
  phrase.fixed = DaysOf(AddMonths(*context.day, sign * unit->months) + absl::civil_diff_t{sign} * unit->days);
  phrase.vague = !day;
  phrase.room = day ? 0 : unit->months > 0 ? 31 : 1;
  return phrase;
}

// "Friday next week", "Tuesday, last week", "Tuesday of next week"
std::optional<DatePhrase> WeekdayOfWeek(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const WeekdayWord* const weekday = FindWeekdayWord(tokens.Text(at));
  if (weekday == nullptr || weekday->abbreviated) return std::nullopt;
  size_t next = at + 1;
  if (tokens.Is(next, ",") || tokens.Is(next, "of")) ++next;
  if (next == at + 1) {
    // "Monday two weeks from now", "Sunday three weeks after Easter"
    std::optional<DatePhrase> counted = ReadCountedPhrase(context, next);
    if (counted && counted->fixed && counted->room < kLongRoom && counted->parts.weekday < 0) {
      counted->first = at;
      NarrowToWeekday(*counted, weekday->weekday, counted->granularity == Granularity::kMonth);
      return counted;
    }
  }
  if (std::optional<DatePhrase> distant = DistantWeekday(context, at, weekday->weekday)) return distant;
  const std::optional<Modified> modified = ReadModifier(tokens, next);
  if (!modified || modified->rolling || !tokens.Is(modified->last, "week")) return std::nullopt;
  std::optional<DayInterval> fixed;
  if (context.day) {
    const int64_t day = WeekOf(*context.day + absl::civil_diff_t{7} * modified->offset).low + weekday->weekday;
    fixed = DayInterval{day, day + 1};
  }
  DatePhrase phrase = MakeRelative(Granularity::kDay, at, modified->last + 1, fixed);
  phrase.parts.weekday = static_cast<int8_t>(weekday->weekday);
  return phrase;
}

// "week of July 7", "week beginning Feb. 4", "w/c Feb 4", "week after next", "weekend of Halloween"
std::optional<DatePhrase> WeekPhrase(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const bool commencing = tokens.Is(at, "w") && tokens.Is(at + 1, "/") && tokens.Is(at + 2, "c");
  const bool weekend = tokens.Is(at, "weekend");
  if (!commencing && !weekend && !tokens.Is(at, "week")) return std::nullopt;
  size_t next = commencing ? at + 3 : at + 1;
  const bool ends = tokens.Is(next, "ending") || tokens.Is(next, "ended");
  if (!commencing) {
    const bool joins = tokens.Is(next, "of") || tokens.Is(next, "beginning") || tokens.Is(next, "starting") ||
                       tokens.Is(next, "commencing") || ends;
    if (!joins || (ends && weekend)) return std::nullopt;
    ++next;
    if (tokens.Is(next, "on")) ++next;
    if (tokens.Is(next, "the")) ++next;
  }
  const std::optional<DatePhrase> day = ReadDatePhrase(context, next, true);
  if (!day || day->granularity != Granularity::kDay) return std::nullopt;
  DatePhrase phrase = MakeRelative(Granularity::kWeek, at, day->last, std::nullopt);
  phrase.parts = day->parts;
  if (const std::optional<DayInterval> resolved = ResolveDate(context, *day)) {
    const absl::CivilDay first = DayAt(resolved->low);
    phrase.fixed = weekend ? WeekendAbout(first)
                   : ends  ? DayInterval{resolved->low - 6, resolved->high}
                           : WeekOf(first);
  }
  return phrase;
}

// "closed for the day", "what is planned in the year": the document's own, where the clause ends there and tells of no
// past. A quarter or year that is reported on is "for the year".
std::optional<DatePhrase> PeriodOfPrint(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const bool day = tokens.Is(at, "day");
  if (!day && !tokens.Is(at, "year")) return std::nullopt;
  if (tokens.Before(at) != "the" || tokens.Before(at, 2) != (day ? "for" : "in") || !tokens.EndsClause(at + 1)) {
    return std::nullopt;
  }
  // "is closed for the day" is of the present.
  const absl::string_view fourth = tokens.Before(at, 4);
  const bool present = fourth == "is" || fourth == "are" || fourth == "am" || fourth == "m" || fourth == "re";
  if (!context.day || (!present && ReadTense(tokens, at, at + 1) == Tense::kPast)) return std::nullopt;
  const Granularity granularity = day ? Granularity::kDay : Granularity::kYear;
  DatePhrase phrase = MakeRelative(granularity, at, at + 1, PeriodAround(*context.day, granularity, 0));
  LeanOnText(phrase);
  return phrase;
}

// "year to date", "year-end", "over the weekend"
std::optional<DatePhrase> SetPhrases(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  if (tokens.Is(at, "year") && tokens.Is(at + 1, "to") && tokens.Is(at + 2, "date")) {
    std::optional<DayInterval> fixed;
    if (context.day)
      fixed = DayInterval{PeriodAround(*context.day, Granularity::kYear, 0).low, DayNumber(*context.day)};
    if (fixed && fixed->low == fixed->high) ++fixed->high;
    return MakeRelative(Granularity::kOther, at, at + 3, fixed);
  }
  if (tokens.Is(at, "year") && tokens.Is(at + 1, "-") && tokens.Is(at + 2, "end")) {
    DatePhrase phrase = MakeRelative(Granularity::kDay, at, at + 3, std::nullopt);
    phrase.form = Form::kCalendar;
    phrase.parts.month = 12;
    phrase.parts.day = 31;
    phrase.pick = Pick::kThis;
    return phrase;
  }
  if (std::optional<DatePhrase> period = PeriodOfPrint(context, at)) return period;
  const absl::string_view before = tokens.Before(at);
  if (tokens.Is(at, "weekend") && (before == "the" || before == "my" || before == "that" || tokens.size() == 1) &&
      (tokens.EndsClause(at + 1) || IsFunctionWord(tokens.Text(at + 1)))) {
    std::optional<DayInterval> fixed;
    if (context.day) {
      const bool past = ReadTense(tokens, at, at + 1) == Tense::kPast && WeekdayOf(*context.day) < 5;
      fixed = Weekend(*context.day, past ? -1 : 0);
    }
    return MakeRelative(Granularity::kOther, at, at + 1, fixed);
  }
  // ISO 8601 weeks; with a capital, a round of a season of games.
  const std::optional<IntRead> week = ReadCount(tokens, at + 1);
  if (tokens.Is(at, "week") && !tokens.IsCapital(at) && tokens.IsNumber(at + 1) && week && week->value >= 1 &&
      week->value <= 53) {
    DatePhrase phrase = MakeRelative(Granularity::kWeek, at, week->last, std::nullopt);
    phrase.form = Form::kIsoWeek;
    phrase.part = week->value;
    phrase.pick = Pick::kThis;
    phrase.parts.relative = false;
    if (const auto year = ReadYearSuffix(context, week->last, false)) {
      phrase.parts.year = static_cast<int16_t>(year->year);
      phrase.last = year->last;
    }
    return phrase;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DatePhrase> ReadPeriod(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const bool the = tokens.Is(at, "the");
  const size_t next = the ? at + 1 : at;
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(next));
  const bool mine = tokens.Is(at, "my") || tokens.Is(at, "this");
  if (the && unit != nullptr && !unit->abbreviated && unit->text.back() != 's' && !mine) {
    switch (unit->granularity) {
      case Granularity::kWeek:
      case Granularity::kMonth:
      case Granularity::kQuarter:
      case Granularity::kYear:
      case Granularity::kDecade:
      case Granularity::kCentury: {
        if (tokens.Is(next + 1, "-") && tokens.IsGlued(next + 1)) return std::nullopt;  // "the year-old"
        std::optional<DayInterval> fixed;
        if (context.day) fixed = PeriodAround(*context.day, unit->granularity, 0);
        return MakeRelative(unit->granularity, at, next + 1, fixed);
      }
      default:
        return std::nullopt;
    }
  }
  return ReadDatePhrase(context, next, true);
}

std::optional<DatePhrase> ReadRelativeDate(const DateContext& context, size_t at) {
  return ReadRelativeDate(context, at, RolesAt(context.tokens, at));
}

std::optional<DatePhrase> ReadRelativeDate(const DateContext& context, size_t at, DateRoles roles) {
  std::optional<DatePhrase> best;
  if ((roles & kRelativeRoles) == 0) return best;
  if (roles & kRoleNamedDay) {
    KeepLonger(best, NamedDay(context, at));
    KeepLonger(best, ThisTime(context, at));
  }
  if (roles & (kRoleModifier | kRoleCardinal | kRoleCount)) KeepLonger(best, ReadModifiedPhrase(context, at));
  if (roles & kRoleEdge) KeepLonger(best, EdgedPhrase(context, at));
  if (roles & (kRoleCardinal | kRoleCount)) KeepLonger(best, ReadCountedPhrase(context, at));
  if (roles & kRoleWithin) KeepLonger(best, ReadWithinAnchored(context, at));
  if (roles & kRoleIn) KeepLonger(best, ReadInSpan(context, at));
  if (roles & kRoleWeekday) KeepLonger(best, WeekdayOfWeek(context, at));
  if (roles & kRoleWeek) {
    KeepLonger(best, WeekPhrase(context, at));
    KeepLonger(best, SetPhrases(context, at));
    KeepLonger(best, DistantPeriod(context, at));
    KeepLonger(best, DayBeside(context, at));
  }
  if (roles & (kRoleOrdinal | kRoleLast)) KeepLonger(best, ReadFirstMonths(context, at));
  return best;
}

std::optional<DatePhrase> ReadDatePhrase(const DateContext& context, size_t at, bool cued) {
  constexpr int kMostDepth = 3;
  if (context.depth >= kMostDepth) return std::nullopt;
  const DateRoles roles = RolesAt(context.tokens, at);
  if (roles == 0) return std::nullopt;
  DateContext inner = context;
  ++inner.depth;
  std::optional<DatePhrase> best = ReadAbsoluteDate(inner, at, cued, roles);
  KeepLonger(best, ReadRelativeDate(inner, at, roles));
  return best;
}

}  // namespace crosscheck
