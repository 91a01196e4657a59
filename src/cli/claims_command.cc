#include <memory>

#include "cli/check_run.h"
#include "cli/command.h"

namespace crosscheck {

void AddClaimsCommand(CLI::App& app, CommandContext& context) {
  CLI::App* command = app.add_subcommand("claims", "List what the documents claim, without comparing");
  const auto options = std::make_shared<CheckOptions>();
  options->compare = false;
  options->DeclareShared(*command, ClaimFormats());
  command->callback([options, &context] {
    context.run = [options, &context] { return RunCheck(*options, ClaimFormats(), context.streams); };
  });
}

}  // namespace crosscheck
