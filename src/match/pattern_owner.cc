#include "match/pattern_owner.h"

#include <utility>

namespace crosscheck {

std::vector<PatternOwner> PatternOwnersOf(const RuleSet& rules) {
  std::vector<PatternOwner> out;
  for (uint32_t i = 0; i < rules.rules.size(); ++i) {
    const Rule& rule = rules.rules[i];
    if (rule.aligned) continue;
    PatternOwner owner;
    owner.index = i;
    owner.id = &rule.id;
    for (const Pattern& pattern : rule.patterns) {
      owner.patterns.push_back(&pattern);
      owner.unless.push_back(&rule.unless);
    }
    out.push_back(std::move(owner));
  }
  for (uint32_t i = 0; i < rules.statuses.size(); ++i) {
    PatternOwner owner;
    owner.owner = PatternMatch::Owner::kStatus;
    owner.index = i;
    owner.id = &rules.statuses[i].id;
    for (const StatusState& state : rules.statuses[i].states) {
      for (const Pattern& pattern : state.patterns) {
        owner.patterns.push_back(&pattern);
        owner.states.push_back(&state);
        owner.unless.push_back(&state.unless);
      }
    }
    out.push_back(std::move(owner));
  }
  return out;
}

}  // namespace crosscheck
