#include "cli/line_command.h"

#include <algorithm>
#include <exception>
#include <fstream>
#include <istream>
#include <ostream>
#include <thread>

#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/json_line.h"

namespace crosscheck {

int EveryCore() {
  return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, unsigned{kMostThreads}));
}

int PipeFile(const std::string& file, const std::string& output, int threads, const CliStreams& streams,
             const std::function<LineResult(size_t number, const std::string& line)>& work) {
  std::ifstream in_file;
  std::ofstream out_file;
  if (file != "-") {
    in_file.open(file, std::ios::binary);
    if (!in_file) {
      streams.err << file << ": error: no such file, or it cannot be read\n";
      return kExitUnread;
    }
  }
  if (!output.empty()) {
    out_file.open(output, std::ios::binary);
    if (!out_file) {
      streams.err << output << ": error: cannot be written\n";
      return kExitUsage;
    }
  }
  std::istream& in = file == "-" ? streams.in : in_file;
  std::ostream& out = output.empty() ? streams.out : out_file;
  const int code = PipeLines(in, out, streams.err, threads, work);
  out.flush();
  if (!output.empty() && !out) {
    streams.err << output << ": error: could not be written in full\n";
    return Gravest(code, kExitInternal);
  }
  return code;
}

LineResult FailedLine(absl::string_view id_json, size_t number, absl::string_view message) {
  return {ErrorLine(id_json, number, message), absl::StrCat("line ", number, ": error: ", message, "\n"), kExitUnread};
}

void LineCommand::Declare(CLI::App& command, const std::string& what) {
  command.add_option("--jsonl", file, "Read " + what + " a line from FILE, or from the standard input")
      ->type_name("FILE|-");
  command.add_option("-j,--threads", threads, "Threads to use; by default one a core")
      ->check(CLI::Range(1, kMostThreads))
      ->type_name("N");
}

int LineCommand::Run(Answer answer, const CliStreams& streams) const {
  return PipeFile(file, "", threads, streams, [answer](size_t number, const std::string& line) {
    std::string id = "null";
    try {
      absl::StatusOr<std::string> answered = answer(line, id);
      if (!answered.ok()) return FailedLine(id, number, answered.status().message());
      return LineResult{*std::move(answered), "", kExitClean};
    } catch (const std::exception& error) {
      LineResult failed = FailedLine(id, number, absl::StrCat("internal error: ", error.what()));
      failed.exit_code = kExitInternal;
      return failed;
    }
  });
}

}  // namespace crosscheck
