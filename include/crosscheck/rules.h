#ifndef CROSSCHECK_RULES_H_
#define CROSSCHECK_RULES_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "crosscheck/diagnostic.h"

namespace crosscheck {

struct RuleSet;  // src/rule/rule_set.h

// One rule file as text; `path` is what diagnostics show.
struct RuleFile {
  std::string path;
  std::string text;
  bool shipped = false;  // comes with the program: where two files clash, the other one is to blame
};

// Reads rule files as one set. Appends every problem found in any of them to `diagnostics`, not only the first.
// kInvalidArgument if one of them is an error; then no rule is returned. The same files in another order give
// the same set. Thread-safe.
absl::StatusOr<std::shared_ptr<const RuleSet>> ParseRules(const std::vector<RuleFile>& files,
                                                          std::vector<Diagnostic>& diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULES_H_
