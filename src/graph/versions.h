#ifndef CROSSCHECK_GRAPH_VERSIONS_H_
#define CROSSCHECK_GRAPH_VERSIONS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/report.h"
#include "graph/wording.h"

namespace crosscheck {

// How far a headline says that it stands over a later version: 0 not at all; "UPDATE 2-" is after "UPDATE 1-", and a
// correction or a repeat ("CORRECTED", "REFILE-") counts as one step.
int VersionOf(absl::string_view headline);

// Sets `replaced_by` of documents of which there is a later version: those that a manifest names under `supersedes`,
// those of which a file states a later version under the same id (a withdrawn one too: the story is taken back), and
// those that have a marked headline (VersionOf) over mostly the same words, unless their publishers or days speak
// against it. Always the last version, however many there are; never the draft. `wording` has a member for each entry.
void FindVersions(const std::vector<Wording>& wording, std::vector<DocumentEntry>& documents);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_VERSIONS_H_
