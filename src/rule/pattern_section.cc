#include "absl/strings/str_cat.h"
#include "rule/rule_builder.h"

namespace crosscheck {

namespace {

using Kind = YamlNode::Kind;

void ReadPattern(const YamlNode& node, absl::string_view what, FieldReader& fields, std::vector<Pattern>& out) {
  const YamlNode* text = &node;
  Pattern pattern;
  if (node.Is(Kind::kMap) && node.Find("regex") != nullptr) {
    for (const auto& entry : node.entries) {
      if (entry.first.scalar != "regex") fields.RequireKnown(entry.first.offset, "key", entry.first.scalar, {"regex"});
    }
    pattern.is_regex = true;
    text = node.Find("regex");
  } else if (node.Is(Kind::kMap)) {
    node.MarkRead();
    fields.Error(node.offset,
                 absl::StrCat(what, " is text: put one that begins with '{' in quotes, or write {regex: '…'}"));
    return;
  }
  pattern.text = fields.TextOf(*text, what);
  if (pattern.text.empty()) return;
  pattern.offset = ByteOfOffset(text->offset);
  pattern.style = text->style;
  pattern.at = fields.AtOffset(fields.OffsetOf(*text, 0));
  out.push_back(std::move(pattern));
}

}  // namespace

std::vector<Pattern> ReadPatterns(const YamlNode& map, absl::string_view key, FieldReader& fields) {
  std::vector<Pattern> out;
  const YamlNode* node = map.Find(key);
  if (node == nullptr) return out;
  if (!node->Is(Kind::kList)) {
    if (node->Is(Kind::kNull)) {
      fields.Error(node->offset, absl::StrCat("'", key, "' is empty"));
    } else {
      ReadPattern(*node, "a pattern", fields, out);
    }
    return out;
  }
  if (node->items.empty()) fields.Error(node->offset, absl::StrCat("'", key, "' is empty"));
  for (const YamlNode& item : node->items) ReadPattern(item, "a pattern", fields, out);
  return out;
}

void ReadNamedPatterns(const YamlNode& node, FieldReader& fields, RuleBuilder& builder) {
  if (!fields.IsMap(node, "'patterns'")) return;
  for (const auto& entry : node.entries) {
    entry.second.was_read = true;
    if (!fields.CheckId(entry.first, "name for a pattern", true)) continue;
    const std::string& name = entry.first.scalar;
    if (const auto found = builder.set->patterns.find(name); found != builder.set->patterns.end()) {
      fields.Error(entry.first.offset,
                   absl::StrCat("duplicate pattern '", name, "'; the first is in ",
                                builder.set->files[found->second.at.file], ":", found->second.at.at.line));
      continue;
    }
    std::vector<Pattern> patterns;
    ReadPattern(entry.second, "a named pattern", fields, patterns);
    if (patterns.empty()) continue;
    if (patterns.front().is_regex) {
      fields.Error(entry.second.offset, "a named pattern cannot be a regular expression");
      continue;
    }
    builder.set->patterns.emplace(name, std::move(patterns.front()));
  }
}

}  // namespace crosscheck
