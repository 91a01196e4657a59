#ifndef CROSSCHECK_CLI_SETTINGS_H_
#define CROSSCHECK_CLI_SETTINGS_H_

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "cli/check_run.h"
#include "crosscheck/checker.h"
#include "rule/config.h"

namespace crosscheck {

inline constexpr char kConfigName[] = ".crosscheck.yaml";

// The nearest .crosscheck.yaml at or above the folder of a document, or of a folder itself; "" where there is none.
// The search ends at a folder that holds a .git, which is where a project ends.
std::string FindConfig(const std::string& path);

// A setting as `config show` prints it.
struct SettingRow {
  std::string name, value;
  std::string from;  // "default", "command line", or a place of the configuration: ".crosscheck.yaml:3:5"
};

// The command line and the configuration together.
struct Settings {
  CheckOptions options;          // with what the configuration adds; what is still unset has its default
  std::optional<Config> config;  // nullopt: there is none
  std::string folder;            // of the configuration; "" = here
  std::vector<Zone> zones_off;
  std::vector<SettingRow> rows;

  // The severities of the configuration, for CheckSettings; empty where it has none.
  CheckSettings ForChecker(size_t* left_out) const;
};

// Finds and reads the configuration. nullopt where it is wrong: every mistake is said on `err`.
std::optional<Settings> ResolveSettings(const CheckOptions& options, std::ostream& err);

// Says on `err` which rules the configuration names that do not exist; kExitUsage where there are any.
int CheckRuleNames(const Settings& settings, const RuleSet& rules, std::ostream& err);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_SETTINGS_H_
