#ifndef CROSSCHECK_CLI_INPUTS_H_
#define CROSSCHECK_CLI_INPUTS_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "cli/watch.h"
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
// After an interrupt of `watch`, what has not been read stays so ("interrupted before it was read").
Inputs ReadInputs(const InputOptions& options, std::ostream& err, const Watch& watch = {});

inline constexpr absl::string_view kInterruptedReading = "interrupted before it was read";
inline constexpr absl::string_view kInterruptedChecking = "interrupted before it was checked";

// Whether the name of a file has the ending of a document.
bool IsDocumentPath(absl::string_view path);

// Makes an entry one that was not read.
void MarkUnread(DocumentEntry& entry, absl::string_view why);

// Gives an entry its document, and what the file states of itself; or marks it as unread with the reason.
void SetDocument(DocumentEntry& entry, absl::StatusOr<Document> document);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_INPUTS_H_
