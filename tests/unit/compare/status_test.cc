#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "crosscheck/checker.h"
#include "rule/field_reader.h"
#include "rule/rule_set.h"
#include "unit/compare/two_documents.h"

namespace crosscheck {

namespace {

// "severity kind" for each finding of two documents of one event, or "nothing".
std::string Outcome(const std::string& rules, const std::vector<DocumentEntry>& entries) {
  std::string out;
  for (const Finding& finding : FindingsOf(rules, entries)) {
    absl::StrAppend(&out, out.empty() ? "" : "; ", SeverityName(finding.severity), " ", finding.kind);
  }
  return out.empty() ? "nothing" : out;
}

// A bridge that is planned, put off, opened, or shut for good.
std::string Bridge(const std::string& compare) {
  return absl::StrCat(
      "version: 1\nlexicons:\n  negation: {verbal: [not, never], nominal: [\"no\"]}\n"
      "  modality: {expected: [will be, expected to be]}\n"
      "statuses:\n  - id: bridge\n    severity: warning\n    compare: ",
      compare,
      "\n    states:\n"
      "      - {name: planned, patterns: [planned]}\n"
      "      - {name: postponed, rank: 1, patterns: [postponed]}\n"
      "      - {name: half open, rank: 2, patterns: [half open]}\n"
      "      - {name: opened, rank: 3, patterns: [opened]}\n"
      "      - {name: condemned, rank: 3, patterns: [condemned]}\n");
}

std::string OfBridge(const std::string& compare, const std::string& draft, const std::string& wire,
                     const std::string& draft_day = "", const std::string& wire_day = "") {
  return Outcome(Bridge(compare), {Entry("draft.md", draft, draft_day), Entry("wire.md", wire, wire_day)});
}

}  // namespace

TEST_CASE("what a status says of its states decides what contradicts what") {
  struct Row {
    const char* compare;
    const char* draft;
    const char* wire;
    const char* wanted;
  };
  constexpr Row kRows[] = {
      {"{open: planned}", "The Ravel footbridge was opened.", "The Ravel footbridge was planned.",
       "warning contradiction"},
      {"{open: planned}", "The Ravel footbridge was planned.", "The Ravel footbridge was opened.", "nothing"},
      {"{open: planned}", "The Ravel footbridge was opened.", "The Ravel footbridge will be opened.",
       "warning contradiction"},
      {"{open: planned}", "The Ravel footbridge will be opened.", "The Ravel footbridge was planned.", "nothing"},
      {"{open: planned}", "The Ravel footbridge was opened.", "The Ravel footbridge was not opened.",
       "warning contradiction"},
      {"{open: planned}", "Was the Ravel footbridge opened?", "The Ravel footbridge was planned.", "nothing"},
      // states of one rank exclude each other only where the status says so
      {"{open: planned}", "The Ravel footbridge was opened.", "The Ravel footbridge was condemned.", "nothing"},
      {"{opposed: [condemned]}", "The Ravel footbridge was opened.", "The Ravel footbridge was condemned.",
       "warning contradiction"},
      // a draft that says less is careful, unless the state closes the way
      {"{open: planned}", "The Ravel footbridge was postponed.", "The Ravel footbridge was opened.", "nothing"},
      {"{closing: [postponed]}", "The Ravel footbridge was postponed.", "The Ravel footbridge was opened.",
       "warning contradiction"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.compare);
    CAPTURE(row.draft);
    CAPTURE(row.wire);
    CHECK(OfBridge(row.compare, row.draft, row.wire) == row.wanted);
  }
}

TEST_CASE("a draft days later may tell of what came since, but not of what its source puts after it") {
  const std::string draft = "The Ravel footbridge was opened.";
  CHECK(OfBridge("{}", draft, "The Ravel footbridge was planned.", "2025-06-10", "2025-06-09") ==
        "warning contradiction");
  CHECK(OfBridge("{}", draft, "The Ravel footbridge was planned.", "2025-06-30", "2025-06-09") == "note update");
  CHECK(OfBridge("{}", draft, "The Ravel footbridge was planned for 1 August 2025.", "2025-06-30", "2025-06-09") ==
        "warning contradiction");
}

TEST_CASE("of two sources that tell of passing states neither is wrong") {
  const auto sources = [](const std::string& compare) {
    return Outcome(Bridge(compare), {Entry("a.md", "The Ravel footbridge was half open.", ""),
                                     Entry("b.md", "The Ravel footbridge was planned.", "")});
  };
  CHECK(sources("{}") == "warning contradiction");
  CHECK(sources("{passing: [planned, half open]}") == "note contradiction");
}

TEST_CASE("a status may only name states that it has") {
  std::vector<Diagnostic> diagnostics;
  CHECK_FALSE(ParseRules({{"r.yaml", Bridge("{closing: [postponned]}")}}, diagnostics).ok());
  REQUIRE_FALSE(diagnostics.empty());
  CHECK(FormatDiagnostic(diagnostics[0]).find("postponned") != std::string::npos);
}

}  // namespace crosscheck
