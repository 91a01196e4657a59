#include "cli/rule_options.h"

#include <algorithm>
#include <ostream>
#include <set>
#include <utility>

#include "cli/exit_code.h"
#include "cli/rule_files.h"
#include "cli/standard_rules.h"
#include "crosscheck/diagnostic.h"
#include "match/broken_rules.h"

namespace crosscheck {

namespace {

std::set<std::string> PathsWithErrors(const std::vector<Diagnostic>& diagnostics) {
  std::set<std::string> paths;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.level == Diagnostic::Level::kError) paths.insert(diagnostic.path);
  }
  return paths;
}

// Parses the files; where some are wrong, those that are not.
std::shared_ptr<const RuleSet> ParseWhatIsRight(std::vector<RuleFile> files, std::ostream& err, int& exit_code) {
  while (true) {
    std::vector<Diagnostic> diagnostics;
    absl::StatusOr<std::shared_ptr<const RuleSet>> rules = ParseRules(files, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) err << FormatDiagnostic(diagnostic);
    if (rules.ok()) return *std::move(rules);
    exit_code = Gravest(exit_code, kExitUsage);
    const std::set<std::string> wrong = PathsWithErrors(diagnostics);
    const size_t removed = std::erase_if(files, [&wrong](const RuleFile& file) { return wrong.count(file.path) != 0; });
    if (removed == 0) {
      err << "crosscheck: error: " << rules.status().message() << "\n";
      return nullptr;
    }
    for (const std::string& path : wrong) err << path << ": warning: this file is left out\n";
  }
}

}  // namespace

void RuleOptions::Declare(CLI::App& command) {
  command.add_option("--rules", paths, "A rule file, or a folder of them, beside the standard rules")
      ->type_name("FILE|DIR")
      ->allow_extra_args(false);
  command.add_flag("--no-standard-rules", no_standard, "Leave out the rules that come with the program");
}

LoadedChecker LoadChecker(const RuleOptions& options, std::ostream& err) {
  LoadedChecker loaded;
  std::vector<RuleFile> files;
  if (!options.no_standard) files = StandardRules();
  for (const std::string& path : options.paths) {
    if (!AddRuleFiles(path, files, err)) loaded.exit_code = kExitUsage;
  }
  std::shared_ptr<const RuleSet> rules = ParseWhatIsRight(std::move(files), err, loaded.exit_code);
  if (rules == nullptr) return loaded;
  absl::StatusOr<Checker> checker = Checker::Create(rules);
  if (!checker.ok()) {
    loaded.exit_code = Gravest(loaded.exit_code, kExitUsage);
    std::vector<std::string> broken;
    std::vector<Diagnostic> diagnostics;
    rules = WithoutBrokenRules(std::move(rules), broken, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) err << FormatDiagnostic(diagnostic);
    for (const std::string& id : broken) err << "crosscheck: warning: the rule '" << id << "' is left out\n";
    checker = Checker::Create(rules);
  }
  if (!checker.ok()) {
    err << "crosscheck: error: " << checker.status().message() << "\n";
    loaded.exit_code = Gravest(loaded.exit_code, kExitUsage);
    return loaded;
  }
  loaded.checker = *std::move(checker);
  loaded.rules = std::move(rules);
  return loaded;
}

}  // namespace crosscheck
