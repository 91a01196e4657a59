#include "document/docx.h"

#include "document/docx_parts.h"
#include "document/docx_reader.h"

namespace crosscheck {

absl::StatusOr<ExtractedText> ReadDocx(absl::string_view bytes) {
  absl::StatusOr<DocxParts> parts = OpenDocx(bytes);
  if (!parts.ok()) return parts.status();
  return ReadDocxParts(*parts, nullptr);
}

}  // namespace crosscheck
