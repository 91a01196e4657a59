#ifndef CROSSCHECK_REPORT_SUMMARY_H_
#define CROSSCHECK_REPORT_SUMMARY_H_

#include <cstddef>
#include <map>
#include <string>

#include "crosscheck/report.h"

namespace crosscheck {

// The counts that every format gives. Findings are counted whether or not they are shown.
struct Summary {
  size_t claims = 0;  // of the draft; of all documents where none is a draft
  bool has_draft = false;
  std::map<Verdict, size_t> verdicts;
  std::map<Severity, size_t> findings;
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
