#ifndef CROSSCHECK_VALUE_DATE_READERS_H_
#define CROSSCHECK_VALUE_DATE_READERS_H_

#include <cstddef>
#include <optional>

#include "value/date_phrase.h"
#include "value/date_roles.h"

// The readers that a date is put together from. Each reads what begins exactly at a token, or nothing.
namespace crosscheck {

inline DatePhrase MakePhrase(DatePhrase::Form form, Granularity granularity, size_t first, size_t last) {
  DatePhrase phrase;
  phrase.form = form;
  phrase.granularity = granularity;
  phrase.first = first;
  phrase.last = last;
  return phrase;
}

// A phrase that is resolved while it is read; without `fixed` it cannot be.
inline DatePhrase MakeRelative(Granularity granularity, size_t first, size_t last, std::optional<DayInterval> fixed) {
  DatePhrase phrase = MakePhrase(DatePhrase::Form::kFixed, granularity, first, last);
  phrase.parts.relative = true;
  phrase.fixed = fixed;
  return phrase;
}

inline DateRoles RolesAt(const TokenView& tokens, size_t at) {
  return tokens.IsNumber(at) ? kNumberRoles : FindDateRoles(tokens.Text(at));
}
// What date_phrase.h has, for who knows the roles of the token at `at`.
std::optional<DatePhrase> ReadAbsoluteDate(const DateContext& context, size_t at, bool cued, DateRoles roles);
std::optional<DatePhrase> ReadRelativeDate(const DateContext& context, size_t at, DateRoles roles);

// Keeps the longer of the two.
inline void KeepLonger(std::optional<DatePhrase>& best, const std::optional<DatePhrase>& other) {
  if (other && (!best || other->last > best->last)) best = other;
}

void SetYear(DatePhrase& phrase, const YearSuffix& suffix);
// What follows a number makes it a count or a share and no day: "May 5%", "March 3.5", "July 15,000", "at 5:30".
bool IsOtherNumber(const TokenView& tokens, size_t last);
bool IsBusinessDays(const TokenView& tokens, size_t at);
// Monday to Friday count; holidays differ by place and are not known.
absl::CivilDay AfterBusinessDays(absl::CivilDay day, int count);
// What leans on what the text told before ("two weeks later") but tells of the future: counted from the document's day,
// with so much room that no comparison builds on it.
void LeanOnText(DatePhrase& phrase);
// True where the clause around the tokens tells of the future, or is a fragment, and the document's day is known.
bool TellsOfFuture(const DateContext& context, size_t first, size_t last);
// To a weekday of the week that the phrase has reached; or, months away, to the first such day from there on.
// REQUIRES: phrase.fixed.
void NarrowToWeekday(DatePhrase& phrase, int weekday, bool from_there);

// date_year.cc
std::optional<DatePhrase> ReadBareYear(const TokenView& tokens, size_t at, bool cued);
std::optional<DatePhrase> ReadFiscalYear(const TokenView& tokens, size_t at);
std::optional<DatePhrase> ReadDecade(const TokenView& tokens, size_t at);
std::optional<DatePhrase> ReadCentury(const TokenView& tokens, size_t at);

// date_parts.cc
std::optional<DatePhrase> ReadPartCode(const TokenView& tokens, size_t at);   // "Q3", "H1", without a year
std::optional<DatePhrase> ReadPartWords(const TokenView& tokens, size_t at);  // "third quarter", without a year
std::optional<DatePhrase> ReadPartOfYear(const DateContext& context, size_t at, bool cued);
std::optional<DatePhrase> ReadSeason(const DateContext& context, size_t at);
std::optional<DatePhrase> ReadNthOfPeriod(const DateContext& context, size_t at);
std::optional<DatePhrase> ReadHolidayPhrase(const DateContext& context, size_t at, bool cued);

// date_counted.cc
std::optional<DatePhrase> ReadCountedPhrase(const DateContext& context, size_t at);
std::optional<DatePhrase> ReadWithinAnchored(const DateContext& context, size_t at);
std::optional<DatePhrase> ReadInSpan(const DateContext& context, size_t at);
std::optional<DatePhrase> ReadFirstMonths(const DateContext& context, size_t at);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_DATE_READERS_H_
