#ifndef CROSSCHECK_DOCUMENT_DOCX_READER_H_
#define CROSSCHECK_DOCUMENT_DOCX_READER_H_

#include <pugixml.hpp>
#include <vector>

#include "absl/status/status.h"
#include "document/docx_parts.h"
#include "document/formats.h"

namespace crosscheck {

// A stretch of the text and the text element of the main part that it was copied from, byte for byte.
struct DocxStretch {
  size_t begin = 0;  // in the text
  size_t size = 0;
  pugi::xml_node run;   // that a comment can be anchored to
  pugi::xml_node text;  // inside `run`; null where the run only refers to the words (a footnote, a text box)
};

// Reads the parts of a document. `stretches`, where it is given, gets those of the whole text, sorted. The text
// elements of `parts` lose white space at their ends that does not count.
absl::StatusOr<ExtractedText> ReadDocxParts(DocxParts& parts, std::vector<DocxStretch>* stretches);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_DOCX_READER_H_
