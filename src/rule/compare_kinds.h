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
  kNumber,     // a decimal number
  kBool,       // true or false
  kList,       // of texts; a single text stands for a list of one
  kLexicon,    // name of a lexicon
  kLexicons,   // a list of names of lexicons
  kTolerance,  // stated_precision, exact, a number, or a percentage such as 5%
};

struct SettingKey {
  absl::string_view name;
  SettingType type = SettingType::kScalar;
  absl::string_view choices = "";  // "a|b|c": the only texts allowed; "" = any
  bool required = false;
};

struct CompareKind {
  absl::string_view name;
  absl::string_view type;             // Rule::type by default
  bool aligned = false;               // for `aligned:`, not for `rules:`
  absl::string_view captures;         // "money|quantity": the values that a slot called value can hold; "" = any
  absl::Span<const SettingKey> keys;  // all that it takes: each changes what it does
};

inline constexpr absl::string_view kValueKinds =
    "money|number|percent|points|ordinal|quantity|date|duration|age|time|score";
inline constexpr absl::string_view kTimes = "any_day|same_day|newest_supersedes";

inline constexpr SettingKey kFigureSettings[] = {{"tolerance", SettingType::kTolerance, ""},
                                                 {"time", SettingType::kScalar, kTimes}};
inline constexpr SettingKey kTimeSettings[] = {{"time", SettingType::kScalar, kTimes}};
inline constexpr SettingKey kWordSettings[] = {{"synonyms", SettingType::kLexicon, ""},
                                               {"time", SettingType::kScalar, kTimes}};
// Pairs of groups of the lexicon, "occurred called": the first happens first.
inline constexpr SettingKey kEventTimesSettings[] = {{"lexicon", SettingType::kLexicon, "", true},
                                                     {"order", SettingType::kList, ""}};
inline constexpr SettingKey kQuoteSettings[] = {{"find", SettingType::kScalar, "changed|cut|restated"},
                                                {"min_words", SettingType::kNumber, ""},
                                                {"likeness", SettingType::kNumber, ""}};
inline constexpr SettingKey kAgeSettings[] = {{"find", SettingType::kScalar, "named|unnamed"}};
inline constexpr SettingKey kSpeakerSettings[] = {{"find", SettingType::kScalar, "quotation|statement"},
                                                  {"min_words", SettingType::kNumber, ""},
                                                  {"likeness", SettingType::kNumber, ""}};
inline constexpr SettingKey kExclusiveSettings[] = {{"find", SettingType::kScalar, "terms|kinds|heads|phrases"},
                                                    {"sets", SettingType::kLexicons, ""},
                                                    {"min_shared", SettingType::kNumber, ""}};
inline constexpr SettingKey kSpellingSettings[] = {
    {"kinds", SettingType::kList, "full|surname|single|organisation|renamed", true}};
inline constexpr SettingKey kQualifierSettings[] = {
    {"kinds", SettingType::kList, "qualifier|title|holder|government", true}};
inline constexpr SettingKey kThresholdSettings[] = {{"threshold", SettingType::kNumber, ""}};
inline constexpr SettingKey kValuesSettings[] = {
    {"kinds", SettingType::kList, kValueKinds, true},
    {"threshold", SettingType::kNumber, ""},
    {"note_band", SettingType::kNumber, ""},
    {"head_needed", SettingType::kBool, ""},
};
inline constexpr SettingKey kPlacesSettings[] = {{"threshold", SettingType::kNumber, ""},
                                                 {"note_band", SettingType::kNumber, ""}};
inline constexpr SettingKey kAnchorSettings[] = {{"anchor", SettingType::kNumber, ""}};
inline constexpr SettingKey kSignSettings[] = {{"lexicon", SettingType::kLexicon, ""}};
inline constexpr SettingKey kPrecedesSettings[] = {{"anchor", SettingType::kNumber, ""},
                                                   {"object_anchor", SettingType::kNumber, ""},
                                                   {"lexicon", SettingType::kLexicon, ""}};
inline constexpr SettingKey kLabelSettings[] = {{"families", SettingType::kLexicon, ""},
                                                {"sets", SettingType::kLexicon, ""}};
inline constexpr SettingKey kMisplacedSettings[] = {{"kinds", SettingType::kList, kValueKinds, true},
                                                    {"threshold", SettingType::kNumber, ""}};
// Days within which a later and higher toll is an update.
inline constexpr SettingKey kTollSettings[] = {{"update_days", SettingType::kNumber, ""}};
inline constexpr SettingKey kStatusSettings[] = {
    {"open", SettingType::kScalar, ""},   // state of what is only expected
    {"closing", SettingType::kList, ""},  // states that say "no further than this"
    {"opposed", SettingType::kList, ""},  // states that exclude every other of their rank or higher
    {"passing", SettingType::kList, ""},  // states that follow one another in hours: of two sources no contradiction
    {"flips", SettingType::kBool, ""},    // of two states, to deny one is to state the other
    {"cases", SettingType::kBool, ""},    // of cases in court: two people, two crimes, or one case long over are two
    {"persons", SettingType::kBool, ""},  // of persons: two sentences that name no person in common are of two
};

// An identity of figures and the ways in which texts put them (docs/standard-rules/arithmetic.md).
inline constexpr SettingKey kIdentitySettings[] = {
    {"check", SettingType::kScalar,
     "change|difference|share|one_in|average|product|ratio|conversion|rest|sum|within|aggregate|span|inclusive_span|"
     "nights|clock_span|age_at_death|anniversary|vintage|parts|items|shares|sets|tables|ages",
     true},
    {"forms", SettingType::kList, ""}};

inline constexpr CompareKind kCompareKinds[] = {
    // of claims that patterns make
    {"amount", "money", false, "money|quantity", kFigureSettings},
    {"count", "count", false, "number|quantity", kFigureSettings},
    {"percent", "percent", false, "percent|points", kFigureSettings},
    {"date", "date", false, "date|time", kFigureSettings},
    {"duration", "duration", false, "duration", kFigureSettings},
    {"ordinal", "ordinal", false, "ordinal", kFigureSettings},
    {"age", "age", false, "age", kFigureSettings},
    {"name", "name", false, "", kTimeSettings},
    {"role", "role", false, "", kWordSettings},
    {"direction", "direction", false, "", kTimeSettings},
    {"polarity", "negation", false, "", kTimeSettings},
    {"place", "place", false, "", kTimeSettings},
    {"text", "text", false, "", kWordSettings},
    {"before", "order", false, "", {}},
    {"after", "order", false, "", {}},
    // detectors of aligned rules
    {"values", "value", true, "", kValuesSettings},
    {"spelling", "name", true, "", kSpellingSettings},
    {"qualifier", "qualifier", true, "", kQualifierSettings},
    {"sign", "direction", true, "", kSignSettings},
    {"polarity", "negation", true, "", kAnchorSettings},
    {"quote", "quote", true, "", kQuoteSettings},
    {"exclusive", "term", true, "", kExclusiveSettings},
    {"speaker", "attribution", true, "", kSpeakerSettings},
    {"relation", "place", true, "", kAnchorSettings},
    {"precedes", "order", true, "", kPrecedesSettings},
    {"sequence", "order", true, "", kAnchorSettings},
    {"lifetimes", "age", true, "", {}},
    {"identity", "arithmetic", true, "", kIdentitySettings},
    {"weekday", "date", true, "", {}},
    {"hedge", "hedge", true, "", kThresholdSettings},
    {"certainty", "hedge", true, "", kSignSettings},
    {"units", "unit", true, "", kThresholdSettings},
    {"event_times", "time", true, "", kEventTimesSettings},
    {"ages", "age", true, "", kAgeSettings},
    {"label", "related", true, "", kLabelSettings},
    {"misplaced", "related", true, "", kMisplacedSettings},
    {"places", "place", true, "", kPlacesSettings},
    {"toll", "count", true, "", kTollSettings},
    {"ranks", "rank", true, "", {}},
    {"verbatim", "value", true, "", kThresholdSettings},
};
// Of `statuses`, which are written without `as`.
inline constexpr CompareKind kStatusKind = {"status", "status", false, "", kStatusSettings};

// nullptr where `name` is none of them.
const CompareKind* FindCompareKind(absl::string_view name, bool aligned);
// nullptr where `kind` does not take `key`.
const SettingKey* FindSettingKey(const CompareKind& kind, absl::string_view key);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_COMPARE_KINDS_H_
