#ifndef CROSSCHECK_CLI_DRAFT_PROGRESS_H_
#define CROSSCHECK_CLI_DRAFT_PROGRESS_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "crosscheck/report.h"

namespace crosscheck {

// How far a draft has come since an earlier report on it (`--format json`), in words, one line each: "5 changes to
// make, 8 before", then the findings of the earlier list of changes that are gone ("fixed: …") and those that only the
// present list has ("new: …"), each in the order of its report. Findings are told apart by their fingerprints. A
// finding that is still reported, though no change of the list is for it, is not fixed.
// kInvalidArgument where `earlier` is no such report.
absl::StatusOr<std::string> ProgressSince(absl::string_view earlier, const Report& report);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_DRAFT_PROGRESS_H_
