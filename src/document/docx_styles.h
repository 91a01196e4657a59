#ifndef CROSSCHECK_DOCUMENT_DOCX_STYLES_H_
#define CROSSCHECK_DOCUMENT_DOCX_STYLES_H_

#include <map>
#include <pugixml.hpp>
#include <string>

#include "absl/strings/string_view.h"
#include "crosscheck/document.h"

namespace crosscheck {

// What a style says of the text that stands in it.
struct DocxStyle {
  Zone zone = Zone::kParagraph;
  bool settled = false;  // a person chose a style that says what it is
  bool bold = false;
  bool hidden = false;
};

// Whether a switch such as <w:b/> stands in `properties` and is on.
bool IsOn(pugi::xml_node properties, const std::string& name);

// The styles of a document by id; names are those of Word in English, which files have in every language.
std::map<std::string, DocxStyle> ReadDocxStyles(pugi::xml_node root, const std::string& prefix);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_DOCX_STYLES_H_
