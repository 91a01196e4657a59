#include "english/abbreviations.h"

#include <doctest/doctest.h>

#include "english/english.h"

namespace crosscheck::english {

TEST_CASE("abbreviations are known by what follows them") {
  struct Case {
    absl::string_view word;
    AbbreviationKind kind;
  };
  constexpr Case kCases[] = {
      {"mr", AbbreviationKind::kBeforeName},     {"gen", AbbreviationKind::kBeforeName},
      {"vs", AbbreviationKind::kBeforeName},     {"no", AbbreviationKind::kBeforeNumber},
      {"sept", AbbreviationKind::kBeforeNumber}, {"p.m", AbbreviationKind::kHour},
      {"inc", AbbreviationKind::kMayEnd},        {"calif", AbbreviationKind::kMayEnd},
      {"u.s", AbbreviationKind::kCountry},       {"n.a.t.o", AbbreviationKind::kMayEnd},
      {"ferry", AbbreviationKind::kNone},        {"may", AbbreviationKind::kNone},
      {"bn", AbbreviationKind::kNone},           {"", AbbreviationKind::kNone},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.word);
    CHECK(KindOfAbbreviation(c.word) == c.kind);
    CHECK(IsAbbreviation(c.word) == (c.kind != AbbreviationKind::kNone));
  }
}

TEST_CASE("stop words, months and weekdays") {
  CHECK(IsStopWord("the"));
  CHECK(IsStopWord("however"));
  CHECK_FALSE(IsStopWord("ferry"));
  CHECK(IsMonthName("july"));
  CHECK(IsMonthName("sept"));
  CHECK_FALSE(IsMonthName("monday"));
  CHECK(IsWeekdayName("monday"));
  CHECK(IsWeekdayName("thurs"));
  CHECK_FALSE(IsWeekdayName("day"));
}

}  // namespace crosscheck::english
