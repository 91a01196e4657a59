#include "cli/progress.h"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/line_pipe.h"
#include "cli/watch.h"

namespace crosscheck {
namespace {

TEST_CASE("progress names the stage, how far it is, and how long is left once that can be told") {
  struct Row {
    ProgressState state;
    absl::Duration elapsed;
    const char* line;
  };
  const Row rows[] = {
      {{"reading", "file", 3, 900}, absl::Seconds(1), "reading: file 3 of 900"},
      {{"reading", "file", 0, 900}, absl::Seconds(9), "reading: file 0 of 900"},
      {{"reading", "file", 300, 900}, absl::Seconds(10), "reading: file 300 of 900, about 20 s left"},
      {{"reading", "file", 1, 900}, absl::Seconds(10), "reading: file 1 of 900, about 2 h left"},
      {{"reading", "file", 100, 900}, absl::Seconds(30), "reading: file 100 of 900, about 4 min left"},
      {{"reading", "file", 900, 900}, absl::Seconds(30), "reading: file 900 of 900, about 1 s left"},
      {{"checking", "line", 1200, 0}, absl::Seconds(4), "checking: line 1200, 300 a second"},
      {{"checking", "line", 1200, 0, 0.5}, absl::Seconds(4), "checking: line 1200 (50 %), about 4 s left"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(ProgressLine(row.state, row.elapsed) == row.line);
  }
}

TEST_CASE("progress is silent where the stream is no terminal") {
  std::istringstream in;
  std::ostringstream out, err;
  {
    Progress progress(CliStreams{in, out, err});
    progress.Begin("reading", "file", 3);
    progress.Step();
    progress.Say("said\n");
    progress.End();
  }
  CHECK(err.str() == "said\n");
}

TEST_CASE("after an interrupt no further line is read, and what was read is answered") {
  std::istringstream in("1\n2\n3\n4\n5\n");
  std::ostringstream out, err;
  Interrupt interrupt;
  const int code = PipeLines(in, out, err, 1,
                             [&interrupt](size_t number, const std::string& line) {
                               if (number == 2) interrupt.asked = true;
                               return LineResult{line + "\n", "", 0};
                             },
                             {nullptr, &interrupt});
  CHECK(code == 0);
  CHECK(out.str().substr(0, 4) == "1\n2\n");  // those in hand by then may follow
}

TEST_CASE("an interrupt asks only for as long as somebody keeps what is done") {
  Interrupt interrupt;
  {
    const KeepOnInterrupt keep(&interrupt);
    CHECK(interrupt.kept);
  }
  CHECK_FALSE(interrupt.kept);
  const KeepOnInterrupt none(nullptr);
}

}  // namespace
}  // namespace crosscheck
