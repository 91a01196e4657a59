#include <doctest/doctest.h>

#include "value/mention.h"

namespace crosscheck {

TEST_CASE("votes on two sides are one score") {
  struct Row {
    const char* text;
    int yes, no;
  };
  const Row rows[] = {
      {"The bill passed with 182 in favour, 131 against.", 182, 131},
      {"With 212 votes for and 187 against, the amendment passed.", 212, 187},
      {"Ayes 4, noes 1, and the bus was bought.", 4, 1},
      {"For: 182, against: 131.", 182, 131},
      {"The motion fell by 61 votes to 44.", 61, 44},
      {"Twelve voted for and nine opposed.", 12, 9},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::vector<Mention> mentions = ReadMentions(row.text, {});
    REQUIRE(mentions.size() == 1);
    CHECK(mentions[0].value.kind == ValueKind::kScore);
    CHECK(mentions[0].value.low == Exact(row.yes));
    CHECK(mentions[0].value.high == Exact(row.no));
  }
}

TEST_CASE("two figures with a word for or against are no tally") {
  for (const char* text : {"He paid 12 for the hat and 9 for the scarf.", "The club won 12 and lost 9.",
                           "It sold 40 in Spain and 31 against all odds in Greece."}) {
    CAPTURE(text);
    for (const Mention& mention : ReadMentions(text, {})) CHECK(mention.value.kind != ValueKind::kScore);
  }
}

TEST_CASE("a clock in words tells its half of the day where the words do") {
  struct Row {
    const char* text;
    int minutes;
    bool half_unsaid;
  };
  const Row rows[] = {
      {"The road reopened at ten to seven in the evening.", 18 * 60 + 50, false},
      {"It began just before half past six in the morning.", 6 * 60 + 30, false},
      {"At five to midnight the siren went.", 23 * 60 + 55, false},
      {"The service starts at half-past two.", 2 * 60 + 30, true},
      {"She left at twenty past four that afternoon.", 16 * 60 + 20, false},
      {"Doors open at a quarter past seven.", 7 * 60 + 15, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::vector<Mention> mentions = ReadMentions(row.text, {});
    REQUIRE(!mentions.empty());
    CHECK(mentions[0].value.kind == ValueKind::kTime);
    CHECK(mentions[0].value.low == Exact(row.minutes));
    CHECK(mentions[0].value.half_unsaid == row.half_unsaid);
  }
}

}  // namespace crosscheck
