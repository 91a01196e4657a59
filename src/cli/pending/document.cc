#include "crosscheck/document.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "base/line_index.h"
#include "base/sha256.h"
#include "base/utf8.h"

namespace crosscheck {

absl::StatusOr<Document> Document::FromText(DocumentInfo info, std::string text) {
  if (text.find('\0') != std::string::npos) return absl::InvalidArgumentError("binary");
  if (const auto bad = FindInvalidUtf8(text)) {
    return absl::InvalidArgumentError(absl::StrCat("invalid UTF-8 at byte ", *bad));
  }
  if (absl::StripAsciiWhitespace(text).empty()) return absl::InvalidArgumentError("is empty");
  Document document;
  document.info_ = std::move(info);
  document.text_ = std::move(text);
  document.sha256_ = Sha256Hex(document.text_);
  document.line_starts_ = LineStarts(document.text_);
  return document;
}

LineColumn Document::Locate(size_t offset) const { return LocateIn(text_, line_starts_, offset); }

}  // namespace crosscheck
