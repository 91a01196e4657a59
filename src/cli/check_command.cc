#include <memory>

#include "cli/check_run.h"
#include "cli/command.h"

namespace crosscheck {

void AddCheckCommand(CLI::App& app, CommandContext& context) {
  CLI::App* command = app.add_subcommand("check", "Report where documents disagree");
  const auto options = std::make_shared<CheckOptions>();
  options->DeclareShared(*command, ReportFormats());
  options->DeclareGate(*command);
  command->add_option("--fail-on", options->fail_on, "The least severity that makes the exit code 1; by default error")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
  command->add_option("--show", options->outputs.show, "The least severity that the report shows; by default note")
      ->check(CLI::IsMember({"error", "warning", "note"}));
  command
      ->add_option("--since", options->gate.since,
                   "Check only what a change touches: documents that differ from this revision of git, and those whose "
                   "sources do")
      ->type_name("REV");
  command
      ->add_option(
          "--progress", options->gate.progress,
          "An earlier report (--format json): say on the standard error how many changes are left to make, what "
          "is fixed and what is new since")
      ->type_name("FILE");
  command
      ->add_option("--comments", options->comments,
                   "Write a copy of the draft, a .docx, with the findings as comments on its words")
      ->type_name("FILE");
  command->callback([options, &context] {
    context.run = [options, &context] { return RunCheck(*options, ReportFormats(), context.streams); };
  });
}

}  // namespace crosscheck
