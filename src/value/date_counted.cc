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
  std::optional<IntRead> count = ReadCount(tokens, at);
  const bool half_alone = first && tokens.Is(at, "half") && (tokens.Is(at + 1, "a") || tokens.Is(at + 1, "an"));
  if (half_alone) count = IntRead{0, at + 2};
  if (!count || count->value > 1000) return false;
  // "three and a half years"
  const size_t after = count->last;
  const bool and_half = tokens.Is(after, "and") && tokens.Is(after + 1, "a") && tokens.Is(after + 2, "half");
  if (and_half) count->last += 3;
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(count->last));
  if (unit == nullptr || (unit->days == 0 && unit->months == 0) || unit->text.size() < 2) return false;
  span.days += count->value * unit->days;
  span.months += count->value * unit->months;
  if (and_half || half_alone) {
    span.months += unit->months / 2;
    span.days += unit->name == "month" ? 15 : unit->days / 2;
  }
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

// The day that lies `sign` spans from `day`.
DayInterval Shift(absl::CivilDay day, const Span& span, int sign) {
  return DaysOf(AddMonths(day, sign * span.months) + absl::civil_diff_t{sign} * span.days);
}

// Days about that day that the wording leaves open: nobody who writes "two years ago" means the day, and the calendar
// year before the last is as good as 24 months.
int RoomOf(const Span& span) {
  switch (span.granularity) {
    case Granularity::kMonth:
      return 31;
    case Granularity::kYear:
      return 365;
    case Granularity::kDecade:
      return 3652;
    case Granularity::kCentury:
      return 36524;
    default:
      break;
  }
  if (span.months > 0) return 15;
  if (span.days % 7 == 0) return 3;
  return span.vague ? span.days : 0;
}

DatePhrase Shifted(const DateContext& context, size_t at, size_t last, const Span& span, int sign) {
  std::optional<DayInterval> fixed;
  if (context.day) fixed = Shift(*context.day, span, sign);
  DatePhrase phrase = MakeRelative(span.granularity, at, last, fixed);
  phrase.room = RoomOf(span);
  phrase.vague = span.vague || phrase.room > 0;
  return phrase;
}

// "two weeks from now on Friday": that day of the week reached; of a month reached, the first such day.
DatePhrase OnWeekday(const TokenView& tokens, DatePhrase phrase, bool months) {
  const WeekdayWord* const weekday =
      tokens.Is(phrase.last, "on") ? FindWeekdayWord(tokens.Text(phrase.last + 1)) : nullptr;
  if (weekday == nullptr || weekday->abbreviated || !phrase.fixed) return phrase;
  NarrowToWeekday(phrase, weekday->weekday, months);
  phrase.last += 2;
  return phrase;
}

// "two weeks before Christmas", "2 days after next Friday", "three weeks from tomorrow".
std::optional<DatePhrase> AnchoredSpan(const DateContext& context, size_t at, const Span& span) {
  const TokenView& tokens = context.tokens;
  const bool before = tokens.Is(span.last, "before");
  if (!before && !tokens.Is(span.last, "after") && !tokens.Is(span.last, "from")) return std::nullopt;
  if (tokens.Is(span.last, "from") && tokens.Is(span.last + 1, "now"))
    return OnWeekday(tokens, Shifted(context, at, span.last + 2, span, 1), span.months > 0);
  const size_t anchor_at = tokens.Is(span.last + 1, "the") ? span.last + 2 : span.last + 1;
  std::optional<DatePhrase> anchor = ReadDatePhrase(context, anchor_at, false);
  if (!anchor || anchor->granularity != Granularity::kDay) return std::nullopt;
  // "after Monday's vote" counts from the vote, and that is as good.
  DatePhrase phrase = MakeRelative(Granularity::kDay, at, anchor->last, std::nullopt);
  if (const std::optional<DayInterval> day = ResolveDate(context, *anchor)) {
    phrase.fixed = Shift(DayAt(day->low), span, before ? -1 : 1);
  }
  phrase.vague = span.vague;
  return OnWeekday(tokens, phrase, span.months > 0);
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

}  // namespace

void LeanOnText(DatePhrase& phrase) {
  constexpr int kTenYears = 3652;
  phrase.vague = true;
  phrase.room = kTenYears;
}

bool TellsOfFuture(const DateContext& context, size_t first, size_t last) {
  if (!context.day) return false;
  const Tense tense = ReadTense(context.tokens, first, last);
  return tense == Tense::kFuture || tense == Tense::kFragment;
}

void NarrowToWeekday(DatePhrase& phrase, int weekday, bool from_there) {
  const int64_t reached = phrase.fixed->low;
  int64_t day = WeekOf(DayAt(reached)).low + weekday;
  if (from_there && day < reached) day += 7;
  phrase.fixed = DayInterval{day, day + 1};
  phrase.granularity = Granularity::kDay;
  phrase.parts.weekday = static_cast<int8_t>(weekday);
  phrase.room = 0;
  phrase.vague = false;
}

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
    const int64_t other = Shift(DayAt(day->low), *span, before ? -1 : 1).low;
    phrase.fixed = before ? DayInterval{other, day->low} : DayInterval{day->low, other};
  }
  return phrase;
}

namespace {

// "two Sundays ago", "three Fridays from now"
std::optional<DatePhrase> CountedWeekdays(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> count = ReadCount(tokens, at);
  if (!count || count->vague || count->value < 1 || count->value > 52) return std::nullopt;
  absl::string_view word = tokens.Text(count->last);
  if (!word.empty() && word.back() == 's') word.remove_suffix(1);
  const WeekdayWord* const weekday = FindWeekdayWord(word);
  if (weekday == nullptr || weekday->abbreviated) return std::nullopt;
  const size_t next = count->last + 1;
  const bool ago = tokens.Is(next, "ago");
  if (!ago && !(tokens.Is(next, "from") && (tokens.Is(next + 1, "now") || tokens.Is(next + 1, "today")))) {
    return std::nullopt;
  }
  DatePhrase phrase = MakeRelative(Granularity::kDay, at, ago ? next + 1 : next + 2, std::nullopt);
  phrase.parts.weekday = static_cast<int8_t>(weekday->weekday);
  if (!context.day) return phrase;
  const int today = WeekdayOf(*context.day);
  const int back = (today - weekday->weekday + 6) % 7 + 1;   // days since the last one before today
  const int ahead = (weekday->weekday - today + 6) % 7 + 1;  // days to the next one after today
  const int more = 7 * (count->value - 1);
  phrase.fixed = DaysOf(ago ? *context.day - back - more : *context.day + ahead + more);
  return phrase;
}

// "a year ago today", "two years ago this month", "a week ago Friday": counted from that day or period.
std::optional<DatePhrase> AgoFromDay(const DateContext& context, size_t at, const Span& span) {
  const TokenView& tokens = context.tokens;
  const size_t next = span.last + 1;
  int offset = 0;
  Granularity granularity = Granularity::kDay;
  size_t last = next + 1;
  const WeekdayWord* const weekday = FindWeekdayWord(tokens.Text(next));
  if (tokens.Is(next, "yesterday")) {
    offset = -1;
  } else if (tokens.Is(next, "tomorrow")) {
    offset = 1;
  } else if (tokens.Is(next, "this") && (tokens.Is(next + 1, "month") || tokens.Is(next + 1, "week"))) {
    granularity = tokens.Is(next + 1, "month") ? Granularity::kMonth : Granularity::kWeek;
    last = next + 2;
  } else if (weekday != nullptr && !weekday->abbreviated && span.months == 0 && span.days % 7 == 0) {
    if (!context.day) return std::nullopt;
    offset = -((WeekdayOf(*context.day) - weekday->weekday + 7) % 7);
  } else if (!tokens.Is(next, "today")) {
    return std::nullopt;
  }
  std::optional<DayInterval> fixed;
  if (context.day) fixed = PeriodAround(DayAt(Shift(*context.day + offset, span, -1).low), granularity, 0);
  return MakeRelative(granularity, at, last, fixed);
}

}  // namespace

// "three days ago", "two weeks from now", "a year earlier" (from what was told: not resolved).
std::optional<DatePhrase> ReadCountedPhrase(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  if (std::optional<DatePhrase> weekday = CountedWeekdays(context, at)) return weekday;
  const std::optional<Span> span = ReadSpan(tokens, at);
  if (!span) return std::nullopt;
  if (tokens.Is(span->last, "ago")) {
    const size_t last = span->last + 1;
    if (std::optional<DatePhrase> exact = AgoFromDay(context, at, *span)) return exact;
    return OnWeekday(tokens, Shifted(context, at, last, *span, -1), span->months > 0);
  }
  if (tokens.Is(span->last, "hence")) return Shifted(context, at, span->last + 1, *span, 1);
  const bool later = tokens.Is(span->last, "later");
  if (later || tokens.Is(span->last, "earlier") || tokens.Is(span->last, "previously")) {
    const size_t last = span->last + 1;
    if (!later || !TellsOfFuture(context, at, last)) return MakeRelative(span->granularity, at, last, std::nullopt);
    DatePhrase phrase = Shifted(context, at, last, *span, 1);
    LeanOnText(phrase);
    return phrase;
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
  if (tokens.Is(next, "about") || tokens.Is(next, "around") || tokens.Is(next, "roughly") ||
      tokens.Is(next, "approximately")) {
    ++next;
  }
  const std::optional<IntRead> count = ReadCount(tokens, next);
  if (count && count->value <= 100 && IsBusinessDays(tokens, count->last)) {
    std::optional<DayInterval> fixed;
    if (context.day) fixed = DaysOf(AfterBusinessDays(*context.day, count->value));
    if (within && fixed) fixed->low = DayNumber(*context.day);
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
  phrase.fixed = DayInterval{day, Shift(*context.day, *span, 1).low};
  phrase.vague = span->vague;
  return phrase;
}

// The days of "first two weeks", "last three months", "third month" in `period`; nullopt where it is shorter.
std::optional<DayInterval> PartOfPeriod(const DayInterval& period, const TimeUnit& unit, int count, bool last,
                                        int nth) {
  const absl::CivilDay low = DayAt(period.low);
  const absl::CivilDay high = DayAt(period.high);
  DayInterval days = period;
  if (nth > 0) {
    days = {DayNumber(AddMonths(low, nth - 1)), DayNumber(AddMonths(low, nth))};
  } else if (last) {
    days.low = DayNumber(AddMonths(high, -count * unit.months) - absl::civil_diff_t{count} * unit.days);
  } else {
    days.high = DayNumber(AddMonths(low, count * unit.months) + absl::civil_diff_t{count} * unit.days);
  }
  if (days.low < period.low || days.high > period.high) return std::nullopt;
  return days;
}

// "first nine months of the year", "last two weeks of June 2024", "third month of 2021"
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
    if (!read || read->value < 1 || read->value > 99) return std::nullopt;
    count = *read;
  }
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(count.last));
  const bool counts =
      unit != nullptr && !unit->abbreviated && (unit->name == "month" || unit->name == "week" || unit->name == "day");
  if (!counts || (!tokens.Is(count.last + 1, "of") && !tokens.Is(count.last + 1, "in"))) return std::nullopt;
  const std::optional<DatePhrase> period = ReadPeriod(context, count.last + 2);
  if (!period || period->edge != DatePhrase::Edge::kNone) return std::nullopt;
  const bool of_year = period->granularity == Granularity::kYear || period->granularity == Granularity::kQuarter;
  if (!of_year && (period->granularity != Granularity::kMonth || unit->months > 0)) return std::nullopt;
  DatePhrase phrase = MakeRelative(one ? Granularity::kMonth : Granularity::kOther, at, period->last, std::nullopt);
  phrase.parts = period->parts;
  phrase.fiscal = period->fiscal;
  phrase.vague = count.vague;
  if (const std::optional<DayInterval> days = ResolveDate(context, *period)) {
    phrase.fixed = PartOfPeriod(*days, *unit, count.value, is_last, one ? nth->value : 0);
    if (!phrase.fixed) return std::nullopt;
  }
  return phrase;
}

}  // namespace crosscheck
