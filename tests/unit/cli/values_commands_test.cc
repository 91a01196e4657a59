#include "cli/values_commands.h"

#include <doctest/doctest.h>

#include <sstream>

#include "absl/strings/match.h"
#include "cli/run_cli.h"

namespace crosscheck {
namespace {

TEST_CASE("a line of mentions or compare that cannot be read says why and keeps its id") {
  std::string id;
  CHECK(AnswerMentionsLine(R"({"id":"a"})", id).status().message() == "'text' is missing");
  CHECK(id == "\"a\"");
  CHECK(AnswerMentionsLine(R"({"id":1,"text":"x","published":"soon"})", id).status().message() ==
        "'published' is no day such as 2025-07-15: 'soon'");
  CHECK(id == "1");
  CHECK(AnswerCompareLine(R"({"id":2,"a":"x"})", id).status().message() == "'b' is missing");
  CHECK(AnswerCompareLine(R"({"id":2,"a":"x","b":3})", id).status().message() == "'b' is no string");
  CHECK_FALSE(AnswerCompareLine("{", id).ok());
  CHECK(id == "null");
}

TEST_CASE("a text without values has an empty list, and no value compares with nothing") {
  std::string id;
  CHECK(*AnswerMentionsLine(R"({"id":"a","text":"The fair opened."})", id) == "{\"id\":\"a\",\"mentions\":[]}\n");
  CHECK(*AnswerCompareLine(R"({"id":"a","a":"the fair","b":"the show"})", id) ==
        "{\"id\":\"a\",\"relation\":\"incomparable\",\"reason\":\"no value in 'the fair'\"}\n");
}

TEST_CASE("mentions and compare answer line by line and go on after a bad one") {
  for (const char* command : {"mentions", "compare"}) {
    CAPTURE(command);
    std::istringstream in(
        "{\"id\":1,\"text\":\"x\",\"a\":\"x\",\"b\":\"y\"}\n[]\n{\"id\":2,\"text\":\"\",\"a\":\"\",\"b\":\"\"}\n");
    std::ostringstream out, err;
    CHECK(RunCli({command, "--jsonl", "-"}, CliStreams{in, out, err, false}) == 3);
    CHECK(absl::StartsWith(out.str(), "{\"id\":1,"));
    CHECK(absl::StrContains(out.str(), "\n{\"id\":null,\"line\":2,\"error\":\"no JSON object\"}\n{\"id\":2,"));
    CHECK(err.str() == "line 2: error: no JSON object\n");
  }
}

TEST_CASE("mentions and compare need one kind of input") {
  for (const std::vector<std::string>& args :
       {std::vector<std::string>{"mentions"}, {"compare", "one"}, {"compare", "a", "b", "--jsonl", "-"}}) {
    std::istringstream in;
    std::ostringstream out, err;
    CHECK(RunCli(args, CliStreams{in, out, err, false}) == 2);
  }
}

}  // namespace
}  // namespace crosscheck
