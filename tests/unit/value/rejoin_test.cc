#include <doctest/doctest.h>

#include "value/mention.h"

namespace crosscheck {

TEST_CASE("what a tokenizer took apart is read as if it were whole") {
  struct Row {
    const char* apart;
    const char* whole;
  };
  const Row rows[] = {
      {"The 21 - year - old won.", "The 21-year-old won."},
      {"The 36 -year-old won.", "The 36-year-old won."},
      {"It signed an 18 - month deal.", "It signed an 18-month deal."},
      {"Rovers won 6 - 1 on the day.", "Rovers won 6-1 on the day."},
      {"In the 2014 - 15 season it rained.", "In the 2014-15 season it rained."},
      {"It began in the early 1990 's.", "It began in the early 1990s."},
      {"They raised £50, 000 for it.", "They raised £50,000 for it."},
      {"A deficit of # 9.8 m was found.", "A deficit of £9.8m was found."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.apart);
    const std::vector<Mention> apart = ReadMentions(row.apart, {});
    const std::vector<Mention> whole = ReadMentions(row.whole, {});
    REQUIRE(apart.size() == 1);
    REQUIRE(whole.size() == 1);
    CHECK(apart[0].value.kind == whole[0].value.kind);
    CHECK(apart[0].value.low == whole[0].value.low);
    CHECK(apart[0].value.high == whole[0].value.high);
    CHECK(apart[0].value.unit == whole[0].value.unit);
  }
}

TEST_CASE("a number sign is no pound before a number of a thing") {
  for (const Mention& mention : ReadMentions("The #3 team beat the #12 team.", {})) {
    CHECK(mention.value.kind != ValueKind::kMoney);
  }
}

TEST_CASE("a level pair with a hyphen is a score and two clock times are a span") {
  std::vector<Mention> mentions = ReadMentions("It ended in a 2-2 draw.", {});
  REQUIRE(mentions.size() == 1);
  CHECK(mentions[0].value.kind == ValueKind::kScore);
  mentions = ReadMentions("Coverage (BST) 17:30-19:30 is free.", {});
  REQUIRE(mentions.size() == 1);
  CHECK(mentions[0].value.kind == ValueKind::kTime);
  CHECK(mentions[0].value.low == Exact(1050));
  CHECK(mentions[0].value.high == Exact(1170));
}

}  // namespace crosscheck
