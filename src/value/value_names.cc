#include "crosscheck/value.h"

namespace crosscheck {

absl::string_view ValueKindName(ValueKind kind) {
  switch (kind) {
    case ValueKind::kMoney:
      return "money";
    case ValueKind::kNumber:
      return "number";
    case ValueKind::kPercent:
      return "percent";
    case ValueKind::kPoints:
      return "points";
    case ValueKind::kOrdinal:
      return "ordinal";
    case ValueKind::kQuantity:
      return "quantity";
    case ValueKind::kDate:
      return "date";
    case ValueKind::kDuration:
      return "duration";
    case ValueKind::kAge:
      return "age";
    case ValueKind::kTime:
      return "time";
    case ValueKind::kScore:
      return "score";
  }
  return "";
}

absl::string_view ModifierName(Modifier modifier) {
  switch (modifier) {
    case Modifier::kExact:
      return "exact";
    case Modifier::kApprox:
      return "approx";
    case Modifier::kApproxBelow:
      return "approx_below";
    case Modifier::kApproxAbove:
      return "approx_above";
    case Modifier::kLower:
      return "lower";
    case Modifier::kAbove:
      return "above";
    case Modifier::kUpper:
      return "upper";
    case Modifier::kBelow:
      return "below";
    case Modifier::kVague:
      return "vague";
  }
  return "";
}

}  // namespace crosscheck
