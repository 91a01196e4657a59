#ifndef CROSSCHECK_TESTS_UNIT_DOCUMENT_OFFICE_FILES_H_
#define CROSSCHECK_TESTS_UNIT_DOCUMENT_OFFICE_FILES_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace crosscheck {

// A zip archive of these entries; encrypted with a password where `encrypted`.
std::string MakeZip(const std::map<std::string, std::string>& entries, bool encrypted = false);

// A .docx whose body is this XML (elements have the prefix "w:"), with other parts by name: "styles", "footnotes",
// "header1", each of them the inside of its root element.
std::string MakeDocx(absl::string_view body, const std::map<std::string, std::string>& parts = {});
// A paragraph of one run.
std::string ParagraphXml(absl::string_view text, absl::string_view properties = "");

// A line of a PDF page: where it begins (points from the lower left corner), its size and its words.
struct PdfWords {
  int x = 72, y = 700, size = 12;
  std::string words;
};
// `encrypted`: says that it opens with a password, and which one nobody knows.
std::string MakePdf(const std::vector<std::vector<PdfWords>>& pages, bool encrypted = false);

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_UNIT_DOCUMENT_OFFICE_FILES_H_
