#include <memory>

#include "cli/check_run.h"
#include "cli/command.h"

namespace crosscheck {

void AddCheckCommand(CLI::App& app, CommandContext& context) {
  CLI::App* command = app.add_subcommand("check", "Report where documents disagree");
  const auto options = std::make_shared<CheckOptions>();
  options->DeclareShared(*command, ReportFormats());
  command->add_option("--draft", options->inputs.draft, "The document that is the draft; the others are its sources")
      ->type_name("FILE");
  command->add_option("--fail-on", options->fail_on, "The least severity that makes the exit code 1")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}))
      ->capture_default_str();
  command->add_option("--show", options->outputs.show, "The least severity that the report shows")
      ->check(CLI::IsMember({"error", "warning", "note"}))
      ->capture_default_str();
  command->add_option("--today", options->today, "The day of the run, for what expires")->type_name("DAY");
  command->callback([options, &context] {
    context.run = [options, &context] { return RunCheck(*options, ReportFormats(), context.streams); };
  });
}

}  // namespace crosscheck
