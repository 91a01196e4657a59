#ifndef CROSSCHECK_CLI_RUN_CLI_H_
#define CROSSCHECK_CLI_RUN_CLI_H_

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace crosscheck {

struct Interrupt;  // cli/watch.h

// What the program reads from and writes to. `out` gets the report alone, `err` everything else.
struct CliStreams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool color = false;              // `out` is a terminal that shows colours
  size_t width = 0;                // its columns; 0 = `out` is no terminal
  size_t err_width = 0;            // likewise of `err`: where it is one, long work tells how far it is
  Interrupt* interrupt = nullptr;  // what asks the program to end; nullptr = nothing does
};

// Runs the program with the arguments that follow its name and returns its exit code (cli/exit_code.h).
// No exception leaves it.
int RunCli(const std::vector<std::string>& args, CliStreams streams);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_RUN_CLI_H_
