#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "rule/did_you_mean.h"
#include "rule/rule_builder.h"

namespace crosscheck {

namespace {

using Kind = YamlNode::Kind;

// A zone's name in rule files.
struct ZoneRow {
  absl::string_view name;
  Zone zone;
};
constexpr ZoneRow kZones[] = {
    {"title", Zone::kTitle},        {"dek", Zone::kDek},
    {"heading", Zone::kHeading},    {"paragraph", Zone::kParagraph},
    {"list_item", Zone::kListItem}, {"quotation", Zone::kQuotation},
    {"caption", Zone::kCaption},    {"table_cell", Zone::kTableCell},
    {"byline", Zone::kByline},      {"boilerplate", Zone::kBoilerplate},
};

// A list of zones, or of "!zone" for all but those (and boilerplate).
std::vector<Zone> ReadZones(const YamlNode& map, FieldReader& fields) {
  std::vector<Zone> wanted;
  std::vector<Zone> unwanted;
  std::vector<absl::string_view> names;
  for (const ZoneRow& row : kZones) names.push_back(row.name);
  for (const YamlNode* node : fields.Texts(map, "zones")) {
    absl::string_view name = node->scalar;
    const bool negated = absl::ConsumePrefix(&name, "!");
    if (!fields.RequireKnown(node->offset, "zone", name, names)) continue;
    const auto row =
        std::find_if(std::begin(kZones), std::end(kZones), [name](const ZoneRow& r) { return r.name == name; });
    (negated ? unwanted : wanted).push_back(row->zone);
  }
  if (unwanted.empty()) return wanted;
  if (!wanted.empty()) fields.Error(map.Find("zones")->offset, "either zones, or zones with '!', not both");
  for (const ZoneRow& row : kZones) {
    const bool out = std::find(unwanted.begin(), unwanted.end(), row.zone) != unwanted.end();
    if (!out && row.zone != Zone::kBoilerplate) wanted.push_back(row.zone);
  }
  return wanted;
}

std::map<std::string, std::string> ReadScope(const YamlNode& map, FieldReader& fields) {
  std::map<std::string, std::string> scope;
  const YamlNode* node = map.Find("scope");
  if (node == nullptr || !fields.IsMap(*node, "'scope'")) return scope;
  fields.RejectUnknownKeys(*node, {"period", "place", "inclusion", "edition", "event"});
  for (const auto& entry : node->entries) {
    scope[entry.first.scalar] = absl::StrJoin(fields.TextList(*node, entry.first.scalar), ", ");
  }
  return scope;
}

void CheckSubject(const YamlNode& map, const std::string& subject, FieldReader& fields) {
  if (subject.empty() || subject == "nearest" || subject == "document") return;
  if (subject.front() == '=' && subject.size() > 1) return;
  fields.Error(map.Find("subject")->offset,
               absl::StrCat("'", subject,
                            "' is no subject: write nearest, document, or '=' and a constant, and leave "
                            "the key out where a slot is called subject"));
}

// ---- Settings ----

void RequireNumber(const YamlNode& node, FieldReader& fields) {
  double number = 0;
  if (!node.Is(Kind::kScalar) || !absl::SimpleAtod(node.scalar, &number))
    fields.Error(node.offset, "a number must stand here");
}

std::vector<absl::string_view> SettingNames(const CompareKind& kind) {
  std::vector<absl::string_view> names;
  for (const SettingKey& key : kCommonSettings) names.push_back(key.name);
  for (const SettingKey& key : kind.keys) names.push_back(key.name);
  return names;
}

void ReadMapSetting(const YamlNode& node, const SettingKey& key, Setting& setting, FieldReader& fields,
                    RuleBuilder& builder) {
  if (!fields.IsMap(node, absl::StrCat("'", key.name, "'"))) return;
  for (const auto& entry : node.entries) {
    const YamlNode& value = entry.second;
    if (value.Is(Kind::kList) && key.type == SettingType::kMap) {
      setting.map.emplace_back(entry.first.scalar, absl::StrJoin(fields.TextList(node, entry.first.scalar), ", "));
      continue;
    }
    if (key.type == SettingType::kNumbers) RequireNumber(value, fields);
    const std::string text = fields.TextOf(value, absl::StrCat("'", entry.first.scalar, "'"));
    if (key.type == SettingType::kLexicons && !text.empty()) {
      builder.references.push_back({Reference::Kind::kLexicon, fields.file(), value.offset, text});
    }
    setting.map.emplace_back(entry.first.scalar, text);
  }
}

Setting ReadSetting(const YamlNode& map, const YamlNode& node, const SettingKey& key, FieldReader& fields,
                    RuleBuilder& builder) {
  Setting setting;
  setting.at = fields.At(node);
  switch (key.type) {
    case SettingType::kList:
      setting.list = fields.TextList(map, key.name);
      return setting;
    case SettingType::kMap:
    case SettingType::kNumbers:
    case SettingType::kLexicons:
      ReadMapSetting(node, key, setting, fields, builder);
      return setting;
    default:
      break;
  }
  setting.scalar = fields.TextOf(node, absl::StrCat("'", key.name, "'"));
  if (setting.scalar.empty()) return setting;
  if (key.type == SettingType::kNumber) RequireNumber(node, fields);
  if (key.type == SettingType::kBool) fields.RequireKnown(node.offset, "value", setting.scalar, {"true", "false"});
  if (!key.choices.empty()) {
    fields.RequireKnown(node.offset, "value", setting.scalar, absl::StrSplit(key.choices, '|'));
  }
  if (key.type == SettingType::kLexicon) {
    builder.references.push_back({Reference::Kind::kLexicon, fields.file(), node.offset, setting.scalar});
  }
  return setting;
}

// ---- Compare ----

void ReadCompare(const YamlNode& map, Rule& rule, FieldReader& fields, RuleBuilder& builder) {
  const YamlNode* node = map.Find("compare");
  if (node == nullptr) {
    fields.Error(map.offset, absl::StrCat("the rule '", rule.id, "' has no 'compare'"));
    return;
  }
  const YamlNode* as = node;
  if (node->Is(Kind::kMap)) {
    as = node->Find("as");
    if (as == nullptr) {
      fields.Error(node->offset, "'compare' has no 'as'");
      return;
    }
  }
  rule.compare_as = fields.TextOf(*as, "the kind of comparison");
  if (rule.compare_as.empty()) return;
  std::vector<absl::string_view> names;
  for (const CompareKind& kind : kCompareKinds) {
    if (rule.aligned ? kind.aligned : kind.named) names.push_back(kind.name);
  }
  const CompareKind* kind = FindCompareKind(rule.compare_as);
  if (kind != nullptr && !(rule.aligned ? kind->aligned : kind->named)) {
    fields.Error(as->offset, absl::StrCat("the comparison '", rule.compare_as, "' is for ",
                                          rule.aligned ? "rules with patterns, not for aligned ones"
                                                       : "aligned rules, not for rules with patterns"));
    return;
  }
  if (!fields.RequireKnown(as->offset, "comparison", rule.compare_as, names)) return;
  if (rule.type.empty()) rule.type = std::string(kind->type);
  if (node->Is(Kind::kMap)) rule.settings = ReadSettings(*node, *kind, {"as"}, fields, builder);
}

const std::vector<absl::string_view>& KeysOf(bool aligned) {
  static const auto* const kNamed = new std::vector<absl::string_view>{
      "id",      "attribute", "description", "type",  "severity", "confidence", "patterns",
      "unless",  "subject",   "value",       "zones", "scope",    "modality",   "compare",
      "message", "ask",       "help",        "tags",  "owner",    "tests"};
  static const auto* const kAligned = new std::vector<absl::string_view>{
      "id",       "attribute", "description", "type", "severity", "confidence", "unless", "zones", "scope",
      "modality", "compare",   "message",     "ask",  "help",     "tags",       "owner",  "tests"};
  return aligned ? *kAligned : *kNamed;
}

void ReadSubstance(const YamlNode& node, Rule& rule, FieldReader& fields) {
  rule.attribute = fields.Text(node, "attribute");
  if (rule.attribute.empty()) {
    if (!rule.aligned) fields.Error(node.offset, absl::StrCat("the rule '", rule.id, "' has no 'attribute'"));
  } else {
    fields.CheckId(*node.Find("attribute"), "attribute", true);
  }
  rule.patterns = ReadPatterns(node, "patterns", fields);
  if (!rule.aligned && node.Find("patterns") == nullptr) {
    fields.Error(node.offset, absl::StrCat("the rule '", rule.id, "' has no 'patterns'"));
  }
  rule.unless = ReadPatterns(node, "unless", fields);
  rule.subject = fields.Text(node, "subject");
  CheckSubject(node, rule.subject, fields);
  rule.value = fields.Text(node, "value");
  rule.zones = ReadZones(node, fields);
  rule.scope = ReadScope(node, fields);
  for (const YamlNode* modality : fields.Texts(node, "modality")) {
    fields.RequireKnown(modality->offset, "modality", modality->scalar,
                        {"stated", "expected", "possible", "denied", "hypothetical", "quoted"});
    rule.modality.push_back(modality->scalar);
  }
}

void ReadRule(const YamlNode& node, bool aligned, FieldReader& fields, RuleBuilder& builder) {
  Rule rule;
  rule.aligned = aligned;
  rule.at = fields.At(node);
  fields.RejectUnknownKeys(node, KeysOf(aligned));
  rule.id = fields.Id(node, "a rule");
  rule.type = fields.Text(node, "type");
  rule.description = fields.Text(node, "description");
  rule.severity = fields.SeverityOf(node, "severity", Severity::kWarning);
  rule.confidence = fields.Text(node, "confidence");
  if (!rule.confidence.empty()) {
    fields.RequireKnown(node.Find("confidence")->offset, "confidence", rule.confidence, {"high", "medium", "low"});
  }
  ReadSubstance(node, rule, fields);
  ReadCompare(node, rule, fields, builder);
  rule.message = fields.Text(node, "message");
  rule.ask = fields.Text(node, "ask");
  rule.help = fields.Text(node, "help");
  rule.tags = fields.TextList(node, "tags");
  rule.owner = fields.Text(node, "owner");
  rule.tests = ReadTests(node, fields);
  RequireTests(node, rule.id, rule.severity, rule.tests, fields);
  // Kept whatever its id, so that its patterns are checked too; with an error the set is not used.
  if (!rule.id.empty()) builder.Claim(builder.ids, rule.id, *node.Find("id"), "id", fields);
  builder.set->rules.push_back(std::move(rule));
}

}  // namespace

std::map<std::string, Setting> ReadSettings(const YamlNode& map, const CompareKind& kind,
                                            const std::vector<absl::string_view>& skip, FieldReader& fields,
                                            RuleBuilder& builder) {
  std::map<std::string, Setting> settings;
  for (const auto& entry : map.entries) {
    const std::string& name = entry.first.scalar;
    if (std::find(skip.begin(), skip.end(), name) != skip.end()) continue;
    const SettingKey* key = FindSettingKey(kind, name);
    if (key == nullptr) {
      fields.Error(entry.first.offset, absl::StrCat("the comparison '", kind.name, "' takes no setting '", name, "'",
                                                    DidYouMean(name, SettingNames(kind))));
      continue;
    }
    settings[name] = ReadSetting(map, entry.second, *key, fields, builder);
  }
  return settings;
}

void ReadRuleSection(const YamlNode& node, bool aligned, FieldReader& fields, RuleBuilder& builder) {
  if (!fields.IsList(node, aligned ? "'aligned'" : "'rules'")) return;
  for (const YamlNode& item : node.items) {
    if (fields.IsMap(item, "a rule")) ReadRule(item, aligned, fields, builder);
  }
}

}  // namespace crosscheck
