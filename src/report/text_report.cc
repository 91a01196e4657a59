// The report for people, in a terminal or a mail.
#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "report/finding_view.h"
#include "report/printable.h"
#include "report/report_format.h"
#include "report/summary.h"
#include "report/text_positions.h"

namespace crosscheck {

namespace {

constexpr char kRed[] = "\x1b[1;31m";
constexpr char kYellow[] = "\x1b[1;33m";
constexpr char kCyan[] = "\x1b[1;36m";
constexpr char kBold[] = "\x1b[1m";
constexpr char kDim[] = "\x1b[2m";
constexpr char kPlain[] = "\x1b[0m";

constexpr size_t kMostNotCompared = 10;  // pairs of documents

class TextWriter {
 public:
  TextWriter(const Report& report, const ReportOptions& options, std::string& out)
      : report_(report), options_(options), out_(out) {}

  void Write() {
    for (const Finding& finding : report_.findings) {
      if (finding.severity >= options_.show_from) WriteFinding(finding);
    }
    WriteRemarks();
    WriteUnread();
    WriteNotCompared();
    WriteOrigins();
    WriteSides();
    WriteRepair();
    WriteSummary();
  }

 private:
  template <typename... Parts>
  void Put(const Parts&... parts) {
    absl::StrAppend(&out_, parts...);
  }

  const char* Color(const char* code) const { return options_.color ? code : ""; }

  const char* SeverityColor(Severity severity) const {
    if (severity == Severity::kError) return Color(kRed);
    return Color(severity == Severity::kWarning ? kYellow : kCyan);
  }

  void WriteFinding(const Finding& finding) {
    Put(SeverityColor(finding.severity), SeverityName(finding.severity), Color(kPlain), " ", finding.kind, " (",
        finding.type, "): ", Color(kBold), Printable(finding.message), Color(kPlain), "  ", Color(kDim), "[",
        finding.rule, "]", Color(kPlain), "\n");
    AppendPositions(report_, finding, {Color(kBold), Color(kPlain), options_.width}, out_);
    WriteRanking(finding);
    if (!finding.reason.empty()) Put("  Why  ", Printable(finding.reason), "\n");
    if (!finding.ask.empty()) Put("  Ask  ", Printable(finding.ask), "\n");
    for (const std::string& line : AlsoLines(finding)) Put("  Also  ", line, "\n");
    WriteState(finding);
    Put("\n");
  }

  // What people have said of it: a waiver, the baseline, a review.
  void WriteState(const Finding& finding) {
    if (finding.state == "known") Put("  Known  it is in the baseline\n");
    if (finding.waived) {
      const Waived& waived = *finding.waived;
      Put(finding.state == "expired" ? "  Waiver  ran out on " : "  Waived  until ",
          absl::FormatCivilTime(waived.until), " by ", Printable(waived.owner), ": ", Printable(waived.reason), "  (",
          Printable(waived.at), ")\n");
    }
    if (finding.review) {
      const Review& review = *finding.review;
      Put("  Review  ", review.state, review.state == "fixed" ? ", and it is still here" : "", ", by ",
          Printable(review.by));
      if (review.day) Put(" on ", absl::FormatCivilTime(*review.day));
      if (!review.note.empty()) Put(": ", Printable(review.note));
      Put("\n");
    }
  }

  void WriteRemarks() {
    bool any = false;
    for (const Remark& remark : report_.remarks) {
      if (remark.severity < options_.show_from) continue;
      Put(SeverityColor(remark.severity), SeverityName(remark.severity), Color(kPlain), ": ");
      if (!remark.path.empty()) Put(Printable(remark.path));
      if (remark.at.line > 0) Put(":", remark.at.line, ":", remark.at.column);
      Put(remark.path.empty() ? "" : ": ", Printable(remark.message), "  ", Color(kDim), "[", remark.kind, "]",
          Color(kPlain), "\n");
      any = true;
    }
    if (any) Put("\n");
  }

  // What speaks for each position, where there is more to say than one document against another.
  void WriteRanking(const Finding& finding) {
    const bool many = std::any_of(finding.positions.begin(), finding.positions.end(),
                                  [](const Position& position) { return position.documents.size() > 1; });
    if (!many && !finding.ranking.newest) return;
    Put("  Said ");
    for (size_t i = 0; i < finding.positions.size(); ++i) {
      const Position& position = finding.positions[i];
      Put(i == 0 ? " " : "; ", PositionLetter(i), ": ", VoicesOf(position), ", trust ", position.trust);
    }
    if (finding.ranking.newest) Put("; the latest source has ", PositionLetter(*finding.ranking.newest));
    Put("\n");
  }

  void WriteUnread() {
    bool any = false;
    for (const DocumentEntry& entry : report_.documents) {
      if (entry.status == "read") continue;
      Put(entry.status == "unread" ? "not read: " : "left out (withdrawn): ", Printable(entry.info.path),
          entry.why.empty() ? "" : ": ", Printable(entry.why), "\n");
      any = true;
    }
    if (any) Put("\n");
  }

  // Pair by pair while they are few; an archive of many events in one line.
  void WriteNotCompared() {
    if (report_.not_compared.empty()) return;
    const size_t shown = std::min(report_.not_compared.size(), kMostNotCompared);
    for (size_t i = 0; i < shown; ++i) {
      const NotCompared& pair = report_.not_compared[i];
      Put("not compared: ", Printable(report_.documents[pair.first].info.path), " and ",
          Printable(report_.documents[pair.second].info.path), ": ", Printable(pair.reason), "\n");
    }
    if (shown < report_.not_compared.size())
      Put("not compared: ", report_.not_compared.size() - shown, " more pairs that seem to tell of different events\n");
    Put("\n");
  }

  // Which documents are copies or earlier versions of others.
  void WriteOrigins() {
    bool any = false;
    for (const DocumentEntry& entry : report_.documents) {
      if (entry.replaced_by) {
        Put("replaced: ", Printable(entry.info.path), ", by ", PathOf(*entry.replaced_by), "\n");
        any = true;
      }
      for (const Derivation& one : entry.derived_from) {
        Put("one voice: ", Printable(entry.info.path), " is taken from ", PathOf(one.document), ": ",
            Printable(one.why), "\n");
        any = true;
      }
    }
    if (any) Put("\n");
  }

  std::string PathOf(DocumentIndex document) const { return Printable(report_.documents[document].info.path); }

  std::string Paths(const std::vector<DocumentIndex>& documents) const {
    std::string out;
    for (const DocumentIndex document : documents) absl::StrAppend(&out, out.empty() ? "" : ", ", PathOf(document));
    return out;
  }

  void WriteSides() {
    const Sides& sides = report_.sides;
    for (const Camps& camps : sides.camps) {
      if (camps.odd_cycle.empty()) {
        Put("two camps: ", Paths(camps.first), " against ", Paths(camps.second), "\n");
      } else {
        Put("no two camps: sides change around ", Paths(camps.odd_cycle), "\n");
      }
    }
    bool any = !sides.camps.empty();
    for (const Loner& loner : sides.loners) {
      if (loner.times < 2) continue;  // once can be seen above
      Put("stands alone: ", PathOf(loner.document), ", ", loner.times, " times\n");
      any = true;
    }
    if (any) Put("\n");
  }

  void WriteRepair() {
    const Repair& repair = report_.repair;
    if (repair.items.empty()) return;
    const bool draft = Summarize(report_).has_draft;
    Put("To end every contradiction", draft ? " of the draft" : "", ", change ", repair.items.size(),
        repair.items.size() == 1 ? " place" : " places");
    if (!repair.exact) Put(" (no fewer than ", repair.at_least, " will do; the least set was not found)");
    Put(":\n");
    for (const RepairItem& item : repair.items) {
      const Claim& claim = report_.claims[item.claims.front()];
      Put("  ", PlaceOf(report_, claim), "  ", Printable(claim.value.text), "  (", item.findings.size(),
          item.findings.size() == 1 ? " finding)\n" : " findings)\n");
    }
    if (draft && repair.left > 0) {
      Put("In ", repair.left, repair.left == 1 ? " finding" : " findings",
          " sources disagree with one another: no change of the draft ends that.\n");
    }
    Put("\n");
  }

  void WriteSummary() {
    const Summary summary = Summarize(report_);
    Put(summary.claims, summary.claims == 1 ? " claim" : " claims");
    if (summary.has_draft) {
      Put(" in the draft: ", summary.verdicts.at(Verdict::kAgreed), " agreed, ",
          summary.verdicts.at(Verdict::kContradicted), " contradicted, ", summary.verdicts.at(Verdict::kUnsupported),
          " unsupported, ", summary.verdicts.at(Verdict::kNotChecked), " not checked; ");
    } else {
      Put(" (no draft: none is marked agreed, contradicted, unsupported or not checked); ");
    }
    Put(report_.documents.size(), report_.documents.size() == 1 ? " document, " : " documents, ", summary.unread,
        " not read\n");
    Put(Count(summary, Severity::kError), ", ", Count(summary, Severity::kWarning), ", ",
        Count(summary, Severity::kNote));
    WriteStates(summary);
    Put("\n");
  }

  // "  (1 in the baseline, 2 waived)", where there is something to say.
  void WriteStates(const Summary& summary) {
    bool any = false;
    for (const auto& [state, count] : summary.states) {
      const absl::string_view name = state;
      if (name == "new" || count == 0) continue;
      Put(any ? ", " : " (", count, " ",
          name == "known"     ? "in the baseline"
          : name == "expired" ? "no longer waived"
                              : name);
      any = true;
    }
    if (any) Put(")");
  }

  static std::string Count(const Summary& summary, Severity severity) {
    const size_t count = summary.findings.at(severity);
    return absl::StrCat(count, " ", SeverityName(severity), count == 1 ? "" : "s");
  }

  const Report& report_;
  const ReportOptions& options_;
  std::string& out_;
};

}  // namespace

void WriteText(const Report& report, const ReportOptions& options, std::string& out) {
  TextWriter(report, options, out).Write();
}

}  // namespace crosscheck
