#ifndef CROSSCHECK_VALUE_HOLIDAYS_H_
#define CROSSCHECK_VALUE_HOLIDAYS_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "value/date_words.h"

namespace crosscheck {

// A day that has a name: the longest name at a token.
struct HolidayRead {
  int holiday = 0;  // a row of the table
  size_t last = 0;
};
std::optional<HolidayRead> ReadHoliday(const TokenView& tokens, size_t at);
std::vector<absl::string_view> HolidayStarters();                // the first word of each, in no order
bool HasDay(int holiday);                                        // its day can be computed
absl::string_view HolidayName(int holiday);                      // one for all its names, folded
std::optional<absl::CivilDay> HolidayIn(int holiday, int year);  // nullopt where it cannot

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_HOLIDAYS_H_
