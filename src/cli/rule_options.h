#ifndef CROSSCHECK_CLI_RULE_OPTIONS_H_
#define CROSSCHECK_CLI_RULE_OPTIONS_H_

#include <CLI/App.hpp>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crosscheck/checker.h"

namespace crosscheck {

// Which rules run: --rules FILE|DIR (several times) and --no-standard-rules.
struct RuleOptions {
  std::vector<std::string> paths;
  bool no_standard = false;

  void Declare(CLI::App& command);
};

struct LoadedChecker {
  std::shared_ptr<const RuleSet> rules;  // those that run; null where `checker` is nullopt
  std::optional<Checker> checker;        // nullopt: not even the files without a mistake make a rule set
  int exit_code = 0;                     // kExitUsage where a rule file is missing or wrong
};

// Reads the rules and says on `err` what is wrong with them. A file with mistakes is left out, and the rest still runs.
LoadedChecker LoadChecker(const RuleOptions& options, std::ostream& err);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_RULE_OPTIONS_H_
