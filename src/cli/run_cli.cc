#include "cli/run_cli.h"

#include <algorithm>
#include <exception>
#include <ostream>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "report/version.h"

namespace crosscheck {

namespace {

constexpr void (*kCommands[])(CLI::App&, CommandContext&) = {
    AddCheckCommand, AddClaimsCommand, AddMentionsCommand, AddCompareCommand, AddRulesCommand, AddVersionCommand,
};

constexpr char kFooter[] =
    "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 the command line, a rule or a manifest is wrong;\n"
    "3 an input could not be read in full; 4 internal error; 130 interrupted.";

int Parse(CLI::App& app, const std::vector<std::string>& args, CommandContext& context) {
  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));  // CLI11 takes them last first
  } catch (const CLI::CallForHelp&) {
    context.streams.out << app.help();
    return kExitClean;
  } catch (const CLI::CallForAllHelp&) {
    context.streams.out << app.help("", CLI::AppFormatMode::All);
    return kExitClean;
  } catch (const CLI::CallForVersion&) {
    context.streams.out << "crosscheck " << ToolVersion() << "\n";
    return kExitClean;
  } catch (const CLI::ParseError& error) {
    context.streams.err << "crosscheck: error: " << error.what() << "\nTry 'crosscheck --help'.\n";
    return kExitUsage;
  }
  return -1;
}

// CLI11 would only say that a command is required.
bool NamesUnknownCommand(const CLI::App& app, const std::vector<std::string>& args, std::ostream& err) {
  if (args.empty() || args[0].empty() || args[0][0] == '-') return false;
  std::string known;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    if (command->get_name() == args[0]) return false;
    known += (known.empty() ? "" : ", ") + command->get_name();
  }
  err << "crosscheck: error: unknown command '" << args[0] << "'; known are " << known << "\n";
  return true;
}

}  // namespace

int RunCli(const std::vector<std::string>& args, CliStreams streams) {
  try {
    CommandContext context{streams, nullptr};
    CLI::App app("Finds where a draft and its sources, or several reports of one event, disagree.", "crosscheck");
    app.set_help_all_flag("--help-all", "Print the help of every command");
    app.set_version_flag("--version", std::string(ToolVersion()));
    app.require_subcommand(1);
    app.footer(kFooter);
    for (const auto& add : kCommands) add(app, context);
    if (NamesUnknownCommand(app, args, streams.err)) return kExitUsage;
    const int parsed = Parse(app, args, context);
    if (parsed >= 0) return parsed;
    const int code = context.run ? context.run() : kExitInternal;
    streams.out.flush();
    if (!streams.out) {
      streams.err << "crosscheck: error: could not write to the standard output\n";
      return Gravest(code, kExitInternal);
    }
    return code;
  } catch (const std::exception& error) {
    streams.err << "crosscheck: internal error: " << error.what() << "\n";
  }
  return kExitInternal;
}

}  // namespace crosscheck
