#ifndef CROSSCHECK_DOCUMENT_DOCX_PARTS_H_
#define CROSSCHECK_DOCUMENT_DOCX_PARTS_H_

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

// The parts of a .docx as XML. Names of elements are those of the document: all of WordprocessingML has `prefix`.
struct DocxParts {
  std::string main_name;  // "word/document.xml"
  std::string prefix;     // "w:"
  std::unique_ptr<pugi::xml_document> main;
  std::unique_ptr<pugi::xml_document> styles, footnotes, endnotes;  // null where there is none
  std::vector<std::unique_ptr<pugi::xml_document>> headers, footers;
  std::map<std::string, std::string> names;  // of the parts that the main one refers to, by kind: "comments"
};

// kInvalidArgument for what is no Word document, an encrypted or broken one, and one that unfolds to too much.
absl::StatusOr<DocxParts> OpenDocx(absl::string_view bytes);

// The part that describes what `part` refers to: "word/_rels/document.xml.rels".
std::string RelationsOf(absl::string_view part);

// XML with every byte of text kept, so that it can be written again.
absl::StatusOr<std::unique_ptr<pugi::xml_document>> ParseXml(absl::string_view name, absl::string_view xml);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_DOCX_PARTS_H_
