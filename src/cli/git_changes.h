#ifndef CROSSCHECK_CLI_GIT_CHANGES_H_
#define CROSSCHECK_CLI_GIT_CHANGES_H_

#include <set>
#include <string>

#include "absl/status/statusor.h"

namespace crosscheck {

// The files that a change touches, by their canonical paths: what differs between the working tree and the commit at
// which it left `revision`, deleted files included, and new files that git does not ignore. Asks the git program, in
// the repository around `folder`. kInvalidArgument, with what git says, where there is no git, no repository or no
// such revision.
absl::StatusOr<std::set<std::string>> ChangedSince(const std::string& folder, const std::string& revision);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_GIT_CHANGES_H_
