#include "value/date_compare.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "value/calendar.h"

namespace crosscheck {
namespace {

ValueComparison Say(Agreement agreement, ValueHint hint, const char* reason) { return {agreement, hint, reason}; }

// Days from `low` to `high`; an end that is open is a day that no text names.
struct Days {
  int64_t low = INT64_MIN / 2;
  int64_t high = INT64_MAX / 2;
  bool Meets(const Days& other) const { return low < other.high && other.low < high; }
};

int64_t Whole(const Exact& days) { return static_cast<int64_t>(days.numerator() / days.denominator()); }

Days Allowed(const Value& value) {
  Days days;
  const int64_t room = Whole(value.step);
  if (value.low) days.low = Whole(*value.low) - (value.modifier == Modifier::kApprox ? room : 0);
  if (value.high) days.high = Whole(*value.high) + room;
  return days;
}

bool IsOpen(const Value& value) { return value.low.has_value() != value.high.has_value(); }
bool IsResolved(const Value& value) { return value.low.has_value() || value.high.has_value(); }

// A feast that no calendar here places: by its name, where both say the year or neither does.
ValueComparison CompareNames(const Value& a, const Value& b) {
  if (a.noun.empty() || b.noun.empty() || a.parts.year != b.parts.year || a.parts.relative || b.parts.relative) {
    return Say(Agreement::kIncomparable, ValueHint::kNone, "a named day that cannot be placed");
  }
  if (a.noun == b.noun) return Say(Agreement::kConsistent, ValueHint::kSame, "the same named day");
  return Say(Agreement::kContradictory, ValueHint::kNone, "two named days");
}

// Unresolved dates by what their words say.
ValueComparison CompareWords(const Value& a, const Value& b) {
  const DateParts& x = a.parts;
  const DateParts& y = b.parts;
  const auto differ = [](int left, int right) { return left != 0 && right != 0 && left != right; };
  if (a.modifier != b.modifier) return Say(Agreement::kIncomparable, ValueHint::kNone, "a bound that cannot be placed");
  if (differ(x.year, y.year) && !x.relative && !y.relative) {
    return Say(Agreement::kContradictory, ValueHint::kNone, "two years");
  }
  if (!a.noun.empty() || !b.noun.empty()) return CompareNames(a, b);
  if (a.granularity == b.granularity && differ(x.part, y.part)) {
    return Say(Agreement::kContradictory, ValueHint::kNone, "two parts of a year");
  }
  if (differ(x.month, y.month)) return Say(Agreement::kContradictory, ValueHint::kNone, "two months");
  if (x.month != 0 && y.month != 0) {
    if (differ(x.day, y.day)) return Say(Agreement::kContradictory, ValueHint::kNone, "two days of a month");
    return Say(Agreement::kConsistent, ValueHint::kSame, "the same day or month");
  }
  const bool same_part = a.granularity == b.granularity && x.part == y.part && x.year == y.year && x.year != 0;
  if (same_part && !x.relative && !y.relative) return Say(Agreement::kConsistent, ValueHint::kSame, "the same period");
  return Say(Agreement::kIncomparable, ValueHint::kNone, "a date that cannot be placed");
}

// The period at the open date's end that is said: "since August 2024" begins in August.
Days NamedEnd(const Value& open) {
  const int64_t day = open.low ? Whole(*open.low) : Whole(*open.high) - 1;
  const DayInterval period = PeriodAround(DayAt(day), open.granularity, 0);
  return {period.low, period.high};
}

// Two bounds: only two beginnings can exclude each other.
ValueComparison CompareBounds(const Value& a, const Value& b) {
  if (a.modifier == Modifier::kLower && b.modifier == Modifier::kLower) {
    if (NamedEnd(a).Meets(NamedEnd(b))) return Say(Agreement::kConsistent, ValueHint::kSame, "the same beginning");
    return Say(Agreement::kContradictory, ValueHint::kNone, "two beginnings");
  }
  if (a.low == b.low && a.high == b.high) return Say(Agreement::kConsistent, ValueHint::kSame, "the same bound");
  if (Allowed(a).Meets(Allowed(b)))
    return Say(Agreement::kIncomparable, ValueHint::kNone, "two bounds that both leave room");
  return Say(Agreement::kContradictory, ValueHint::kWrongSide, "the days do not meet");
}

ValueComparison CompareWithBound(const Value& open, const Value& closed) {
  if (!Allowed(open).Meets(Allowed(closed))) {
    return Say(Agreement::kContradictory, ValueHint::kWrongSide, "on the wrong side of the bound");
  }
  // What has been so since August may be told of any day after it.
  if (open.modifier == Modifier::kLower && !NamedEnd(open).Meets(Allowed(closed))) {
    return Say(Agreement::kIncomparable, ValueHint::kNone, "far inside the bound, which says little of it");
  }
  return Say(Agreement::kConsistent, ValueHint::kInRange, "within the bound");
}

}  // namespace

ValueComparison CompareDateValues(const Value& a, const Value& b) {
  if (a.unit != b.unit) {
    return Say(Agreement::kIncomparable, ValueHint::kOtherUnit, "a fiscal period and the calendar");
  }
  if (!IsResolved(a) || !IsResolved(b)) return CompareWords(a, b);
  if (IsOpen(a) && IsOpen(b)) return CompareBounds(a, b);
  if (IsOpen(a)) return CompareWithBound(a, b);
  if (IsOpen(b)) return CompareWithBound(b, a);
  if (a.low == b.low && a.high == b.high) return Say(Agreement::kConsistent, ValueHint::kSame, "the same days");
  // A year that neither wording has was guessed from the tense; the day and month were written.
  const DateParts& x = a.parts;
  const DateParts& y = b.parts;
  if (x.year == 0 && y.year == 0 && x.month != 0 && x.month == y.month && x.day != 0 && x.day == y.day) {
    return Say(Agreement::kConsistent, ValueHint::kSame, "the same day of the year");
  }
  if (!Allowed(a).Meets(Allowed(b))) return Say(Agreement::kContradictory, ValueHint::kNone, "the days do not meet");
  return Say(Agreement::kConsistent, ValueHint::kInRange, "one holds days of the other");
}

}  // namespace crosscheck
