#ifndef CROSSCHECK_CLI_PENDING_MANIFEST_H_
#define CROSSCHECK_CLI_PENDING_MANIFEST_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/diagnostic.h"
#include "crosscheck/document.h"

namespace crosscheck {

struct ManifestDocument {
  DocumentInfo info;
  LineColumn at;
  std::string line_text;
};

std::vector<ManifestDocument> ParseManifest(absl::string_view path, absl::string_view text,
                                            std::vector<Diagnostic>& diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_PENDING_MANIFEST_H_
