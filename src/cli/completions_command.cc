// `crosscheck completions SHELL` and `crosscheck man`: made from the commands and options that the program itself
// takes, so that neither can say anything else.
#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "report/version.h"

namespace crosscheck {

namespace {

struct OptionRow {
  std::vector<std::string> names;    // "-j", "--threads"
  std::vector<std::string> choices;  // of its value, where there are only some
  bool takes_value = false;
  std::string help;
};

struct CommandRow {
  std::string path;  // "crosscheck rules test"
  std::string help;
  std::vector<std::pair<std::string, std::string>> parts;  // names and help of its commands
  std::vector<OptionRow> options;
  std::vector<std::string> words;  // allowed for a word that is no option
};

// What stands between the braces of "TEXT:{error,warning}".
std::vector<std::string> ChoicesOf(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const size_t open = type.find('{');
  const size_t close = type.find('}');
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  return absl::StrSplit(type.substr(open + 1, close - open - 1), ',');
}

void AddCommands(const CLI::App& app, const std::string& before, std::vector<CommandRow>& rows) {
  CommandRow row;
  row.path = before.empty() ? app.get_name() : absl::StrCat(before, " ", app.get_name());
  row.help = app.get_description();
  for (const CLI::Option* option : app.get_options()) {
    const std::vector<std::string> choices = ChoicesOf(*option);
    OptionRow one;
    for (const std::string& name : option->get_snames()) one.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) one.names.push_back("--" + name);
    if (one.names.empty()) {
      row.words.insert(row.words.end(), choices.begin(), choices.end());
      continue;
    }
    one.choices = choices;
    one.takes_value = option->get_expected_max() > 0;
    one.help = option->get_description();
    row.options.push_back(std::move(one));
  }
  const auto parts = app.get_subcommands([](const CLI::App* part) { return !part->get_name().empty(); });
  for (const CLI::App* part : parts) row.parts.emplace_back(part->get_name(), part->get_description());
  const std::string path = row.path;
  rows.push_back(std::move(row));
  for (const CLI::App* part : parts) AddCommands(*part, path, rows);
}

std::string WordsOf(const CommandRow& row) {
  std::vector<std::string> words = row.words;
  for (const auto& [name, help] : row.parts) words.push_back(name);
  return absl::StrJoin(words, " ");
}

std::string OptionsOf(const CommandRow& row) {
  std::vector<std::string> names;
  for (const OptionRow& option : row.options) names.insert(names.end(), option.names.begin(), option.names.end());
  return absl::StrJoin(names, " ");
}

// The cases that both shells share: which command the words so far make, and what can follow it.
std::string Cases(const std::vector<CommandRow>& rows) {
  std::string out = "  for word in \"${before[@]}\"; do\n    case \"$command $word\" in\n";
  for (const CommandRow& row : rows) {
    if (absl::StrContains(row.path, ' '))
      absl::StrAppend(&out, "      \"", row.path, "\") command=\"", row.path, "\" ;;\n");
  }
  out += "    esac\n  done\n  case \"$command\" in\n";
  for (const CommandRow& row : rows) {
    absl::StrAppend(&out, "    \"", row.path, "\")\n      follow=\"", WordsOf(row), "\"\n      options=\"",
                    OptionsOf(row), "\"\n      case \"$previous\" in\n");
    for (const OptionRow& option : row.options) {
      if (!option.takes_value) continue;
      absl::StrAppend(&out, "        ", absl::StrJoin(option.names, "|"), ") follow=\"",
                      absl::StrJoin(option.choices, " "), "\" options=\"\" ;;\n");
    }
    out += "      esac ;;\n";
  }
  return out + "  esac\n";
}

std::string Bash(const std::vector<CommandRow>& rows) {
  return absl::StrCat(
      "# bash completion of crosscheck: made by 'crosscheck completions bash'.\n"
      "_crosscheck() {\n"
      "  local command=crosscheck word follow=\"\" options=\"\" current=\"${COMP_WORDS[COMP_CWORD]}\"\n"
      "  local previous=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
      "  local before=(\"${COMP_WORDS[@]:1:COMP_CWORD-1}\")\n",
      Cases(rows),
      "  if [[ $current == -* ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
      "  else\n"
      "    COMPREPLY=($(compgen -W \"$follow\" -- \"$current\"))\n"
      "  fi\n"
      "}\n"
      "complete -o default -o bashdefault -F _crosscheck crosscheck\n");
}

std::string Zsh(const std::vector<CommandRow>& rows) {
  return absl::StrCat(
      "#compdef crosscheck\n"
      "# zsh completion of crosscheck: made by 'crosscheck completions zsh'.\n"
      "_crosscheck() {\n"
      "  local current=\"${words[CURRENT]}\" previous=\"${words[CURRENT-1]}\"\n"
      "  local -a before\n"
      "  before=(\"${(@)words[2,CURRENT-1]}\")\n"
      "  local command=crosscheck word follow=\"\" options=\"\"\n",
      Cases(rows),
      "  if [[ $current == -* ]]; then\n"
      "    compadd -- ${=options}\n"
      "  else\n"
      "    compadd -- ${=follow}\n"
      "    _files\n"
      "  fi\n"
      "}\n"
      "_crosscheck \"$@\"\n");
}

// A text in single quotes of fish.
std::string FishQuoted(absl::string_view text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"'", "\\'"}}), "'");
}

std::string Fish(const std::vector<CommandRow>& rows) {
  std::string out = "# fish completion of crosscheck: made by 'crosscheck completions fish'.\n";
  for (const CommandRow& row : rows) {
    const std::vector<std::string> path = absl::StrSplit(row.path, ' ');
    std::string condition = path.size() == 1 ? "__fish_use_subcommand" : "";
    for (size_t i = 1; i < path.size(); ++i) {
      absl::StrAppend(&condition, i > 1 ? "; and " : "", "__fish_seen_subcommand_from ", path[i]);
    }
    std::vector<std::string> parts;
    for (const auto& [name, help] : row.parts) parts.push_back(name);
    std::string first = condition;
    if (!parts.empty() && path.size() > 1) {
      absl::StrAppend(&first, "; and not __fish_seen_subcommand_from ", absl::StrJoin(parts, " "));
    }
    for (const auto& [name, help] : row.parts) {
      absl::StrAppend(&out, "complete -c crosscheck -f -n ", FishQuoted(first), " -a ", name, " -d ", FishQuoted(help),
                      "\n");
    }
    if (!row.words.empty()) {
      absl::StrAppend(&out, "complete -c crosscheck -n ", FishQuoted(condition), " -a ",
                      FishQuoted(absl::StrJoin(row.words, " ")), "\n");
    }
    for (const OptionRow& option : row.options) {
      absl::StrAppend(&out, "complete -c crosscheck -n ", FishQuoted(condition));
      for (const std::string& name : option.names) {
        const bool is_long = absl::StartsWith(name, "--");
        absl::StrAppend(&out, is_long ? " -l " : " -s ", name.substr(is_long ? 2 : 1));
      }
      if (option.takes_value) absl::StrAppend(&out, option.choices.empty() ? " -r" : " -x");
      if (!option.choices.empty()) absl::StrAppend(&out, " -a ", FishQuoted(absl::StrJoin(option.choices, " ")));
      absl::StrAppend(&out, " -d ", FishQuoted(option.help), "\n");
    }
  }
  return out;
}

// Text of a manual page: a backslash, a stop or a quote at the beginning of a line would be a command.
std::string Roff(absl::string_view text) {
  std::string out = absl::StrReplaceAll(text, {{"\\", "\\e"}, {"-", "\\-"}, {"\n", "\n.br\n"}});
  if (!out.empty() && (out[0] == '.' || out[0] == '\'')) out.insert(0, "\\&");
  return out;
}

std::string ManPage(const CLI::App& app, const std::vector<CommandRow>& rows) {
  std::string out = absl::StrCat(
      ".TH CROSSCHECK 1 \"\" \"crosscheck ", ToolVersion(), "\" \"User Commands\"\n.SH NAME\n", "crosscheck \\- ",
      Roff(absl::AsciiStrToLower(app.get_description().substr(0, 1))), Roff(app.get_description().substr(1)),
      "\n.SH SYNOPSIS\n.B crosscheck\n.I COMMAND\n[\\fIOPTION\\fR...] [\\fIPATH\\fR...]\n");
  for (const CommandRow& row : rows) {
    const bool whole = !absl::StrContains(row.path, ' ');
    absl::StrAppend(&out, whole ? ".SH OPTIONS OF EVERY COMMAND\n"
                                : absl::StrCat(".SH ", Roff(row.path), "\n", Roff(row.help), "\n"));
    for (const OptionRow& option : row.options) {
      std::string names = absl::StrJoin(option.names, ", ", [](std::string* to, const std::string& name) {
        absl::StrAppend(to, "\\fB", Roff(name), "\\fR");
      });
      if (!option.choices.empty()) absl::StrAppend(&names, " \\fI", Roff(absl::StrJoin(option.choices, "|")), "\\fR");
      absl::StrAppend(&out, ".TP\n", names, "\n", Roff(option.help), "\n");
    }
    for (const auto& [name, help] : row.parts) {
      absl::StrAppend(&out, ".TP\n\\fB", Roff(whole ? "crosscheck " + name : row.path + " " + name), "\\fR\n",
                      Roff(help), "\n");
    }
  }
  absl::StrAppend(&out, ".SH EXIT STATUS\n", Roff(app.get_footer()), "\n");
  return out;
}

}  // namespace

void AddCompletionsCommand(CLI::App& app, CommandContext& context) {
  struct Row {
    const char* name;
    const char* help;
    std::string (*write)(const std::vector<CommandRow>&);
  };
  static constexpr Row kRows[] = {
      {"bash", "To be sourced, or put into bash-completion's completions folder", Bash},
      {"zsh", "To be put as _crosscheck into a folder of fpath", Zsh},
      {"fish", "To be put into ~/.config/fish/completions", Fish},
  };
  CLI::App* completions = app.add_subcommand("completions", "Print what lets a shell complete commands and options");
  completions->require_subcommand(1);
  for (const Row& row : kRows) {
    completions->add_subcommand(row.name, row.help)->callback([&app, &context, &row] {
      context.run = [&app, &context, &row] {
        std::vector<CommandRow> rows;
        AddCommands(app, "", rows);
        context.streams.out << row.write(rows);
        return kExitClean;
      };
    });
  }
  app.add_subcommand("man", "Print the manual page")->callback([&app, &context] {
    context.run = [&app, &context] {
      std::vector<CommandRow> rows;
      AddCommands(app, "", rows);
      context.streams.out << ManPage(app, rows);
      return kExitClean;
    };
  });
}

}  // namespace crosscheck
