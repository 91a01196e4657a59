#include "cli/check_run.h"

#include <algorithm>
#include <optional>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "cli/check_paths.h"
#include "cli/comment_file.h"
#include "cli/dossier_line.h"
#include "cli/draft_progress.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/gate.h"
#include "cli/inputs.h"
#include "cli/line_command.h"
#include "cli/line_pipe.h"
#include "cli/outputs.h"
#include "cli/rule_options.h"
#include "cli/settings.h"
#include "cli/watch.h"
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
  const bool found = std::any_of(report.findings.begin(), report.findings.end(), [&from](const Finding& finding) {
    return (finding.state == "new" || finding.state == "expired") && finding.severity >= *from;
  });
  // How a file was read is no fault of it: nobody could mend a mail that has an attachment.
  const bool remarked = std::any_of(report.remarks.begin(), report.remarks.end(), [&from](const Remark& remark) {
    return remark.severity >= *from && remark.kind != "reading";
  });
  return found || remarked ? kExitFindings : kExitClean;
}

int UsageError(const CliStreams& streams, absl::string_view message) {
  streams.err << "crosscheck: error: " << message << "\n";
  return kExitUsage;
}

// One dossier a line in, one report a line out. A line that cannot be read makes an error line, and the rest goes on.
LineResult CheckLine(const Checker& checker, const Settings& settings, size_t number, const std::string& line) {
  const CheckOptions& options = settings.options;
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
    const Report report = options.compare ? checker.Check(std::move(dossier.documents), settings.ForChecker(nullptr))
                                          : checker.Extract(std::move(dossier.documents));
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

int CheckLines(const Settings& settings, const std::string& output, const CliStreams& streams) {
  const LoadedChecker loaded = LoadChecker(settings.options.rules, streams.err);
  if (!loaded.checker.has_value()) return loaded.exit_code;
  const int names = loaded.exit_code == kExitClean ? CheckRuleNames(settings, *loaded.rules, streams.err) : kExitClean;
  const int code = PipeFile(settings.options.lines, output, settings.options.inputs.threads, streams,
                            [&checker = *loaded.checker, &settings](size_t number, const std::string& line) {
                              return CheckLine(checker, settings, number, line);
                            });
  return Gravest(Gravest(code, names), loaded.exit_code);
}

int SayProgress(const absl::StatusOr<std::string>& earlier, const Report& report, const CliStreams& streams) {
  const absl::StatusOr<std::string> said = earlier.ok() ? ProgressSince(*earlier, report) : earlier;
  if (!said.ok()) return UsageError(streams, absl::StrCat("--progress: ", said.status().message()));
  streams.err << *said;
  return kExitClean;
}

int CheckPaths(const Settings& settings, const std::vector<Output>& outputs, const CliStreams& streams) {
  const KeepOnInterrupt keep(streams.interrupt);
  // Before anything is written: the new report may take the place of the earlier one.
  std::optional<absl::StatusOr<std::string>> earlier;
  if (!settings.options.gate.progress.empty()) earlier = ReadFile(settings.options.gate.progress);
  Checked checked = CheckAll(settings, streams);
  if (checked.rules == nullptr) return checked.exit_code;
  const CheckOptions& resolved = settings.options;
  int code = checked.exit_code;
  if (resolved.compare && !resolved.gate.baseline.empty()) {
    code = Gravest(code, ApplyBaselineFile(resolved.gate.baseline, checked.report, streams.err));
  }
  if (!resolved.gate.progress.empty()) code = Gravest(code, SayProgress(*earlier, checked.report, streams));
  if (!resolved.comments.empty()) {
    code = Gravest(
        code, WriteCommentFile(resolved.comments, checked.report, resolved.outputs.ShowFrom(), checked.today, streams));
  }
  ReportOptions report_options;
  report_options.show_from = resolved.outputs.ShowFrom();
  report_options.fail_from = FailFrom(resolved.fail_on);
  report_options.rules = checked.rules.get();
  const int written = WriteOutputs(outputs, checked.report, report_options, streams);
  return Gravest(Gravest(code, written), FindingsCode(checked.report, resolved.fail_on));
}

}  // namespace

CheckOptions::CheckOptions() { inputs.threads = EveryCore(); }

void CheckOptions::DeclareInputs(CLI::App& command) {
  command.add_option("PATH", inputs.paths, "Documents, folders, or a dossier.yaml that lists documents");
  rules.Declare(command);
  CLI::Option* config = command.add_option("--config", gate.config,
                                           "The configuration; by default the nearest .crosscheck.yaml above PATH");
  config->type_name("FILE");
  command.add_flag("--no-config", gate.no_config, "Use no configuration")->excludes(config);
  command.add_option("-j,--threads", inputs.threads, "Threads to use; by default one a core")
      ->check(CLI::Range(1, kMostThreads))
      ->type_name("N");
}

void CheckOptions::DeclareGate(CLI::App& command) {
  command.add_option("--draft", inputs.draft, "The document that is the draft; the others are its sources")
      ->type_name("FILE");
  command.add_option("--baseline", gate.baseline, "Findings that are known and do not fail")->type_name("FILE");
  command
      .add_option("--waivers", gate.waivers,
                  "Findings that may stand; by default crosscheck-waivers.yaml beside the draft")
      ->type_name("FILE");
  command.add_flag("--no-comment-waivers", gate.no_comments, "Waivers in comments of the text do not count");
  command
      .add_option("--reviews", gate.reviews, "What was decided; by default crosscheck-reviews.yaml beside the draft")
      ->type_name("FILE");
  command.add_option("--today", today, "The day of the run, for what expires; by default today's in UTC")
      ->type_name("DAY");
}

void CheckOptions::DeclareShared(CLI::App& command, absl::Span<const ReportFormat> formats) {
  DeclareInputs(command);
  outputs.Declare(command, formats);
  command.add_option("--jsonl", lines, "Read a dossier a line from FILE, or from the standard input")
      ->type_name("FILE|-");
}

int RunCheck(CheckOptions options, absl::Span<const ReportFormat> formats, const CliStreams& streams) {
  if (!DayOfRun(options.today, streams)) return kExitUsage;
  if (!options.gate.since.empty() && options.inputs.paths.empty()) options.inputs.paths = {"."};
  const bool by_lines = !options.lines.empty();
  if (by_lines != options.inputs.paths.empty() || (by_lines && !options.inputs.draft.empty())) {
    return UsageError(streams, by_lines ? "--jsonl takes neither PATH nor --draft: every line names its documents"
                                        : "no PATH to check: give documents, a folder or a dossier.yaml, or --jsonl");
  }
  if (by_lines && !options.comments.empty())
    return UsageError(streams, "--jsonl takes no --comments: that is of a file");
  if (by_lines && !(options.gate.baseline.empty() && options.gate.waivers.empty() && options.gate.reviews.empty())) {
    return UsageError(streams, "--jsonl takes no --baseline, --waivers or --reviews: those are of files");
  }
  if (by_lines && !options.gate.progress.empty()) {
    return UsageError(streams, "--jsonl takes no --progress: that is of one draft");
  }
  const std::optional<Settings> settings = ResolveSettings(options, streams.err);
  if (!settings) return kExitUsage;
  const absl::StatusOr<std::vector<Output>> outputs =
      PlanOutputs(settings->options.outputs, formats, by_lines ? "jsonl" : "text");
  if (!outputs.ok()) return UsageError(streams, outputs.status().message());
  if (by_lines && (outputs->size() != 1 || outputs->front().format->name != "jsonl")) {
    return UsageError(streams, "--jsonl writes --format jsonl only");
  }
  return by_lines ? CheckLines(*settings, outputs->front().file, streams) : CheckPaths(*settings, *outputs, streams);
}

}  // namespace crosscheck
