#include "document/quotes.h"

#include <doctest/doctest.h>

#include <string>

#include "absl/strings/str_join.h"

namespace crosscheck {

namespace {

std::string Found(absl::string_view text, bool goes_on = false) {
  std::vector<absl::string_view> quotes;
  for (TextSpan span : FindQuotes(text, goes_on)) quotes.push_back(text.substr(span.begin, span.size()));
  return absl::StrJoin(quotes, " | ");
}

struct Case {
  absl::string_view text;
  absl::string_view want;
};

constexpr Case kCases[] = {
    {"She said “it rains” and “it pours”.", "it rains | it pours"},
    {"She said \"it rains\" and \"it pours\".", "it rains | it pours"},
    {"«Il pleut», dit-elle.", "Il pleut"},
    {"„Es regnet”, sagte sie.", "Es regnet"},
    {"“She told me ‘go home’ twice,” he said.", "She told me ‘go home’ twice,"},
    {"‘It rains,’ she said. ‘It pours.’", "It rains, | It pours."},
    {"'It rains,' she said.", "It rains,"},
    {"He called it a 'small fire' again.", "small fire"},
    {"The workers' hall and the captain's ship.", ""},
    {"‘The workers’ hall is shut,’ she said.", "The workers’ hall is shut,"},
    {"The '90s were loud, and rock 'n' roll was king.", ""},
    {"He is 6'2\" tall and “proud”.", "proud"},
    {"“The first paragraph goes on", "The first paragraph goes on"},
    {"\"The first paragraph goes on.", "The first paragraph goes on."},
    {"He said “nothing more and left.", ""},
    {"No quotation at all.", ""},
    {"“”", ""},
    {"", ""},
};

}  // namespace

TEST_CASE("FindQuotes finds what stands inside quotation marks") {
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(Found(c.text) == c.want);
  }
}

TEST_CASE("FindQuotes lets a quotation run on where the next paragraph opens with a mark") {
  CHECK(Found("He said: “We waited.", true) == "We waited.");
  CHECK(OpensWithQuote("“And then"));
  CHECK(OpensWithQuote("\"And then"));
  CHECK_FALSE(OpensWithQuote("And “then”"));
  CHECK_FALSE(OpensWithQuote(""));
}

}  // namespace crosscheck
