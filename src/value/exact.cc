#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "crosscheck/value.h"

namespace crosscheck {

namespace {

// The compiler's own 128-bit integer: the overflow builtins know it and not absl's.
__extension__ using Int128 = __int128;

Int128 Raw(absl::int128 value) { return static_cast<Int128>(value); }

// Nearly all figures fit 64 bits, where dividing is many times quicker.
bool FitsWord(Int128 value) { return value == static_cast<int64_t>(value); }

template <typename Whole>
Whole GcdOf(Whole a, Whole b) {
  while (b != 0) {
    const Whole rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Int128 Gcd(Int128 a, Int128 b) {
  if (a < 0) a = -a;
  if (b < 0) b = -b;
  if (a == 1 || b == 1) return 1;
  if (FitsWord(a) && FitsWord(b)) return GcdOf(static_cast<int64_t>(a), static_cast<int64_t>(b));
  return GcdOf(a, b);
}

// REQUIRES: `by` divides `value` and is not zero.
Int128 Quotient(Int128 value, Int128 by) {
  if (by == 1) return value;
  if (FitsWord(value) && FitsWord(by) && by > 0) return static_cast<int64_t>(value) / static_cast<int64_t>(by);
  return value / by;
}

constexpr int kMostPower = 37;
constexpr std::array<Int128, kMostPower + 1> kPowersOfTen = [] {
  std::array<Int128, kMostPower + 1> out{};
  Int128 power = 1;
  for (Int128& one : out) {
    one = power;
    if (&one != &out.back()) power *= 10;
  }
  return out;
}();

const Int128 kMin = Raw(absl::Int128Min());

// Quotient rounded down and the rest in [0, divisor). REQUIRES: divisor > 0.
void FloorDivide(Int128 value, Int128 divisor, Int128& quotient, Int128& rest) {
  quotient = value / divisor;
  rest = value % divisor;
  if (rest < 0) {
    --quotient;
    rest += divisor;
  }
}

std::string WholeToString(Int128 value) {
  if (FitsWord(value)) return absl::StrCat(static_cast<int64_t>(value));
  const bool negative = value < 0;
  std::string digits;
  do {
    const auto digit = static_cast<int>(value % 10);
    digits.push_back(static_cast<char>('0' + (negative ? -digit : digit)));
    value /= 10;
  } while (value != 0);
  if (negative) digits.push_back('-');
  std::reverse(digits.begin(), digits.end());
  return digits;
}

// Reads all of `text` as digits; nullopt for an empty text, another character, or more than 128 bits hold.
std::optional<Int128> ParseDigits(absl::string_view text, Int128 value = 0) {
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    if (__builtin_mul_overflow(value, Int128{10}, &value)) return std::nullopt;
    if (__builtin_add_overflow(value, Int128{c - '0'}, &value)) return std::nullopt;
  }
  return value;
}

}  // namespace

std::optional<Exact> Exact::Ratio(absl::int128 numerator, absl::int128 denominator) {
  Int128 n = Raw(numerator);
  Int128 d = Raw(denominator);
  if (d == 0 || n == kMin || d == kMin) return std::nullopt;
  if (d < 0) {
    n = -n;
    d = -d;
  }
  if (d != 1) {
    if (const Int128 common = Gcd(n, d); common != 1) {
      n = Quotient(n, common);
      d = Quotient(d, common);
    }
  }
  Exact out;
  out.numerator_ = n;
  out.denominator_ = d;
  return out;
}

std::optional<Exact> Exact::Parse(absl::string_view text) {
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  const size_t mark = text.find_first_of("./");
  const absl::string_view head = text.substr(0, mark);
  if (head.empty()) return std::nullopt;
  std::optional<Int128> numerator = ParseDigits(head);
  Int128 denominator = 1;
  if (mark != absl::string_view::npos) {
    const absl::string_view tail = text.substr(mark + 1);
    if (tail.empty() || !numerator) return std::nullopt;
    if (text[mark] == '/') {
      const std::optional<Int128> below = ParseDigits(tail);
      if (!below) return std::nullopt;
      denominator = *below;
    } else {
      if (tail.size() > 37) return std::nullopt;
      numerator = ParseDigits(tail, *numerator);
      for (size_t i = 0; i < tail.size(); ++i) denominator *= 10;
    }
  }
  if (!numerator) return std::nullopt;
  return Ratio(negative ? -*numerator : *numerator, denominator);
}

std::optional<Exact> Exact::PowerOfTen(int exponent) {
  if (exponent < -30 || exponent > kMostPower) return std::nullopt;
  const Int128 power = kPowersOfTen[static_cast<size_t>(exponent < 0 ? -exponent : exponent)];
  return exponent < 0 ? Ratio(1, power) : Ratio(power, 1);
}

std::optional<Exact> Exact::Plus(const Exact& other) const {
  const Int128 n1 = Raw(numerator_), d1 = Raw(denominator_);
  const Int128 n2 = Raw(other.numerator_), d2 = Raw(other.denominator_);
  Int128 left = 0, right = 0, sum = 0, below = 0;
  if (d1 == d2) {
    if (__builtin_add_overflow(n1, n2, &sum)) return std::nullopt;
    return Ratio(sum, d1);
  }
  const Int128 common = Gcd(d1, d2);
  if (__builtin_mul_overflow(n1, Quotient(d2, common), &left) ||
      __builtin_mul_overflow(n2, Quotient(d1, common), &right) || __builtin_add_overflow(left, right, &sum) ||
      __builtin_mul_overflow(d1, Quotient(d2, common), &below)) {
    return std::nullopt;
  }
  return Ratio(sum, below);
}

std::optional<Exact> Exact::Minus(const Exact& other) const { return Plus(other.Negated()); }

std::optional<Exact> Exact::Times(const Exact& other) const {
  const Int128 n1 = Raw(numerator_), d1 = Raw(denominator_);
  const Int128 n2 = Raw(other.numerator_), d2 = Raw(other.denominator_);
  if (n1 == 0 || n2 == 0) return Exact();
  if (d1 == 1 && d2 == 1) {
    Int128 product = 0;
    if (__builtin_mul_overflow(n1, n2, &product)) return std::nullopt;
    return Ratio(product, 1);
  }
  // Reducing crosswise keeps the product as small as it can be, and in lowest terms.
  const Int128 a = Gcd(n1, d2), b = Gcd(n2, d1);
  Int128 above = 0, below = 0;
  if (__builtin_mul_overflow(Quotient(n1, a), Quotient(n2, b), &above) ||
      __builtin_mul_overflow(Quotient(d1, b), Quotient(d2, a), &below) || above == kMin || below == kMin) {
    return std::nullopt;
  }
  Exact out;
  out.numerator_ = above;
  out.denominator_ = below;
  return out;
}

std::optional<Exact> Exact::DividedBy(const Exact& other) const {
  const std::optional<Exact> inverse = Ratio(other.denominator_, other.numerator_);
  return inverse ? Times(*inverse) : std::nullopt;
}

Exact Exact::Negated() const {
  Exact out = *this;
  out.numerator_ = -out.numerator_;  // Ratio lets no Int128Min in
  return out;
}

Exact Exact::Absolute() const { return numerator_ < 0 ? Negated() : *this; }

std::string Exact::ToString() const {
  const Int128 d = Raw(denominator_);
  if (d == 1) return WholeToString(Raw(numerator_));
  Int128 rest = d;
  while (rest % 2 == 0) rest /= 2;
  while (rest % 5 == 0) rest /= 5;
  if (rest != 1 || d > kMin / -10) {
    return absl::StrCat(WholeToString(Raw(numerator_)), "/", WholeToString(d));
  }
  Int128 n = Raw(numerator_);
  std::string out = n < 0 ? "-" : "";
  if (n < 0) n = -n;
  absl::StrAppend(&out, WholeToString(n / d), ".");
  for (n %= d; n != 0; n %= d) {
    n *= 10;
    out.push_back(static_cast<char>('0' + static_cast<int>(n / d)));
  }
  return out;
}

double Exact::ToDouble() const {
  const Int128 n = Raw(numerator_), d = Raw(denominator_);
  if (FitsWord(n) && FitsWord(d))
    return static_cast<double>(static_cast<int64_t>(n)) / static_cast<double>(static_cast<int64_t>(d));
  return static_cast<double>(n) / static_cast<double>(d);
}

std::strong_ordering operator<=>(const Exact& a, const Exact& b) {
  if (a.denominator_ == b.denominator_) {
    const Int128 left = Raw(a.numerator_), right = Raw(b.numerator_);
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
  }
  Int128 n1 = Raw(a.numerator_), d1 = Raw(a.denominator_);
  Int128 n2 = Raw(b.numerator_), d2 = Raw(b.denominator_);
  if (FitsWord(n1) && FitsWord(d1) && FitsWord(n2) && FitsWord(d2)) {
    const Int128 left = n1 * d2, right = n2 * d1;
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
  }
  // The continued fractions side by side: no product, so nothing can overflow.
  for (;;) {
    Int128 q1 = 0, r1 = 0, q2 = 0, r2 = 0;
    FloorDivide(n1, d1, q1, r1);
    FloorDivide(n2, d2, q2, r2);
    if (q1 != q2) return q1 < q2 ? std::strong_ordering::less : std::strong_ordering::greater;
    if (r1 == 0 || r2 == 0) {
      if (r1 == r2) return std::strong_ordering::equal;
      return r1 == 0 ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    // r1/d1 < r2/d2 exactly where d2/r2 < d1/r1.
    n1 = d2;
    n2 = std::exchange(d1, r2);
    d2 = r1;
  }
}

}  // namespace crosscheck
