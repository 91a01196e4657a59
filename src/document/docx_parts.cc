#include "document/docx_parts.h"

#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "document/xml.h"
#include "document/zip_file.h"

namespace crosscheck {

namespace {

constexpr size_t kMostSideParts = 40;  // headers and footers

using Xml = std::unique_ptr<pugi::xml_document>;

// Null where the archive has no such part.
absl::StatusOr<Xml> ReadXml(ZipFile& zip, const std::string& name) {
  absl::StatusOr<std::optional<std::string>> bytes = zip.Read(name);
  if (!bytes.ok()) return bytes.status();
  if (!bytes->has_value()) return Xml();
  return ParseXml(name, **bytes);
}

// The name in the archive of what a part in `folder` ("word/") refers to as `target`.
std::string Resolve(absl::string_view folder, absl::string_view target) {
  if (absl::ConsumePrefix(&target, "/")) return std::string(target);
  while (absl::ConsumePrefix(&target, "../")) {
    folder = folder.substr(0, folder.empty() ? 0 : folder.size() - 1);
    const size_t slash = folder.rfind('/');
    folder = slash == absl::string_view::npos ? "" : folder.substr(0, slash + 1);
  }
  return absl::StrCat(folder, target);
}

std::string FolderOfPart(absl::string_view part) {
  const size_t slash = part.rfind('/');
  return slash == absl::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

struct Relation {
  std::string kind;  // the last part of its type: "styles"
  std::string part;
};

absl::StatusOr<std::vector<Relation>> ReadRelations(ZipFile& zip, absl::string_view part) {
  const absl::StatusOr<Xml> xml = ReadXml(zip, RelationsOf(part));
  if (!xml.ok()) return xml.status();
  std::vector<Relation> out;
  if (*xml == nullptr) return out;
  for (const pugi::xml_node node : (*xml)->document_element().children()) {
    if (absl::string_view(node.attribute("TargetMode").value()) == "External") continue;
    const absl::string_view type = node.attribute("Type").value();
    out.push_back(
        {std::string(type.substr(type.rfind('/') + 1)), Resolve(FolderOfPart(part), node.attribute("Target").value())});
  }
  return out;
}

absl::Status ReadSideParts(ZipFile& zip, const std::vector<Relation>& relations, DocxParts& parts) {
  for (const Relation& relation : relations) {
    Xml* single = relation.kind == "styles"      ? &parts.styles
                  : relation.kind == "footnotes" ? &parts.footnotes
                  : relation.kind == "endnotes"  ? &parts.endnotes
                                                 : nullptr;
    std::vector<Xml>* many = relation.kind == "header"   ? &parts.headers
                             : relation.kind == "footer" ? &parts.footers
                                                         : nullptr;
    parts.names.emplace(relation.kind, relation.part);
    if ((single == nullptr || *single != nullptr) && (many == nullptr || many->size() >= kMostSideParts)) continue;
    absl::StatusOr<Xml> xml = ReadXml(zip, relation.part);
    if (!xml.ok()) return xml.status();
    if (*xml == nullptr) continue;
    single != nullptr ? void(*single = *std::move(xml)) : many->push_back(*std::move(xml));
  }
  return absl::OkStatus();
}

}  // namespace

std::string RelationsOf(absl::string_view part) {
  const std::string folder = FolderOfPart(part);
  return absl::StrCat(folder, "_rels/", part.substr(folder.size()), ".rels");
}

absl::StatusOr<Xml> ParseXml(absl::string_view name, absl::string_view xml) {
  auto document = std::make_unique<pugi::xml_document>();
  constexpr unsigned kEveryByte = (pugi::parse_full | pugi::parse_ws_pcdata) & ~pugi::parse_eol;
  const pugi::xml_parse_result parsed = document->load_buffer(xml.data(), xml.size(), kEveryByte);
  if (!parsed) {
    return absl::InvalidArgumentError(
        absl::StrCat("has a part '", name, "' that is no XML (", parsed.description(), ", byte ", parsed.offset, ")"));
  }
  return document;
}

absl::StatusOr<DocxParts> OpenDocx(absl::string_view bytes) {
  if (absl::StartsWith(bytes, "\xD0\xCF\x11\xE0")) {
    return absl::InvalidArgumentError(
        "is encrypted, or a Word file of the old kind (.doc): save it as .docx without a password");
  }
  absl::StatusOr<ZipFile> zip = ZipFile::Open(bytes);
  if (!zip.ok()) return absl::InvalidArgumentError(absl::StrCat("is no Word document: ", zip.status().message()));
  DocxParts parts;
  parts.main_name = "word/document.xml";
  const absl::StatusOr<std::vector<Relation>> roots = ReadRelations(*zip, "");
  if (!roots.ok()) return roots.status();
  for (const Relation& root : *roots) {
    if (root.kind == "officeDocument") parts.main_name = root.part;
  }
  absl::StatusOr<Xml> main = ReadXml(*zip, parts.main_name);
  if (!main.ok()) return main.status();
  if (*main == nullptr) {
    return absl::InvalidArgumentError(absl::StrCat("is no Word document: it has no part '", parts.main_name, "'"));
  }
  const pugi::xml_node root = (*main)->document_element();
  if (LocalName(root) != "document") {
    return absl::InvalidArgumentError(absl::StrCat("is no Word document: its main part is a '", LocalName(root), "'"));
  }
  parts.prefix = std::string(absl::StripSuffix(root.name(), LocalName(root)));
  parts.main = *std::move(main);
  const absl::StatusOr<std::vector<Relation>> relations = ReadRelations(*zip, parts.main_name);
  if (!relations.ok()) return relations.status();
  if (const absl::Status status = ReadSideParts(*zip, *relations, parts); !status.ok()) return status;
  return parts;
}

}  // namespace crosscheck
