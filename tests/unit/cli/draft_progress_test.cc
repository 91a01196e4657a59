#include "cli/draft_progress.h"

#include <doctest/doctest.h>

namespace crosscheck {
namespace {

Finding FindingOf(const std::string& fingerprint, const std::string& message) {
  Finding finding;
  finding.fingerprint = fingerprint;
  finding.message = message;
  return finding;
}

const char* const kEarlier = R"({"summary": {"repair": {"size": 2, "items": [{"claims": [0], "findings": ["a1"]},
  {"claims": [1], "findings": ["b2"]}]}}, "findings": [{"fingerprint": "a1", "message": "the toll"},
  {"fingerprint": "b2", "message": "the boats"}, {"fingerprint": "c3", "message": "among sources"}]})";

TEST_CASE("progress counts the changes left, and names what is fixed and what is new") {
  Report report;
  report.findings = {FindingOf("b2", "the boats"), FindingOf("d4", "the day")};
  report.repair.items = {{{0}, {"b2"}}, {{1}, {"d4"}}};
  CHECK(ProgressSince(kEarlier, report).value() == "2 changes to make, 2 before\nfixed: the toll\nnew: the day\n");
  CHECK(ProgressSince(kEarlier, Report()).value() ==
        "0 changes to make, 2 before\nfixed: the toll\nfixed: the boats\n");
}

TEST_CASE("a finding that is still there is not fixed, though no change is listed for it any more") {
  Report report;
  report.findings = {FindingOf("a1", "the toll"), FindingOf("b2", "the boats")};
  report.repair.items = {{{0}, {"b2"}}};
  CHECK(ProgressSince(kEarlier, report).value() == "1 change to make, 2 before\n");
}

TEST_CASE("what is no report of an earlier check is refused") {
  for (const std::string text : {"", "{", "[]", "{}", R"({"summary": {}, "findings": []})"}) {
    CAPTURE(text);
    CHECK(ProgressSince(text, Report()).status().code() == absl::StatusCode::kInvalidArgument);
  }
}

}  // namespace
}  // namespace crosscheck
