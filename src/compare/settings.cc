#include "compare/settings.h"

#include "absl/strings/numbers.h"

namespace crosscheck {

namespace {

const Setting* FindSetting(const Rule& rule, absl::string_view key) {
  const auto found = rule.settings.find(std::string(key));
  return found == rule.settings.end() ? nullptr : &found->second;
}

}  // namespace

double NumberSetting(const Rule& rule, absl::string_view key, double otherwise) {
  double number = otherwise;
  const Setting* setting = FindSetting(rule, key);
  return setting != nullptr && absl::SimpleAtod(setting->scalar, &number) ? number : otherwise;
}

std::vector<std::string> ListSetting(const Rule& rule, absl::string_view key) {
  const Setting* setting = FindSetting(rule, key);
  if (setting == nullptr) return {};
  return setting->list.empty() && !setting->scalar.empty() ? std::vector<std::string>{setting->scalar} : setting->list;
}

std::string TextSetting(const Rule& rule, absl::string_view key, absl::string_view otherwise) {
  const Setting* setting = FindSetting(rule, key);
  return setting == nullptr ? std::string(otherwise) : setting->scalar;
}

}  // namespace crosscheck
