// SARIF 2.1.0 (OASIS standard): one run, a result a finding. The draft's words are the location, what they were held
// against the related locations; columns count code points, and `columnKind` says so.
//
// What Microsoft's multitool advises and is not done: addresses of the tool and of each rule (there is no site to lead
// to), rule numbers such as CS2001 with names beside them (the ids are names, and waivers and baselines use them),
// messages as templates (each is written of its own values), the texts of articles and the history of their repository
// (the report may go further than the sources may), a region of context (the sentence is the location's message).
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/finding_view.h"
#include "report/json_text.h"
#include "report/printable.h"
#include "report/report_format.h"
#include "report/summary.h"
#include "report/version.h"

namespace crosscheck {

namespace {

class SarifWriter {
 public:
  SarifWriter(const Report& report, const ReportOptions& options) : report_(report), options_(options) {
    for (const Finding& finding : report_.findings) {
      if (finding.severity < options_.show_from) continue;
      findings_.push_back(&finding);
      rules_.emplace(finding.rule, 0);
      has_known_ = has_known_ || StandingOf(finding) == Standing::kKnown;
    }
    int index = 0;
    for (auto& [id, at] : rules_) at = index++;
    std::map<std::string, int> known;
    for (size_t i = 0; i < report_.documents.size(); ++i) {
      const auto [file, fresh] =
          known.emplace(report_.documents[i].info.FilePath(), static_cast<int>(first_of_.size()));
      if (fresh) first_of_.push_back(i);
      artifacts_.push_back(file->second);
    }
  }

  std::string Write() {
    json_.Open('{');
    json_.Field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.Field("version", "2.1.0");
    json_.Key("runs");
    json_.Open('[');
    json_.Open('{');
    WriteTool();
    WriteInvocation();
    WriteArtifacts();
    json_.Field("columnKind", "unicodeCodePoints");
    json_.Key("results");
    json_.Open('[');
    for (const Finding* finding : findings_) WriteResult(*finding);
    json_.Close(']');
    json_.Key("properties");
    json_.Open('{');
    json_.Field("rulesDigest", report_.rules_digest);
    json_.Close('}');
    json_.Close('}');
    json_.Close(']');
    json_.Close('}');
    return json_.Take() + "\n";
  }

 private:
  void Text(absl::string_view key, absl::string_view text) {
    json_.Key(key);
    json_.Open('{');
    json_.Field("text", text);
    json_.Close('}');
  }

  void WriteTool() {
    json_.Key("tool");
    json_.Open('{');
    json_.Key("driver");
    json_.Open('{');
    json_.Field("name", "crosscheck");
    json_.Field("version", ToolVersion());
    json_.Field("semanticVersion", ToolVersion());
    Text("shortDescription", "Compares what an article and its sources say");
    json_.Key("rules");
    json_.Open('[');
    for (const auto& rule : rules_) WriteRule(rule.first);
    json_.Close(']');
    json_.Close('}');
    json_.Close('}');
  }

  void WriteRule(const std::string& id) {
    const RuleText rule = RuleTextOf(options_.rules, id);
    json_.Open('{');
    json_.Field("id", id);
    std::string described =
        Printable(rule.description.empty() ? absl::StrCat("Findings of rule ", id) : rule.description);
    if (described.back() != '.') described += '.';
    Text("shortDescription", described);
    std::string help = rule.help.empty() ? described : Printable(rule.help);
    if (!rule.ask.empty()) absl::StrAppend(&help, " Ask: ", Printable(rule.ask));
    Text("fullDescription", described);
    Text("help", help);
    json_.Close('}');
  }

  // What could not be read is said where consumers look for trouble of the tool itself.
  void WriteInvocation() {
    json_.Key("invocations");
    json_.Open('[');
    json_.Open('{');
    json_.Field("executionSuccessful", Summarize(report_).unread == 0);
    json_.Key("toolExecutionNotifications");
    json_.Open('[');
    for (size_t i = 0; i < report_.documents.size(); ++i) {
      const DocumentEntry& entry = report_.documents[i];
      if (entry.status == "read") continue;
      json_.Open('{');
      json_.Field("level", entry.status == "unread" ? "error" : "warning");
      Text("message", SarifText(absl::StrCat(entry.status == "unread" ? "not read" : "left out, withdrawn", ": ",
                                             entry.info.path, entry.why.empty() ? "" : ": ", entry.why)));
      json_.Key("locations");
      json_.Open('[');
      json_.Open('{');
      json_.Key("physicalLocation");
      json_.Open('{');
      WriteArtifactLocation(i);
      json_.Close('}');
      json_.Close('}');
      json_.Close(']');
      json_.Close('}');
    }
    json_.Close(']');
    json_.Close('}');
    json_.Close(']');
  }

  void WriteArtifactLocation(size_t document) {
    json_.Key("artifactLocation");
    json_.Open('{');
    json_.Field("uri", PathUri(RepositoryPath(report_.documents[document].info.FilePath())));
    json_.Field("index", artifacts_[document]);
    json_.Close('}');
  }

  void WriteArtifacts() {
    json_.Key("artifacts");
    json_.Open('[');
    for (const DocumentEntry& entry : report_.documents) {
      const auto index = static_cast<size_t>(&entry - report_.documents.data());
      if (first_of_[static_cast<size_t>(artifacts_[index])] != index) continue;
      json_.Open('{');
      json_.Key("location");
      json_.Open('{');
      json_.Field("uri", PathUri(RepositoryPath(entry.info.FilePath())));
      json_.Close('}');
      json_.Key("roles");
      json_.Open('[');
      json_.Text("analysisTarget");
      json_.Close(']');
      if (entry.document.has_value()) {
        json_.Field("length", static_cast<int>(entry.document->file_size()));
        json_.Key("hashes");
        json_.Open('{');
        json_.Field("sha-256", entry.document->sha256());
        json_.Close('}');
      }
      json_.Close('}');
    }
    json_.Close(']');
  }

  void WritePlace(const Claim& claim) {
    json_.Key("physicalLocation");
    json_.Open('{');
    WriteArtifactLocation(claim.document);
    const Place at = SpanOf(report_, claim);
    if (report_.documents[claim.document].document.has_value() && at.words.empty()) {
      json_.Key("region");
      json_.Open('{');
      json_.Field("startLine", at.begin.line);
      json_.Field("startColumn", at.begin.column);
      json_.Field("endLine", at.end.line);
      json_.Field("endColumn", at.end.column);
      json_.Field("byteOffset", static_cast<int>(claim.span.begin));
      json_.Field("byteLength", static_cast<int>(claim.span.size()));
      Text("snippet", Printable(report_.documents[claim.document].document->Slice(claim.span)));
      json_.Close('}');
    }
    json_.Close('}');
    if (at.words.empty()) return;
    // A region would count bytes or lines of a file that is not its text.
    json_.Key("logicalLocations");
    json_.Open('[');
    json_.Open('{');
    json_.Field("fullyQualifiedName", Printable(WordsInFile(report_, claim)));
    json_.Close('}');
    json_.Close(']');
  }

  // The rules alone: what they say stands in the properties.
  static std::string AlsoWords(const Finding& finding) {
    std::string out;
    for (const AlsoFound& also : finding.also) absl::StrAppend(&out, out.empty() ? "\nAlso: " : ", ", also.rule);
    return out;
  }

  void WriteResult(const Finding& finding) {
    const std::vector<FindingPlace> places = PlacesOf(report_, finding);
    json_.Open('{');
    json_.Field("ruleId", finding.rule);
    json_.Field("ruleIndex", rules_.at(finding.rule));
    json_.Field("level", SeverityName(finding.severity));
    Text("message", absl::StrCat(MessageOf(finding, places), AlsoWords(finding)));
    json_.Key("locations");
    json_.Open('[');
    if (!places.empty()) {
      json_.Open('{');
      WritePlace(report_.claims[places.front().claim]);
      Text("message", SarifText(EvidenceLine(report_, finding, places.front())));
      json_.Close('}');
    }
    json_.Close(']');
    WriteRelated(finding, places);
    json_.Key("partialFingerprints");
    json_.Open('{');
    json_.Field("crosscheck/v1", finding.fingerprint);
    json_.Close('}');
    if (has_known_) json_.Field("baselineState", StandingOf(finding) == Standing::kKnown ? "unchanged" : "new");
    if (StandingOf(finding) == Standing::kWaived) WriteSuppression(finding);
    WriteProperties(finding);
    json_.Close('}');
  }

  std::string MessageOf(const Finding& finding, const std::vector<FindingPlace>& places) const {
    std::string text = SarifText(finding.message);
    if (!finding.reason.empty()) absl::StrAppend(&text, "\nWhy: ", SarifText(finding.reason));
    if (!finding.ask.empty()) absl::StrAppend(&text, "\nAsk: ", SarifText(finding.ask));
    for (size_t i = 1; i < places.size(); ++i) {
      const Claim& claim = report_.claims[places[i].claim];
      absl::StrAppend(&text, i == 1 ? "\nAgainst: " : ", ", "[", SarifText(PlaceOf(report_, claim)), "](", i, ")");
    }
    return text;
  }

  void WriteRelated(const Finding& finding, const std::vector<FindingPlace>& places) {
    if (places.size() < 2) return;
    json_.Key("relatedLocations");
    json_.Open('[');
    for (size_t i = 1; i < places.size(); ++i) {
      json_.Open('{');
      json_.Field("id", static_cast<int>(i));
      WritePlace(report_.claims[places[i].claim]);
      Text("message", SarifText(EvidenceLine(report_, finding, places[i])));
      json_.Close('}');
    }
    json_.Close(']');
  }

  // A waived finding stays in the log; consumers do not count it.
  void WriteSuppression(const Finding& finding) {
    json_.Key("suppressions");
    json_.Open('[');
    json_.Open('{');
    json_.Field("kind", "external");
    json_.Field("status", "accepted");
    if (finding.waived) {
      json_.Field("justification",
                  Printable(absl::StrCat(finding.waived->reason, " (", finding.waived->owner, ", until ",
                                         absl::FormatCivilTime(finding.waived->until), ")")));
    }
    json_.Close('}');
    json_.Close(']');
  }

  void WriteProperties(const Finding& finding) {
    json_.Key("properties");
    json_.Open('{');
    json_.Field("kind", finding.kind);
    json_.Field("type", finding.type);
    json_.Field("subject", Printable(finding.subject));
    json_.Field("attribute", finding.attribute);
    json_.Field("state", finding.state);
    if (!finding.also.empty()) json_.Field("also", AlsoLines(finding));
    if (finding.review) {
      json_.Field("review", finding.review->state);
      json_.Field("reviewedBy", Printable(finding.review->by));
      if (!finding.review->note.empty()) json_.Field("reviewNote", Printable(finding.review->note));
    }
    json_.Close('}');
  }

  const Report& report_;
  const ReportOptions& options_;
  std::vector<const Finding*> findings_;
  std::map<std::string, int> rules_;  // id, index
  std::vector<int> artifacts_;        // by document: its file, which several stories may share
  std::vector<size_t> first_of_;      // by artifact: the first document of it
  bool has_known_ = false;
  JsonText json_;
};

}  // namespace

void WriteSarif(const Report& report, const ReportOptions& options, std::string& out) {
  out += SarifWriter(report, options).Write();
}

}  // namespace crosscheck
