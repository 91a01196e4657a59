#include "value/holidays.h"

#include <deque>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "value/calendar.h"
#include "value/token.h"

namespace crosscheck {
namespace {

enum class HolidayRule : uint8_t { kFixed, kNthWeekday, kEaster, kOrthodox, kNamed };

struct Holiday {
  absl::string_view names;
  HolidayRule rule = HolidayRule::kFixed;
  int month = 0;
  int day = 0;  // or weekday
  int nth = 0;
  int offset = 0;
};
constexpr Holiday kHolidays[] = {
#include "value/holidays.inc"
};

// One way to write a name, cut into tokens; without hyphens.
struct Name {
  std::vector<absl::string_view> tokens;
  int holiday = 0;
};

struct Names {
  std::deque<std::string> text;
  absl::flat_hash_map<absl::string_view, std::vector<Name>> by_first;

  void Add(absl::string_view form, int holiday) {
    TokenStream stream;
    Tokenize(form, stream);
    Name name;
    name.holiday = holiday;
    for (const Token& token : stream.tokens) {
      if (token.text == "-") continue;
      name.tokens.emplace_back(text.emplace_back(token.text.data(), token.text.size()));
    }
    by_first[name.tokens.front()].push_back(std::move(name));
  }
};

const Names& AllNames() {
  static const auto* const kNames = [] {
    auto* made = new Names;
    for (size_t row = 0; row < std::size(kHolidays); ++row) {
      const int holiday = static_cast<int>(row);
      for (const absl::string_view form : absl::StrSplit(kHolidays[row].names, '|')) {
        made->Add(form, holiday);
        if (form.find('\'') == absl::string_view::npos) continue;
        made->Add(absl::StrReplaceAll(form, {{"'s", "s"}, {"s'", "s"}}), holiday);
        if (form.find("'s ") != absl::string_view::npos) made->Add(absl::StrReplaceAll(form, {{"'s ", " "}}), holiday);
      }
    }
    return made;
  }();
  return *kNames;
}

// The token after the name; 0 where it does not stand at `at`.
size_t MatchName(const TokenView& tokens, size_t at, const Name& name) {
  size_t next = at;
  for (const absl::string_view word : name.tokens) {
    if (tokens.Is(next, "-") && next > at) ++next;
    if (!tokens.Is(next++, word)) return 0;
  }
  return next;
}

// Easter Sunday of the Orthodox churches in the Gregorian calendar: the Julian computus (Meeus, Astronomical
// Algorithms, chapter 8) and the days that the calendars lie apart.
absl::CivilDay OrthodoxEaster(int year) {
  const int moon = (19 * (year % 19) + 15) % 30;
  const int sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const int days = moon + sunday + 114;
  const int apart = year / 100 - year / 400 - 2;
  return absl::CivilDay(year, days / 31, days % 31 + 1) + apart;
}

}  // namespace

std::optional<HolidayRead> ReadHoliday(const TokenView& tokens, size_t at) {
  const auto names = AllNames().by_first.find(tokens.Text(at));
  if (names == AllNames().by_first.end()) return std::nullopt;
  std::optional<HolidayRead> best;
  for (const Name& name : names->second) {
    const size_t last = MatchName(tokens, at, name);
    if (last > (best ? best->last : 0)) best = HolidayRead{name.holiday, last};
  }
  return best;
}

std::vector<absl::string_view> HolidayStarters() {
  std::vector<absl::string_view> starters;
  for (const auto& [first, names] : AllNames().by_first) starters.push_back(first);
  return starters;
}

bool HasDay(int holiday) { return kHolidays[holiday].rule != HolidayRule::kNamed; }

absl::string_view HolidayName(int holiday) {
  const absl::string_view names = kHolidays[holiday].names;
  return names.substr(0, names.find('|'));
}

std::optional<absl::CivilDay> HolidayIn(int holiday, int year) {
  const Holiday& row = kHolidays[holiday];
  switch (row.rule) {
    case HolidayRule::kNthWeekday:
      return NthWeekday(year, row.month, row.day, row.nth).value_or(absl::CivilDay(year, row.month, 1)) + row.offset;
    case HolidayRule::kEaster:
      return EasterSunday(year) + row.offset;
    case HolidayRule::kOrthodox:
      return OrthodoxEaster(year) + row.offset;
    case HolidayRule::kFixed:
      return absl::CivilDay(year, row.month, row.day);
    case HolidayRule::kNamed:
      break;
  }
  return std::nullopt;
}

}  // namespace crosscheck
