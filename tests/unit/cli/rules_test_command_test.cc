#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "cli/run_cli.h"
#include "unit/temporary_path.h"

namespace crosscheck {

namespace {

constexpr char kTested[] = R"yaml(version: 1
rules:
  - id: bridge-cost
    attribute: cost
    subject: =bridge
    patterns: ['bridge cost {money:value}']
    compare: amount
    tests:
      - name: two amounts
        documents: {draft: 'The bridge cost <<$3 million>>.', wire: 'The bridge cost $5 million.'}
        want: contradiction
      - name: wrong on purpose
        documents: {draft: 'The bridge cost $3 million.', wire: 'The bridge cost $5 million.'}
        want: related
      - name: not solved yet
        documents: {draft: 'The bridge cost $3 million.', wire: 'Building the bridge took $5 million.'}
        want: contradiction
        todo: true
)yaml";

int RunTests(const std::string& text, std::vector<std::string> args, std::string& out) {
  const std::filesystem::path file = TemporaryPath("crosscheck-rules-test.yaml");
  std::ofstream(file) << text;
  args.insert(args.begin(), {"rules", "test", "--no-standard-rules", file.string()});
  std::istringstream in;
  std::ostringstream out_stream;
  std::ostringstream err_stream;
  const int code = RunCli(args, CliStreams{in, out_stream, err_stream, false});
  out = out_stream.str();
  return code;
}

}  // namespace

TEST_CASE("rules test tells passing, failing and unsolved tests apart and shows what was wanted and what came") {
  std::string out;
  CHECK_EQ(RunTests(kTested, {}, out), 1);
  CAPTURE(out);
  CHECK(absl::StrContains(out, ".yaml:12:9: bridge-cost: wrong on purpose: failed\n  wanted: related\n"));
  CHECK(absl::StrContains(out, "  got:    contradiction, warning, at draft.md <<$3 million>>"));
  CHECK(absl::StrContains(out, "3 tests: 1 passed, 1 failed, 1 to do, 0 to do that pass\n"));
}

TEST_CASE("rules test -k runs only the tests that it matches") {
  std::string out;
  CHECK_EQ(RunTests(kTested, {"-k", "bridge.*(two|solved)"}, out), 0);
  CHECK_EQ(out, "2 tests: 1 passed, 0 failed, 1 to do, 0 to do that pass\n");
  CHECK_EQ(RunTests(kTested, {"-k", "("}, out), 2);
}

TEST_CASE("rules test fails a todo test that passes, and a span that no claim touches") {
  std::string text = kTested;
  text.replace(text.find("Building the bridge took $5"), 27, "The bridge cost $6");
  std::string out;
  CHECK_EQ(RunTests(text, {"-k", "solved"}, out), 1);
  CHECK(absl::StrContains(out, "not solved yet: passes now; take its 'todo: true' out\n"));

  text = kTested;
  text.replace(text.find("The bridge cost <<$3 million>>"), 30, "<<The>> bridge cost $3 million");
  CHECK_EQ(RunTests(text, {"-k", "two amounts"}, out), 1);
  CHECK(absl::StrContains(out, "  wanted: contradiction, at draft.md <<The>>\n"));
}

TEST_CASE("rules test runs what it can of a wrong file, and says 2") {
  std::string out;
  const std::string broken = "  - {id: broken, attribute: a, compare: amount, patterns: ['{mony:value} x']}\n";
  CHECK_EQ(RunTests(kTested + broken, {"-k", "two"}, out), 2);
  CAPTURE(out);
  CHECK(absl::StrContains(out, "1 tests: 1 passed"));
}

TEST_CASE("rules test --format json has a place and an outcome for every test") {
  std::string out;
  CHECK_EQ(RunTests(kTested, {"--format", "json"}, out), 1);
  CAPTURE(out);
  CHECK(absl::StrContains(out, "\"line\": 12"));
  CHECK(absl::StrContains(out, "\"outcome\": \"todo\""));
  CHECK(absl::StrContains(out, "\"failed\": 1"));
}

TEST_CASE("rules test says in what a finding differs, and where a rule stopped that found nothing") {
  std::string text = kTested;
  std::string out;
  RunTests(text, {"-k", "wrong on purpose"}, out);
  CAPTURE(out);
  CHECK(absl::StrContains(out, "  differs: kind: wanted related, got contradiction\n"));

  text.replace(text.find("        todo: true\n"), 19, "");
  RunTests(text, {"-k", "not solved"}, out);
  CHECK(absl::StrContains(out, "  got:    nothing\n"));
  CHECK(
      absl::StrContains(out,
                        "  why:    wire.md: 'bridge cost {money:value}' matches “bridge”; then comes ‘cost’, which the "
                        "sentence does not have\n"));
}

TEST_CASE("rules test leaves out a rule with a pattern that RE2 refuses, and runs the others") {
  std::string out;
  const std::string broken = "  - {id: broken, attribute: a, compare: amount, patterns: [{regex: '(?=x)y'}]}\n";
  CHECK_EQ(RunTests(kTested + broken, {"-k", "two"}, out), 2);
  CAPTURE(out);
  CHECK(absl::StrContains(out, "broken: left out: a pattern of it is refused\n1 tests: 1 passed"));
}

TEST_CASE("rules test --format junit has a suite a rule, a case a test, and escapes what stands in them") {
  std::string text = kTested;
  text.replace(text.find("wrong on purpose"), 16, "'<wrong> & \"odd\"'");
  std::string out;
  CHECK_EQ(RunTests(text, {"--format", "junit"}, out), 1);
  CAPTURE(out);
  CHECK(absl::StartsWith(out,
                         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"crosscheck rules test\">\n"));
  CHECK(absl::StrContains(out, "  <testsuite name=\"bridge-cost\" tests=\"3\" failures=\"1\" skipped=\"1\">\n"));
  CHECK(absl::StrContains(out, "classname=\"bridge-cost\" name=\"&lt;wrong&gt; &amp; &quot;odd&quot;\""));
  CHECK(absl::StrContains(out, "<failure message=\"wanted related\">"));
  CHECK(absl::StrContains(out, "<skipped message=\"to do\"/>"));
  CHECK(absl::EndsWith(out, "</testsuites>\n"));
}

namespace {

constexpr char kCovered[] = R"yaml(version: 1
lexicons:
  trend: {rise: [rose], fall: [fell]}
patterns:
  site: '(north|south) pier'
rules:
  - id: pier-cost
    attribute: cost
    subject: =pier
    patterns:
      - '(cost|cost of) {pattern:site} (was|is|reached) {money:value}'
      - 'pier {trend:place} {money:value}'
    unless: [estimated, 'once']
    scope: {inclusion: [with rails, without rails], period: nearest}
    compare: amount
    examples:
      - 'The cost of south pier was <<$3>> with rails.'
      - 'The cost of the road is $3.'
    tests:
      - name: two amounts
        documents: {draft: 'The cost of north pier was $3.', wire: 'The cost of south pier reached $4.'}
        want: contradiction
      - name: an estimate
        documents: {draft: 'The estimated cost of north pier was $3.', wire: 'The pier rose $4.'}
        want: nothing
)yaml";

}  // namespace

TEST_CASE("rules test --coverage names what no test exercises, and --min fails below a percentage") {
  std::string out;
  CHECK_EQ(RunTests(kCovered, {"--coverage"}, out), 0);
  CAPTURE(out);
  for (const char* line : {"pier-cost: not exercised: alternative 'cost'\n", "not exercised: alternative 'is'\n",
                           "not exercised: unless 'once'\n", "not exercised: scope 'inclusion: without rails'\n",
                           "not exercised: scope 'period'\n", "lexicon trend: not exercised: group 'fall'\n"}) {
    CAPTURE(line);
    CHECK(absl::StrContains(out, line));
  }
  CHECK(absl::StrContains(
      out,
      "coverage: rules 2 of 2 (100.0%), patterns 2 of 2 (100.0%), alternatives 5 of 7 (71.4%), unless "
      "1 of 2 (50.0%), scope 2 of 4 (50.0%), groups 1 of 2 (50.0%), all 13 of 19 (68.4%)\n"));

  CHECK_EQ(RunTests(kCovered, {"--min", "rules=100", "--min", "alternatives=70"}, out), 0);
  CHECK_EQ(RunTests(kCovered, {"--min", "alternatives=90"}, out), 1);
  CHECK(absl::StrContains(out, "coverage of alternatives is 71.4%, below the 90% of --min\n"));
  CHECK_EQ(RunTests(kCovered, {"--min", "76"}, out), 1);
  CHECK_EQ(RunTests(kCovered, {"--min", "rule=90"}, out), 2);
  CHECK_EQ(RunTests(kCovered, {"--min", "110"}, out), 2);
}

TEST_CASE("an example makes a claim of just what it marks, and without a mark none") {
  constexpr absl::string_view kRules = R"yaml(version: 1
rules:
  - id: bridge-cost
    attribute: cost
    subject: =bridge
    patterns: ['bridge cost {money:value}']
    compare: amount
    examples: ['The bridge cost <<$3 million>>.', 'A bridge costs money.', EXAMPLE]
statuses:
  - id: licence
    states:
      - {name: applied, patterns: ['apply~ for a? licence~'], examples: ['Brell <<applied for licences>>.', STATE]}
      - {name: granted, patterns: ['licence~ (was|were) granted']}
)yaml";
  const struct {
    const char* example;
    const char* state;
    int code;
    const char* said;
  } kCases[] = {
      {"'The new bridge cost <<$4 million>>.'", "'Brell grew.'", 0, "5 tests: 5 passed"},
      {"'The new bridge <<cost>> $4 million.'", "'Brell grew.'", 1,
       "bridge-cost: The new bridge cost $4 million.: failed\n  wanted: claim, at example.md <<cost>>\n"
       "  got:    claim, at The new bridge cost <<$4 million>>.\n  differs: no claim is just <<cost>>\n"},
      {"'The new bridge cost $4 million.'", "'Brell grew.'", 1, "  wanted: no claim\n"},
      {"'The new bridge cost <<nothing>>.'", "'Brell grew.'", 1, "  got:    no claim\n"},
      {"'<<Grown.>>'", "'The <<licence was granted>>.'", 1,
       "  wanted: claim of applied, at example.md <<licence was granted>>\n  got:    no claim\n"},
      {"'The bridge cost $3 million.'", "'Brell grew.'", 2, ""},  // an example of the same words stands there
      {"'The new bridge cost <<$4 million.'", "'Brell grew.'", 2, ""},
  };
  for (const auto& c : kCases) {
    std::string out;
    const std::string text = absl::StrReplaceAll(kRules, {{"EXAMPLE", c.example}, {"STATE", c.state}});
    CAPTURE(text);
    CHECK_EQ(RunTests(text, {}, out), c.code);
    CAPTURE(out);
    CHECK(absl::StrContains(out, c.said));
  }
}

TEST_CASE("a swap is a contradiction for every two of its words") {
  constexpr absl::string_view kRules = R"yaml(version: 1
lexicons:
  species: {bird/owl: [owl], bird/hawk: [hawk, buzzard], bird/gull: [gull]}
aligned:
  - id: birds
    compare: {as: exclusive, find: terms, sets: [species], min_shared: 1}
    swaps: ['The ranger found the nest of a <<WORDS>> in the old mill.']
)yaml";
  const struct {
    const char* words;
    int code;
    const char* said;
  } kCases[] = {
      {"owl|hawk", 0, "1 tests: 1 passed"},
      {"owl|hawk|gull", 0, "2 tests: 2 passed"},
      {"owl|hawk|buzzard|gull", 0, "2 tests: 2 passed"},
      {"hawk|buzzard", 1, "birds: The ranger found the nest of a hawk|buzzard in the old mill.: failed\n"},
      {"owl", 2, ""},
      {"owl|", 2, ""},
      {"owl|hawk>> or <<gull|hawk", 2, ""},
  };
  for (const auto& c : kCases) {
    std::string out;
    CAPTURE(c.words);
    CHECK_EQ(RunTests(absl::StrReplaceAll(kRules, {{"WORDS", c.words}}), {}, out), c.code);
    CAPTURE(out);
    CHECK(absl::StrContains(out, c.said));
  }
}

TEST_CASE("a test without a document asserts nothing, and is a mistake") {
  std::string text = kTested;
  const size_t at = text.find("documents: {draft: 'The bridge cost <<");
  text.replace(at, text.find('\n', at) - at, "documents: {}");
  std::string out;
  CHECK_EQ(RunTests(text, {}, out), 2);
}

}  // namespace crosscheck
