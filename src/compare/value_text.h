#ifndef CROSSCHECK_COMPARE_VALUE_TEXT_H_
#define CROSSCHECK_COMPARE_VALUE_TEXT_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "claim/analysis.h"
#include "compare/likeness.h"
#include "compare/worked_out.h"
#include "rule/rule_set.h"
#include "value/compare_values.h"

namespace crosscheck {

// What a rule `compare: {as: values}` asks of one document, made once for all the documents that it is held against.
struct ValueText {
  const DocumentAnalysis* document = nullptr;
  std::vector<const ValueMention*> wanted;  // the values that the rule compares, in reading order
  // All values, of whatever kind, by the kinds that can agree with one another (GroupOf); in reading order.
  static constexpr size_t kGroups = 11;
  std::array<std::vector<const ValueMention*>, kGroups> groups;
  std::vector<const ValueMention*> bare;       // IsBareNumber
  std::vector<Reach> reaches;                  // by value
  std::vector<std::vector<uint32_t>> anchors;  // by sentence: its telling values, equal ones by one number
  // Of those that were asked for:
  std::optional<Reckoning> reckoning;
  std::vector<std::optional<Surroundings>> surroundings;  // by value

  size_t IndexOf(const ValueMention& value) const { return static_cast<size_t>(&value - document->values.data()); }
};

// A number that stands without a noun: "5.91" where another text has "5.91 metres".
inline bool IsBareNumber(const Value& value) { return value.kind == ValueKind::kNumber && value.noun.empty(); }
// Values of two groups are never compared.
size_t GroupOf(ValueKind kind);

// The texts of a dossier, each made when it is first asked for.
class ValueTexts {
 public:
  ValueTexts(const Analysis& analysis, const Rule& rule);

  ValueText& Of(uint32_t document);  // index into Analysis::documents
  const Surroundings& SurroundingsOf(ValueText& text, const ValueMention& value) const;
  static const Reckoning& ReckoningOf(ValueText& text);

  bool IsOfKind(const ValueMention& mention) const { return kinds_[static_cast<size_t>(mention.mention.value.kind)]; }
  // Why a value of the right kind is left out; "" where it is not.
  static absl::string_view LeftOut(const DocumentAnalysis& document, const ValueMention& mention);

 private:
  ValueText Make(uint32_t document);
  std::optional<uint32_t> AnchorOf(const Value& value);

  const Analysis& analysis_;
  std::array<bool, ValueText::kGroups> kinds_{};
  std::vector<std::optional<ValueText>> texts_;         // by document
  absl::flat_hash_map<std::string, uint32_t> anchors_;  // the number of a value, by kind, unit and figures
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_VALUE_TEXT_H_
