#ifndef CROSSCHECK_CLI_CHECK_RUN_H_
#define CROSSCHECK_CLI_CHECK_RUN_H_

#include <CLI/App.hpp>
#include <string>

#include "absl/types/span.h"
#include "cli/inputs.h"
#include "cli/outputs.h"
#include "cli/rule_options.h"
#include "cli/run_cli.h"
#include "report/report_format.h"

namespace crosscheck {

// What `check` and `claims` have in common.
struct CheckOptions {
  CheckOptions();  // as many threads as cores

  InputOptions inputs;
  RuleOptions rules;
  OutputOptions outputs;
  std::string lines;  // --jsonl: a file, or "-"; "" = none
  std::string fail_on = "error";
  std::string today;
  bool compare = true;  // false: `claims`, which only extracts

  // The options that both commands take; each declares its own beside them.
  void DeclareShared(CLI::App& command, absl::Span<const ReportFormat> formats);
};

// Reads rules and documents, checks them, writes the report; returns the exit code.
int RunCheck(const CheckOptions& options, absl::Span<const ReportFormat> formats, const CliStreams& streams);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_CHECK_RUN_H_
