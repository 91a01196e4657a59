#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/run_cli.h"

namespace {

// No report is worth more than a prompt end; nothing of ours needs cleaning up.
extern "C" void EndInterrupted(int) { _exit(crosscheck::kExitInterrupted); }

bool WantsColor() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (no_color != nullptr && *no_color != '\0') return false;
  if (terminal != nullptr && std::string(terminal) == "dumb") return false;
  return isatty(STDOUT_FILENO) != 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGINT, EndInterrupted);
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is a report that could not be written, and has a code
  std::ios::sync_with_stdio(false);
  std::vector<std::string> args(argv + 1, argv + argc);
  crosscheck::CliStreams streams{std::cin, std::cout, std::cerr, WantsColor()};
  return crosscheck::RunCli(args, streams);
}
