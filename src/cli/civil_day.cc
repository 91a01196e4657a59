#include "cli/civil_day.h"

#include "absl/strings/ascii.h"

namespace crosscheck {

namespace {

std::optional<int> Digits(absl::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (!absl::ascii_isdigit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

std::optional<absl::CivilDay> ParseDay(absl::string_view text) {
  constexpr size_t kDaySize = 10;  // "2025-07-15"
  if (text.size() < kDaySize || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > kDaySize && text[kDaySize] != 'T' && text[kDaySize] != ' ') return std::nullopt;
  const std::optional<int> year = Digits(text.substr(0, 4));
  const std::optional<int> month = Digits(text.substr(5, 2));
  const std::optional<int> day = Digits(text.substr(8, 2));
  if (!year.has_value() || !month.has_value() || !day.has_value()) return std::nullopt;
  const absl::CivilDay civil(*year, *month, *day);  // normalises: 02-30 would become 03-02
  if (civil.month() != *month || civil.day() != *day) return std::nullopt;
  return civil;
}

}  // namespace crosscheck
