#include "cli/line_pipe.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <sstream>
#include <thread>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

TEST_CASE("lines come out in the order they went in, at any number of threads") {
  std::string input, wanted;
  for (int i = 1; i <= 300; ++i) {
    absl::StrAppend(&input, "line ", i, i % 2 == 0 ? "\r\n" : "\n", i % 7 == 0 ? "  \n" : "");
    absl::StrAppend(&wanted, "<line ", i, ">\n");
  }
  for (const int threads : {1, 2, 8}) {
    CAPTURE(threads);
    std::istringstream in(input);
    std::ostringstream out, err;
    const int code = PipeLines(in, out, err, threads, [](size_t number, const std::string& line) {
      if (number % 5 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));  // overtaken by those after it
      return LineResult{absl::StrCat("<", line, ">\n"), number == 9 ? "nine\n" : "", number == 9 ? 3 : 1};
    });
    CHECK(out.str() == wanted);
    CHECK(err.str() == "nine\n");
    CHECK(code == 3);
  }
}

TEST_CASE("no more than a few lines a thread are under way") {
  std::string input;
  for (int i = 0; i < 200; ++i) input += "x\n";
  std::istringstream in(input);
  std::ostringstream out, err;
  std::atomic<int> working = 0, most = 0;
  PipeLines(in, out, err, 2, [&working, &most](size_t, const std::string&) {
    const int now = ++working;
    int before = most;
    while (before < now && !most.compare_exchange_weak(before, now)) {
    }
    --working;
    return LineResult{"y\n", "", 0};
  });
  CHECK(most <= 2);
  CHECK(out.str().size() == 400);
}

TEST_CASE("no lines make no output") {
  std::istringstream in("");
  std::ostringstream out, err;
  CHECK(PipeLines(in, out, err, 3, [](size_t, const std::string&) { return LineResult{"y\n", "", 1}; }) == 0);
  CHECK(out.str().empty());
}

}  // namespace
}  // namespace crosscheck
