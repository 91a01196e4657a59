#ifndef CROSSCHECK_RULE_RULE_KEYS_H_
#define CROSSCHECK_RULE_RULE_KEYS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

// Every key of rule files, manifests and the files of the gate: what the loader takes, what `extends` can add to, and
// what the schema says. A new key is a new row here and a line of its reader.
namespace crosscheck {

struct KeyTable;

enum class KeyShape : uint8_t {
  kText,
  kTexts,  // a list of texts; a single text stands for a list of one
  kWhole,  // a whole number
  kBool,
  kDay,       // 2025-07-15
  kPattern,   // text, or {regex: text}
  kPatterns,  // a list of patterns; a single one stands for a list of one
  kTable,     // a map with the keys of `of`
  kTables,    // a list of maps with the keys of `of`
  kNamed,     // a map from names to maps with the keys of `of`
  kNamedTexts,
  kNamedDays,
  kNamedChoices,  // a map from names to one of `choices`
  kLexicons,
  kDocuments,  // of a test: text, or a map with the keys of `of`, by name
  kCompare,    // the kind of comparison, or a map with its settings: compare_kinds.h
  kSettings,   // the settings of the comparison `status`
};

struct KeyRow {
  absl::string_view name;
  KeyShape shape = KeyShape::kText;
  absl::string_view help;        // what the schema tells an author
  bool required = false;         // here and in the schema
  absl::string_view choices;     // "a|b|c": the only texts allowed; "" = any
  const KeyTable* of = nullptr;  // of the maps below
};

struct KeyTable {
  absl::string_view name;
  absl::Span<const KeyRow> rows;

  const KeyRow* Find(absl::string_view key) const;  // nullptr where there is none
  std::vector<absl::string_view> Names() const;
};

extern const KeyTable kFileKeys;
extern const KeyTable kEntityKeys;
extern const KeyTable kHolderKeys;
extern const KeyTable kRuleKeys;     // of `rules`
extern const KeyTable kAlignedKeys;  // of `aligned`
extern const KeyTable kScopeKeys;
extern const KeyTable kTestKeys;
extern const KeyTable kTestDocumentKeys;
extern const KeyTable kRelationKeys;
extern const KeyTable kStatusKeys;
extern const KeyTable kStateKeys;
extern const KeyTable kManifestKeys;
extern const KeyTable kManifestDocumentKeys;
extern const KeyTable kConfigKeys;
extern const KeyTable kConfigPathKeys;    // of `paths`
extern const KeyTable kConfigSourceKeys;  // of `sources`
extern const KeyTable kBaselineKeys;
extern const KeyTable kBaselineFindingKeys;
extern const KeyTable kWaiverFileKeys;
extern const KeyTable kWaiverKeys;
extern const KeyTable kReviewFileKeys;
extern const KeyTable kReviewKeys;

// The choices "a|b|c" of a row, one by one.
std::vector<absl::string_view> SplitChoices(absl::string_view choices);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_RULE_KEYS_H_
