#ifndef CROSSCHECK_TESTS_UNIT_CLI_SCRATCH_H_
#define CROSSCHECK_TESTS_UNIT_CLI_SCRATCH_H_

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/run_cli.h"

namespace crosscheck {

// A folder that goes away with the test.
class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "crosscheck-test-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string Path(const std::string& name) const { return folder_ + "/" + name; }
  std::string Write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(Path(name)).parent_path());
    std::ofstream(Path(name), std::ios::binary) << bytes;
    return Path(name);
  }
  std::string Read(const std::string& name) const {
    std::ifstream in(Path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::string folder_;
};

struct Outcome {
  int code = 0;
  std::string out, err;
};

inline Outcome Run(const std::vector<std::string>& args, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out, err;
  Outcome outcome;
  outcome.code = RunCli(args, CliStreams{in, out, err, false});
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_UNIT_CLI_SCRATCH_H_
