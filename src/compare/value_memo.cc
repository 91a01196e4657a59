#include "compare/value_memo.h"

#include <optional>
#include <string>
#include <tuple>

namespace crosscheck {

namespace {

bool SameParts(const DateParts& a, const DateParts& b) {
  const auto all = [](const DateParts& p) { return std::tie(p.year, p.month, p.day, p.weekday, p.part, p.relative); };
  return all(a) == all(b);
}

// Every field: one word more ("about", "a fall of") may change what comes of a comparison.
bool SameValue(const Value& a, const Value& b) {
  const auto all = [](const Value& v) {
    return std::tie(v.kind, v.low, v.high, v.step, v.modifier, v.unit, v.per, v.noun, v.direction, v.is_fraction,
                    v.half_unsaid, v.granularity);
  };
  return all(a) == all(b) && SameParts(a.parts, b.parts);
}

}  // namespace

ValueMemo::ValueMemo(const NamedComparison& comparison, const std::vector<NamedClaim>& claims,
                     const std::vector<uint32_t>& members)
    : comparison_(comparison), claims_(claims) {
  absl::flat_hash_map<std::tuple<std::string, std::string, int>, std::vector<uint32_t>> by_words;
  for (const uint32_t claim : members) {
    const ClaimValue& value = claims[claim].claim.value;
    const uint32_t first = FirstLike(claim, by_words[{value.text, value.canonical, claims[claim].value_name}]);
    like_[claim].first = first;
    ++like_[first].count;
  }
}

uint32_t ValueMemo::FirstLike(uint32_t claim, std::vector<uint32_t>& others) const {
  const std::optional<Value>& value = claims_[claim].claim.value.value;
  for (const uint32_t other : others) {
    const std::optional<Value>& theirs = claims_[other].claim.value.value;
    if (value.has_value() == theirs.has_value() && (!value.has_value() || SameValue(*value, *theirs))) return other;
  }
  others.push_back(claim);
  return claim;
}

ValueComparison ValueMemo::Compare(uint32_t a, uint32_t b) {
  // In the order in which they are asked for: the reason names the first one first.
  const std::pair<uint32_t, uint32_t> pair = {like_.at(a).first, like_.at(b).first};
  // What two claims say that nobody repeats is asked for once.
  if (like_.at(pair.first).count == 1 && like_.at(pair.second).count == 1) {
    ++made_;
    return comparison_.Compare(claims_[a], claims_[b]);
  }
  const auto known = compared_.find(pair);
  if (known != compared_.end()) return known->second;
  ++made_;
  return compared_.emplace(pair, comparison_.Compare(claims_[pair.first], claims_[pair.second])).first->second;
}

}  // namespace crosscheck
