#include "cli/check_run.h"

#include <algorithm>
#include <optional>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "cli/civil_day.h"
#include "cli/dossier_line.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/line_command.h"
#include "cli/line_pipe.h"
#include "cli/outputs.h"
#include "cli/rule_options.h"
#include "report/report_format.h"

namespace crosscheck {

namespace {

std::optional<Severity> FailFrom(const std::string& fail_on) {
  if (fail_on == "never") return std::nullopt;
  if (fail_on == "error") return Severity::kError;
  return fail_on == "warning" ? Severity::kWarning : Severity::kNote;
}

int FindingsCode(const Report& report, const std::string& fail_on) {
  const std::optional<Severity> from = FailFrom(fail_on);
  if (!from.has_value()) return kExitClean;
  const bool found = std::any_of(report.findings.begin(), report.findings.end(),
                                 [&from](const Finding& finding) { return finding.severity >= *from; });
  return found ? kExitFindings : kExitClean;
}

int UsageError(const CliStreams& streams, absl::string_view message) {
  streams.err << "crosscheck: error: " << message << "\n";
  return kExitUsage;
}

// One dossier a line in, one report a line out. A line that cannot be read makes an error line, and the rest goes on.
LineResult CheckLine(const Checker& checker, const CheckOptions& options, size_t number, const std::string& line) {
  LineResult result;
  DossierLine dossier;
  try {
    dossier = ParseDossierLine(line);
    if (!dossier.status.ok()) return FailedLine(dossier.id, number, dossier.status.message());
    for (const DocumentEntry& entry : dossier.documents) {
      if (entry.status != "unread") continue;
      absl::StrAppend(&result.complaint, "line ", number, ": ", entry.info.path, ": error: ", entry.why, "\n");
      result.exit_code = kExitUnread;
    }
    const Report report =
        options.compare ? checker.Check(std::move(dossier.documents)) : checker.Extract(std::move(dossier.documents));
    ReportOptions report_options;
    report_options.show_from = options.outputs.ShowFrom();
    report_options.id_json = dossier.id;
    WriteJsonLine(report, report_options, result.text);
    result.exit_code = Gravest(result.exit_code, FindingsCode(report, options.fail_on));
  } catch (const std::exception& error) {
    result = FailedLine(dossier.id, number, absl::StrCat("internal error: ", error.what()));
    result.exit_code = kExitInternal;
  }
  return result;
}

int CheckLines(const CheckOptions& options, const Checker& checker, const std::string& output,
               const CliStreams& streams) {
  return PipeFile(options.lines, output, options.inputs.threads, streams,
                  [&checker, &options](size_t number, const std::string& line) {
                    return CheckLine(checker, options, number, line);
                  });
}

int CheckPaths(const CheckOptions& options, const Checker& checker, const std::vector<Output>& outputs,
               const CliStreams& streams) {
  Inputs inputs = ReadInputs(options.inputs, streams.err);
  const Report report =
      options.compare ? checker.Check(std::move(inputs.documents)) : checker.Extract(std::move(inputs.documents));
  ReportOptions report_options;
  report_options.show_from = options.outputs.ShowFrom();
  report_options.fail_from = FailFrom(options.fail_on);
  report_options.rules = &checker.rules();
  const int written = WriteOutputs(outputs, report, report_options, streams);
  return Gravest(Gravest(inputs.exit_code, written), FindingsCode(report, options.fail_on));
}

}  // namespace

CheckOptions::CheckOptions() { inputs.threads = EveryCore(); }

void CheckOptions::DeclareShared(CLI::App& command, absl::Span<const ReportFormat> formats) {
  command.add_option("PATH", inputs.paths, "Documents, folders, or a dossier.yaml that lists documents");
  rules.Declare(command);
  outputs.Declare(command, formats);
  command.add_option("--jsonl", lines, "Read a dossier a line from FILE, or from the standard input")
      ->type_name("FILE|-");
  command.add_option("-j,--threads", inputs.threads, "Threads to use; by default one a core")
      ->check(CLI::Range(1, kMostThreads))
      ->type_name("N");
}

int RunCheck(const CheckOptions& options, absl::Span<const ReportFormat> formats, const CliStreams& streams) {
  if (!options.today.empty() && !ParseDay(options.today).has_value()) {
    return UsageError(streams, absl::StrCat("--today: no day such as 2025-07-15: '", options.today, "'"));
  }
  const bool by_lines = !options.lines.empty();
  if (by_lines != options.inputs.paths.empty() || (by_lines && !options.inputs.draft.empty())) {
    return UsageError(streams, by_lines ? "--jsonl takes neither PATH nor --draft: every line names its documents"
                                        : "no PATH to check: give documents, a folder or a dossier.yaml, or --jsonl");
  }
  const absl::StatusOr<std::vector<Output>> outputs =
      PlanOutputs(options.outputs, formats, by_lines ? "jsonl" : "text");
  if (!outputs.ok()) return UsageError(streams, outputs.status().message());
  if (by_lines && (outputs->size() != 1 || outputs->front().format->name != "jsonl")) {
    return UsageError(streams, "--jsonl writes --format jsonl only");
  }
  const LoadedChecker loaded = LoadChecker(options.rules, streams.err);
  if (!loaded.checker.has_value()) return loaded.exit_code;
  const int code = by_lines ? CheckLines(options, *loaded.checker, outputs->front().file, streams)
                            : CheckPaths(options, *loaded.checker, *outputs, streams);
  return Gravest(code, loaded.exit_code);
}

}  // namespace crosscheck
