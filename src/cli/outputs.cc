#include "cli/outputs.h"

#include <ostream>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/exit_code.h"
#include "cli/files.h"

namespace crosscheck {

namespace {

const ReportFormat* FindFormat(absl::Span<const ReportFormat> known, absl::string_view name) {
  for (const ReportFormat& format : known) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

absl::Status UnknownFormat(absl::Span<const ReportFormat> known, absl::string_view name) {
  const auto add_name = [](std::string* out, const ReportFormat& format) { absl::StrAppend(out, format.name); };
  return absl::InvalidArgumentError(
      absl::StrCat("--format: unknown format '", name, "'; known are ", absl::StrJoin(known, ", ", add_name)));
}

}  // namespace

void OutputOptions::Declare(CLI::App& command, absl::Span<const ReportFormat> known) {
  const std::string names = absl::StrJoin(known, ", ", [](std::string* out, const ReportFormat& format) {
    absl::StrAppend(out, format.name, " (", format.summary, ")");
  });
  command.add_option("--format", formats, "How to report: " + names + "; NAME=FILE writes to a file")
      ->type_name("NAME[=FILE]")
      ->allow_extra_args(false);
  command.add_option("-o,--output", file, "Write the report to FILE")->type_name("FILE");
}

Severity OutputOptions::ShowFrom() const {
  if (show == "error") return Severity::kError;
  return show == "warning" ? Severity::kWarning : Severity::kNote;
}

absl::StatusOr<std::vector<Output>> PlanOutputs(const OutputOptions& options, absl::Span<const ReportFormat> known,
                                                absl::string_view fallback) {
  std::vector<std::string> wanted = options.formats;
  if (wanted.empty()) wanted.emplace_back(fallback);
  std::vector<Output> outputs;
  std::set<std::string> places;
  bool file_used = options.file.empty();
  for (const std::string& one : wanted) {
    const size_t equals = one.find('=');
    const std::string name = one.substr(0, equals);
    Output output{FindFormat(known, name), equals == std::string::npos ? options.file : one.substr(equals + 1)};
    if (output.format == nullptr) return UnknownFormat(known, name);
    file_used = file_used || equals == std::string::npos;
    if (output.file == "-") output.file.clear();
    if (!places.insert(output.file.empty() ? "" : Canonical(output.file)).second) {
      return absl::InvalidArgumentError(absl::StrCat("--format: two formats would go to ",
                                                     output.file.empty() ? "the standard output" : output.file,
                                                     "; give one a file of its own (NAME=FILE)"));
    }
    outputs.push_back(std::move(output));
  }
  if (!file_used) return absl::InvalidArgumentError("-o: every format already has a file of its own");
  return outputs;
}

int WriteBytes(const std::string& file, absl::string_view bytes, const CliStreams& streams) {
  if (file.empty()) {
    streams.out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return kExitClean;  // RunCli looks at the stream's state once, at the end
  }
  const absl::Status status = WriteFile(file, bytes);
  if (status.ok()) return kExitClean;
  streams.err << file << ": error: " << status.message() << "\n";
  return absl::IsInternal(status) ? kExitInternal : kExitUsage;
}

int WriteOutputs(const std::vector<Output>& outputs, const Report& report, ReportOptions report_options,
                 const CliStreams& streams) {
  int code = kExitClean;
  for (const Output& output : outputs) {
    report_options.color = output.file.empty() && streams.color;
    report_options.width = output.file.empty() ? streams.width : 0;
    std::string bytes;
    output.format->write(report, report_options, bytes);
    code = Gravest(code, WriteBytes(output.file, bytes, streams));
  }
  return code;
}

}  // namespace crosscheck
