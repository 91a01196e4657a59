#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "crosscheck/value.h"
#include "rule/did_you_mean.h"
#include "rule/rule_builder.h"

namespace crosscheck {

namespace {

using Kind = YamlNode::Kind;

// "5%", "0.5", "12": no sign, no exponent.
bool IsTolerance(absl::string_view text) {
  if (text == "stated_precision" || text == "exact") return true;
  if (!text.empty() && text.back() == '%') text.remove_suffix(1);
  const std::optional<Exact> number = Exact::Parse(text);
  return number.has_value() && *number >= Exact(0);
}

std::vector<absl::string_view> SettingNames(const CompareKind& kind) {
  std::vector<absl::string_view> names;
  for (const SettingKey& key : kind.keys) names.push_back(key.name);
  return names;
}

void ReadListSetting(const YamlNode& map, const SettingKey& key, Setting& setting, FieldReader& fields,
                     RuleBuilder& builder) {
  for (const YamlNode* item : fields.Texts(map, key.name)) {
    if (!key.choices.empty() && !fields.RequireKnown(item->offset, "value", item->scalar, SplitChoices(key.choices))) {
      continue;
    }
    if (key.type == SettingType::kLexicons) {
      builder.Refer(Reference::Kind::kLexicon, item->offset, item->scalar, fields);
    }
    setting.list.push_back(item->scalar);
    setting.list_at.push_back(fields.At(*item));
  }
}

Setting ReadSetting(const YamlNode& map, const YamlNode& node, const SettingKey& key, FieldReader& fields,
                    RuleBuilder& builder) {
  Setting setting;
  setting.at = fields.At(node);
  if (key.type == SettingType::kList || key.type == SettingType::kLexicons) {
    ReadListSetting(map, key, setting, fields, builder);
    return setting;
  }
  setting.scalar = fields.TextOf(node, absl::StrCat("'", key.name, "'"));
  if (setting.scalar.empty()) return setting;
  double number = 0;
  if (key.type == SettingType::kNumber && !absl::SimpleAtod(setting.scalar, &number)) {
    fields.Error(node.offset, "a number must stand here");
  }
  if (key.type == SettingType::kTolerance && !IsTolerance(setting.scalar)) {
    fields.Error(node.offset, absl::StrCat("'", setting.scalar,
                                           "' is no tolerance: write stated_precision, exact, a number, or a "
                                           "percentage such as 5%"));
  }
  if (key.type == SettingType::kBool) fields.RequireKnown(node.offset, "value", setting.scalar, {"true", "false"});
  if (!key.choices.empty()) fields.RequireKnown(node.offset, "value", setting.scalar, SplitChoices(key.choices));
  if (key.type == SettingType::kLexicon) {
    builder.Refer(Reference::Kind::kLexicon, node.offset, setting.scalar, fields);
  }
  return setting;
}

// What a comparison cannot do without.
void RequireSettings(const CompareKind& kind, const Rule& rule, size_t offset, FieldReader& fields) {
  for (const SettingKey& key : kind.keys) {
    if (key.required && rule.settings.count(std::string(key.name)) == 0) {
      fields.Error(offset, absl::StrCat("the comparison '", kind.name, "' needs '", key.name, "'"));
    }
  }
  const auto find = rule.settings.find("find");
  const bool terms = find == rule.settings.end() || find->second.scalar != "phrases";
  if (kind.name == "exclusive" && terms && rule.settings.count("sets") == 0) {
    fields.Error(offset, "the comparison 'exclusive' needs 'sets', the lexicons of its terms");
  }
}

}  // namespace

std::map<std::string, Setting> ReadSettings(const YamlNode& map, const CompareKind& kind, FieldReader& fields,
                                            RuleBuilder& builder) {
  std::map<std::string, Setting> settings;
  for (const auto& entry : map.entries) {
    entry.second.was_read = true;
    const std::string& name = entry.first.scalar;
    if (name == "as" && kind.name != kStatusKind.name) continue;
    const SettingKey* key = FindSettingKey(kind, name);
    if (key == nullptr) {
      entry.second.MarkRead();
      fields.Error(entry.first.offset, absl::StrCat("the comparison '", kind.name, "' takes no setting '", name, "'",
                                                    DidYouMean(name, SettingNames(kind))));
      continue;
    }
    settings[name] = ReadSetting(map, entry.second, *key, fields, builder);
  }
  return settings;
}

void ReadCompare(const YamlNode& map, Rule& rule, FieldReader& fields, RuleBuilder& builder) {
  const YamlNode* node = map.Find("compare");
  if (node == nullptr) {
    fields.Missing(map, "compare", absl::StrCat("the rule '", rule.id, "' has no 'compare'"));
    return;
  }
  const YamlNode* as = node;
  if (node->Is(Kind::kMap)) {
    as = node->Find("as");
    if (as == nullptr) {
      fields.Error(node->offset, "'compare' has no 'as'");
      node->MarkRead();
      return;
    }
  }
  rule.compare_as = fields.TextOf(*as, "the kind of comparison");
  if (rule.compare_as.empty()) return;
  std::vector<absl::string_view> names;
  for (const CompareKind& kind : kCompareKinds) {
    if (kind.aligned == rule.aligned) names.push_back(kind.name);
  }
  const CompareKind* kind = FindCompareKind(rule.compare_as, rule.aligned);
  if (kind == nullptr && FindCompareKind(rule.compare_as, !rule.aligned) != nullptr) {
    fields.Error(as->offset, absl::StrCat("the comparison '", rule.compare_as, "' is for ",
                                          rule.aligned ? "rules with patterns, not for aligned ones"
                                                       : "aligned rules, not for rules with patterns"));
    node->MarkRead();
    return;
  }
  if (!fields.RequireKnown(as->offset, "comparison", rule.compare_as, names)) {
    node->MarkRead();  // its settings are of a comparison that is not known
    return;
  }
  if (rule.type.empty()) rule.type = std::string(kind->type);
  if (node->Is(Kind::kMap)) rule.settings = ReadSettings(*node, *kind, fields, builder);
  RequireSettings(*kind, rule, node->offset, fields);
}

}  // namespace crosscheck
