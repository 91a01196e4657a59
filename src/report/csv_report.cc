// The list that a fact checker works through and signs, for any spreadsheet: RFC 4180, with the mark that tells
// spreadsheets that it is UTF-8.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/utf8.h"
#include "report/escape.h"
#include "report/facts.h"
#include "report/finding_view.h"
#include "report/printable.h"
#include "report/report_format.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kColumns[] = {"claim",        "sentence",    "place", "verdict",  "source",
                                          "source place", "source says", "note",  "findings", "sign-off"};

class CsvWriter {
 public:
  CsvWriter(const Report& report, std::string& out) : report_(report), out_(out) {}

  void Write(const ReportOptions& options) {
    absl::StrAppend(&out_, kByteOrderMark, absl::StrJoin(kColumns, ","), "\r\n");
    for (const Fact& fact : FactsOf(report_, options.show_from)) WriteRow(fact);
  }

 private:
  // What each source of a fact has, in the order of the columns' other halves.
  template <typename Say>
  std::string OfSources(const Fact& fact, const Say& say) const {
    std::vector<std::string> parts;
    for (const ClaimIndex index : fact.sources) parts.push_back(say(report_.claims[index]));
    return absl::StrJoin(parts, " | ");
  }

  std::string NameOf(const Claim& claim) const {
    const DocumentInfo& info = report_.documents[claim.document].info;
    return Printable(info.publisher.empty() ? info.path : info.publisher);
  }

  std::string NoteOf(const Fact& fact) const {
    std::vector<std::string> parts;
    for (const size_t f : fact.findings) {
      const Finding& finding = report_.findings[f];
      parts.push_back(absl::StrCat(SeverityName(finding.severity), " ", finding.kind, ": ", finding.message,
                                   finding.ask.empty() ? "" : " ", finding.ask));
      for (const std::string& line : AlsoLines(finding)) parts.push_back(absl::StrCat("also ", line));
      for (std::string& line : StateLines(finding)) parts.push_back(std::move(line));
    }
    if (parts.empty()) parts.push_back(fact.note);
    return absl::StrJoin(parts, " | ");
  }

  void WriteRow(const Fact& fact) {
    const Claim& claim = report_.claims[fact.claim];
    const std::string findings = absl::StrJoin(fact.findings, " ", [this](std::string* out, size_t f) {
      absl::StrAppend(out, report_.findings[f].fingerprint);
    });
    const std::string cells[] = {claim.value.text,
                                 claim.quote,
                                 PlaceOf(report_, claim),
                                 std::string(VerdictWords(fact.verdict)),
                                 OfSources(fact, [this](const Claim& source) { return NameOf(source); }),
                                 OfSources(fact, [this](const Claim& source) { return PlaceOf(report_, source); }),
                                 OfSources(fact, [](const Claim& source) { return source.quote; }),
                                 NoteOf(fact),
                                 findings,
                                 ""};
    absl::StrAppend(
        &out_,
        absl::StrJoin(cells, ",",
                      [](std::string* out, const std::string& cell) { absl::StrAppend(out, CsvField(cell)); }),
        "\r\n");
  }

  const Report& report_;
  std::string& out_;
};

}  // namespace

void WriteCsv(const Report& report, const ReportOptions& options, std::string& out) {
  CsvWriter(report, out).Write(options);
}

}  // namespace crosscheck
