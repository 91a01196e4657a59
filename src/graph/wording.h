#ifndef CROSSCHECK_GRAPH_WORDING_H_
#define CROSSCHECK_GRAPH_WORDING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/document.h"

namespace crosscheck {

// What of a document's wording can be compared with another's.
struct Wording {
  std::vector<uint64_t> shingles;  // each run of five words of the body, hashed; sorted, each once
  std::vector<uint64_t> quotes;    // each quotation of five words or more, hashed; sorted, each once
  std::string title;               // folded; "" where there is none
  std::string edges;               // the opening and the closing of the text, as written: where credits stand
};

// Words are folded, so that case, typographic marks and line breaks do not count. What stands in quotation marks is
// left out of the shingles: two reporters who were in one room quote the same sentence and copy nothing. A text that is
// mostly quotations is taken whole.
Wording WordingOf(const Document& document);

// How many members two sorted lists share.
size_t CountShared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);

// Whether `words` stand in `text` as whole words, in this case. False for "".
bool HasWords(absl::string_view text, absl::string_view words);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_WORDING_H_
