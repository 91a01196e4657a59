#include "graph/sums.h"

#include <doctest/doctest.h>

#include "graph/group.h"
#include "graph_samples.h"
#include "value/mention.h"

namespace crosscheck {
namespace {

std::vector<Value> Figures(const std::vector<std::string>& texts) {
  std::vector<Value> values;
  for (const std::string& text : texts) {
    const std::vector<Mention> mentions = ReadMentions(text, {});
    REQUIRE(mentions.size() == 1);
    values.push_back(mentions.front().value);
  }
  return values;
}

TEST_CASE("a sum adds up where some values that the wordings allow do") {
  CHECK(AddsUp(Figures({"48", "21", "15", "12"})) == true);
  CHECK(AddsUp(Figures({"48", "21", "15", "9"})) == false);
  CHECK(AddsUp(Figures({"$4.5 billion", "$2.2 billion", "$2.2 billion"})) == true);  // rounding leaves room
  CHECK(AddsUp(Figures({"$4.5 billion", "$2.2 billion", "$1.2 billion"})) == false);
  CHECK(AddsUp(Figures({"more than 40", "21", "25"})) == true);
  CHECK_FALSE(AddsUp(Figures({"$48", "21", "27"})).has_value());
}

TEST_CASE("what a figure would have to be is what makes the sum work out") {
  const std::vector<Value> sum = Figures({"48", "21", "15", "9"});
  CHECK(Needed(sum, 0) == Exact(45));
  CHECK(Needed(sum, 1) == Exact(24));
  CHECK(Needed(sum, 3) == Exact(12));
  for (size_t i = 0; i < sum.size(); ++i) {
    std::vector<Value> changed = sum;
    changed[i].low = changed[i].high = Needed(sum, i);
    CHECK(AddsUp(changed) == true);
  }
  CHECK_FALSE(Needed(Figures({"48", "21 to 22", "27"}), 0).has_value());
}

Claim Figure(const std::string& text, const std::string& canonical, size_t place) {
  Claim claim = NameClaim(0, canonical, place);
  claim.rule = "parts";
  claim.attribute = "parts";
  claim.value = {"arithmetic", text, std::nullopt, canonical};
  return claim;
}

TEST_CASE("the reason of a sum tells what would mend it, and the source that has it") {
  std::vector<Claim> claims = {Figure("48", "stated", 1), Figure("21", "follows", 2), Figure("15", "follows", 3),
                               Figure("9", "follows", 4), RangeClaim(0, 9, 9, 4),     RangeClaim(1, 12, 12)};
  std::vector<Relation> relations;
  for (const ClaimIndex part : {1, 2, 3}) {
    Relation relation = RelationOf(0, part, Agreement::kContradictory);
    relation.rule = "parts";
    relation.kind = "arithmetic";
    relation.reason = "the parts make 45";
    relation.is_sum = true;
    relations.push_back(relation);
  }
  const auto reason = [&] {
    for (const Finding& finding : GroupRelations(DocumentsOf(2, true), claims, relations)) {
      if (finding.kind == "arithmetic") return finding.reason;
    }
    return std::string();
  };
  CHECK(reason() == "the parts make 45; it works out with 45 for “48”, 24 for “21”, 18 for “15” or 12 for “9”");
  relations.push_back(RelationOf(4, 5, Agreement::kContradictory));
  CHECK(reason() ==
        "the parts make 45; it works out with 45 for “48”, 24 for “21”, 18 for “15” or 12 for “9”; with “12”, which b "
        "has "
        "for “9”, it adds up");
}

}  // namespace
}  // namespace crosscheck
