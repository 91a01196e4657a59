#include "rule/manifest.h"

#include <algorithm>
#include <memory>

#include "absl/strings/str_cat.h"
#include "rule/field_reader.h"

namespace crosscheck {

namespace {

// The text of `key`, which must be one that the table knows where it is there.
std::string OneOf(const YamlNode& node, absl::string_view key, FieldReader& fields) {
  return fields.Choice(node, kManifestDocumentKeys, key, key);
}

ManifestEntry ReadEntry(const YamlNode& node, FieldReader& fields) {
  ManifestEntry entry;
  fields.RejectUnknownKeys(node, kManifestDocumentKeys);
  entry.info.path = fields.RequiredText(node, "path", "a document");
  const YamlNode* path = node.Find("path");
  const Diagnostic place = fields.source().Problem(path == nullptr ? node.offset : path->offset, "");
  entry.at = place.at;
  entry.line_text = place.line_text;
  if (OneOf(node, "role", fields) == "draft") entry.info.role = Role::kDraft;
  entry.info.published = fields.Day(node, "published");
  entry.info.publisher = fields.Text(node, "publisher");
  entry.info.kind = OneOf(node, "kind", fields);
  const std::string status = OneOf(node, "status", fields);
  entry.info.withdrawn = status == "withdrawn";
  entry.info.usable = status == "usable";
  entry.info.supersedes = fields.TextList(node, "supersedes");
  entry.info.derived_from = fields.TextList(node, "derived_from");
  const YamlNode* derived = node.Find("derived_from");
  entry.info.independent = derived != nullptr && derived->Is(YamlNode::Kind::kList) && derived->items.empty();
  entry.info.trust = OneOf(node, "trust", fields);
  return entry;
}

// Documents that others name must be in the dossier, and no document can replace or copy itself.
void CheckPaths(const YamlNode& list, const std::vector<absl::string_view>& paths, FieldReader& fields) {
  for (const YamlNode& node : list.items) {
    if (!node.Is(YamlNode::Kind::kMap)) continue;
    const YamlNode* path = node.Find("path");
    for (const char* key : {"supersedes", "derived_from"}) {
      if (node.Find(key) == nullptr || node.Find(key)->Is(YamlNode::Kind::kMap)) continue;
      std::vector<const YamlNode*> named;
      if (node.Find(key)->Is(YamlNode::Kind::kScalar)) named.push_back(node.Find(key));
      for (const YamlNode& item : node.Find(key)->items) named.push_back(&item);
      for (const YamlNode* other : named) {
        if (path != nullptr && other->scalar == path->scalar) {
          fields.Error(other->offset, absl::StrCat("a document cannot stand in its own '", key, "'"));
        } else if (other->Is(YamlNode::Kind::kScalar)) {
          fields.RequireKnown(other->offset, "document", other->scalar, paths);
        }
      }
    }
  }
}

void ReadDocuments(const YamlNode& list, Manifest& manifest, FieldReader& fields) {
  bool has_draft = false;
  for (const YamlNode& node : list.items) {
    if (!fields.IsMap(node, "a document")) continue;
    ManifestEntry entry = ReadEntry(node, fields);
    const bool twice = std::any_of(manifest.documents.begin(), manifest.documents.end(), [&](const ManifestEntry& e) {
      return e.info.path == entry.info.path && !entry.info.path.empty();
    });
    if (twice)
      fields.Error(node.Find("path")->offset, absl::StrCat("the document '", entry.info.path, "' stands here twice"));
    if (entry.info.role == Role::kDraft) {
      if (has_draft) fields.Error(node.Find("role")->offset, "a second draft; a dossier has one");
      has_draft = true;
    }
    if (!twice) manifest.documents.push_back(std::move(entry));
  }
  std::vector<absl::string_view> paths;
  for (const ManifestEntry& entry : manifest.documents) paths.emplace_back(entry.info.path);
  CheckPaths(list, paths, fields);
}

}  // namespace

absl::StatusOr<Manifest> ParseManifest(absl::string_view path, absl::string_view text,
                                       std::vector<Diagnostic>& diagnostics) {
  const size_t before = diagnostics.size();
  Manifest manifest;
  const std::vector<std::shared_ptr<const SourceText>> sources = {
      std::make_shared<const SourceText>(std::string(path), std::string(text))};
  const std::optional<YamlNode> root = ParseYaml(*sources[0], diagnostics);
  FieldReader fields(sources, 0, diagnostics);
  if (root.has_value() && fields.IsMap(*root, "a manifest")) {
    fields.RejectUnknownKeys(*root, kManifestKeys);
    const YamlNode* version = root->Find("version");
    if (version == nullptr || version->scalar != "1") {
      fields.Error(version == nullptr ? root->offset : version->offset, "a manifest begins with 'version: 1'");
    }
    const YamlNode* documents = root->Find("documents");
    if (documents == nullptr) {
      fields.Missing(*root, "documents", "a manifest has no 'documents'");
    } else if (fields.IsList(*documents, "'documents'")) {
      ReadDocuments(*documents, manifest, fields);
      if (manifest.documents.empty()) fields.Error(documents->offset, "'documents' is empty");
    }
  }
  std::stable_sort(diagnostics.begin() + static_cast<std::ptrdiff_t>(before), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
  // What has a path of its own can be read whatever else is wrong, so that one slip of the pen hides no document.
  std::erase_if(manifest.documents, [](const ManifestEntry& entry) { return entry.info.path.empty(); });
  if (diagnostics.size() > before && manifest.documents.empty()) {
    return absl::InvalidArgumentError(absl::StrCat(path, " cannot be used as a manifest"));
  }
  return manifest;
}

}  // namespace crosscheck
