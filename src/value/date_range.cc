#include <string>

#include "absl/strings/numbers.h"
#include "value/date_phrase.h"
#include "value/date_roles.h"

namespace crosscheck {
namespace {

using Form = DatePhrase::Form;
using Edge = DatePhrase::Edge;

int TwoDigits(absl::string_view text) {
  int value = 0;
  return absl::SimpleAtoi(text, &value) ? value : 0;
}

// "moved from July 15 to July 20" are two days and no range.
bool TellsOfMoving(const TokenView& tokens, size_t at) {
  static constexpr absl::string_view kMoves[] = {"moved",   "postponed",   "delayed",    "pushed",
                                                 "shifted", "rescheduled", "change",     "changed",
                                                 "revised", "forward",     "reschedule", "move"};
  for (size_t back = 1; back <= 8 && back <= at; ++back) {
    for (const absl::string_view move : kMoves) {
      if (tokens.Before(at, back) == move) return true;
    }
  }
  return false;
}

// What joins the two ends of a range.
struct Connector {
  size_t last = 0;     // 0: nothing joins
  bool limit = false;  // the second end is where it stops: "until Friday", "between May and July"
};

Connector ReadConnector(const TokenView& tokens, size_t at, bool between) {
  if (tokens.Is(at, "-") || tokens.Is(at, "~")) return {at + 1, between};
  if (between && tokens.Is(at, "and")) return {tokens.Is(at + 1, "the") ? at + 2 : at + 1, true};
  for (const absl::string_view word : {"to", "through", "until", "till", "thru"}) {
    if (!tokens.Is(at, word)) continue;
    const bool limit = between || word.substr(0, 1) == "u" || word == "till";
    return {tokens.Is(at + 1, "the") ? at + 2 : at + 1, limit};
  }
  return {};
}

// "now" and "today" are the document's day, but only as an end of a range.
std::optional<DatePhrase> ReadEnd(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  if (tokens.Is(at, "now") || (tokens.Is(at, "current") && tokens.Is(at + 1, "date"))) {
    DatePhrase phrase;
    phrase.first = at;
    phrase.last = tokens.Is(at, "now") ? at + 1 : at + 2;
    phrase.granularity = Granularity::kDay;
    phrase.parts.relative = true;
    if (context.day) phrase.fixed = DaysOf(*context.day);
    return phrase;
  }
  const size_t first = tokens.Is(at, "the") ? at + 1 : at;
  return ReadDatePhrase(context, first, true);
}

// A year written at one end holds for the other: "10 August - 12 September 2013", "December to May 2022".
void ShareYears(const DateContext& context, DatePhrase& left, DatePhrase& right) {
  if (right.form == Form::kWeekday || left.form == Form::kWeekday) return;
  if (LacksYear(left) && right.parts.year != 0 && !right.parts.relative) {
    left.parts.year = right.parts.year;
    const auto low = ResolveDate(context, left);
    const auto high = ResolveDate(context, right);
    if (low && high && low->low > high->low) --left.parts.year;
    return;
  }
  if (!LacksYear(right)) return;
  std::optional<DayInterval> low = ResolveDate(context, left);
  if (!low) return;
  const int year = static_cast<int>(DayAt(low->low).year());
  right.parts.year = static_cast<int16_t>(year);
  const auto high = ResolveDate(context, right);
  if (!high || high->low < low->low) ++right.parts.year;
}

// True where the second end is a moment and no period: "to now", "to the start of 2008".
bool IsMoment(const DateContext& context, const DatePhrase& phrase) {
  if (phrase.edge == Edge::kStart) return true;
  return phrase.form == Form::kFixed && phrase.granularity == Granularity::kDay && phrase.parts.weekday < 0 &&
         context.day && phrase.fixed == DaysOf(*context.day);
}

// The same weekdays a week before.
bool JoinShifted(Dated& dated, const DayInterval& low, const DayInterval& high, bool limit) {
  dated.days = DayInterval{low.low - 7, limit ? high.low - 7 : high.high - 7};
  dated.open_end = limit ? 1 : 0;
  return low.low < high.low;
}

// The two ends in days, into `dated`; false where they do not make a range.
bool Join(const DateContext& context, DatePhrase& left, DatePhrase& right, bool limit, Dated& dated) {
  const bool lent = LacksYear(left) && LacksYear(right);
  ShareYears(context, left, right);
  const std::optional<DayInterval> low = ResolveDate(context, left);
  std::optional<DayInterval> high = ResolveDate(context, right);
  if (right.form == Form::kWeekday && low && left.granularity == Granularity::kDay) {
    const int ahead = (right.parts.weekday - WeekdayOf(DayAt(low->low)) + 7) % 7;
    high = DayInterval{low->low + ahead, low->low + ahead + 1};
    // "ran from Monday to Thursday" is over.
    const bool over = left.form == Form::kWeekday && left.pick == DatePhrase::Pick::kTense && context.day &&
                      high->low > DayNumber(*context.day) &&
                      ReadTense(context.tokens, left.first, right.last) == Tense::kPast;
    if (over) return JoinShifted(dated, *low, *high, limit);
  }
  if (lent) right.parts.year = 0;
  if (!low || !high || low->low >= high->high || low->high > high->high) return false;
  dated.days = DayInterval{low->low, high->high};
  // "between 2019 and 2021" means both years.
  const bool years = left.granularity == Granularity::kYear && right.granularity == Granularity::kYear;
  const bool moment = IsMoment(context, right);
  if (((limit && !years) || moment) && low->low < high->low) {
    dated.days->high = high->low;
    dated.open_end = right.edge == Edge::kStart ? 0 : high->high - high->low;
  }
  return true;
}

// "4 till 23 of this month", "between 4 and 22 this month"
std::optional<Dated> DaysOfPeriod(const DateContext& context, size_t at, int day, const Connector& joins) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> end = ReadDayOfMonth(tokens, joins.last);
  if (!end || end->value <= day) return std::nullopt;
  const size_t period_at = tokens.Is(end->last, "of") || tokens.Is(end->last, "in") ? end->last + 1 : end->last;
  const bool modified = tokens.Is(period_at, "this") || tokens.Is(period_at, "next") || tokens.Is(period_at, "last");
  const std::optional<DatePhrase> period = modified ? ReadRelativeDate(context, period_at) : std::nullopt;
  if (!period || period->granularity != Granularity::kMonth || !period->fixed) return std::nullopt;
  const int64_t low = period->fixed->low + day - 1;
  const int64_t high = period->fixed->low + end->value;
  Dated dated{*period, DayInterval{low, joins.limit ? high - 1 : high}, at, period->last, true, joins.limit ? 1 : 0};
  dated.phrase.granularity = Granularity::kDay;
  return dated;
}

// A day without its month, before one that has it: "10 - 22 August", "the ninth and the seventeenth of April".
std::optional<Dated> DayToDate(const DateContext& context, size_t at, bool between) {
  const TokenView& tokens = context.tokens;
  const std::optional<IntRead> day = ReadDayOfMonth(tokens, tokens.Is(at, "the") ? at + 1 : at);
  if (!day) return std::nullopt;
  const Connector joins = ReadConnector(tokens, day->last, between);
  if (joins.last == 0) return std::nullopt;
  std::optional<DatePhrase> right = ReadDatePhrase(context, joins.last, true);
  if (!right || right->parts.day == 0 || right->form == Form::kDayOfMonth) {
    return DaysOfPeriod(context, at, day->value, joins);
  }
  if (right->form != Form::kCalendar || day->value >= right->parts.day) return std::nullopt;
  DatePhrase left = *right;
  left.parts.weekday = -1;
  left.parts.day = static_cast<int8_t>(day->value);
  left.first = right->first = at;
  Dated dated{*right, std::nullopt, at, right->last, true};
  Join(context, left, *right, joins.limit, dated);
  return dated;
}

// A bare end after a full beginning: "July 15-17", "November 19 to 20", "2019-20".
std::optional<DatePhrase> ShortEnd(const DateContext& context, const DatePhrase& left, size_t next, bool dash) {
  const TokenView& tokens = context.tokens;
  if (left.form != Form::kCalendar) return std::nullopt;
  if (left.granularity == Granularity::kDay) {
    const std::optional<IntRead> day = ReadDayOfMonth(tokens, next);
    if (!day || day->value <= left.parts.day) return std::nullopt;
    const bool clear =
        dash || ReadOrdinal(tokens, next) || tokens.EndsClause(day->last) || IsFunctionWord(tokens.Text(day->last));
    if (!clear || tokens.Is(day->last, "%") || tokens.Is(day->last, ":") || tokens.Is(day->last, "percent"))
      return std::nullopt;
    DatePhrase right = left;
    right.first = next;
    right.last = day->last;
    right.parts.day = static_cast<int8_t>(day->value);
    right.parts.weekday = -1;
    if (right.parts.year == 0) {
      if (const auto year = ReadYearSuffix(context, day->last, false)) {
        right.parts.year = static_cast<int16_t>(year->year);
        right.last = year->last;
      }
    }
    return right;
  }
  if (left.granularity == Granularity::kYear && dash && tokens.IsNumber(next) && tokens.Text(next).size() == 2 &&
      tokens.IsGlued(next)) {
    const int end = left.parts.year / 100 * 100 + TwoDigits(tokens.Text(next));
    if (end <= left.parts.year) return std::nullopt;
    DatePhrase right = left;
    right.first = next;
    right.last = next + 1;
    right.parts.year = static_cast<int16_t>(end);
    return right;
  }
  return std::nullopt;
}

// Where "to" joins two full dates.
std::optional<Dated> ReadRange(const DateContext& context, const DatePhrase& left_read, size_t first, bool between,
                               bool led) {
  const TokenView& tokens = context.tokens;
  const Connector joins = ReadConnector(tokens, left_read.last, between);
  if (joins.last == 0) return std::nullopt;
  const size_t next = joins.last;
  const bool dash = tokens.Is(next - 1, "-") || tokens.Is(next - 1, "~");
  DatePhrase left = left_read;
  std::optional<DatePhrase> right = ReadEnd(context, next);
  const std::optional<DatePhrase> short_end = ShortEnd(context, left, next, dash);
  if (!right || (right->form == Form::kDayOfMonth && short_end) || (short_end && short_end->last > right->last))
    right = short_end;
  if (!right || right->form == Form::kDayOfMonth) return std::nullopt;
  // "sales rose from July to 15 percent", "in 2019 to 2.5 million"
  if (right->form == Form::kCalendar && right->granularity == Granularity::kYear &&
      left.granularity != Granularity::kYear && !led) {
    return std::nullopt;
  }
  if (TellsOfMoving(tokens, first)) return std::nullopt;
  const DatePhrase left_as_read = left;
  Dated dated{left_as_read, std::nullopt, first, right->last, true};
  const bool joined = Join(context, left, *right, joins.limit, dated);
  if (!joined && ResolveDate(context, left_as_read)) return std::nullopt;
  if (left.granularity == Granularity::kYear && right->granularity == Granularity::kYear &&
      left.parts.year > right->parts.year) {
    return std::nullopt;
  }
  if (left.granularity != right->granularity) dated.phrase.granularity = Granularity::kOther;
  return dated;
}

// A pair of years joined by a dash: "2014-2018", "2019-20". Without more digits before or after.
bool IsYearPair(const TokenView& tokens, size_t at) {
  const std::optional<IntRead> year = ReadYearDigits(tokens, at);
  if (!year || year->value < 1700 || year->value > 2100 || !(tokens.Is(at + 1, "-") || tokens.Is(at + 1, "~")) ||
      !tokens.IsGlued(at + 1) || !tokens.IsNumber(at + 2) || !tokens.IsGlued(at + 2)) {
    return false;
  }
  if (tokens.IsGlued(at) && at > 0 && tokens.Before(at) != "(") return false;
  if (tokens.IsGlued(at + 3) && (tokens.Is(at + 3, "-") || tokens.IsWord(at + 3) || tokens.Is(at + 3, "/")))
    return false;
  if (IsCountedNoun(tokens, at + 3)) return false;
  const std::optional<IntRead> end = ReadYearDigits(tokens, at + 2);
  if (end) return end->value > year->value && end->value <= year->value + 300;
  if (tokens.Text(at + 2).size() != 2) return false;
  return TwoDigits(tokens.Text(at + 2)) == (year->value + 1) % 100;
}

bool MayBeDay(const TokenView& tokens, size_t at) {
  return tokens.IsNumber(at) || tokens.Is(at, "the") ||
         (FindDateRoles(tokens.Text(at)) & (kRoleOrdinal | kRoleCardinal)) != 0;
}

}  // namespace

std::optional<Dated> ReadDatedRange(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  const bool between = tokens.Is(at, "between");
  const bool led = between || tokens.Is(at, "from");
  const size_t start = led ? at + 1 : at;
  std::optional<Dated> days = MayBeDay(tokens, start) ? DayToDate(context, start, between) : std::nullopt;
  if (days) {
    days->first = at;
    return days;
  }
  const size_t first = led && tokens.Is(start, "the") ? start + 1 : start;
  const bool pair = IsYearPair(tokens, first);
  std::optional<DatePhrase> left = led ? ReadEnd(context, first) : ReadDatePhrase(context, first, pair);
  if (!left) return std::nullopt;
  if (std::optional<Dated> range = ReadRange(context, *left, at, between, led)) return range;
  if (led) return std::nullopt;
  return Dated{*left, ResolveDate(context, *left), at, left->last, false};
}

}  // namespace crosscheck
