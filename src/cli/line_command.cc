#include "cli/line_command.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <istream>
#include <ostream>
#include <thread>

#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/input_stream.h"
#include "cli/json_line.h"
#include "cli/progress.h"

namespace crosscheck {

namespace {

// A file that is open for reading, or not.
class InputFile {
 public:
  explicit InputFile(const std::string& path) {  // "" = none
    if (!path.empty()) descriptor_ = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat info = {};
    if (descriptor_ >= 0 && fstat(descriptor_, &info) == 0 && S_ISREG(info.st_mode)) {
      bytes_ = static_cast<size_t>(info.st_size);
    }
  }
  ~InputFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  int descriptor() const { return descriptor_; }
  size_t bytes() const { return bytes_; }  // 0 where nobody knows

 private:
  int descriptor_ = -1;
  size_t bytes_ = 0;
};

}  // namespace

int EveryCore() {
  return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, unsigned{kMostThreads}));
}

int PipeFile(const std::string& file, const std::string& output, int threads, const CliStreams& streams,
             const std::function<LineResult(size_t number, const std::string& line)>& work) {
  const KeepOnInterrupt keep(streams.interrupt);
  std::ofstream out_file;
  const InputFile in_file(file == "-" ? "" : file);
  if (file != "-" && in_file.descriptor() < 0) {
    streams.err << file << ": error: no such file, or it cannot be read\n";
    return kExitUnread;
  }
  if (!output.empty()) {
    out_file.open(output, std::ios::binary);
    if (!out_file) {
      streams.err << output << ": error: cannot be written\n";
      return kExitUsage;
    }
  }
  InputStream buffer(in_file.descriptor(), streams.interrupt);
  std::istream file_stream(&buffer);
  std::istream& in = file == "-" ? streams.in : file_stream;
  std::ostream& out = output.empty() ? streams.out : out_file;
  Progress progress(streams);
  // Lines that come out on a terminal are progress enough.
  const bool told = !output.empty() || streams.width == 0;
  const int code =
      PipeLines(in, out, streams.err, threads, work, {told ? &progress : nullptr, streams.interrupt}, in_file.bytes());
  if (in.bad()) streams.err << (file == "-" ? "standard input" : file) << ": error: could not be read in full\n";
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
