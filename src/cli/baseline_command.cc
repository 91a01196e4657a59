// `crosscheck baseline write|prune|show`: the file of findings that are known and do not fail.
#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/check_paths.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/gate.h"

namespace crosscheck {

namespace {

struct BaselineOptions {
  CheckOptions check;
  bool grow = false;
};

int UsageError(const CliStreams& streams, absl::string_view message) {
  streams.err << "crosscheck: error: " << message << "\n";
  return kExitUsage;
}

// A check of all PATHs, and where its baseline is.
struct Run {
  Checked checked;
  std::string path;
  int exit_code = kExitClean;  // not kExitClean: nothing may be written
};

Run CheckForBaseline(const CheckOptions& options, const CliStreams& streams) {
  Run run;
  if (options.inputs.paths.empty()) {
    run.exit_code = UsageError(streams, "no PATH to check: give the documents that the check will be given");
    return run;
  }
  const std::optional<Settings> settings = ResolveSettings(options, streams.err);
  if (!settings) {
    run.exit_code = kExitUsage;
    return run;
  }
  run.path = settings->options.gate.baseline.empty() ? kBaselineName : settings->options.gate.baseline;
  run.checked = CheckAll(*settings, streams);
  run.exit_code = run.checked.exit_code;
  return run;
}

int SaveBaseline(const std::string& path, const std::vector<BaselineEntry>& entries, const CliStreams& streams) {
  if (const absl::Status status = WriteFile(path, WriteBaseline(entries)); !status.ok()) {
    streams.err << path << ": error: " << status.message() << "\n";
    return absl::IsInternal(status) ? kExitInternal : kExitUsage;
  }
  return kExitClean;
}

void Print(const BaselineEntry& entry, std::ostream& out) {
  out << entry.fingerprint << "  " << entry.document << "  " << entry.severity << " [" << entry.rule << "] "
      << entry.message;
  if (entry.count > 1) out << "  (" << entry.count << " times)";
  out << "\n";
}

int Total(const std::vector<BaselineEntry>& entries) {
  int total = 0;
  for (const BaselineEntry& entry : entries) total += entry.count;
  return total;
}

const char* Findings(int count) { return count == 1 ? " finding" : " findings"; }

// What cannot be read or is wrong would be missing from the baseline, and come back as new later: then none is written.
int Refuse(const Run& run, const CliStreams& streams) {
  if (!run.path.empty()) streams.err << run.path << ": error: not written: what is wrong above comes first\n";
  return run.exit_code;
}

int WriteNewBaseline(const BaselineOptions& options, const CliStreams& streams) {
  const Run run = CheckForBaseline(options.check, streams);
  if (run.exit_code != kExitClean) return Refuse(run, streams);
  const DocumentNames names = NamesFrom(run.path, run.checked.report);
  std::vector<BaselineEntry> entries = BaselineOf(run.checked.report, names);
  if (!absl::IsNotFound(ReadFile(run.path).status())) {
    const absl::StatusOr<std::vector<BaselineEntry>> before = ReadBaseline(run.path, streams.err);
    if (!before.ok()) return kExitUsage;
    const std::vector<BaselineEntry> grown = Grown(*before, entries);
    if (!grown.empty() && !options.grow) {
      for (const BaselineEntry& entry : grown) Print(entry, streams.err);
      return UsageError(
          streams, absl::StrCat(run.path, " is there already and would grow by ", grown.size(),
                                Findings(static_cast<int>(grown.size())), ": mend them, waive them, or say --grow"));
    }
    // What is known of documents that this run did not read stays.
    for (const BaselineEntry& entry : Pruned(*before, names, run.checked.report)) {
      if (std::find(names.begin(), names.end(), entry.document) == names.end()) entries.push_back(entry);
    }
  }
  const int code = SaveBaseline(run.path, entries, streams);
  if (code == kExitClean) streams.out << run.path << ": " << Total(entries) << Findings(Total(entries)) << "\n";
  return code;
}

int PruneBaseline(const BaselineOptions& options, const CliStreams& streams) {
  const Run run = CheckForBaseline(options.check, streams);
  if (run.exit_code != kExitClean) return Refuse(run, streams);
  const absl::StatusOr<std::vector<BaselineEntry>> before = ReadBaseline(run.path, streams.err);
  if (!before.ok()) return kExitUsage;
  const std::vector<BaselineEntry> entries =
      Pruned(*before, NamesFrom(run.path, run.checked.report), run.checked.report);
  const int code = SaveBaseline(run.path, entries, streams);
  if (code == kExitClean) {
    const int gone = Total(*before) - Total(entries);
    streams.out << run.path << ": " << gone << Findings(gone) << " taken out, " << Total(entries) << " left\n";
  }
  return code;
}

int ShowBaseline(const BaselineOptions& options, const CliStreams& streams) {
  CheckOptions check = options.check;
  const std::optional<Settings> settings = ResolveSettings(check, streams.err);
  if (!settings) return kExitUsage;
  const std::string& asked = settings->options.gate.baseline;
  const absl::StatusOr<std::vector<BaselineEntry>> entries =
      ReadBaseline(asked.empty() ? kBaselineName : asked, streams.err);
  if (!entries.ok()) return kExitUsage;
  for (const BaselineEntry& entry : *entries) Print(entry, streams.out);
  streams.out << Total(*entries) << Findings(Total(*entries)) << "\n";
  return kExitClean;
}

}  // namespace

void AddBaselineCommand(CLI::App& app, CommandContext& context) {
  CLI::App* baseline = app.add_subcommand("baseline", "Write down findings that are known and do not fail a check");
  baseline->require_subcommand(1);
  struct Row {
    const char* name;
    const char* help;
    int (*run)(const BaselineOptions&, const CliStreams&);
  };
  static constexpr Row kRows[] = {
      {"write", "Write the findings of a check; a baseline that is there does not grow unless --grow says so",
       WriteNewBaseline},
      {"prune", "Take out what a check no longer finds", PruneBaseline},
      {"show", "Print it", ShowBaseline},
  };
  for (const Row& row : kRows) {
    const auto options = std::make_shared<BaselineOptions>();
    CLI::App* part = baseline->add_subcommand(row.name, row.help);
    options->check.DeclareInputs(*part);
    options->check.DeclareGate(*part);
    if (row.run == WriteNewBaseline) {
      part->add_flag("--grow", options->grow, "New findings may come into a baseline that is there already");
    }
    part->callback([options, &context, &row] {
      context.run = [options, &context, &row] { return row.run(*options, context.streams); };
    });
  }
}

}  // namespace crosscheck
