#ifndef CROSSCHECK_REPORT_EXPLANATION_REPORT_H_
#define CROSSCHECK_REPORT_EXPLANATION_REPORT_H_

#include <string>

#include "crosscheck/explanation.h"

namespace crosscheck {

struct ExplanationOptions {
  bool all = false;  // else of rules that nearly matched, and of pairs, only those that came furthest
};

// An explanation for people. Ends in a newline.
void WriteExplanationText(const Explanation& explanation, const ExplanationOptions& options, std::string& out);

// All of it for programs: docs/explain.md has the keys.
void WriteExplanationJson(const Explanation& explanation, std::string& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_EXPLANATION_REPORT_H_
