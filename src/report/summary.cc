#include "report/summary.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace crosscheck {

Summary Summarize(const Report& report) {
  Summary summary;
  for (const Verdict verdict :
       {Verdict::kAgreed, Verdict::kContradicted, Verdict::kUnsupported, Verdict::kNotChecked}) {
    summary.verdicts[verdict] = 0;
  }
  for (const Severity severity : {Severity::kNote, Severity::kWarning, Severity::kError}) {
    summary.findings[severity] = 0;
    summary.remarks[severity] = 0;
  }
  for (const DocumentEntry& entry : report.documents) {
    summary.has_draft = summary.has_draft || entry.info.role == Role::kDraft;
    if (entry.status == "unread") ++summary.unread;
  }
  summary.claims = summary.has_draft ? report.coverage.size() : report.claims.size();
  for (const Coverage& one : report.coverage) ++summary.verdicts[one.verdict];
  for (const Finding& finding : report.findings) ++summary.findings[finding.severity];
  for (const char* state : kFindingStates) {
    const auto count = std::count_if(report.findings.begin(), report.findings.end(),
                                     [state](const Finding& finding) { return finding.state == state; });
    summary.states.emplace_back(state, static_cast<size_t>(count));
  }
  for (const Remark& remark : report.remarks) ++summary.remarks[remark.severity];
  return summary;
}

std::string CountWords(size_t count, absl::string_view noun) {
  return absl::StrCat(count, " ", noun, count == 1 ? "" : "s");
}

std::string VerdictLine(const Report& report) {
  const Summary summary = Summarize(report);
  std::vector<std::string> parts;
  if (summary.has_draft) {
    std::vector<std::string> verdicts;
    for (const auto& [verdict, word] :
         {std::pair(Verdict::kAgreed, "agreed"), std::pair(Verdict::kContradicted, "contradicted"),
          std::pair(Verdict::kUnsupported, "unsupported"), std::pair(Verdict::kNotChecked, "not checked")}) {
      if (summary.verdicts.at(verdict) > 0) verdicts.push_back(absl::StrCat(summary.verdicts.at(verdict), " ", word));
    }
    parts.push_back(
        absl::StrCat(CountWords(summary.claims, "claim"), verdicts.empty() ? "" : ": ", absl::StrJoin(verdicts, ", ")));
  } else {
    parts.push_back(absl::StrCat(CountWords(report.documents.size(), "document"), " compared"));
  }
  std::vector<std::string> findings;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    const size_t count = summary.findings.at(severity);
    if (count > 0) findings.push_back(CountWords(count, SeverityName(severity)));
  }
  parts.push_back(findings.empty() ? "nothing found" : absl::StrJoin(findings, ", "));
  if (summary.unread > 0) parts.push_back(absl::StrCat(CountWords(summary.unread, "document"), " not read"));
  return absl::StrJoin(parts, "; ");
}

}  // namespace crosscheck
