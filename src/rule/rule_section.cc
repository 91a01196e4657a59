#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "rule/extends.h"
#include "rule/pattern_captures.h"
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

std::vector<ScopeKey> ReadScope(const YamlNode& map, FieldReader& fields) {
  std::vector<ScopeKey> scope;
  const YamlNode* node = map.Find("scope");
  if (node == nullptr || !fields.IsMap(*node, "'scope'")) return scope;
  fields.RejectUnknownKeys(*node, kScopeKeys);
  for (const KeyRow& row : kScopeKeys.rows) {
    if (node->Find(row.name) == nullptr) continue;
    ScopeKey key;
    key.name = std::string(row.name);
    if (row.shape == KeyShape::kText) {
      fields.Choice(*node, kScopeKeys, row.name, "value");  // "nearest" is the only one
    } else {
      for (const YamlNode* word : fields.Texts(*node, row.name)) {
        key.words.push_back({word->scalar, {}});
        if (!SpellOut(word->scalar, key.words.back().forms) || key.words.back().forms.front().empty()) {
          fields.Error(word->offset, absl::StrCat("'", word->scalar, "' is no phrase, or one with too many forms"));
        }
      }
    }
    scope.push_back(std::move(key));
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

void ReadSubstance(const YamlNode& node, Rule& rule, FieldReader& fields) {
  rule.unless = ReadPatterns(node, "unless", fields);
  rule.zones = ReadZones(node, fields);
  if (rule.aligned) return;
  rule.attribute = fields.Text(node, "attribute");
  if (rule.attribute.empty()) {
    fields.Missing(node, "attribute", absl::StrCat("the rule '", rule.id, "' has no 'attribute'"));
  } else {
    fields.CheckId(*node.Find("attribute"), "attribute", true);
  }
  rule.patterns = ReadPatterns(node, "patterns", fields);
  if (node.Find("patterns") == nullptr) {
    fields.Missing(node, "patterns", absl::StrCat("the rule '", rule.id, "' has no 'patterns'"));
  }
  rule.subject = fields.Text(node, "subject");
  CheckSubject(node, rule.subject, fields);
  rule.value = fields.Text(node, "value");
  rule.scope = ReadScope(node, fields);
  rule.modality = fields.Choices(node, kRuleKeys, "modality", "modality");
}

void ReadRule(const YamlNode& written, bool aligned, FieldReader& fields, RuleBuilder& builder) {
  const KeyTable& keys = aligned ? kAlignedKeys : kRuleKeys;
  std::optional<YamlNode> merged;
  if (written.Find("extends") != nullptr) {
    merged = builder.inherited->Merge(written, keys, fields);
    if (!merged.has_value()) return;
  }
  const YamlNode& node = merged.has_value() ? *merged : written;
  Rule rule;
  rule.aligned = aligned;
  rule.at = fields.At(node);
  fields.RejectUnknownKeys(node, keys);
  rule.id = fields.Id(node, "a rule");
  rule.extends = fields.Text(node, "extends");
  rule.type = fields.Text(node, "type");
  rule.description = fields.Text(node, "description");
  rule.severity = fields.SeverityOf(node, "severity", Severity::kWarning);
  rule.confidence = fields.Choice(node, keys, "confidence", "confidence");
  ReadSubstance(node, rule, fields);
  ReadCompare(node, rule, fields, builder);
  const std::vector<std::string> captures = CapturesOf(rule, *builder.set);
  rule.message = ReadMessage(node, "message", captures, fields);
  rule.ask = ReadMessage(node, "ask", captures, fields);
  rule.help = fields.Text(node, "help");
  rule.tags = fields.TextList(node, "tags");
  rule.owner = fields.Text(node, "owner");
  if (!aligned) rule.examples = ReadExamples(node, "", fields);
  rule.tests = ReadTests(node, fields);
  AppendSwaps(node, rule.tests, fields);
  RequireTests(node, rule.id, rule.severity, rule.tests, fields);
  // Kept whatever its id, so that its patterns are checked too; with an error the set is not used.
  if (!rule.id.empty()) builder.Claim(builder.ids, rule.id, *node.Find("id"), "id", fields);
  if (merged.has_value()) RequireAllRead(node, fields);
  builder.set->rules.push_back(std::move(rule));
}

}  // namespace

void ReadRuleSection(const YamlNode& node, bool aligned, FieldReader& fields, RuleBuilder& builder) {
  if (!fields.IsList(node, aligned ? "'aligned'" : "'rules'")) return;
  for (const YamlNode& item : node.items) {
    if (fields.IsMap(item, "a rule")) ReadRule(item, aligned, fields, builder);
  }
}

}  // namespace crosscheck
