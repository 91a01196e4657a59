#include "compare/open_values.h"

#include <algorithm>

#include "claim/measure.h"
#include "compare/likeness.h"
#include "compare/pair_features.h"

namespace crosscheck {

namespace {

// Whether a value stands in the part of its document that a side is.
bool IsIn(const ValueMention& value, const ValueText& text, Part part) {
  if (part == Part::kWhole) return true;
  const Zone zone = text.document->sentences[value.sentence].zone;
  return (zone == Zone::kTitle || zone == Zone::kDek || zone == Zone::kCaption) == (part == Part::kHead);
}

bool IsAmount(const Value& value) {
  return value.kind == ValueKind::kMoney || value.kind == ValueKind::kNumber || value.kind == ValueKind::kPercent ||
         value.kind == ValueKind::kQuantity || value.kind == ValueKind::kDuration || value.kind == ValueKind::kAge;
}

// A figure that is the same in two texts is the same thing's, even where one has no unit.
bool IsTelling(const Value& value) {
  return !value.is_fraction && value.low && (!value.low->is_integer() || *value.low >= Exact(100));
}

// "5.91" where the other has "5.91 metres", "down 7.4" where it has "7.4 percent". REQUIRES: IsTelling(a).
bool IsWithoutItsUnit(const Value& a, const Value& b) {
  return IsBareNumber(a) != IsBareNumber(b) && !b.is_fraction && a.low == b.low && a.high == b.high;
}

// "18 June", where the other has "the 18th".
bool IsDayOfSomeMonth(const Value& value, const Value& other) {
  return value.kind == ValueKind::kDate && other.kind == ValueKind::kDate && other.parts.month == 0 &&
         other.parts.day != 0 && value.parts.day == other.parts.day;
}

// £148,000 does not round to the £150,000 of an estimate that its own text has too.
bool IsTaken(const Value& other, const Value& value, const Side& own) {
  if (value.kind == ValueKind::kDate || value.kind == ValueKind::kTime || value.kind != other.kind ||
      value.unit != other.unit)
    return false;
  if (value.modifier != Modifier::kExact || other.modifier != Modifier::kExact || value.low == other.low ||
      other.step <= value.step)
    return false;
  const std::vector<ValueMention>& values = own.text->document->values;
  return std::any_of(values.begin(), values.end(), [&](const ValueMention& mine) {
    const Value& own_value = mine.mention.value;
    return own_value.kind == other.kind && own_value.unit == other.unit && own_value.low == other.low &&
           own_value.high == other.high;
  });
}

// By words beside both figures, not by some word of the clause.
bool IsOfOtherMeasure(const Measure& a, const Measure& b) {
  return std::min(a.strength, b.strength) >= 3 && FitOf(a, b) == MeasureFit::kOther;
}

}  // namespace

bool NeverMeet(const Value& a, const Value& b) {
  if (a.kind == b.kind) {
    return a.unit != b.unit && a.kind != ValueKind::kQuantity && a.kind != ValueKind::kDuration &&
           a.kind != ValueKind::kDate && a.kind != ValueKind::kTime && a.kind != ValueKind::kScore;
  }
  const auto either = [&](ValueKind x, ValueKind y) {
    return (a.kind == x && b.kind == y) || (a.kind == y && b.kind == x);
  };
  return !either(ValueKind::kNumber, ValueKind::kPercent) && !either(ValueKind::kPercent, ValueKind::kPoints);
}

bool IsOfPart(const ValueMention& value, const ValueText& text, Part part) {
  return part == Part::kWhole || (IsAmount(value.mention.value) && IsIn(value, text, part));
}

Side SideOf(ValueText& text, Part part) {
  Side side;
  side.text = &text;
  side.part = part;
  if (part == Part::kWhole) {
    side.values = text.wanted;
    side.of_kind = text.wanted_of;
    return side;
  }
  side.part_of_kind.resize(text.wanted_of.size());
  for (const ValueMention* value : text.wanted) {
    if (!IsOfPart(*value, text, part)) continue;
    side.part_values.push_back(value);
    ++side.part_of_kind[text.KindOf(*value)];
  }
  side.values = side.part_values;
  side.of_kind = side.part_of_kind;
  return side;
}

const ValueMention* SameFinder::Find(const ValueMention& value, const Side& own, const Side& other) {
  const ValueMention* found = nullptr;
  const ValueText& text = *other.text;
  // Gives true where no more need be looked at.
  const auto take = [&](const ValueMention& candidate, const auto& is) {
    if ((found != nullptr && found < &candidate) || !IsIn(candidate, text, other.part) || !is(candidate)) return false;
    found = &candidate;
    return !first_;
  };
  const auto take_same = [&](const ValueMention& candidate) {
    return take(candidate, [&](const ValueMention& it) { return IsTheSame(value, it, own, other); });
  };
  const auto take_without_unit = [&](const ValueMention& candidate) {
    return take(candidate,
                [&](const ValueMention& it) { return IsWithoutItsUnit(value.mention.value, it.mention.value); });
  };
  const uint32_t kind = own.text->KindOf(value);
  for (const auto& [other_kind, values] : text.groups[GroupOf(value.mention.value.kind)]) {
    if (other_kind != kind && NeverMeet(value.mention.value, values.front())) continue;
    // Two of one kind and unit that lie far apart are not the same; of other units a factor has to be known first.
    const Reach reach = other_kind == kind ? value.reach : Reach();
    if (values.Any(reach, take_same)) return found;
  }
  if (!IsTelling(value.mention.value)) return found;
  if (!IsBareNumber(value.mention.value)) {
    for (const ValueMention* bare : text.bare) {
      if (take_without_unit(*bare)) return found;
    }
    return found;
  }
  for (const auto& group : text.groups) {
    for (const auto& [ignored, values] : group) {
      if (values.Any(Reach(), take_without_unit)) return found;
    }
  }
  return found;
}

bool SameFinder::IsTheSame(const ValueMention& value, const ValueMention& other, const Side& own, const Side& side) {
  ++held_;
  if (IsDayOfSomeMonth(value.mention.value, other.mention.value)) return true;
  if (!texts_.Agree(*own.text, value, *side.text, other)) return false;
  if (IsTaken(other.mention.value, value.mention.value, own)) return false;
  if (value.mention.value.kind == ValueKind::kDate && !IsWanted(other, side)) return false;
  if (IsOfOtherMeasure(value.frame.measure, other.frame.measure)) return false;
  if (!IsSmallCount(value.mention.value)) return true;
  constexpr double kAlike = 0.2;
  return value.frame.head == other.frame.head ||
         MeasureLikeness(analysis_, texts_.SurroundingsOf(*own.text, value), texts_.SurroundingsOf(*side.text, other))
                 .Total() >= kAlike;
}

bool SameFinder::IsWanted(const ValueMention& value, const Side& side) const {
  return texts_.IsOfKind(value) && ValueTexts::LeftOut(*side.text->document, value).empty();
}

}  // namespace crosscheck
