#ifndef CROSSCHECK_REPORT_VALUE_BOUNDS_H_
#define CROSSCHECK_REPORT_VALUE_BOUNDS_H_

#include <optional>
#include <string>

#include "crosscheck/value.h"

namespace crosscheck {

// A bound of a value as reports write it: an exact decimal ("4450000000"), an ISO day for dates, "" for an open end.
std::string BoundText(ValueKind kind, const std::optional<Exact>& bound);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_VALUE_BOUNDS_H_
