#include "rule/compare_kinds.h"

namespace crosscheck {

const CompareKind* FindCompareKind(absl::string_view name, bool aligned) {
  for (const CompareKind& kind : kCompareKinds) {
    if (kind.name == name && kind.aligned == aligned) return &kind;
  }
  return nullptr;
}

const SettingKey* FindSettingKey(const CompareKind& kind, absl::string_view key) {
  for (const SettingKey& setting : kind.keys) {
    if (setting.name == key) return &setting;
  }
  return nullptr;
}

}  // namespace crosscheck
