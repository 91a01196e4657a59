#include "cli/values_commands.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "cli/civil_day.h"
#include "cli/compare_phrases.h"
#include "cli/json_line.h"
#include "crosscheck/judgement.h"
#include "report/value_bounds.h"
#include "value/compare_values.h"
#include "value/mention.h"

namespace crosscheck {

namespace {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void WriteString(JsonWriter& writer, absl::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void WriteNullable(JsonWriter& writer, const char* key, absl::string_view text) {
  writer.Key(key);
  if (text.empty()) {
    writer.Null();
  } else {
    WriteString(writer, text);
  }
}

void WriteId(JsonWriter& writer, const std::string& id) {
  writer.Key("id");
  writer.RawValue(id.data(), id.size(), rapidjson::kStringType);
}

// The figure as it is bounded: "more than 500 people" states 500 with an open end. What is measured ("more than 500
// km"), an age and a duration state the measure itself; `mod` tells the bound of either.
void StatedBounds(const Value& value, std::optional<Exact>& low, std::optional<Exact>& high) {
  low = value.low;
  high = value.high;
  const bool counted = value.kind == ValueKind::kNumber || value.kind == ValueKind::kPercent ||
                       value.kind == ValueKind::kPoints || value.kind == ValueKind::kMoney;
  if (!counted || low != high) return;
  if (value.modifier == Modifier::kLower || value.modifier == Modifier::kAbove) high = std::nullopt;
  if (value.modifier == Modifier::kUpper || value.modifier == Modifier::kBelow) low = std::nullopt;
}

void WriteMention(JsonWriter& writer, const Mention& mention) {
  const Value& value = mention.value;
  std::optional<Exact> low, high;
  StatedBounds(value, low, high);
  writer.StartObject();
  writer.Key("kind");
  WriteString(writer, ValueKindName(value.kind));
  writer.Key("begin");
  writer.Uint64(mention.span.begin);
  writer.Key("end");
  writer.Uint64(mention.span.end);
  writer.Key("stated");
  writer.StartObject();
  WriteNullable(writer, "low", BoundText(value.kind, low));
  WriteNullable(writer, "high", BoundText(value.kind, high));
  writer.EndObject();
  WriteNullable(writer, "unit", value.unit);
  writer.Key("mod");
  WriteString(writer, ModifierName(value.modifier));
  writer.EndObject();
}

std::string LineOf(const rapidjson::StringBuffer& buffer) {
  return absl::StrCat(absl::string_view(buffer.GetString(), buffer.GetSize()), "\n");
}

absl::Status ReadText(const JsonLine& json, const char* key, std::string& out) {
  std::optional<std::string> text;
  CROSSCHECK_RETURN_IF_ERROR(ReadJsonString(json.root, key, "", text));
  if (!text.has_value()) return absl::InvalidArgumentError(absl::StrCat("'", key, "' is missing"));
  out = *std::move(text);
  return absl::OkStatus();
}

absl::Status ReadDay(const JsonLine& json, ReadOptions& options) {
  std::optional<std::string> published;
  CROSSCHECK_RETURN_IF_ERROR(ReadJsonString(json.root, "published", "", published));
  if (!published.has_value() || published->empty()) return absl::OkStatus();
  options.document_day = ParseDay(*published);
  if (options.document_day.has_value()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("'published' is no day such as 2025-07-15: '", *published, "'"));
}

}  // namespace

absl::StatusOr<std::string> AnswerMentionsLine(absl::string_view line, std::string& id) {
  JsonLine json;
  const absl::Status parsed = ParseJsonLine(line, json);
  id = json.id;
  CROSSCHECK_RETURN_IF_ERROR(parsed);
  std::string text;
  ReadOptions options;
  CROSSCHECK_RETURN_IF_ERROR(ReadText(json, "text", text));
  CROSSCHECK_RETURN_IF_ERROR(ReadDay(json, options));
  rapidjson::StringBuffer buffer;
  JsonWriter writer(buffer);
  writer.StartObject();
  WriteId(writer, id);
  writer.Key("mentions");
  writer.StartArray();
  for (const Mention& mention : ReadMentions(text, options)) WriteMention(writer, mention);
  writer.EndArray();
  writer.EndObject();
  return LineOf(buffer);
}

absl::StatusOr<std::string> AnswerCompareLine(absl::string_view line, std::string& id) {
  JsonLine json;
  const absl::Status parsed = ParseJsonLine(line, json);
  id = json.id;
  CROSSCHECK_RETURN_IF_ERROR(parsed);
  std::string a, b;
  ReadOptions options;
  CROSSCHECK_RETURN_IF_ERROR(ReadText(json, "a", a));
  CROSSCHECK_RETURN_IF_ERROR(ReadText(json, "b", b));
  CROSSCHECK_RETURN_IF_ERROR(ReadDay(json, options));
  const ValueComparison comparison = ComparePhrases(a, b, options);
  rapidjson::StringBuffer buffer;
  JsonWriter writer(buffer);
  writer.StartObject();
  WriteId(writer, id);
  writer.Key("relation");
  WriteString(writer, AgreementName(comparison.agreement));
  writer.Key("reason");
  WriteString(writer, comparison.reason);
  writer.EndObject();
  return LineOf(buffer);
}

std::string CompareInWords(absl::string_view a, absl::string_view b) {
  const ValueComparison comparison = ComparePhrases(a, b, {});
  return absl::StrCat(AgreementName(comparison.agreement), ": ", comparison.reason, "\n");
}

}  // namespace crosscheck
