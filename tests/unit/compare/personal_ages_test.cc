#include <doctest/doctest.h>

#include "claim/analysis.h"
#include "compare/age_owner.h"

namespace crosscheck {

namespace {

NamedEntity Named(std::vector<std::string> tokens) {
  NamedEntity entity;
  entity.tokens = std::move(tokens);
  return entity;
}

}  // namespace

TEST_CASE("Two full names may be one person's unless a middle name or a suffix stands against it") {
  struct Case {
    std::vector<std::string> a, b;
    bool one;
  };
  const std::vector<Case> cases = {
      {{"ann", "lee"}, {"ann", "lee"}, true},
      {{"ann", "lee"}, {"ann", "maria", "lee"}, true},
      {{"ann", "m", "lee"}, {"ann", "maria", "lee"}, true},
      {{"ann", "maria", "lee"}, {"ann", "rose", "lee"}, false},
      {{"ann", "lee"}, {"anna", "lee"}, false},
      {{"john", "lee", "jr"}, {"john", "lee"}, true},
      {{"john", "lee", "jr"}, {"john", "lee", "sr"}, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.a.back());
    CAPTURE(c.b[1]);
    CHECK(MayBeOnePerson(PartsOfName(Named(c.a)), PartsOfName(Named(c.b))) == c.one);
    CHECK(MayBeOnePerson(PartsOfName(Named(c.b)), PartsOfName(Named(c.a))) == c.one);
  }
}

}  // namespace crosscheck
