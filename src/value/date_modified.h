#ifndef CROSSCHECK_VALUE_DATE_MODIFIED_H_
#define CROSSCHECK_VALUE_DATE_MODIFIED_H_

#include <cstddef>
#include <optional>

#include "value/date_readers.h"

// "last", "next", "this" before a period, a weekday or a month.
namespace crosscheck {

struct Modified {
  DatePhrase::Pick pick = DatePhrase::Pick::kThis;
  int offset = 0;        // in periods
  bool rolling = false;  // "past": up to the day, and not a whole period
  size_t last = 0;
};

// "last", "next", "this", "the coming", "this past", "current", "previous".
std::optional<Modified> ReadModifier(const TokenView& tokens, size_t at);
// The weekend, `offset` weeks on, of the week that holds `day`.
DayInterval Weekend(absl::CivilDay day, int offset);
std::optional<DatePhrase> ReadModifiedPhrase(const DateContext& context, size_t at);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_DATE_MODIFIED_H_
