#ifndef CROSSCHECK_CLI_INPUTS_H_
#define CROSSCHECK_CLI_INPUTS_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/report.h"

namespace crosscheck {

struct InputOptions {
  std::vector<std::string> paths;  // documents, folders, manifests
  std::string draft;               // "" = what the manifest says
  int threads = 1;
};

struct Inputs {
  std::vector<DocumentEntry> documents;  // in the order given; files of a folder sorted
  int exit_code = 0;                     // kExitUsage for a wrong manifest, kExitUnread for a document not read
};

// Reads all documents that the paths name. What is wrong is said on `err` and kept as an unread entry, and the rest
// is still read. A folder with a dossier.yaml is read by that manifest, any other gives its documents of known formats.
Inputs ReadInputs(const InputOptions& options, std::ostream& err);

// Whether the name of a file has the ending of a document.
bool IsDocumentPath(absl::string_view path);

// Gives an entry its document, and what the file states of itself; or marks it as unread with the reason.
void SetDocument(DocumentEntry& entry, absl::StatusOr<Document> document);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_INPUTS_H_
