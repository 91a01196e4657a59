#ifndef CROSSCHECK_REPORT_SUMMARY_H_
#define CROSSCHECK_REPORT_SUMMARY_H_

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "crosscheck/report.h"

namespace crosscheck {

// What Finding::state can be, in the order in which reports name them.
inline constexpr const char* kFindingStates[] = {"new", "known", "waived", "expired"};

// The counts that every format gives. Findings are counted whether or not they are shown.
struct Summary {
  size_t claims = 0;  // of the draft; of all documents where none is a draft
  bool has_draft = false;
  std::map<Verdict, size_t> verdicts;
  std::map<Severity, size_t> findings;
  // By Finding::state, in the order of kFindingStates: how many of those findings there are.
  std::vector<std::pair<const char*, size_t>> states;
  std::map<Severity, size_t> remarks;
  size_t unread = 0;
};
Summary Summarize(const Report& report);

// "1 error", "2 errors", "0 errors".
std::string CountWords(size_t count, absl::string_view noun);

// The report in one line: "41 claims: 33 agreed, 2 contradicted, 6 unsupported; 1 error, 1 warning; 1 source not read".
// What there is none of is left out; where there is no draft, documents are counted in the place of claims.
std::string VerdictLine(const Report& report);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_SUMMARY_H_
