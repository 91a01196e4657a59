#include "match/name_filter.h"

#include <re2/re2.h>

#include <memory>
#include <string>

namespace crosscheck {

absl::StatusOr<std::function<bool(absl::string_view)>> CompileNameFilter(absl::string_view expression) {
  RE2::Options options;
  options.set_log_errors(false);
  const auto compiled = std::make_shared<const RE2>(re2::StringPiece(expression.data(), expression.size()), options);
  if (!compiled->ok()) return absl::InvalidArgumentError(compiled->error());
  return std::function<bool(absl::string_view)>([compiled](absl::string_view name) {
    return RE2::PartialMatch(re2::StringPiece(name.data(), name.size()), *compiled);
  });
}

}  // namespace crosscheck
