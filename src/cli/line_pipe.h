#ifndef CROSSCHECK_CLI_LINE_PIPE_H_
#define CROSSCHECK_CLI_LINE_PIPE_H_

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

#include "cli/watch.h"

namespace crosscheck {

// What became of one line: the text to write (with its newline), what to tell people (likewise, or ""), and the exit
// code that it deserves.
struct LineResult {
  std::string text;
  std::string complaint;
  int exit_code = 0;
};

// Reads `in` line by line, hands each line that is not blank to `work` on one of `threads` threads, and writes the
// results to `out`, and complaints to `err`, in the order of the lines. A result is written, and flushed, as soon as
// those before it are: a caller may wait for an answer before it sends the next line. At most a few lines a thread are
// held at any time. `number` counts lines from 1. `work` must not throw. An interrupt of `watch` ends the reading;
// what has been read is still answered. `bytes` is what `in` will give, where that is known, for progress. Returns the
// gravest exit code of all.
int PipeLines(std::istream& in, std::ostream& out, std::ostream& err, int threads,
              const std::function<LineResult(size_t number, const std::string& line)>& work, const Watch& watch = {},
              size_t bytes = 0);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_LINE_PIPE_H_
