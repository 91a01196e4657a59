#ifndef CROSSCHECK_REPORT_PRINTABLE_H_
#define CROSSCHECK_REPORT_PRINTABLE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "crosscheck/report.h"

namespace crosscheck {

// `text` as it may reach a terminal: control characters of an article, which could move its cursor or rewrite what is
// printed, become spaces; marks that reorder text are dropped; bytes that are no UTF-8 become U+FFFD.
std::string Printable(absl::string_view text);

// "draft.md:3:17" or "draft.docx, paragraph 3, character 17" of a claim; the document alone where it was not read.
std::string PlaceOf(const Report& report, const Claim& claim);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_PRINTABLE_H_
