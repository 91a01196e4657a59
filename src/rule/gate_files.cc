#include "rule/gate_files.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "rule/field_reader.h"
#include "rule/rule_keys.h"
#include "rule/yaml_reader.h"

namespace crosscheck {

namespace {

constexpr size_t kFingerprintSize = 16;

// Reads `version: 1` and the list under `key`, each item of which is a map; calls `read` with each.
template <typename Read>
void ReadList(absl::string_view path, absl::string_view text, const KeyTable& table, absl::string_view key,
              std::vector<Diagnostic>& diagnostics, const Read& read) {
  const size_t before = diagnostics.size();
  const std::vector<std::shared_ptr<const SourceText>> sources = {
      std::make_shared<const SourceText>(std::string(path), std::string(text))};
  const std::optional<YamlNode> root = ParseYaml(*sources[0], diagnostics);
  FieldReader fields(sources, 0, diagnostics);
  if (root.has_value() && fields.IsMap(*root, "the file")) {
    fields.RejectUnknownKeys(*root, table);
    const YamlNode* version = root->Find("version");
    if (version == nullptr || version->scalar != "1") {
      fields.Error(version == nullptr ? root->offset : version->offset, "the file begins with 'version: 1'");
    }
    const YamlNode* list = root->Find(key);
    const std::string quoted = absl::StrCat("'", key, "'");
    if (list == nullptr) {
      fields.Missing(*root, key, absl::StrCat("the file has no ", quoted));
    } else if (fields.IsList(*list, quoted)) {
      for (const YamlNode& node : list->items) {
        if (fields.IsMap(node, absl::StrCat("an item of ", quoted))) read(node, fields);
      }
    }
  }
  std::stable_sort(diagnostics.begin() + static_cast<std::ptrdiff_t>(before), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
}

std::string ReadFingerprint(const YamlNode& node, FieldReader& fields) {
  std::string text = fields.Text(node, "fingerprint");
  if (!text.empty() && !IsFingerprint(text)) {
    fields.Error(node.Find("fingerprint")->offset,
                 absl::StrCat("'", text, "' is no fingerprint: 16 digits 0 to 9 and a to f"));
  }
  return text;
}

int ReadCount(const YamlNode& node, FieldReader& fields) {
  const YamlNode* count = node.Find("count");
  if (count == nullptr) return 1;
  int number = 0;
  if (!absl::SimpleAtoi(fields.TextOf(*count, "'count'"), &number) || number < 1) {
    fields.Error(count->offset, absl::StrCat("'count' is a whole number from 1, not '", count->scalar, "'"));
    return 1;
  }
  return number;
}

absl::CivilDay ReadUntil(const YamlNode& node, FieldReader& fields) {
  if (node.Find("until") == nullptr)
    fields.Missing(node, "until", "a waiver has no 'until', the last day on which it holds");
  return fields.Day(node, "until").value_or(absl::CivilDay());
}

// What must be there must say something.
std::string Filled(const YamlNode& node, absl::string_view key, absl::string_view owner, FieldReader& fields) {
  std::string text = fields.RequiredText(node, key, owner);
  const YamlNode* value = node.Find(key);
  if (value != nullptr && value->Is(YamlNode::Kind::kScalar) && text.find_first_not_of(" \t\n") == std::string::npos) {
    fields.Error(value->offset, absl::StrCat("'", key, "' is empty"));
  }
  return text;
}

Waiver ReadWaiver(const YamlNode& node, FieldReader& fields) {
  Waiver waiver;
  fields.RejectUnknownKeys(node, kWaiverKeys);
  waiver.rule = Filled(node, "rule", "a waiver", fields);
  waiver.fingerprint = ReadFingerprint(node, fields);
  waiver.document = Filled(node, "document", "a waiver", fields);
  waiver.text = fields.Text(node, "text");
  waiver.reason = Filled(node, "reason", "a waiver", fields);
  waiver.owner = Filled(node, "owner", "a waiver", fields);
  waiver.until = ReadUntil(node, fields);
  if (waiver.fingerprint.empty() && waiver.text.empty()) {
    fields.Error(node.offset,
                 "a waiver says which finding may stand: by the 'text' of its sentence or its 'fingerprint'");
  }
  const Diagnostic place = fields.source().Problem(node.offset, "");
  waiver.path = place.path;
  waiver.at = place.at;
  waiver.line_text = place.line_text;
  return waiver;
}

// JSON's escapes are YAML's in double quotes.
std::string Quoted(absl::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      absl::StrAppend(&out, "\\", std::string(1, c));
    } else if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') {
      absl::StrAppendFormat(&out, "\\x%02x", c);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string Field(absl::string_view key, absl::string_view text) {
  return text.empty() ? "" : absl::StrCat("    ", key, ": ", Quoted(text), "\n");
}

}  // namespace

bool IsFingerprint(absl::string_view text) {
  return text.size() == kFingerprintSize && std::all_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_isdigit(static_cast<unsigned char>(c)) || (c >= 'a' && c <= 'f');
         });
}

absl::StatusOr<std::vector<BaselineEntry>> ParseBaseline(absl::string_view path, absl::string_view text,
                                                         std::vector<Diagnostic>& diagnostics) {
  const size_t before = diagnostics.size();
  std::vector<BaselineEntry> entries;
  ReadList(path, text, kBaselineKeys, "findings", diagnostics, [&](const YamlNode& node, FieldReader& fields) {
    fields.RejectUnknownKeys(node, kBaselineFindingKeys);
    BaselineEntry entry;
    Filled(node, "fingerprint", "a finding", fields);
    entry.fingerprint = ReadFingerprint(node, fields);
    entry.count = ReadCount(node, fields);
    entry.rule = fields.Text(node, "rule");
    entry.severity = fields.Choice(node, kBaselineFindingKeys, "severity", "severity");
    entry.document = Filled(node, "document", "a finding", fields);
    entry.message = fields.Text(node, "message");
    entry.at = fields.At(node).at;
    const bool twice = std::any_of(entries.begin(), entries.end(), [&entry](const BaselineEntry& other) {
      return other.fingerprint == entry.fingerprint && other.document == entry.document;
    });
    if (twice) fields.Error(node.offset, absl::StrCat("the fingerprint '", entry.fingerprint, "' stands here twice"));
    entries.push_back(std::move(entry));
  });
  if (diagnostics.size() > before) return absl::InvalidArgumentError("cannot be used as a baseline");
  return entries;
}

std::vector<Waiver> ParseWaivers(absl::string_view path, absl::string_view text, std::vector<Diagnostic>& diagnostics) {
  std::vector<Waiver> waivers;
  ReadList(path, text, kWaiverFileKeys, "waivers", diagnostics, [&](const YamlNode& node, FieldReader& fields) {
    const size_t before = diagnostics.size();
    Waiver waiver = ReadWaiver(node, fields);
    if (diagnostics.size() == before) waivers.push_back(std::move(waiver));
  });
  return waivers;
}

absl::StatusOr<std::vector<ReviewEntry>> ParseReviews(absl::string_view path, absl::string_view text,
                                                      std::vector<Diagnostic>& diagnostics) {
  const size_t before = diagnostics.size();
  std::vector<ReviewEntry> reviews;
  ReadList(path, text, kReviewFileKeys, "reviews", diagnostics, [&](const YamlNode& node, FieldReader& fields) {
    fields.RejectUnknownKeys(node, kReviewKeys);
    ReviewEntry entry;
    Filled(node, "fingerprint", "a review", fields);
    entry.fingerprint = ReadFingerprint(node, fields);
    Filled(node, "state", "a review", fields);
    entry.state = fields.Choice(node, kReviewKeys, "state", "state");
    entry.by = Filled(node, "by", "a review", fields);
    entry.note = fields.Text(node, "note");
    entry.day = fields.Day(node, "day");
    entry.rule = fields.Text(node, "rule");
    entry.message = fields.Text(node, "message");
    const bool twice = std::any_of(reviews.begin(), reviews.end(), [&entry](const ReviewEntry& other) {
      return other.fingerprint == entry.fingerprint;
    });
    if (twice) fields.Error(node.offset, absl::StrCat("the fingerprint '", entry.fingerprint, "' stands here twice"));
    reviews.push_back(std::move(entry));
  });
  if (diagnostics.size() > before) return absl::InvalidArgumentError("cannot be used as reviews");
  return reviews;
}

std::string WriteBaseline(const std::vector<BaselineEntry>& entries) {
  std::string out =
      "# Findings that were there before, and do not fail: written by 'crosscheck baseline write', made smaller by\n"
      "# 'crosscheck baseline prune'. A fingerprint holds no line number, and outlives edits elsewhere.\n"
      "version: 1\nfindings:";
  if (entries.empty()) out += " []";
  out += "\n";
  for (const BaselineEntry& entry : entries) {
    absl::StrAppend(&out, "  - fingerprint: ", Quoted(entry.fingerprint), "\n");
    if (entry.count > 1) absl::StrAppend(&out, "    count: ", entry.count, "\n");
    absl::StrAppend(&out, Field("rule", entry.rule), Field("severity", entry.severity),
                    Field("document", entry.document), Field("message", entry.message));
  }
  return out;
}

std::string WriteReviews(const std::vector<ReviewEntry>& reviews) {
  std::string out =
      "# What people decided about findings: written by 'crosscheck review set', shown in every report.\n"
      "version: 1\nreviews:";
  if (reviews.empty()) out += " []";
  out += "\n";
  for (const ReviewEntry& review : reviews) {
    absl::StrAppend(&out, "  - fingerprint: ", Quoted(review.fingerprint), "\n", Field("state", review.state),
                    Field("by", review.by), Field("note", review.note),
                    Field("day", review.day ? absl::FormatCivilTime(*review.day) : ""), Field("rule", review.rule),
                    Field("message", review.message));
  }
  return out;
}

}  // namespace crosscheck
