#include <doctest/doctest.h>

#include "value/reading.h"

namespace crosscheck {
namespace {

struct Case {
  const char* text;
  const char* value;
  const char* step;
};

std::string ReadAs(const char* text, std::string& step, bool& whole) {
  TokenStream stream;
  Tokenize(text, stream);
  const auto read = ReadPlainNumber(stream, 0);
  if (!read) return "";
  step = read->value.step.ToString();
  whole = read->last == stream.tokens.size();
  return read->value.low->ToString();
}

TEST_CASE("ReadPlainNumber reads digits and words whole") {
  const Case kCases[] = {
      {"31", "31", "1"},
      {"20", "20", "1"},
      {"1,200", "1200", "100"},
      {"1,187.50", "1187.5", "0.01"},
      {"1,20,000", "120000", "10000"},
      {"12 345 678", "12345678", "1"},
      {"1.200.000", "1200000", "100000"},
      {".25", "0.25", "0.01"},
      {"4.5 billion", "4500000000", "100000000"},
      {"15-million", "15000000", "1000000"},
      {"7bn", "7000000000", "1000000000"},
      {"250K", "250000", "10000"},
      {"3 lakh", "300000", "100000"},
      {"1.2 thousand million", "1200000000", "100000000"},
      {"twenty-one", "21", "1"},
      {"three hundred and five", "305", "1"},
      {"twelve hundred", "1200", "100"},
      {"two million three hundred thousand", "2300000", "100000"},
      {"a hundred", "100", "10"},
      {"a dozen", "12", "1"},
      {"half a dozen", "6", "1"},
      {"half a million", "500000", "10000"},
      {"three-quarters of a million", "750000", "10000"},
      {"two and a half", "2.5", "0"},
      {"two and a half million", "2500000", "0"},
      {"2 1/2", "2.5", "0"},
      {"2\xC2\xBD", "2.5", "0"},
      {"\xC2\xBE", "0.75", "0"},
      {"two-thirds", "2/3", "0"},
      {"3.5 hundred", "350", "10"},
      {"nine hundred and two", "902", "1"},
      {"three point one four", "3.14", "0.01"},
      {"two point six million", "2600000", "100000"},
      {"three million and a half", "3500000", "0"},
      {"three hundred and two dozen", "324", "1"},
      {"thirtyone", "31", "1"},
      {"50 grand", "50000", "1000"},
      {"seven fifteen", "715", "1"},
      {"point six", "0.6", "0.1"},
      {".0034G", "3400000", "100000"},
      {"10^9", "1000000000", "1000000000"},
      {"4^-2", "0.0625", "0"},
      {"a millionth", "0.000001", "0"},
      {"one twenty-fifth", "0.04", "0"},
      {"three twentieths", "0.15", "0"},
      {"two hundred thirty-thirds", "200/33", "0"},
      {"thirty fifths", "6", "0"},
      {"seventy-five hundredths", "0.75", "0"},
      {"three ten-thousandths", "0.0003", "0"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    std::string step;
    bool whole = false;
    CHECK(ReadAs(c.text, step, whole) == c.value);
    CHECK(step == c.step);
    CHECK(whole);
  }
}

TEST_CASE("ReadPlainNumber leaves what is no plain number") {
  for (const char* text : {"a", "the", "10.0.0.1", "15.7.2025", "-", "hundreds", "half", "second"}) {
    CAPTURE(text);
    std::string step;
    bool whole = false;
    CHECK(ReadAs(text, step, whole).empty());
  }
}

TEST_CASE("ReadPlainNumber stops where a number ends") {
  const Case kCases[] = {{"two million and three others", "2000000", ""},
                         {"3,2", "3", ""},
                         {"5m", "5", ""},
                         {"four two zero", "4", ""},
                         {"three twenty men", "3", ""},
                         {"two grand pianos", "2", ""},
                         {"2,019, 300 people", "2019", ""}};
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    std::string step;
    bool whole = false;
    CHECK(ReadAs(c.text, step, whole) == c.value);
    CHECK_FALSE(whole);
  }
}

}  // namespace
}  // namespace crosscheck
