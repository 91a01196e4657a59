// Workflow commands of GitHub Actions, which make annotations. The runner shows ten of each kind a step and cuts a
// message at 4,096 characters (`_maxIssueMessageLength` of actions/runner); what is beyond it drops without a word. So
// the worst come first, and the rest stands in plain lines with its count.
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "report/escape.h"
#include "report/finding_view.h"
#include "report/printable.h"
#include "report/report_format.h"
#include "report/summary.h"

namespace crosscheck {

namespace {

constexpr size_t kMostOfAKind = 10;
constexpr size_t kMostMessageBytes = 4096;

// "##[" begins a command of the older kind wherever it stands in a line; a document may hold it.
std::string Harmless(absl::string_view line) { return absl::StrReplaceAll(line, {{"##[", "## ["}}); }

std::string Data(absl::string_view text) {
  return absl::StrReplaceAll(Harmless(text), {{"%", "%25"}, {"\r", "%0D"}, {"\n", "%0A"}});
}

std::string Property(absl::string_view text) {
  return absl::StrReplaceAll(Data(Printable(text)), {{":", "%3A"}, {",", "%2C"}});
}

absl::string_view CommandOf(Severity severity) {
  if (severity == Severity::kError) return "error";
  return severity == Severity::kWarning ? "warning" : "notice";
}

class GithubWriter {
 public:
  GithubWriter(const Report& report, std::string& out) : report_(report), out_(out) {}

  void Write(const ReportOptions& options) {
    for (const DocumentEntry& entry : report_.documents) {
      if (entry.status == "unread") WriteUnread(entry);
    }
    for (const Remark& remark : report_.remarks) {
      if (remark.severity >= options.show_from) WriteRemark(remark);
    }
    for (const Finding* finding : WorstFirst(report_, options.show_from)) WriteFinding(*finding);
    if (!rest_.empty()) {
      absl::StrAppend(&out_, "Without an annotation, of which only ", kMostOfAKind, " of a kind are shown (",
                      rest_count_, "):\n", rest_);
    }
    WriteSummary();
  }

 private:
  void Add(absl::string_view command, absl::string_view place, absl::string_view title, absl::string_view message,
           absl::string_view short_form) {
    if (counts_[std::string(command)]++ >= kMostOfAKind) {
      ++rest_count_;
      absl::StrAppend(&rest_, "  ", command, " ", Harmless(short_form), "\n");
      return;
    }
    absl::StrAppend(&out_, "::", command, " ", place, ",title=", Property(title),
                    "::", Data(CutToBytes(message, kMostMessageBytes)), "\n");
  }

  void WriteUnread(const DocumentEntry& entry) {
    const std::string path = Printable(RepositoryPath(entry.info.FilePath()));
    const std::string message = absl::StrCat("not read: ", Printable(entry.why));
    Add("error", absl::StrCat("file=", Property(path)), "crosscheck: not read", message,
        absl::StrCat(path, ": ", message));
  }

  void WriteRemark(const Remark& remark) {
    const std::string path = Printable(RepositoryPath(FileOf(remark.path)));
    std::string place = path.empty() ? "" : absl::StrCat("file=", Property(path));
    if (!path.empty() && remark.at.line > 0) absl::StrAppend(&place, ",line=", remark.at.line);
    Add(CommandOf(remark.severity), place.empty() ? "file=." : place, absl::StrCat("crosscheck: ", remark.kind),
        Printable(remark.message), absl::StrCat(Printable(remark.path), ": ", Printable(remark.message)));
  }

  std::string FileOf(const std::string& path) const {
    for (const DocumentEntry& entry : report_.documents) {
      if (entry.info.path == path) return entry.info.FilePath();
    }
    return path;
  }

  // What is waived or known fails nothing, and old findings must not hide new ones: they are counted alone.
  void WriteFinding(const Finding& finding) {
    if (StandingOf(finding) != Standing::kNew) {
      ++(StandingOf(finding) == Standing::kWaived ? waived_ : known_);
      return;
    }
    const std::vector<FindingPlace> places = PlacesOf(report_, finding);
    if (places.empty()) return;
    const Claim& claim = report_.claims[places.front().claim];
    const Place at = SpanOf(report_, claim);
    std::string place =
        absl::StrCat("file=", Property(RepositoryPath(report_.documents[claim.document].info.FilePath())));
    if (at.words.empty()) absl::StrAppend(&place, ",line=", at.begin.line, ",endLine=", at.end.line);
    if (at.words.empty() && at.begin.line == at.end.line) {  // the checks of GitHub refuse columns over several lines
      absl::StrAppend(&place, ",col=", at.begin.column, ",endColumn=", at.end.column);
    }
    Add(CommandOf(finding.severity), place, absl::StrCat(finding.kind, " (", finding.type, ") [", finding.rule, "]"),
        absl::StrCat(Printable(finding.message), "\n", DetailsOf(report_, finding)),
        absl::StrCat(PlaceOf(report_, claim), ": ", Printable(finding.message), " [", finding.rule, "]"));
  }

  void WriteSummary() const {
    const Summary summary = Summarize(report_);
    absl::StrAppend(&out_, "crosscheck: ", CountWords(summary.findings.at(Severity::kError), "error"), ", ",
                    CountWords(summary.findings.at(Severity::kWarning), "warning"), ", ",
                    CountWords(summary.findings.at(Severity::kNote), "note"), "; ", waived_, " waived, ", known_,
                    " in the baseline; ", CountWords(report_.documents.size(), "document"), ", ", summary.unread,
                    " not read\n");
  }

  const Report& report_;
  std::string& out_;
  std::map<std::string, size_t> counts_;
  std::string rest_;
  size_t rest_count_ = 0;
  size_t waived_ = 0;
  size_t known_ = 0;
};

}  // namespace

void WriteGithub(const Report& report, const ReportOptions& options, std::string& out) {
  GithubWriter(report, out).Write(options);
}

}  // namespace crosscheck
