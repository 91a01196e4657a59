#include "cli/gate.h"

#include <ostream>
#include <utility>

#include "cli/exit_code.h"
#include "cli/files.h"
#include "crosscheck/diagnostic.h"
#include "finding/remarks.h"
#include "finding/waivers.h"

namespace crosscheck {

namespace {

int Say(const std::vector<Diagnostic>& diagnostics, std::ostream& err) {
  int code = kExitClean;
  for (const Diagnostic& diagnostic : diagnostics) {
    err << FormatDiagnostic(diagnostic);
    if (diagnostic.level == Diagnostic::Level::kError) code = kExitUsage;
  }
  return code;
}

void SayStatus(const std::string& path, const absl::Status& status, std::ostream& err) {
  err << path << ": error: " << status.message() << "\n";
}

// The file that was asked for, or those of this name beside drafts. A file that is not there is none.
std::vector<std::string> FilesToRead(const std::string& asked, const std::vector<std::string>& folders,
                                     const char* name) {
  if (!asked.empty()) return {asked};
  std::vector<std::string> paths;
  for (const std::string& folder : folders) {
    std::string path = JoinPath(folder, name);
    if (!absl::IsNotFound(ReadFile(path).status())) paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace

DocumentNames NamesFrom(const std::string& path, const Report& report) {
  const std::string folder = FolderOf(path);
  DocumentNames names;
  for (const DocumentEntry& entry : report.documents) {
    names.push_back(RelativeTo(folder.empty() ? "." : folder, entry.info.path));
  }
  return names;
}

int ApplyWaiverFiles(const GateOptions& options, const std::vector<std::string>& folders, const RuleSet& rules,
                     absl::CivilDay today, Report& report, std::ostream& err) {
  int code = kExitClean;
  const auto apply = [&](std::vector<PlacedWaiver> waivers, const std::string& path,
                         std::vector<Diagnostic>& diagnostics) {
    RejectUnknownRules(rules, waivers, diagnostics);
    code = Gravest(code, Say(diagnostics, err));
    ApplyWaivers(waivers, NamesFrom(path, report), today, report);
  };
  for (const std::string& path : FilesToRead(options.waivers, folders, kWaiversName)) {
    const absl::StatusOr<std::string> text = ReadFile(path);
    if (!text.ok()) {
      SayStatus(path, text.status(), err);
      code = Gravest(code, kExitUsage);
      continue;
    }
    std::vector<Diagnostic> diagnostics;
    std::vector<PlacedWaiver> waivers;
    for (Waiver& waiver : ParseWaivers(path, *text, diagnostics)) waivers.push_back({std::move(waiver), {}, {}});
    apply(std::move(waivers), path, diagnostics);
  }
  if (!options.no_comments) {
    std::vector<Diagnostic> diagnostics;
    std::vector<PlacedWaiver> waivers = CommentWaivers(options.owner, report, diagnostics);
    apply(std::move(waivers), "", diagnostics);
  }
  SortRemarks(report);
  return code;
}

int ApplyReviewFiles(const GateOptions& options, const std::vector<std::string>& folders, Report& report,
                     std::ostream& err) {
  int code = kExitClean;
  for (const std::string& path : FilesToRead(options.reviews, folders, kReviewsName)) {
    const absl::StatusOr<std::vector<ReviewEntry>> reviews = ReadReviews(path, err);
    if (!reviews.ok()) {
      code = kExitUsage;
      continue;
    }
    for (Finding& finding : report.findings) {
      for (const ReviewEntry& review : *reviews) {
        if (review.fingerprint == finding.fingerprint) {
          finding.review = Review{review.state, review.by, review.note, review.day};
        }
      }
    }
  }
  return code;
}

int ApplyBaselineFile(const std::string& path, Report& report, std::ostream& err) {
  const absl::StatusOr<std::vector<BaselineEntry>> entries = ReadBaseline(path, err);
  if (!entries.ok()) return kExitUsage;
  ApplyBaseline(*entries, path, NamesFrom(path, report), report);
  SortRemarks(report);
  return kExitClean;
}

absl::StatusOr<std::vector<BaselineEntry>> ReadBaseline(const std::string& path, std::ostream& err) {
  const absl::StatusOr<std::string> text = ReadFile(path);
  if (!text.ok()) {
    SayStatus(path, text.status(), err);
    return text.status();
  }
  std::vector<Diagnostic> diagnostics;
  absl::StatusOr<std::vector<BaselineEntry>> entries = ParseBaseline(path, *text, diagnostics);
  Say(diagnostics, err);
  return entries;
}

absl::StatusOr<std::vector<ReviewEntry>> ReadReviews(const std::string& path, std::ostream& err) {
  const absl::StatusOr<std::string> text = ReadFile(path);
  if (!text.ok()) {
    SayStatus(path, text.status(), err);
    return text.status();
  }
  std::vector<Diagnostic> diagnostics;
  absl::StatusOr<std::vector<ReviewEntry>> reviews = ParseReviews(path, *text, diagnostics);
  Say(diagnostics, err);
  return reviews;
}

}  // namespace crosscheck
