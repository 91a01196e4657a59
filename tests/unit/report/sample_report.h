#ifndef CROSSCHECK_TESTS_UNIT_REPORT_SAMPLE_REPORT_H_
#define CROSSCHECK_TESTS_UNIT_REPORT_SAMPLE_REPORT_H_

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "crosscheck/report.h"

namespace crosscheck {

inline DocumentEntry EntryOf(const std::string& path, Role role, const std::string& text) {
  DocumentEntry entry;
  entry.info.path = path;
  entry.info.role = role;
  absl::StatusOr<Document> document = Document::FromText(entry.info, text);
  REQUIRE(document.ok());
  entry.document = *std::move(document);
  return entry;
}

// A draft and a source that disagree on a role, and a third file that could not be read.
inline Report SampleReport() {
  Report report;
  report.documents = {EntryOf("draft.md", Role::kDraft, "Mara Oldwick, the former mayor, opened it.\n"),
                      EntryOf("wire.txt", Role::kSource, "A fair began.\n\nMayor Mara Oldwick opened it.\n")};
  DocumentEntry unread;
  unread.info.path = "scan.txt";
  unread.status = "unread";
  unread.why = "binary";
  report.documents.push_back(unread);
  Claim former;
  former.rule = "office-holder";
  former.document = 0;
  former.subject = "mara oldwick";
  former.attribute = "office";
  former.value = {"role", "former mayor", std::nullopt, "former"};
  former.span = {18, 30};
  former.quote = "Mara Oldwick, the former mayor, opened it.";
  Claim current = former;
  current.document = 1;
  current.value = {"role", "Mayor", std::nullopt, "current"};
  current.span = {15, 20};
  current.quote = "Mayor Mara Oldwick opened it.";
  report.claims = {former, current};
  Finding finding;
  finding.rule = "office-holder";
  finding.type = "role";
  finding.severity = Severity::kError;
  finding.kind = "contradiction";
  finding.subject = "mara oldwick";
  finding.attribute = "office";
  finding.positions = {{former.value, {0}, {0}, 1}, {current.value, {1}, {1}, 1}};
  finding.message = "draft.md has the former mayor, wire.txt the mayor";
  finding.ask = "Who is in office on the day of publication?";
  finding.reason = "former against current";
  finding.fingerprint = "00ff00ff00ff00ff";
  report.findings = {finding};
  report.coverage = {{0, Verdict::kContradicted, "wire.txt"}};
  return report;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_UNIT_REPORT_SAMPLE_REPORT_H_
