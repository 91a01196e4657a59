// The diagnostic format of reviewdog. Its columns count bytes from 1, its ends are exclusive.
#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/finding_view.h"
#include "report/json_text.h"
#include "report/printable.h"
#include "report/report_format.h"

namespace crosscheck {

namespace {

absl::string_view RdSeverity(Severity severity) {
  if (severity == Severity::kError) return "ERROR";
  return severity == Severity::kWarning ? "WARNING" : "INFO";
}

class RdjsonWriter {
 public:
  explicit RdjsonWriter(const Report& report) : report_(report) {}

  std::string Write(const ReportOptions& options) {
    json_.Open('{');
    json_.Key("source");
    json_.Open('{');
    json_.Field("name", "crosscheck");
    json_.Close('}');
    json_.Key("diagnostics");
    json_.Open('[');
    for (const DocumentEntry& entry : report_.documents) {
      if (entry.status == "unread") WriteUnread(entry);
    }
    for (const Finding& finding : report_.findings) {
      if (finding.severity >= options.show_from && StandingOf(finding) != Standing::kWaived) WriteFinding(finding);
    }
    json_.Close(']');
    json_.Close('}');
    return json_.Take() + "\n";
  }

 private:
  void WriteUnread(const DocumentEntry& entry) {
    json_.Open('{');
    json_.Field("message", Printable(absl::StrCat("not read: ", entry.why)));
    json_.Key("location");
    json_.Open('{');
    json_.Field("path", RepositoryPath(entry.info.FilePath()));
    json_.Close('}');
    json_.Field("severity", "ERROR");
    json_.Close('}');
  }

  void WritePosition(absl::string_view key, const Document& document, size_t offset) {
    const absl::string_view text = document.text();
    const size_t line_start = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;  // npos + 1 is 0
    json_.Key(key);
    json_.Open('{');
    json_.Field("line", document.Locate(offset).line);
    json_.Field("column", static_cast<int>(offset - line_start) + 1);
    json_.Close('}');
  }

  void WriteLocation(const Claim& claim) {
    const DocumentEntry& entry = report_.documents[claim.document];
    json_.Key("location");
    json_.Open('{');
    json_.Field("path", RepositoryPath(entry.info.FilePath()));
    if (entry.document.has_value() && !entry.document->has_places()) {
      json_.Key("range");
      json_.Open('{');
      WritePosition("start", *entry.document, claim.span.begin);
      WritePosition("end", *entry.document, claim.span.end);
      json_.Close('}');
    }
    json_.Close('}');
  }

  void WriteFinding(const Finding& finding) {
    const std::vector<FindingPlace> places = PlacesOf(report_, finding);
    if (places.empty()) return;
    json_.Open('{');
    json_.Field("message", absl::StrCat(Printable(finding.message), "\n", DetailsOf(report_, finding)));
    WriteLocation(report_.claims[places.front().claim]);
    json_.Field("severity", RdSeverity(finding.severity));
    json_.Key("code");
    json_.Open('{');
    json_.Field("value", finding.rule);
    json_.Close('}');
    json_.Key("relatedLocations");
    json_.Open('[');
    for (size_t i = 1; i < places.size(); ++i) {
      json_.Open('{');
      json_.Field("message", EvidenceLine(report_, finding, places[i]));
      WriteLocation(report_.claims[places[i].claim]);
      json_.Close('}');
    }
    json_.Close(']');
    json_.Close('}');
  }

  const Report& report_;
  JsonText json_;
};

}  // namespace

void WriteRdjson(const Report& report, const ReportOptions& options, std::string& out) {
  out += RdjsonWriter(report).Write(options);
}

}  // namespace crosscheck
