#ifndef CROSSCHECK_CLI_JSON_LINE_H_
#define CROSSCHECK_CLI_JSON_LINE_H_

#include <simdjson.h>

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

// A line of `--jsonl` as read: an object with an "id". Elements live as long as it does.
struct JsonLine {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  std::string id = "null";  // as JSON: a string with its quotes, a whole number, or null
};

// kInvalidArgument for a line that is no JSON object, is no UTF-8, or whose id is something else. The id is set
// wherever it could be read.
absl::Status ParseJsonLine(absl::string_view line, JsonLine& out);

// The string at `key`; unchanged where it is absent or null. kInvalidArgument, beginning with `where`, where it is
// something else.
absl::Status ReadJsonString(const simdjson::dom::element& object, const char* key, absl::string_view where,
                            std::optional<std::string>& out);

// `{"id":…,"line":…,"error":"…"}` and a newline, for a line that makes no answer.
std::string ErrorLine(absl::string_view id_json, size_t number, absl::string_view message);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_JSON_LINE_H_
