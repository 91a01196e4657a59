#include "value/date_readers.h"
#include "value/date_tense.h"

namespace crosscheck {
namespace {

// What "two years and three months" comes to.
struct Span {
  int days = 0;
  int months = 0;
  Granularity granularity = Granularity::kDay;
  size_t last = 0;
  bool vague = false;
};

// One count of one unit, "and a half" of a year with it, added to `span`; false where none begins at `at`.
bool AddTerm(const TokenView& tokens, size_t at, bool first, Span& span) {
  const std::optional<IntRead> count = ReadCount(tokens, at);
  if (!count || count->value > 1000) return false;
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(count->last));
  if (unit == nullptr || (unit->days == 0 && unit->months == 0) || unit->text.size() < 2) return false;
  span.days += count->value * unit->days;
  span.months += count->value * unit->months;
  const Granularity granularity = unit->months > 0 ? unit->granularity : Granularity::kDay;
  span.granularity = first || granularity == span.granularity ? granularity : Granularity::kDay;
  span.vague = span.vague || count->vague;
  span.last = count->last + 1;
  const bool half = tokens.Is(span.last, "and") && tokens.Is(span.last + 1, "a") && tokens.Is(span.last + 2, "half");
  if (half && unit->months == 12) {
    span.months += 6;
    span.last += 3;
  }
  return true;
}

std::optional<Span> ReadSpan(const TokenView& tokens, size_t at) {
  Span span;
  if (!AddTerm(tokens, at, true, span)) return std::nullopt;
  for (int terms = 1; terms < 4; ++terms) {
    const bool joined = tokens.Is(span.last, "and") || tokens.Is(span.last, ",");
    if (!AddTerm(tokens, joined ? span.last + 1 : span.last, false, span)) break;
  }
  if (span.granularity == Granularity::kQuarter) span.granularity = Granularity::kMonth;
  return span;
}

// The day that lies `sign` spans from `day`; whole months and years away means that month or year.
DayInterval Shift(absl::CivilDay day, const Span& span, int sign, bool whole) {
  const absl::CivilDay moved = AddMonths(day, sign * span.months) + absl::civil_diff_t{sign} * span.days;
  if (!whole || span.granularity == Granularity::kDay) return DaysOf(moved);
  return PeriodAround(moved, span.granularity, 0);
}

DatePhrase Shifted(const DateContext& context, size_t at, size_t last, const Span& span, int sign) {
  std::optional<DayInterval> fixed;
  if (context.day) fixed = Shift(*context.day, span, sign, true);
  DatePhrase phrase = MakeRelative(span.granularity, at, last, fixed);
  // "two weeks ago" is no exact day, "two years ago" no exact year: half a unit either way.
  phrase.room = span.months % 12 == 0 && span.months > 0 ? 182 : span.months > 0 ? 15 : span.days % 7 == 0 ? 3 : 0;
  if (span.vague && phrase.room == 0) phrase.room = span.days;
  phrase.vague = span.vague || phrase.room > 0;
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
  DatePhrase phrase = MakeRelative(Granularity::kDay, at, anchor->last, std::nullopt);
  if (const std::optional<DayInterval> day = ResolveDate(context, *anchor)) {
    phrase.fixed = Shift(DayAt(day->low), span, before ? -1 : 1, false);
  }
  phrase.vague = span.vague;
  return phrase;
}

bool IsMonthUnit(const TokenView& tokens, size_t at) { return tokens.Is(at, "month") || tokens.Is(at, "months"); }

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

}  // namespace

bool IsBusinessDays(const TokenView& tokens, size_t at) {
  return (tokens.Is(at, "business") || tokens.Is(at, "working") || tokens.Is(at, "trading")) &&
         (tokens.Is(at + 1, "days") || tokens.Is(at + 1, "day"));
}

absl::CivilDay AfterBusinessDays(absl::CivilDay day, int count) {
  while (count > 0) {
    ++day;
    if (WeekdayOf(day) < 5) --count;
  }
  return day;
}

// "less than 2 weeks from today": from that day to the other.
std::optional<DatePhrase> ReadWithinAnchored(const DateContext& context, size_t at) {
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
  DatePhrase phrase = MakeRelative(Granularity::kOther, at, anchor->last, std::nullopt);
  if (const std::optional<DayInterval> day = ResolveDate(context, *anchor)) {
    const int64_t other = Shift(DayAt(day->low), *span, before ? -1 : 1, false).low;
    phrase.fixed = before ? DayInterval{other, day->low} : DayInterval{day->low, other};
  }
  return phrase;
}

// "three days ago", "two weeks from now", "a year earlier" (from what was told: not resolved).
std::optional<DatePhrase> ReadCountedPhrase(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const std::optional<Span> span = ReadSpan(tokens, at);
  if (!span) return std::nullopt;
  if (tokens.Is(span->last, "ago")) {
    size_t last = span->last + 1;
    if (tokens.Is(last, "today") || tokens.Is(last, "yesterday")) return std::nullopt;
    return Shifted(context, at, last, *span, -1);
  }
  if (tokens.Is(span->last, "earlier") || tokens.Is(span->last, "later") || tokens.Is(span->last, "previously")) {
    return MakeRelative(span->granularity, at, span->last + 1, std::nullopt);
  }
  return AnchoredSpan(context, at, *span);
}

// "in two weeks", "within 10 months": of what is to come only; "built in two years" is a duration.
std::optional<DatePhrase> ReadInSpan(const DateContext& context, size_t at) {
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
    return MakeRelative(Granularity::kDay, at, count->last + 2, fixed);
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
  DatePhrase phrase = MakeRelative(Granularity::kOther, at, span->last, std::nullopt);
  phrase.fixed = DayInterval{day, Shift(*context.day, *span, 1, false).low};
  phrase.vague = span->vague;
  return phrase;
}

// "first nine months of the year", "last two months of 2024", "third month of 2021"
std::optional<DatePhrase> ReadFirstMonths(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const bool is_last = tokens.Is(at, "last") || tokens.Is(at, "final");
  const std::optional<IntRead> nth = ReadOrdinal(tokens, at);
  if (!is_last && !nth) return std::nullopt;
  const bool one = nth && tokens.Is(nth->last, "month") && nth->value <= 12;
  if (nth && !one && nth->value != 1) return std::nullopt;
  IntRead count{1, nth ? nth->last : at + 1};
  if (!one) {
    const std::optional<IntRead> read = ReadCount(tokens, count.last);
    if (!read || read->value < 1 || read->value > 12 || !IsMonthUnit(tokens, read->last)) return std::nullopt;
    count = *read;
  }
  if (!tokens.Is(count.last + 1, "of") && !tokens.Is(count.last + 1, "in")) return std::nullopt;
  const std::optional<DatePhrase> period = ReadPeriod(context, count.last + 2);
  if (!period || period->granularity != Granularity::kYear) return std::nullopt;
  DatePhrase phrase = MakeRelative(one ? Granularity::kMonth : Granularity::kOther, at, period->last, std::nullopt);
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

}  // namespace crosscheck
