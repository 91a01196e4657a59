#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/input_stream.h"
#include "cli/run_cli.h"
#include "cli/watch.h"

namespace {

crosscheck::Interrupt interrupt;
int wake_ends[2] = {-1, -1};  // of a pipe: what is read from, what is written to

// Whoever can keep what is done has said so, and finishes it; else no report is worth more than a prompt end: nothing
// of ours needs cleaning up.
extern "C" void EndInterrupted(int) {
  if (!interrupt.kept || interrupt.asked.exchange(true)) _exit(crosscheck::kExitInterrupted);
  const char byte = 0;
  if (write(wake_ends[1], &byte, 1) < 0) return;  // a full pipe wakes as well
}

void TakeInterrupts() {
  if (pipe2(wake_ends, O_CLOEXEC | O_NONBLOCK) == 0) interrupt.wake = wake_ends[0];
  std::signal(SIGINT, EndInterrupted);
}

bool IsDumb() {
  const char* terminal = std::getenv("TERM");
  return terminal != nullptr && std::string(terminal) == "dumb";
}

bool WantsColor() {
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  return !IsDumb() && isatty(STDOUT_FILENO) != 0;
}

// The columns of a terminal; 0 for what is none.
size_t WidthOf(int descriptor) {
  if (isatty(descriptor) == 0) return 0;
  winsize size = {};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const int said = columns == nullptr ? 0 : std::atoi(columns);
  return said > 0 ? static_cast<size_t>(said) : 80;
}

}  // namespace

int main(int argc, char** argv) {
  TakeInterrupts();
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is a report that could not be written, and has a code
  std::ios::sync_with_stdio(false);
  std::vector<std::string> args(argv + 1, argv + argc);
  crosscheck::InputStream input(STDIN_FILENO, &interrupt);
  std::istream in(&input);
  crosscheck::CliStreams streams{
      in,        std::cout, std::cerr, WantsColor(), WidthOf(STDOUT_FILENO), IsDumb() ? 0 : WidthOf(STDERR_FILENO),
      &interrupt};
  return crosscheck::RunCli(args, streams);
}
