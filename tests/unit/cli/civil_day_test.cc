#include "cli/civil_day.h"

#include <doctest/doctest.h>

namespace crosscheck {
namespace {

TEST_CASE("a day is read as ISO writes it, and nothing else is") {
  CHECK(ParseDay("2025-07-15") == absl::CivilDay(2025, 7, 15));
  CHECK(ParseDay("2024-02-29") == absl::CivilDay(2024, 2, 29));
  CHECK(ParseDay("2025-07-15T23:59:00+02:00") == absl::CivilDay(2025, 7, 15));
  for (const char* text :
       {"", "2025-7-15", "2025-02-29", "2025-13-01", "2025-00-10", "2025-07-15x", "15-07-2025", "20250715"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseDay(text).has_value());
  }
}

}  // namespace
}  // namespace crosscheck
