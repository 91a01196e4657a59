#ifndef CROSSCHECK_REPORT_DIAGNOSTICS_REPORT_H_
#define CROSSCHECK_REPORT_DIAGNOSTICS_REPORT_H_

#include <string>
#include <vector>

#include "crosscheck/diagnostic.h"

namespace crosscheck {

// {"diagnostics": [{"path", "line", "column", "level", "message"}, …], "errors": 2, "warnings": 1} and a newline.
std::string DiagnosticsJson(const std::vector<Diagnostic>& diagnostics);

// The same as SARIF 2.1.0 with one run, for the tools that show mistakes in the lines of a file; and a newline.
std::string DiagnosticsSarif(const std::vector<Diagnostic>& diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_DIAGNOSTICS_REPORT_H_
