#include "compare/interval.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "value/compare_values.h"

namespace crosscheck {

namespace {

const Exact kZero;
const Exact kTen{10};

bool NotNegative(const Interval& a) { return a.low && *a.low >= kZero; }

std::optional<Exact> Sum(const std::optional<Exact>& a, const std::optional<Exact>& b) {
  return a && b ? a->Plus(*b) : std::nullopt;
}

// A number as a person would write it: three figures that count, no trailing zeros, thousands apart.
std::string Shown(const Exact& number) {
  const double value = number.ToDouble();
  const double size = std::abs(value);
  std::string text = absl::StrFormat("%.*f", size >= 100 ? 0 : size >= 10 ? 1 : 2, value);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  const size_t stop = std::min(text.find('.'), text.size());
  std::string grouped;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool thousand = at > 0 && at < stop && (stop - at) % 3 == 0 && text[at - 1] != '-';
    if (thousand) grouped.push_back(',');
    grouped.push_back(text[at]);
  }
  return grouped;
}

// "$90m" beside "$75m" is no rounding to tens: a single digit that counts is taken as one more where the scale words
// show that it was written so (90 million, not 9 tens of millions), or could well be (40,000).
Value WithWrittenPrecision(const Value& value) {
  Value precise = value;
  if (!value.low || value.low != value.high || value.step <= Exact(1)) return precise;
  const auto digits = value.low->Absolute().DividedBy(value.step);
  if (!digits || *digits >= kTen) return precise;
  for (int exponent : {1, 2, 4, 5, 7, 8, 10, 11}) {
    if (value.step == Exact::PowerOfTen(exponent)) precise.step = value.step.DividedBy(kTen).value_or(value.step);
  }
  return precise;
}

}  // namespace

Interval IntervalOf(const Value& value) {
  const bool small = value.kind == ValueKind::kNumber && value.modifier == Modifier::kExact && value.low &&
                     value.low == value.high && value.low->is_integer() && value.low->Absolute() < Exact(1000);
  if (small) return Interval::Point(*value.low);
  const AllowedRange allowed = Allows(WithWrittenPrecision(value));
  return {allowed.low, allowed.high};
}

Interval Plus(const Interval& a, const Interval& b) { return {Sum(a.low, b.low), Sum(a.high, b.high)}; }

Interval Minus(const Interval& a, const Interval& b) {
  Interval negated;
  if (b.high) negated.low = b.high->Negated();
  if (b.low) negated.high = b.low->Negated();
  return Plus(a, negated);
}

Interval Times(const Interval& a, const Interval& b) {
  if (!NotNegative(a) || !NotNegative(b)) return {};
  Interval product;
  product.low = a.low->Times(*b.low);
  if (a.high && b.high) product.high = a.high->Times(*b.high);
  return product;
}

Interval DividedBy(const Interval& a, const Interval& b) {
  if (!NotNegative(a) || !NotNegative(b) || *b.low == kZero) return {};
  Interval quotient;
  if (b.high) quotient.low = a.low->DividedBy(*b.high);
  if (!b.high) quotient.low = kZero;
  if (a.high) quotient.high = a.high->DividedBy(*b.low);
  return quotient;
}

Interval Scaled(const Interval& a, const Exact& factor) {
  Interval scaled;
  if (a.low) scaled.low = a.low->Times(factor);
  if (a.high) scaled.high = a.high->Times(factor);
  return scaled;
}

Interval Widened(const Interval& a, const Exact& share) {
  Interval wide;
  if (const auto less = a.low ? a.low->Absolute().Times(share) : std::nullopt) wide.low = a.low->Minus(*less);
  if (const auto more = a.high ? a.high->Absolute().Times(share) : std::nullopt) wide.high = a.high->Plus(*more);
  return wide;
}

Interval Absolute(const Interval& a) {
  if (NotNegative(a)) return a;
  Interval positive;
  if (a.high && *a.high <= kZero) {
    positive.low = a.high->Negated();
    if (a.low) positive.high = a.low->Negated();
    return positive;
  }
  positive.low = kZero;
  if (a.bounded()) positive.high = std::max(a.low->Negated(), *a.high);
  return positive;
}

bool Meet(const Interval& a, const Interval& b) {
  if (a.low && b.high && *a.low > *b.high) return false;
  if (b.low && a.high && *b.low > *a.high) return false;
  return true;
}

std::string Written(const Interval& interval) {
  if (interval.bounded()) {
    const std::string low = Shown(*interval.low);
    const std::string high = Shown(*interval.high);
    return low == high ? low : absl::StrCat(low, " to ", high);
  }
  if (interval.low) return absl::StrCat("at least ", Shown(*interval.low));
  if (interval.high) return absl::StrCat("at most ", Shown(*interval.high));
  return "";
}

}  // namespace crosscheck
