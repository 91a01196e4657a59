#include "cli/new_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/files.h"
#include "cli/rule_templates.h"
#include "cli/run_cli.h"
#include "rule/compare_kinds.h"
#include "unit/temporary_path.h"

namespace crosscheck {

namespace {

// An empty folder that is gone afterwards.
struct Folder {
  Folder() : path(TemporaryPath("crosscheck-new-files")) {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string operator/(const std::string& name) const { return (path / name).string(); }
  std::filesystem::path path;
};

struct Run {
  int code;
  std::string out, err;
};
Run Cli(const std::vector<std::string>& args) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const int code = RunCli(args, CliStreams{in, out, err, false});
  return {code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("there is a new rule for every comparison of rules, and it passes its tests") {
  const Folder folder;
  std::set<std::string> kinds;
  for (const CompareKind& kind : kCompareKinds) {
    if (!kind.aligned) kinds.emplace(kind.name);
  }
  for (const std::string& kind : kinds) {
    CAPTURE(kind);
    const std::string file = folder / (kind + ".yaml");
    REQUIRE(Cli({"rules", "new", "my-" + kind, "--compare", kind, "-o", file}).code == 0);
    const Run validated = Cli({"rules", "validate", "--no-standard-rules", file});
    CHECK(validated.out == "1 file, 1 rule: 0 errors, 0 warnings\n");
    const Run tested = Cli({"rules", "test", file});
    CHECK(tested.out == "2 tests: 2 passed, 0 failed, 0 to do, 0 to do that pass\n");
    CHECK(tested.code == 0);
  }
  CHECK(kinds.size() == RuleTemplates().size());
}

TEST_CASE("a new rule needs an id that is free, a comparison of rules, and a file that is not there") {
  const Folder folder;
  const std::string file = folder / "a.yaml";
  struct Row {
    std::vector<std::string> args;
    std::string err;
  };
  const Row kRows[] = {
      {{"My Rule"}, "'My Rule' is no id: use lower-case letters, digits and hyphens\n"},
      {{"write-down"},
       "'write-down' is the id of a rule that comes with the program (rules/related.yaml); choose another, or put "
       "'extends: write-down' into a rule of your own\n"},
      {{"mine", "--compare", "amuont"}, "--compare: unknown comparison 'amuont'; did you mean 'amount'?\n"},
      {{"mine", "--compare", "values"},
       "--compare: 'values' needs no pattern and is for aligned rules; copy one of the shipped ones, which 'crosscheck "
       "rules list' names and 'crosscheck rules show ID' prints\n"},
  };
  for (const Row& row : kRows) {
    std::vector<std::string> args = {"rules", "new"};
    args.insert(args.end(), row.args.begin(), row.args.end());
    args.insert(args.end(), {"-o", file});
    const Run run = Cli(args);
    CHECK(run.err == "crosscheck: error: " + row.err);
    CHECK(run.code == 2);
  }
  CHECK_FALSE(std::filesystem::exists(file));
  std::ofstream(file) << "mine";
  CHECK(Cli({"rules", "new", "mine", "-o", file}).err ==
        "crosscheck: error: " + file + " is there already; name another with -o\n");
  CHECK(*ReadFile(file) == "mine");
  CHECK(Cli({"rules", "new", "mine", "-o", "-"}).out == NewRuleFile("mine", *FindRuleTemplate("amount"), ""));
}

TEST_CASE("a starter project passes its tests, has a finding, and is never written over") {
  const Folder folder;
  const std::string project = folder / "desk";
  CHECK(Cli({"init", project}).code == 0);
  CHECK(Cli({"rules", "test", project + "/rules"}).code == 0);
  const Run checked = Cli({"check", "--rules", project + "/rules", "--fail-on", "warning", project + "/dossier.yaml"});
  CHECK(checked.code == 1);
  CHECK(checked.out.find("[case-number]") != std::string::npos);
  CHECK(checked.out.find("0 errors, 1 warning, 0 notes") != std::string::npos);
  std::ofstream(project + "/draft.md") << "mine";
  std::filesystem::remove(project + "/wire.md");
  const Run again = Cli({"init", project});
  CHECK(again.code == 0);
  CHECK(again.out.find("draft.md                  is there already, and stays as it is\n") != std::string::npos);
  CHECK(*ReadFile(project + "/draft.md") == "mine");
  CHECK(std::filesystem::exists(project + "/wire.md"));
  CHECK(Cli({"init", project + "/draft.md"}).code == 2);
}

}  // namespace crosscheck
