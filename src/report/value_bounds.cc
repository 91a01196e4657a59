#include "report/value_bounds.h"

#include "absl/numeric/int128.h"
#include "absl/time/civil_time.h"

namespace crosscheck {

std::string BoundText(ValueKind kind, const std::optional<Exact>& bound) {
  if (!bound.has_value()) return "";
  if (kind == ValueKind::kDate && bound->is_integer()) {
    return absl::FormatCivilTime(absl::CivilDay(1970, 1, 1) + static_cast<int64_t>(bound->numerator()));
  }
  return bound->ToString();
}

}  // namespace crosscheck
