#ifndef CROSSCHECK_DIAGNOSTIC_H_
#define CROSSCHECK_DIAGNOSTIC_H_

#include <string>

#include "crosscheck/text_span.h"

namespace crosscheck {

// What is wrong with something that a person wrote (a rule, a manifest, a waiver), and where.
// Not for articles: what is odd about those is a Finding.
struct Diagnostic {
  enum class Level { kError, kWarning };

  Level level = Level::kError;
  std::string path;       // as the person named it
  LineColumn at;          // 1-based
  std::string message;    // lower case, no full stop; the person's own words in '…'
  std::string line_text;  // the line that `at` points into, without its newline; may be empty
};

// "path:line:column: error: message", then the line, then a caret under the column; each line ends in '\n'.
// The last two are left out where `line_text` is empty. Tabs of the line are kept before the caret.
std::string FormatDiagnostic(const Diagnostic& diagnostic);

}  // namespace crosscheck

#endif  // CROSSCHECK_DIAGNOSTIC_H_
