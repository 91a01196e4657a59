#include <doctest/doctest.h>

#include "crosscheck/value.h"

namespace crosscheck {
namespace {

TEST_CASE("Exact reads and prints the shortest decimal, else a fraction") {
  struct Case {
    const char* text;
    const char* printed;
  };
  const Case kCases[] = {{"15000000000", "15000000000"},
                         {"-3.20", "-3.2"},
                         {"1/3", "1/3"},
                         {"2/4", "0.5"},
                         {"0.000", "0"},
                         {"-0.05", "-0.05"},
                         {"1/8", "0.125"},
                         {"+7", "7"},
                         {"10/-4", ""},
                         {"1.", ""},
                         {"", ""},
                         {"1e5", ""},
                         {"1,200", ""},
                         {"1/0", ""},
                         {"99999999999999999999999999999999999999", "99999999999999999999999999999999999999"},
                         {"999999999999999999999999999999999999999999", ""}};
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const auto read = Exact::Parse(c.text);
    CHECK((read ? read->ToString() : "") == c.printed);
  }
}

TEST_CASE("Exact orders by value without overflow") {
  const Exact third = *Exact::Ratio(1, 3);
  CHECK(third < *Exact::Parse("0.34"));
  CHECK(third > *Exact::Parse("0.33"));
  CHECK(third.Negated() < third);
  CHECK(*Exact::Parse("-0.5") < *Exact::Parse("-1/3"));
  const Exact big = *Exact::Ratio(absl::Int128Max(), 3);
  const Exact bigger = *Exact::Ratio(absl::Int128Max(), 2);
  CHECK(big < bigger);
  CHECK(*Exact::Ratio(1, absl::Int128Max()) > Exact(0));
  CHECK(*Exact::Ratio(2, 6) == third);
}

TEST_CASE("Exact gives nothing instead of overflowing") {
  const Exact big = *Exact::Ratio(absl::Int128Max(), 1);
  CHECK_FALSE(big.Plus(Exact(1)).has_value());
  CHECK_FALSE(big.Times(Exact(2)).has_value());
  CHECK_FALSE(Exact(1).DividedBy(Exact(0)).has_value());
  CHECK_FALSE(Exact::PowerOfTen(38).has_value());
  CHECK(big.Times(*Exact::Ratio(1, absl::Int128Max())) == Exact(1));
  CHECK(Exact(7).Minus(Exact(9))->ToString() == "-2");
  CHECK(Exact(-7).Absolute() == Exact(7));
}

}  // namespace
}  // namespace crosscheck
