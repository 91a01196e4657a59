#ifndef CROSSCHECK_RULE_COMPARE_KINDS_H_
#define CROSSCHECK_RULE_COMPARE_KINDS_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

// The kinds of comparison that `compare: {as: …}` names, and the settings that each takes. A new kind, or a new
// setting, is a new row here: the loader checks rule files against it and the schema is printed from it.
namespace crosscheck {

enum class SettingType : uint8_t {
  kScalar,
  kNumber,    // a decimal number
  kBool,      // true or false
  kList,      // of texts; a single text stands for a list of one
  kMap,       // of texts, or of lists of texts (joined by ", ")
  kNumbers,   // map of decimal numbers: weights
  kLexicon,   // name of a lexicon
  kLexicons,  // map of names of lexicons, by the part that each plays
};

struct SettingKey {
  absl::string_view name;
  SettingType type = SettingType::kScalar;
  absl::string_view choices;  // "a|b|c": the only values allowed; "" = any
  bool acted_on = true;       // false: read and checked, and no comparison does anything with it yet
};

struct CompareKind {
  absl::string_view name;
  absl::string_view type;             // Rule::type by default
  bool named = false;                 // for `rules:`
  bool aligned = false;               // for `aligned:`
  absl::Span<const SettingKey> keys;  // beside kCommonSettings
};

inline constexpr SettingKey kCommonSettings[] = {
    {"tolerance", SettingType::kScalar, "", false},  // stated_precision, exact, a number, or a percentage such as 5%
    {"rounding", SettingType::kScalar, "any|none", false},
    {"time", SettingType::kScalar, "newest_supersedes|any_day|same_day", false},
    {"threshold", SettingType::kNumber, ""},
    {"weights", SettingType::kNumbers, "", false},
    {"lexicon", SettingType::kLexicon, ""},
    {"lexicons", SettingType::kLexicons, "", false},
    {"kinds", SettingType::kList, ""},
    {"ignore", SettingType::kList, "", false},
    {"severities", SettingType::kMap, "", false},
    {"messages", SettingType::kMap, "", false},
    {"types", SettingType::kMap, "", false},
    {"options", SettingType::kMap, "", false},
    {"within", SettingType::kScalar, "document|dossier|draft", false},
};

inline constexpr SettingKey kOrderSettings[] = {{"before", SettingType::kList, "", false},
                                                {"after", SettingType::kList, "", false}};
inline constexpr SettingKey kQuoteSettings[] = {{"find", SettingType::kScalar, "changed|cut|restated"},
                                                {"min_words", SettingType::kNumber, ""},
                                                {"likeness", SettingType::kNumber, ""}};
inline constexpr SettingKey kExclusiveSettings[] = {{"find", SettingType::kScalar, "terms|phrases"},
                                                    {"sets", SettingType::kList, ""},
                                                    {"min_shared", SettingType::kNumber, ""}};
inline constexpr SettingKey kRoleSettings[] = {{"synonyms", SettingType::kLexicon, "", false},
                                               {"former", SettingType::kLexicon, "", false},
                                               {"holders", SettingType::kScalar, "", false}};
inline constexpr SettingKey kNameSettings[] = {{"max_edits", SettingType::kNumber, "", false},
                                               {"min_length", SettingType::kNumber, "", false}};
inline constexpr SettingKey kPairSettings[] = {{"max_words", SettingType::kNumber, "", false},
                                               {"min_shared", SettingType::kNumber, "", false}};

inline constexpr SettingKey kValuesSettings[] = {{"note_band", SettingType::kNumber, ""},
                                                 {"head_needed", SettingType::kBool, ""}};
inline constexpr SettingKey kAnchorSettings[] = {{"anchor", SettingType::kNumber, ""},
                                                 {"object_anchor", SettingType::kNumber, ""}};

inline constexpr SettingKey kLabelSettings[] = {{"families", SettingType::kLexicon, ""}};
inline constexpr SettingKey kStatusSettings[] = {{"open", SettingType::kScalar, ""}};  // state of what is only expected

// An identity of figures and the ways in which texts put them (docs/standard-rules/arithmetic.md).
inline constexpr SettingKey kIdentitySettings[] = {
    {"check", SettingType::kScalar,
     "change|difference|share|one_in|average|product|ratio|conversion|rest|sum|within|aggregate|span|inclusive_span|"
     "nights|clock_span|age_at_death|anniversary|vintage|parts|items|shares|sets|tables|ages"},
    {"forms", SettingType::kList, ""}};

inline constexpr CompareKind kCompareKinds[] = {
    // of claims that patterns make
    {"amount", "money", true, false, {}},
    {"count", "count", true, false, {}},
    {"percent", "percent", true, false, {}},
    {"date", "date", true, false, {}},
    {"duration", "duration", true, false, {}},
    {"ordinal", "ordinal", true, false, {}},
    {"age", "age", true, false, {}},
    {"name", "name", true, false, kNameSettings},
    {"role", "role", true, false, kRoleSettings},
    {"status", "status", true, false, kStatusSettings},
    {"direction", "direction", true, false, {}},
    {"polarity", "negation", true, true, kAnchorSettings},
    {"quote", "quote", true, true, kQuoteSettings},
    {"place", "place", true, false, {}},
    {"order", "order", true, false, kOrderSettings},
    {"text", "text", true, false, {}},
    // detectors of aligned rules
    {"values", "value", false, true, kValuesSettings},
    {"spelling", "name", false, true, kNameSettings},
    {"qualifier", "qualifier", false, true, kPairSettings},
    {"sign", "direction", false, true, kAnchorSettings},
    {"exclusive", "term", false, true, kExclusiveSettings},
    {"speaker", "attribution", false, true, kQuoteSettings},
    {"relation", "place", false, true, kAnchorSettings},
    {"precedes", "order", false, true, kAnchorSettings},
    {"identity", "arithmetic", false, true, kIdentitySettings},
    {"weekday", "date", false, true, {}},
    {"hedge", "hedge", false, true, kPairSettings},
    {"units", "unit", false, true, {}},
    {"ages", "age", false, true, {}},
    {"label", "related", false, true, kLabelSettings},
    {"misplaced", "related", false, true, {}},
};

// nullptr where `name` is none of them.
const CompareKind* FindCompareKind(absl::string_view name);
// nullptr where `kind` does not take `key`.
const SettingKey* FindSettingKey(const CompareKind& kind, absl::string_view key);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_COMPARE_KINDS_H_
