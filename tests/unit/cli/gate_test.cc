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

constexpr char kBoth[] = "The bridge cost $3 million.\n\nThe tower cost $8 million.\n";

TEST_CASE("a baseline makes known findings pass, and only those") {
  const Desk desk;
  const std::string file = desk.scratch.Path("base.yaml");
  CHECK(Run(desk.Args({"baseline", "write"}, {"--baseline", file})).code == kExitClean);
  CHECK(absl::StrContains(desk.scratch.Read("base.yaml"), "document: \"draft.md\""));
  Outcome outcome = desk.Check({"--baseline", file});
  CHECK(outcome.code == kExitClean);
  CHECK(absl::StrContains(outcome.out, "Known  it is in the baseline"));
  CHECK(absl::StrContains(outcome.out, "(1 in the baseline)"));
  desk.Draft("Moved down.\n\n\nThe bridge\ncost $3 million.\n");  // no line number is part of it
  CHECK(desk.Check({"--baseline", file}).code == kExitClean);
  desk.Draft(kBoth);
  outcome = desk.Check({"--baseline", file});
  CHECK(outcome.code == kExitFindings);
  CHECK(absl::StrContains(outcome.out, "2 errors, "));
  desk.Draft("The bridge cost $2 million.\n");  // another mistake at the same place is a new one
  CHECK(desk.Check({"--baseline", file}).code == kExitFindings);
}

TEST_CASE("a baseline never grows silently, and prune only makes it smaller") {
  const Desk desk;
  const std::string file = desk.scratch.Path("base.yaml");
  const auto baseline = [&](const char* what, std::vector<std::string> more = {}) {
    more.insert(more.end(), {"--baseline", file});
    return Run(desk.Args({"baseline", what}, more));
  };
  REQUIRE(baseline("write").code == kExitClean);
  const std::string before = desk.scratch.Read("base.yaml");
  desk.Draft(kBoth);
  Outcome outcome = baseline("write");
  CHECK(outcome.code == kExitUsage);
  CHECK(absl::StrContains(outcome.err, "[tower-price]"));
  CHECK(absl::StrContains(outcome.err, "would grow by 1 finding"));
  CHECK(desk.scratch.Read("base.yaml") == before);
  CHECK(baseline("prune").code == kExitClean);
  CHECK(desk.scratch.Read("base.yaml") == before);
  CHECK(baseline("write", {"--grow"}).code == kExitClean);
  CHECK(desk.Check({"--baseline", file}).code == kExitClean);
  CHECK(absl::StrContains(baseline("show").out, "2 findings\n"));

  desk.Draft("The tower cost $8 million.\n");
  outcome = desk.Check({"--baseline", file});
  CHECK(outcome.code == kExitClean);
  CHECK(absl::StrContains(outcome.out, "no longer found in draft.md by bridge-price"));
  CHECK(absl::StrContains(outcome.out, "[baseline-stale]"));
  outcome = baseline("prune");
  CHECK(absl::StrContains(outcome.out, "1 finding taken out, 1 left"));
  CHECK_FALSE(absl::StrContains(desk.Check({"--baseline", file}).out, "[baseline-stale]"));
}

TEST_CASE("findings of one fingerprint are counted") {
  const Desk desk;
  const std::string file =
      desk.scratch.Write("base.yaml", absl::StrCat("version: 1\nfindings:\n  - {fingerprint: '", desk.Fingerprint(),
                                                   "', count: 3, document: draft.md}\n"));
  const Outcome outcome = desk.Check({"--baseline", file});
  CHECK(outcome.code == kExitClean);
  CHECK(absl::StrContains(outcome.out, "2 of 3: no longer found"));
}

TEST_CASE("a baseline that is missing or broken is 2, hides nothing, and is not written over") {
  const Desk desk;
  CHECK(desk.Check({"--baseline", desk.scratch.Path("none.yaml")}).code == kExitUsage);
  const char* broken[] = {
      "",
      "not: a baseline",
      "version: 2\nfindings: []\n",
      "version: 1\n",
      "version: 1\nfindings:\n  - {fingerprint: xyz, document: draft.md}\n",
      "version: 1\nfindings:\n  - {fingerprint: 0123456789abcdef, document: d, count: 0}\n",
      "version: 1\nfindings:\n  - {fingerprint: 0123456789abcdef, documint: d}\n",
      "version: 1\nfindings: [",
      "\xFF",
  };
  for (const char* text : broken) {
    CAPTURE(text);
    const std::string file = desk.scratch.Write("broken.yaml", text);
    const Outcome outcome = desk.Check({"--baseline", file});
    CHECK(outcome.code == kExitUsage);
    CHECK(absl::StrContains(outcome.err, "broken.yaml:"));
    CHECK(absl::StrContains(outcome.out, "1 error, "));
    CHECK(Run(desk.Args({"baseline", "write"}, {"--baseline", file})).code == kExitUsage);
    CHECK(Run(desk.Args({"baseline", "prune"}, {"--baseline", file})).code == kExitUsage);
    CHECK(desk.scratch.Read("broken.yaml") == text);
  }
}

TEST_CASE("no baseline is written where an input was not read") {
  const Desk desk;
  const Outcome outcome = Run(desk.Args(
      {"baseline", "write"}, {desk.scratch.Path("missing.md"), "--baseline", desk.scratch.Path("base.yaml")}));
  CHECK(outcome.code == kExitUnread);
  CHECK(desk.scratch.Read("base.yaml").empty());
}

TEST_CASE("a review is kept beside the draft, shown, and outlives edits elsewhere") {
  const Desk desk("It rained.\n\nThe bridge cost $3 million.\n");
  const std::string print = desk.Fingerprint();
  Outcome outcome =
      Run(desk.Args({"review", "set", print.substr(0, 6), "draft-right"},
                    {"--by", "Jo Fox", "--note", "the wire has \"old\" figures", "--today", "2026-06-15"}));
  CAPTURE(outcome.err);
  CHECK(outcome.code == kExitClean);
  CHECK(absl::StrContains(desk.scratch.Read("crosscheck-reviews.yaml"), print));
  desk.Draft("It did not rain at all that day.\n\nNothing.\n\nThe bridge cost\n$3 million.\n");
  outcome = desk.Check();
  CHECK(outcome.code == kExitFindings);  // a decision is no waiver
  CHECK(absl::StrContains(outcome.out, "Review  draft-right, by Jo Fox on 2026-06-15: the wire has \"old\" figures"));
  CHECK(absl::StrContains(desk.Check({"--format", "jsonl"}).out,
                          "\"review\":{\"state\":\"draft-right\",\"by\":\"Jo Fox\",\"note\":\"the wire has "
                          "\\\"old\\\" figures\",\"day\":\"2026-06-15\"}"));
  // A later decision takes the place of the earlier one.
  const std::string file = desk.scratch.Path("crosscheck-reviews.yaml");
  CHECK(Run({"review", "set", print, "fixed", "--by", "Al", "--reviews", file, "--today", "2026-06-16"}).code ==
        kExitClean);
  CHECK(absl::StrContains(desk.Check().out, "Review  fixed, and it is still here, by Al on 2026-06-16\n"));
  CHECK(absl::StrContains(Run({"review", "show", "--reviews", file}).out, "fixed  Al  2026-06-16"));
  CHECK(Run({"review", "clear", print, "--reviews", file}).code == kExitClean);
  CHECK_FALSE(absl::StrContains(desk.Check().out, "Review  "));
  CHECK(Run({"review", "clear", print, "--reviews", file}).code == kExitUsage);
}

TEST_CASE("a review that is wrong is 2") {
  const Desk desk;
  const std::string file = desk.scratch.Path("r.yaml");
  CHECK(Run({"review", "set", "0123456789abcdef", "fixd", "--by", "Al", "--reviews", file}).code == kExitUsage);
  CHECK(Run({"review", "set", "0123", "fixed", "--by", "Al", "--reviews", file}).code == kExitUsage);
  CHECK(Run({"review", "set", "0123456789abcdef", "fixed", "--reviews", file}).code == kExitUsage);
  CHECK(Run(desk.Args({"review", "set", "0123456789abcdef", "fixed"}, {"--by", "Al"})).code == kExitUsage);
  CHECK(desk.Check({"--reviews", file}).code == kExitUsage);  // not there
  desk.scratch.Write("crosscheck-reviews.yaml",
                     "version: 1\nreviews: [{fingerprint: 0123456789abcdef, state: odd, by: x}]\n");
  const Outcome outcome = desk.Check();
  CHECK(outcome.code == kExitUsage);
  CHECK(absl::StrContains(outcome.err, "unknown state 'odd'"));
}

}  // namespace
}  // namespace crosscheck
