#ifndef CROSSCHECK_CLI_OUTPUTS_H_
#define CROSSCHECK_CLI_OUTPUTS_H_

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "cli/run_cli.h"
#include "crosscheck/report.h"
#include "report/report_format.h"

namespace crosscheck {

// Where the report goes and how: --format NAME or NAME=FILE (several times), -o FILE, --show.
struct OutputOptions {
  std::vector<std::string> formats;
  std::string file;  // of the one format that names no file; "" or "-" = standard output
  std::string show;  // "error", "warning" or "note"; "" = note

  void Declare(CLI::App& command, absl::Span<const ReportFormat> known);
  Severity ShowFrom() const;
};

struct Output {
  const ReportFormat* format = nullptr;
  std::string file;  // "" = standard output
};

// The outputs that the options ask for among the formats known; `fallback` names the format where none is given.
// kInvalidArgument for an unknown format and for two formats in one place.
absl::StatusOr<std::vector<Output>> PlanOutputs(const OutputOptions& options, absl::Span<const ReportFormat> known,
                                                absl::string_view fallback);

// Writes the report everywhere it should go; returns kExitClean, or the code for what could not be written.
int WriteOutputs(const std::vector<Output>& outputs, const Report& report, ReportOptions report_options,
                 const CliStreams& streams);

// Writes bytes to `file`, or to the standard output for ""; returns as WriteOutputs.
int WriteBytes(const std::string& file, absl::string_view bytes, const CliStreams& streams);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_OUTPUTS_H_
