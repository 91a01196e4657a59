#include <algorithm>
#include <tuple>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/sha256.h"
#include "rule/pattern_syntax.h"
#include "rule/rule_builder.h"

namespace crosscheck {

namespace {

using Kind = YamlNode::Kind;
constexpr size_t kMaxFileSize = 8 << 20;

void ReadVersion(const YamlNode& root, FieldReader& fields) {
  const YamlNode* version = root.Find("version");
  if (version == nullptr) {
    fields.Error(root.offset, "a rule file begins with 'version: 1'");
  } else if (version->scalar != "1") {
    fields.Error(version->offset,
                 absl::StrCat("version '", version->scalar, "' is not known; this program reads version 1"));
  }
}

std::string Beside(absl::string_view path, absl::string_view name) {
  const size_t slash = path.rfind('/');
  return slash == absl::string_view::npos ? std::string(name) : absl::StrCat(path.substr(0, slash + 1), name);
}

void ReadFile(const YamlNode& root, FieldReader& fields, RuleBuilder& builder) {
  if (!fields.IsMap(root, "a rule file")) return;
  fields.RejectUnknownKeys(
      root, {"version", "imports", "lexicons", "entities", "patterns", "rules", "aligned", "relations", "statuses"});
  ReadVersion(root, fields);
  for (const YamlNode* import : fields.Texts(root, "imports")) {
    builder.references.push_back(
        {Reference::Kind::kFile, fields.file(), import->offset, Beside(fields.source().path(), import->scalar)});
  }
  using Section = void (*)(const YamlNode&, FieldReader&, RuleBuilder&);
  const std::pair<absl::string_view, Section> sections[] = {
      {"lexicons", ReadLexicons},
      {"entities", ReadEntities},
      {"patterns", ReadNamedPatterns},
      {"rules", [](const YamlNode& n, FieldReader& f, RuleBuilder& b) { ReadRuleSection(n, false, f, b); }},
      {"aligned", [](const YamlNode& n, FieldReader& f, RuleBuilder& b) { ReadRuleSection(n, true, f, b); }},
      {"relations", ReadRelations},
      {"statuses", ReadStatuses},
  };
  for (const auto& section : sections) {
    if (const YamlNode* node = root.Find(section.first); node != nullptr) section.second(*node, fields, builder);
  }
}

// Files by path, each once; the same path twice with the same text is one file.
std::vector<const RuleFile*> SortFiles(const std::vector<RuleFile>& files) {
  std::vector<const RuleFile*> sorted;
  for (const RuleFile& file : files) sorted.push_back(&file);
  std::sort(sorted.begin(), sorted.end(), [](const RuleFile* a, const RuleFile* b) {
    return std::tie(a->path, a->text) < std::tie(b->path, b->text);
  });
  const auto same = [](const RuleFile* a, const RuleFile* b) { return a->path == b->path && a->text == b->text; };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
  return sorted;
}

// What the rules say, wherever the files lie.
std::string Digest(const std::vector<const RuleFile*>& files) {
  std::vector<std::string> digests;
  for (const RuleFile* file : files) digests.push_back(Sha256Hex(file->text));
  std::sort(digests.begin(), digests.end());
  std::string all;
  for (const std::string& digest : digests) absl::StrAppend(&all, digest, "\n");
  return Sha256Hex(all);
}

template <typename T>
void SortById(std::vector<T>& items) {
  std::sort(items.begin(), items.end(), [](const T& a, const T& b) { return a.id < b.id; });
}

}  // namespace

bool RuleBuilder::Claim(std::map<std::string, RuleLocation>& taken, const std::string& id, const YamlNode& node,
                        absl::string_view what, FieldReader& fields) {
  const auto [first, fresh] = taken.emplace(id, fields.At(node));
  if (fresh) return true;
  fields.Error(node.offset, absl::StrCat("duplicate ", what, " '", id, "'; the first is in ",
                                         set->files[first->second.file], ":", first->second.at.line));
  return false;
}

std::shared_ptr<const RuleSet> ReadRules(const std::vector<RuleFile>& files, std::vector<Diagnostic>& diagnostics) {
  RuleBuilder builder;
  std::vector<Diagnostic> found;
  builder.diagnostics = &found;
  RuleSet& set = *builder.set;
  const std::vector<const RuleFile*> sorted = SortFiles(files);
  for (const RuleFile* file : sorted) {
    if (absl::EndsWith(file->path, ".tsv")) builder.tables[file->path] = file;
  }
  for (const RuleFile* file : sorted) {
    if (absl::EndsWith(file->path, ".tsv")) continue;
    const auto index = static_cast<uint32_t>(set.files.size());
    set.files.push_back(file->path);
    set.sources.push_back(std::make_shared<SourceText>(file->path, file->text));
    const SourceText& source = *set.sources.back();
    if (file->text.size() > kMaxFileSize) {
      found.push_back(source.Problem(0, absl::StrCat("a rule file of more than ", kMaxFileSize >> 20, " MB")));
      continue;
    }
    const std::optional<YamlNode> root = ParseYaml(source, found);
    FieldReader fields(source, index, found);
    if (root.has_value()) ReadFile(*root, fields, builder);
  }
  CheckReferences(builder);
  CheckPatterns(builder);
  SortById(set.entities);
  SortById(set.rules);
  SortById(set.relations);
  SortById(set.statuses);
  set.digest = Digest(sorted);
  std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.path, a.at, a.message) < std::tie(b.path, b.at, b.message);
  });
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  return builder.set;
}

absl::StatusOr<std::shared_ptr<const RuleSet>> ParseRules(const std::vector<RuleFile>& files,
                                                          std::vector<Diagnostic>& diagnostics) {
  const size_t before = diagnostics.size();
  std::shared_ptr<const RuleSet> set = ReadRules(files, diagnostics);
  const auto errors = std::count_if(diagnostics.begin() + static_cast<std::ptrdiff_t>(before), diagnostics.end(),
                                    [](const Diagnostic& d) { return d.level == Diagnostic::Level::kError; });
  if (errors > 0) {
    return absl::InvalidArgumentError(absl::StrCat(errors, errors == 1 ? " error" : " errors", " in the rules"));
  }
  return set;
}

std::vector<std::string> FilesNamedIn(const RuleFile& file) {
  std::vector<std::string> out;
  std::vector<Diagnostic> ignored;  // whoever reads the rules says what is wrong
  const SourceText source(file.path, file.text);
  const std::optional<YamlNode> root = ParseYaml(source, ignored);
  if (!root.has_value() || !root->Is(Kind::kMap)) return out;
  if (const YamlNode* imports = root->Find("imports"); imports != nullptr) {
    for (const YamlNode& item : imports->items) out.push_back(Beside(file.path, item.scalar));
    if (imports->Is(Kind::kScalar)) out.push_back(Beside(file.path, imports->scalar));
  }
  if (const YamlNode* lexicons = root->Find("lexicons"); lexicons != nullptr) {
    for (const auto& entry : lexicons->entries) {
      const YamlNode* table = entry.second.Find("tsv");
      if (table != nullptr && table->Is(Kind::kScalar)) out.push_back(Beside(file.path, table->scalar));
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Diagnostic PatternProblem(const RuleSet& rules, const Pattern& pattern, size_t offset, std::string message,
                          Diagnostic::Level level) {
  if (pattern.at.file < rules.sources.size()) {
    const SourceText& source = *rules.sources[pattern.at.file];
    return source.Problem(OffsetInScalar(source.text(), pattern.offset, pattern.style, pattern.text, offset),
                          std::move(message), level);
  }
  return SourceText("", pattern.text).Problem(offset, std::move(message), level);  // a set that was not read from files
}

}  // namespace crosscheck
