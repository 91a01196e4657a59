#include "claim/regions.h"

#include <doctest/doctest.h>

#include <string>

namespace crosscheck {

TEST_CASE("A country, a state and a county have a code, a town has none") {
  const struct {
    const char* name;
    const char* code;
  } cases[] = {{"norway", "NO"},
               {"nevada", "US-NV"},
               {"county clare", "IE-CE"},
               {"herefordshire", "GB-HEF"},
               {"isle of wight", "GB-IOW"},
               {"anglesey", "GB-AGY"},
               {"england", "GB"},
               {"asia", "*"},
               {"leominster", ""},
               {"aberdeen city", ""},
               {"fort collins", ""},
               {"", ""}};
  for (const auto& c : cases) {
    CAPTURE(std::string(c.name));
    CHECK(RegionCode(c.name) == c.code);
  }
}

}  // namespace crosscheck
