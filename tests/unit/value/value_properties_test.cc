// What holds of every value, tried on many.
#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "value/compare_values.h"
#include "value/mention.h"
#include "value/print_value.h"
#include "value/units.h"

namespace crosscheck {
namespace {

// The same numbers on every machine and in every run (Knuth's MMIX constants).
class Numbers {
 public:
  uint64_t Below(uint64_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 33U) % limit;
  }
  // Up to `digits` digits before the point and up to `decimals` behind it; above zero.
  Exact Figure(int digits, int decimals) {
    uint64_t limit = 1;
    for (uint64_t i = Below(static_cast<uint64_t>(digits)) + 1; i > 0; --i) limit *= 10;
    const auto whole = static_cast<int64_t>(Below(limit)) + 1;
    const int behind = static_cast<int>(Below(static_cast<uint64_t>(decimals) + 1));
    return Exact(whole).Times(*Exact::PowerOfTen(-behind)).value_or(Exact(whole));
  }

 private:
  uint64_t state_ = 20240229;
};

Value MakeValue(ValueKind kind, absl::string_view unit, const Exact& low, const Exact& high, Modifier modifier) {
  Value value;
  value.kind = kind;
  value.unit = std::string(unit.data(), unit.size());
  value.low = low;
  value.high = high;
  value.modifier = modifier;
  return value;
}

struct KindRow {
  ValueKind kind;
  const char* unit;
  int digits;
  int decimals;
};
constexpr KindRow kKinds[] = {
    {ValueKind::kMoney, "USD", 12, 2},
    {ValueKind::kMoney, "GBP", 9, 2},
    {ValueKind::kMoney, "JPY", 14, 0},
    {ValueKind::kMoney, "krone", 6, 2},
    {ValueKind::kNumber, "", 12, 3},
    {ValueKind::kPercent, "percent", 3, 3},
    {ValueKind::kPoints, "percentage point", 2, 2},
    {ValueKind::kQuantity, "kilometre", 6, 2},
    {ValueKind::kQuantity, "tonne", 9, 1},
    {ValueKind::kQuantity, "square foot", 5, 1},
    {ValueKind::kQuantity, "mile per hour", 3, 1},
    {ValueKind::kQuantity, "degree Celsius", 2, 1},
    {ValueKind::kQuantity, "megawatt hour", 4, 2},
    {ValueKind::kAge, "year", 2, 0},
    {ValueKind::kAge, "month", 2, 0},
};
constexpr Modifier kModifiers[] = {Modifier::kExact, Modifier::kApprox, Modifier::kApproxBelow, Modifier::kApproxAbove,
                                   Modifier::kLower, Modifier::kAbove,  Modifier::kUpper,       Modifier::kBelow};

void CheckReadsBack(const Value& value) {
  const std::string text = PrintValue(value);
  CAPTURE(text);
  const std::vector<Mention> mentions = ReadMentions(text, {});
  REQUIRE(mentions.size() == 1);
  const Value& read = mentions[0].value;
  CHECK(read.kind == value.kind);
  CHECK(read.unit == value.unit);
  CHECK(read.modifier == value.modifier);
  CHECK(read.low == value.low);
  CHECK(read.high == value.high);
  CHECK(mentions[0].phrase.begin == 0);
  CHECK(mentions[0].phrase.end == text.size());
}

TEST_CASE("Reading what was printed gives the same value") {
  Numbers numbers;
  for (const KindRow& row : kKinds) {
    for (int i = 0; i < 200; ++i) {
      const Exact figure = numbers.Figure(row.digits, row.decimals);
      if (row.kind == ValueKind::kAge && figure > Exact(99)) continue;
      CheckReadsBack(MakeValue(row.kind, row.unit, figure, figure, kModifiers[numbers.Below(std::size(kModifiers))]));
      const Exact more = figure.Plus(numbers.Figure(row.digits, 0)).value_or(figure);
      if (row.kind == ValueKind::kAge && more > Exact(99)) continue;
      CheckReadsBack(MakeValue(row.kind, row.unit, figure, more, Modifier::kExact));
    }
  }
  for (int64_t rank = 1; rank <= 1200; ++rank) {
    CheckReadsBack(MakeValue(ValueKind::kOrdinal, "", rank, rank, Modifier::kExact));
  }
  for (int64_t low = 1; low < 20; ++low) {
    for (int64_t high = 0; high < low; ++high) {
      CheckReadsBack(MakeValue(ValueKind::kScore, "", low, high, Modifier::kExact));
    }
  }
}

TEST_CASE("Every unit is read by its own name, in one and in many") {
  for (const std::string& name : UnitNames()) {
    CAPTURE(name);
    // Money and a place to drink are meant more often.
    if (name == "pound" || name == "bar") continue;
    CheckReadsBack(MakeValue(ValueKind::kQuantity, name, 7, 7, Modifier::kExact));
    CheckReadsBack(MakeValue(ValueKind::kQuantity, name, 1, 1, Modifier::kExact));
  }
}

Value ReadOne(const std::string& text) {
  CAPTURE(text);
  const std::vector<Mention> mentions = ReadMentions(text, {});
  REQUIRE(mentions.size() == 1);
  return mentions[0].value;
}

TEST_CASE("Comparing is reflexive and symmetric for values of every kind") {
  Numbers numbers;
  std::vector<Value> values;
  for (const KindRow& row : kKinds) {
    for (int i = 0; i < 24; ++i) {
      const Exact figure = numbers.Figure(2, row.decimals);
      Value value = MakeValue(row.kind, row.unit, figure, figure, kModifiers[numbers.Below(std::size(kModifiers))]);
      if (i % 5 == 0) value.high = figure.Plus(Exact(3));
      value.step = *Exact::PowerOfTen(-static_cast<int>(numbers.Below(3)));
      values.push_back(std::move(value));
    }
  }
  for (const Value& a : values) {
    CAPTURE(PrintValue(a));
    CHECK(CompareValues(a, a).agreement == Agreement::kConsistent);
    for (const Value& b : values) {
      const ValueComparison there = CompareValues(a, b);
      const ValueComparison back = CompareValues(b, a);
      CAPTURE(PrintValue(b));
      CHECK(there.agreement == back.agreement);
      CHECK(there.hint == back.hint);
      CHECK(AgreementOf(a, b) == there.agreement);
      CHECK(CompareWithoutWords(a, b).hint == there.hint);
    }
  }
}

TEST_CASE("Two values of one kind and unit agree only where their reaches meet") {
  Numbers numbers;
  for (const KindRow& row : kKinds) {
    std::vector<Value> values;
    for (int i = 0; i < 80; ++i) {
      const Exact figure = i % 7 == 0 ? numbers.Figure(2, row.decimals).Negated() : numbers.Figure(2, row.decimals);
      Value value = MakeValue(row.kind, row.unit, figure, figure, kModifiers[numbers.Below(std::size(kModifiers))]);
      if (i % 3 != 0) value.modifier = Modifier::kExact;
      if (i % 5 == 0) value.high = figure.Plus(Exact(3));
      value.step = *Exact::PowerOfTen(2 - static_cast<int>(numbers.Below(5)));
      values.push_back(std::move(value));
    }
    for (const Value& a : values) {
      for (const Value& b : values) {
        CAPTURE(PrintValue(a));
        CAPTURE(PrintValue(b));
        CHECK((AgreementOf(a, b) != Agreement::kConsistent || ReachOf(a).Meets(ReachOf(b))));
      }
    }
  }
}

TEST_CASE("Figures far from one another have reaches that do not meet") {
  const Value one = MakeValue(ValueKind::kMoney, "USD", 45, 45, Modifier::kExact);
  const Value other = MakeValue(ValueKind::kMoney, "USD", 54, 54, Modifier::kApprox);
  const Value bound = MakeValue(ValueKind::kMoney, "USD", 10, 10, Modifier::kLower);
  CHECK_FALSE(ReachOf(one).Meets(ReachOf(other)));
  CHECK(ReachOf(one).Meets(ReachOf(bound)));
}

// `figure` to the nearest multiple of `step`, halves up; or the multiple below it.
Exact Rounded(const Exact& figure, const Exact& step, bool cut) {
  const Exact steps =
      figure.DividedBy(step).value_or(Exact()).Plus(cut ? Exact(0) : *Exact::Ratio(1, 2)).value_or(Exact());
  return Exact::Ratio(steps.numerator() / steps.denominator(), 1)->Times(step).value_or(Exact());
}

TEST_CASE("A value agrees with its own rounding at every digit, and with its beginning") {
  Numbers numbers;
  for (const KindRow& row : kKinds) {
    if (row.kind == ValueKind::kAge) continue;  // an age is told in whole years
    for (int i = 0; i < 40; ++i) {
      const Exact figure = numbers.Figure(row.digits, row.decimals);
      const Value value = ReadOne(PrintValue(MakeValue(row.kind, row.unit, figure, figure, Modifier::kExact)));
      for (int power = -row.decimals; power < row.digits; ++power) {
        const Exact step = *Exact::PowerOfTen(power);
        for (const bool cut : {false, true}) {
          const Exact coarse = Rounded(figure, step, cut);
          // Two digits at the least are left when it is rounded, three when it is cut.
          if (coarse < step.Times(Exact(cut ? 100 : 10)).value_or(coarse)) continue;
          const Value rounded = ReadOne(PrintValue(MakeValue(row.kind, row.unit, coarse, coarse, Modifier::kExact)));
          CAPTURE(PrintValue(value));
          CAPTURE(PrintValue(rounded));
          CHECK(CompareValues(value, rounded).agreement == Agreement::kConsistent);
        }
      }
    }
  }
}

}  // namespace
}  // namespace crosscheck
