#include "cli/json_line.h"

#include "absl/strings/str_cat.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

namespace dom = simdjson::dom;

absl::Status ReadId(const dom::element& root, std::string& id) {
  dom::element element;
  if (root["id"].get(element) != simdjson::SUCCESS || element.is_null()) return absl::OkStatus();
  if (!element.is_string() && !element.is_int64() && !element.is_uint64()) {
    return absl::InvalidArgumentError("'id' is neither a string nor a whole number");
  }
  id = simdjson::minify(element);
  return absl::OkStatus();
}

}  // namespace

absl::Status ParseJsonLine(absl::string_view line, JsonLine& out) {
  if (const std::optional<size_t> bad = FindInvalidUtf8(line); bad.has_value()) {
    return absl::InvalidArgumentError(absl::StrCat("invalid UTF-8 at byte ", *bad, " of the line"));
  }
  const simdjson::error_code error = out.parser.parse(line.data(), line.size()).get(out.root);
  if (error != simdjson::SUCCESS) {
    return absl::InvalidArgumentError(absl::StrCat("no JSON: ", simdjson::error_message(error)));
  }
  if (!out.root.is_object()) return absl::InvalidArgumentError("no JSON object");
  return ReadId(out.root, out.id);
}

absl::Status ReadJsonString(const dom::element& object, const char* key, absl::string_view where,
                            std::optional<std::string>& out) {
  dom::element element;
  if (object[key].get(element) != simdjson::SUCCESS || element.is_null()) return absl::OkStatus();
  std::string_view text;
  if (element.get(text) != simdjson::SUCCESS) {
    return absl::InvalidArgumentError(absl::StrCat(where, where.empty() ? "" : ": ", "'", key, "' is no string"));
  }
  out.emplace(text);
  return absl::OkStatus();
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
