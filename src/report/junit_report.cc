// JUnit's XML, as continuous integration reads it: a suite a document, in it a test a finding, and one that the
// document could be read. What makes the run fail is a failure; what does not is skipped, with the reason; so a red
// test means exit code 1, and an error of a test exit code 3.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "report/escape.h"
#include "report/finding_view.h"
#include "report/printable.h"
#include "report/report_format.h"

namespace crosscheck {

namespace {

struct Suite {
  size_t tests = 0, failures = 0, errors = 0, skipped = 0;
  std::string cases;
};

// Line breaks are ours and stay; what stands between them is escaped.
std::string EscapedLines(absl::string_view text) {
  return absl::StrJoin(absl::StrSplit(text, '\n'), "\n",
                       [](std::string* out, absl::string_view line) { absl::StrAppend(out, EscapedXml(line)); });
}

class JunitWriter {
 public:
  JunitWriter(const Report& report, const ReportOptions& options)
      : report_(report), options_(options), suites_(report.documents.size()) {}

  void Write(std::string& out) {
    for (size_t i = 0; i < report_.documents.size(); ++i) AddDocument(i);
    for (const Finding& finding : report_.findings) {
      if (finding.severity >= options_.show_from) AddFinding(finding);
    }
    Suite all;
    for (const Suite& suite : suites_) {
      all.tests += suite.tests;
      all.failures += suite.failures;
      all.errors += suite.errors;
      all.skipped += suite.skipped;
    }
    absl::StrAppend(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"crosscheck\"", Counts(all),
                    ">\n");
    for (size_t i = 0; i < suites_.size(); ++i) {
      absl::StrAppend(&out, "  <testsuite name=\"", EscapedXml(report_.documents[i].info.path), "\"",
                      Counts(suites_[i]), ">\n", suites_[i].cases, "  </testsuite>\n");
    }
    absl::StrAppend(&out, "</testsuites>\n");
  }

 private:
  static std::string Counts(const Suite& suite) {
    return absl::StrCat(" tests=\"", suite.tests, "\" failures=\"", suite.failures, "\" errors=\"", suite.errors,
                        "\" skipped=\"", suite.skipped, "\"");
  }

  static std::string Case(absl::string_view group, absl::string_view name) {
    return absl::StrCat("    <testcase classname=\"", EscapedXml(group), "\" name=\"", EscapedXml(name), "\"");
  }

  void AddDocument(size_t i) {
    const DocumentEntry& entry = report_.documents[i];
    Suite& suite = suites_[i];
    ++suite.tests;
    absl::StrAppend(&suite.cases, Case("document", absl::StrCat(entry.info.path, " is read")));
    if (entry.status == "read") {
      absl::StrAppend(&suite.cases, "/>\n");
    } else if (entry.status == "unread") {
      ++suite.errors;
      absl::StrAppend(&suite.cases, ">\n      <error message=\"", EscapedXml(entry.why), "\"/>\n    </testcase>\n");
    } else {
      ++suite.skipped;
      absl::StrAppend(&suite.cases, ">\n      <skipped message=\"", EscapedXml(entry.status),
                      "\"/>\n    </testcase>\n");
    }
  }

  void AddFinding(const Finding& finding) {
    const std::vector<FindingPlace> places = PlacesOf(report_, finding);
    if (places.empty()) return;
    const Claim& claim = report_.claims[places.front().claim];
    Suite& suite = suites_[claim.document];
    ++suite.tests;
    absl::StrAppend(&suite.cases, Case(finding.rule, absl::StrCat(PlaceOf(report_, claim), " ", claim.value.text)),
                    " file=\"", EscapedXml(RepositoryPath(report_.documents[claim.document].info.FilePath())), "\"");
    const Place at = SpanOf(report_, claim);
    if (at.words.empty()) absl::StrAppend(&suite.cases, " line=\"", at.begin.line, "\"");
    absl::StrAppend(&suite.cases, ">\n");
    const Standing standing = StandingOf(finding);
    const std::string message = absl::StrCat(SeverityName(finding.severity), " ", finding.kind, ": ", finding.message);
    if (standing == Standing::kNew && options_.fail_from && finding.severity >= *options_.fail_from) {
      ++suite.failures;
      absl::StrAppend(&suite.cases, "      <failure type=\"", EscapedXml(finding.type), "\" message=\"",
                      EscapedXml(message), "\">", EscapedLines(DetailsOf(report_, finding)), "</failure>\n");
    } else {
      ++suite.skipped;
      const std::string why = standing == Standing::kNew ? "" : absl::StrCat(finding.state, ": ");
      absl::StrAppend(&suite.cases, "      <skipped message=\"", EscapedXml(absl::StrCat(why, message)), "\"/>\n",
                      "      <system-out>", EscapedLines(DetailsOf(report_, finding)), "</system-out>\n");
    }
    absl::StrAppend(&suite.cases, "    </testcase>\n");
  }

  const Report& report_;
  const ReportOptions& options_;
  std::vector<Suite> suites_;  // by document
};

}  // namespace

void WriteJunit(const Report& report, const ReportOptions& options, std::string& out) {
  JunitWriter(report, options).Write(out);
}

}  // namespace crosscheck
