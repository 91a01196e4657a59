#include "base/utf8.h"

#include <doctest/doctest.h>

namespace crosscheck {

TEST_CASE("FindInvalidUtf8 names the first bad byte") {
  CHECK_FALSE(FindInvalidUtf8("plain, naïve and “curly” 😀").has_value());
  CHECK(FindInvalidUtf8("ab\xff") == 2);
  CHECK(FindInvalidUtf8("é\xc3") == 2);
  CHECK(FindInvalidUtf8("\xed\xa0\x80") == 0);  // a surrogate
}

TEST_CASE("Fold lowers and makes typographic marks plain") {
  CHECK(Fold("“Nvidia’s” 4–5\u00a0É") == "\"nvidia's\" 4-5 é");
  CHECK(FoldAccents("Linköping É") == "linkoping e");
}

}  // namespace crosscheck
