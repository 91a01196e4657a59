#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "value/number.h"
#include "value/reading.h"

namespace crosscheck {
namespace {

using Reader = std::optional<Reading> (*)(const TokenStream&, size_t, const ReadOptions&);

std::optional<Reading> Durations(const TokenStream& stream, size_t at, const ReadOptions& /*options*/) {
  NumberHere number(stream, at);
  return ReadDuration(stream, at, number);
}

// Every value that `reader` finds, as "words=low..high unit".
std::string All(Reader reader, absl::string_view text) {
  TokenStream stream;
  Tokenize(text, stream);
  std::string out;
  for (size_t at = 0; at < stream.tokens.size();) {
    const std::optional<Reading> reading = reader(stream, at, ReadOptions());
    if (!reading) {
      ++at;
      continue;
    }
    const uint32_t begin = stream.tokens[reading->first].begin;
    const uint32_t end = stream.tokens[reading->last - 1].end;
    const Value& value = reading->value;
    absl::StrAppend(&out, out.empty() ? "" : "; ", text.substr(begin, end - begin), "=",
                    value.low ? value.low->ToString() : "?", "..", value.high ? value.high->ToString() : "?",
                    value.unit.empty() ? "" : " ", value.unit);
    at = reading->last;
  }
  return out;
}

struct Case {
  const char* text;
  const char* values;
};

}  // namespace

TEST_CASE("ReadDuration reads spans of time in seconds") {
  const std::vector<Case> cases = {
      {"jailed for three years", "three years=94608000..94608000 year"},
      {"a year and a half in office", "a year and a half=47304000..47304000 year"},
      {"a two-and-a-half-year deal", "two-and-a-half-year=78840000..78840000 year"},
      {"a year-and-a-half-long study", "a year-and-a-half=47304000..47304000 year"},
      {"a two-hour flight", "two-hour=7200..7200 hour"},
      {"the 20-minute talk", "20-minute=1200..1200 minute"},
      {"5 yrs", "5 yrs=157680000..157680000 year"},
      {"waited half an hour", "half an hour=1800..1800 hour"},
      {"it took 1h30m to land", "1h30m=5400..5400 hour"},
      {"two weeks and three days", "two weeks and three days=1468800..1468800 week"},
      {"for a decade", "a decade=315360000..315360000 decade"},
      {"two to three weeks", "two to three weeks=1209600..1814400 week"},
      {"between five and seven years", "between five and seven years=157680000..220752000 year"},
      {"in 9.58 seconds", "9.58 seconds=9.58..9.58 second"},
      {"several months passed", "several months=5184000..? month"},
      {"an hour and 45 minutes", "an hour and 45 minutes=6300..6300 hour"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(All(Durations, c.text) == c.values);
  }
}

TEST_CASE("ReadDuration leaves rates, ages and names alone") {
  for (const char* text : {"paid $20 an hour", "twice a year", "a three-year-old boy", "she is 45 years old",
                           "Windows 11 24H2 ships", "the full-year outlook", "the 90+4 minute", "one of them"}) {
    CAPTURE(text);
    CHECK(All(Durations, text).empty());
  }
}

TEST_CASE("ReadClockTime reads times in minutes since midnight") {
  const std::vector<Case> cases = {
      {"at 4:32 a.m. on Sunday", "4:32 a.m.=272..272"},
      {"at 9.30pm", "9.30pm=1290..1290"},
      {"at 04:10", "04:10=250..250"},
      {"at 15:00 GMT", "15:00 GMT=900..900 gmt"},
      {"by noon", "noon=720..720"},
      {"at midnight", "midnight=0..0"},
      {"shortly after six.", "six=360..360"},
      {"at half past three", "half past three=210..210"},
      {"at quarter to five", "quarter to five=285..285"},
      {"at 10 o'clock", "10 o'clock=600..600"},
      {"12 a.m. and 12 p.m.", "12 a.m.=0..0; 12 p.m.=720..720"},
      {"5 p.m. ET", "5 p.m. ET=1020..1020 et"},
      {"from 9 a.m. to 5 p.m.", "9 a.m. to 5 p.m.=540..1020"},
      {"9-11 a.m.", "9-11 a.m.=540..660"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(All(ReadClockTime, c.text) == c.values);
  }
}

TEST_CASE("ReadClockTime does not take scores, ratios and counts for times") {
  for (const char* text : {"a 4:3 screen", "John 3:16 says", "won 2:05.32", "at 4", "after six people left"}) {
    CAPTURE(text);
    CHECK(All(ReadClockTime, text).empty());
  }
}

}  // namespace crosscheck
