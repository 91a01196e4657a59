#include "rule/compare_kinds.h"

namespace crosscheck {

const CompareKind* FindCompareKind(absl::string_view name) {
  for (const CompareKind& kind : kCompareKinds) {
    if (kind.name == name) return &kind;
  }
  return nullptr;
}

const SettingKey* FindSettingKey(const CompareKind& kind, absl::string_view key) {
  for (const SettingKey& setting : kCommonSettings) {
    if (setting.name == key) return &setting;
  }
  for (const SettingKey& setting : kind.keys) {
    if (setting.name == key) return &setting;
  }
  return nullptr;
}

}  // namespace crosscheck
