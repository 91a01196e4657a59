// crosscheck-report/1, the report for programs: docs/report-schema.json is its contract.
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <utility>

#include "report/escape.h"
#include "report/report_format.h"
#include "report/summary.h"
#include "report/value_bounds.h"
#include "report/version.h"
#include "value/compare_values.h"

namespace crosscheck {

namespace {

// Writes the parts of a report with either of RapidJSON's writers.
template <typename Writer>
class JsonWriter {
 public:
  JsonWriter(Writer& writer, const Report& report, const ReportOptions& options)
      : writer_(writer), report_(report), options_(options) {}

  void Write() {
    writer_.StartObject();
    if (!options_.id_json.empty()) {
      writer_.Key("id");
      writer_.RawValue(options_.id_json.data(), options_.id_json.size(), rapidjson::kStringType);
    }
    Field("schema", "crosscheck-report/1");
    WriteTool();
    Field("rules_digest", report_.rules_digest);
    List("documents", report_.documents, [this](const DocumentEntry& entry) { WriteEntry(entry); });
    List("claims", report_.claims, [this](const Claim& claim) {
      writer_.StartObject();
      ClaimFields(claim);
      writer_.EndObject();
    });
    WriteFindings();
    List("coverage", report_.coverage, [this](const Coverage& one) { WriteCoverage(one); });
    List("not_compared", report_.not_compared, [this](const NotCompared& pair) {
      writer_.StartObject();
      IndexList("documents", std::vector<size_t>{pair.first, pair.second});
      Field("reason", pair.reason);
      writer_.EndObject();
    });
    List("remarks", report_.remarks, [this](const Remark& remark) { WriteRemark(remark); });
    WriteSides();
    WriteSummary();
    writer_.EndObject();
  }

  void WriteClaimLine(const Claim& claim) {
    const DocumentInfo& info = report_.documents[claim.document].info;
    writer_.StartObject();
    Field("path", info.path);
    NullableField("publisher", info.publisher);
    NullableField("published", info.published.has_value() ? absl::FormatCivilTime(*info.published) : "");
    ClaimFields(claim);
    writer_.EndObject();
  }

 private:
  // Paths come from the file system and need not be UTF-8; JSON must be.
  void String(absl::string_view text) {
    const std::string valid = RepairedUtf8(text);
    writer_.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
  }

  void Field(const char* key, absl::string_view text) {
    writer_.Key(key);
    String(text);
  }

  void NullableField(const char* key, absl::string_view text) {
    writer_.Key(key);
    if (text.empty()) {
      writer_.Null();
    } else {
      String(text);
    }
  }

  void Field(const char* key, size_t number) {
    writer_.Key(key);
    writer_.Uint64(number);
  }

  template <typename Items, typename WriteItem>
  void List(const char* key, const Items& items, const WriteItem& write_item) {
    writer_.Key(key);
    writer_.StartArray();
    for (const auto& item : items) write_item(item);
    writer_.EndArray();
  }

  template <typename Indices>
  void IndexList(const char* key, const Indices& indices) {
    List(key, indices, [this](size_t index) { writer_.Uint64(index); });
  }

  void WriteTool() {
    writer_.Key("tool");
    writer_.StartObject();
    Field("name", "crosscheck");
    Field("version", ToolVersion());
    writer_.EndObject();
  }

  void WriteEntry(const DocumentEntry& entry) {
    writer_.StartObject();
    Field("path", entry.info.path);
    Field("role", entry.info.role == Role::kDraft ? "draft" : "source");
    NullableField("publisher", entry.info.publisher);
    NullableField("published", entry.info.published.has_value() ? absl::FormatCivilTime(*entry.info.published) : "");
    Field("status", entry.status);
    if (!entry.why.empty()) Field("why", entry.why);
    NullableField("sha256", entry.document.has_value() ? absl::string_view(entry.document->sha256()) : "");
    writer_.Key("voice");
    writer_.Int(entry.voice);
    List("derived_from", entry.derived_from, [this](const Derivation& one) { WriteDerivation(one); });
    writer_.Key("replaced_by");
    if (entry.replaced_by) {
      writer_.Uint(*entry.replaced_by);
    } else {
      writer_.Null();
    }
    writer_.EndObject();
  }

  void WriteDerivation(const Derivation& one) {
    writer_.StartObject();
    Field("document", static_cast<size_t>(one.document));
    Field("text_share", static_cast<size_t>(one.text_share));
    Field("source_share", static_cast<size_t>(one.source_share));
    Field("why", one.why);
    writer_.EndObject();
  }

  void Bounds(const char* key, ValueKind kind, const std::optional<Exact>& low, const std::optional<Exact>& high) {
    writer_.Key(key);
    writer_.StartObject();
    NullableField("low", BoundText(kind, low));
    NullableField("high", BoundText(kind, high));
    writer_.EndObject();
  }

  void WriteValue(const ClaimValue& value) {
    writer_.Key("value");
    writer_.StartObject();
    Field("kind", value.kind);
    Field("text", value.text);
    if (value.value.has_value()) {
      const Value& typed = *value.value;
      const AllowedRange allows = Allows(typed);
      Bounds("stated", typed.kind, typed.low, typed.high);
      Bounds("allows", typed.kind, allows.low, allows.high);
      NullableField("unit", typed.unit);
      Field("mod", ModifierName(typed.modifier));
    } else {
      Field("canonical", value.canonical);
    }
    writer_.EndObject();
  }

  void WriteSpan(const Claim& claim) {
    const std::optional<Document>& document = report_.documents[claim.document].document;
    const LineColumn begin = document.has_value() ? document->Locate(claim.span.begin) : LineColumn();
    const LineColumn end = document.has_value() ? document->Locate(claim.span.end) : LineColumn();
    writer_.Key("span");
    writer_.StartObject();
    Field("begin", claim.span.begin);
    Field("end", claim.span.end);
    Field("line", static_cast<size_t>(begin.line));
    Field("column", static_cast<size_t>(begin.column));
    Field("end_line", static_cast<size_t>(end.line));
    Field("end_column", static_cast<size_t>(end.column));
    if (document.has_value() && document->has_places()) Field("place", document->PlaceWords(claim.span.begin));
    writer_.EndObject();
  }

  void ClaimFields(const Claim& claim) {
    Field("rule", claim.rule);
    Field("document", static_cast<size_t>(claim.document));
    Field("subject", claim.subject);
    Field("attribute", claim.attribute);
    WriteValue(claim.value);
    writer_.Key("scope");
    writer_.StartObject();
    for (const auto& [key, value] : claim.scope) Field(key.c_str(), value);
    writer_.EndObject();
    Field("modality", ModalityName(claim.modality));
    NullableField("attribution", claim.attribution);
    WriteSpan(claim);
    Field("quote", claim.quote);
  }

  void WritePosition(const Position& position) {
    writer_.StartObject();
    WriteValue(position.value);
    IndexList("claims", position.claims);
    IndexList("documents", position.documents);
    writer_.Key("voices");
    writer_.Int(position.voices);
    writer_.Key("trust");
    writer_.Int(position.trust);
    IndexList("bridging", position.bridging);
    writer_.EndObject();
  }

  void WriteRanks(const char* key, const std::vector<std::vector<uint32_t>>& ranks) {
    List(key, ranks, [this](const std::vector<uint32_t>& tied) {
      writer_.StartArray();
      for (const uint32_t position : tied) writer_.Uint(position);
      writer_.EndArray();
    });
  }

  void WriteRanking(const Ranking& ranking) {
    writer_.Key("ranking");
    writer_.StartObject();
    WriteRanks("by_documents", ranking.by_documents);
    WriteRanks("by_voices", ranking.by_voices);
    WriteRanks("by_trust", ranking.by_trust);
    writer_.Key("newest");
    if (ranking.newest) {
      writer_.Uint(*ranking.newest);
    } else {
      writer_.Null();
    }
    writer_.EndObject();
  }

  void WriteFindings() {
    writer_.Key("findings");
    writer_.StartArray();
    for (const Finding& finding : report_.findings) {
      if (finding.severity >= options_.show_from) WriteFinding(finding);
    }
    writer_.EndArray();
  }

  void WriteFinding(const Finding& finding) {
    writer_.StartObject();
    Field("rule", finding.rule);
    Field("type", finding.type);
    Field("severity", SeverityName(finding.severity));
    Field("kind", finding.kind);
    Field("subject", finding.subject);
    Field("attribute", finding.attribute);
    List("positions", finding.positions, [this](const Position& position) { WritePosition(position); });
    WriteRanking(finding.ranking);
    Field("message", finding.message);
    Field("ask", finding.ask);
    Field("reason", finding.reason);
    Field("fingerprint", finding.fingerprint);
    List("also", finding.also, [this](const AlsoFound& also) {
      writer_.StartObject();
      Field("rule", also.rule);
      Field("message", also.message);
      Field("fingerprint", also.fingerprint);
      writer_.EndObject();
    });
    Field("state", finding.state);
    WriteWaived(finding.waived);
    WriteReview(finding.review);
    writer_.EndObject();
  }

  void WriteWaived(const std::optional<Waived>& waived) {
    writer_.Key("waived");
    if (!waived) {
      writer_.Null();
      return;
    }
    writer_.StartObject();
    Field("reason", waived->reason);
    Field("owner", waived->owner);
    Field("until", absl::FormatCivilTime(waived->until));
    Field("at", waived->at);
    writer_.EndObject();
  }

  void WriteReview(const std::optional<Review>& review) {
    writer_.Key("review");
    if (!review) {
      writer_.Null();
      return;
    }
    writer_.StartObject();
    Field("state", review->state);
    Field("by", review->by);
    NullableField("note", review->note);
    NullableField("day", review->day ? absl::FormatCivilTime(*review->day) : "");
    writer_.EndObject();
  }

  void WriteRemark(const Remark& remark) {
    writer_.StartObject();
    Field("kind", remark.kind);
    Field("severity", SeverityName(remark.severity));
    NullableField("path", remark.path);
    for (const auto& [key, number] : {std::pair("line", remark.at.line), std::pair("column", remark.at.column)}) {
      writer_.Key(key);
      number > 0 ? writer_.Int(number) : writer_.Null();
    }
    Field("message", remark.message);
    writer_.EndObject();
  }

  void WriteCoverage(const Coverage& one) {
    writer_.StartObject();
    Field("claim", static_cast<size_t>(one.claim));
    Field("verdict", VerdictName(one.verdict));
    Field("reason", one.reason);
    IndexList("sources", one.sources);
    writer_.EndObject();
  }

  void WriteSides() {
    writer_.Key("sides");
    writer_.StartObject();
    List("camps", report_.sides.camps, [this](const Camps& camps) {
      writer_.StartObject();
      IndexList("first", camps.first);
      IndexList("second", camps.second);
      IndexList("odd_cycle", camps.odd_cycle);
      writer_.EndObject();
    });
    List("loners", report_.sides.loners, [this](const Loner& loner) {
      writer_.StartObject();
      Field("document", static_cast<size_t>(loner.document));
      Field("times", static_cast<size_t>(loner.times));
      writer_.EndObject();
    });
    writer_.EndObject();
  }

  void WriteRepair() {
    const Repair& repair = report_.repair;
    writer_.Key("repair");
    writer_.StartObject();
    Field("size", repair.items.size());
    writer_.Key("exact");
    writer_.Bool(repair.exact);
    Field("at_least", repair.at_least);
    List("items", repair.items, [this](const RepairItem& item) {
      writer_.StartObject();
      IndexList("claims", item.claims);
      List("findings", item.findings, [this](const std::string& fingerprint) { String(fingerprint); });
      writer_.EndObject();
    });
    Field("left", repair.left);
    writer_.EndObject();
  }

  void WriteSummary() {
    const Summary summary = Summarize(report_);
    writer_.Key("summary");
    writer_.StartObject();
    Field("claims", summary.claims);
    for (const auto& [verdict, count] : summary.verdicts) Field(VerdictName(verdict).data(), count);
    writer_.Key("findings");
    writer_.StartObject();
    for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
      Field(SeverityName(severity).data(), summary.findings.at(severity));
    }
    writer_.EndObject();
    writer_.Key("states");
    writer_.StartObject();
    for (const auto& [state, count] : summary.states) Field(state, count);
    writer_.EndObject();
    writer_.Key("remarks");
    writer_.StartObject();
    for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
      Field(SeverityName(severity).data(), summary.remarks.at(severity));
    }
    writer_.EndObject();
    Field("unread", summary.unread);
    WriteRepair();
    writer_.EndObject();
  }

  Writer& writer_;
  const Report& report_;
  const ReportOptions& options_;
};

}  // namespace

void WriteJson(const Report& report, const ReportOptions& options, std::string& out) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.SetIndent(' ', 2);
  JsonWriter(writer, report, options).Write();
  out.append(buffer.GetString(), buffer.GetSize());
  out += '\n';
}

void WriteJsonLine(const Report& report, const ReportOptions& options, std::string& out) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  JsonWriter(writer, report, options).Write();
  out.append(buffer.GetString(), buffer.GetSize());
  out += '\n';
}

void WriteClaimLines(const Report& report, const ReportOptions& options, std::string& out) {
  for (const Claim& claim : report.claims) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    JsonWriter(writer, report, options).WriteClaimLine(claim);
    out.append(buffer.GetString(), buffer.GetSize());
    out += '\n';
  }
}

}  // namespace crosscheck
