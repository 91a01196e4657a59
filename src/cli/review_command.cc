// `crosscheck review set|clear|show`: what people decided about findings, kept beside the draft.
#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/check_paths.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/gate.h"
#include "rule/rule_keys.h"

namespace crosscheck {

namespace {

struct ReviewOptions {
  CheckOptions check;
  std::string fingerprint;
  ReviewEntry entry;
};

int UsageError(const CliStreams& streams, absl::string_view message) {
  streams.err << "crosscheck: error: " << message << "\n";
  return kExitUsage;
}

// The file that the options name, else the one beside the draft or the first PATH, else the one in this folder.
std::string PathOfReviews(const Settings& settings) {
  const CheckOptions& options = settings.options;
  if (!options.gate.reviews.empty()) return options.gate.reviews;
  if (!options.inputs.draft.empty()) return JoinPath(FolderOf(options.inputs.draft), kReviewsName);
  if (options.inputs.paths.empty()) return kReviewsName;
  const std::string& first = options.inputs.paths.front();
  return JoinPath(IsFolder(first) ? first : FolderOf(first), kReviewsName);
}

// Fills in what the finding says, where PATHs were given to find it in: then the beginning of a fingerprint will do.
// Returns kExitClean, or what is wrong, which is said.
int FindFinding(const Settings& settings, const std::string& wanted, ReviewEntry& entry, std::string& path,
                const CliStreams& streams) {
  const Checked checked = CheckAll(settings, streams);
  if (checked.rules == nullptr) return checked.exit_code;
  const Finding* found = nullptr;
  for (const Finding& finding : checked.report.findings) {
    if (!absl::StartsWith(finding.fingerprint, wanted)) continue;
    if (found != nullptr && found->fingerprint != finding.fingerprint) {
      return UsageError(streams, absl::StrCat("several findings have a fingerprint that begins with '", wanted, "'"));
    }
    found = &finding;
  }
  if (found == nullptr) return UsageError(streams, absl::StrCat("no finding has the fingerprint '", wanted, "'"));
  entry.fingerprint = found->fingerprint;
  entry.rule = found->rule;
  entry.message = found->message;
  if (settings.options.gate.reviews.empty() && !checked.folders.empty()) {
    path = JoinPath(checked.folders.front(), kReviewsName);
  }
  return kExitClean;
}

absl::StatusOr<std::vector<ReviewEntry>> ReadOrBegin(const std::string& path, const CliStreams& streams) {
  if (absl::IsNotFound(ReadFile(path).status())) return std::vector<ReviewEntry>();
  return ReadReviews(path, streams.err);
}

int Save(const std::string& path, std::vector<ReviewEntry> reviews, const CliStreams& streams) {
  std::sort(reviews.begin(), reviews.end(),
            [](const ReviewEntry& a, const ReviewEntry& b) { return a.fingerprint < b.fingerprint; });
  if (const absl::Status status = WriteFile(path, WriteReviews(reviews)); !status.ok()) {
    streams.err << path << ": error: " << status.message() << "\n";
    return absl::IsInternal(status) ? kExitInternal : kExitUsage;
  }
  return kExitClean;
}

int SetReview(const ReviewOptions& options, const CliStreams& streams) {
  const std::optional<Settings> settings = ResolveSettings(options.check, streams.err);
  const std::optional<absl::CivilDay> today = DayOfRun(options.check.today, streams);
  if (!settings || !today) return kExitUsage;
  ReviewEntry entry = options.entry;
  entry.fingerprint = options.fingerprint;
  entry.day = today;
  if (entry.by.empty()) return UsageError(streams, "--by is empty: a decision is somebody's");
  std::string path = PathOfReviews(*settings);
  if (!options.check.inputs.paths.empty()) {
    const int code = FindFinding(*settings, options.fingerprint, entry, path, streams);
    if (code != kExitClean) return code;
  } else if (!IsFingerprint(entry.fingerprint)) {
    return UsageError(streams,
                      absl::StrCat("'", entry.fingerprint,
                                   "' is no whole fingerprint (16 digits 0 to 9 and a to f); with PATHs to find it "
                                   "in, its beginning will do"));
  }
  absl::StatusOr<std::vector<ReviewEntry>> reviews = ReadOrBegin(path, streams);
  if (!reviews.ok()) return kExitUsage;
  std::erase_if(*reviews, [&entry](const ReviewEntry& other) { return other.fingerprint == entry.fingerprint; });
  reviews->push_back(entry);
  const int code = Save(path, *std::move(reviews), streams);
  if (code == kExitClean) streams.out << path << ": " << entry.fingerprint << " is " << entry.state << "\n";
  return code;
}

int ClearReview(const ReviewOptions& options, const CliStreams& streams) {
  const std::optional<Settings> settings = ResolveSettings(options.check, streams.err);
  if (!settings) return kExitUsage;
  const std::string path = PathOfReviews(*settings);
  absl::StatusOr<std::vector<ReviewEntry>> reviews = ReadReviews(path, streams.err);
  if (!reviews.ok()) return kExitUsage;
  const size_t gone = std::erase_if(
      *reviews, [&options](const ReviewEntry& review) { return review.fingerprint == options.fingerprint; });
  if (gone == 0) return UsageError(streams, absl::StrCat(path, " has no review of '", options.fingerprint, "'"));
  const int code = Save(path, *std::move(reviews), streams);
  if (code == kExitClean) streams.out << path << ": the review of " << options.fingerprint << " is gone\n";
  return code;
}

int ShowReviews(const ReviewOptions& options, const CliStreams& streams) {
  const std::optional<Settings> settings = ResolveSettings(options.check, streams.err);
  if (!settings) return kExitUsage;
  const absl::StatusOr<std::vector<ReviewEntry>> reviews = ReadReviews(PathOfReviews(*settings), streams.err);
  if (!reviews.ok()) return kExitUsage;
  for (const ReviewEntry& review : *reviews) {
    streams.out << review.fingerprint << "  " << review.state << "  " << review.by;
    if (review.day) streams.out << "  " << absl::FormatCivilTime(*review.day);
    if (!review.note.empty()) streams.out << "  " << review.note;
    if (!review.message.empty()) streams.out << "\n    [" << review.rule << "] " << review.message;
    streams.out << "\n";
  }
  return kExitClean;
}

void AddPart(CLI::App& review, const char* name, const char* help, int (*run)(const ReviewOptions&, const CliStreams&),
             CommandContext& context) {
  const auto options = std::make_shared<ReviewOptions>();
  CLI::App* part = review.add_subcommand(name, help);
  if (run != ShowReviews) {
    part->add_option("FINGERPRINT", options->fingerprint,
                     "Of the finding, as html (its beginning), csv and json give it")
        ->required()
        ->type_name("");
  }
  if (run == SetReview) {
    std::vector<std::string> states;
    for (const absl::string_view state : SplitChoices(kReviewKeys.Find("state")->choices)) states.emplace_back(state);
    part->add_option("STATE", options->entry.state, "What was decided")->required()->check(CLI::IsMember(states));
    part->add_option("--by", options->entry.by, "Who decided it")->required()->type_name("NAME");
    part->add_option("--note", options->entry.note, "Why, or what to ask")->type_name("TEXT");
  }
  options->check.DeclareInputs(*part);
  options->check.DeclareGate(*part);
  part->callback(
      [options, &context, run] { context.run = [options, &context, run] { return run(*options, context.streams); }; });
}

}  // namespace

void AddReviewCommand(CLI::App& app, CommandContext& context) {
  CLI::App* review = app.add_subcommand("review", "Write down what was decided about a finding");
  review->require_subcommand(1);
  AddPart(*review, "set", "Write down a decision; with PATHs the beginning of the fingerprint will do", SetReview,
          context);
  AddPart(*review, "clear", "Take a decision back", ClearReview, context);
  AddPart(*review, "show", "Print all decisions", ShowReviews, context);
}

}  // namespace crosscheck
