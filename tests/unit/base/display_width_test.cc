#include "base/display_width.h"

#include <doctest/doctest.h>

namespace crosscheck {
namespace {

TEST_CASE("a text takes the columns that a terminal draws it in") {
  struct Row {
    const char* text;
    size_t width;
  };
  const Row rows[] = {
      {"", 0},
      {"plain", 5},
      {"café", 4},
      {"cafe\xCC\x81", 4},        // an accent of its own
      {"東京都", 6},              // two columns a character
      {"서울", 4},                //
      {"ﾊﾝｶｸ", 4},                // half-width kana
      {"🙂", 2},                //
      {"👩‍👩‍👧", 2},  // joined to one picture
      {"👍🏽", 2},            // with a tone of skin
      {"🇳🇴", 2},                  // two letters, one flag
      {"❤️", 2},              // a mark shown as a picture
      {"a“b”—c", 6},              //
      {"مرحبا", 5},               //
      {"\xE2\x80\x8Bx", 1},       // a space of no width
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(DisplayWidth(row.text) == row.width);
  }
}

TEST_CASE("bytes that are no UTF-8 end no measuring") { CHECK(DisplayWidth("a\xFF\xC3") <= 3); }

}  // namespace
}  // namespace crosscheck
