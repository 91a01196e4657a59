// Baseline, waivers, reviews: what lets a finding stand, and what never does so silently.
#include <doctest/doctest.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/exit_code.h"
#include "unit/cli/scratch.h"

namespace crosscheck {
namespace {

constexpr char kRule[] = "bridge-price";

// A draft and a wire that disagree by one rule, once a sentence that the draft has of it.
class Desk {
 public:
  explicit Desk(const std::string& draft = "The bridge cost $3 million.\n") {
    scratch.Write("rules.yaml", absl::StrCat("version: 1\nrules:\n  - id: ", kRule, R"(
    attribute: price
    severity: error
    patterns: ['the bridge cost {money:value}']
    subject: =bridge
    compare: amount
    tests:
      - {name: other, documents: {draft: 'The bridge cost <<$3 million>>.', wire: 'The bridge cost $4 million.'}, want: contradiction}
      - {name: same, documents: {draft: 'The bridge cost $3 million.', wire: 'The bridge cost $3 million.'}, want: nothing}
  - id: tower-price
    attribute: height
    severity: error
    patterns: ['the tower cost {money:value}']
    subject: =tower
    compare: amount
    tests:
      - {name: other, documents: {draft: 'The tower cost <<$3 million>>.', wire: 'The tower cost $4 million.'}, want: contradiction}
      - {name: same, documents: {draft: 'The tower cost $3 million.', wire: 'The tower cost $3 million.'}, want: nothing}
)"));
    Draft(draft);
    scratch.Write("wire.txt", "The bridge cost $4 million.\n\nThe tower cost $9 million.\n");
  }
  void Draft(const std::string& text) const { scratch.Write("draft.md", text); }
  std::vector<std::string> Args(const std::vector<std::string>& command, const std::vector<std::string>& more) const {
    std::vector<std::string> args = command;
    for (const char* one : {"--draft", "draft.md", "wire.txt", "--rules", "rules.yaml", "--no-standard-rules"}) {
      const std::string arg = one;
      args.push_back(absl::StartsWith(arg, "--") ? arg : scratch.Path(arg));
    }
    args.insert(args.end(), more.begin(), more.end());
    return args;
  }
  Outcome Check(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all = {"--today", "2026-06-15"};
    all.insert(all.end(), more.begin(), more.end());
    return Run(Args({"check"}, all));
  }
  // The fingerprint of the first finding.
  std::string Fingerprint() const {
    const std::string out = Check({"--format", "jsonl"}).out;
    const std::string key = "\"fingerprint\":\"";
    const size_t at = out.find(key);
    REQUIRE(at != std::string::npos);
    return out.substr(at + key.size(), 16);
  }
  Scratch scratch;
};

size_t Count(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("a comment waives the findings of its rule in its block, until its day, and the report keeps them") {
  struct Case {
    const char* draft;
    int code;
    const char* said;  // on the standard output or the standard error
  };
  const Case cases[] = {
      {"The bridge cost $3 million.\n", kExitFindings, "1 error, "},
      {"<!-- crosscheck-ignore bridge-price: the wire is old, by Jo Fox, until 2026-12-31 -->\n\nThe bridge cost $3 "
       "million.\n",
       kExitClean, "Waived  until 2026-12-31 by Jo Fox: the wire is old"},
      {"The bridge cost $3 million. <!-- crosscheck-ignore bridge-price: the wire is old, until 2026-12-31, by Jo Fox "
       "-->\n",
       kExitClean, "Waived  until 2026-12-31 by Jo Fox: the wire is old"},
      {"<!-- crosscheck-ignore bridge-price: it ends today, by Jo, until 2026-06-15 -->\nThe bridge cost $3 million.\n",
       kExitFindings, nullptr},  // such a block of HTML ends at an empty line: the sentence is part of it
      {"<!-- crosscheck-ignore bridge-price: it ends today, by Jo, until 2026-06-15 -->\n\nThe bridge cost $3 "
       "million.\n",
       kExitClean, "it ends today"},
      {"<!-- crosscheck-ignore bridge-price: it ended yesterday, by Jo, until 2026-06-14 -->\n\nThe bridge cost $3 "
       "million.\n",
       kExitFindings, "[waiver-expired]"},
      {"<!-- crosscheck-ignore bridge-price: not this block, by Jo, until 2026-12-31 -->\n\nIt rained.\n\nThe bridge "
       "cost $3 million.\n",
       kExitFindings, "[waiver-unused]"},
      {"<!-- crosscheck-ignore tower-price: another rule, by Jo, until 2026-12-31 -->\n\nThe bridge cost $3 million.\n",
       kExitFindings, "[waiver-unused]"},
      {"`<!-- crosscheck-ignore bridge-price: code, by Jo, until 2026-12-31 -->`\n\nThe bridge cost $3 million.\n",
       kExitFindings, "1 error, "},
      {"<!-- crosscheck-ignore bridge-prize: misspelt, by Jo, until 2026-12-31 -->\n\nThe bridge cost $3 million.\n",
       kExitUsage,
       "draft.md:1:1: error: this waiver is of the unknown rule 'bridge-prize'; did you mean 'bridge-price'?"},
      {"<!-- crosscheck-ignore bridge-price: no owner, until 2026-12-31 -->\n\nThe bridge cost $3 million.\n",
       kExitUsage, "names nobody who answers for it"},
      {"<!-- crosscheck-ignore bridge-price: no end, by Jo -->\n\nThe bridge cost $3 million.\n", kExitUsage,
       "this waiver has no end"},
      {"<!-- crosscheck-ignore bridge-price: bad day, by Jo, until 2026-02-30 -->\n\nThe bridge cost $3 million.\n",
       kExitUsage, "'2026-02-30' is no day"},
      {"<!-- crosscheck-ignore bridge-price: , by Jo, until 2026-12-31 -->\n\nThe bridge cost $3 million.\n",
       kExitUsage, "this waiver gives no reason"},
      {"<!-- crosscheck-ignore -->\n\nThe bridge cost $3 million.\n", kExitUsage, "names no rule"},
      {"<!-- crosscheck-ingore bridge-price: typo, by Jo, until 2026-12-31 -->\n\nThe bridge cost $3 million.\n",
       kExitUsage, "unknown comment 'crosscheck-ingore'; did you mean 'crosscheck-ignore'?"},
      {"<!-- crosscheck this with Jo -->\n\nThe bridge cost $3 million.\n", kExitFindings, "1 error, "},
  };
  for (const Case& one : cases) {
    CAPTURE(one.draft);
    const Desk desk(one.draft);
    const Outcome outcome = desk.Check();
    CAPTURE(outcome.out);
    CAPTURE(outcome.err);
    if (one.said == nullptr) continue;
    CHECK(outcome.code == one.code);
    CHECK(absl::StrContains(outcome.out + outcome.err, one.said));
    CHECK(absl::StrContains(outcome.out, "1 error, "));  // it stays in the report, whatever else
  }
}

TEST_CASE("the owner of a comment that names nobody is that of the configuration") {
  const Desk desk(
      "<!-- crosscheck-ignore bridge-price: the wire is old, until 2026-12-31 -->\n\nThe bridge cost $3 million.\n");
  desk.scratch.Write(".crosscheck.yaml", "version: 1\nowner: The desk\n");
  const Outcome outcome = desk.Check();
  CHECK(outcome.code == kExitClean);
  CHECK(absl::StrContains(outcome.out, "until 2026-12-31 by The desk: the wire is old"));
}

TEST_CASE("comments of sources waive nothing, and --no-comment-waivers takes those of the draft away") {
  Desk desk;
  desk.scratch.Write(
      "wire.html",
      "<p><!-- crosscheck-ignore bridge-price: x, by y, until 2026-12-31 -->The bridge cost $4 million.</p>");
  Outcome outcome = desk.Check({desk.scratch.Path("wire.html")});
  CHECK(outcome.code == kExitFindings);
  CHECK(absl::StrContains(outcome.out, "a comment in a source waives nothing"));
  desk.Draft("<!-- crosscheck-ignore bridge-price: old, by Jo, until 2026-12-31 -->\n\nThe bridge cost $3 million.\n");
  CHECK(desk.Check().code == kExitClean);
  CHECK(desk.Check({"--no-comment-waivers"}).code == kExitFindings);
}

TEST_CASE("a waiver file beside the draft is read by itself; each entry says which finding, why, who and how long") {
  const std::string good =
      "version: 1\nwaivers:\n  - {rule: bridge-price, document: draft.md, text: 'bridge cost', reason: ";
  struct Case {
    std::string file;
    int code;
    const char* said;
  };
  const Case cases[] = {
      {good + "old wire, owner: Jo, until: 2026-12-31}\n", kExitClean, "until 2026-12-31 by Jo: old wire"},
      {good + "old wire, owner: Jo, until: 2026-06-14}\n", kExitFindings, "ran out on 2026-06-14"},
      {good + "old wire, owner: Jo}\n", kExitUsage, ":3:5: error: a waiver has no 'until'"},
      {good + "old wire, until: 2026-12-31}\n", kExitUsage, "a waiver has no 'owner'"},
      {good + "'', owner: Jo, until: 2026-12-31}\n", kExitUsage, "'reason' is empty"},
      {good + "old wire, owner: Jo, until: soon}\n", kExitUsage, "'soon' is no day"},
      {good + "old wire, owner: Jo, until: 2026-12-31, untill: x}\n", kExitUsage,
       "unknown key 'untill'; did you mean 'until'?"},
      {"version: 1\nwaivers:\n  - {rule: bridge-price, document: draft.md, reason: r, owner: Jo, until: 2026-12-31}\n",
       kExitUsage, "a waiver says which finding may stand"},
      {"version: 1\nwaivers:\n  - {rule: bridge-price, document: other.md, text: bridge, reason: r, owner: Jo, until: "
       "2026-12-31}\n",
       kExitFindings, "1 error, "},  // other.md was not looked at
      {"version: 1\nwaivers:\n  - {rule: tower-price, document: draft.md, text: tower, reason: r, owner: Jo, until: "
       "2026-12-31}\n",
       kExitFindings, "is about no finding: take it out  [waiver-unused]"},
      {"version: 1\nwaivers:\n  - {rule: nothing-such, document: draft.md, text: bridge, reason: r, owner: Jo, until: "
       "2026-12-31}\n",
       kExitUsage, "unknown rule 'nothing-such'"},
      {"version: 1\nwaivers: {}\n", kExitUsage, "must be a list"},
      {"waivers: [", kExitUsage, "error"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.file);
    const Desk desk;
    desk.scratch.Write("crosscheck-waivers.yaml", one.file);
    const Outcome outcome = desk.Check();
    CAPTURE(outcome.out);
    CAPTURE(outcome.err);
    CHECK(outcome.code == one.code);
    CHECK(absl::StrContains(outcome.out + outcome.err, one.said));
  }
  const Desk desk;
  CHECK(desk.Check({"--waivers", desk.scratch.Path("none.yaml")}).code == kExitUsage);
  const std::string by_print =
      absl::StrCat("version: 1\nwaivers:\n  - {rule: bridge-price, fingerprint: '", desk.Fingerprint(),
                   "', document: draft.md, reason: r, owner: Jo, until: 2026-12-31}\n");
  CHECK(desk.Check({"--waivers", desk.scratch.Write("w.yaml", by_print)}).code == kExitClean);
}

TEST_CASE("a waived finding is in the JSON with its reason") {
  const Desk desk(
      "<!-- crosscheck-ignore bridge-price: the wire is old, by Jo, until 2026-12-31 -->\n\nThe bridge cost $3 "
      "million.\n");
  const std::string out = desk.Check({"--format", "jsonl"}).out;
  CHECK(absl::StrContains(out,
                          "\"state\":\"waived\",\"waived\":{\"reason\":\"the wire is old\",\"owner\":\"Jo\","
                          "\"until\":\"2026-12-31\",\"at\":\""));
  CHECK(absl::StrContains(out, "\"states\":{\"new\":0,\"known\":0,\"waived\":1,\"expired\":0}"));
}

}  // namespace
}  // namespace crosscheck
