#include "match/broken_rules.h"

#include <algorithm>
#include <utility>

#include "match/compiled_pattern.h"

namespace crosscheck {

namespace {

bool Compiles(const RuleSet& rules, const std::vector<Pattern>& patterns, Program& program,
              std::vector<Diagnostic>& diagnostics) {
  const size_t before = diagnostics.size();
  for (const Pattern& pattern : patterns) CompilePattern(rules, pattern, program, diagnostics);
  return diagnostics.size() == before;
}

bool Compiles(const RuleSet& rules, const Rule& rule, Program& program, std::vector<Diagnostic>& diagnostics) {
  const bool patterns = Compiles(rules, rule.patterns, program, diagnostics);
  return Compiles(rules, rule.unless, program, diagnostics) && patterns;
}

bool Compiles(const RuleSet& rules, const StatusMachine& machine, Program& program,
              std::vector<Diagnostic>& diagnostics) {
  bool all = true;
  for (const StatusState& state : machine.states) {
    all = Compiles(rules, state.patterns, program, diagnostics) && all;
    all = Compiles(rules, state.unless, program, diagnostics) && all;
  }
  return all;
}

}  // namespace

std::shared_ptr<const RuleSet> WithoutBrokenRules(std::shared_ptr<const RuleSet> rules,
                                                  std::vector<std::string>& broken,
                                                  std::vector<Diagnostic>& diagnostics) {
  const size_t before = broken.size();
  Program program(*rules);
  const auto find = [&](const auto& all) {
    for (const auto& one : all) {
      if (!Compiles(*rules, one, program, diagnostics)) broken.push_back(one.id);
    }
  };
  find(rules->rules);
  find(rules->statuses);
  if (broken.size() == before) return rules;
  std::sort(broken.begin() + static_cast<std::ptrdiff_t>(before), broken.end());
  auto kept = std::make_shared<RuleSet>(*rules);
  const auto is_broken = [&](const auto& one) {
    return std::find(broken.begin() + static_cast<std::ptrdiff_t>(before), broken.end(), one.id) != broken.end();
  };
  std::erase_if(kept->rules, is_broken);
  std::erase_if(kept->statuses, is_broken);
  return kept;
}

}  // namespace crosscheck
