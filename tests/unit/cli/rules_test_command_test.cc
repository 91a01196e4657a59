#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "cli/run_cli.h"

namespace crosscheck {

namespace {

constexpr char kTested[] = R"yaml(version: 1
rules:
  - id: bridge-cost
    attribute: cost
    subject: =bridge
    patterns: ['bridge cost {money:value}']
    compare: amount
    tests:
      - name: two amounts
        documents: {draft: 'The bridge cost <<$3 million>>.', wire: 'The bridge cost $5 million.'}
        want: contradiction
      - name: wrong on purpose
        documents: {draft: 'The bridge cost $3 million.', wire: 'The bridge cost $5 million.'}
        want: related
      - name: not solved yet
        documents: {draft: 'The bridge cost $3 million.', wire: 'Building the bridge took $5 million.'}
        want: contradiction
        todo: true
)yaml";

int RunTests(const std::string& text, std::vector<std::string> args, std::string& out) {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "crosscheck-rules-test.yaml";
  std::ofstream(file) << text;
  args.insert(args.begin(), {"rules", "test", "--no-standard-rules", file.string()});
  std::istringstream in;
  std::ostringstream out_stream;
  std::ostringstream err_stream;
  const int code = RunCli(args, CliStreams{in, out_stream, err_stream, false});
  out = out_stream.str();
  return code;
}

}  // namespace

TEST_CASE("rules test tells passing, failing and unsolved tests apart and shows what was wanted and what came") {
  std::string out;
  CHECK_EQ(RunTests(kTested, {}, out), 1);
  CAPTURE(out);
  CHECK(absl::StrContains(out, ".yaml:12:9: bridge-cost: wrong on purpose: failed\n  wanted: related\n"));
  CHECK(absl::StrContains(out, "  got:    contradiction, warning, at draft.md <<$3 million>>"));
  CHECK(absl::StrContains(out, "3 tests: 1 passed, 1 failed, 1 to do, 0 to do that pass\n"));
}

TEST_CASE("rules test -k runs only the tests that it matches") {
  std::string out;
  CHECK_EQ(RunTests(kTested, {"-k", "bridge.*(two|solved)"}, out), 0);
  CHECK_EQ(out, "2 tests: 1 passed, 0 failed, 1 to do, 0 to do that pass\n");
  CHECK_EQ(RunTests(kTested, {"-k", "("}, out), 2);
}

TEST_CASE("rules test fails a todo test that passes, and a span that no claim touches") {
  std::string text = kTested;
  text.replace(text.find("Building the bridge took $5"), 27, "The bridge cost $6");
  std::string out;
  CHECK_EQ(RunTests(text, {"-k", "solved"}, out), 1);
  CHECK(absl::StrContains(out, "not solved yet: passes now; take its 'todo: true' out\n"));

  text = kTested;
  text.replace(text.find("The bridge cost <<$3 million>>"), 30, "<<The>> bridge cost $3 million");
  CHECK_EQ(RunTests(text, {"-k", "two amounts"}, out), 1);
  CHECK(absl::StrContains(out, "  wanted: contradiction, at draft.md <<The>>\n"));
}

TEST_CASE("rules test runs what it can of a wrong file, and says 2") {
  std::string out;
  const std::string broken = "  - {id: broken, attribute: a, compare: amount, patterns: ['{mony:value} x']}\n";
  CHECK_EQ(RunTests(kTested + broken, {"-k", "two"}, out), 2);
  CAPTURE(out);
  CHECK(absl::StrContains(out, "1 tests: 1 passed"));
}

TEST_CASE("rules test --format json has a place and an outcome for every test") {
  std::string out;
  CHECK_EQ(RunTests(kTested, {"--format", "json"}, out), 1);
  CAPTURE(out);
  CHECK(absl::StrContains(out, "\"line\": 12"));
  CHECK(absl::StrContains(out, "\"outcome\": \"todo\""));
  CHECK(absl::StrContains(out, "\"failed\": 1"));
}

}  // namespace crosscheck
