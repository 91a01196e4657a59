#include "compare/value_memo.h"

#include <doctest/doctest.h>

#include <numeric>
#include <string>
#include <vector>

#include "unit/compare/two_documents.h"

namespace crosscheck {

namespace {

NamedClaim WordClaim(const std::string& words) {
  NamedClaim claim;
  claim.claim.value.text = words;
  claim.claim.value.canonical = words;
  return claim;
}

NamedClaim FigureClaim(int figure, Modifier modifier) {
  NamedClaim claim;
  Value value;
  value.low = value.high = Exact(figure);
  value.step = Exact(1);
  value.modifier = modifier;
  claim.claim.value.text = "the figure";
  claim.claim.value.value = value;
  return claim;
}

// How many comparisons are made where every claim is held against every other.
size_t MadeFor(const std::vector<NamedClaim>& claims) {
  const auto rules =
      RulesOf({{"r.yaml",
                "version: 1\nrules:\n  - id: toll\n    attribute: toll\n    patterns: ['{number:value} dead']\n"
                "    compare: count\n"}});
  Analysis analysis;
  analysis.rules = rules.get();
  const NamedComparison comparison(analysis, rules->rules.front());
  std::vector<uint32_t> members(claims.size());
  std::iota(members.begin(), members.end(), 0U);
  ValueMemo memo(comparison, claims, members);
  for (uint32_t a = 0; a < claims.size(); ++a) {
    for (uint32_t b = a + 1; b < claims.size(); ++b) {
      const ValueComparison direct = comparison.Compare(claims[a], claims[b]);
      const ValueComparison remembered = memo.Compare(a, b);
      REQUIRE(remembered.agreement == direct.agreement);
      REQUIRE(remembered.reason == direct.reason);
    }
  }
  return memo.made();
}

}  // namespace

TEST_CASE("comparisons of one question grow with its values, not with its documents") {
  for (const size_t documents : {30U, 300U}) {
    std::vector<NamedClaim> claims;
    for (size_t i = 0; i < documents; ++i) claims.push_back(WordClaim(i % 3 == 0 ? "closed" : "open"));
    CHECK(MadeFor(claims) == 4);  // each against itself, and the two either way round
  }
}

TEST_CASE("figures in the same words are two values where a modifier sets them apart") {
  CHECK(MadeFor({FigureClaim(40, Modifier::kExact), FigureClaim(40, Modifier::kExact),
                 FigureClaim(40, Modifier::kLower), FigureClaim(41, Modifier::kExact)}) == 4);
}

}  // namespace crosscheck
