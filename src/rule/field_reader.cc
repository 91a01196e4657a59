#include "rule/field_reader.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rule/did_you_mean.h"

namespace crosscheck {

using Kind = YamlNode::Kind;

void FieldReader::Error(size_t offset, std::string message) {
  diagnostics_.push_back(sources_[FileOf(offset)]->Problem(ByteOfOffset(offset), std::move(message)));
}

void FieldReader::Warning(size_t offset, std::string message) {
  diagnostics_.push_back(
      sources_[FileOf(offset)]->Problem(ByteOfOffset(offset), std::move(message), Diagnostic::Level::kWarning));
}

RuleLocation FieldReader::AtOffset(size_t offset) const {
  const uint32_t file = FileOf(offset);
  return {file, sources_[file]->Locate(ByteOfOffset(offset))};
}

size_t FieldReader::OffsetOf(const YamlNode& scalar, size_t index) const {
  const size_t byte =
      OffsetInScalar(SourceOf(scalar).text(), ByteOfOffset(scalar.offset), scalar.style, scalar.scalar, index);
  return OffsetInFile(FileOf(scalar.offset), byte);
}

bool FieldReader::IsMap(const YamlNode& node, absl::string_view what) {
  if (node.Is(Kind::kMap)) return true;
  node.MarkRead();  // what is wrong is said here
  Error(node.offset, node.Is(Kind::kNull) ? absl::StrCat(what, " is empty")
                                          : absl::StrCat(what, " must be a map of keys and values"));
  return false;
}

bool FieldReader::IsList(const YamlNode& node, absl::string_view what) {
  if (node.Is(Kind::kList)) return true;
  node.MarkRead();
  Error(node.offset, node.Is(Kind::kNull) ? absl::StrCat(what, " is empty")
                                          : absl::StrCat(what, " must be a list: begin each of its items with '- '"));
  return false;
}

void FieldReader::RejectUnknownKeys(const YamlNode& map, const KeyTable& table) {
  for (const auto& entry : map.entries) {
    const std::string& key = entry.first.scalar;
    if (table.Find(key) != nullptr) continue;
    entry.second.MarkRead();  // what is wrong with it is said here
    const bool edits = key.size() > 1 && (key.back() == '+' || key.back() == '-');
    if (edits && table.Find("extends") != nullptr && table.Find(key.substr(0, key.size() - 1)) != nullptr) {
      Error(entry.first.offset, absl::StrCat("'", key, "' changes what is inherited, and this rule has no 'extends'"));
    } else {
      RequireKnown(entry.first.offset, "key", key, table.Names());
      const std::string guess = DidYouMean(key, table.Names());
      for (const absl::string_view name : table.Names()) {
        if (guess == DidYouMean(key, {name})) misspelt_.emplace(map.offset, name);
      }
    }
  }
}

void FieldReader::Missing(const YamlNode& map, absl::string_view key, std::string message) {
  if (misspelt_.count({map.offset, std::string(key)}) == 0) Error(map.offset, std::move(message));
}

bool FieldReader::RequireKnown(size_t offset, absl::string_view what, absl::string_view word,
                               const std::vector<absl::string_view>& known) {
  if (std::find(known.begin(), known.end(), word) != known.end()) return true;
  std::string hint = DidYouMean(word, known);
  constexpr size_t kFew = 10;
  if (hint.empty() && !known.empty() && known.size() <= kFew) {
    hint = absl::StrCat("; known are ", absl::StrJoin(known, ", "));
  }
  Error(offset, absl::StrCat("unknown ", what, " '", word, "'", hint));
  return false;
}

std::string FieldReader::TextOf(const YamlNode& node, absl::string_view what) {
  if (node.Is(Kind::kScalar)) return node.scalar;
  node.MarkRead();
  if (node.Is(Kind::kNull)) {
    Error(node.offset, absl::StrCat(what, " is empty"));
  } else if (node.Is(Kind::kMap)) {
    Error(node.offset, absl::StrCat(what, " must be text; a text that begins with '{' or holds ': ' needs quotes"));
  } else {
    Error(node.offset, absl::StrCat(what, " must be text, not a list"));
  }
  return "";
}

std::string FieldReader::Text(const YamlNode& map, absl::string_view key) {
  const YamlNode* node = map.Find(key);
  return node == nullptr ? "" : TextOf(*node, absl::StrCat("'", key, "'"));
}

std::string FieldReader::RequiredText(const YamlNode& map, absl::string_view key, absl::string_view owner) {
  const YamlNode* node = map.Find(key);
  if (node == nullptr) {
    Missing(map, key, absl::StrCat(owner, " has no '", key, "'"));
    return "";
  }
  return TextOf(*node, absl::StrCat("'", key, "'"));
}

std::optional<absl::CivilDay> ParseIsoDay(absl::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i != 4 && i != 7 && !absl::ascii_isdigit(static_cast<unsigned char>(text[i]))) return std::nullopt;
  }
  int year = 0;
  int month = 0;
  int day = 0;
  if (!absl::SimpleAtoi(text.substr(0, 4), &year) || !absl::SimpleAtoi(text.substr(5, 2), &month) ||
      !absl::SimpleAtoi(text.substr(8, 2), &day)) {
    return std::nullopt;
  }
  const absl::CivilDay result(year, month, day);  // normalises what is out of range, which shows it
  if (result.month() != month || result.day() != day) return std::nullopt;
  return result;
}

std::optional<absl::CivilDay> FieldReader::DayOf(const YamlNode& node) {
  const std::string text = TextOf(node, "a day");
  if (text.empty()) return std::nullopt;
  std::optional<absl::CivilDay> day = ParseIsoDay(text);
  if (!day.has_value()) Error(node.offset, absl::StrCat("'", text, "' is no day; write it as 2025-07-15"));
  return day;
}

std::optional<absl::CivilDay> FieldReader::Day(const YamlNode& map, absl::string_view key) {
  const YamlNode* node = map.Find(key);
  return node == nullptr ? std::nullopt : DayOf(*node);
}

bool FieldReader::Bool(const YamlNode& map, absl::string_view key) {
  const YamlNode* node = map.Find(key);
  if (node == nullptr) return false;
  const std::string text = TextOf(*node, absl::StrCat("'", key, "'"));
  if (!text.empty() && text != "true" && text != "false") {
    Error(node->offset, absl::StrCat("'", key, "' is true or false, not '", text, "'"));
  }
  return text == "true";
}

Severity FieldReader::SeverityOf(const YamlNode& map, absl::string_view key, Severity otherwise) {
  const YamlNode* node = map.Find(key);
  if (node == nullptr) return otherwise;
  const std::string text = TextOf(*node, absl::StrCat("'", key, "'"));
  if (text == "note") return Severity::kNote;
  if (text == "warning") return Severity::kWarning;
  if (text == "error") return Severity::kError;
  if (!text.empty()) RequireKnown(node->offset, "severity", text, {"note", "warning", "error"});
  return otherwise;
}

std::vector<const YamlNode*> FieldReader::Texts(const YamlNode& map, absl::string_view key) {
  std::vector<const YamlNode*> out;
  const YamlNode* node = map.Find(key);
  if (node == nullptr) return out;
  const std::string what = absl::StrCat("'", key, "'");
  if (node->Is(Kind::kScalar)) {
    out.push_back(node);
  } else if (node->Is(Kind::kList)) {
    for (const YamlNode& item : node->items) {
      if (item.Is(Kind::kScalar)) {
        out.push_back(&item);
      } else {
        TextOf(item, absl::StrCat("each item of ", what));
      }
    }
  } else {
    node->MarkRead();
    Error(node->offset,
          node->Is(Kind::kNull) ? absl::StrCat(what, " is empty") : absl::StrCat(what, " must be a list of texts"));
  }
  return out;
}

std::vector<std::string> FieldReader::TextList(const YamlNode& map, absl::string_view key) {
  std::vector<std::string> out;
  for (const YamlNode* node : Texts(map, key)) out.push_back(node->scalar);
  return out;
}

std::string FieldReader::Choice(const YamlNode& map, const KeyTable& table, absl::string_view key,
                                absl::string_view what) {
  const std::string text = Text(map, key);
  if (text.empty()) return "";
  return RequireKnown(map.Find(key)->offset, what, text, SplitChoices(table.Find(key)->choices)) ? text : "";
}

std::vector<std::string> FieldReader::Choices(const YamlNode& map, const KeyTable& table, absl::string_view key,
                                              absl::string_view what) {
  std::vector<std::string> out;
  const std::vector<absl::string_view> known = SplitChoices(table.Find(key)->choices);
  for (const YamlNode* node : Texts(map, key)) {
    if (RequireKnown(node->offset, what, node->scalar, known)) out.push_back(node->scalar);
  }
  return out;
}

bool FieldReader::CheckId(const YamlNode& node, absl::string_view what, bool underscores) {
  const std::string& id = node.scalar;
  const bool good = !id.empty() && std::all_of(id.begin(), id.end(), [underscores](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (underscores && c == '_');
  });
  if (!good) {
    Error(node.offset, absl::StrCat("'", id, "' is no ", what, ": use lower-case letters, digits and hyphens"));
  }
  return good;
}

std::string FieldReader::Id(const YamlNode& map, absl::string_view owner) {
  const std::string id = RequiredText(map, "id", owner);
  if (id.empty()) return "";
  const YamlNode* node = map.Find("id");
  return CheckId(*node, "id", false) ? id : "";
}

}  // namespace crosscheck
