#ifndef CROSSCHECK_CLI_DOSSIER_LINE_H_
#define CROSSCHECK_CLI_DOSSIER_LINE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "crosscheck/report.h"

namespace crosscheck {

// One line of `--jsonl`:
//   {"id": …, "documents": [{"path", "text", "role"?, "published"?, "publisher"?, "kind"?, "status"?}]}
struct DossierLine {
  std::string id = "null";               // as JSON: a string with its quotes, a number, or null; set even on failure
  absl::Status status;                   // kInvalidArgument: what is wrong with the line
  std::vector<DocumentEntry> documents;  // an unread one says why; empty on failure
};

// Keys that it does not know are left alone, so that a line may carry what its caller needs. Thread-safe.
DossierLine ParseDossierLine(absl::string_view line);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_DOSSIER_LINE_H_
