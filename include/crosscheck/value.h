#ifndef CROSSCHECK_VALUE_H_
#define CROSSCHECK_VALUE_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/numeric/int128.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

// An exact rational number: numerator / denominator in lowest terms, denominator > 0, both within 128 bits.
// Every operation that could leave that range gives nullopt instead. Never a binary float.
class Exact {
 public:
  constexpr Exact() = default;
  constexpr Exact(int64_t whole) : numerator_(whole) {}  // NOLINT: a whole number is a number
  static std::optional<Exact> Ratio(absl::int128 numerator, absl::int128 denominator);
  // "15000000000", "-3.2", "1/3"; nullopt for anything else. No grouping, no exponent.
  static std::optional<Exact> Parse(absl::string_view text);
  static std::optional<Exact> PowerOfTen(int exponent);  // exponent in [-30, 37]

  absl::int128 numerator() const { return numerator_; }
  absl::int128 denominator() const { return denominator_; }
  bool is_integer() const { return denominator_ == 1; }

  std::optional<Exact> Plus(const Exact& other) const;
  std::optional<Exact> Minus(const Exact& other) const;
  std::optional<Exact> Times(const Exact& other) const;
  std::optional<Exact> DividedBy(const Exact& other) const;  // nullopt for zero
  Exact Negated() const;
  Exact Absolute() const;

  // The shortest exact decimal ("4500000000", "-3.2"), else "n/d" where no finite decimal exists.
  std::string ToString() const;
  double ToDouble() const;  // for likeness and display only, never for a verdict

  friend bool operator==(const Exact&, const Exact&) = default;
  friend std::strong_ordering operator<=>(const Exact& a, const Exact& b);  // exact, never overflows

 private:
  absl::int128 numerator_ = 0;
  absl::int128 denominator_ = 1;
};

enum class ValueKind : uint8_t {
  kMoney,
  kNumber,  // a count or bare number; fractions and "one in five" too
  kPercent,
  kPoints,  // percentage points and basis points; in percentage points
  kOrdinal,
  kQuantity,  // with a unit
  kDate,      // half-open [low, high) of days since 1970-01-01
  kDuration,  // in seconds
  kAge,       // in years unless `unit` says otherwise
  kTime,      // clock time, in minutes since midnight
  kScore,     // 5-4, 52 to 48: low is the first number, high the second; never arithmetic
};
absl::string_view ValueKindName(ValueKind kind);  // "money", "number", …

// How the wording relates the stated figure to the true one.
enum class Modifier : uint8_t {
  kExact,
  kApprox,       // about, some, roughly, around
  kApproxBelow,  // nearly, almost, just under: a little less
  kApproxAbove,  // just over: a little more
  kLower,        // at least: the figure or more
  kAbove,        // more than, over: more than the figure
  kUpper,        // up to, at most, as many as, no more than: the figure or less
  kBelow,        // under, less than, fewer than
  kVague,        // hundreds of, several, a few
};
absl::string_view ModifierName(Modifier modifier);  // "exact", "approx", "approx_below", "lower", …

enum class Granularity : uint8_t {
  kNone,
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kHalf,
  kSeason,
  kYear,
  kDecade,
  kCentury,
  kOther
};

// What a date wording says in so many words, before it was resolved. 0 (or -1) = not said.
struct DateParts {
  int16_t year = 0;
  int8_t month = 0;       // 1..12
  int8_t day = 0;         // 1..31
  int8_t weekday = -1;    // 0 = Monday … 6 = Sunday
  int8_t part = 0;        // quarter 1..4, half 1..2, season 1 (spring)..4, by the granularity
  bool relative = false;  // "yesterday", "last month", "earlier this week"
};

// The set of true values that a wording allows, and how it was worded. A plain value.
struct Value {
  ValueKind kind = ValueKind::kNumber;
  // As stated, before any widening, in `unit`: a point has low == high; an open end, and a date that could not
  // be resolved, is nullopt.
  std::optional<Exact> low;
  std::optional<Exact> high;
  // The place value of the last written digit that counts: "$4.5 billion" 100000000, "1,200" 100, "31" 1,
  // "0.50" 1/100. 0 where the wording leaves no rounding (ordinals, fractions such as "half").
  // Of dates: the days after `high` that may be meant too ("between May and July", "until Friday"); with kApprox the
  // days on either side ("two weeks ago"); else 0.
  Exact step;
  Modifier modifier = Modifier::kExact;
  std::string unit;      // ISO 4217 for money; canonical unit name ("kilometre"); "" for none
  std::string per;       // "share", "hour": what it is a rate of; "" for none
  std::string noun;      // head of the counted or ranked noun, folded, as written ("people", "trip"); "" for none.
                         // Of dates: the name of a feast that cannot be placed ("eid al-adha"), one for all its names
  int8_t direction = 0;  // -1 where the wording is a fall or a loss, +1 a rise or a gain, 0 unsaid
  bool is_fraction = false;                      // "two-thirds", "one in five"
  bool half_unsaid = false;                      // clock times: "twenty past nine", in the morning or the evening
  Granularity granularity = Granularity::kNone;  // dates
  DateParts parts;                               // dates
};

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_H_
