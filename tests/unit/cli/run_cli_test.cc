// The command line as a whole, in-process: arguments, files, exit codes, what goes where.
#include "cli/run_cli.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "cli/exit_code.h"
#include "unit/cli/scratch.h"

namespace crosscheck {
namespace {

TEST_CASE("of several exit codes the gravest counts") {
  CHECK(Gravest(1, 0) == 1);
  CHECK(Gravest(3, 1) == 3);
  CHECK(Gravest(2, 3) == 2);
  CHECK(Gravest(2, 4) == 4);
  CHECK(Gravest(0, 0) == 0);
}

TEST_CASE("a wrong command line is 2, with nothing on the standard output") {
  const Scratch scratch;
  const std::string good = scratch.Write("good.md", "The fair opened.");
  const std::vector<std::vector<std::string>> cases = {
      {},
      {"chekc", good},
      {"check"},
      {"check", good, "--no-such-flag"},
      {"check", good, "--format", "sarfi"},
      {"check", good, "--format", "text", "--format", "json"},
      {"check", good, "--fail-on", "sometimes"},
      {"check", good, "--show", "all-of-it"},
      {"check", good, "-j", "0"},
      {"check", good, "-j", "many"},
      {"check", good, "--today", "tomorrow"},
      {"check", good, "--jsonl", "-"},
      {"check", "--jsonl", "-", "--format", "text"},
      {"check", good, "-o", scratch.Path("no/such/folder/out.txt")},
      {"check", good, "--rules", scratch.Path("none.yaml")},
  };
  for (const auto& args : cases) {
    const std::string shown = absl::StrCat("args: ", args.empty() ? "" : args.back());
    CAPTURE(shown);
    const Outcome outcome = Run(args);
    CHECK(outcome.code == kExitUsage);
    CHECK_FALSE(outcome.err.empty());
    if (args.size() < 3 || args[2] != "--rules") CHECK(outcome.out.empty());
  }
}

TEST_CASE("help and version are 0") {
  CHECK(Run({"--help"}).code == kExitClean);
  CHECK(absl::StrContains(Run({"check", "--help"}).out, "--fail-on"));
  CHECK(Run({"version"}).out == Run({"--version"}).out);
}

TEST_CASE("an input that cannot be read is 3, is named with the reason, and the rest is still reported") {
  const Scratch scratch;
  const std::string good = scratch.Write("good.md", "The fair opened.");
  struct Case {
    std::string path;
    const char* reason;
  };
  const Case cases[] = {
      {scratch.Path("missing.md"), "no such file or folder"},
      {scratch.Write("picture.txt", std::string("PNG\0\1", 5)), "binary"},
      {scratch.Write("broken.txt", "ok \xFF\xFE"), "byte 3"},
      {scratch.Write("empty.txt", ""), "empty"},
      {scratch.Write("blank.md", " \n\t\n"), "white space"},
      {scratch.Write("report.xyz", "Some text."), "unknown format '.xyz'"},
      {scratch.Path("none"), "no such file or folder"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    const Outcome outcome = Run({"check", "--fail-on", "never", "--format", "json", c.path, good});
    CHECK(outcome.code == kExitUnread);
    CHECK(absl::StrContains(outcome.err, absl::StrCat(c.path, ": error: ")));
    CHECK(absl::StrContains(outcome.err, c.reason));
    CHECK(absl::StrContains(outcome.out, "\"status\": \"unread\""));
    CHECK(absl::StrContains(outcome.out, "\"status\": \"read\""));
    CHECK(absl::StrContains(outcome.out, "\"unread\": 1"));
  }
}

TEST_CASE("a file without permission is 3") {
  if (geteuid() == 0) {
    MESSAGE("skipped: root may read everything");
    return;
  }
  const Scratch scratch;
  const std::string locked = scratch.Write("locked.md", "Secret.");
  chmod(locked.c_str(), 0);
  const Outcome outcome = Run({"check", locked});
  CHECK(outcome.code == kExitUnread);
  CHECK(absl::StrContains(outcome.err, "ermission"));
}

TEST_CASE("HTML is read under any name") {
  const Scratch scratch;
  const std::string page =
      scratch.Write("story.aspx", "\n<!DOCTYPE html><html><body><p>The fair opened.</p></body></html>");
  CHECK(Run({"check", page}).code == kExitClean);
}

TEST_CASE("a folder gives its documents of known formats, sorted, folders inside it included") {
  const Scratch scratch;
  scratch.Write("d/b.txt", "Second.");
  scratch.Write("d/a.md", "First.");
  scratch.Write("d/sub/c.html", "<p>Third.</p>");
  scratch.Write("d/.hidden/x.md", "Not this.");
  scratch.Write("d/picture.png", "Not this either.");
  const Outcome outcome = Run({"check", scratch.Path("d"), scratch.Path("d/a.md"), "--format", "json"});
  CHECK(outcome.code == kExitClean);
  const size_t a = outcome.out.find("d/a.md\""), b = outcome.out.find("d/b.txt\""),
               c = outcome.out.find("d/sub/c.html\"");
  CHECK(a < b);
  CHECK(b < c);
  CHECK(c != std::string::npos);
  CHECK(outcome.out.find("d/a.md\"", a + 1) == std::string::npos);  // named twice, read once
  CHECK_FALSE(absl::StrContains(outcome.out, ".png"));
  CHECK_FALSE(absl::StrContains(outcome.out, ".hidden"));
}

TEST_CASE("a folder without documents is 3") {
  const Scratch scratch;
  scratch.Write("d/picture.png", "x");
  CHECK(Run({"check", scratch.Path("d")}).code == kExitUnread);
}

TEST_CASE("a manifest says what is known of its documents, and a folder is read by the manifest in it") {
  const Scratch scratch;
  scratch.Write("d/story.md", "The fair opened.");
  scratch.Write("d/sources/wire.txt", "The fair began.");
  scratch.Write("d/unlisted.md", "Not listed.");
  scratch.Write("d/dossier.yaml",
                "version: 1\ndocuments:\n  - {path: story.md, role: draft, published: 2025-07-15}\n"
                "  - {path: sources/wire.txt, publisher: Wire}\n");
  for (const std::string& path : {scratch.Path("d"), scratch.Path("d/dossier.yaml")}) {
    const Outcome outcome = Run({"check", path, "--format", "json"});
    CHECK(outcome.code == kExitClean);
    CHECK(absl::StrContains(outcome.out, "\"role\": \"draft\""));
    CHECK(absl::StrContains(outcome.out, "\"published\": \"2025-07-15\""));
    CHECK(absl::StrContains(outcome.out, "\"publisher\": \"Wire\""));
    CHECK_FALSE(absl::StrContains(outcome.out, "unlisted"));
  }
}

TEST_CASE("a manifest with a wrong key or path is 2, with the place, and its other documents are still read") {
  const Scratch scratch;
  scratch.Write("story.md", "The fair opened.");
  const std::string wrong_key =
      scratch.Write("key.yaml", "version: 1\ndocuments:\n  - path: story.md\n    publishd: 2025-07-15\n");
  Outcome outcome = Run({"check", wrong_key});
  CHECK(outcome.code == kExitUsage);
  CHECK(absl::StrContains(outcome.out, "1 document, 0 not read"));
  CHECK(absl::StrContains(outcome.err, "key.yaml:4:5: error: unknown key 'publishd'"));
  const std::string wrong_path =
      scratch.Write("path.yaml", "version: 1\ndocuments:\n  - path: story.md\n  - path: nowhere.md\n");
  outcome = Run({"check", wrong_path, "--format", "json"});
  CHECK(outcome.code == kExitUsage);
  CHECK(absl::StrContains(outcome.err, "path.yaml:4:"));
  CHECK(absl::StrContains(outcome.err, "nowhere.md"));
  CHECK(absl::StrContains(outcome.out, "\"status\": \"read\""));
  CHECK(absl::StrContains(outcome.out, "\"status\": \"unread\""));
}

TEST_CASE("a rule file with five mistakes names all five, is 2, and the rest is still reported") {
  const Scratch scratch;
  const std::string good = scratch.Write("good.md", "The fair opened.");
  const std::string rules = scratch.Write("wrong.yaml",
                                          "version: 1\n"
                                          "rulez: []\n"
                                          "rules:\n"
                                          "  - id: One Two\n"
                                          "    attribute: toll\n"
                                          "    severity: fatal\n"
                                          "    patern: x\n"
                                          "    patterns: ['{money:value']\n");
  const Outcome outcome = Run({"check", good, "--rules", rules});
  CHECK(outcome.code == kExitUsage);
  size_t errors = 0;
  for (const auto& line : absl::StrSplit(outcome.err, '\n')) {
    if (absl::StartsWith(line, rules + ":") && absl::StrContains(line, ": error: ")) ++errors;
  }
  CHECK(errors >= 5);
  CHECK(absl::StrContains(outcome.out, "1 document, 0 not read"));
}

TEST_CASE("--draft makes one document the draft, wherever it is named") {
  const Scratch scratch;
  const std::string a = scratch.Write("a.md", "The fair opened.");
  const std::string b = scratch.Write("b.md", "The fair began.");
  for (const auto& args : {std::vector<std::string>{"check", a, "--draft", b, "--format", "jsonl"},
                           std::vector<std::string>{"check", a, b, "--draft", b, "--format", "jsonl"}}) {
    const Outcome outcome = Run(args);
    CHECK(outcome.code == kExitClean);
    CHECK(absl::StrContains(outcome.out, "b.md\",\"role\":\"draft\""));
    CHECK(absl::StrContains(outcome.out, "a.md\",\"role\":\"source\""));
  }
  CHECK(Run({"check", a, "--draft", scratch.Path("none.md")}).code == kExitUnread);
}

TEST_CASE("reports go where they are sent, and the rest to the standard error") {
  const Scratch scratch;
  const std::string good = scratch.Write("good.md", "The fair opened.");
  Outcome outcome = Run({"check", good, "-o", scratch.Path("out.txt")});
  CHECK(outcome.code == kExitClean);
  CHECK(outcome.out.empty());
  CHECK(absl::StrContains(scratch.Read("out.txt"), "1 document"));
  outcome = Run({"check", good, "--format", absl::StrCat("json=", scratch.Path("a.json")), "--format", "text"});
  CHECK(absl::StrContains(outcome.out, "1 document"));
  CHECK(absl::StartsWith(scratch.Read("a.json"), "{"));
  CHECK(outcome.err.empty());
}

TEST_CASE("a dossier a line gives a report a line, and a bad line does not stop the others") {
  const std::string input =
      "{\"id\":\"a\",\"documents\":[{\"path\":\"x\",\"text\":\"The fair opened.\"}]}\n"
      "not json\n"
      "\n"
      "{\"id\":3,\"documents\":[{\"path\":\"x\",\"text\":\"It closed.\"}]}";
  for (const char* command : {"check", "claims"}) {
    CAPTURE(command);
    const Outcome one = Run({command, "--jsonl", "-", "-j", "1"}, input);
    CHECK(one.code == kExitUnread);
    const std::vector<std::string> lines = absl::StrSplit(one.out, '\n', absl::SkipEmpty());
    REQUIRE(lines.size() == 3);
    CHECK(absl::StartsWith(lines[0], "{\"id\":\"a\",\"schema\""));
    CHECK(absl::StartsWith(lines[1], "{\"id\":null,\"line\":2,\"error\":"));
    CHECK(absl::StartsWith(lines[2], "{\"id\":3,\"schema\""));
    CHECK(Run({command, "--jsonl", "-", "-j", "4"}, input).out == one.out);
  }
  const Scratch scratch;
  const std::string file = scratch.Write("in.jsonl", input);
  CHECK(Run({"check", "--jsonl", file}).code == kExitUnread);
  CHECK(Run({"check", "--jsonl", scratch.Path("none.jsonl")}).code == kExitUnread);
}

}  // namespace
}  // namespace crosscheck
