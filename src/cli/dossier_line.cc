#include "cli/dossier_line.h"

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "cli/civil_day.h"
#include "cli/inputs.h"
#include "cli/json_line.h"

namespace crosscheck {

namespace {

namespace dom = simdjson::dom;

absl::Status Wrong(absl::string_view where, absl::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat(where, ": ", what));
}

absl::Status SetRole(const std::optional<std::string>& role, absl::string_view where, DocumentInfo& info) {
  if (!role.has_value() || *role == "source") return absl::OkStatus();
  if (*role != "draft") return Wrong(where, absl::StrCat("unknown role '", *role, "'; known are draft, source"));
  info.role = Role::kDraft;
  return absl::OkStatus();
}

absl::Status SetPublished(const std::optional<std::string>& published, absl::string_view where, DocumentInfo& info) {
  if (!published.has_value() || published->empty()) return absl::OkStatus();
  info.published = ParseDay(*published);
  if (info.published.has_value()) return absl::OkStatus();
  return Wrong(where, absl::StrCat("'published' is no day such as 2025-07-15: '", *published, "'"));
}

absl::Status SetStatus(const std::optional<std::string>& status, absl::string_view where, DocumentInfo& info) {
  info.usable = status.has_value() && *status == "usable";
  if (!status.has_value() || info.usable) return absl::OkStatus();
  if (*status != "withdrawn") {
    return Wrong(where, absl::StrCat("unknown status '", *status, "'; known are usable, withdrawn"));
  }
  info.withdrawn = true;
  return absl::OkStatus();
}

absl::Status SetTrust(const std::optional<std::string>& trust, absl::string_view where, DocumentInfo& info) {
  if (!trust.has_value()) return absl::OkStatus();
  if (*trust != "high" && *trust != "medium" && *trust != "low") {
    return Wrong(where, absl::StrCat("unknown trust '", *trust, "'; known are high, medium, low"));
  }
  info.trust = *trust;
  return absl::OkStatus();
}

// A list of paths of other documents of the dossier, or nothing.
absl::Status ReadPaths(const dom::element& object, const char* key, absl::string_view where,
                       std::vector<std::string>& paths) {
  dom::element element;
  if (object[key].get(element) != simdjson::SUCCESS || element.is_null()) return absl::OkStatus();
  dom::array array;
  if (element.get(array) != simdjson::SUCCESS) return Wrong(where, absl::StrCat("'", key, "' is no list of paths"));
  for (const dom::element one : array) {
    std::string_view text;
    if (one.get(text) != simdjson::SUCCESS) return Wrong(where, absl::StrCat("'", key, "' is no list of paths"));
    paths.emplace_back(text);
  }
  return absl::OkStatus();
}

absl::Status ReadDocument(const dom::element& object, size_t index, std::vector<DocumentEntry>& documents) {
  const std::string where = absl::StrCat("documents[", index, "]");
  if (!object.is_object()) return Wrong(where, "is no object");
  std::optional<std::string> path, text, role, published, publisher, kind, status, trust;
  const std::pair<const char*, std::optional<std::string>*> fields[] = {
      {"path", &path},           {"text", &text}, {"role", &role},     {"published", &published},
      {"publisher", &publisher}, {"kind", &kind}, {"status", &status}, {"trust", &trust}};
  for (const auto& [key, out] : fields) {
    absl::Status read = ReadJsonString(object, key, where, *out);
    if (!read.ok()) return read;
  }
  if (!path.has_value() || path->empty()) return Wrong(where, "'path' is missing");
  if (!text.has_value()) return Wrong(where, "'text' is missing");
  DocumentEntry entry;
  entry.info.path = *path;
  entry.info.publisher = publisher.value_or("");
  entry.info.kind = kind.value_or("");
  for (const absl::Status& set : {SetRole(role, where, entry.info), SetPublished(published, where, entry.info),
                                  SetStatus(status, where, entry.info), SetTrust(trust, where, entry.info),
                                  ReadPaths(object, "supersedes", where, entry.info.supersedes),
                                  ReadPaths(object, "derived_from", where, entry.info.derived_from)}) {
    if (!set.ok()) return set;
  }
  dom::array derived;
  entry.info.independent = object["derived_from"].get(derived) == simdjson::SUCCESS && derived.size() == 0;
  // In a string of JSON a NUL is one character like another, and no sign of a binary file; a space keeps every offset.
  std::replace(text->begin(), text->end(), '\0', ' ');
  SetDocument(entry, Document::FromText(entry.info, *std::move(text)));
  documents.push_back(std::move(entry));
  return absl::OkStatus();
}

absl::Status ReadDocuments(const dom::element& root, std::vector<DocumentEntry>& documents) {
  dom::array array;
  if (root["documents"].get(array) != simdjson::SUCCESS) {
    return absl::InvalidArgumentError("'documents' is missing or no list");
  }
  size_t index = 0;
  for (const dom::element element : array) {
    absl::Status status = ReadDocument(element, index++, documents);
    if (!status.ok()) return status;
  }
  if (documents.empty()) return absl::InvalidArgumentError("'documents' is empty");
  return absl::OkStatus();
}

absl::Status ParseInto(absl::string_view line, DossierLine& dossier) {
  JsonLine json;
  absl::Status status = ParseJsonLine(line, json);
  dossier.id = json.id;
  if (status.ok()) status = ReadDocuments(json.root, dossier.documents);
  return status;
}

}  // namespace

DossierLine ParseDossierLine(absl::string_view line) {
  DossierLine dossier;
  dossier.status = ParseInto(line, dossier);
  if (!dossier.status.ok()) dossier.documents.clear();
  return dossier;
}

}  // namespace crosscheck
