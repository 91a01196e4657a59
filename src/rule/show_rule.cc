#include "rule/show_rule.h"

#include <algorithm>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "rule/extends.h"
#include "rule/field_reader.h"
#include "rule/yaml_reader.h"

namespace crosscheck {

namespace {

using Kind = YamlNode::Kind;
using Sources = std::vector<std::shared_ptr<const SourceText>>;

bool IsPlain(absl::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (absl::string_view("-?:,[]{}#&*!|>'\"%@`~").find(text.front()) != absl::string_view::npos) return false;
  for (absl::string_view sign : {": ", " #", "\n", ", ", "[", "]", "{", "}"}) {
    if (absl::StrContains(text, sign)) return false;
  }
  return true;
}

std::string Quoted(const std::string& text) {
  if (IsPlain(text)) return text;
  if (absl::StrContains(text, "\n") || absl::StrContains(text, "\t")) {
    return absl::StrCat("\"", absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"\"", "\\\""}, {"\n", "\\n"}, {"\t", "\\t"}}),
                        "\"");
  }
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"'", "''"}}), "'");
}

class Writer {
 public:
  Writer(const Sources& sources, uint32_t file) : sources_(sources), file_(file) {}

  std::string Rule(const YamlNode& rule) {
    bool first = true;
    for (const YamlEntry& entry : rule.entries) {
      // What `key+` can add to is told item by item.
      const std::string& key = entry.first.scalar;
      remarks_ = key != "tests" && key != "examples" && key != "swaps" && key != "states" ? 2 : 1;
      Entry(entry, first ? "  - " : "    ", 4);
      first = false;
    }
    return std::move(out_);
  }

 private:
  // "file:line" of a node.
  std::string Place(const YamlNode& node) const {
    const auto file = FileOfOffset(node.offset, file_);
    return absl::StrCat(sources_[file]->path(), ":", sources_[file]->Locate(ByteOfOffset(node.offset)).line);
  }

  void Line(std::string text, const YamlNode& node, int depth) {
    if (depth / 2 - 1 <= remarks_) {
      constexpr size_t kRemarkColumn = 60;
      text.append(text.size() < kRemarkColumn ? kRemarkColumn - text.size() : 2, ' ');
      absl::StrAppend(&text, "# ", Place(node));
    }
    absl::StrAppend(&out_, text, "\n");
  }

  void Entry(const YamlEntry& entry, const std::string& lead, int depth) {
    const std::string key = absl::StrCat(lead, Quoted(entry.first.scalar), ":");
    const YamlNode& value = entry.second;
    if (value.Is(Kind::kScalar)) {
      Line(absl::StrCat(key, " ", Quoted(value.scalar)), entry.first, depth);
    } else if (value.Is(Kind::kNull) || (value.items.empty() && value.entries.empty())) {
      Line(absl::StrCat(key, value.Is(Kind::kList) ? " []" : value.Is(Kind::kMap) ? " {}" : ""), entry.first, depth);
    } else {
      Line(key, entry.first, depth);
      Inside(value, depth + 2);
    }
  }

  void Inside(const YamlNode& value, int depth) {
    const std::string indent(static_cast<size_t>(depth), ' ');
    for (const YamlEntry& entry : value.entries) Entry(entry, indent, depth);
    for (const YamlNode& item : value.items) {
      if (!item.Is(Kind::kMap)) {
        Line(absl::StrCat(indent, "- ", Quoted(item.scalar)), item, depth);
        continue;
      }
      bool first = true;
      for (const YamlEntry& entry : item.entries) {
        Entry(entry, absl::StrCat(indent, first ? "- " : "  "), depth + 2);
        first = false;
      }
    }
  }

  const Sources& sources_;
  uint32_t file_;
  std::string out_;
  int remarks_ = 2;  // down to which depth lines say where they come from
};

// Inherited keys come first in a merged rule; people look for the id there.
void InOrderOf(const KeyTable& keys, YamlNode& rule) {
  const std::vector<absl::string_view> names = keys.Names();
  std::stable_sort(rule.entries.begin(), rule.entries.end(), [&names](const YamlEntry& a, const YamlEntry& b) {
    const auto place = [&names](const YamlEntry& entry) {
      return std::find(names.begin(), names.end(), entry.first.scalar) - names.begin();
    };
    return place(a) < place(b);
  });
}

const YamlNode* IdOf(const YamlNode& rule) {
  for (const YamlEntry& entry : rule.entries) {
    if (entry.first.scalar == "id") return &entry.second;
  }
  return nullptr;
}

}  // namespace

std::optional<std::string> ShowRule(const std::vector<RuleFile>& files, absl::string_view id) {
  Sources sources;
  std::vector<YamlNode> roots;
  std::vector<Diagnostic> ignored;  // whoever loads the rules says what is wrong
  InheritedRules inherited;
  for (const RuleFile& file : files) {
    if (absl::EndsWith(file.path, ".tsv")) continue;
    sources.push_back(std::make_shared<const SourceText>(file.path, file.text));
    roots.push_back(ParseYaml(*sources.back(), ignored).value_or(YamlNode()));
  }
  for (uint32_t f = 0; f < roots.size(); ++f) inherited.Collect(roots[f], f);
  for (uint32_t f = 0; f < roots.size(); ++f) {
    for (const YamlEntry& section : roots[f].entries) {
      for (const YamlNode& rule : section.second.items) {
        const YamlNode* rule_id = IdOf(rule);
        if (rule_id == nullptr || rule_id->scalar != id) continue;
        FieldReader fields(sources, f, ignored);
        const bool aligned = section.first.scalar == "aligned";
        const KeyTable& keys = aligned ? kAlignedKeys : kRuleKeys;
        YamlNode merged = inherited.Merge(rule, keys, fields).value_or(rule);
        if (aligned || section.first.scalar == "rules") InOrderOf(keys, merged);
        return absl::StrCat("# ", section.first.scalar, ", ", sources[f]->path(), "\n",
                            Writer(sources, f).Rule(merged));
      }
    }
  }
  return std::nullopt;
}

}  // namespace crosscheck
