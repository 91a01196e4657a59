#include "crosscheck/checker.h"

#include <utility>

#include "rule/rule_set.h"

namespace crosscheck {

struct Checker::Impl {
  std::shared_ptr<const RuleSet> rules;
};

absl::StatusOr<Checker> Checker::Create(std::shared_ptr<const RuleSet> rules) {
  auto impl = std::make_shared<Impl>();
  impl->rules = std::move(rules);
  return Checker(std::move(impl));
}

Report Checker::Extract(std::vector<DocumentEntry> documents) const {
  Report report;
  report.documents = std::move(documents);
  if (impl_->rules != nullptr) report.rules_digest = impl_->rules->digest;
  return report;
}

Report Checker::Check(std::vector<DocumentEntry> documents) const { return Extract(std::move(documents)); }

}  // namespace crosscheck
