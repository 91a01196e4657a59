#include "cli/pending/manifest.h"

namespace crosscheck {

absl::StatusOr<Manifest> ParseManifest(absl::string_view path, absl::string_view,
                                       std::vector<Diagnostic>& diagnostics) {
  diagnostics.push_back({Diagnostic::Level::kError, std::string(path), {}, "manifests are not read yet", ""});
  return absl::InvalidArgumentError("pending");
}

}  // namespace crosscheck
