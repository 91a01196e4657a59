#include "finding/finding.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace crosscheck {
namespace {

Claim ClaimOf(DocumentIndex document, size_t begin, const std::string& text, const std::string& quote) {
  Claim claim;
  claim.rule = "deaths";
  claim.document = document;
  claim.subject = "bridge";
  claim.attribute = "deaths";
  claim.value = {"text", text, std::nullopt, text};
  claim.span = {begin, begin + text.size()};
  claim.quote = quote;
  return claim;
}

Position PositionOf(const Report& report, std::vector<ClaimIndex> claims) {
  Position position;
  position.value = report.claims[claims[0]].value;
  for (const ClaimIndex claim : claims) position.documents.push_back(report.claims[claim].document);
  position.claims = std::move(claims);
  return position;
}

// Two claims about one bridge, and the finding that they disagree.
Report ReportOf(const std::string& first_quote, const std::string& second_quote, size_t shift = 0) {
  Report report;
  report.documents.resize(3);
  report.claims = {ClaimOf(0, 10 + shift, "12", first_quote), ClaimOf(1, 20 + shift, "14", second_quote)};
  Finding finding;
  finding.rule = "deaths";
  finding.subject = "bridge";
  finding.attribute = "deaths";
  finding.kind = "contradiction";
  finding.positions = {PositionOf(report, {0}), PositionOf(report, {1})};
  report.findings = {finding};
  return report;
}

std::string FingerprintOf(const Report& report) { return Fingerprint(report, report.findings[0]); }

TEST_CASE("a fingerprint outlives moved lines, other line breaks, and another document that joins a position") {
  const std::string as_it_was = FingerprintOf(ReportOf("The storm killed 12 on the bridge.", "It killed 14 there."));
  CHECK(as_it_was.size() == 16);
  CHECK(FingerprintOf(ReportOf("The storm killed 12 on the bridge.", "It killed 14 there.", 500)) == as_it_was);
  CHECK(FingerprintOf(ReportOf("The storm\nkilled 12  on the bridge.", "It killed 14 there.")) == as_it_was);

  Report joined = ReportOf("The storm killed 12 on the bridge.", "It killed 14 there.");
  joined.claims.push_back(ClaimOf(2, 7, "14", "Another paper has 14 dead."));
  joined.findings[0].positions[1] = PositionOf(joined, {1, 2});
  CHECK(FingerprintOf(joined) == as_it_was);

  Report swapped = ReportOf("The storm killed 12 on the bridge.", "It killed 14 there.");
  std::swap(swapped.findings[0].positions[0], swapped.findings[0].positions[1]);
  CHECK(FingerprintOf(swapped) == as_it_was);
}

TEST_CASE("a fingerprint changes with the rule, the subject, the value and the words around it") {
  const Report report = ReportOf("The storm killed 12 on the bridge.", "It killed 14 there.");
  const std::string as_it_was = FingerprintOf(report);
  Finding finding = report.findings[0];
  finding.rule = "injured";
  CHECK(Fingerprint(report, finding) != as_it_was);
  finding = report.findings[0];
  finding.subject = "ferry";
  CHECK(Fingerprint(report, finding) != as_it_was);
  finding = report.findings[0];
  finding.positions[0].value.canonical = "13";
  CHECK(Fingerprint(report, finding) != as_it_was);
  CHECK(FingerprintOf(ReportOf("The fire killed 12 on the bridge.", "It killed 14 there.")) != as_it_was);
}

TEST_CASE("findings are sorted by document, span, then rule") {
  Report report;
  report.documents.resize(2);
  report.claims = {ClaimOf(0, 50, "1", "one 1"), ClaimOf(0, 10, "2", "two 2"), ClaimOf(1, 0, "3", "three 3"),
                   ClaimOf(1, 90, "4", "four 4")};
  const auto add = [&report](const std::string& rule, ClaimIndex a, ClaimIndex b) {
    Finding finding;
    finding.rule = rule;
    finding.positions = {PositionOf(report, {a}), PositionOf(report, {b})};
    report.findings.push_back(finding);
  };
  add("late", 2, 3);
  add("middle", 0, 2);
  add("b-first", 3, 1);
  add("a-first", 1, 2);
  FinishFindings(report);
  std::vector<std::string> rules;
  for (const Finding& finding : report.findings) rules.push_back(finding.rule);
  CHECK(rules == std::vector<std::string>{"a-first", "b-first", "middle", "late"});
}

}  // namespace
}  // namespace crosscheck
