#include "crosscheck/value.h"

namespace crosscheck {

absl::string_view ModifierName(Modifier) { return "exact"; }

}  // namespace crosscheck
