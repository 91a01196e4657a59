#ifndef CROSSCHECK_CLI_CORPUS_H_
#define CROSSCHECK_CLI_CORPUS_H_

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "crosscheck/report.h"

namespace crosscheck {

struct Dossier {
  std::string name;  // where it is: a manifest, a folder, "file.jsonl:3"; or the id of its line
  std::vector<DocumentEntry> documents;
};

// Calls `use` with each dossier of a corpus, one after the other, and returns the exit code of reading them; what
// cannot be read is said on `err`. A path is a file of JSON lines (.jsonl: a dossier a line), a dossier.yaml, or a
// folder: each dossier.yaml below it is a dossier, and where there is none, its documents are one. All documents that
// are named one by one are a dossier together.
int ForEachDossier(const std::vector<std::string>& paths, std::ostream& err, const std::function<void(Dossier&&)>& use);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_CORPUS_H_
