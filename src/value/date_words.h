#ifndef CROSSCHECK_VALUE_DATE_WORDS_H_
#define CROSSCHECK_VALUE_DATE_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "crosscheck/value.h"
#include "value/token.h"

// The words of the calendar as tables, and the small readers that dates, durations and clock times share.
namespace crosscheck {

// Tokens by index, safe at both ends: beyond them every question is answered "no".
class TokenView {
 public:
  explicit TokenView(const TokenStream& stream) : tokens_(&stream.tokens) {}

  size_t size() const { return tokens_->size(); }
  absl::string_view Text(size_t at) const { return at < size() ? (*tokens_)[at].text : absl::string_view(); }
  bool Is(size_t at, absl::string_view text) const { return at < size() && (*tokens_)[at].text == text; }
  bool IsNumber(size_t at) const { return Has(at, Token::Kind::kNumber); }
  bool IsWord(size_t at) const { return Has(at, Token::Kind::kWord); }
  bool IsMark(size_t at) const { return Has(at, Token::Kind::kMark); }
  bool IsCapital(size_t at) const { return at < size() && (*tokens_)[at].capital; }
  bool IsGlued(size_t at) const { return at < size() && at > 0 && !(*tokens_)[at].space_before; }
  bool IsEnd(size_t at) const { return at >= size(); }
  bool EndsClause(size_t at) const { return IsEnd(at) || (IsMark(at) && !Is(at, "-") && !Is(at, "'")); }
  // The token `back` places before `at`; "" before the first.
  absl::string_view Before(size_t at, size_t back = 1) const { return back <= at ? Text(at - back) : ""; }

 private:
  bool Has(size_t at, Token::Kind kind) const { return at < size() && (*tokens_)[at].kind == kind; }
  const std::vector<Token>* tokens_;
};

// Whether a word after a figure of a few digits can be part of a date with it: "15 July", "3 weeks ago", "4 to 22 of
// May".
bool GoesOnAsDate(absl::string_view word);

// REQUIRES: one to nine ASCII digits, as a number token of that size has.
inline int FromDigits(absl::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = 10 * value + (digit - '0');
  return value;
}

// Something read: the value and the token after it.
struct IntRead {
  int value = 0;
  size_t last = 0;
  bool vague = false;  // "a few", "several"
};

struct MonthWord {
  absl::string_view text;
  int month = 0;
  bool abbreviated = false;
  bool other_word = false;  // a word or a given name too: "may", "march", "mar", "jan"
};
const MonthWord* FindMonthWord(absl::string_view word);

struct WeekdayWord {
  absl::string_view text;
  int weekday = 0;
  bool abbreviated = false;
};
const WeekdayWord* FindWeekdayWord(absl::string_view word);

// Units of time: each has a fixed number of days, or of months, or of seconds below a day.
struct TimeUnit {
  absl::string_view text;
  absl::string_view name;  // canonical, singular
  int64_t seconds = 0;     // month = 30 days, quarter = 90, year = 365
  int days = 0;
  int months = 0;
  Granularity granularity = Granularity::kNone;
  bool abbreviated = false;
};
const TimeUnit* FindTimeUnit(absl::string_view word);
std::vector<absl::string_view> TimeUnitWords();  // every word of one

std::optional<int> FindCardinalWord(absl::string_view word);  // zero … twenty, thirty … ninety
std::optional<int> FindOrdinalWord(absl::string_view word);   // first … twentieth, thirtieth
std::optional<int> FindSeasonWord(absl::string_view word);    // 1 spring … 4 winter
std::optional<int> FindDecadeWord(absl::string_view word);    // "nineties" -> 90
bool IsFunctionWord(absl::string_view word);                  // what may follow a date without belonging to it
bool IsCountedNoun(const TokenView& tokens, size_t at);       // "people", "votes": what stands before it is a count
bool IsDatePreposition(absl::string_view word);               // in, on, since, by, last, …

// A month's name with the stop of its abbreviation.
std::optional<IntRead> ReadMonthName(const TokenView& tokens, size_t at);
// A weekday's name with the stop of its abbreviation.
std::optional<IntRead> ReadWeekdayName(const TokenView& tokens, size_t at);
// "15th", "first", "twenty-first", "twenty first".
std::optional<IntRead> ReadOrdinal(const TokenView& tokens, size_t at);
// A day of a month: an ordinal, 1 or 2 digits, or words ("twenty one"); 1..31.
std::optional<IntRead> ReadDayOfMonth(const TokenView& tokens, size_t at);
// 0..999 in digits or words; "a", "an", "a couple of", "a few", "several" too.
std::optional<IntRead> ReadCount(const TokenView& tokens, size_t at);
// Four digits, 1000..2999, that stand alone.
std::optional<IntRead> ReadYearDigits(const TokenView& tokens, size_t at);
// "nineteen seventy-eight", "two thousand and five", "twenty twenty-five".
std::optional<IntRead> ReadYearWords(const TokenView& tokens, size_t at);
// A year of two digits, by the window that POSIX strptime %y has: 69..99 are 1969..1999, 00..68 are 2000..2068.
int YearOfTwoDigits(int digits);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_DATE_WORDS_H_
