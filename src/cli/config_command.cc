// `crosscheck config show`: what a check would be told, and by whom.
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

#include "cli/check_run.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/settings.h"

namespace crosscheck {

namespace {

int ShowConfig(const CheckOptions& options, const CliStreams& streams) {
  const std::optional<Settings> settings = ResolveSettings(options, streams.err);
  if (!settings) return kExitUsage;
  size_t name_width = 0;
  size_t value_width = 0;
  for (const SettingRow& row : settings->rows) {
    name_width = std::max(name_width, row.name.size());
    value_width = std::max(value_width, row.value.size());
  }
  for (const SettingRow& row : settings->rows) {
    streams.out << row.name << std::string(name_width - row.name.size() + 2, ' ') << row.value
                << std::string(value_width - row.value.size() + 2, ' ') << row.from << "\n";
  }
  const LoadedChecker loaded = LoadChecker(settings->options.rules, streams.err);
  if (!loaded.checker) return loaded.exit_code;
  return loaded.exit_code == kExitClean ? CheckRuleNames(*settings, *loaded.rules, streams.err) : loaded.exit_code;
}

}  // namespace

void AddConfigCommand(CLI::App& app, CommandContext& context) {
  CLI::App* config = app.add_subcommand("config", "Show the configuration that a check would use");
  config->require_subcommand(1);
  CLI::App* show = config->add_subcommand("show", "Print every setting and where it comes from");
  const auto options = std::make_shared<CheckOptions>();
  options->DeclareShared(*show, ReportFormats());
  options->DeclareGate(*show);
  show->add_option("--fail-on", options->fail_on, "As of check")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
  show->add_option("--show", options->outputs.show, "As of check")->check(CLI::IsMember({"error", "warning", "note"}));
  show->callback(
      [options, &context] { context.run = [options, &context] { return ShowConfig(*options, context.streams); }; });
}

}  // namespace crosscheck
