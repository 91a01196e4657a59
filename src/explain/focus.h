#ifndef CROSSCHECK_EXPLAIN_FOCUS_H_
#define CROSSCHECK_EXPLAIN_FOCUS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "claim/analysis.h"
#include "compare/compare_trace.h"
#include "crosscheck/explanation.h"

namespace crosscheck {

// What stands at a place that someone asked about.
struct Focus {
  std::string problem;                               // why there is nothing: "draft.md has 12 lines"; "" otherwise
  uint32_t document = 0;                             // index into Analysis::documents
  std::vector<std::pair<uint32_t, uint32_t>> found;  // document and sentence, as ClaimTrace wants them
  std::vector<uint32_t> boilerplate;                 // indices of segments that nothing reads
  std::vector<Place> places;                         // of the sentences; of one value where a column points into it
};

Focus FindFocus(const Analysis& analysis, const std::vector<DocumentEntry>& entries, const ExplainPlace& place);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXPLAIN_FOCUS_H_
