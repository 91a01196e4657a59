#ifndef CROSSCHECK_COMPARE_SETTINGS_H_
#define CROSSCHECK_COMPARE_SETTINGS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "rule/rule_set.h"

namespace crosscheck {

// The settings of a rule's comparison, with a default where the rule has none. The loader has checked keys and types.
double NumberSetting(const Rule& rule, absl::string_view key, double otherwise);
std::vector<std::string> ListSetting(const Rule& rule, absl::string_view key);
std::string TextSetting(const Rule& rule, absl::string_view key, absl::string_view otherwise);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_SETTINGS_H_
