#ifndef CROSSCHECK_REPORT_REPORT_FORMAT_H_
#define CROSSCHECK_REPORT_REPORT_FORMAT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "crosscheck/report.h"

namespace crosscheck {

struct ReportOptions {
  bool color = false;                    // for formats that people read on a terminal
  Severity show_from = Severity::kNote;  // findings below it are counted, not shown
  std::string id_json;                   // the "id" of a dossier line, as JSON; "" = none
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
// One line a claim, with its document first: to group claims by subject, attribute and scope elsewhere.
void WriteClaimLines(const Report& report, const ReportOptions& options, std::string& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_REPORT_FORMAT_H_
