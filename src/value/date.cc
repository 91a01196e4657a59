#include <array>
#include <bitset>

#include "value/date_phrase.h"
#include "value/reading.h"

namespace crosscheck {
namespace {

using Form = DatePhrase::Form;
using Edge = DatePhrase::Edge;

// Words that a date can begin with; every other word costs one look into a table of bits.
constexpr absl::string_view kStarters[] = {"today",
                                           "tonight",
                                           "yesterday",
                                           "tomorrow",
                                           "tmrw",
                                           "day",
                                           "last",
                                           "past",
                                           "previous",
                                           "next",
                                           "coming",
                                           "upcoming",
                                           "following",
                                           "this",
                                           "current",
                                           "early",
                                           "mid",
                                           "late",
                                           "beginning",
                                           "start",
                                           "middle",
                                           "end",
                                           "close",
                                           "rest",
                                           "remainder",
                                           "earlier",
                                           "later",
                                           "in",
                                           "within",
                                           "week",
                                           "w",
                                           "weekend",
                                           "year",
                                           "final",
                                           "fiscal",
                                           "financial",
                                           "fy",
                                           "cy",
                                           "calendar",
                                           "q",
                                           "h",
                                           "spring",
                                           "summer",
                                           "autumn",
                                           "fall",
                                           "winter",
                                           "from",
                                           "between",
                                           "since",
                                           "before",
                                           "after",
                                           "by",
                                           "until",
                                           "till",
                                           "through",
                                           "a",
                                           "an",
                                           "couple",
                                           "few",
                                           "several",
                                           "the",
                                           "new",
                                           "christmas",
                                           "boxing",
                                           "valentine",
                                           "valentines",
                                           "groundhog",
                                           "st",
                                           "international",
                                           "earth",
                                           "anzac",
                                           "cinco",
                                           "juneteenth",
                                           "freedom",
                                           "jubilee",
                                           "canada",
                                           "independence",
                                           "bastille",
                                           "halloween",
                                           "all",
                                           "bonfire",
                                           "armistice",
                                           "remembrance",
                                           "veterans",
                                           "australia",
                                           "martin",
                                           "mlk",
                                           "presidents",
                                           "mother",
                                           "memorial",
                                           "father",
                                           "labor",
                                           "labour",
                                           "columbus",
                                           "thanksgiving",
                                           "black",
                                           "cyber",
                                           "election",
                                           "easter",
                                           "good",
                                           "holy",
                                           "palm",
                                           "ash",
                                           "no",
                                           "twenties",
                                           "thirties",
                                           "forties",
                                           "fifties",
                                           "sixties",
                                           "seventies",
                                           "eighties",
                                           "nineties"};

// Letter and length of a word's beginning: few words that begin no date pass.
size_t StarterBit(absl::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  const auto second = static_cast<unsigned char>(word.size() > 1 ? word[1] : 0);
  return ((first & 31U) << 9U) | ((second & 31U) << 4U) | (word.size() & 15U);
}

bool MayBegin(absl::string_view word) {
  static const auto* const bits = [] {
    auto* made = new std::bitset<1U << 14U>();
    for (const absl::string_view w : kStarters) made->set(StarterBit(w));
    for (const absl::string_view w :
         {"january",    "february",  "march",      "april",      "may",       "june",      "july",        "august",
          "september",  "october",   "november",   "december",   "jan",       "feb",       "mar",         "apr",
          "jun",        "jul",       "aug",        "sep",        "sept",      "oct",       "nov",         "dec",
          "monday",     "tuesday",   "wednesday",  "thursday",   "friday",    "saturday",  "sunday",      "mon",
          "tue",        "tues",      "wed",        "weds",       "thu",       "thur",      "thurs",       "fri",
          "sat",        "sun",       "zero",       "one",        "two",       "three",     "four",        "five",
          "six",        "seven",     "eight",      "nine",       "ten",       "eleven",    "twelve",      "thirteen",
          "fourteen",   "fifteen",   "sixteen",    "seventeen",  "eighteen",  "nineteen",  "twenty",      "thirty",
          "forty",      "fifty",     "sixty",      "seventy",    "eighty",    "ninety",    "first",       "second",
          "third",      "fourth",    "fifth",      "sixth",      "seventh",   "eighth",    "ninth",       "tenth",
          "eleventh",   "twelfth",   "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
          "nineteenth", "twentieth", "thirtieth"}) {
      made->set(StarterBit(w));
    }
    return made;
  }();
  return bits->test(StarterBit(word));
}

// A date or a range of dates, resolved as far as it can be.
struct Dated {
  DatePhrase phrase;
  std::optional<DayInterval> days;
  size_t first = 0;
  size_t last = 0;
  bool range = false;
};

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

// The token after "to", "-", "through"; 0 where none joins two ends.
size_t AfterConnector(const TokenView& tokens, size_t at, bool between) {
  if (tokens.Is(at, "-") || tokens.Is(at, "~")) return at + 1;
  if (between) return tokens.Is(at, "and") || tokens.Is(at, "to") || tokens.Is(at, "through") ? at + 1 : 0;
  for (const absl::string_view word : {"to", "through", "until", "till", "thru"}) {
    if (tokens.Is(at, word)) return tokens.Is(at + 1, "the") ? at + 2 : at + 1;
  }
  return 0;
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

// The two ends in days; nullopt where they do not make a range.
std::optional<DayInterval> Joined(const DateContext& context, DatePhrase& left, DatePhrase& right) {
  const bool lent = LacksYear(left) && LacksYear(right);
  ShareYears(context, left, right);
  std::optional<DayInterval> low = ResolveDate(context, left);
  std::optional<DayInterval> high = ResolveDate(context, right);
  if (right.form == Form::kWeekday && low && left.granularity == Granularity::kDay) {
    const int ahead = (right.parts.weekday - WeekdayOf(DayAt(low->low)) + 7) % 7;
    high = DayInterval{low->low + ahead, low->low + ahead + 1};
  }
  if (lent) right.parts.year = 0;
  if (!low || !high || low->low >= high->high || low->high > high->high) return std::nullopt;
  return DayInterval{low->low, high->high};
}

// A day without its month, before one that has it: "10 - 22 August", "the ninth and the seventeenth of April".
std::optional<Dated> DayToDate(const DateContext& context, size_t at, bool between) {
  const TokenView& tokens = context.tokens;
  const size_t first = tokens.Is(at, "the") ? at + 1 : at;
  const std::optional<IntRead> day = ReadDayOfMonth(tokens, first);
  if (!day) return std::nullopt;
  const size_t next = AfterConnector(tokens, day->last, between);
  if (next == 0) return std::nullopt;
  std::optional<DatePhrase> right = ReadDatePhrase(context, tokens.Is(next, "the") ? next + 1 : next, true);
  if (!right || right->parts.day == 0 || right->form == Form::kDayOfMonth) {
    // "4 till 23 of this month", "between 4 and 22 this month"
    const std::optional<IntRead> end = ReadDayOfMonth(tokens, next);
    if (!end) return std::nullopt;
    const size_t period_at = tokens.Is(end->last, "of") || tokens.Is(end->last, "in") ? end->last + 1 : end->last;
    const bool month_next =
        tokens.Is(period_at, "this") || tokens.Is(period_at, "next") || tokens.Is(period_at, "last");
    const std::optional<DatePhrase> period = month_next ? ReadRelativeDate(context, period_at) : std::nullopt;
    if (!period || period->granularity != Granularity::kMonth || !period->fixed) return std::nullopt;
    Dated dated{*period, DayInterval{period->fixed->low + day->value - 1, period->fixed->low + end->value}, at,
                period->last, true};
    if (end->value < day->value) return std::nullopt;
    dated.phrase.granularity = Granularity::kDay;
    return dated;
  }
  if (right->form != Form::kCalendar && right->form != Form::kFixed) return std::nullopt;
  if (right->form == Form::kFixed || day->value >= right->parts.day) return std::nullopt;
  DatePhrase left = *right;
  left.parts.weekday = -1;
  left.parts.day = static_cast<int8_t>(day->value);
  left.first = right->first = at;
  const auto days = Joined(context, left, *right);
  return Dated{*right, days, at, right->last, true};
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
    const int end = left.parts.year / 100 * 100 + std::stoi(std::string(tokens.Text(next)));
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
  const size_t next = AfterConnector(tokens, left_read.last, between);
  if (next == 0) return std::nullopt;
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
  const auto days = Joined(context, left, *right);
  const bool known = ResolveDate(context, left_as_read).has_value();
  if (!days && known) return std::nullopt;
  if (left.granularity == Granularity::kYear && right->granularity == Granularity::kYear &&
      left.parts.year > right->parts.year) {
    return std::nullopt;
  }
  Dated dated{left_as_read, days, first, right->last, true};
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
  return std::stoi(std::string(tokens.Text(at + 2))) == (year->value + 1) % 100;
}

std::optional<Dated> ReadDated(const DateContext& context, size_t at, bool cued) {
  const TokenView& tokens = context.tokens;
  const bool between = tokens.Is(at, "between");
  const bool led = between || tokens.Is(at, "from");
  const size_t start = led ? at + 1 : at;
  std::optional<Dated> days = DayToDate(context, start, between);
  if (days) {
    days->first = at;
    return days;
  }
  const size_t first = led && tokens.Is(start, "the") ? start + 1 : start;
  const bool pair = IsYearPair(tokens, first);
  std::optional<DatePhrase> left = led ? ReadEnd(context, first) : ReadDatePhrase(context, first, cued || pair);
  if (!left) return std::nullopt;
  if (std::optional<Dated> range = ReadRange(context, *left, at, between, led)) return range;
  if (led) return std::nullopt;
  return Dated{*left, ResolveDate(context, *left), at, left->last, false};
}

struct Bound {
  absl::string_view word;
  Modifier modifier;
  bool low_only;  // the date is the beginning of what is meant
  bool excludes;  // the date itself is not part of it
};
constexpr std::array<Bound, 7> kBounds = {{{"since", Modifier::kLower, true, false},
                                           {"after", Modifier::kAbove, true, true},
                                           {"before", Modifier::kBelow, false, true},
                                           {"by", Modifier::kUpper, false, false},
                                           {"until", Modifier::kUpper, false, false},
                                           {"till", Modifier::kUpper, false, false},
                                           {"through", Modifier::kUpper, false, false}}};

Value ToValue(const Dated& dated) {
  Value value;
  value.kind = ValueKind::kDate;
  value.granularity =
      dated.range && dated.phrase.granularity != Granularity::kOther ? Granularity::kOther : dated.phrase.granularity;
  value.parts = dated.phrase.parts;
  if (dated.phrase.fiscal) value.unit = "fiscal";
  if (dated.phrase.vague) value.modifier = Modifier::kApprox;
  if (dated.days) {
    value.low = Exact(dated.days->low);
    value.high = Exact(dated.days->high);
  }
  return value;
}

Reading ToReading(const Dated& dated) {
  Reading reading;
  reading.value = ToValue(dated);
  reading.first = reading.phrase_first = dated.first;
  reading.last = reading.phrase_last = dated.last;
  return reading;
}

void Bind(Value& value, const Bound& bound, const DatePhrase& phrase) {
  value.modifier = bound.modifier;
  if (!value.low || !value.high) return;
  if (bound.low_only) {
    if (bound.excludes) value.low = value.high;
    value.high = std::nullopt;
  } else {
    // "before the end of December" is before it has ended.
    if (bound.excludes && phrase.edge != Edge::kEnd) value.high = value.low;
    value.low = std::nullopt;
  }
}

// "since August", "before 2018", "by the end of the year": one end is open. The mention is the date alone.
std::optional<Reading> ReadBounded(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  for (const Bound& bound : kBounds) {
    if (!tokens.Is(at, bound.word)) continue;
    size_t first = at + 1;
    if (tokens.Is(first, "the")) ++first;
    std::optional<Dated> dated = ReadDated(context, first, false);
    if (!dated || dated->range) return std::nullopt;
    // "after Monday's vote", "before the 2016 election": the date belongs to the event.
    if (tokens.Is(dated->last, "'")) return std::nullopt;
    const bool event = tokens.IsWord(dated->last) && !IsFunctionWord(tokens.Text(dated->last)) && first != at + 1 &&
                       dated->phrase.edge == Edge::kNone;
    if (event) return std::nullopt;
    Reading reading = ToReading(*dated);
    reading.phrase_first = at;
    Bind(reading.value, bound, dated->phrase);
    return reading;
  }
  return std::nullopt;
}

// "2018 or later", "1/1/2016 and after", "from May 5 onwards"
void ReadAfterword(const TokenView& tokens, Reading& reading) {
  const size_t next = reading.last;
  const bool later = (tokens.Is(next, "or") && tokens.Is(next + 1, "later")) ||
                     (tokens.Is(next, "and") && (tokens.Is(next + 1, "after") || tokens.Is(next + 1, "later")) &&
                      tokens.EndsClause(next + 2));
  const bool onward = tokens.Is(next, "onwards") || tokens.Is(next, "onward");
  if ((!later && !onward) || !reading.value.low) return;
  reading.value.modifier = Modifier::kLower;
  reading.value.high = std::nullopt;
  reading.phrase_last = later ? next + 2 : next + 1;
}

}  // namespace

std::optional<Reading> ReadDate(const TokenStream& stream, size_t at, const ReadOptions& options) {
  const Token& token = stream.tokens[at];
  if (token.kind == Token::Kind::kWord && !MayBegin(token.text)) return std::nullopt;
  if (token.kind == Token::Kind::kMark && token.text != "'") return std::nullopt;
  if (token.kind == Token::Kind::kNumber && token.text.size() > 8) return std::nullopt;
  const DateContext context{TokenView(stream), options.document_day};
  if (token.text == "the") return std::nullopt;
  if (std::optional<Reading> bounded = ReadBounded(context, at)) return bounded;
  std::optional<Dated> dated = ReadDated(context, at, false);
  if (!dated) return std::nullopt;
  Reading reading = ToReading(*dated);
  ReadAfterword(context.tokens, reading);
  return reading;
}

}  // namespace crosscheck
