#ifndef CROSSCHECK_COMPARE_INTERVAL_H_
#define CROSSCHECK_COMPARE_INTERVAL_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "crosscheck/value.h"

namespace crosscheck {

// The true values that a figure may have, for calculating with: both ends included, nullopt = no bound on that side. An
// operation whose result does not fit gives no bound, so that a calculation can only become less sure, never wrong.
struct Interval {
  std::optional<Exact> low;
  std::optional<Exact> high;

  static Interval Point(const Exact& value) { return {value, value}; }
  bool bounded() const { return low && high; }
};

// What a wording allows: its written precision and its modifier. A whole number below 1,000 without a hedge means
// itself, even where it ends in a zero: next to its own parts "40 seats" is not "about 40".
Interval IntervalOf(const Value& value);

Interval Plus(const Interval& a, const Interval& b);
Interval Minus(const Interval& a, const Interval& b);
// Of intervals above or at zero; no bounds otherwise.
Interval Times(const Interval& a, const Interval& b);
// The same, and `b` has to lie above zero.
Interval DividedBy(const Interval& a, const Interval& b);
Interval Scaled(const Interval& a, const Exact& factor);  // REQUIRES: factor > 0
// Both ends moved outwards by a share of their size: Widened([10, 20], 1/10) = [9, 22].
Interval Widened(const Interval& a, const Exact& share);
Interval Absolute(const Interval& a);

// Whether a number can lie in both.
bool Meet(const Interval& a, const Interval& b);

// For messages: "20", "18.5 to 21.5", rounded outwards to what a person would write; "" without bounds.
std::string Written(const Interval& interval);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_INTERVAL_H_
