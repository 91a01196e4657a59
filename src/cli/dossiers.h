#ifndef CROSSCHECK_CLI_DOSSIERS_H_
#define CROSSCHECK_CLI_DOSSIERS_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/inputs.h"
#include "cli/settings.h"

namespace crosscheck {

// What is checked together, before it is read.
struct DossierPlan {
  InputOptions inputs;
  std::vector<std::string> globs;  // of the sources, seen from the configuration's folder
};

// The dossiers that a command line and a configuration name. A PATH that a row of `sources` takes for a draft makes one
// with the sources of that row; all other documents that are named join each of them. Without such a row, all PATHs are
// one dossier. `every`: each dossier.yaml below a folder is one as well, as `--since` wants it. A glob that fits no
// file is said on `err`, and makes `exit_code` kExitUsage.
std::vector<DossierPlan> PlanDossiers(const Settings& settings, bool every, std::ostream& err, int& exit_code);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_DOSSIERS_H_
