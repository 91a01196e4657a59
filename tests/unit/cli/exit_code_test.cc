// The truth table of exit codes: what is wrong, and what the caller is told.
#include "cli/exit_code.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "unit/cli/scratch.h"

namespace crosscheck {
namespace {

constexpr char kRules[] = R"(version: 1
rules:
  - id: bridge-price
    attribute: price
    severity: error
    patterns: ['the bridge cost {money:value}']
    subject: =bridge
    compare: amount
    tests:
      - {name: other, documents: {draft: 'The bridge cost <<$3 million>>.', wire: 'The bridge cost $4 million.'}, want: contradiction}
      - {name: same, documents: {draft: 'The bridge cost $3 million.', wire: 'The bridge cost $3 million.'}, want: nothing}
)";

// What every row can name: %name% is its path.
void WriteFiles(const Scratch& scratch) {
  scratch.Write("rules.yaml", kRules);
  scratch.Write("note.yaml", absl::StrReplaceAll(kRules, {{"severity: error", "severity: note"}}));
  scratch.Write("warning.yaml", absl::StrReplaceAll(kRules, {{"severity: error", "severity: warning"}}));
  scratch.Write("wrong.yaml", "version: 1\nrules: [{id: x, patern: y}]\n");
  scratch.Write("draft.md", "The bridge cost $3 million.\n");
  scratch.Write("same.txt", "The bridge cost $3 million.\n");
  scratch.Write("other.txt", "The bridge cost $4 million.\n");
  scratch.Write("empty.md", "");
  scratch.Write("blank.md", " \n \n");
  scratch.Write("binary.md", std::string("\x7f"
                                         "ELF\0\1\2",
                                         7));
  scratch.Write("latin1.md", "caf\xE9");
  scratch.Write("odd.xyz", "text");
  scratch.Write("nothing/picture.png", "x");
  std::string essay;
  for (int i = 0; i < 80; ++i) essay += "lorem ipsum dolor sit amet consectetur ";
  scratch.Write("essay.md", essay + "\n");
  const char* manifest = "version: 1\ndocuments:\n  - {path: draft.md, role: draft}\n";
  scratch.Write("good.yaml", absl::StrCat(manifest, "  - {path: same.txt}\n"));
  scratch.Write("killed.yaml", absl::StrCat(manifest, "  - {path: other.txt, status: withdrawn}\n"));
  scratch.Write("misspelt.yaml", absl::StrCat(manifest, "  - {path: same.txt, publishd: x}\n"));
  scratch.Write("gone.yaml", absl::StrCat(manifest, "  - {path: gone.txt}\n"));
  scratch.Write("base-old.yaml",
                "version: 1\nfindings: [{fingerprint: 0123456789abcdef, document: draft.md, message: old}]\n");
  scratch.Write("base-wrong.yaml", "version: 1\nfindings: x\n");
  const char* waiver =
      "version: 1\nwaivers: [{rule: bridge-price, document: draft.md, text: bridge, reason: r, owner: o, until: ";
  scratch.Write("waive.yaml", absl::StrCat(waiver, "2026-12-31}]\n"));
  scratch.Write("waive-today.yaml", absl::StrCat(waiver, "2026-06-15}]\n"));
  scratch.Write("waive-expired.yaml", absl::StrCat(waiver, "2026-06-14}]\n"));
  scratch.Write("waive-unknown.yaml",
                absl::StrReplaceAll(absl::StrCat(waiver, "2026-12-31}]\n"), {{"bridge-price", "no-such"}}));
  scratch.Write("waive-no-end.yaml", absl::StrReplaceAll(absl::StrCat(waiver, "soon}]\n"), {{", until: soon", ""}}));
  scratch.Write("config.yaml", "version: 1\nfail_on: warning\n");
  scratch.Write("config-wrong.yaml", "version: 1\nfail-on: warning\n");
  scratch.Write("lines.jsonl",
                "{\"id\":1,\"documents\":[{\"path\":\"a\",\"role\":\"draft\",\"text\":\"The bridge cost $3 million.\"},"
                "{\"path\":\"b\",\"text\":\"The bridge cost $4 million.\"}]}\n");
  scratch.Write("lines-wrong.jsonl", "{\"id\":1}\n");
}

struct Row {
  const char* args;  // of `check`, after the rules of rules.yaml; words parted by spaces
  int code;
  const char* why;
};

constexpr Row kRows[] = {
    {"%draft.md% %same.txt%", 0, "agreement"},
    {"%draft.md% %other.txt%", 1, "a contradiction"},
    {"%good.yaml%", 0, "a manifest"},
    {"%killed.yaml%", 0, "a killed source is named and counts for nothing"},
    {"%killed.yaml% --fail-on warning", 1, "…and then no source is left, which is a warning"},
    // inputs
    {"%missing.md%", 3, "a missing input"},
    {"%missing.md% %draft.md% %other.txt%", 3, "a missing input beside a contradiction"},
    {"%missing.md% %same.txt% --fail-on never", 3, "a missing input, though nothing may fail"},
    {"%missing.md% -o %out.txt%", 3, "a missing input, the report in a file"},
    {"%missing.md% --format json --show error", 3, "a missing input, little shown"},
    {"%empty.md% %draft.md%", 3, "an empty input"},
    {"%blank.md% %draft.md%", 3, "white space"},
    {"%binary.md% %draft.md%", 3, "a binary input"},
    {"%latin1.md% %draft.md%", 3, "no UTF-8"},
    {"%odd.xyz% %draft.md%", 3, "an unknown format"},
    {"%nothing%", 3, "a folder without documents"},
    {"%missing.yaml%", 3, "a missing manifest"},
    {"--draft %missing.md% %same.txt%", 3, "a missing draft"},
    {"%misspelt.yaml%", 2, "a misspelt key of a manifest"},
    {"%gone.yaml%", 2, "a manifest that names what is not there"},
    {"%gone.yaml% %missing.md%", 2, "2 before 3"},
    {"--draft %draft.md% %draft.md%", 0, "a draft without a source: a warning"},
    {"--draft %draft.md% %draft.md% --fail-on warning", 1, "…that fails where warnings do"},
    {"--draft %essay.md% %same.txt%", 1, "no claim in a long draft"},
    {"--draft %essay.md% %same.txt% --fail-on never", 0, "…where nothing may fail"},
    // the command line
    {"", 2, "no PATH"},
    {"%draft.md% --no-such-option", 2, "an unknown option"},
    {"%draft.md% --format sarfi", 2, "an unknown format"},
    {"%draft.md% --fail-on sometimes", 2, "an unknown severity"},
    {"%draft.md% --show most", 2, "an unknown severity to show"},
    {"%draft.md% -j 0", 2, "no threads"},
    {"%draft.md% --today 2026-02-30", 2, "no such day"},
    {"%draft.md% --format text --format json", 2, "two formats in one place"},
    {"%draft.md% --since -x", 2, "no revision"},
    // rules and configuration
    {"%draft.md% %same.txt% --rules %missing.yaml%", 2, "a missing rule file"},
    {"%draft.md% %same.txt% --rules %wrong.yaml%", 2, "a wrong rule file"},
    {"%draft.md% %other.txt% --rules %wrong.yaml%", 2, "2 before 1"},
    {"%draft.md% %same.txt% --config %missing.yaml%", 2, "a missing configuration"},
    {"%draft.md% %same.txt% --config %config-wrong.yaml%", 2, "a wrong configuration"},
    {"%draft.md% %same.txt% --config %config.yaml%", 0, "a configuration"},
    // where the report goes
    {"%draft.md% %other.txt% -o %out.txt%", 1, "a file of the report changes nothing"},
    {"%draft.md% %other.txt% --format json=%out.json% --format text", 1, "nor do two"},
    {"%draft.md% %same.txt% -o %no/such/folder.txt%", 2, "-o to a bad place"},
    {"%draft.md% %other.txt% -o %no/such/folder.txt%", 2, "-o to a bad place, and a contradiction"},
    {"%draft.md% %same.txt% -o /dev/full", 4, "a full disk"},
    {"%missing.md% -o /dev/full", 4, "4 before all"},
    {"%draft.md% %same.txt% --format json=/dev/full --format text", 4, "a full disk for one of two"},
    // what fails and what is shown
    {"%draft.md% %other.txt% --fail-on never", 0, "nothing fails"},
    {"%draft.md% %other.txt% --fail-on note --show error", 1, "what is shown does not matter"},
    {"%draft.md% %other.txt% --show error", 1, "an error, shown"},
    // baseline
    {"%draft.md% %other.txt% --baseline %base.yaml%", 0, "a known finding"},
    {"%draft.md% %other.txt% --baseline %base-old.yaml%", 1, "a finding that is not in the baseline"},
    {"%draft.md% %same.txt% --baseline %base-old.yaml%", 0, "a stale entry is said"},
    {"%draft.md% %same.txt% --baseline %base-old.yaml% --fail-on note", 1, "…and fails where notes do"},
    {"%draft.md% %same.txt% --baseline %missing.yaml%", 2, "a missing baseline"},
    {"%draft.md% %other.txt% --baseline %missing.yaml% --fail-on never", 2, "…though nothing may fail"},
    {"%draft.md% %same.txt% --baseline %base-wrong.yaml%", 2, "a broken baseline"},
    // waivers, on 2026-06-15
    {"%draft.md% %other.txt% --waivers %waive.yaml%", 0, "a waiver"},
    {"%draft.md% %other.txt% --waivers %waive-today.yaml%", 0, "its last day"},
    {"%draft.md% %other.txt% --waivers %waive-expired.yaml%", 1, "the day after"},
    {"%draft.md% %same.txt% --waivers %waive.yaml%", 0, "a waiver that is about nothing: a warning"},
    {"%draft.md% %same.txt% --waivers %waive.yaml% --fail-on warning", 1, "…that fails where warnings do"},
    {"%draft.md% %other.txt% --waivers %waive-unknown.yaml%", 2, "a waiver of an unknown rule"},
    {"%draft.md% %other.txt% --waivers %waive-no-end.yaml%", 2, "a waiver without an end"},
    {"%draft.md% %other.txt% --waivers %missing.yaml%", 2, "a missing waiver file"},
    // lines
    {"--jsonl %lines.jsonl%", 1, "a contradiction in a line"},
    {"--jsonl %lines-wrong.jsonl%", 3, "a line that cannot be read"},
    {"--jsonl %missing.jsonl%", 3, "missing lines"},
    {"--jsonl %lines.jsonl% %draft.md%", 2, "lines and a PATH"},
    {"--jsonl %lines.jsonl% --baseline %base.yaml%", 2, "lines and a baseline"},
};

std::vector<std::string> ArgsOf(const Scratch& scratch, std::string text) {
  // Without a draft no contradiction is an error.
  text = absl::StrReplaceAll(text, {{"%draft.md% %other.txt%", "--draft %draft.md% %other.txt%"}});
  std::vector<std::string> args = {"check", "--no-standard-rules", "--rules", scratch.Path("rules.yaml")};
  if (text.find("--today") == std::string::npos) args.insert(args.end(), {"--today", "2026-06-15"});
  std::string filled;
  const std::vector<std::string> parts = absl::StrSplit(text, '%');
  for (size_t i = 0; i < parts.size(); ++i) absl::StrAppend(&filled, i % 2 == 1 ? scratch.Path(parts[i]) : parts[i]);
  for (const std::string& word : std::vector<std::string>(absl::StrSplit(filled, ' ', absl::SkipEmpty())))
    args.push_back(word);
  return args;
}

TEST_CASE("the truth table of exit codes") {
  const Scratch scratch;
  WriteFiles(scratch);
  std::vector<std::string> write = ArgsOf(scratch, "%draft.md% %other.txt% --baseline %base.yaml%");
  write[0] = "baseline";
  write.insert(write.begin() + 1, "write");
  REQUIRE(Run(write).code == kExitClean);
  for (const Row& row : kRows) {
    CAPTURE(row.args);
    CAPTURE(row.why);
    const Outcome outcome = Run(ArgsOf(scratch, row.args));
    CAPTURE(outcome.err);
    CAPTURE(outcome.out);
    CHECK(outcome.code == row.code);
    if (row.code >= 2) CHECK_FALSE(outcome.err.empty());
    const bool elsewhere = std::string(row.args).find("-o ") != std::string::npos;
    if (row.code == 0 && !elsewhere) CHECK_FALSE(outcome.out.empty());
  }
  CHECK(std::size(kRows) >= 30);
}

TEST_CASE("--fail-on and severities") {
  const Scratch scratch;
  WriteFiles(scratch);
  constexpr const char* kLevels[] = {"note", "warning", "error", "never"};
  const char* rules[] = {"note.yaml", "warning.yaml", "rules.yaml"};
  for (int severity = 0; severity < 3; ++severity) {
    for (int level = 0; level < 4; ++level) {
      for (const char* show : {"note", "warning", "error"}) {
        CAPTURE(severity);
        CAPTURE(kLevels[level]);
        CAPTURE(show);
        const Outcome outcome =
            Run({"check", "--no-standard-rules", "--rules", scratch.Path(rules[severity]), "--draft",
                 scratch.Path("draft.md"), scratch.Path("other.txt"), "--fail-on", kLevels[level], "--show", show});
        CHECK(outcome.code == (severity >= level ? kExitFindings : kExitClean));
      }
    }
  }
}

}  // namespace
}  // namespace crosscheck
