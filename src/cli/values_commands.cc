#include "cli/values_commands.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/status_macros.h"
#include "base/utf8.h"
#include "cli/civil_day.h"
#include "cli/json_line.h"
#include "crosscheck/judgement.h"
#include "english/english.h"
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

// The first value of a phrase; nothing where a date leaves a name of the phrase out: "Diwali 2019" is no "2019".
std::optional<Value> ValueOf(absl::string_view phrase, const ReadOptions& options) {
  const std::vector<Mention> mentions = ReadMentions(phrase, options);
  if (mentions.empty()) return std::nullopt;
  const Mention& first = mentions.front();
  const bool year = first.value.kind == ValueKind::kNumber && first.value.low >= Exact(1900) &&
                    first.value.low <= Exact(2100) && first.value.noun.empty();
  if (first.value.kind != ValueKind::kDate && !year) return first.value;
  std::string around(phrase.substr(0, first.phrase.begin));
  absl::StrAppend(&around, " ", phrase.substr(first.phrase.end));
  for (absl::string_view word : absl::StrSplit(around, absl::ByAnyChar(" ,."), absl::SkipEmpty())) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(word[0])) && !english::IsStopWord(Fold(word)))
      return std::nullopt;
  }
  return first.value;
}

ValueComparison CompareOn(absl::string_view a, absl::string_view b, const ReadOptions& options) {
  const std::optional<Value> left = ValueOf(a, options);
  const std::optional<Value> right = ValueOf(b, options);
  if (left && right) return CompareValues(*left, *right);
  ValueComparison none;
  none.reason = absl::StrCat("no value in '", !left ? a : b, "'");
  return none;
}

bool NamesDay(absl::string_view phrase, const ReadOptions& options) {
  const std::optional<Value> value = ValueOf(phrase, options);
  if (!value || value->kind != ValueKind::kDate) return true;
  const DateParts& parts = value->parts;
  return parts.year != 0 || parts.month != 0 || parts.day != 0;
}

// Without a day of their own two phrases are compared as said on one day: what holds on each of several days is told,
// anything else is not. The days differ in year, month, weekday and season.
ValueComparison ComparePhrases(absl::string_view a, absl::string_view b, const ReadOptions& options) {
  ValueComparison out = CompareOn(a, b, options);
  if (options.document_day || out.agreement != Agreement::kIncomparable) return out;
  const absl::CivilDay kDays[] = {absl::CivilDay(2024, 2, 13), absl::CivilDay(2025, 7, 16),
                                  absl::CivilDay(2026, 11, 20), absl::CivilDay(2029, 5, 5)};
  std::optional<ValueComparison> same;
  for (const absl::CivilDay day : kDays) {
    ReadOptions placed;
    placed.document_day = day;
    ValueComparison now = CompareOn(a, b, placed);
    // "tuesday" can be "Tuesday the 19th" on some day: a day that is named and one that hangs on the day of the text
    // are never against each other here.
    if (now.agreement == Agreement::kContradictory && NamesDay(a, placed) != NamesDay(b, placed)) return out;
    if (same && same->agreement != now.agreement) return out;
    same = std::move(now);
  }
  return *std::move(same);
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
