#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/line_command.h"
#include "cli/values_commands.h"

namespace crosscheck {

namespace {

struct CompareOptions {
  std::vector<std::string> phrases;
  LineCommand lines;
};

}  // namespace

void AddCompareCommand(CLI::App& app, CommandContext& context) {
  CLI::App* command = app.add_subcommand("compare", "Say whether two value phrases can both be true");
  const auto options = std::make_shared<CompareOptions>();
  command->add_option("PHRASE", options->phrases, "Two phrases, such as 'about $4.5 billion' and '$4.47bn'");
  options->lines.Declare(*command, "a pair of phrases");
  command->callback([options, &context] {
    context.run = [options, &context] {
      if (options->phrases.size() != (options->lines.file.empty() ? 2 : 0)) {
        context.streams.err << "crosscheck: error: compare takes either two phrases or --jsonl\n";
        return kExitUsage;
      }
      if (!options->lines.file.empty()) return options->lines.Run(AnswerCompareLine, context.streams);
      context.streams.out << CompareInWords(options->phrases[0], options->phrases[1]);
      return kExitClean;
    };
  });
}

}  // namespace crosscheck
