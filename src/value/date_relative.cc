#include <array>

#include "value/date_phrase.h"
#include "value/date_tense.h"

namespace crosscheck {
namespace {

using Form = DatePhrase::Form;
using Pick = DatePhrase::Pick;
using Edge = DatePhrase::Edge;

void Keep(std::optional<DatePhrase>& best, std::optional<DatePhrase> other) {
  if (other && (!best || other->last > best->last)) best = other;
}

DatePhrase Relative(Granularity granularity, size_t first, size_t last, std::optional<DayInterval> fixed) {
  DatePhrase phrase;
  phrase.form = Form::kFixed;
  phrase.granularity = granularity;
  phrase.first = first;
  phrase.last = last;
  phrase.parts.relative = true;
  phrase.fixed = fixed;
  return phrase;
}

DatePhrase RelativeDay(const DateContext& context, size_t first, size_t last, int offset) {
  std::optional<DayInterval> fixed;
  if (context.day) fixed = DaysOf(*context.day + offset);
  return Relative(Granularity::kDay, first, last, fixed);
}

bool IsUnit(const TokenView& tokens, size_t at, absl::string_view name) {
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(at));
  return unit != nullptr && unit->name == name;
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

struct Modified {
  Pick pick = Pick::kThis;
  int offset = 0;        // in periods
  bool rolling = false;  // "past": up to the day, and not a whole period
  size_t last = 0;
};

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

// "the following week", "the previous year", "the next day" lean on what the text told before, and not on its day.
bool LeansOnText(const TokenView& tokens, size_t at) {
  const bool the = tokens.Before(at) == "the";
  return (tokens.Is(at, "following") || tokens.Is(at, "previous")) && the;
}

bool IsBusinessDays(const TokenView& tokens, size_t at) {
  return (tokens.Is(at, "business") || tokens.Is(at, "working") || tokens.Is(at, "trading")) &&
         (tokens.Is(at + 1, "days") || tokens.Is(at + 1, "day"));
}

// Monday to Friday count; holidays differ by place and are not known.
absl::CivilDay AfterBusinessDays(absl::CivilDay day, int count) {
  while (count > 0) {
    ++day;
    if (WeekdayOf(day) < 5) --count;
  }
  return day;
}

DayInterval Weekend(absl::CivilDay day, int offset) {
  const DayInterval week = WeekOf(day + 7 * offset);
  return {week.low + 5, week.high};
}

// "last week", "next month", "this fiscal year"; "next week Wednesday", "next week on Friday".
std::optional<DatePhrase> ModifiedUnit(const DateContext& context, size_t at, const Modified& modified) {
  const TokenView& tokens = context.tokens;
  size_t next = modified.last;
  const bool fiscal = tokens.Is(next, "fiscal") || tokens.Is(next, "financial");
  const bool working = tokens.Is(next, "working") && tokens.Is(next + 1, "week");
  if (fiscal || working || tokens.Is(next, "calendar")) ++next;
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(next));
  if (unit == nullptr || unit->abbreviated || unit->granularity == Granularity::kNone) return std::nullopt;
  if (unit->name == "day" || unit->name == "night" || unit->text.back() == 's' || unit->name == "fortnight")
    return std::nullopt;
  std::optional<DayInterval> fixed;
  if (context.day && !LeansOnText(tokens, at)) {
    if (unit->name == "weekend") {
      fixed = Weekend(*context.day, modified.offset);
    } else if (modified.rolling) {
      const int64_t day = DayNumber(*context.day);
      const absl::CivilDay back = unit->months > 0 ? AddMonths(*context.day, -unit->months) : *context.day - unit->days;
      fixed = DayInterval{DayNumber(back), day};
    } else {
      fixed = PeriodAround(*context.day, unit->granularity, modified.offset);
    }
    if (working) fixed->high -= 2;
  }
  DatePhrase phrase = Relative(unit->granularity, at, next + 1, fiscal ? std::nullopt : fixed);
  phrase.fiscal = fiscal;
  if (unit->name == "week" && fixed) {
    size_t day_at = next + 1;
    if (tokens.Is(day_at, "on") || tokens.Is(day_at, ",")) ++day_at;
    const WeekdayWord* const weekday = FindWeekdayWord(tokens.Text(day_at));
    if (weekday != nullptr && !weekday->abbreviated) {
      phrase.fixed = DayInterval{fixed->low + weekday->weekday, fixed->low + weekday->weekday + 1};
      phrase.granularity = Granularity::kDay;
      phrase.parts.weekday = static_cast<int8_t>(weekday->weekday);
      phrase.last = day_at + 1;
    }
  }
  if (tokens.Is(phrase.last, "'") && tokens.Is(phrase.last + 1, "s") && unit->name == "year" && fixed) {
    // "next year's first quarter"
    std::optional<DatePhrase> part = ReadAbsoluteDate(context, phrase.last + 2, true);
    if (part && part->form == Form::kPart && part->parts.year == 0) {
      part->first = at;
      part->parts.year = static_cast<int16_t>(DayAt(fixed->low).year());
      part->parts.relative = true;
      return part;
    }
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
  DatePhrase phrase = Relative(Granularity::kOther, at, unit_at + 1, std::nullopt);
  phrase.vague = count.vague;
  if (!context.day || LeansOnText(tokens, at)) return phrase;
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
      unit->months > 0 ? AddMonths(from, sign * n * unit->months) : from + sign * n * unit->days;
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
    phrase = Relative(Granularity::kSeason, at, modified.last + 1, std::nullopt);
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

std::optional<DatePhrase> ModifiedPhrase(const DateContext& context, size_t at) {
  const std::optional<Modified> modified = ReadModifier(context.tokens, at);
  if (!modified) return CountThenModifier(context, at);
  std::optional<DatePhrase> best = ModifiedUnit(context, at, *modified);
  Keep(best, ModifiedCount(context, at, *modified));
  Keep(best, ModifiedDate(context, at, *modified));
  return best;
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

// What "two years and three months" comes to.
struct Span {
  int days = 0;
  int months = 0;
  Granularity granularity = Granularity::kDay;
  size_t last = 0;
  bool vague = false;
};

std::optional<Span> ReadSpan(const TokenView& tokens, size_t at) {
  Span span;
  size_t next = at;
  int terms = 0;
  while (terms < 4) {
    size_t from = next;
    if (terms > 0 && (tokens.Is(from, "and") || tokens.Is(from, ","))) ++from;
    const std::optional<IntRead> count = ReadCount(tokens, from);
    if (!count) break;
    size_t unit_at = count->last;
    if (tokens.Is(unit_at, "-") && tokens.IsGlued(unit_at)) break;
    const TimeUnit* const unit = FindTimeUnit(tokens.Text(unit_at));
    if (unit == nullptr || (unit->days == 0 && unit->months == 0) || unit->text.size() < 2) break;
    if (count->value > 1000) return std::nullopt;
    span.days += count->value * unit->days;
    span.months += count->value * unit->months;
    const Granularity granularity = unit->months > 0 ? unit->granularity : Granularity::kDay;
    span.granularity = terms == 0 || granularity == span.granularity ? granularity : Granularity::kDay;
    span.vague = span.vague || count->vague;
    next = unit_at + 1;
    ++terms;
    if (tokens.Is(next, "and") && tokens.Is(next + 1, "a") && tokens.Is(next + 2, "half") && unit->months == 12) {
      span.months += 6 * count->value / count->value;
      next += 3;
    }
  }
  if (terms == 0) return std::nullopt;
  span.last = next;
  if (span.granularity == Granularity::kQuarter) span.granularity = Granularity::kMonth;
  return span;
}

// The day that lies `sign` spans from `day`; whole months and years away means that month or year.
DayInterval Shift(absl::CivilDay day, const Span& span, int sign, bool whole) {
  const absl::CivilDay moved = AddMonths(day, sign * span.months) + sign * span.days;
  if (!whole || span.granularity == Granularity::kDay) return DaysOf(moved);
  return PeriodAround(moved, span.granularity, 0);
}

DatePhrase Shifted(const DateContext& context, size_t at, size_t last, const Span& span, int sign) {
  std::optional<DayInterval> fixed;
  if (context.day) fixed = Shift(*context.day, span, sign, true);
  DatePhrase phrase = Relative(span.granularity, at, last, fixed);
  phrase.vague = span.vague || (span.days % 7 == 0 && span.days > 0) || span.months > 0;
  return phrase;
}

// "two weeks before Christmas", "2 days after next Friday", "three weeks from tomorrow".
std::optional<DatePhrase> AnchoredSpan(const DateContext& context, size_t at, const Span& span) {
  const TokenView& tokens = context.tokens;
  const bool before = tokens.Is(span.last, "before");
  if (!before && !tokens.Is(span.last, "after") && !tokens.Is(span.last, "from")) return std::nullopt;
  if (tokens.Is(span.last, "from") && tokens.Is(span.last + 1, "now"))
    return Shifted(context, at, span.last + 2, span, 1);
  const size_t anchor_at = tokens.Is(span.last + 1, "the") ? span.last + 2 : span.last + 1;
  std::optional<DatePhrase> anchor = ReadDatePhrase(context, anchor_at, false);
  if (!anchor || anchor->granularity != Granularity::kDay) return std::nullopt;
  // "after Monday's vote" counts from the vote, and that is as good.
  DatePhrase phrase = Relative(Granularity::kDay, at, anchor->last, std::nullopt);
  if (const std::optional<DayInterval> day = ResolveDate(context, *anchor)) {
    phrase.fixed = Shift(DayAt(day->low), span, before ? -1 : 1, false);
  }
  phrase.vague = span.vague;
  return phrase;
}

// "less than 2 weeks from today": from that day to the other.
std::optional<DatePhrase> WithinAnchored(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const bool less = (tokens.Is(at, "less") || tokens.Is(at, "fewer")) && tokens.Is(at + 1, "than");
  if (!less && !tokens.Is(at, "for")) return std::nullopt;
  const std::optional<Span> span = ReadSpan(tokens, less ? at + 2 : at + 1);
  if (!span) return std::nullopt;
  // "for 3 days from Monday"
  const bool comma = !less && tokens.Is(span->last, ",");
  const size_t link = comma ? span->last + 1 : span->last;
  const bool before = less && tokens.Is(link, "before");
  if (!before && !tokens.Is(link, "from") && !(less && tokens.Is(link, "after"))) return std::nullopt;
  const std::optional<DatePhrase> anchor = ReadDatePhrase(context, link + 1, false);
  if (!anchor || anchor->granularity != Granularity::kDay) return std::nullopt;
  DatePhrase phrase = Relative(Granularity::kOther, at, anchor->last, std::nullopt);
  if (const std::optional<DayInterval> day = ResolveDate(context, *anchor)) {
    const int64_t other = Shift(DayAt(day->low), *span, before ? -1 : 1, false).low;
    phrase.fixed = before ? DayInterval{other, day->low} : DayInterval{day->low, other};
  }
  return phrase;
}

// "three days ago", "two weeks from now", "a year earlier" (from what was told: not resolved).
std::optional<DatePhrase> CountedPhrase(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const std::optional<Span> span = ReadSpan(tokens, at);
  if (!span) return std::nullopt;
  if (tokens.Is(span->last, "ago")) {
    size_t last = span->last + 1;
    if (tokens.Is(last, "today") || tokens.Is(last, "yesterday")) return std::nullopt;
    return Shifted(context, at, last, *span, -1);
  }
  if (tokens.Is(span->last, "earlier") || tokens.Is(span->last, "later") || tokens.Is(span->last, "previously")) {
    return Relative(span->granularity, at, span->last + 1, std::nullopt);
  }
  return AnchoredSpan(context, at, *span);
}

// A superlative or "the first time" before "in five years": a duration looked back on.
bool LooksBack(const TokenView& tokens, size_t at) {
  for (size_t back = 1; back <= 6 && back <= at; ++back) {
    const absl::string_view word = tokens.Before(at, back);
    if (word == "time" || word == "first" || word == "most" || word == "worst" || word == "best" || word == "least" ||
        word == "only" || word == "once" || word == "twice") {
      return true;
    }
    if (word.size() > 5 && word.substr(word.size() - 3) == "est") return true;
    if (word == "." || word == ";") break;
  }
  return false;
}

// "in two weeks", "within 10 months": of what is to come only; "built in two years" is a duration.
std::optional<DatePhrase> InSpan(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const bool within = tokens.Is(at, "within");
  if (!within && !tokens.Is(at, "in")) return std::nullopt;
  size_t next = at + 1;
  if (within && tokens.Is(next, "the")) ++next;
  if (within && (tokens.Is(next, "next") || tokens.Is(next, "upcoming"))) ++next;
  const std::optional<IntRead> count = ReadCount(tokens, next);
  if (!within && count && count->value <= 100 && IsBusinessDays(tokens, count->last)) {
    std::optional<DayInterval> fixed;
    if (context.day) fixed = DaysOf(AfterBusinessDays(*context.day, count->value));
    return Relative(Granularity::kDay, at, count->last + 2, fixed);
  }
  const std::optional<Span> span = ReadSpan(tokens, next);
  if (!span || LooksBack(tokens, at)) return std::nullopt;
  if (tokens.Is(span->last, "or") || tokens.Is(span->last, "-") || tokens.Is(span->last, "of") ||
      tokens.Is(span->last, "after") || tokens.Is(span->last, "'")) {
    return std::nullopt;
  }
  if (!context.day || ReadTense(tokens, at, span->last) == Tense::kPast) return std::nullopt;
  if (!within) return Shifted(context, at, span->last, *span, 1);
  const int64_t day = DayNumber(*context.day);
  DatePhrase phrase = Relative(Granularity::kOther, at, span->last, std::nullopt);
  phrase.fixed = DayInterval{day, Shift(*context.day, *span, 1, false).low};
  phrase.vague = span->vague;
  return phrase;
}

// "Friday next week", "Tuesday, last week", "Tuesday of next week"
std::optional<DatePhrase> WeekdayOfWeek(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const WeekdayWord* const weekday = FindWeekdayWord(tokens.Text(at));
  if (weekday == nullptr || weekday->abbreviated) return std::nullopt;
  size_t next = at + 1;
  if (tokens.Is(next, ",") || tokens.Is(next, "of")) ++next;
  const std::optional<Modified> modified = ReadModifier(tokens, next);
  if (!modified || modified->rolling || !tokens.Is(modified->last, "week")) return std::nullopt;
  std::optional<DayInterval> fixed;
  if (context.day) {
    const int64_t day = WeekOf(*context.day + 7 * modified->offset).low + weekday->weekday;
    fixed = DayInterval{day, day + 1};
  }
  DatePhrase phrase = Relative(Granularity::kDay, at, modified->last + 1, fixed);
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
  if (tokens.Is(next, "after") && tokens.Is(next + 1, "next") && !weekend) {
    std::optional<DayInterval> fixed;
    if (context.day) fixed = WeekOf(*context.day + 14);
    return Relative(Granularity::kWeek, at, next + 2, fixed);
  }
  if (!commencing) {
    const bool joins = tokens.Is(next, "of") || tokens.Is(next, "beginning") || tokens.Is(next, "starting") ||
                       tokens.Is(next, "commencing") || tokens.Is(next, "ending");
    if (!joins || tokens.Is(next, "ending")) return std::nullopt;
    ++next;
    if (tokens.Is(next, "on")) ++next;
    if (tokens.Is(next, "the")) ++next;
  }
  const std::optional<DatePhrase> day = ReadDatePhrase(context, next, true);
  if (!day || day->granularity != Granularity::kDay) return std::nullopt;
  DatePhrase phrase = Relative(Granularity::kWeek, at, day->last, std::nullopt);
  phrase.parts = day->parts;
  if (const std::optional<DayInterval> resolved = ResolveDate(context, *day)) {
    const absl::CivilDay first = DayAt(resolved->low);
    phrase.fixed = weekend ? WeekendAbout(first) : WeekOf(first);
  }
  return phrase;
}

// "first nine months of the year", "last two months of 2024", "third month of 2021"
std::optional<DatePhrase> FirstMonths(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const bool is_last = tokens.Is(at, "last") || tokens.Is(at, "final");
  const std::optional<IntRead> nth = ReadOrdinal(tokens, at);
  if (!is_last && !nth) return std::nullopt;
  const bool one = nth && tokens.Is(nth->last, "month") && nth->value <= 12;
  if (nth && !one && nth->value != 1) return std::nullopt;
  IntRead count{1, nth ? nth->last : at + 1};
  if (!one) {
    const std::optional<IntRead> read = ReadCount(tokens, count.last);
    if (!read || read->value < 1 || read->value > 12 || !IsUnit(tokens, read->last, "month")) return std::nullopt;
    count = *read;
  }
  if (!tokens.Is(count.last + 1, "of") && !tokens.Is(count.last + 1, "in")) return std::nullopt;
  const std::optional<DatePhrase> period = ReadPeriod(context, count.last + 2);
  if (!period || period->granularity != Granularity::kYear) return std::nullopt;
  DatePhrase phrase = Relative(one ? Granularity::kMonth : Granularity::kOther, at, period->last, std::nullopt);
  phrase.parts = period->parts;
  phrase.fiscal = period->fiscal;
  if (const std::optional<DayInterval> days = ResolveDate(context, *period)) {
    const int year = static_cast<int>(DayAt(days->low).year());
    phrase.fixed = one       ? MonthOf(year, nth->value)
                   : is_last ? MonthsFrom(year, 13 - count.value, count.value)
                             : MonthsFrom(year, 1, count.value);
  }
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
    return Relative(Granularity::kOther, at, at + 3, fixed);
  }
  if (tokens.Is(at, "year") && tokens.Is(at + 1, "-") && tokens.Is(at + 2, "end")) {
    DatePhrase phrase = Relative(Granularity::kDay, at, at + 3, std::nullopt);
    phrase.form = Form::kCalendar;
    phrase.parts.month = 12;
    phrase.parts.day = 31;
    phrase.pick = Pick::kThis;
    return phrase;
  }
  const absl::string_view before = tokens.Before(at);
  if (tokens.Is(at, "weekend") && (before == "the" || before == "my" || before == "that" || tokens.size() == 1) &&
      (tokens.EndsClause(at + 1) || IsFunctionWord(tokens.Text(at + 1)))) {
    std::optional<DayInterval> fixed;
    if (context.day) {
      const bool past = ReadTense(tokens, at, at + 1) == Tense::kPast && WeekdayOf(*context.day) < 5;
      fixed = Weekend(*context.day, past ? -1 : 0);
    }
    return Relative(Granularity::kOther, at, at + 1, fixed);
  }
  // ISO 8601 weeks; with a capital, a round of a season of games.
  const std::optional<IntRead> week = ReadCount(tokens, at + 1);
  if (tokens.Is(at, "week") && !tokens.IsCapital(at) && tokens.IsNumber(at + 1) && week && week->value >= 1 &&
      week->value <= 53) {
    DatePhrase phrase = Relative(Granularity::kWeek, at, week->last, std::nullopt);
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
        return Relative(unit->granularity, at, next + 1, fixed);
      }
      default:
        return std::nullopt;
    }
  }
  return ReadDatePhrase(context, next, true);
}

std::optional<DatePhrase> ReadRelativeDate(const DateContext& context, size_t at) {
  std::optional<DatePhrase> best = NamedDay(context, at);
  Keep(best, ModifiedPhrase(context, at));
  Keep(best, EdgedPhrase(context, at));
  Keep(best, CountedPhrase(context, at));
  Keep(best, WithinAnchored(context, at));
  Keep(best, InSpan(context, at));
  Keep(best, WeekdayOfWeek(context, at));
  Keep(best, WeekPhrase(context, at));
  Keep(best, FirstMonths(context, at));
  Keep(best, SetPhrases(context, at));
  return best;
}

std::optional<DatePhrase> ReadDatePhrase(const DateContext& context, size_t at, bool cued) {
  constexpr int kMostDepth = 3;
  if (context.depth >= kMostDepth) return std::nullopt;
  DateContext inner = context;
  ++inner.depth;
  std::optional<DatePhrase> best = ReadAbsoluteDate(inner, at, cued);
  Keep(best, ReadRelativeDate(inner, at));
  return best;
}

}  // namespace crosscheck
