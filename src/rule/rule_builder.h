#ifndef CROSSCHECK_RULE_RULE_BUILDER_H_
#define CROSSCHECK_RULE_RULE_BUILDER_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/diagnostic.h"
#include "rule/compare_kinds.h"
#include "rule/field_reader.h"
#include "rule/rule_set.h"
#include "rule/yaml_reader.h"

namespace crosscheck {

// A name that a rule file uses and that any file of the set may define.
struct Reference {
  enum class Kind : uint8_t { kLexicon, kAttribute, kEntity, kFile };
  Kind kind = Kind::kLexicon;
  uint32_t file = 0;
  size_t offset = 0;
  std::string name;
};

class InheritedRules;  // rule/extends.h

// What the readers of all files fill. CheckReferences and CheckPatterns look at it when it is whole.
struct RuleBuilder {
  std::shared_ptr<RuleSet> set = std::make_shared<RuleSet>();
  std::vector<Reference> references;
  std::map<std::string, RuleLocation> ids;  // of rules, relations and statuses: one name space
  std::map<std::string, RuleLocation> entity_ids;
  std::map<std::string, const RuleFile*> tables;  // files that are no YAML (lexicons as TSV), by path
  std::vector<Diagnostic>* diagnostics = nullptr;
  const InheritedRules* inherited = nullptr;

  // Notes that `name`, written at `offset`, must be defined in some file.
  void Refer(Reference::Kind kind, size_t offset, const std::string& name, const FieldReader& fields);

  // False, with a diagnostic, where `id` has been taken.
  bool Claim(std::map<std::string, RuleLocation>& taken, const std::string& id, const YamlNode& node,
             absl::string_view what, FieldReader& fields);
};

// `name` as seen from the folder of the file at `path`.
std::string Beside(absl::string_view path, absl::string_view name);

// One function a section of the file, each in the file named after it. All append to builder and diagnostics.
void ReadLexicons(const YamlNode& node, FieldReader& fields, RuleBuilder& builder);       // lexicon_section.cc
void ReadEntities(const YamlNode& node, FieldReader& fields, RuleBuilder& builder);       // entity_section.cc
void ReadNamedPatterns(const YamlNode& node, FieldReader& fields, RuleBuilder& builder);  // pattern_section.cc
void ReadRuleSection(const YamlNode& node, bool aligned, FieldReader& fields, RuleBuilder& builder);  // rule_section.cc
void ReadRelations(const YamlNode& node, FieldReader& fields, RuleBuilder& builder);  // relation_section.cc
void ReadStatuses(const YamlNode& node, FieldReader& fields, RuleBuilder& builder);   // relation_section.cc

// Pieces that several sections share.
std::vector<Pattern> ReadPatterns(const YamlNode& map, absl::string_view key,
                                  FieldReader& fields);                            // pattern_section.cc
std::vector<TestExpectation> ReadTests(const YamlNode& map, FieldReader& fields);  // test_section.cc
// The tests that the `swaps` of a rule stand for: test_section.cc.
void AppendSwaps(const YamlNode& map, std::vector<TestExpectation>& tests, FieldReader& fields);
// The `examples` of a rule, or of the state of a status called `state`: test_section.cc.
std::vector<TestExpectation> ReadExamples(const YamlNode& map, const std::string& state, FieldReader& fields);
// "take~ over" -> take over, takes over, took over, …; folded, single spaces: lexicon_section.cc. False where there are
// too many forms.
bool SpellOut(absl::string_view phrase, std::vector<std::string>& out);
// Complains where an error has not one test that wants a finding and one that wants nothing.
void RequireTests(const YamlNode& map, absl::string_view id, Severity severity,
                  const std::vector<TestExpectation>& tests, FieldReader& fields);
// The settings of `map`, all keys but `as`, checked against what `kind` takes: compare_section.cc.
std::map<std::string, Setting> ReadSettings(const YamlNode& map, const CompareKind& kind, FieldReader& fields,
                                            RuleBuilder& builder);
// `compare` of a rule: the kind, the type that it gives, and the settings: compare_section.cc.
void ReadCompare(const YamlNode& map, Rule& rule, FieldReader& fields, RuleBuilder& builder);
// A message, whose slots must be ones that can be filled: the six of every message, {reason}, and {a.x} and {b.x} for
// each capture x in `captures`: message_section.cc.
std::string ReadMessage(const YamlNode& map, absl::string_view key, const std::vector<std::string>& captures,
                        FieldReader& fields);

// When all files are read.
void CheckImports(const std::vector<YamlNode>& roots, RuleBuilder& builder);  // imports.cc
void CheckReach(RuleBuilder& builder);       // what no pattern or name can ever do: rule_reach.cc
void CheckRelations(RuleBuilder& builder);   // relation_section.cc
void CheckReferences(RuleBuilder& builder);  // rule_checks.cc
void CheckPatterns(RuleBuilder& builder);    // rule_checks.cc

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_RULE_BUILDER_H_
