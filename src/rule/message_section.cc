#include <algorithm>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "rule/pattern_captures.h"
#include "rule/rule_builder.h"

namespace crosscheck {

std::string ReadMessage(const YamlNode& map, absl::string_view key, const std::vector<std::string>& captures,
                        FieldReader& fields) {
  std::string text = fields.Text(map, key);
  if (text.empty()) return text;
  std::vector<std::string> names = {"a.document", "a.value", "b.document", "b.value", "subject", "attribute", "reason"};
  for (const std::string& capture : captures) {
    names.push_back(absl::StrCat("a.", capture));
    names.push_back(absl::StrCat("b.", capture));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const std::vector<absl::string_view> known(names.begin(), names.end());
  const YamlNode& node = *map.Find(key);
  for (size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
    const size_t end = text.find('}', at);
    if (end == std::string::npos) {
      fields.Error(fields.OffsetOf(node, at), "a '{' without its '}'");
      break;
    }
    fields.RequireKnown(fields.OffsetOf(node, at), "slot", text.substr(at + 1, end - at - 1), known);
  }
  return text;
}

}  // namespace crosscheck
