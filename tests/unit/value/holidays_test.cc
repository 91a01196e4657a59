#include "value/holidays.h"

#include <doctest/doctest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "value/compare_values.h"
#include "value/mention.h"

namespace crosscheck {
namespace {

// "2024-05-19", the name alone where no day can be computed, "" where nothing is read.
std::string DayOf(absl::string_view text, int year) {
  TokenStream stream;
  Tokenize(text, stream);
  const auto read = ReadHoliday(TokenView(stream), 0);
  if (!read || read->last != stream.tokens.size()) return "";
  const auto day = HolidayIn(read->holiday, year);
  CHECK(day.has_value() == HasDay(read->holiday));
  if (!day) return std::string(HolidayName(read->holiday));
  return absl::StrCat(day->year(), "-", day->month(), "-", day->day());
}

TEST_CASE("ReadHoliday knows days by all their names, and when they are") {
  struct Case {
    const char* name;
    int year;
    const char* day;
  };
  const Case kCases[] = {
      {"Easter", 2025, "2025-4-20"},
      {"Easter Monday", 2024, "2024-4-1"},
      {"Pentecost", 2024, "2024-5-19"},
      {"Whit Monday", 2024, "2024-5-20"},
      {"Shrove Tuesday", 2023, "2023-2-21"},
      {"Orthodox Easter", 2021, "2021-5-2"},
      {"Orthodox Easter", 2023, "2023-4-16"},
      {"Orthodox Easter", 2024, "2024-5-5"},
      {"Orthodox Easter", 2025, "2025-4-20"},
      {"Clean Monday", 2018, "2018-2-19"},
      {"Mother's Day", 2024, "2024-5-12"},
      {"Mothers Day", 2024, "2024-5-12"},
      {"Mother\xE2\x80\x99s Day", 2024, "2024-5-12"},
      {"Martin Luther King, Jr. Day", 2025, "2025-1-20"},
      {"August bank holiday", 2024, "2024-8-26"},
      {"Giving Tuesday", 2024, "2024-12-3"},
      {"Election Day", 2028, "2028-11-7"},
      {"St. Patrick's Day", 2020, "2020-3-17"},
      {"Valentine Day", 2020, "2020-2-14"},
      {"Eid ul-Adha", 2018, "eid al-adha"},
      {"Eid-al-Adha", 2018, "eid al-adha"},
      {"Deepavali", 2019, "diwali"},
      {"Chinese New Year", 2019, "lunar new year"},
      {"Mother ship", 2019, ""},
      {"Day", 2019, ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.name));
    CHECK(DayOf(c.name, c.year) == std::string(c.day));
  }
}

TEST_CASE("A day that no calendar here places is compared by its name and year") {
  const auto compare = [](const char* a, const char* b) {
    return CompareValues(ReadMentions(a, {}).front().value, ReadMentions(b, {}).front().value).agreement;
  };
  CHECK(compare("Eid al-Fitr 2018", "Id ul-Fitr 2018") == Agreement::kConsistent);
  CHECK(compare("Eid al-Fitr 2018", "Eid al-Fitr 2019") == Agreement::kContradictory);
  CHECK(compare("Eid al-Fitr 2018", "Eid al-Adha 2018") == Agreement::kContradictory);
  CHECK(compare("Eid al-Fitr 2018", "Eid al-Fitr") == Agreement::kIncomparable);
  CHECK(compare("Eid al-Fitr 2018", "June 15, 2018") == Agreement::kIncomparable);
}

TEST_CASE("The name of a feast is no date where it names a person or a place") {
  for (const char* text : {"Rakhi said so.", "He likes onam very much.", "A king's day out.", "Pongal is a dish."}) {
    CAPTURE(text);
    CHECK(ReadMentions(text, {}).empty());
  }
  CHECK(ReadMentions("It began on Diwali.", {}).size() == 1);
  CHECK(ReadMentions("They met during Ramadan.", {}).size() == 1);
}

}  // namespace
}  // namespace crosscheck
