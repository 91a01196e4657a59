#ifndef CROSSCHECK_MATCH_NAME_FILTER_H_
#define CROSSCHECK_MATCH_NAME_FILTER_H_

#include <functional>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

// Whether the regular expression matches somewhere in a name. kInvalidArgument, with RE2's reason, where it is none.
absl::StatusOr<std::function<bool(absl::string_view)>> CompileNameFilter(absl::string_view expression);

}  // namespace crosscheck

#endif  // CROSSCHECK_MATCH_NAME_FILTER_H_
