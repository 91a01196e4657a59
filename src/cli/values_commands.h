#ifndef CROSSCHECK_CLI_VALUES_COMMANDS_H_
#define CROSSCHECK_CLI_VALUES_COMMANDS_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

// The lines of `mentions --jsonl` and `compare --jsonl`: one line in, one line out with its newline, pure functions.
// kInvalidArgument for a line that cannot be read; `id` is set to its id as JSON wherever there is one.

// {"id", "text", "published"?} → {"id", "mentions": [{"kind", "begin", "end", "stated": {"low", "high"}, "unit",
// "mod"}]} begin and end are bytes of `text`, half-open; `stated` is as written (docs/report-schema.json, bounds).
absl::StatusOr<std::string> AnswerMentionsLine(absl::string_view line, std::string& id);

// {"id", "a", "b", "published"?}, two value phrases → {"id", "relation", "reason"}: the first value of each is
// compared.
absl::StatusOr<std::string> AnswerCompareLine(absl::string_view line, std::string& id);

// What `compare A B` says: "contradictory: …".
std::string CompareInWords(absl::string_view a, absl::string_view b);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_VALUES_COMMANDS_H_
