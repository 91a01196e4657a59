#include <array>

#include "absl/strings/match.h"
#include "value/date_words.h"
#include "value/number.h"
#include "value/reading.h"

namespace crosscheck {
namespace {

// A count of one unit: "three years", "two and a half hours", "an hour".
struct Term {
  Exact count{1};
  std::optional<Exact> high_count;  // "two to three weeks"
  const TimeUnit* unit = nullptr;
  size_t last = 0;
  bool vague = false;
  bool article = false;  // "an hour"
};

struct Quantity {
  Exact value;
  size_t last = 0;
  bool vague = false;
  bool article = false;
};

Exact Times(const Exact& a, const Exact& b) { return a.Times(b).value_or(Exact(0)); }
Exact Plus(const Exact& a, const Exact& b) { return a.Plus(b).value_or(a); }
Exact Part(int numerator, int denominator) { return Exact::Ratio(numerator, denominator).value_or(Exact(0)); }

// "half", "a half", "an half", "one quarter", "three quarters", "a quarter".
std::optional<Quantity> ReadFraction(const TokenView& tokens, size_t at) {
  size_t next = at;
  int count = 1;
  if (tokens.Is(next, "a") || tokens.Is(next, "an") || tokens.Is(next, "one")) {
    ++next;
  } else if (tokens.Is(next, "three")) {
    count = 3;
    ++next;
  }
  if (tokens.Is(next, "-") && next > at) ++next;
  if (tokens.Is(next, "half") && count == 1) return Quantity{Part(1, 2), next + 1};
  if (tokens.Is(next, "quarter") || tokens.Is(next, "quarters")) return Quantity{Part(count, 4), next + 1};
  return std::nullopt;
}

// Words between the count and its unit: "two more weeks", "20 extra minutes".
size_t SkipFiller(const TokenView& tokens, size_t at) {
  static constexpr std::array<absl::string_view, 9> kFillers = {"more", "additional", "extra", "fewer",      "further",
                                                                "full", "straight",   "long",  "consecutive"};
  for (const absl::string_view filler : kFillers) {
    if (tokens.Is(at, filler)) return at + 1;
  }
  return at;
}

// The count before a unit. `glued`: letters may follow without a space ("3h").
std::optional<Quantity> ReadQuantity(const TokenStream& stream, const TokenView& tokens, size_t at,
                                     NumberHere& number) {
  const std::optional<IntRead> whole = ReadCount(tokens, at);
  if (whole && whole->vague) return Quantity{Exact(whole->value), whole->last, true};
  Quantity quantity;
  if (tokens.Is(at, "a") || tokens.Is(at, "an") || tokens.Is(at, "another")) {
    quantity = {Exact(1), at + 1, false, tokens.Text(at) != "another"};
    if (tokens.Is(at, "another")) {
      if (const std::optional<NumberScan> more = ScanNumber(stream, at + 1, NumberPlace::kPlain)) {
        quantity.value = more->value;
        quantity.last = more->last;
      }
    }
    return quantity;
  }
  // "two and a half years", "a two-and-a-half-year deal"
  const bool hyphens = whole && tokens.Is(whole->last, "-") && tokens.IsGlued(whole->last);
  const size_t joint = whole ? whole->last + (hyphens ? 1 : 0) : 0;
  if (whole && tokens.Is(joint, "and")) {
    if (const std::optional<Quantity> fraction = ReadFraction(tokens, joint + (hyphens ? 2 : 1))) {
      const bool goes_on = tokens.Is(fraction->last, "of") || (hyphens && tokens.Is(fraction->last, "-"));
      const size_t after = goes_on ? fraction->last + 1 : fraction->last;
      if (FindTimeUnit(tokens.Text(after)) != nullptr) {
        return Quantity{Plus(Exact(whole->value), fraction->value), after};
      }
    }
  }
  if (whole && FindTimeUnit(tokens.Text(whole->last)) != nullptr) return Quantity{Exact(whole->value), whole->last};
  const std::optional<NumberScan>& scan = number.Get();
  if (scan) return Quantity{scan->value, scan->last};
  if (whole) return Quantity{Exact(whole->value), whole->last};
  return std::nullopt;
}

std::optional<Quantity> ReadQuantity(const TokenStream& stream, const TokenView& tokens, size_t at) {
  NumberHere number(stream, at);
  return ReadQuantity(stream, tokens, at, number);
}

// "half an hour", "half a day", "half year", "a quarter of an hour", "three quarters of an hour", "half-hour".
std::optional<Term> ReadFractionTerm(const TokenView& tokens, size_t at) {
  const std::optional<Quantity> fraction = ReadFraction(tokens, at);
  if (!fraction) return std::nullopt;
  size_t next = fraction->last;
  const bool half = tokens.Is(next - 1, "half");
  if (tokens.Is(next, "of")) ++next;
  const bool article = tokens.Is(next, "a") || tokens.Is(next, "an");
  if (article) ++next;
  if (tokens.Is(next, "-")) ++next;
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(next));
  if (unit == nullptr || unit->abbreviated || unit->text.back() == 's' || (!half && !article) ||
      unit->name == "quarter") {
    return std::nullopt;
  }
  Term term;
  term.count = fraction->value;
  term.unit = unit;
  term.last = next + 1;
  return term;
}

// "all day", "the whole year", "a full month": one of it.
std::optional<Term> ReadWholeTerm(const TokenView& tokens, size_t at) {
  if (!tokens.Is(at, "all") && !tokens.Is(at, "full") && !tokens.Is(at, "whole")) return std::nullopt;
  const size_t next = tokens.Is(at + 1, "-") ? at + 2 : at + 1;
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(next));
  if (unit == nullptr || unit->abbreviated || unit->text.back() == 's' || unit->seconds < 86400 ||
      unit->name == "quarter") {
    return std::nullopt;
  }
  // "the full-year outlook" is of a year and lasts none.
  if (next > at + 1 && !tokens.EndsClause(next + 1)) return std::nullopt;
  Term term;
  term.unit = unit;
  term.last = next + 1;
  return term;
}

// "h", "m", "s", "d", "y" mean a unit only where they are glued to digits and stand alone; "m" means minutes only
// inside "1h30m".
const TimeUnit* ReadLetterUnit(const TokenView& tokens, size_t at, bool after_hours) {
  if (!tokens.IsGlued(at) || !tokens.IsNumber(at - 1)) return nullptr;
  // "24H2" is a name; "1h30m" goes on with a unit.
  const bool goes_on = tokens.IsGlued(at + 1) && tokens.IsNumber(at + 1);
  if (goes_on && !(tokens.IsGlued(at + 2) && tokens.IsWord(at + 2) && tokens.Text(at + 2).size() <= 3)) return nullptr;
  const absl::string_view letter = tokens.Text(at);
  if (letter == "h") return FindTimeUnit("hour");
  if (letter == "m" && after_hours) return FindTimeUnit("minute");
  if (letter == "s" && after_hours) return FindTimeUnit("second");
  if (letter == "d" && !after_hours) return FindTimeUnit("day");
  if (letter == "y") return FindTimeUnit("year");
  return nullptr;
}

const TimeUnit* ReadUnit(const TokenView& tokens, size_t& next, bool after_hours) {
  if (tokens.Text(next).size() == 1) {
    const TimeUnit* const letter = next > 0 ? ReadLetterUnit(tokens, next, after_hours) : nullptr;
    if (letter != nullptr) ++next;
    return letter;
  }
  const TimeUnit* const unit = FindTimeUnit(tokens.Text(next));
  if (unit == nullptr || unit->text == "mon") return nullptr;
  ++next;
  if (unit->abbreviated && tokens.Is(next, ".") && tokens.IsGlued(next) && !tokens.IsEnd(next + 1) &&
      !tokens.IsCapital(next + 1)) {
    ++next;
  }
  return unit;
}

std::optional<Term> ReadTerm(const TokenStream& stream, size_t at, bool after_hours, NumberHere& number) {
  const TokenView tokens(stream);
  if (const std::optional<Term> fraction = ReadFractionTerm(tokens, at)) return fraction;
  if (const std::optional<Term> whole = ReadWholeTerm(tokens, at)) return whole;
  const std::optional<Quantity> quantity = ReadQuantity(stream, tokens, at, number);
  if (!quantity) return std::nullopt;
  Term term;
  term.count = quantity->value;
  term.vague = quantity->vague;
  term.article = quantity->article;
  size_t next = SkipFiller(tokens, quantity->last);
  // "two to three weeks", "2-3 days", "five or six years"
  const bool joins = tokens.Is(next, "to") || tokens.Is(next, "-") || tokens.Is(next, "or");
  if (joins && !quantity->article) {
    if (const std::optional<Quantity> high = ReadQuantity(stream, tokens, next + 1)) {
      const size_t unit_at = tokens.Is(high->last, "-") ? high->last + 1 : high->last;
      if (!high->article && high->value > term.count && FindTimeUnit(tokens.Text(unit_at)) != nullptr) {
        term.high_count = high->value;
        next = high->last;
      }
    }
  }
  if (tokens.Is(next, "-") && tokens.IsGlued(next) && tokens.IsGlued(next + 1)) ++next;
  term.unit = ReadUnit(tokens, next, after_hours);
  if (term.unit == nullptr) return std::nullopt;
  term.last = next;
  return term;
}

std::optional<Term> ReadTerm(const TokenStream& stream, size_t at, bool after_hours) {
  NumberHere number(stream, at);
  return ReadTerm(stream, at, after_hours, number);
}

// "$5 an hour", "twice a year", "100 people a day" are rates; "for an hour", "in a year" are durations.
bool ArticleIsDuration(const TokenView& tokens, size_t at) {
  static constexpr std::array<absl::string_view, 34> kBefore = {
      "for",   "than",   "about", "nearly", "almost",  "over",  "under", "within", "only",   "just",   "after", "of",
      "lasts", "lasted", "took",  "takes",  "take",    "taken", "spent", "spend",  "spends", "in",     "not",   "be",
      "is",    "was",    "every", "around", "roughly", "least", "to",    "waited", "wait",   "lasting"};
  if (at == 0) return true;
  for (const absl::string_view word : kBefore) {
    if (tokens.Before(at) == word) return true;
  }
  return false;
}

// What follows makes it an age ("three years old") or part of a name.
bool IsAge(const TokenView& tokens, size_t last) {
  const size_t next = tokens.Is(last, "-") ? last + 1 : last;
  return tokens.Is(next, "old") || tokens.Is(next, "olds") || (tokens.Is(last, "of") && tokens.Is(last + 1, "age"));
}

Exact Seconds(const Exact& count, const TimeUnit& unit) { return Times(count, Exact(unit.seconds)); }

// "and a half", "and a quarter" after the unit; the fraction of that unit.
std::optional<Quantity> ReadTail(const TokenView& tokens, size_t at) {
  const bool hyphens = tokens.Is(at, "-") && tokens.IsGlued(at);  // "a year-and-a-half-long study"
  size_t next = hyphens ? at + 1 : at;
  if (!tokens.Is(next++, "and")) return std::nullopt;
  if (hyphens && tokens.Is(next, "-")) ++next;
  std::optional<Quantity> fraction = ReadFraction(tokens, next);
  if (hyphens && fraction) return fraction;
  if (!fraction || FindTimeUnit(tokens.Text(fraction->last)) != nullptr || tokens.Is(fraction->last, "of") ||
      tokens.Is(fraction->last, "a") || tokens.Is(fraction->last, "an") || tokens.Is(fraction->last, "-")) {
    return std::nullopt;
  }
  return fraction;
}

// "1 hour thirty", "an hour and fifteen": minutes without their word, at the end of a clause.
std::optional<IntRead> ReadLooseMinutes(const TokenView& tokens, size_t at) {
  const size_t next = tokens.Is(at, "and") ? at + 1 : at;
  const std::optional<IntRead> minutes = ReadCount(tokens, next);
  if (!minutes || minutes->vague || minutes->value < 5 || minutes->value > 59 || !tokens.EndsClause(minutes->last) ||
      tokens.Is(minutes->last, "%") || tokens.Is(minutes->last, ":")) {
    return std::nullopt;
  }
  return minutes;
}

// The further terms after the first: "two weeks and three days", "1h30m", each of another unit.
size_t ReadFurtherTerms(const TokenStream& stream, size_t at, const TimeUnit* first_unit, Exact& seconds) {
  const TokenView tokens(stream);
  size_t last = at;
  const TimeUnit* before = first_unit;
  for (int terms = 1; terms < 6; ++terms) {
    size_t next = last;
    if (tokens.Is(next, ",")) ++next;
    if (tokens.Is(next, "and")) ++next;
    const std::optional<Term> term = ReadTerm(stream, next, before->name == "hour" || before->name == "minute");
    if (!term || term->vague || term->high_count || term->unit->seconds == before->seconds) break;
    // After a comma or "and" a shorter unit alone goes on; "three years, two centuries" are two.
    if (next != last && term->unit->seconds > before->seconds) break;
    if (term->article) break;
    if (tokens.Is(term->last, "ago") || tokens.Is(term->last, "later") || tokens.Is(term->last, "earlier")) break;
    seconds = Plus(seconds, Seconds(term->count, *term->unit));
    last = term->last;
    before = term->unit;
  }
  return last;
}

Reading MakeReading(const Term& term, const Exact& low, const std::optional<Exact>& high, size_t first, size_t last) {
  Reading reading;
  Value& value = reading.value;
  value.kind = ValueKind::kDuration;
  value.unit = std::string(term.unit->name);
  value.low = low;
  value.high = high;
  value.step = term.count.is_integer() ? Exact(term.unit->seconds) : Exact(0);
  reading.first = reading.phrase_first = first;
  reading.last = reading.phrase_last = last;
  return reading;
}

// "a few days", "several months": two or three at least, no upper end; "a couple of days": two or so.
Reading MakeVague(const Term& term, size_t first) {
  const bool couple = term.count == Exact(2);
  const Exact low = Seconds(Exact(2), *term.unit);
  Reading reading = MakeReading(term, low, couple ? std::optional<Exact>(low) : std::nullopt, first, term.last);
  reading.value.modifier = couple ? Modifier::kApprox : Modifier::kVague;
  return reading;
}

// "90+4", "$5", "x3am": the rest of something longer.
bool BeginsFreely(const TokenView& tokens, size_t at) {
  if (!tokens.IsGlued(at)) return true;
  const absl::string_view before = tokens.Before(at);
  return before == "(" || before == "-" || before == "'" || before == "\"" || before == "[";
}

bool MayBegin(const Token& token) {
  if (token.kind == Token::Kind::kNumber) return true;
  if (token.kind == Token::Kind::kMark) return false;
  const absl::string_view word = token.text;
  return word == "a" || word == "an" || word == "another" || word == "half" || word == "all" || word == "full" ||
         word == "whole" || word == "several" || word == "few" || word == "couple" || word == "quarter" ||
         word == "between" || FindCardinalWord(word).has_value();
}

}  // namespace

std::optional<Reading> ReadDuration(const TokenStream& stream, size_t at, NumberHere& number) {
  if (!MayBegin(stream.tokens[at])) return std::nullopt;
  const TokenView tokens(stream);
  if (tokens.Is(at, "between")) {
    const std::optional<Quantity> low = ReadQuantity(stream, tokens, at + 1);
    if (!low || low->article || !tokens.Is(low->last, "and")) return std::nullopt;
    const std::optional<Term> high = ReadTerm(stream, low->last + 1, false);
    if (!high || high->vague || high->high_count || high->count <= low->value || IsAge(tokens, high->last))
      return std::nullopt;
    return MakeReading(*high, Seconds(low->value, *high->unit), Seconds(high->count, *high->unit), at, high->last);
  }
  if (!BeginsFreely(tokens, at)) return std::nullopt;
  const std::optional<Term> term = ReadTerm(stream, at, false, number);
  if (!term || IsAge(tokens, term->last)) return std::nullopt;
  if (term->article && !ArticleIsDuration(tokens, at)) {
    const bool longer = ReadTail(tokens, term->last).has_value();
    if (!longer) return std::nullopt;
  }
  // "2,000 seconds"? fine; "the 2024 quarter" is none.
  if (term->unit->name == "quarter" && term->article) return std::nullopt;
  if (term->vague) return MakeVague(*term, at);
  if (term->high_count) {
    return MakeReading(*term, Seconds(term->count, *term->unit), Seconds(*term->high_count, *term->unit), at,
                       term->last);
  }
  Exact seconds = Seconds(term->count, *term->unit);
  if (const std::optional<Quantity> tail = ReadTail(tokens, term->last)) {
    seconds = Plus(seconds, Seconds(tail->value, *term->unit));
    return MakeReading(*term, seconds, seconds, at, tail->last);
  }
  size_t last = ReadFurtherTerms(stream, term->last, term->unit, seconds);
  if (last == term->last && term->unit->name == "hour") {
    if (const std::optional<IntRead> minutes = ReadLooseMinutes(tokens, last)) {
      seconds = Plus(seconds, Exact(int64_t{60} * minutes->value));
      last = minutes->last;
    }
  }
  if (IsAge(tokens, last)) return std::nullopt;
  Reading reading = MakeReading(*term, seconds, seconds, at, last);
  // "home within a week", "inside an hour": so long at most. "Within two hours of the final whistle" is a day's
  // reading.
  if (at > 0 && (tokens.Before(at) == "within" || tokens.Before(at) == "inside") && !tokens.Is(last, "of")) {
    reading.value.modifier = Modifier::kUpper;
    reading.phrase_first = at - 1;
  }
  return reading;
}

}  // namespace crosscheck
