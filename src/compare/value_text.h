#ifndef CROSSCHECK_COMPARE_VALUE_TEXT_H_
#define CROSSCHECK_COMPARE_VALUE_TEXT_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "claim/analysis.h"
#include "compare/likeness.h"
#include "compare/pair_features.h"
#include "compare/worked_out.h"
#include "rule/rule_set.h"
#include "value/compare_values.h"

namespace crosscheck {

// Values of one kind and unit, to be found by their reach.
class ValuesByReach {
 public:
  void Add(const ValueMention* value);
  void Sort();  // after the last Add

  // Calls `is` with those whose reach meets `reach` until it gives true; whether it did.
  template <typename Is>
  bool Any(const Reach& reach, const Is& is) const {
    for (const Entry& entry : endless_) {
      if (entry.value->reach.Meets(reach) && is(*entry.value)) return true;
    }
    const auto [first, last] = Between(reach);
    for (size_t i = first; i < last; ++i) {
      if (sorted_[i].value->reach.Meets(reach) && is(*sorted_[i].value)) return true;
    }
    return false;
  }
  const Value& front() const { return (sorted_.empty() ? endless_ : sorted_).front().value->mention.value; }

 private:
  struct Entry {
    const ValueMention* value = nullptr;
    int64_t highest = 0;  // of the reaches up to this one
  };
  // Where those lie that may meet `reach`, half-open.
  std::pair<size_t, size_t> Between(const Reach& reach) const;

  std::vector<Entry> sorted_;   // by the low end of the reach
  std::vector<Entry> endless_;  // those whose reach has no high end
};

// What a rule `compare: {as: values}` asks of one document, made once for all the documents that it is held against.
struct ValueText {
  const DocumentAnalysis* document = nullptr;
  std::vector<const ValueMention*> wanted;  // the values that the rule compares, in reading order
  std::vector<uint32_t> kinds;              // by value: the number that its kind and unit have in the dossier
  std::vector<uint32_t> figures;            // by value, where it is of the rule's kinds: the number that its like have
  std::vector<uint32_t> wanted_of;          // how many of `wanted` there are, by that number
  // All values, of whatever kind, by the kinds that can agree with one another (GroupOf), and by kind and unit.
  static constexpr size_t kGroups = 11;
  std::array<std::vector<std::pair<uint32_t, ValuesByReach>>, kGroups> groups;
  std::vector<const ValueMention*> bare;       // IsBareNumber
  std::vector<std::vector<uint32_t>> anchors;  // by sentence: its telling values, equal ones by one number
  // Of those that were asked for:
  std::optional<Reckoning> reckoning;
  std::vector<std::optional<Surroundings>> surroundings;  // by value

  size_t IndexOf(const ValueMention& value) const { return static_cast<size_t>(&value - document->values.data()); }
  uint32_t KindOf(const ValueMention& value) const { return kinds[IndexOf(value)]; }
  uint32_t FigureOf(const ValueMention& value) const { return figures[IndexOf(value)]; }
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

  // What comes of two values, of one text each. The same figures meet again and again in many texts: kept for them. The
  // result is good until the next call.
  FigureFit& FitOf(const ValueText& left, const ValueMention& a, const ValueText& right, const ValueMention& b);
  bool Agree(const ValueText& left, const ValueMention& a, const ValueText& right, const ValueMention& b);

  bool IsOfKind(const ValueMention& mention) const { return kinds_[static_cast<size_t>(mention.mention.value.kind)]; }
  // Why a value of the right kind is left out; "" where it is not.
  static absl::string_view LeftOut(const DocumentAnalysis& document, const ValueMention& mention);

 private:
  ValueText Make(uint32_t document);
  std::optional<uint32_t> AnchorOf(const Value& value);
  uint32_t KindOf(const Value& value);
  uint32_t FigureOf(const Value& value);

  const Analysis& analysis_;
  std::array<bool, ValueText::kGroups> kinds_{};
  std::vector<std::optional<ValueText>> texts_;         // by document
  absl::flat_hash_map<std::string, uint32_t> anchors_;  // the number of a value, by kind, unit and figures
  absl::flat_hash_map<std::pair<ValueKind, std::string>, uint32_t> numbers_;  // of a kind and unit
  absl::flat_hash_map<std::string, uint32_t> figures_;                        // the number of a value, by all it says
  // By the numbers of two values:
  absl::flat_hash_map<uint64_t, FigureFit> fits_;
  absl::flat_hash_map<uint64_t, bool> agree_;
  FigureFit fit_;  // of two that nothing is kept of
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_VALUE_TEXT_H_
