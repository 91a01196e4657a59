// The code quality report of GitLab: a list of issues, which its merge requests compare by fingerprint.
#include <map>

#include "absl/strings/str_cat.h"
#include "base/sha256.h"
#include "report/escape.h"
#include "report/finding_view.h"
#include "report/json_text.h"
#include "report/printable.h"
#include "report/report_format.h"

namespace crosscheck {

namespace {

// Its five are info, minor, major, critical and blocker.
absl::string_view GitlabSeverity(Severity severity) {
  if (severity == Severity::kError) return "critical";
  return severity == Severity::kWarning ? "minor" : "info";
}

class GitlabWriter {
 public:
  explicit GitlabWriter(const Report& report) : report_(report) {}

  std::string Write(const ReportOptions& options) {
    json_.Open('[');
    for (const DocumentEntry& entry : report_.documents) {
      if (entry.status != "unread") continue;
      WriteIssue(absl::StrCat("Not read: ", entry.why), "unread",
                 Sha256Hex(absl::StrCat("unread:", entry.info.path)).substr(0, 16), "blocker", entry.info.FilePath(),
                 {});
    }
    for (const Finding& finding : report_.findings) {
      if (finding.severity >= options.show_from && StandingOf(finding) != Standing::kWaived) WriteFinding(finding);
    }
    json_.Close(']');
    return json_.Take() + "\n";
  }

 private:
  void WriteFinding(const Finding& finding) {
    const std::vector<FindingPlace> places = PlacesOf(report_, finding);
    if (places.empty()) return;
    const Claim& claim = report_.claims[places.front().claim];
    std::string description = Printable(finding.message);
    if (!finding.ask.empty()) absl::StrAppend(&description, " Ask: ", Printable(finding.ask));
    for (const std::string& line : AlsoLines(finding)) absl::StrAppend(&description, " Also: ", line, ".");
    for (const std::string& line : StateLines(finding)) absl::StrAppend(&description, " ", line, ".");
    const Place at = SpanOf(report_, claim);
    if (!at.words.empty()) absl::StrAppend(&description, " (", Printable(WordsInFile(report_, claim)), ")");
    WriteIssue(description, finding.rule, finding.fingerprint, GitlabSeverity(finding.severity),
               report_.documents[claim.document].info.FilePath(), at);
  }

  void WriteIssue(absl::string_view description, absl::string_view check, const std::string& fingerprint,
                  absl::string_view severity, absl::string_view path, const Place& at) {
    const int again = seen_[fingerprint]++;  // of issues with one fingerprint only the first would be shown
    json_.Open('{');
    json_.Field("description", Printable(description));
    json_.Field("check_name", check);
    json_.Field("fingerprint", again == 0 ? fingerprint : absl::StrCat(fingerprint, "-", again));
    json_.Field("severity", severity);
    json_.Key("location");
    json_.Open('{');
    json_.Field("path", RepositoryPath(path));
    json_.Key("lines");
    json_.Open('{');
    // The format wants lines; a file that has none of its own has its place in the description.
    json_.Field("begin", at.words.empty() ? at.begin.line : 1);
    json_.Field("end", at.words.empty() ? at.end.line : 1);
    json_.Close('}');
    json_.Close('}');
    json_.Close('}');
  }

  const Report& report_;
  std::map<std::string, int> seen_;
  JsonText json_;
};

}  // namespace

void WriteGitlab(const Report& report, const ReportOptions& options, std::string& out) {
  out += GitlabWriter(report).Write(options);
}

}  // namespace crosscheck
