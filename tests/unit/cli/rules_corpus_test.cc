#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/run_cli.h"
#include "unit/temporary_path.h"

namespace crosscheck {

namespace {

// Rules, and a corpus of three dossiers: two folders with a manifest, and a line.
struct Desk {
  Desk() : path(TemporaryPath("crosscheck-rules-corpus")) {
    std::filesystem::remove_all(path);
    Rules("old", "fine of", "warning");
    for (const char* name : {"a", "b"}) {
      Write(absl::StrCat("corpus/", name, "/dossier.yaml"),
            "version: 1\ndocuments:\n  - {path: draft.md, role: draft}\n  - {path: wire.md}\n");
    }
    Write("corpus/a/draft.md", "Brell Group got a fine of $3 million over the spill at Saltmere on Monday.");
    Write("corpus/a/wire.md", "Brell Group got a fine of $4 million over the spill at Saltmere on Monday.");
    Write("corpus/b/draft.md", "Brell Group got a penalty of $3 million over the spill at Saltmere on Monday.");
    Write("corpus/b/wire.md", "Brell Group got a penalty of $4 million over the spill at Saltmere on Monday.");
    Write("lines.jsonl",
          "{\"id\":\"one\",\"documents\":[{\"path\":\"d\",\"role\":\"draft\",\"text\":\"Brell got a fine of $3 million "
          "for "
          "the spill at Saltmere.\"},{\"path\":\"w\",\"text\":\"Brell got a fine of $4 million for the spill at "
          "Saltmere.\"}]}\n");
  }
  ~Desk() { std::filesystem::remove_all(path); }

  void Write(const std::string& name, const std::string& text) const {
    const std::filesystem::path file = path / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }
  void Rules(const std::string& name, const std::string& words, const std::string& severity) const {
    Write(name + ".yaml",
          absl::StrCat("version: 1\nrules:\n  - {id: fine, attribute: fine, compare: amount, severity: ", severity,
                       ",\n     patterns: ['", words, " {money:value}']}\n"));
  }

  int Run(std::vector<std::string> args) {
    args.insert(args.begin(), "rules");
    args.emplace_back("--no-standard-rules");
    for (std::string& arg : args) {
      if (absl::EndsWith(arg, ".yaml") || absl::EndsWith(arg, ".jsonl") || arg == "corpus") arg = (path / arg).string();
    }
    std::istringstream in;
    std::ostringstream out_stream;
    std::ostringstream err_stream;
    const int code = RunCli(args, CliStreams{in, out_stream, err_stream, false});
    out = out_stream.str();
    err = err_stream.str();
    return code;
  }

  std::filesystem::path path;
  std::string out, err;
};

}  // namespace

TEST_CASE("rules diff tells what a change of rules gains, loses and changes on a corpus") {
  Desk desk;
  CHECK(desk.Run({"diff", "old.yaml", "old.yaml", "corpus", "lines.jsonl"}) == 0);
  CHECK(desk.out == "0 gained, 0 lost, 0 changed, 2 the same, in 3 dossiers\n");
  desk.Rules("new", "(fine|penalty) of", "warning");
  CHECK(desk.Run({"diff", "old.yaml", "new.yaml", "corpus"}) == 1);
  CHECK(absl::StrContains(desk.out, "b/dossier.yaml\n  + warning contradiction: "));
  CHECK(absl::EndsWith(desk.out, "1 gained, 0 lost, 0 changed, 1 the same, in 2 dossiers\n"));
  CHECK(desk.Run({"diff", "new.yaml", "old.yaml", "corpus"}) == 1);
  CHECK(absl::StrContains(desk.out, "  - warning contradiction: "));
  desk.Rules("new", "fine of", "note");
  CHECK(desk.Run({"diff", "old.yaml", "new.yaml", "corpus"}) == 1);
  CHECK(absl::StrContains(desk.out, "  ~ note contradiction: "));
  CHECK(absl::StrContains(desk.out, "    was warning contradiction: "));
  CHECK(desk.Run({"diff", "old.yaml", "new.yaml", "corpus", "--format", "json"}) == 1);
  CHECK(absl::StrContains(desk.out, "\"changed\": [\n"));
}

TEST_CASE("rules diff and profile stop at a rule that is wrong, and at a corpus that is not there") {
  Desk desk;
  desk.Write("bad.yaml", "version: 1\nrulez: []\n");
  CHECK(desk.Run({"diff", "old.yaml", "bad.yaml", "corpus"}) == 2);
  CHECK(desk.out == "");
  CHECK(absl::StrContains(desk.err, "did you mean 'rules'?"));
  CHECK(desk.Run({"diff", "old.yaml", "old.yaml", "none.jsonl"}) == 3);
  CHECK(absl::StrContains(desk.err, "none.jsonl: error: cannot be read\n"));
  CHECK(absl::StrContains(desk.err, "there is no dossier in the corpus"));
  CHECK(desk.Run({"diff", "old.yaml", "old.yaml", "nowhere"}) == 3);
  CHECK(desk.Run({"profile", "none.jsonl"}) == 3);
}

TEST_CASE("rules profile counts what a rule looks at, matches, claims and finds") {
  Desk desk;
  CHECK(desk.Run({"profile", "--rules", "old.yaml", "corpus"}) == 0);
  CHECK(absl::StrContains(desk.out, "looked at  matches  claims  findings\n"));
  CHECK(absl::StrContains(desk.out, "          2        2       2         1\n"));
  CHECK(absl::StrContains(desk.out, "2 dossiers, 4 sentences: "));
  CHECK(desk.Run({"profile", "--rules", "old.yaml", "corpus", "--format", "json"}) == 0);
  CHECK(absl::StrContains(desk.out, "\"matches\": 2"));
}

}  // namespace crosscheck
