#include "value/date_compare.h"

#include <doctest/doctest.h>

#include <vector>

#include "value/reading.h"

namespace crosscheck {
namespace {

// The first date of `text`.
Value DateOf(absl::string_view text, std::optional<absl::CivilDay> day) {
  TokenStream stream;
  Tokenize(text, stream);
  ReadOptions options;
  options.document_day = day;
  for (size_t at = 0; at < stream.tokens.size(); ++at) {
    if (const std::optional<Reading> reading = ReadDate(stream, at, options)) return reading->value;
  }
  FAIL("no date in ", text);
  return Value();
}

struct Case {
  const char* a;
  const char* b;
  Agreement agreement;
};

constexpr Agreement kYes = Agreement::kConsistent;
constexpr Agreement kNo = Agreement::kContradictory;
constexpr Agreement kOther = Agreement::kIncomparable;

}  // namespace

TEST_CASE("CompareDateValues judges what two wordings allow, the same from both sides") {
  const std::vector<Case> cases = {
      {"July 15, 2025", "in July 2025", kYes},
      {"July 15, 2025", "July 16, 2025", kNo},
      {"between May 3 and May 9, 2024", "May 9, 2024", kYes},
      {"between May 3 and May 9, 2024", "May 10, 2024", kNo},
      {"before 2018", "in 2016", kYes},
      {"before 2018", "in 2018", kNo},
      {"since August 2024", "in 2023", kNo},
      {"since August 2024", "on Aug. 12, 2024", kYes},
      {"since August 2024", "in March 2025", kOther},
      {"since August 2024", "since June 2024", kNo},
      {"since August 2024", "since 2024", kYes},
      {"by June 2025", "by May 2025", kOther},
      {"two weeks ago", "on July 2, 2025", kYes},
      {"two years ago", "in December 2022", kYes},
      {"two years ago", "in 2019", kNo},
      {"two months ago", "on April 20, 2025", kYes},
      {"two months ago", "in January 2025", kNo},
      {"It will open two weeks later.", "in July 2026", kYes},
      {"fiscal 2025", "in 2025", kOther},
      {"Q2 FY26", "Q3 FY26", kNo},
      {"Q2 FY26", "the second quarter of fiscal 2026", kYes},
      {"a year earlier", "in 2019", kOther},
  };
  const absl::CivilDay day(2025, 7, 15);
  for (const Case& c : cases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    const Value a = DateOf(c.a, day);
    const Value b = DateOf(c.b, day);
    CHECK(CompareDateValues(a, b).agreement == c.agreement);
    CHECK(CompareDateValues(b, a).agreement == c.agreement);
    CHECK(CompareDateValues(a, a).agreement != kNo);
    CHECK_FALSE(CompareDateValues(a, b).reason.empty());
  }
}

TEST_CASE("CompareDateValues compares the words of dates without a day to resolve them against") {
  CHECK(CompareDateValues(DateOf("on July 15", std::nullopt), DateOf("on July 16", std::nullopt)).agreement == kNo);
  CHECK(CompareDateValues(DateOf("on July 15", std::nullopt), DateOf("in July", std::nullopt)).agreement == kYes);
  CHECK(CompareDateValues(DateOf("on July 15", std::nullopt), DateOf("July 15, 2025", std::nullopt)).agreement == kYes);
  CHECK(CompareDateValues(DateOf("yesterday", std::nullopt), DateOf("today", std::nullopt)).agreement == kOther);
}

}  // namespace crosscheck
