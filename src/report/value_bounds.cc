#include "report/value_bounds.h"

#include "absl/numeric/int128.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"

namespace crosscheck {

std::string BoundText(ValueKind kind, const std::optional<Exact>& bound) {
  if (!bound.has_value()) return "";
  if (kind == ValueKind::kDate && bound->is_integer()) {
    const absl::CivilDay day = absl::CivilDay(1970, 1, 1) + static_cast<int64_t>(bound->numerator());
    return absl::StrFormat("%04d-%02d-%02d", day.year(), day.month(), day.day());  // ISO 8601: four digits of the year
  }
  return bound->ToString();
}

}  // namespace crosscheck
