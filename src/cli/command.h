#ifndef CROSSCHECK_CLI_COMMAND_H_
#define CROSSCHECK_CLI_COMMAND_H_

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <functional>

#include "cli/run_cli.h"

namespace crosscheck {

// What a command gets; `run` is what the chosen one leaves to be called once the whole command line is read.
struct CommandContext {
  CliStreams streams;
  std::function<int()> run;
};

// Each declares one command with its options: one file a command, one row of kCommands (run_cli.cc) each.
void AddBaselineCommand(CLI::App& app, CommandContext& context);
void AddCheckCommand(CLI::App& app, CommandContext& context);
void AddClaimsCommand(CLI::App& app, CommandContext& context);
void AddCompareCommand(CLI::App& app, CommandContext& context);
void AddCompletionsCommand(CLI::App& app, CommandContext& context);  // and `man`
void AddConfigCommand(CLI::App& app, CommandContext& context);
void AddExplainCommand(CLI::App& app, CommandContext& context);
void AddInitCommand(CLI::App& app, CommandContext& context);
void AddMentionsCommand(CLI::App& app, CommandContext& context);
void AddReviewCommand(CLI::App& app, CommandContext& context);
void AddRulesCommand(CLI::App& app, CommandContext& context);
void AddSchemaCommand(CLI::App& app, CommandContext& context);
void AddVersionCommand(CLI::App& app, CommandContext& context);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_COMMAND_H_
