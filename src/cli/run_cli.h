#ifndef CROSSCHECK_CLI_RUN_CLI_H_
#define CROSSCHECK_CLI_RUN_CLI_H_

#include <iosfwd>
#include <string>
#include <vector>

namespace crosscheck {

// What the program reads from and writes to. `out` gets the report alone, `err` everything else.
struct CliStreams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool color = false;  // `out` is a terminal that shows colours
};

// Runs the program with the arguments that follow its name and returns its exit code (cli/exit_code.h).
// No exception leaves it.
int RunCli(const std::vector<std::string>& args, CliStreams streams);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_RUN_CLI_H_
