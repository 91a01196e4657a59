#include "report/report_format.h"

namespace crosscheck {

namespace {

constexpr ReportFormat kFormats[] = {
    {"text", "for people", WriteText},
    {"json", "crosscheck-report/1, indented (docs/report-schema.json)", WriteJson},
    {"jsonl", "the same on one line", WriteJsonLine},
    {"html", "a page in one file, for an editor's desk", WriteHtml},
    {"markdown", "for a mail, a page or a pull request", WriteMarkdown},
    {"csv", "the draft's facts for a spreadsheet, with room to sign", WriteCsv},
    {"sarif", "SARIF 2.1.0, for code hosts and editors", WriteSarif},
    {"junit", "a test a finding and a document", WriteJunit},
    {"github", "annotations of GitHub Actions", WriteGithub},
    {"github-summary", "Markdown for $GITHUB_STEP_SUMMARY", WriteGithubSummary},
    {"gitlab", "code quality of GitLab", WriteGitlab},
    {"rdjson", "for reviewdog", WriteRdjson},
    {"svg", "a picture of who says what, with the values by day", WriteSvg},
    {"dot", "the same picture for Graphviz", WriteDot},
    {"outline", "the same in words", WriteOutline},
};

constexpr ReportFormat kClaimFormats[] = {
    {"text", "a table", WriteClaimTable},
    {"json", "crosscheck-report/1 without findings", WriteJson},
    {"jsonl", "a claim a line", WriteClaimLines},
};

}  // namespace

absl::Span<const ReportFormat> ReportFormats() { return kFormats; }
absl::Span<const ReportFormat> ClaimFormats() { return kClaimFormats; }

}  // namespace crosscheck
