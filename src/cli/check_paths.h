#ifndef CROSSCHECK_CLI_CHECK_PATHS_H_
#define CROSSCHECK_CLI_CHECK_PATHS_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/check_run.h"
#include "cli/settings.h"

namespace crosscheck {

// What came of checking all that a command line names.
struct Checked {
  std::shared_ptr<const RuleSet> rules;  // null: they are so wrong that nothing was checked
  Report report;                         // of all dossiers, one behind the other; waived, reviewed, not yet baselined
  std::vector<std::string> folders;      // where each dossier's draft is, sorted, each once
  absl::CivilDay today;                  // of the run
  int exit_code = 0;                     // of rules, manifests, waivers, documents; findings not counted
};

// Reads rules, documents, waivers and reviews, and checks. What is wrong is said on `streams.err`.
Checked CheckAll(const Settings& settings, const CliStreams& streams);

// `day`, or today in UTC for "". nullopt for a day that does not exist, which is said.
std::optional<absl::CivilDay> DayOfRun(const std::string& day, const CliStreams& streams);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_CHECK_PATHS_H_
