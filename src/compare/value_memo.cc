#include "compare/value_memo.h"

#include <algorithm>

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

uint32_t ValueMemo::LikeOf(uint32_t claim) {
  const auto known = like_.find(claim);
  if (known != like_.end()) return known->second;
  const ClaimValue& value = claims_[claim].claim.value;
  std::vector<uint32_t>& others = by_words_[{value.text, value.canonical, claims_[claim].value_name}];
  const auto same = std::find_if(others.begin(), others.end(), [&](uint32_t other) {
    const ClaimValue& theirs = claims_[other].claim.value;
    return value.value.has_value() == theirs.value.has_value() &&
           (!value.value.has_value() || SameValue(*value.value, *theirs.value));
  });
  const uint32_t like = same == others.end() ? claim : *same;
  if (same == others.end()) others.push_back(claim);
  like_.emplace(claim, like);
  return like;
}

const ValueComparison& ValueMemo::Compare(uint32_t a, uint32_t b) {
  // In the order in which they are asked for: the reason names the first one first.
  const std::pair<uint32_t, uint32_t> pair = {LikeOf(a), LikeOf(b)};
  const auto known = compared_.find(pair);
  if (known != compared_.end()) return known->second;
  return compared_.emplace(pair, comparison_.Compare(claims_[pair.first], claims_[pair.second])).first->second;
}

}  // namespace crosscheck
