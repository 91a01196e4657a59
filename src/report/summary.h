#ifndef CROSSCHECK_REPORT_SUMMARY_H_
#define CROSSCHECK_REPORT_SUMMARY_H_

#include <cstddef>
#include <map>

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

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_SUMMARY_H_
