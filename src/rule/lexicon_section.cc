#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "english/english.h"
#include "rule/rule_builder.h"

namespace crosscheck {

namespace {

using Kind = YamlNode::Kind;
constexpr size_t kMaxFormsOfPhrase = 1000;

}  // namespace

bool SpellOut(absl::string_view phrase, std::vector<std::string>& out) {
  std::vector<std::string> forms = {""};
  const std::string folded = Fold(phrase);
  for (absl::string_view word : absl::StrSplit(folded, ' ', absl::SkipEmpty())) {
    std::vector<std::string> words = {std::string(word)};
    if (word.size() > 1 && word.back() == '~') words = english::Inflections(word.substr(0, word.size() - 1));
    std::vector<std::string> longer;
    for (const std::string& form : forms) {
      for (const std::string& next : words) longer.push_back(form.empty() ? next : absl::StrCat(form, " ", next));
    }
    if (longer.size() > kMaxFormsOfPhrase) return false;
    forms = std::move(longer);
  }
  out.insert(out.end(), forms.begin(), forms.end());
  return true;
}

namespace {

void AddPhrase(absl::string_view phrase, size_t offset, LexiconGroup& group, FieldReader& fields) {
  if (Fold(phrase).find_first_not_of(' ') == std::string::npos) {
    fields.Error(offset, "an empty phrase in a lexicon");
  } else if (!SpellOut(phrase, group.phrases)) {
    fields.Error(offset,
                 absl::StrCat("more than ", kMaxFormsOfPhrase, " forms of one phrase; inflect fewer of its words"));
  }
}

void ReadGroup(const YamlNode& node, LexiconGroup& group, FieldReader& fields) {
  if (node.Is(Kind::kScalar)) {
    AddPhrase(node.scalar, node.offset, group, fields);
  } else if (fields.IsList(node, absl::StrCat("a lexicon's list of phrases"))) {
    for (const YamlNode& item : node.items) {
      if (item.Is(Kind::kScalar)) {
        AddPhrase(item.scalar, item.offset, group, fields);
      } else {
        fields.TextOf(item, "each phrase of a lexicon");
      }
    }
  }
}

// A table beside the rule file: a phrase a line, or a group, a tab and a phrase. Lines that begin with '#' are remarks.
void ReadTable(const YamlNode& node, Lexicon& lexicon, FieldReader& fields, const RuleBuilder& builder) {
  const std::string path = Beside(fields.source().path(), node.scalar);
  const auto found = builder.tables.find(path);
  if (found == builder.tables.end()) {
    fields.Error(node.offset, absl::StrCat("there is no file '", path, "'"));
    return;
  }
  for (absl::string_view line : absl::StrSplit(found->second->text, '\n')) {
    line = absl::StripSuffix(line, "\r");
    if (line.empty() || line.front() == '#') continue;
    const size_t tab = line.find('\t');
    const absl::string_view name = tab == absl::string_view::npos ? "" : line.substr(0, tab);
    const absl::string_view phrase = tab == absl::string_view::npos ? line : line.substr(tab + 1);
    auto group = std::find_if(lexicon.groups.begin(), lexicon.groups.end(),
                              [name](const LexiconGroup& g) { return g.name == name; });
    if (group == lexicon.groups.end()) {
      lexicon.groups.push_back({std::string(name), {}});
      group = lexicon.groups.end() - 1;
    }
    AddPhrase(phrase, node.offset, *group, fields);
  }
}

Lexicon ReadLexicon(const std::string& name, const YamlNode& node, FieldReader& fields, const RuleBuilder& builder) {
  Lexicon lexicon;
  lexicon.name = name;
  lexicon.at = fields.At(node);
  const YamlNode* table = node.Is(Kind::kMap) && node.entries.size() == 1 ? node.Find("tsv") : nullptr;
  if (table != nullptr && table->Is(Kind::kScalar)) {
    ReadTable(*table, lexicon, fields, builder);
  } else if (node.Is(Kind::kMap)) {
    for (const auto& entry : node.entries) {
      entry.second.was_read = true;
      LexiconGroup group;
      group.name = entry.first.scalar;
      ReadGroup(entry.second, group, fields);
      lexicon.groups.push_back(std::move(group));
    }
  } else {
    lexicon.groups.emplace_back();
    ReadGroup(node, lexicon.groups.back(), fields);
  }
  for (LexiconGroup& group : lexicon.groups) {
    std::sort(group.phrases.begin(), group.phrases.end());
    group.phrases.erase(std::unique(group.phrases.begin(), group.phrases.end()), group.phrases.end());
  }
  return lexicon;
}

}  // namespace

void ReadLexicons(const YamlNode& node, FieldReader& fields, RuleBuilder& builder) {
  if (!fields.IsMap(node, "'lexicons'")) return;
  for (const auto& entry : node.entries) {
    entry.second.was_read = true;
    if (!fields.CheckId(entry.first, "name for a lexicon", true)) continue;
    const std::string& name = entry.first.scalar;
    if (const auto found = builder.set->lexicons.find(name); found != builder.set->lexicons.end()) {
      const RuleLocation& first = found->second.at;
      fields.Error(entry.first.offset, absl::StrCat("duplicate lexicon '", name, "'; the first is in ",
                                                    builder.set->files[first.file], ":", first.at.line));
      continue;
    }
    Lexicon lexicon = ReadLexicon(name, entry.second, fields, builder);
    lexicon.at = fields.At(entry.first);
    builder.set->lexicons.emplace(name, std::move(lexicon));
  }
}

}  // namespace crosscheck
