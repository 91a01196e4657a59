#include "crosscheck/diagnostic.h"

#include "absl/strings/str_cat.h"
#include "base/utf8.h"

namespace crosscheck {

std::string FormatDiagnostic(const Diagnostic& diagnostic) {
  const char* level = diagnostic.level == Diagnostic::Level::kError ? "error" : "warning";
  std::string out = absl::StrCat(diagnostic.path, ":", diagnostic.at.line, ":", diagnostic.at.column, ": ", level, ": ",
                                 diagnostic.message, "\n");
  if (diagnostic.line_text.empty()) return out;
  absl::StrAppend(&out, diagnostic.line_text, "\n");
  size_t at = 0;
  for (int column = 1; column < diagnostic.at.column && at < diagnostic.line_text.size(); ++column) {
    out.push_back(diagnostic.line_text[at] == '\t' ? '\t' : ' ');
    at += static_cast<size_t>(DecodeUtf8(diagnostic.line_text, at).size);
  }
  out.append("^\n");
  return out;
}

}  // namespace crosscheck
