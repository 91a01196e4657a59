#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "cli/run_cli.h"
#include "unit/temporary_path.h"

namespace crosscheck {

namespace {

// Twenty-five slips of an author, one each. The mark ⟦…⟧ stands at the place that must be named; it is taken out before
// the file is written, so that no line number or column can go stale.
constexpr char kFile[] = R"yaml(version: 1
lexicons:
  cut: [cut~, ⟦1⟧""]
entities:
  acme: {type: org, names: [Acme, Acme Corp.], ⟦2⟧alias: [The Rocket Maker]}
  ⟦3⟧brell: {type: org, names: [ACME Corp.]}
  mayor: {type: office, names: [mayor], holders: [{name: A B, from: ⟦4⟧2021-13-20}]}
patterns:
  booked: '(report|post)~ {pattern:⟦5⟧boked}'
rules:
  - id: first
    attribute: revenue
    ⟦6⟧patern: ['revenue of {money:value}']
    compare: amount
  - id: ⟦7⟧Second Rule
    attribute: revenue
    patterns:
      - 'sales of {⟦8⟧mony:value}'
      - '{lexicon:⟦9⟧cutt} of {money:value}'
      - 'takings of {money:value} in ⟦10⟧{person:who}'
      - 'turnover (of|was|⟦11⟧of) {money:value}'
      - '⟦12⟧{org:subject} ... {money:value}'
      - 'proceeds ⟦13⟧(of|from {money:value}'
      - '⟦14⟧income of money'
      - {regex: 'income⟦15⟧(?= of) {money:value}'}
      - {regex: 'income of⟦16⟧.*[0-9]+ (?P<value>dollars)'}
    compare: {as: amount, ⟦17⟧tolerence: 5%, time: ⟦18⟧newest}
  - id: third
    attribute: toll
    severity: ⟦19⟧eror
    zones: [⟦20⟧titel]
    patterns: ['{number:value} dead']
    compare: ⟦21⟧cuont
    message: '{a.value} against ⟦22⟧{b.valu}'
    tests:
      - name: one
        documents: {draft: 'It left ⟦23⟧<<40 dead.'}
        want: ⟦24⟧contradicton
  - id: ⟦25⟧first
    attribute: toll
    patterns: ['{number:value} killed']
    compare: count
)yaml";

}  // namespace

TEST_CASE("twenty-five slips give twenty-five errors, each at its line and column, in one run") {
  std::string text;
  std::vector<std::string> wanted(25);
  int line = 1;
  for (const absl::string_view row : absl::StrSplit(kFile, '\n')) {
    int column = 1;
    for (size_t at = 0; at < row.size(); ++at) {
      constexpr absl::string_view kOpen = "⟦";
      constexpr absl::string_view kClose = "⟧";
      if (row.substr(at, kOpen.size()) == kOpen) {
        const size_t end = row.find("⟧", at);
        const size_t number = std::stoul(std::string(row.substr(at + kOpen.size(), end - at - kOpen.size())));
        wanted[number - 1] = absl::StrCat(line, ":", column);
        at = end + kClose.size() - 1;
        continue;
      }
      text.push_back(row[at]);
      ++column;
    }
    text.push_back('\n');
    ++line;
  }
  const std::filesystem::path folder = TemporaryPath("crosscheck-seeded-mistakes");
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "bad.yaml").string();
  std::ofstream(path) << text;
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  CHECK(RunCli({"rules", "validate", "--no-standard-rules", path}, CliStreams{in, out, err, false}) == 2);
  std::string got;
  std::vector<std::string> errors;
  for (const absl::string_view row : absl::StrSplit(out.str(), '\n')) {
    const size_t mark = row.find(": error: ");
    if (mark != absl::string_view::npos) {
      errors.emplace_back(row.substr(path.size() + 1, mark - path.size() - 1));
      absl::StrAppend(&got, row.substr(path.size() + 1), "\n");
    }
  }
  CAPTURE(got);
  for (const std::string& place : wanted) {
    CAPTURE(place);
    CHECK(std::count(errors.begin(), errors.end(), place) == 1);
  }
  CHECK(errors.size() == wanted.size());
}

}  // namespace crosscheck
