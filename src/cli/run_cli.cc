#include "cli/run_cli.h"

#include <algorithm>
#include <exception>
#include <ostream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/watch.h"
#include "report/version.h"
#include "rule/did_you_mean.h"

namespace crosscheck {

namespace {

constexpr void (*kCommands[])(CLI::App&, CommandContext&) = {
    AddCheckCommand,    AddClaimsCommand,      AddMentionsCommand, AddCompareCommand, AddExplainCommand,
    AddBaselineCommand, AddReviewCommand,      AddRulesCommand,    AddInitCommand,    AddConfigCommand,
    AddSchemaCommand,   AddCompletionsCommand, AddVersionCommand,
};

constexpr char kFooter[] =
    "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 the command line, the configuration, a rule, a "
    "manifest, a baseline or a waiver is wrong;\n"
    "3 an input could not be read in full; 4 internal error; 130 interrupted.";

// The innermost command that the arguments name, and how a person writes it: "crosscheck rules list".
struct Chosen {
  const CLI::App* command;
  std::string written;
};
Chosen ChosenCommand(const CLI::App& app, const std::vector<std::string>& args) {
  Chosen chosen = {&app, app.get_name()};
  for (const std::string& arg : args) {
    const auto parts = chosen.command->get_subcommands(nullptr);
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&arg](const CLI::App* part) { return part->get_name() == arg; });
    if (found == parts.end()) break;
    chosen = {*found, absl::StrCat(chosen.written, " ", arg)};
  }
  return chosen;
}

// CLI11 would only say that a command is required: says which was meant, or with none what there is.
bool LacksCommand(const CLI::App& app, const std::vector<std::string>& args, std::ostream& err) {
  const Chosen chosen = ChosenCommand(app, args);
  const auto parts = chosen.command->get_subcommands(nullptr);
  if (parts.empty()) return false;
  const auto depth = static_cast<size_t>(std::count(chosen.written.begin(), chosen.written.end(), ' '));
  if (depth == args.size()) {
    err << chosen.command->help(depth == 0 ? "" : chosen.written.substr(0, chosen.written.rfind(' ')));
    return true;
  }
  if (args[depth].empty() || args[depth][0] == '-') return false;
  std::vector<absl::string_view> known;
  for (const CLI::App* part : parts) known.push_back(part->get_name());
  const std::string guess = DidYouMean(args[depth], known);
  err << "crosscheck: error: unknown command '" << args[depth] << "'"
      << (guess.empty() ? absl::StrCat("; known are ", absl::StrJoin(known, ", ")) : guess) << "\n";
  return true;
}

// "unknown option '--formt'; did you mean '--format'?"; "" where that is not what is wrong.
std::string UnknownOption(const CLI::App& command, const std::vector<std::string>& args) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  for (const std::string& arg : args) {
    if (arg == "--") break;
    const std::string name = arg.substr(0, arg.find('='));
    if (!absl::StartsWith(name, "--") || std::find(names.begin(), names.end(), name) != names.end()) continue;
    return absl::StrCat("unknown option '", name, "'", DidYouMean(name, {names.begin(), names.end()}));
  }
  return "";
}

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
    const Chosen chosen = ChosenCommand(app, args);
    const std::string unknown =
        dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr ? UnknownOption(*chosen.command, args) : "";
    context.streams.err << "crosscheck: error: " << (unknown.empty() ? error.what() : unknown.c_str()) << "\nTry '"
                        << chosen.written << " --help'.\n";
    return kExitUsage;
  }
  return -1;
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
    if (LacksCommand(app, args, streams.err)) return kExitUsage;
    const int parsed = Parse(app, args, context);
    if (parsed >= 0) return parsed;
    int code = context.run ? context.run() : kExitInternal;
    if (Asked(streams.interrupt)) code = kExitInterrupted;
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
