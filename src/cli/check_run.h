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

// What decides which findings may stand, beside the rules.
struct GateOptions {
  std::string config;        // --config: a file; "" = the nearest .crosscheck.yaml
  bool no_config = false;    // --no-config
  std::string baseline;      // a file; "" = none
  std::string waivers;       // a file; "" = crosscheck-waivers.yaml beside the draft, where there is one
  std::string reviews;       // a file; "" = crosscheck-reviews.yaml beside the draft, where there is one
  bool no_comments = false;  // --no-comment-waivers
  std::string owner;         // of waivers in comments that name nobody
  std::string since;         // --since: a revision of git; "" = check all
  std::string progress;      // --progress: an earlier JSON report; "" = none
};

// What `check` and `claims` have in common.
struct CheckOptions {
  CheckOptions();  // as many threads as cores

  InputOptions inputs;
  RuleOptions rules;
  OutputOptions outputs;
  GateOptions gate;
  std::string lines;    // --jsonl: a file, or "-"; "" = none
  std::string fail_on;  // "error", "warning", "note", "never"; "" = what the configuration says, else "error"
  std::string today;
  std::string comments;  // --comments: where the copy of the draft goes; "" = none
  bool compare = true;   // false: `claims`, which only extracts

  // PATH, --rules, --config, -j: what every command takes that reads documents and rules.
  void DeclareInputs(CLI::App& command);
  // --draft, --waivers, --reviews, --baseline, --today: what every command takes that looks at findings.
  void DeclareGate(CLI::App& command);
  // DeclareInputs, the formats and --jsonl: what `check` and `claims` take.
  void DeclareShared(CLI::App& command, absl::Span<const ReportFormat> formats);
};

// Reads rules and documents, checks them, writes the report; returns the exit code.
int RunCheck(CheckOptions options, absl::Span<const ReportFormat> formats, const CliStreams& streams);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_CHECK_RUN_H_
