#include "cli/rules_commands.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "absl/strings/match.h"
#include "cli/run_cli.h"
#include "unit/temporary_path.h"

namespace crosscheck {

namespace {

// A folder of its own for each name, emptied before.
std::string FolderWith(const std::string& name, const std::string& file, const std::string& text) {
  const std::filesystem::path folder = TemporaryPath("crosscheck-rules-" + name);
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / file) << text;
  return folder.string();
}

int Run(const std::vector<std::string>& args, std::string& out, std::string& err) {
  std::istringstream in;
  std::ostringstream out_stream;
  std::ostringstream err_stream;
  const int code = RunCli(args, CliStreams{in, out_stream, err_stream, false});
  out = out_stream.str();
  err = err_stream.str();
  return code;
}

constexpr char kOdd[] = R"yaml(version: 1
entities:
  acme: {type: org, names: [Acme], part_of: group}
  group: {type: org, names: [acme], part_of: acme}
rules:
  - id: odd
    attribute: a
    compare: amount
    patterns:
      - '{org} ... {money}'
      - 'x (a b|c|A B)'
      - 'X (a b|c|a b)'
      - {regex: 'toll of.*[0-9]+'}
      - {regex: 'a(?!b)'}
      - {regex: '(a'}
  - {id: other, attribute: b, compare: count, patterns: ['{number:value} dead']}
)yaml";

}  // namespace

TEST_CASE("rules validate says what is wrong and what is hardly meant") {
  const std::string folder = FolderWith("odd", "r.yaml", kOdd);
  std::string out;
  std::string err;
  CHECK(Run({"rules", "validate", "--no-standard-rules", folder}, out, err) == 2);
  CHECK(err == "");
  for (const char* wanted : {
           "r.yaml:3:3: error: the entity 'acme' lies in itself, by way of 'part_of'\n",
           "r.yaml:4:3: error: the name 'acme' belongs to the entity 'acme' too\n",
           "r.yaml:10:10: error: a pattern without a word: every sentence would have to run it\n",
           "r.yaml:11:19: error: the alternative 'a b' can never match: it stands before already\n",
           "r.yaml:12:10: error: the same pattern stands on line 11 already\n",
           "r.yaml:13:25: error: a gap before a digit takes all digits but the last",
           "r.yaml:14:19: error: this regular expression is refused: invalid perl operator: (?!; there is no "
           "look-around",
           "r.yaml:15:18: error: this regular expression is refused: missing ): (a\n      - {regex: '(a'}\n",
       }) {
    CAPTURE(wanted);
    CHECK(absl::StrContains(out, wanted));
  }
  CHECK(Run({"rules", "validate", "--no-standard-rules", "--format", "json", folder}, out, err) == 2);
  CHECK(absl::StrContains(out, "\"errors\": 18"));
}

TEST_CASE("the standard rules are without an error") {
  std::string out;
  std::string err;
  CHECK(Run({"rules", "validate"}, out, err) == 0);
}

TEST_CASE("rules list and show find the rules of files") {
  const std::string folder = FolderWith("list", "r.yaml", kOdd);
  std::string out;
  std::string err;
  Run({"rules", "list", "--no-standard-rules", folder}, out, err);
  CHECK(absl::StrContains(out, "odd    warning  rule      amount        0 tests   "));
  CHECK(absl::StrContains(out, "r.yaml:16\n"));
  Run({"rules", "list", folder}, out, err);
  CHECK(std::count(out.begin(), out.end(), '\n') == 2);  // those of the files that are named
  Run({"rules", "list", folder, "-k", "^oth", "--severity", "warning", "--compares", "count"}, out, err);
  CHECK(absl::StartsWith(out, "other  warning  rule      count         0 tests   "));
  Run({"rules", "list", "--no-standard-rules", folder, "--tag", "none"}, out, err);
  CHECK(out == "");
  Run({"rules", "show", "other", "--no-standard-rules", "--rules", folder}, out, err);
  CHECK(absl::StrContains(out, "  - id: other"));
  CHECK(absl::StrContains(out, "      - '{number:value} dead'"));
  CHECK(absl::StrContains(out, "r.yaml:16\n"));
  CHECK(Run({"rules", "show", "othre", "--no-standard-rules", "--rules", folder}, out, err) == 2);
  CHECK(absl::StrContains(err, "no rule is called 'othre'; did you mean 'other'?"));
}

TEST_CASE("of the shipped rules an author hears nothing, and a clash with them is told in the author's file") {
  const std::string folder = FolderWith("clash", "a.yaml",
                                        "version: 1\nrules:\n  - {id: write-down, attribute: a, compare: amount, "
                                        "patterns: ['toll of {money:value}']}\n");
  std::string out;
  std::string err;
  CHECK(Run({"rules", "validate", folder}, out, err) == 2);
  CHECK(absl::StrContains(out, "a.yaml:3:10: error: duplicate id 'write-down'; the first is in rules/related.yaml:"));
  CHECK(absl::StrContains(out, "1 file, 1 rule: 1 error, 1 warning\n"));
}

TEST_CASE("a comparison that lacks the words that it goes by is an error, and not silent") {
  const std::string folder = FolderWith("lexicons", "a.yaml",
                                        "version: 1\nlexicons:\n  mixed: {takings: [revenue, proft]}\naligned:\n"
                                        "  - {id: a, compare: sign}\n"
                                        "  - {id: b, compare: {as: label, families: mixed}}\n");
  std::string out;
  std::string err;
  CHECK(Run({"rules", "validate", "--no-standard-rules", folder}, out, err) == 2);
  CHECK(absl::StrContains(out,
                          "a.yaml:5:5: error: the comparison 'sign' needs the lexicon 'direction', which the shipped "
                          "rules have, or one of your own under 'lexicon'\n"));
  CHECK(absl::StrContains(out, "the comparison 'label' needs the lexicon 'measures', which the shipped rules have\n"));
  CHECK(Run({"rules", "validate", folder}, out, err) == 2);
  CHECK(absl::StrContains(out,
                          "a.yaml:6:44: error: 'proft' in the lexicon 'mixed' is no measure of the lexicon "
                          "'measures'; did you mean 'profit'?\n"));
  CHECK(absl::StrContains(out, "1 file, 2 rules: 1 error, 2 warnings\n"));
}

TEST_CASE("what is no rule file is not read as one") {
  const std::string folder = FolderWith("none", "a.md", "# Words: of an article\n");
  std::string out;
  std::string err;
  CHECK(Run({"rules", "validate", folder + "/a.md"}, out, err) == 2);
  CHECK(err == folder + "/a.md: error: not a rule file: its name does not end in .yaml\n");
  CHECK(out == "0 files, 0 rules: 0 errors, 0 warnings\n");
  CHECK(Run({"rules", "validate", folder}, out, err) == 2);
  CHECK(err == folder + ": error: no rule file (.yaml) in this folder\n");
}

TEST_CASE("a slip in a command or an option is told with what was meant") {
  std::string out;
  std::string err;
  CHECK(Run({"rules", "lits"}, out, err) == 2);
  CHECK(err == "crosscheck: error: unknown command 'lits'; did you mean 'list'?\n");
  CHECK(Run({"rules", "list", "--formt", "json"}, out, err) == 2);
  CHECK(err ==
        "crosscheck: error: unknown option '--formt'; did you mean '--format'?\nTry 'crosscheck rules list --help'.\n");
  CHECK(Run({"rules"}, out, err) == 2);
  CHECK(absl::StrContains(err, "Usage: crosscheck rules"));
  CHECK(Run({}, out, err) == 2);
  CHECK(absl::StrContains(err, "Usage: crosscheck "));
  CHECK(out == "");
}

TEST_CASE("a rule file brings what it names") {
  const std::string folder =
      FolderWith("names", "r.yaml", "version: 1\nimports: [other.yaml]\nlexicons: {x: {tsv: x.tsv}}\n");
  std::ofstream(folder + "/other.yaml") << "version: 1\n";
  std::ofstream(folder + "/x.tsv") << "one\n";
  std::string out;
  std::string err;
  CHECK(Run({"rules", "validate", "--no-standard-rules", folder + "/r.yaml"}, out, err) == 0);
  CHECK(out == "2 files, 0 rules: 0 errors, 0 warnings\n");
  std::filesystem::remove(folder + "/x.tsv");
  CHECK(Run({"rules", "validate", "--no-standard-rules", folder + "/r.yaml"}, out, err) == 2);
  CHECK(absl::StrContains(out, "r.yaml:3:21: error: there is no file"));
}

}  // namespace crosscheck
