#include "report/rule_schema.h"

#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "report/json_text.h"
#include "rule/compare_kinds.h"
#include "rule/rule_keys.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kIdPattern = "^[a-z0-9][a-z0-9_-]*$";
constexpr absl::string_view kDayPattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

class SchemaWriter {
 public:
  // `root` is the table of the file itself, `inner` all others that it leads to.
  std::string Write(const KeyTable& root, absl::string_view title, const std::vector<const KeyTable*>& inner) {
    json_.Open('{');
    json_.Field("$schema", "http://json-schema.org/draft-07/schema#");
    json_.Field("title", title);
    Table(root);
    json_.Key("definitions");
    json_.Open('{');
    Scalars();
    Patterns();
    for (const KeyTable* table : inner) {
      json_.Key(table->name);
      json_.Open('{');
      Table(*table);
      json_.Close('}');
    }
    if (&root == &kFileKeys) Comparisons();
    json_.Close('}');
    json_.Close('}');
    return absl::StrCat(json_.Take(), "\n");
  }

 private:
  static bool Extends(const KeyTable& table) { return table.Find("extends") != nullptr; }
  static bool IsList(KeyShape shape) { return shape == KeyShape::kTexts || shape == KeyShape::kPatterns; }
  static bool IsMap(KeyShape shape) { return shape == KeyShape::kTable || shape == KeyShape::kCompare; }

  void Ref(absl::string_view name) { json_.Field("$ref", absl::StrCat("#/definitions/", name)); }

  void Enum(const std::vector<absl::string_view>& choices) {
    json_.Key("enum");
    json_.Open('[');
    for (const absl::string_view choice : choices) json_.Text(choice);
    json_.Close(']');
  }

  // {"type": "array", "items": {…}}, without the outer braces.
  template <typename Items>
  void ArrayOf(const Items& items) {
    json_.Field("type", "array");
    json_.Key("items");
    json_.Open('{');
    items();
    json_.Close('}');
  }

  // {"type": "object", "additionalProperties": {…}}, without the outer braces.
  template <typename Values>
  void MapOf(const Values& values) {
    json_.Field("type", "object");
    json_.Key("additionalProperties");
    json_.Open('{');
    values();
    json_.Close('}');
  }

  // One of several: each call writes the inside of one.
  template <typename... Ways>
  void AnyOf(const Ways&... ways) {
    json_.Key("anyOf");
    json_.Open('[');
    const auto one = [this](const auto& way) {
      json_.Open('{');
      way();
      json_.Close('}');
    };
    (one(ways), ...);
    json_.Close(']');
  }

  // The keys of a map: "type", "properties", "required" and no others.
  void Table(const KeyTable& table) {
    json_.Field("type", "object");
    json_.Key("properties");
    json_.Open('{');
    for (const KeyRow& row : table.rows) {
      json_.Key(row.name);
      json_.Open('{');
      json_.Field("description", row.help);
      Value(table, row);
      json_.Close('}');
      if (Extends(table)) Changes(table, row);
    }
    json_.Close('}');
    std::vector<std::string> required;
    for (const KeyRow& row : table.rows) {
      if (row.required && (!Extends(table) || row.name == "id")) required.emplace_back(row.name);
    }
    if (!required.empty()) json_.Field("required", required);
    if (Extends(table)) RequiredUnlessInherited(table);
    json_.Field("additionalProperties", false);
  }

  void RequiredUnlessInherited(const KeyTable& table) {
    std::vector<std::string> own;
    for (const KeyRow& row : table.rows) {
      if (row.required && row.name != "id") own.emplace_back(row.name);
    }
    AnyOf([&] { json_.Field("required", std::vector<std::string>{"extends"}); }, [&] { json_.Field("required", own); });
  }

  // "tags+" and "tags-" of a rule that extends another.
  void Changes(const KeyTable& table, const KeyRow& row) {
    if (!IsList(row.shape) && !IsMap(row.shape)) return;
    for (const char* sign : {"+", "-"}) {
      json_.Key(absl::StrCat(row.name, sign));
      json_.Open('{');
      json_.Field("description", *sign == '+' ? "Added to what is inherited" : "Taken out of what is inherited");
      if (row.shape == KeyShape::kPatterns) {
        Ref("patterns");
      } else if (row.shape == KeyShape::kTable && *sign == '+') {
        Ref(row.of->name);
      } else if (row.shape == KeyShape::kCompare && *sign == '+') {
        SomeSettings(&table == &kAlignedKeys);
      } else {
        Ref("texts");
      }
      json_.Close('}');
    }
  }

  // What `compare+` can hold: which comparison it is for stands in another rule.
  void SomeSettings(bool aligned) {
    std::set<absl::string_view> names = {"as"};
    for (const CompareKind& kind : kCompareKinds) {
      if (kind.aligned != aligned) continue;
      for (const SettingKey& key : kind.keys) names.insert(key.name);
    }
    json_.Field("type", "object");
    json_.Key("propertyNames");
    json_.Open('{');
    Enum({names.begin(), names.end()});
    json_.Close('}');
  }

  void Value(const KeyTable& table, const KeyRow& row) {
    const std::vector<absl::string_view> choices = SplitChoices(row.choices);
    switch (row.shape) {
      case KeyShape::kText:
        choices.empty() ? Ref(row.name == "id" ? "id" : "text") : Enum(choices);
        break;
      case KeyShape::kTexts:
        choices.empty() ? Ref("texts") : AnyOf([&] { Enum(choices); }, [&] { ArrayOf([&] { Enum(choices); }); });
        break;
      case KeyShape::kWhole:
        json_.Field("type", "integer");
        if (row.choices == "1") {
          json_.Key("const");
          json_.Number(1);
        }
        break;
      case KeyShape::kBool:
        json_.Field("type", "boolean");
        break;
      case KeyShape::kDay:
        Ref("day");
        break;
      case KeyShape::kPattern:
      case KeyShape::kPatterns:
        Ref(row.shape == KeyShape::kPattern ? "pattern" : "patterns");
        break;
      case KeyShape::kTable:
        Ref(row.of->name);
        break;
      case KeyShape::kTables:
        ArrayOf([&] { Ref(row.of->name); });
        break;
      case KeyShape::kNamed:
        MapOf([&] { Ref(row.of->name); });
        break;
      case KeyShape::kNamedTexts:
        MapOf([&] { Ref("text"); });
        break;
      case KeyShape::kNamedDays:
        MapOf([&] { Ref("day"); });
        break;
      case KeyShape::kNamedChoices:
        MapOf([&] { Enum(choices); });
        break;
      case KeyShape::kLexicons:
        MapOf([&] { Ref("lexicon"); });
        break;
      case KeyShape::kDocuments:
        MapOf([&] { AnyOf([&] { Ref("text"); }, [&] { Ref(row.of->name); }); });
        break;
      case KeyShape::kCompare:
        Ref(&table == &kAlignedKeys ? "compare-aligned" : "compare");
        break;
      case KeyShape::kSettings:
        Ref("compare-status");
        break;
    }
  }

  void Define(absl::string_view name, const std::vector<std::string>& types, absl::string_view pattern = "") {
    json_.Key(name);
    json_.Open('{');
    json_.Field("type", types);
    if (!pattern.empty()) json_.Field("pattern", pattern);
    json_.Close('}');
  }

  // A text can look like a number to YAML: a phrase "2024" needs no quotes.
  void Scalars() {
    Define("text", {"string", "number", "boolean"});
    Define("id", {"string", "integer"}, kIdPattern);
    Define("day", {"string"}, kDayPattern);
    json_.Key("texts");
    json_.Open('{');
    AnyOf([&] { Ref("text"); }, [&] { ArrayOf([&] { Ref("text"); }); });
    json_.Close('}');
  }

  void Patterns() {
    json_.Key("pattern");
    json_.Open('{');
    AnyOf([&] { Ref("text"); },
          [&] {
            json_.Field("type", "object");
            json_.Key("properties");
            json_.Open('{');
            json_.Key("regex");
            json_.Open('{');
            json_.Field("description", "An RE2 regular expression over the folded sentence");
            json_.Field("type", "string");
            json_.Close('}');
            json_.Close('}');
            json_.Field("required", std::vector<std::string>{"regex"});
            json_.Field("additionalProperties", false);
          });
    json_.Close('}');
    json_.Key("patterns");
    json_.Open('{');
    AnyOf([&] { Ref("pattern"); }, [&] { ArrayOf([&] { Ref("pattern"); }); });
    json_.Close('}');
    json_.Key("lexicon");
    json_.Open('{');
    AnyOf([&] { Ref("texts"); }, [&] { MapOf([&] { Ref("texts"); }); });
    json_.Close('}');
  }

  // ---- Comparisons ----

  void Setting(const SettingKey& key) {
    json_.Key(key.name);
    json_.Open('{');
    const std::vector<absl::string_view> choices = SplitChoices(key.choices);
    switch (key.type) {
      case SettingType::kNumber:
        json_.Field("type", "number");
        break;
      case SettingType::kBool:
        json_.Field("type", "boolean");
        break;
      case SettingType::kTolerance:
        AnyOf(
            [&] {
              Enum({"stated_precision", "exact"});
            },
            [&] {
              json_.Field("type", "number");
              json_.Key("minimum");
              json_.Number(0);
            },
            [&] {
              json_.Field("type", "string");
              json_.Field("pattern", "^[0-9]+([.][0-9]+)?%?$");
            });
        break;
      case SettingType::kList:
      case SettingType::kLexicons:
        choices.empty() ? Ref("texts") : AnyOf([&] { Enum(choices); }, [&] { ArrayOf([&] { Enum(choices); }); });
        break;
      case SettingType::kScalar:
      case SettingType::kLexicon:
        choices.empty() ? Ref("text") : Enum(choices);
        break;
    }
    json_.Close('}');
  }

  // {as: name, …settings}; without `as` for statuses.
  void Settings(const CompareKind& kind, bool named) {
    json_.Field("type", "object");
    json_.Key("properties");
    json_.Open('{');
    std::vector<std::string> required;
    if (named) {
      json_.Key("as");
      json_.Open('{');
      json_.Field("const", kind.name);
      json_.Close('}');
      required.emplace_back("as");
    }
    for (const SettingKey& key : kind.keys) {
      Setting(key);
      if (key.required) required.emplace_back(key.name);
    }
    json_.Close('}');
    if (!required.empty()) json_.Field("required", required);
    json_.Field("additionalProperties", false);
  }

  void Comparison(absl::string_view name, bool aligned) {
    json_.Key(name);
    json_.Open('{');
    json_.Key("anyOf");
    json_.Open('[');
    json_.Open('{');
    std::vector<absl::string_view> kinds;
    for (const CompareKind& kind : kCompareKinds) {
      if (kind.aligned == aligned) kinds.push_back(kind.name);
    }
    Enum(kinds);
    json_.Close('}');
    for (const CompareKind& kind : kCompareKinds) {
      if (kind.aligned != aligned) continue;
      json_.Open('{');
      Settings(kind, true);
      json_.Close('}');
    }
    json_.Close(']');
    json_.Close('}');
  }

  void Comparisons() {
    Comparison("compare", false);
    Comparison("compare-aligned", true);
    json_.Key("compare-status");
    json_.Open('{');
    Settings(kStatusKind, false);
    json_.Close('}');
  }

  JsonText json_;
};

}  // namespace

std::string RuleSchema() {
  return SchemaWriter().Write(kFileKeys, "crosscheck rules",
                              {&kEntityKeys, &kHolderKeys, &kRuleKeys, &kAlignedKeys, &kScopeKeys, &kTestKeys,
                               &kTestDocumentKeys, &kRelationKeys, &kStatusKeys, &kStateKeys});
}

std::string DossierSchema() {
  return SchemaWriter().Write(kManifestKeys, "crosscheck dossier", {&kManifestDocumentKeys});
}

std::string ConfigSchema() {
  return SchemaWriter().Write(kConfigKeys, "crosscheck configuration", {&kConfigPathKeys, &kConfigSourceKeys});
}

std::string BaselineSchema() {
  return SchemaWriter().Write(kBaselineKeys, "crosscheck baseline", {&kBaselineFindingKeys});
}

std::string WaiverSchema() { return SchemaWriter().Write(kWaiverFileKeys, "crosscheck waivers", {&kWaiverKeys}); }

std::string ReviewSchema() { return SchemaWriter().Write(kReviewFileKeys, "crosscheck reviews", {&kReviewKeys}); }

}  // namespace crosscheck
