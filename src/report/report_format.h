#ifndef CROSSCHECK_REPORT_REPORT_FORMAT_H_
#define CROSSCHECK_REPORT_REPORT_FORMAT_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "crosscheck/report.h"

namespace crosscheck {

struct RuleSet;  // rule/rule_set.h

struct ReportOptions {
  bool color = false;                                    // for formats that people read on a terminal
  size_t width = 0;                                      // columns of that terminal; 0 = no terminal
  Severity show_from = Severity::kNote;                  // findings below it are counted, not shown
  std::optional<Severity> fail_from = Severity::kError;  // the least that makes a run fail; nullopt = nothing does
  const RuleSet* rules = nullptr;                        // for what formats say of a rule beside its id; may be null
  std::string id_json;                                   // the "id" of a dossier line, as JSON; "" = none
};

// One way to write a report: a file of src/report/ and a row of the table.
struct ReportFormat {
  absl::string_view name;     // the value of --format
  absl::string_view summary;  // its line of --help
  // Appends the report. Deterministic, stateless, and ends in a newline.
  void (*write)(const Report& report, const ReportOptions& options, std::string& out);
};

absl::Span<const ReportFormat> ReportFormats();  // in the order of --help
absl::Span<const ReportFormat> ClaimFormats();   // of a report without findings: the claims alone

void WriteText(const Report& report, const ReportOptions& options, std::string& out);
// A table of the claims, a line each.
void WriteClaimTable(const Report& report, const ReportOptions& options, std::string& out);
void WriteJson(const Report& report, const ReportOptions& options, std::string& out);
void WriteJsonLine(const Report& report, const ReportOptions& options, std::string& out);
// Who says what, who stands with whom and when, in words: what the two pictures show.
void WriteOutline(const Report& report, const ReportOptions& options, std::string& out);
void WriteDot(const Report& report, const ReportOptions& options, std::string& out);  // in the language of Graphviz
void WriteSvg(const Report& report, const ReportOptions& options, std::string& out);
// SARIF 2.1.0, for code hosts and editors.
void WriteSarif(const Report& report, const ReportOptions& options, std::string& out);
// A test a finding and a document: what makes the run fail is a failed test.
void WriteJunit(const Report& report, const ReportOptions& options, std::string& out);
// Workflow commands of GitHub Actions, no more of a kind than it shows; the rest in plain lines.
void WriteGithub(const Report& report, const ReportOptions& options, std::string& out);
// Markdown short enough for the summary of a job.
void WriteGithubSummary(const Report& report, const ReportOptions& options, std::string& out);
void WriteGitlab(const Report& report, const ReportOptions& options, std::string& out);  // its code quality report
void WriteRdjson(const Report& report, const ReportOptions& options, std::string& out);  // for reviewdog
// A page in one file, for editors: docs/formats.md.
void WriteHtml(const Report& report, const ReportOptions& options, std::string& out);
void WriteMarkdown(const Report& report, const ReportOptions& options, std::string& out);
// The fact list: what the draft says, a row a fact, with room to sign.
void WriteCsv(const Report& report, const ReportOptions& options, std::string& out);
// One line a claim, with its document first: to group claims by subject, attribute and scope elsewhere.
void WriteClaimLines(const Report& report, const ReportOptions& options, std::string& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_REPORT_FORMAT_H_
