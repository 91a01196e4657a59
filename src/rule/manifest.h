#ifndef CROSSCHECK_RULE_MANIFEST_H_
#define CROSSCHECK_RULE_MANIFEST_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "crosscheck/diagnostic.h"
#include "crosscheck/document.h"
#include "crosscheck/text_span.h"

namespace crosscheck {

// A document that a dossier.yaml names.
struct ManifestEntry {
  DocumentInfo info;  // `path` as written: relative to the manifest; so are those of supersedes and derived_from
  LineColumn at;      // of the path, for what is wrong with the file
  std::string line_text;
};

struct Manifest {
  std::vector<ManifestEntry> documents;  // in file order; paths each once; one draft at most
};

// Reads a manifest: version 1, and `documents`, each with path, role (draft or source), published (an ISO day),
// publisher, kind (primary, secondary or archive), status (usable or withdrawn), supersedes, derived_from (`[]` says
// that it copies none), trust. Appends every problem; the documents that have a path are given all the same,
// kInvalidArgument where none has.
absl::StatusOr<Manifest> ParseManifest(absl::string_view path, absl::string_view text,
                                       std::vector<Diagnostic>& diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_MANIFEST_H_
