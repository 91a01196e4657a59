// The report in Markdown: the verdict, a table of what was found, each finding with its quotes, the draft's facts, and
// what was not read or not held against anything.
#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/facts.h"
#include "report/finding_view.h"
#include "report/printable.h"
#include "report/report_format.h"
#include "report/summary.h"

namespace crosscheck {

namespace {

// GitHub drops a summary of a step that is larger than a mebibyte, and with it all that it says.
constexpr size_t kMostSummaryBytes = 1000000;
constexpr size_t kMostClaimsAPosition = 6;

std::string IconOf(Severity severity) {
  if (severity == Severity::kError) return "❌ error";
  return severity == Severity::kWarning ? "⚠️ warning" : "ℹ️ note";
}

std::string IconOf(const std::optional<Verdict>& verdict) {
  if (!verdict.has_value()) return "ℹ️";
  switch (*verdict) {
    case Verdict::kAgreed:
      return "✅";
    case Verdict::kContradicted:
      return "❌";
    case Verdict::kUnsupported:
      return "❓";
    case Verdict::kNotChecked:
      return "➖";
  }
  return "";
}

class MarkdownWriter {
 public:
  MarkdownWriter(const Report& report, const ReportOptions& options, size_t most_bytes)
      : report_(report), options_(options), most_bytes_(most_bytes) {}

  std::string Write() {
    out_ = absl::StrCat("## crosscheck: ", EscapedMarkdown(VerdictLine(report_)), "\n\n");
    WriteDocuments();
    const std::vector<const Finding*> findings = WorstFirst(report_, options_.show_from);
    WriteTable(findings);
    for (size_t i = 0; i < findings.size(); ++i) Section(FindingText(*findings[i], i + 1));
    WriteFacts();
    if (left_out_ > 0) {
      absl::StrAppend(&out_, "_", CountWords(left_out_, "part"),
                      " of the report left out: there is no room. See another format for all of it._\n");
    }
    return std::move(out_);
  }

 private:
  // A part that does not fit is left out whole, and counted.
  void Section(const std::string& text) {
    constexpr size_t kRoomForTheEnd = 200;
    if (out_.size() + text.size() + kRoomForTheEnd > most_bytes_) {
      ++left_out_;
    } else {
      absl::StrAppend(&out_, text);
    }
  }

  void WriteDocuments() {
    std::string text;
    for (const DocumentEntry& entry : report_.documents) {
      const std::string path = EscapedMarkdown(entry.info.path);
      if (entry.status == "unread")
        absl::StrAppend(&text, "- **not read**: ", path, ": ", EscapedMarkdown(entry.why), "\n");
      if (entry.status == "withdrawn") absl::StrAppend(&text, "- **left out, withdrawn**: ", path, "\n");
      if (entry.replaced_by) {
        absl::StrAppend(&text, "- replaced: ", path, ", by ",
                        EscapedMarkdown(report_.documents[*entry.replaced_by].info.path), "\n");
      }
    }
    if (!text.empty()) Section(text + "\n");
  }

  void WriteTable(const std::vector<const Finding*>& findings) {
    if (findings.empty()) return;
    std::string text = "| | What | Where | Rule |\n|---|---|---|---|\n";
    for (size_t i = 0; i < findings.size(); ++i) {
      const std::vector<FindingPlace> places = PlacesOf(report_, *findings[i]);
      const std::string where = places.empty() ? "" : PlaceOf(report_, report_.claims[places.front().claim]);
      std::string row = absl::StrCat("| ", IconOf(findings[i]->severity), " | ", i + 1, ". ",
                                     EscapedMarkdown(findings[i]->message), StateOf(*findings[i]), " | ",
                                     EscapedMarkdown(where), " | ", EscapedMarkdown(findings[i]->rule), " |\n");
      text += row;
    }
    Section(text + "\n");
  }

  static std::string StateOf(const Finding& finding) {
    return finding.state == "new" ? "" : absl::StrCat(" (", EscapedMarkdown(finding.state), ")");
  }

  std::string FindingText(const Finding& finding, size_t number) const {
    std::string text = absl::StrCat("### ", number, ". ", IconOf(finding.severity), ": ",
                                    EscapedMarkdown(finding.message), StateOf(finding), "\n\n");
    for (size_t i = 0; i < finding.positions.size(); ++i) {
      const Position& position = finding.positions[i];
      absl::StrAppend(&text, "- **", PositionLetter(i), ": ", EscapedMarkdown(position.value.text), "** (",
                      CountWords(position.documents.size(), "document"), ", ",
                      CountWords(static_cast<size_t>(position.voices), "voice"), ")\n");
      const size_t shown = std::min(position.claims.size(), kMostClaimsAPosition);
      for (size_t c = 0; c < shown; ++c) absl::StrAppend(&text, Evidence(report_.claims[position.claims[c]]));
      if (shown < position.claims.size()) absl::StrAppend(&text, "  - and ", position.claims.size() - shown, " more\n");
    }
    if (!finding.reason.empty()) absl::StrAppend(&text, "\n**Why** ", EscapedMarkdown(finding.reason), "  \n");
    if (!finding.ask.empty())
      absl::StrAppend(&text, finding.reason.empty() ? "\n" : "", "**Ask** ", EscapedMarkdown(finding.ask), "\n");
    for (const std::string& line : AlsoLines(finding)) {
      absl::StrAppend(&text, "\n**Also** ", EscapedMarkdown(line), "\n");
    }
    for (const std::string& line : StateLines(finding)) absl::StrAppend(&text, "\n", EscapedMarkdown(line), "\n");
    return text + "\n";
  }

  std::string Evidence(const Claim& claim) const {
    const DocumentInfo& info = report_.documents[claim.document].info;
    std::string who = EscapedMarkdown(PlaceOf(report_, claim));
    if (info.role == Role::kDraft) who += ", draft";
    if (!info.publisher.empty()) absl::StrAppend(&who, ", ", EscapedMarkdown(info.publisher));
    if (info.published) absl::StrAppend(&who, ", ", absl::FormatCivilTime(*info.published));
    return absl::StrCat("  - ", who, ": “", EscapedMarkdown(claim.quote), "”\n");
  }

  void WriteFacts() {
    if (!Summarize(report_).has_draft) return;
    const std::vector<Fact> facts = FactsOf(report_, options_.show_from);
    if (facts.empty()) return;
    std::string text = "### The draft, claim by claim\n\n| | Verdict | Claim | Where | Why |\n|---|---|---|---|---|\n";
    for (const Fact& fact : facts) {
      const Claim& claim = report_.claims[fact.claim];
      absl::StrAppend(&text, "| ", IconOf(fact.verdict), " | ", VerdictWords(fact.verdict), " | ",
                      EscapedMarkdown(claim.value.text), " | ", EscapedMarkdown(PlaceOf(report_, claim)), " | ",
                      EscapedMarkdown(fact.note), " |\n");
    }
    Section(text + "\n");
  }

  const Report& report_;
  const ReportOptions& options_;
  size_t most_bytes_;
  size_t left_out_ = 0;
  std::string out_;
};

}  // namespace

void WriteMarkdown(const Report& report, const ReportOptions& options, std::string& out) {
  out += MarkdownWriter(report, options, std::string::npos).Write();
}

void WriteGithubSummary(const Report& report, const ReportOptions& options, std::string& out) {
  out += MarkdownWriter(report, options, kMostSummaryBytes).Write();
}

}  // namespace crosscheck
