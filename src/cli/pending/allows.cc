#include "value/compare_values.h"

namespace crosscheck {

AllowedRange Allows(const Value& value) { return {value.low, value.high, false, false}; }

}  // namespace crosscheck
