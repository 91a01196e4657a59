#include "cli/dossier_line.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "base/utf8.h"
#include "cli/civil_day.h"
#include "cli/inputs.h"

namespace crosscheck {

namespace {

namespace dom = simdjson::dom;

absl::Status Wrong(absl::string_view where, absl::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat(where, ": ", what));
}

// The string at `key`; nullopt where it is absent or null; an error where it is something else.
absl::Status ReadString(const dom::element& object, const char* key, absl::string_view where,
                        std::optional<std::string>& out) {
  dom::element element;
  if (object[key].get(element) != simdjson::SUCCESS || element.is_null()) return absl::OkStatus();
  std::string_view text;
  if (element.get(text) != simdjson::SUCCESS) return Wrong(where, absl::StrCat("'", key, "' is no string"));
  out.emplace(text);
  return absl::OkStatus();
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
  if (!status.has_value() || *status == "usable") return absl::OkStatus();
  if (*status != "withdrawn") {
    return Wrong(where, absl::StrCat("unknown status '", *status, "'; known are usable, withdrawn"));
  }
  info.withdrawn = true;
  return absl::OkStatus();
}

absl::Status ReadDocument(const dom::element& object, size_t index, std::vector<DocumentEntry>& documents) {
  const std::string where = absl::StrCat("documents[", index, "]");
  if (!object.is_object()) return Wrong(where, "is no object");
  std::optional<std::string> path, text, role, published, publisher, kind, status;
  const std::pair<const char*, std::optional<std::string>*> fields[] = {
      {"path", &path},           {"text", &text}, {"role", &role},    {"published", &published},
      {"publisher", &publisher}, {"kind", &kind}, {"status", &status}};
  for (const auto& [key, out] : fields) {
    absl::Status read = ReadString(object, key, where, *out);
    if (!read.ok()) return read;
  }
  if (!path.has_value() || path->empty()) return Wrong(where, "'path' is missing");
  if (!text.has_value()) return Wrong(where, "'text' is missing");
  DocumentEntry entry;
  entry.info.path = *path;
  entry.info.publisher = publisher.value_or("");
  entry.info.kind = kind.value_or("");
  for (const absl::Status& set : {SetRole(role, where, entry.info), SetPublished(published, where, entry.info),
                                  SetStatus(status, where, entry.info)}) {
    if (!set.ok()) return set;
  }
  // In a string of JSON a NUL is one character like another, and no sign of a binary file; a space keeps every offset.
  std::replace(text->begin(), text->end(), '\0', ' ');
  ReadEntry(entry, *std::move(text));
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

absl::Status ReadId(const dom::element& root, std::string& id) {
  dom::element element;
  if (root["id"].get(element) != simdjson::SUCCESS || element.is_null()) return absl::OkStatus();
  if (!element.is_string() && !element.is_int64() && !element.is_uint64()) {
    return absl::InvalidArgumentError("'id' is neither a string nor a whole number");
  }
  id = simdjson::minify(element);
  return absl::OkStatus();
}

absl::Status ParseInto(absl::string_view line, DossierLine& dossier) {
  if (const std::optional<size_t> bad = FindInvalidUtf8(line); bad.has_value()) {
    return absl::InvalidArgumentError(absl::StrCat("invalid UTF-8 at byte ", *bad, " of the line"));
  }
  dom::parser parser;
  dom::element root;
  const simdjson::error_code error = parser.parse(line.data(), line.size()).get(root);
  if (error != simdjson::SUCCESS) {
    return absl::InvalidArgumentError(absl::StrCat("no JSON: ", simdjson::error_message(error)));
  }
  if (!root.is_object()) return absl::InvalidArgumentError("no JSON object");
  absl::Status status = ReadId(root, dossier.id);
  if (status.ok()) status = ReadDocuments(root, dossier.documents);
  return status;
}

}  // namespace

DossierLine ParseDossierLine(absl::string_view line) {
  DossierLine dossier;
  dossier.status = ParseInto(line, dossier);
  if (!dossier.status.ok()) dossier.documents.clear();
  return dossier;
}

std::string ErrorLine(absl::string_view id_json, size_t number, absl::string_view message) {
  std::string quoted;
  for (const char c : message) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      absl::StrAppend(&quoted, "\\u00", absl::Hex(static_cast<unsigned char>(c), absl::kZeroPad2));
    } else {
      quoted += c;
    }
  }
  return absl::StrCat("{\"id\":", id_json, ",\"line\":", number, ",\"error\":\"", quoted, "\"}\n");
}

}  // namespace crosscheck
