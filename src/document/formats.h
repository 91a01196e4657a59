#ifndef CROSSCHECK_DOCUMENT_FORMATS_H_
#define CROSSCHECK_DOCUMENT_FORMATS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "crosscheck/document.h"
#include "document/parsed_block.h"
#include "document/zones.h"

namespace crosscheck {

// What a file says of itself; it stands where the manifest says nothing.
struct StatedInfo {
  std::optional<absl::CivilDay> published;
  std::string publisher;
  bool withdrawn = false;
  std::string story_id;  // see DocumentInfo
  int64_t version = 0;
};

// What the reader of a format whose files are not their text makes of one.
struct ExtractedText {
  std::string text;  // UTF-8 without NUL, "\n" at the end of each line; spans of the document count in it
  std::vector<DocumentPlace> places;  // sorted, the first at 0
  std::vector<ParsedBlock> blocks;    // their maps lead into `text`
  int tables = 0;                     // of `blocks`
  Layout layout = Layout::kMarkup;
  std::vector<std::string> notes;  // see Document::notes
  StatedInfo stated;
  std::string id;  // of a story among several of one file
};

// How a format is read: by `parse` (with `layout` and `find_comments`) where the file is its text, else by `extract` or
// `extract_all`.
struct Format {
  absl::string_view ending;  // of the file's name, lower case, with its stop
  void (*parse)(absl::string_view document, TextSpan range, int& tables, std::vector<ParsedBlock>& blocks) = nullptr;
  Layout layout = Layout::kLines;
  void (*find_comments)(absl::string_view document, TextSpan range, std::vector<Comment>& comments) = nullptr;
  // kInvalidArgument, in words that follow the file's name ("is encrypted"), for what is no such file or a broken one.
  // The bytes are as anybody may send them: size and depth of what they unfold to must be bounded.
  absl::StatusOr<ExtractedText> (*extract)(absl::string_view bytes) = nullptr;
  // The same for files that may hold several stories; each has an id then, and they are told apart by it.
  // kUnimplemented for what is no story at all, such as settings in JSON.
  absl::StatusOr<std::vector<ExtractedText>> (*extract_all)(absl::string_view bytes) = nullptr;
  // Whether a text under such a name is one that was taken out of its file before (Document::FromText).
  bool taken_out_is_plain = false;
};

// The format of a file by its first bytes and the ending of its name. kInvalidArgument for an unknown ending.
absl::StatusOr<const Format*> FormatOf(absl::string_view path, absl::string_view bytes);
const Format& PlainTextFormat();

// The endings of all formats, sorted.
const std::vector<absl::string_view>& DocumentEndings();

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_FORMATS_H_
