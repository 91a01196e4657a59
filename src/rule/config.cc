#include "rule/config.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "rule/field_reader.h"
#include "rule/rule_keys.h"

namespace crosscheck {

namespace {

using Kind = YamlNode::Kind;

constexpr absl::string_view kEveryRule = "*";

class ConfigReader {
 public:
  ConfigReader(Config& config, FieldReader& fields) : config_(config), fields_(fields) {}

  void Read(const YamlNode& root) {
    fields_.RejectUnknownKeys(root, kConfigKeys);
    const YamlNode* version = root.Find("version");
    if (version == nullptr || version->scalar != "1") {
      fields_.Error(version == nullptr ? root.offset : version->offset, "a configuration begins with 'version: 1'");
    }
    config_.rules = Texts(root, "rules");
    fields_.Bool(root, "standard_rules");
    config_.standard_rules = One(root, "standard_rules");
    Levels(root, {});
    Paths(root);
    fields_.Choices(root, kConfigKeys, "zones_off", "zone");
    config_.zones_off = Texts(root, "zones_off");
    config_.fail_on = OneOf(root, "fail_on");
    config_.show = OneOf(root, "show");
    config_.formats = Texts(root, "formats");
    Sources(root);
    config_.baseline = One(root, "baseline");
    config_.waivers = One(root, "waivers");
    config_.reviews = One(root, "reviews");
    config_.owner = One(root, "owner");
  }

 private:
  PlacedText Place(const YamlNode& node) const { return {node.scalar, fields_.At(node).at, node.offset}; }

  std::vector<PlacedText> Texts(const YamlNode& map, absl::string_view key) {
    std::vector<PlacedText> out;
    for (const YamlNode* node : fields_.Texts(map, key)) {
      if (node->scalar.empty()) fields_.Error(node->offset, absl::StrCat("an empty text in '", key, "'"));
      out.push_back(Place(*node));
    }
    return out;
  }

  std::optional<PlacedText> One(const YamlNode& map, absl::string_view key) {
    const std::string text = fields_.Text(map, key);
    if (text.empty()) {
      const YamlNode* node = map.Find(key);
      if (node != nullptr && node->Is(Kind::kScalar)) fields_.Error(node->offset, absl::StrCat("'", key, "' is empty"));
      return std::nullopt;
    }
    return Place(*map.Find(key));
  }

  std::optional<PlacedText> OneOf(const YamlNode& map, absl::string_view key) {
    if (fields_.Choice(map, kConfigKeys, key, absl::StrCat("value of '", key, "'")).empty()) return std::nullopt;
    return Place(*map.Find(key));
  }

  // The rows of `severities`; "*" before the rules that it does not speak for.
  void Levels(const YamlNode& map, const std::vector<PlacedText>& globs) {
    const YamlNode* node = map.Find("severities");
    if (node == nullptr || !fields_.IsMap(*node, "'severities'")) return;
    const std::vector<absl::string_view> known = SplitChoices(kConfigKeys.Find("severities")->choices);
    std::vector<SeverityRow> rows;
    for (const YamlEntry& entry : node->entries) {
      const std::string level =
          fields_.TextOf(entry.second, absl::StrCat("the severity of '", entry.first.scalar, "'"));
      if (level.empty() || !fields_.RequireKnown(entry.second.offset, "severity", level, known)) continue;
      rows.push_back({Place(entry.first), level, globs});
    }
    std::stable_partition(rows.begin(), rows.end(), [](const SeverityRow& row) { return row.rule.text == kEveryRule; });
    for (SeverityRow& row : rows) config_.severities.push_back(std::move(row));
  }

  void Paths(const YamlNode& root) {
    const YamlNode* list = root.Find("paths");
    if (list == nullptr || !fields_.IsList(*list, "'paths'")) return;
    for (const YamlNode& node : list->items) {
      if (!fields_.IsMap(node, "a row of 'paths'")) continue;
      fields_.RejectUnknownKeys(node, kConfigPathKeys);
      const std::vector<PlacedText> globs = Texts(node, "glob");
      if (globs.empty()) fields_.Missing(node, "glob", "a row of 'paths' has no 'glob'");
      if (node.Find("severities") == nullptr)
        fields_.Missing(node, "severities", "a row of 'paths' has no 'severities'");
      if (!globs.empty()) Levels(node, globs);
    }
  }

  void Sources(const YamlNode& root) {
    const YamlNode* list = root.Find("sources");
    if (list == nullptr || !fields_.IsList(*list, "'sources'")) return;
    for (const YamlNode& node : list->items) {
      if (!fields_.IsMap(node, "a row of 'sources'")) continue;
      fields_.RejectUnknownKeys(node, kConfigSourceKeys);
      SourceRow row = {Texts(node, "drafts"), Texts(node, "sources")};
      for (const char* key : {"drafts", "sources"}) {
        if (node.Find(key) == nullptr)
          fields_.Missing(node, key, absl::StrCat("a row of 'sources' has no '", key, "'"));
      }
      config_.sources.push_back(std::move(row));
    }
  }

  Config& config_;
  FieldReader& fields_;
};

}  // namespace

absl::StatusOr<Config> ParseConfig(absl::string_view path, absl::string_view text,
                                   std::vector<Diagnostic>& diagnostics) {
  const size_t before = diagnostics.size();
  Config config;
  config.source = std::make_shared<const SourceText>(std::string(path), std::string(text));
  const std::vector<std::shared_ptr<const SourceText>> sources = {config.source};
  const std::optional<YamlNode> root = ParseYaml(*config.source, diagnostics);
  FieldReader fields(sources, 0, diagnostics);
  if (root.has_value() && fields.IsMap(*root, "a configuration")) ConfigReader(config, fields).Read(*root);
  std::stable_sort(diagnostics.begin() + static_cast<std::ptrdiff_t>(before), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
  if (diagnostics.size() > before) {
    return absl::InvalidArgumentError(absl::StrCat(path, " cannot be used as a configuration"));
  }
  return config;
}

void CheckConfigRules(const Config& config, const RuleSet& rules, std::vector<Diagnostic>& diagnostics) {
  std::vector<absl::string_view> known = {kEveryRule};
  for (const Rule& rule : rules.rules) known.emplace_back(rule.id);
  for (const RelationRule& rule : rules.relations) known.emplace_back(rule.id);
  for (const StatusMachine& rule : rules.statuses) known.emplace_back(rule.id);
  const std::vector<std::shared_ptr<const SourceText>> sources = {config.source};
  FieldReader fields(sources, 0, diagnostics);
  for (const SeverityRow& row : config.severities) fields.RequireKnown(row.rule.offset, "rule", row.rule.text, known);
}

std::optional<Zone> ZoneOfName(absl::string_view name) {
  for (int i = 0; i <= static_cast<int>(Zone::kBoilerplate); ++i) {
    const auto zone = static_cast<Zone>(i);
    if (absl::StrReplaceAll(ZoneName(zone), {{" ", "_"}}) == name) return zone;
  }
  return std::nullopt;
}

}  // namespace crosscheck
