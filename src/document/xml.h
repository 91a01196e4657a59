#ifndef CROSSCHECK_DOCUMENT_XML_H_
#define CROSSCHECK_DOCUMENT_XML_H_

#include <pugixml.hpp>

#include "absl/strings/string_view.h"

namespace crosscheck {

// The name of an element without its prefix: "p" of "w:p". A view into the tree.
inline absl::string_view LocalName(pugi::xml_node node) {
  const absl::string_view name = node.name();
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_XML_H_
