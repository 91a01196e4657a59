#include "report/report_format.h"

namespace crosscheck {

namespace {

constexpr ReportFormat kFormats[] = {
    {"text", "for people", WriteText},
    {"json", "crosscheck-report/1, indented (docs/report-schema.json)", WriteJson},
    {"jsonl", "the same on one line", WriteJsonLine},
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
