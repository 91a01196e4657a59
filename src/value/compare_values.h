#ifndef CROSSCHECK_VALUE_COMPARE_VALUES_H_
#define CROSSCHECK_VALUE_COMPARE_VALUES_H_

#include <cstdint>
#include <optional>
#include <string>

#include "crosscheck/judgement.h"
#include "crosscheck/value.h"

namespace crosscheck {

// The true values that a wording allows: what is stated, widened by written precision and modifier.
struct AllowedRange {
  std::optional<Exact> low;  // nullopt: no bound
  std::optional<Exact> high;
  bool low_open = false;  // the bound itself is excluded
  bool high_open = false;
};
AllowedRange Allows(const Value& value);

enum class ValueHint : uint8_t {
  kNone,
  kSame,
  kRounds,
  kInRange,
  kHedgeLost,
  kScaleSlip,
  kTransposed,
  kOtherUnit,
  kWrongSide,
  kPercentAgainstPoints
};

struct ValueComparison {
  Agreement agreement = Agreement::kIncomparable;
  ValueHint hint = ValueHint::kNone;
  std::string reason;  // in words: "$4.5 billion rounds to …"; never empty but from CompareWithoutWords
};

// Symmetric in agreement and hint, reflexive, not transitive. Incomparable: other kinds or units that no fixed factor
// joins, an unresolved date. Percent against points is contradictory only where the figures are the same.
ValueComparison CompareValues(const Value& a, const Value& b);
// The same without `reason`, and without `hint` too: for many pairs of which few are told of.
ValueComparison CompareWithoutWords(const Value& a, const Value& b);
Agreement AgreementOf(const Value& a, const Value& b);

// Between which figures, without their sign, all lie that a wording can agree with: in thousandths, rounded outwards.
// Two values of one kind and unit agree only where their reaches meet, so that of many values few have to be compared.
struct Reach {
  int64_t low = 0;
  int64_t high = INT64_MAX;
  bool Meets(const Reach& other) const { return low <= other.high && other.low <= high; }
};
Reach ReachOf(const Value& value);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_COMPARE_VALUES_H_
