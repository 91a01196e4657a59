#ifndef CROSSCHECK_CLI_NEW_FILES_H_
#define CROSSCHECK_CLI_NEW_FILES_H_

#include <iosfwd>
#include <string>

#include "absl/strings/string_view.h"

// `crosscheck init` and `crosscheck rules new`: files for someone who begins. Neither writes over a file.
namespace crosscheck {

// A starter project in `folder`, which is made where it is not there: a draft, a wire story and dossier.yaml, a rule
// file, and the schemas for editors. What is there already stays, and is said. kExitUsage where a file cannot be made.
int RunInit(const std::string& folder, std::ostream& out, std::ostream& err);

// A rule file with one rule and its two tests. `path` is where; "" is rules/ID.yaml where there is a folder of that
// name, else ID.yaml; "-" is `out`. kExitUsage for a bad or taken id, an unknown comparison, a file that is there.
int RunRulesNew(const std::string& id, absl::string_view compare, std::string path, std::ostream& out,
                std::ostream& err);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_NEW_FILES_H_
