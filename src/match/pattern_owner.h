#ifndef CROSSCHECK_MATCH_PATTERN_OWNER_H_
#define CROSSCHECK_MATCH_PATTERN_OWNER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "match/matcher.h"
#include "rule/rule_set.h"

namespace crosscheck {

// A rule or a status with its patterns in the order in which PatternMatch::pattern numbers them. Points into the set.
struct PatternOwner {
  PatternMatch::Owner owner = PatternMatch::Owner::kRule;
  uint32_t index = 0;  // into RuleSet::rules or RuleSet::statuses
  const std::string* id = nullptr;
  std::vector<const Pattern*> patterns;
  std::vector<const StatusState*> states;  // of each pattern, for statuses; else empty

  // The `unless` patterns that can forbid a match of the pattern.
  const std::vector<Pattern>& UnlessOf(uint32_t pattern) const { return *unless[pattern]; }
  std::vector<const std::vector<Pattern>*> unless;  // of each pattern
};

// Every rule that has patterns and every status, in the order of the set.
std::vector<PatternOwner> PatternOwnersOf(const RuleSet& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_MATCH_PATTERN_OWNER_H_
