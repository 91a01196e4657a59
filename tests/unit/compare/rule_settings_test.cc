#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "crosscheck/checker.h"
#include "rule/compare_kinds.h"
#include "rule/field_reader.h"
#include "rule/rule_set.h"
#include "unit/compare/two_documents.h"

namespace crosscheck {

namespace {

// "severity kind: message" for each finding of two documents of one event, or "nothing".
std::string Outcome(const std::string& rules, const std::string& draft, const std::string& wire,
                    const std::string& draft_day = "", const std::string& wire_day = "") {
  std::string out;
  for (const Finding& finding :
       FindingsOf(rules, {Entry("draft.md", draft, draft_day), Entry("wire.md", wire, wire_day)})) {
    absl::StrAppend(&out, out.empty() ? "" : "; ", SeverityName(finding.severity), " ", finding.kind,
                    finding.message.empty() ? "" : ": ", finding.message);
  }
  return out.empty() ? "nothing" : out;
}

// A rule file with one rule about a toll; `keys` are more of its keys, a line each.
std::string Toll(const std::string& compare, const std::string& keys = "") {
  return absl::StrCat("version: 1\nrules:\n  - id: toll\n    attribute: toll\n    patterns: ['{number:value} dead']\n",
                      "    compare: ", compare, "\n", keys);
}

}  // namespace

TEST_CASE("the settings of a comparison of figures act") {
  struct Row {
    const char* compare;
    const char* draft;
    const char* wire;
    const char* wanted;
  };
  constexpr Row kRows[] = {
      {"count", "It left 40 dead.", "It left 42 dead.", "warning contradiction"},
      {"{as: count, tolerance: 5%}", "It left 40 dead.", "It left 42 dead.", "nothing"},
      {"{as: count, tolerance: 4%}", "It left 40 dead.", "It left 42 dead.", "warning contradiction"},
      {"{as: count, tolerance: 2}", "It left 40 dead.", "It left 42 dead.", "nothing"},
      {"{as: count, tolerance: 1.5}", "It left 40 dead.", "It left 42 dead.", "warning contradiction"},
      {"count", "It left 1,200 dead.", "It left 1,187 dead.", "nothing"},
      {"{as: count, tolerance: stated_precision}", "It left 1,200 dead.", "It left 1,187 dead.", "nothing"},
      {"{as: count, tolerance: exact}", "It left 1,200 dead.", "It left 1,187 dead.", "warning contradiction"},
      {"{as: count, tolerance: exact}", "It left 1,187 dead.", "It left 1,187 dead.", "nothing"},
      {"{as: count, tolerance: exact}", "It left about 1,200 dead.", "It left 1,187 dead.", "nothing"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.compare);
    CAPTURE(row.draft);
    CHECK(Outcome(Toll(row.compare), row.draft, row.wire) == row.wanted);
  }
}

TEST_CASE("the time setting says what a later document does") {
  struct Row {
    const char* compare;
    const char* draft_day;
    const char* wire_day;
    const char* wanted;
  };
  constexpr Row kRows[] = {
      {"count", "2025-03-01", "2025-03-02", "warning contradiction"},
      {"{as: count, time: any_day}", "2025-03-01", "2025-03-02", "warning contradiction"},
      {"{as: count, time: same_day}", "2025-03-01", "2025-03-02", "nothing"},
      {"{as: count, time: same_day}", "2025-03-01", "2025-03-01", "warning contradiction"},
      {"{as: count, time: same_day}", "", "2025-03-01", "nothing"},
      {"{as: count, time: newest_supersedes}", "2025-03-01", "2025-03-01", "warning contradiction"},
      {"{as: count, time: newest_supersedes}", "", "2025-03-01", "warning contradiction"},
      {"{as: count, time: newest_supersedes}", "2025-03-03", "2025-03-01", "note update"},
      {"{as: count, time: newest_supersedes}", "2025-03-01", "2025-03-03", "warning update"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.compare);
    CAPTURE(row.draft_day);
    CHECK(Outcome(Toll(row.compare), "It left 40 dead.", "It left 42 dead.", row.draft_day, row.wire_day) ==
          row.wanted);
  }
}

TEST_CASE("scope and modality decide which claims meet") {
  struct Row {
    const char* keys;
    const char* draft;
    const char* wire;
    const char* wanted;
  };
  constexpr Row kRows[] = {
      {"", "In 2023 it left 40 dead.", "In 2024 it left 42 dead.", "warning contradiction"},
      {"    scope: {period: nearest}\n", "In 2023 it left 40 dead.", "In 2024 it left 42 dead.", "nothing"},
      {"    scope: {period: nearest}\n", "In 2024 it left 40 dead.", "In 2024 it left 42 dead.",
       "warning contradiction"},
      {"    scope: {place: nearest}\n", "In France it left 40 dead.", "In Italy it left 42 dead.", "nothing"},
      {"    scope: {place: nearest}\n", "In Italy it left 40 dead.", "In Italy it left 42 dead.",
       "warning contradiction"},
      {"    scope: {inclusion: [include~, exclude~]}\n", "It left 40 dead, excluding the crew.",
       "It left 42 dead, including the crew.", "nothing"},
      {"    scope: {inclusion: [include~, exclude~]}\n", "It left 40 dead, which included the crew.",
       "It left 42 dead, including the crew.", "warning contradiction"},
      {"    scope: {edition: [first edition, second edition]}\n", "The first edition has 40 dead.",
       "The second edition has 42 dead.", "nothing"},
      {"    scope: {event: [quake, flood]}\n", "The quake left 40 dead.", "The flood left 42 dead.", "nothing"},
      {"    message: '{a.period}|{b.period}|{a.place}|{reason}'\n    scope: {period: nearest, place: nearest}\n",
       "In 2024 it left 40 dead.", "In 2024 it left 42 dead.",
       "warning contradiction: 2024-01-01/2025-01-01|2024-01-01/2025-01-01||40 against 42"},
      {"    modality: [expected]\n", "It left 40 dead.", "It left 42 dead.", "nothing"},
      {"    modality: [stated, expected]\n", "It left 40 dead.", "It left 42 dead.", "warning contradiction"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.keys);
    CAPTURE(row.draft);
    CHECK(Outcome(Toll("count", row.keys), row.draft, row.wire) == row.wanted);
  }
}

TEST_CASE("names, places and words are held against each other by what they mean") {
  const std::string rules = R"yaml(version: 1
lexicons:
  jobs: {chair: [chair, chairman, chairwoman], treasurer: [treasurer, finance officer]}
entities:
  saltmere: {type: place, names: [Saltmere], part_of: dunmark}
  dunmark: {type: place, names: [Dunmark]}
  felmoor: {type: place, names: [Felmoor]}
rules:
  - {id: venue, attribute: venue, patterns: ['summit in {place:value}'], compare: place}
  - {id: winner, attribute: winner, patterns: ['won by {person:value}'], compare: name}
  - {id: job, attribute: job, patterns: ['took over as {text:value} of'], compare: {as: role, synonyms: jobs}}
)yaml";
  CHECK(Outcome(rules, "The summit in Saltmere ended.", "The summit in Felmoor ended.") == "warning contradiction");
  CHECK(Outcome(rules, "The summit in Saltmere ended.", "The summit in Dunmark ended.") == "nothing");
  CHECK(Outcome(rules, "It was won by Marisol Vance. Vance cheered.", "It was won by Vance, as Marisol Vance said.") ==
        "nothing");
  CHECK(Outcome(rules, "It was won by Marisol Vance.", "It was won by John Mercer.") == "warning contradiction");
  CHECK(Outcome(rules, "She took over as chairwoman of the club.", "She took over as chair of the club.") == "nothing");
  CHECK(Outcome(rules, "She took over as treasurer of the club.", "She took over as chair of the club.") ==
        "warning contradiction");
}

TEST_CASE("a relation rule holds what must be the same") {
  const std::string rules = R"yaml(version: 1
rules:
  - {id: risk, attribute: risk, subject: nearest, patterns: ['{money:value} of sales at risk'], compare: amount,
     scope: {period: nearest}}
  - {id: charge, attribute: charge, subject: nearest, patterns: ['{money:value} charge'], compare: amount,
     scope: {period: nearest}}
relations:
  - {id: both, between: [risk, charge], same: [SAME]}
)yaml";
  const std::string draft = "Acme Corp. has $3 million of sales at risk in 2024.";
  const std::string wire = "Brell Group took a $1 million charge in 2023.";
  const auto with = [&](const std::string& same) { return absl::StrReplaceAll(rules, {{"SAME", same}}); };
  CHECK(Outcome(with("event"), draft, wire) == "warning related");
  CHECK(Outcome(with("subject"), draft, wire) == "nothing");
  CHECK(Outcome(with("period"), draft, wire) == "nothing");
  CHECK(Outcome(with("subject, period"), draft, "Acme Corp. took a $1 million charge in 2024.") == "warning related");
}

TEST_CASE("relations hold what excludes, implies, orders and adds up") {
  const auto rules = [](const std::string& check, const std::string& between) {
    return absl::StrCat(R"yaml(version: 1
rules:
  - {id: born, attribute: born, subject: =x, patterns: ['born on {date:value}'], compare: date}
  - {id: died, attribute: died, subject: =x, patterns: ['died on {date:value}'], compare: date}
  - {id: total, attribute: total, subject: =x, patterns: ['total of {money:value}'], compare: amount}
  - {id: rent, attribute: rent, subject: =x, patterns: ['rent of {money:value}'], compare: amount}
  - {id: wages, attribute: wages, subject: =x, patterns: ['wages of {money:value}'], compare: amount}
statuses:
  - id: licence
    states: [{name: none, patterns: ['no licence']}, {name: granted, patterns: ['licence~ (was|were) granted']}]
relations:
  - {id: r, check: )yaml",
                        check, ", between: [", between, "]}\n");
  };
  struct Row {
    const char* check;
    const char* between;
    const char* draft;
    const char* wire;
    const char* wanted;
  };
  const Row kRows[] = {
      {"order", "born, died", "She was born on 3 May 1950.", "She died on 2 May 1950.", "warning contradiction"},
      {"order", "born, died", "She was born on 3 May 1950.", "She died on 3 May 1950.", "nothing"},
      {"order", "born, died", "She was born on 3 May 1950.", "She died on 9 May 2020.", "nothing"},
      {"order", "rent, total", "It has a rent of $3 million.", "It has a total of $2 million.",
       "warning contradiction"},
      {"order", "rent, total", "It has a rent of $3 million.", "It has a total of €2 million.", "nothing"},
      {"sum", "total, rent, wages", "A total of $9 million, with rent of $3 million and wages of $4 million.",
       "Nothing.", "warning arithmetic"},
      {"sum", "total, rent, wages", "A total of $9 million, with rent of $4.8 million and wages of $4 million.",
       "Nothing.", "nothing"},
      {"sum", "total, rent, wages", "A total of $9 million, with rent of $3 million.", "It has wages of $4 million.",
       "nothing"},
      {"excludes", "rent, licence", "It has a rent of $3 million.", "Its licence was granted.",
       "warning contradiction"},
      {"related", "rent, licence", "It has a rent of $3 million.", "Its licence was granted.", "warning related"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.check);
    CAPTURE(row.draft);
    CHECK(Outcome(rules(row.check, row.between), row.draft, row.wire) == row.wanted);
  }
  std::vector<Diagnostic> diagnostics;
  CHECK_FALSE(ParseRules({{"r.yaml", rules("order", "rent, licence")}}, diagnostics).ok());
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].message == "'licence' is no figure, so the check 'order' cannot hold it");
  CHECK(diagnostics[0].at == LineColumn{12, 43});
}

TEST_CASE("an aligned rule heeds zones and unless") {
  const auto rules = [](const std::string& keys) {
    return absl::StrCat(
        "version: 1\naligned:\n  - id: money\n    compare: {as: values, kinds: [money], threshold: 0.3}\n", keys);
  };
  const std::string draft = "The bridge repair cost Fellmark council $3 million.";
  const std::string wire = "The bridge repair cost Fellmark council $4 million.";
  CHECK(Outcome(rules(""), draft, wire) == "warning contradiction");
  CHECK(Outcome(rules("    unless: ['repair']\n"), draft, wire) == "nothing");
  CHECK(Outcome(rules("    unless: ['ferry']\n"), draft, wire) == "warning contradiction");
  CHECK(Outcome(rules("    zones: [title]\n"), draft, wire) == "nothing");
  CHECK(Outcome(rules("    zones: [paragraph]\n"), draft, wire) == "warning contradiction");
}

TEST_CASE("every setting of a comparison is read where things are compared") {
  std::string sources;
  for (const auto& entry : std::filesystem::directory_iterator(CROSSCHECK_SOURCE_DIR "/src/compare")) {
    if (entry.path().extension() != ".cc") continue;
    std::ifstream file(entry.path());
    std::ostringstream text;
    text << file.rdbuf();
    sources += text.str();
  }
  REQUIRE_FALSE(sources.empty());
  for (const CompareKind& kind : kCompareKinds) {
    for (const SettingKey& key : kind.keys) {
      CAPTURE(std::string(key.name));
      CHECK(absl::StrContains(sources, absl::StrCat("\"", key.name, "\"")));
    }
  }
}

}  // namespace crosscheck
