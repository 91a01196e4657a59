#include "report/summary.h"

namespace crosscheck {

Summary Summarize(const Report& report) {
  Summary summary;
  for (const Verdict verdict :
       {Verdict::kAgreed, Verdict::kContradicted, Verdict::kUnsupported, Verdict::kNotChecked}) {
    summary.verdicts[verdict] = 0;
  }
  for (const Severity severity : {Severity::kNote, Severity::kWarning, Severity::kError})
    summary.findings[severity] = 0;
  for (const DocumentEntry& entry : report.documents) {
    summary.has_draft = summary.has_draft || entry.info.role == Role::kDraft;
    if (entry.status == "unread") ++summary.unread;
  }
  summary.claims = summary.has_draft ? report.coverage.size() : report.claims.size();
  for (const Coverage& one : report.coverage) ++summary.verdicts[one.verdict];
  for (const Finding& finding : report.findings) ++summary.findings[finding.severity];
  return summary;
}

}  // namespace crosscheck
