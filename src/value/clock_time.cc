#include <array>

#include "absl/strings/numbers.h"
#include "value/date_words.h"
#include "value/reading.h"

namespace crosscheck {
namespace {

constexpr int kNoon = 12 * 60;

struct Clock {
  int minutes = 0;  // since midnight
  size_t last = 0;
  bool half_known = false;  // a.m. or p.m. is said, or the hour has 24
  bool sure = false;        // nothing else than a time
  absl::string_view zone;
};

// "a.m.", "pm", "p.m"; 0 for a.m., 12 for p.m.
std::optional<IntRead> ReadHalf(const TokenView& tokens, size_t at) {
  if (tokens.Is(at, "am") || tokens.Is(at, "pm")) return IntRead{tokens.Is(at, "pm") ? 12 : 0, at + 1};
  if ((tokens.Is(at, "a") || tokens.Is(at, "p")) && tokens.Is(at + 1, ".") && tokens.IsGlued(at + 1) &&
      tokens.Is(at + 2, "m") && tokens.IsGlued(at + 2)) {
    const bool stop = tokens.Is(at + 3, ".") && tokens.IsGlued(at + 3);
    return IntRead{tokens.Is(at, "p") ? 12 : 0, stop ? at + 4 : at + 3};
  }
  return std::nullopt;
}

// Names of time zones as news write them behind a time.
absl::string_view ReadZone(const TokenView& tokens, size_t at) {
  static constexpr std::array<absl::string_view, 22> kZones = {"gmt", "utc", "bst", "cet",  "cest", "est", "edt", "et",
                                                               "cst", "cdt", "ct",  "mst",  "mdt",  "mt",  "pst", "pdt",
                                                               "pt",  "ist", "jst", "aest", "msk",  "hkt"};
  if (!tokens.IsCapital(at)) return {};
  for (const absl::string_view zone : kZones) {
    if (tokens.Is(at, zone)) return zone;
  }
  return {};
}

// "10 o'clock"
size_t AfterOClock(const TokenView& tokens, size_t at) {
  return tokens.Is(at, "o") && tokens.Is(at + 1, "'") && tokens.Is(at + 2, "clock") ? at + 3 : 0;
}

std::optional<int> HalfOfDayPart(absl::string_view word) {
  if (word == "morning") return 0;
  if (word == "afternoon" || word == "evening" || word == "night") return 12;
  return std::nullopt;
}

// "in the morning", "at night": the half of the day in other words. "On Saturday evening" and "last night" tell it,
// too, but name a day, which is another mention.
std::optional<IntRead> ReadDayPart(const TokenView& tokens, size_t at) {
  const bool in_the = tokens.Is(at, "in") && tokens.Is(at + 1, "the");
  if (in_the || (tokens.Is(at, "at") && tokens.Is(at + 1, "night"))) {
    const size_t word = in_the ? at + 2 : at + 1;
    if (const std::optional<int> half = HalfOfDayPart(tokens.Text(word))) return IntRead{*half, word + 1};
    return std::nullopt;
  }
  const size_t day = tokens.Is(at, "on") ? at + 1 : at;
  const bool leads = tokens.Is(day, "that") || tokens.Is(day, "this") || tokens.Is(day, "last") ||
                     tokens.Is(day, "yesterday") || tokens.Is(day, "tomorrow") || FindWeekdayWord(tokens.Text(day));
  if (!leads) return std::nullopt;
  if (const std::optional<int> half = HalfOfDayPart(tokens.Text(day + 1))) return IntRead{*half, at};
  return std::nullopt;
}

int InHalf(int hour, int half) { return hour % 12 + half; }

// The half of the day and the zone behind hours and minutes.
Clock Finish(const TokenView& tokens, int hour, int minute, size_t last) {
  Clock clock{hour * 60 + minute, last};
  if (const std::optional<IntRead> half = hour <= 12 ? ReadHalf(tokens, last) : std::nullopt) {
    clock = {InHalf(hour, half->value) * 60 + minute, half->last, true, true};
  } else if (const size_t after = AfterOClock(tokens, last); after != 0 && hour <= 12 && minute == 0) {
    clock.last = after;
    clock.sure = true;
    if (const std::optional<IntRead> part = ReadHalf(tokens, after))
      clock = {InHalf(hour, part->value) * 60, part->last, true, true};
  }
  if (!clock.half_known && hour >= 1 && hour <= 12) {
    if (const std::optional<IntRead> part = ReadDayPart(tokens, clock.last)) {
      clock = {InHalf(hour, part->value) * 60 + minute, part->last, true, true};
    }
  }
  clock.zone = ReadZone(tokens, clock.last);
  if (!clock.zone.empty()) {
    ++clock.last;
    clock.sure = true;
  }
  return clock;
}

bool IsTimePreposition(absl::string_view word) {
  return word == "at" || word == "by" || word == "from" || word == "until" || word == "till" || word == "around" ||
         word == "about" || word == "before" || word == "after" || word == "since" || word == "between" ||
         word == "to" || word == "shortly" || word == "just" || word == "past" || word == "approximately" ||
         word == "till" || word == "and";
}

// "17:30-19:30": two of the form make each other times.
bool InTimeSpan(const TokenView& tokens, size_t at, size_t last) {
  const auto is_clock = [&](size_t first) {
    return tokens.IsNumber(first) && tokens.Text(first).size() <= 2 && tokens.Is(first + 1, ":") &&
           tokens.IsNumber(first + 2) && tokens.Text(first + 2).size() == 2;
  };
  return (tokens.Is(last, "-") && is_clock(last + 1)) || (at >= 4 && tokens.Is(at - 1, "-") && is_clock(at - 4));
}

// "4:32 a.m.", "9.30pm", "04:10", "15:00 GMT", "5 p.m.", "10 o'clock".
std::optional<Clock> ReadFigures(const TokenView& tokens, size_t at) {
  if (!tokens.IsNumber(at) || tokens.Text(at).size() > 2 || FromDigits(tokens.Text(at)) > 24) return std::nullopt;
  int hour = FromDigits(tokens.Text(at));
  int minute = 0;
  const absl::string_view before = tokens.Before(at);
  if (tokens.IsGlued(at) && at > 0 && before != "(" && before != "-" && before != "\"" && before != "'")
    return std::nullopt;
  const bool colon = tokens.Is(at + 1, ":");
  const bool minutes = (colon || tokens.Is(at + 1, ".")) && tokens.IsGlued(at + 1) && tokens.IsNumber(at + 2) &&
                       tokens.IsGlued(at + 2) && tokens.Text(at + 2).size() == 2 &&
                       absl::SimpleAtoi(tokens.Text(at + 2), &minute) && minute < 60;
  size_t last = minutes ? at + 3 : at + 1;
  if (minutes && colon && tokens.Is(last, ":") && tokens.IsNumber(last + 1) && tokens.Text(last + 1).size() == 2)
    last += 2;
  Clock clock = Finish(tokens, hour, minute, last);
  if (clock.sure)
    return clock.half_known || minutes || hour <= 12 || !clock.zone.empty() ? std::optional<Clock>(clock)
                                                                            : std::nullopt;
  if (!minutes || !colon || (hour == 24 && minute > 0)) return std::nullopt;
  if (tokens.Is(last, ".") && tokens.IsNumber(last + 1) && tokens.IsGlued(last + 1))
    return std::nullopt;  // a racing time
  const bool placed = IsTimePreposition(before) || FindWeekdayWord(before) != nullptr || at == 0 ||
                      tokens.Text(at).front() == '0' || InTimeSpan(tokens, at, last);
  if (!placed || tokens.Is(last, "%")) return std::nullopt;
  clock.half_known = hour > 12 || tokens.Text(at).front() == '0';
  return clock;
}

// The hour that "half past" and "ten to" count from: 0 for midnight.
std::optional<IntRead> ReadNamedHour(const TokenView& tokens, size_t at) {
  if (tokens.Is(at, "midnight")) return IntRead{0, at + 1};
  if (tokens.Is(at, "noon") || tokens.Is(at, "midday")) return IntRead{12, at + 1};
  const std::optional<IntRead> hour = ReadCount(tokens, at);
  if (!hour || hour->vague || hour->value < 1 || hour->value > 12 || tokens.Is(at, "a")) return std::nullopt;
  return hour;
}

// "half past three", "quarter to five", "ten past two"; which half of the day stays open unless it is said. "Ten to
// seven" may be votes: it is a time behind "at" and the like, or with its half of the day.
std::optional<Clock> ReadPastHour(const TokenView& tokens, size_t at) {
  size_t next = at;
  int minute = 0;
  if (tokens.Is(next, "half")) {
    minute = 30;
  } else if (tokens.Is(next, "quarter") || (tokens.Is(next, "a") && tokens.Is(next + 1, "quarter"))) {
    minute = 15;
    if (tokens.Is(next, "a")) ++next;
  } else if (tokens.IsWord(next)) {
    const std::optional<IntRead> count = ReadCount(tokens, next);
    if (!count || count->vague || count->value > 29 || count->value < 5) return std::nullopt;
    minute = count->value;
    next = count->last - 1;
  } else {
    return std::nullopt;
  }
  ++next;
  if (tokens.Is(next, "-") && tokens.Is(next + 1, "past")) ++next;
  const bool past = tokens.Is(next, "past");
  if (!past && (!tokens.Is(next, "to") || tokens.Is(at, "half"))) return std::nullopt;
  const std::optional<IntRead> hour = ReadNamedHour(tokens, next + 1);
  if (!hour || tokens.Is(hour->last, "-") || tokens.Is(hour->last, "%")) return std::nullopt;
  const int minutes = past ? minute : 60 - minute;
  if (hour->value == 0 || tokens.Is(next + 1, "noon") || tokens.Is(next + 1, "midday")) {
    const int named = hour->value * 60 + (past ? minute : -minute);
    return Clock{(named + 24 * 60) % (24 * 60), hour->last, true, true, {}};
  }
  Clock clock = Finish(tokens, past ? hour->value : (hour->value + 10) % 12 + 1, minutes, hour->last);
  const absl::string_view before = tokens.Before(at);
  const bool placed = minute == 15 || before == "at" || before == "until" || before == "till" || before == "since" ||
                      before == "around" || before == "about" || before == "before" || before == "after";
  if (!past && !placed && !clock.half_known) return std::nullopt;
  clock.sure = true;
  return clock;
}

// "six a.m.", "ten o'clock", "seven in the evening"; bare "six" only after "shortly after" and the like.
std::optional<Clock> ReadHourWord(const TokenView& tokens, size_t at) {
  const std::optional<int> hour = FindCardinalWord(tokens.Text(at));
  if (!hour || *hour < 1 || *hour > 12) return std::nullopt;
  int minute = 0;
  size_t last = at + 1;
  if (const std::optional<int> tens = FindCardinalWord(tokens.Text(last)); tens && *tens >= 10) {
    const std::optional<IntRead> minutes = ReadCount(tokens, last);
    if (minutes && minutes->value < 60 && ReadHalf(tokens, minutes->last)) {
      minute = minutes->value;
      last = minutes->last;
    }
  }
  const Clock clock = Finish(tokens, *hour, minute, last);
  if (clock.sure) return clock;
  const absl::string_view before = tokens.Before(at);
  const absl::string_view second = tokens.Before(at, 2);
  const bool cue =
      (before == "after" || before == "before") && (second == "shortly" || second == "just" || second == "soon");
  const bool alone =
      tokens.EndsClause(last) || tokens.Is(last, "on") || tokens.Is(last, "when") || tokens.Is(last, "as");
  if (!cue || !alone) return std::nullopt;
  return clock;
}

std::optional<Clock> ReadClock(const TokenView& tokens, size_t at) {
  if (tokens.Is(at, "noon") || tokens.Is(at, "midday")) return Clock{kNoon, at + 1, true, true};
  if (tokens.Is(at, "midnight")) return Clock{0, at + 1, true, true};
  if (tokens.IsNumber(at)) return ReadFigures(tokens, at);
  if (std::optional<Clock> past = ReadPastHour(tokens, at)) return past;
  return ReadHourWord(tokens, at);
}

// "9 a.m. to 5 p.m.", "9-11 a.m.", "10:00 - 12:30".
std::optional<Reading> ReadRange(const TokenView& tokens, size_t at, Reading reading, const std::optional<Clock>& low) {
  const size_t low_last = low ? low->last : at + 1;
  const bool joins = tokens.Is(low_last, "-") || tokens.Is(low_last, "to") || tokens.Is(low_last, "until") ||
                     tokens.Is(low_last, "till") || tokens.Is(low_last, "through") ||
                     (tokens.Is(low_last, "and") && tokens.Before(at) == "between");
  if (!joins) return std::nullopt;
  const std::optional<Clock> high = ReadClock(tokens, low_last + 1);
  if (!high || !(high->sure || low)) return std::nullopt;
  int first = 0;
  if (low) {
    first = low->minutes;
  } else {
    // "9-11 a.m.": the first figure shares the half of the second.
    int hour = 0;
    if (!tokens.IsNumber(at) || tokens.Text(at).size() > 2 || !absl::SimpleAtoi(tokens.Text(at), &hour) || hour > 12 ||
        !high->half_known) {
      return std::nullopt;
    }
    first = InHalf(hour, high->minutes >= kNoon ? 12 : 0) * 60;
    if (first > high->minutes) first = InHalf(hour, 0) * 60;
  }
  reading.value.low = Exact(first);
  reading.value.high = Exact(high->minutes);
  reading.value.unit = std::string(!high->zone.empty() || !low ? high->zone : low->zone);
  reading.last = reading.phrase_last = high->last;
  return reading;
}

// "shortly after 9 p.m." is a little later, "after 9 p.m." within the hour as a rule, "before" the same on the other
// side.
Modifier SideOf(const TokenView& tokens, size_t at) {
  const bool after = tokens.Before(at) == "after";
  if (!after && tokens.Before(at) != "before") return Modifier::kExact;
  for (const absl::string_view word :
       {"shortly", "just", "right", "soon", "immediately", "moments", "little", "slightly"}) {
    if (tokens.Before(at, 2) == word) return after ? Modifier::kApproxAbove : Modifier::kApproxBelow;
  }
  return after ? Modifier::kAbove : Modifier::kBelow;
}

}  // namespace

std::optional<Reading> ReadClockTime(const TokenStream& stream, size_t at, const ReadOptions& /*options*/) {
  const Token& token = stream.tokens[at];
  if (token.kind == Token::Kind::kMark || token.text.size() > 8) return std::nullopt;
  const TokenView tokens(stream);
  if (token.text == "a" && !tokens.Is(at + 1, "quarter")) return std::nullopt;
  const std::optional<Clock> clock = ReadClock(tokens, at);
  Reading reading;
  reading.value.kind = ValueKind::kTime;
  reading.value.step = Exact(1);
  reading.first = reading.phrase_first = at;
  if (clock || token.kind == Token::Kind::kNumber) {
    if (std::optional<Reading> range = ReadRange(tokens, at, reading, clock)) return range;
  }
  if (!clock) return std::nullopt;
  reading.value.low = reading.value.high = Exact(clock->minutes);
  reading.value.modifier = SideOf(tokens, at);
  reading.value.unit = std::string(clock->zone);
  reading.value.half_unsaid = !clock->half_known && clock->minutes <= kNoon + 59;
  reading.last = reading.phrase_last = clock->last;
  return reading;
}

}  // namespace crosscheck
