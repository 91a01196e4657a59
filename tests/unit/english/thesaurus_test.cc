#include "english/thesaurus.h"

#include <doctest/doctest.h>

#include <string>

namespace crosscheck::english {

TEST_CASE("Words that share a meaning are kin, and so is a kind with its thing") {
  const struct {
    const char* a;
    const char* b;
    double kinship;
  } cases[] = {{"buy", "purchase", 1},  {"physician", "doctor", 1}, {"car", "automobile", 1}, {"cut", "reduce", 1},
               {"vessel", "ship", 0.5}, {"house", "potato", 0},     {"zzyzx", "ship", 0},     {"london", "london", 0}};
  for (const auto& c : cases) {
    CAPTURE(std::string(c.a));
    CHECK(Kinship(MeaningsOf(c.a), MeaningsOf(c.b)) == c.kinship);
    CHECK(Kinship(MeaningsOf(c.b), MeaningsOf(c.a)) == c.kinship);
  }
}

}  // namespace crosscheck::english
