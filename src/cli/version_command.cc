#include <ostream>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "report/version.h"

namespace crosscheck {

void AddVersionCommand(CLI::App& app, CommandContext& context) {
  CLI::App* command = app.add_subcommand("version", "Print the version");
  command->callback([&context] {
    context.run = [&context] {
      context.streams.out << "crosscheck " << ToolVersion() << "\n";
      return kExitClean;
    };
  });
}

}  // namespace crosscheck
