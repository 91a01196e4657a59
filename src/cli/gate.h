#ifndef CROSSCHECK_CLI_GATE_H_
#define CROSSCHECK_CLI_GATE_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "cli/check_run.h"
#include "crosscheck/report.h"
#include "finding/baseline.h"
#include "rule/gate_files.h"
#include "rule/rule_set.h"

// The files in which people say which findings may stand: found, read, and applied to a report.
namespace crosscheck {

inline constexpr char kBaselineName[] = "crosscheck-baseline.yaml";
inline constexpr char kWaiversName[] = "crosscheck-waivers.yaml";
inline constexpr char kReviewsName[] = "crosscheck-reviews.yaml";

// What a file at `path` calls the documents of a report.
DocumentNames NamesFrom(const std::string& path, const Report& report);

// Each says on `err` what is wrong, and returns kExitUsage then. A file that the options name must exist; one beside a
// draft (`folders`) need not.
int ApplyWaiverFiles(const GateOptions& options, const std::vector<std::string>& folders, const RuleSet& rules,
                     absl::CivilDay today, Report& report, std::ostream& err);
int ApplyReviewFiles(const GateOptions& options, const std::vector<std::string>& folders, Report& report,
                     std::ostream& err);
int ApplyBaselineFile(const std::string& path, Report& report, std::ostream& err);

// The entries of a baseline or of reviews. Not OK, with every mistake said on `err`, where the file is missing
// (kNotFound) or wrong.
absl::StatusOr<std::vector<BaselineEntry>> ReadBaseline(const std::string& path, std::ostream& err);
absl::StatusOr<std::vector<ReviewEntry>> ReadReviews(const std::string& path, std::ostream& err);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_GATE_H_
