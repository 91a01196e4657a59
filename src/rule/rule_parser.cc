#include <algorithm>
#include <tuple>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/sha256.h"
#include "rule/extends.h"
#include "rule/rule_builder.h"

namespace crosscheck {

namespace {

using Kind = YamlNode::Kind;
constexpr size_t kMaxFileSize = 8 << 20;

void ReadVersion(const YamlNode& root, FieldReader& fields) {
  const YamlNode* version = root.Find("version");
  if (version == nullptr) {
    fields.Missing(root, "version", "a rule file begins with 'version: 1'");
  } else if (version->scalar != "1") {
    fields.Error(version->offset,
                 absl::StrCat("version '", version->scalar, "' is not known; this program reads version 1"));
  }
}

// The whole tree of a file, or a null node where it cannot be read; its keys are checked.
YamlNode ReadTree(const SourceText& source, FieldReader& fields, std::vector<Diagnostic>& found) {
  if (source.text().size() > kMaxFileSize) {
    found.push_back(source.Problem(0, absl::StrCat("a rule file of more than ", kMaxFileSize >> 20, " MB")));
    return {};
  }
  std::optional<YamlNode> root = ParseYaml(source, found);
  if (!root.has_value() || !fields.IsMap(*root, "a rule file")) return {};
  if (const YamlNode* documents = root->FindKey("documents");
      documents != nullptr && root->FindKey("rules") == nullptr) {
    fields.Error(documents->offset, "this is a dossier, not a rule file: it is what 'crosscheck check' takes");
    return {};
  }
  fields.RejectUnknownKeys(*root, kFileKeys);
  ReadVersion(*root, fields);
  return *std::move(root);
}

using Section = void (*)(const YamlNode&, FieldReader&, RuleBuilder&);
using Sections = std::vector<std::pair<absl::string_view, Section>>;

// What rules can name comes first, of every file.
const Sections& NameSections() {
  static const auto* const kSections =
      new Sections{{"lexicons", ReadLexicons}, {"entities", ReadEntities}, {"patterns", ReadNamedPatterns}};
  return *kSections;
}
const Sections& RuleSections() {
  static const auto* const kSections = new Sections{
      {"rules", [](const YamlNode& n, FieldReader& f, RuleBuilder& b) { ReadRuleSection(n, false, f, b); }},
      {"aligned", [](const YamlNode& n, FieldReader& f, RuleBuilder& b) { ReadRuleSection(n, true, f, b); }},
      {"relations", ReadRelations},
      {"statuses", ReadStatuses},
  };
  return *kSections;
}

void ReadSections(const YamlNode& root, const Sections& sections, FieldReader& fields, RuleBuilder& builder) {
  for (const auto& section : sections) {
    if (const YamlNode* node = root.Find(section.first); node != nullptr) section.second(*node, fields, builder);
  }
}

// Shipped files first, each kind by path; the same path twice with the same text is one file.
std::vector<const RuleFile*> SortFiles(const std::vector<RuleFile>& files) {
  std::vector<const RuleFile*> sorted;
  for (const RuleFile& file : files) sorted.push_back(&file);
  std::sort(sorted.begin(), sorted.end(), [](const RuleFile* a, const RuleFile* b) {
    return std::tie(b->shipped, a->path, a->text) < std::tie(a->shipped, b->path, b->text);
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

std::string Beside(absl::string_view path, absl::string_view name) {
  const size_t slash = path.rfind('/');
  if (slash == absl::string_view::npos || absl::StartsWith(name, "/")) return std::string(name);
  // One spelling for one file: "a/../b" is "b", so that files that import each other are seen to.
  std::vector<absl::string_view> parts = absl::StrSplit(path.substr(0, slash), '/');
  for (absl::string_view part : absl::StrSplit(name, '/')) {
    if (part == ".") continue;
    if (part == ".." && !parts.empty() && !parts.back().empty() && parts.back() != "." && parts.back() != "..") {
      parts.pop_back();
    } else {
      parts.push_back(part);
    }
  }
  return absl::StrJoin(parts, "/");
}

bool RuleBuilder::Claim(std::map<std::string, RuleLocation>& taken, const std::string& id, const YamlNode& node,
                        absl::string_view what, FieldReader& fields) {
  const auto [first, fresh] = taken.emplace(id, fields.At(node));
  if (fresh) return true;
  fields.Error(node.offset, absl::StrCat("duplicate ", what, " '", id, "'; the first is in ",
                                         set->files[first->second.file], ":", first->second.at.line));
  return false;
}

void RuleBuilder::Refer(Reference::Kind kind, size_t offset, const std::string& name, const FieldReader& fields) {
  references.push_back({kind, fields.FileOf(offset), ByteOfOffset(offset), name});
}

std::shared_ptr<const RuleSet> ReadRules(const std::vector<RuleFile>& files, std::vector<Diagnostic>& diagnostics) {
  RuleBuilder builder;
  std::vector<Diagnostic> found;
  builder.diagnostics = &found;
  RuleSet& set = *builder.set;
  const std::vector<const RuleFile*> sorted = SortFiles(files);
  for (const RuleFile* file : sorted) {
    if (absl::EndsWith(file->path, ".tsv")) {
      builder.tables[file->path] = file;
    } else {
      set.files.push_back(file->path);
      set.sources.push_back(std::make_shared<SourceText>(file->path, file->text));
    }
  }
  InheritedRules inherited;
  builder.inherited = &inherited;
  std::vector<FieldReader> fields;
  std::vector<YamlNode> roots;
  for (uint32_t f = 0; f < set.files.size(); ++f) {
    fields.emplace_back(set.sources, f, found);
    roots.push_back(ReadTree(*set.sources[f], fields[f], found));
  }
  for (uint32_t f = 0; f < roots.size(); ++f) {
    inherited.Collect(roots[f], f);
    ReadSections(roots[f], NameSections(), fields[f], builder);
  }
  for (uint32_t f = 0; f < roots.size(); ++f) ReadSections(roots[f], RuleSections(), fields[f], builder);
  CheckImports(roots, builder);
  for (uint32_t f = 0; f < roots.size(); ++f) RequireAllRead(roots[f], fields[f]);
  CheckReferences(builder);
  CheckPatterns(builder);
  CheckReach(builder);
  CheckRelations(builder);
  SortById(set.entities);
  SortById(set.rules);
  SortById(set.relations);
  SortById(set.statuses);
  set.digest = Digest(sorted);
  SortDiagnostics(found);
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  return builder.set;
}

void SortDiagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& d) { return std::tie(d.path, d.at, d.message); };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [key](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(),
                                [key](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); }),
                    diagnostics.end());
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
  if (!absl::StrContains(file.text, "imports") && !absl::StrContains(file.text, "tsv")) return out;  // names none
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
