#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "cli/run_cli.h"
#include "unit/temporary_path.h"

namespace crosscheck {

namespace {

const std::string& Folder() {
  static const auto* const kFolder = new std::string(absl::StrCat(CROSSCHECK_SOURCE_DIR, "/tests/golden/explain/"));
  return *kFolder;
}

// How alike texts are hangs on weights that are not these tests' business.
std::string WithoutMeasures(const std::string& text) {
  std::string out;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    for (absl::string_view words : {"taken to tell of one event", "taken to tell of two events"}) {
      if (const size_t at = line.find(words); at != absl::string_view::npos) line = line.substr(0, at + words.size());
    }
    absl::StrAppend(&out, line, "\n");
  }
  out.pop_back();
  return out;
}

struct Answer {
  int code = 0;
  std::string out, err;
};

Answer Explain(std::vector<std::string> args) {
  args.insert(args.begin(), "explain");
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Answer answer;
  answer.code = RunCli(args, CliStreams{in, out, err, false});
  answer.out = WithoutMeasures(absl::StrReplaceAll(out.str(), {{Folder(), ""}}));
  answer.err = absl::StrReplaceAll(err.str(), {{Folder(), ""}});
  return answer;
}

// The words of a case's first line, with the folder before the names of files.
std::vector<std::string> ArgumentsOf(absl::string_view line) {
  std::vector<std::string> out = {"--no-standard-rules", "--rules", Folder() + "rules.yaml"};
  for (absl::string_view word : absl::StrSplit(line, ' ', absl::SkipEmpty())) {
    const bool file = absl::StrContains(word, ".md") || absl::StrContains(word, ".txt");
    out.push_back(file ? absl::StrCat(Folder(), word) : std::string(word));
  }
  return out;
}

std::string ReadAll(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string WriteFile(const std::string& name, const std::string& text) {
  std::string path = TemporaryPath(name).string();
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

}  // namespace

// expected.txt: a case is a line "$ explain …" and what the command prints. With CROSSCHECK_UPDATE_GOLDEN=1 the file is
// written anew, to be read before it is committed.
TEST_CASE("explain names the step at which a place that nearly matches fails, in each of the seeded cases") {
  constexpr absl::string_view kPrompt = "$ explain ";
  const std::string path = Folder() + "expected.txt";
  const std::string expected = ReadAll(path);
  std::string actual;
  int cases = 0;
  std::string wanted;
  const auto finish = [&](absl::string_view arguments) {
    if (arguments.empty()) return;
    const Answer answer = Explain(ArgumentsOf(arguments));
    const std::string got = answer.out + answer.err;
    CAPTURE(arguments);
    if (std::getenv("CROSSCHECK_UPDATE_GOLDEN") == nullptr) CHECK_EQ(got, wanted);
    absl::StrAppend(&actual, kPrompt, arguments, "\n", got);
    ++cases;
    wanted.clear();
  };
  std::string arguments;
  absl::string_view lines = expected;
  absl::ConsumeSuffix(&lines, "\n");
  for (absl::string_view line : absl::StrSplit(lines, '\n')) {
    if (absl::ConsumePrefix(&line, kPrompt)) {
      finish(arguments);
      arguments = std::string(line);
    } else {
      absl::StrAppend(&wanted, line, "\n");
    }
  }
  finish(arguments);
  CHECK_GE(cases, 20);
  if (std::getenv("CROSSCHECK_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << actual;
}

TEST_CASE("explain says of two amounts what speaks for one question, and that it is too little") {
  const Answer answer = Explain(ArgumentsOf("draft.md:47:42 wire.txt --rule any-money --against wire.txt:13"));
  CAPTURE(answer.out);
  CHECK_EQ(answer.code, 0);
  CHECK(absl::StrContains(answer.out, "any-money: “$2 million” and “$1 million” (wire.txt:13:31)\n"));
  CHECK(absl::StrContains(answer.out, "not held to differ: too little speaks for one question: "));
}

TEST_CASE("explain tells no more of boilerplate than that nothing is looked for there") {
  const std::string path = WriteFile("crosscheck-explain.html",
                                     "<html><body><nav>\nAcme posted revenue of $3 million\n</nav><p>It rained.</p>"
                                     "</body></html>");
  const Answer answer = Explain({path + ":2"});
  CAPTURE(answer.out);
  CHECK_EQ(answer.code, 0);
  CHECK(absl::StrContains(answer.out, "Nothing is looked for here"));
}

TEST_CASE("explain --finding holds the two sides of a finding against each other") {
  std::vector<std::string> args = ArgumentsOf("draft.md wire.txt --rule output --finding");
  args.push_back("0");
  CHECK_EQ(Explain(args).code, 2);
  const Answer all = Explain(ArgumentsOf("draft.md:1 wire.txt --rule revenue"));
  const size_t at = all.out.find("fingerprint ");
  REQUIRE_NE(at, std::string::npos);
  args = ArgumentsOf("draft.md wire.txt --finding");
  args.push_back(all.out.substr(at + 12, 10));
  const Answer answer = Explain(args);
  CAPTURE(answer.out);
  CHECK_EQ(answer.code, 0);
  CHECK(absl::StrContains(answer.out, "revenue: “$3 million” and “$4 million” (wire.txt:1:24)\n    contradiction: "));
}

TEST_CASE("explain --format json has every step by name") {
  const Answer answer = Explain(ArgumentsOf("draft.md:11 wire.txt --rule revenue --format json"));
  CAPTURE(answer.out);
  CHECK_EQ(answer.code, 0);
  CHECK(absl::StartsWith(answer.out, "{\n \"schema\": \"crosscheck-explanation/1\""));
  CHECK(absl::StrContains(answer.out, "\"outcome\": \"unless\""));
  CHECK(absl::StrContains(answer.out, "\"zone\": \"paragraph\""));
}

TEST_CASE("explain refuses what is no place, and a document that is not among those given") {
  CHECK_EQ(Explain({"draft.md"}).code, 2);
  CHECK_EQ(Explain(ArgumentsOf("draft.md:1 --against wire.txt:99")).code, 2);
  CHECK_EQ(Explain(ArgumentsOf("nothing.md:1")).code, 3);
}

TEST_CASE("a slot with the id of an entity matches that entity and no other") {
  const Answer acme = Explain(ArgumentsOf("draft.md:19 --rule shares"));
  CAPTURE(acme.out);
  CHECK(absl::StrContains(acme.out, "2 of 5 parts match, “Acme shares”"));
}

}  // namespace crosscheck
