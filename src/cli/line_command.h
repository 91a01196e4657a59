#ifndef CROSSCHECK_CLI_LINE_COMMAND_H_
#define CROSSCHECK_CLI_LINE_COMMAND_H_

#include <CLI/App.hpp>
#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "cli/line_pipe.h"
#include "cli/run_cli.h"

namespace crosscheck {

inline constexpr int kMostThreads = 1024;
// As many threads as there are cores.
int EveryCore();

// Opens what --jsonl names and pipes its lines to `work`, and the results to `output` ("" = the standard output).
int PipeFile(const std::string& file, const std::string& output, int threads, const CliStreams& streams,
             const std::function<LineResult(size_t number, const std::string& line)>& work);

// The result for a line that cannot be answered: an error line for programs, a complaint for people, kExitUnread.
LineResult FailedLine(absl::string_view id_json, size_t number, absl::string_view message);

// `--jsonl` and `-j` of the commands that answer each line by itself.
struct LineCommand {
  using Answer = absl::StatusOr<std::string> (*)(absl::string_view line, std::string& id);

  std::string file;  // "" = not given, "-" = standard input
  int threads = EveryCore();

  void Declare(CLI::App& command, const std::string& what);
  int Run(Answer answer, const CliStreams& streams) const;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_LINE_COMMAND_H_
