// .crosscheck.yaml: found, read, put together with the command line, shown.
#include <doctest/doctest.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/settings.h"
#include "unit/cli/scratch.h"

namespace crosscheck {
namespace {

constexpr char kRules[] = R"(version: 1
rules:
  - id: bridge-price
    attribute: price
    severity: warning
    patterns: ['the bridge cost {money:value}']
    subject: =bridge
    compare: amount
    tests:
      - {name: other, documents: {draft: 'The bridge cost <<$3 million>>.', wire: 'The bridge cost $4 million.'}, want: contradiction}
      - {name: same, documents: {draft: 'The bridge cost $3 million.', wire: 'The bridge cost $3 million.'}, want: nothing}
)";

// drafts/a.md and wires/a.txt disagree by the one rule of rules.yaml.
class Project {
 public:
  explicit Project(const std::string& config) {
    scratch.Write("rules.yaml", kRules);
    scratch.Write("drafts/a.md", "# Bridge\n\nThe bridge cost $3 million.\n");
    scratch.Write("wires/a.txt", "The bridge cost $4 million.\n");
    scratch.Write(kConfigName, config);
  }
  Outcome Check(std::vector<std::string> more = {}) const {
    std::vector<std::string> args = {"check", scratch.Path("drafts/a.md"), scratch.Path("wires/a.txt")};
    args.insert(args.end(), more.begin(), more.end());
    return Run(args);
  }
  Scratch scratch;
};

TEST_CASE("a configuration is found upward from the document, up to where the project ends") {
  const Scratch scratch;
  scratch.Write("x/y/a.md", "The fair opened.");
  CHECK(FindConfig(scratch.Path("x/y/a.md")).empty());
  scratch.Write(kConfigName, "version: 1\n");
  CHECK(FindConfig(scratch.Path("x/y/a.md")) == Canonical(scratch.Path(kConfigName)));
  CHECK(FindConfig(scratch.Path("x/y")) == Canonical(scratch.Path(kConfigName)));
  scratch.Write("x/.git/HEAD", "ref: refs/heads/main\n");
  CHECK(FindConfig(scratch.Path("x/y/a.md")).empty());
  scratch.Write(absl::StrCat("x/", kConfigName), "version: 1\n");
  CHECK(FindConfig(scratch.Path("x/y/a.md")) == Canonical(scratch.Path(absl::StrCat("x/", kConfigName))));
}

TEST_CASE("rules, severities and fail_on of the configuration act, and the command line counts before them") {
  const std::string base = "version: 1\nrules: [rules.yaml]\nstandard_rules: false\n";
  struct Case {
    const char* config;
    std::vector<std::string> more;
    int code;
    const char* severity;  // of the finding; nullptr: there is none
  };
  const Case cases[] = {
      {"", {}, kExitClean, "warning"},
      {"fail_on: warning\n", {}, kExitFindings, "warning"},
      {"fail_on: warning\n", {"--fail-on", "never"}, kExitClean, "warning"},
      {"fail_on: warning\n", {"--no-config", "--rules", "R"}, kExitClean, "warning"},
      {"severities: {bridge-price: error}\n", {}, kExitFindings, "error"},
      {"severities: {'*': error}\n", {}, kExitFindings, "error"},
      {"severities: {bridge-price: note, '*': error}\n", {}, kExitClean, "note"},
      {"severities: {bridge-price: off}\n", {}, kExitClean, nullptr},
      {"paths: [{glob: wires/, severities: {bridge-price: error}}]\n", {}, kExitFindings, "error"},
      {"paths: [{glob: 'drafts/**', severities: {'*': off}}]\n", {}, kExitClean, nullptr},
      {"paths: [{glob: 'other/**', severities: {'*': off}}]\n", {}, kExitClean, "warning"},
      {"severities: {'*': off}\npaths: [{glob: '*.txt', severities: {'*': error}}]\n", {}, kExitFindings, "error"},
      {"zones_off: [paragraph]\n", {}, kExitClean, nullptr},
      {"zones_off: [heading, title]\n", {}, kExitClean, "warning"},
      {"show: error\n", {}, kExitClean, nullptr},
      {"show: error\n", {"--show", "note"}, kExitClean, "warning"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.config);
    const Project project(absl::StrCat(base, one.config));
    std::vector<std::string> more = one.more;
    for (std::string& arg : more) {
      if (arg == "R") arg = project.scratch.Path("rules.yaml");
    }
    more.insert(more.end(), {"--format", "jsonl"});
    if (absl::StrContains(absl::StrCat(one.config, more.front()), "no-config")) more.push_back("--no-standard-rules");
    const Outcome outcome = project.Check(more);
    CAPTURE(outcome.err);
    CHECK(outcome.code == one.code);
    const size_t at = outcome.out.find("\"rule\":\"bridge-price\",\"type\"");
    CHECK((at != std::string::npos) == (one.severity != nullptr));
    if (one.severity != nullptr) {
      CHECK(absl::StrContains(outcome.out.substr(at), absl::StrCat("\"severity\":\"", one.severity, "\"")));
    }
  }
}

TEST_CASE("what is switched off is said, and no longer counts against the draft's claims") {
  const Project project("version: 1\nrules: [rules.yaml]\nstandard_rules: false\nseverities: {bridge-price: off}\n");
  const Outcome outcome = project.Check({"--draft", project.scratch.Path("drafts/a.md")});
  CHECK(absl::StrContains(outcome.out, "1 finding is left out: 'severities' has them off  [switched-off]"));
  CHECK(absl::StrContains(outcome.out, "0 contradicted"));
}

TEST_CASE("a row of sources makes a draft with its sources of each PATH that it fits") {
  const Project project(
      "version: 1\nrules: [rules.yaml]\nstandard_rules: false\nseverities: {bridge-price: error}\n"
      "sources: [{drafts: drafts/*.md, sources: ['wires/*.txt']}]\n");
  const Scratch& scratch = project.scratch;
  scratch.Write("drafts/b.md", "The bridge cost $4 million.\n");
  Outcome outcome = Run({"check", scratch.Path("drafts/a.md"), "--format", "jsonl"});
  CHECK(outcome.code == kExitFindings);
  CHECK(absl::StrContains(outcome.out, "drafts/a.md\",\"role\":\"draft\""));
  CHECK(absl::StrContains(outcome.out, "wires/a.txt\",\"role\":\"source\""));
  CHECK(Run({"check", scratch.Path("drafts/b.md")}).code == kExitClean);
  CHECK(Run({"check", "--draft", scratch.Path("drafts/a.md")}).code == kExitUsage);  // no PATH
  // Two drafts are two dossiers of one report.
  outcome = Run({"check", scratch.Path("drafts"), "--format", "jsonl"});
  CHECK(outcome.code == kExitFindings);
  CHECK(absl::StrContains(outcome.out, "drafts/b.md\",\"role\":\"draft\""));
  CHECK(absl::StrContains(outcome.out, "\"positions\":[{\"value\":"));
  for (const char* threads : {"1", "4"}) {
    CHECK(Run({"check", scratch.Path("drafts"), "--format", "jsonl", "-j", threads}).out == outcome.out);
  }
  scratch.Write("notes/n.md", "The bridge is old.\n");
  CHECK(absl::StrContains(Run({"check", scratch.Path("")}).err, "1 document is neither a draft nor a source"));
}

TEST_CASE("a glob of sources that fits no document is a mistake at its place") {
  const Project project("version: 1\nsources:\n  - drafts: drafts/*.md\n    sources: [wire/*.txt]\n");
  const Outcome outcome = Run({"check", project.scratch.Path("drafts/a.md")});
  CHECK(outcome.code == kExitUsage);
  CHECK(absl::StrContains(outcome.err, ".crosscheck.yaml:4:15: error: no document fits 'wire/*.txt'"));
}

TEST_CASE("mistakes of a configuration are said all at once, each at its place, and nothing runs") {
  const Project project(
      "version: 2\n"
      "rulez: [rules.yaml]\n"
      "fail_on: sometimes\n"
      "severities: {bridge-price: fatal}\n"
      "zones_off: [paragraf]\n"
      "paths:\n"
      "  - globs: x\n"
      "    severities: {a: off}\n"
      "sources: [{drafts: x}]\n"
      "baseline: ''\n");
  const Outcome outcome = project.Check();
  CHECK(outcome.code == kExitUsage);
  CHECK(outcome.out.empty());
  for (const char* wanted :
       {":1:10: error: a configuration begins with 'version: 1'",
        ":2:1: error: unknown key 'rulez'; did you mean 'rules'?",
        ":3:10: error: unknown value of 'fail_on' 'sometimes'", ":4:28: error: unknown severity 'fatal'",
        ":5:13: error: unknown zone 'paragraf'; did you mean 'paragraph'?",
        ":7:5: error: unknown key 'globs'; did you mean 'glob'?", ":9:11: error: a row of 'sources' has no 'sources'",
        ":10:11: error: 'baseline' is empty"}) {
    CAPTURE(wanted);
    CAPTURE(outcome.err);
    CHECK(absl::StrContains(outcome.err, absl::StrCat(kConfigName, wanted)));
  }
  CHECK(absl::StrContains(outcome.err, "rulez: [rules.yaml]\n^\n"));
}

TEST_CASE("a severity of a rule that does not exist is a mistake at its place") {
  const Project project("version: 1\nrules: [rules.yaml]\nseverities: {bridge-prize: off}\n");
  const Outcome outcome = project.Check();
  CHECK(outcome.code == kExitUsage);
  CHECK(absl::StrContains(outcome.err, ":3:14: error: unknown rule 'bridge-prize'; did you mean 'bridge-price'?"));
  CHECK_FALSE(outcome.out.empty());  // the rest is still reported
}

TEST_CASE("a configuration that is asked for must be there") {
  const Project project("version: 1\n");
  CHECK(project.Check({"--config", project.scratch.Path("none.yaml")}).code == kExitUsage);
  CHECK(project.Check({"--config", project.scratch.Path(kConfigName), "--no-config"}).code == kExitUsage);
  CHECK(project.Check({"--config", project.scratch.Path(kConfigName)}).code == kExitClean);
}

TEST_CASE("formats of the configuration write files beside it, unless the command line asks for others") {
  const Project project("version: 1\nformats: [text, json=out.json]\n");
  CHECK(absl::StrContains(project.Check().out, "2 documents"));
  CHECK(absl::StartsWith(project.scratch.Read("out.json"), "{"));
  CHECK(absl::StartsWith(project.Check({"--format", "jsonl"}).out, "{"));
}

TEST_CASE("config show prints every setting and where it comes from") {
  const Project project("version: 1\nrules: [rules.yaml]\nfail_on: warning\nowner: The desk\n");
  const std::string file = Canonical(project.scratch.Path(kConfigName));
  const Outcome outcome = Run({"config", "show", project.scratch.Path("drafts/a.md"), "--show", "error"});
  CHECK(outcome.code == kExitClean);
  const auto line = [&outcome](const std::string& name) {
    const size_t at = absl::StartsWith(outcome.out, name + " ") ? 0 : outcome.out.find("\n" + name + " ") + 1;
    return outcome.out.substr(at, outcome.out.find('\n', at) - at);
  };
  CHECK(absl::EndsWith(line("config"), " found"));
  CHECK(absl::StrContains(line("fail_on"), " warning "));
  CHECK(absl::EndsWith(line("fail_on"), file + ":3:10"));
  CHECK(absl::EndsWith(line("rules"), file + ":2:9"));
  CHECK(absl::EndsWith(line("show"), "command line"));
  CHECK(absl::EndsWith(line("baseline"), "default"));
  CHECK(absl::EndsWith(line("owner"), file + ":4:8"));
}

}  // namespace
}  // namespace crosscheck
