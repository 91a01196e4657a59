#include <doctest/doctest.h>

#include "absl/strings/str_cat.h"
#include "value/compare_values.h"
#include "value/mention.h"

namespace crosscheck {
namespace {

// "kind low..high unit modifier" of every value, joined by "; ".
std::string Read(absl::string_view text) {
  std::string out;
  for (const Mention& mention : ReadMentions(text, {})) {
    const Value& value = mention.value;
    const std::string low = value.low ? value.low->ToString() : "";
    const std::string high = value.high ? value.high->ToString() : "";
    absl::StrAppend(&out, out.empty() ? "" : "; ", ValueKindName(value.kind), " ", low,
                    low == high ? "" : absl::StrCat("..", high), value.unit.empty() ? "" : " ", value.unit,
                    value.modifier == Modifier::kExact ? "" : absl::StrCat(" ", ModifierName(value.modifier)));
  }
  return out;
}

TEST_CASE("ReadMentions reads each kind as the press writes it") {
  struct Case {
    const char* text;
    const char* values;
  };
  const Case kCases[] = {
      {"The deal is worth $12-13B.", "money 12000000000..13000000000 USD"},
      {"They paid A$7 million.", "money 7000000 AUD"},
      {"Shares rose nearly 6 per cent.", "percent 6 percent approx_below"},
      {"The rate was cut by 50 basis points.", "points 0.5 percentage point"},
      {"The bank made a half-point cut.", "points 0.5 percentage point"},
      {"More than 40 but fewer than 60 stayed.", "number 40..60"},
      {"They walked half a mile.", "quantity 0.5 mile"},
      {"A plot of 500 m2 was sold.", "quantity 500 square metre"},
      {"It won a second term.", "ordinal 2"},
      {"Ann Marsh, 34, was unhurt.", "age 34 year"},
      {"One in five pupils was absent.", "number 0.2"},
      {"Four dockers in ten walked out.", "number 0.4"},
      {"Two flights in three lose money.", "number 2/3"},
      {"Seven people in five cars were hurt.", "number 7; number 5"},
      {"It bought a 25-per-cent slice.", "percent 25 percent"},
      {"She was home within a week.", "duration 604800 week upper"},
      {"The council voted 7-2.", "score 7..2"},
      {"The particle weighs 1.5x10^3 kg.", "quantity 1500 kilogram"},
      {"(12,418)", "number -12418"},
      {"Hundreds of thousands marched.", "number 200000.. vague"},
      {"A magnitude-6.1 earthquake struck.", "number 6.1"},
      {"the 6-foot-3 guard", "quantity 6.25 foot"},
      {"a six-foot-two guard", "quantity 37/6 foot"},
      {"He weighs 14st.", "quantity 14 stone"},
      {"None of the 12.", "number 12"},
      {"The tender is for R8 614 220.", "money 8614220 ZAR"},
      {"It cost SEK 12 500, and kr 300.", "money 12500 SEK; money 300 krone"},
      {"On July 15 300 people came.", "date ; number 300"},
      {"N3.9 billion is missing.", "money 3900000000 NGN"},
      {"He paid N45,000.", "money 45000 NGN"},
      {"a 1-in-4 chance", "number 0.25"},
      {"It gained 7.5pc.", "percent 7.5 percent"},
      {"plus or minus 3 percentage points", "points 3 percentage point"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.text));
    CHECK(Read(c.text) == std::string(c.values));
  }
}

TEST_CASE("ReadMentions tells ranks from shares") {
  struct Case {
    const char* text;
    const char* values;
  };
  const Case kCases[] = {
      {"A third strike is planned.", "ordinal 3"},
      {"A third of them left.", "number 1/3"},
      {"Output fell by a fifth in May.", "number 0.2; date "},
      {"A third said no.", "number 1/3"},
      {"It was her hundredth win.", "ordinal 100"},
      {"a hundredth of it", "number 0.01"},
      {"a twenty-first birthday", "ordinal 21"},
      {"the fortysecond floor", "ordinal 42"},
      {"two million and three hundred fifth", "ordinal 2000305"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.text));
    CHECK(Read(c.text) == std::string(c.values));
  }
}

TEST_CASE("ReadMentions reads ranges, and figures that share a unit") {
  struct Case {
    const char* text;
    const char* values;
  };
  const Case kCases[] = {
      {"between about 20 and 30 boats", "number 20..30 approx"},
      {"from 5 percent to nearly 7 percent", "percent 5..7 percent approx"},
      {"six to as many as 10 boats", "number 6..10"},
      {"doses of 45 and 50 mg", "quantity 45 milligram; quantity 50 milligram"},
      {"two or three percent", "percent 2 percent; percent 3 percent"},
      {"a four-four-two formation", "number 4; number 4; number 2"},
      {"Rovers 1-2 Town", "score 1..2"},
      {"Rovers 2 - 1 Town", "score 2..1"},
      {"10-12 seats", "number 10..12"},
      {"20 rupees 43", "money 20.43 INR"},
      {"a dollar and 42 cents", "money 1.42 USD"},
      {"six pounds of meat", "quantity 6 pound"},
      {"six pounds of public money", "money 6 GBP"},
      {"about a mile away", "quantity 1 mile approx"},
      {"They sell at $5 a kilogram.", "money 5 USD"},
      {"a 9\" pipe", "quantity 9 inch"},
      {"He said \"give us 5\" and left", "number 5"},
      {"a tenth of a gallon", "quantity 0.1 gallon"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.text));
    CHECK(Read(c.text) == std::string(c.values));
  }
}

TEST_CASE("ReadMentions leaves figures that are no values") {
  for (const char* text : {"The H20 and the F-35.", "Build 24H2 ships.", "Call 0800 111 2222.", "It opens 24/7.",
                           "See Section 12 on page 4.", "Version 3.11.2 is out.", "No one came.", "Divide 1/0 by it.",
                           "See pages 10-12.", "H.R. 1234 passed.", "The Form 10-K was filed.", "Psalm 23 was sung.",
                           "The under-21s trained.", "N95 masks are back.", "K-12 schools shut.",
                           "She lives at 221B Baker Street.", "Case No. 22-cv-01234 was heard."}) {
    CAPTURE(text);
    CHECK(Read(text).empty());
  }
}

TEST_CASE("CompareValues is reflexive and symmetric, and not transitive") {
  const char* kPhrases[] = {"$4.5 billion",
                            "$4.47 billion",
                            "$4.4 billion",
                            "about 30 people",
                            "31 people",
                            "27 people",
                            "at least 20 people",
                            "7%",
                            "7.2%",
                            "nearly 7%",
                            "3 km",
                            "1.9 miles",
                            "7-2",
                            "7 points"};
  for (const char* a : kPhrases) {
    const Value left = ReadMentions(a, {}).front().value;
    CAPTURE(a);
    CHECK(CompareValues(left, left).agreement == Agreement::kConsistent);
    for (const char* b : kPhrases) {
      CAPTURE(b);
      const Value right = ReadMentions(b, {}).front().value;
      CHECK(CompareValues(left, right).agreement == CompareValues(right, left).agreement);
    }
  }
  const auto agree = [](const char* a, const char* b) {
    return CompareValues(ReadMentions(a, {}).front().value, ReadMentions(b, {}).front().value).agreement;
  };
  CHECK(agree("31 people", "about 30 people") == Agreement::kConsistent);
  CHECK(agree("about 30 people", "27 people") == Agreement::kConsistent);
  CHECK(agree("31 people", "27 people") == Agreement::kContradictory);
}

}  // namespace
}  // namespace crosscheck
