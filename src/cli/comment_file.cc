#include "cli/comment_file.h"

#include <optional>
#include <ostream>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/sha256.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "document/docx_comments.h"
#include "report/finding_view.h"
#include "report/printable.h"

namespace crosscheck {

namespace {

bool IsDocx(const DocumentEntry& entry) { return Ending(entry.info.path) == ".docx"; }

// nullopt, with `why`, where there is no one document to write into.
std::optional<DocumentIndex> Commented(const Report& report, std::string& why) {
  std::vector<DocumentIndex> drafts, word_files;
  for (DocumentIndex i = 0; i < report.documents.size(); ++i) {
    const DocumentEntry& entry = report.documents[i];
    if (entry.info.role == Role::kDraft) drafts.push_back(i);
    if (IsDocx(entry)) word_files.push_back(i);
  }
  const std::vector<DocumentIndex>& found = drafts.empty() ? word_files : drafts;
  if (found.size() != 1) {
    why = absl::StrCat("there ", found.empty() ? "is no" : "is more than one", drafts.empty() ? " .docx" : " draft",
                       "; name the one with --draft");
    return std::nullopt;
  }
  if (!IsDocx(report.documents[found[0]])) {
    why = absl::StrCat(report.documents[found[0]].info.path, " is no .docx");
    return std::nullopt;
  }
  return found[0];
}

std::vector<DocxComment> CommentsOf(const Report& report, DocumentIndex document, Severity show_from) {
  std::vector<DocxComment> comments;
  for (const Finding& finding : report.findings) {
    if (finding.severity < show_from || StandingOf(finding) != Standing::kNew) continue;
    std::vector<std::string> lines = {absl::StrCat(SeverityName(finding.severity), " ", finding.kind, " (",
                                                   Printable(finding.type), "): ", Printable(finding.message))};
    for (const absl::string_view line : absl::StrSplit(DetailsOf(report, finding), '\n')) lines.emplace_back(line);
    lines.push_back(absl::StrCat("[", Printable(finding.rule), ", ", finding.fingerprint, "]"));
    std::set<TextSpan> seen;
    for (const FindingPlace& place : PlacesOf(report, finding)) {
      const Claim& claim = report.claims[place.claim];
      if (claim.document != document || !seen.insert(claim.span).second) continue;
      comments.push_back({claim.span, lines});
    }
  }
  return comments;
}

}  // namespace

int WriteCommentFile(const std::string& file, const Report& report, Severity show_from, absl::CivilDay day,
                     const CliStreams& streams) {
  const auto fail = [&streams](int code, absl::string_view why) {
    streams.err << "crosscheck: error: --comments: " << why << "\n";
    return code;
  };
  std::string why;
  const std::optional<DocumentIndex> index = Commented(report, why);
  if (!index) return fail(kExitUsage, why);
  const DocumentEntry& entry = report.documents[*index];
  if (!entry.document) return fail(kExitUnread, absl::StrCat(entry.info.path, " was not read"));
  if (Canonical(file) == Canonical(entry.info.path)) {
    return fail(kExitUsage, "the copy would replace the draft; give it another name");
  }
  const absl::StatusOr<std::string> bytes = ReadFile(entry.info.path);
  if (!bytes.ok() || Sha256Hex(*bytes) != entry.document->sha256()) {
    return fail(kExitUnread, absl::StrCat(entry.info.path, " has changed since it was read"));
  }
  const absl::StatusOr<std::string> copy = AddDocxComments(*bytes, CommentsOf(report, *index, show_from), day);
  if (!copy.ok()) return fail(kExitInternal, copy.status().message());
  const absl::Status written = WriteFile(file, *copy);
  if (!written.ok()) return fail(kExitUsage, absl::StrCat(file, ": ", written.message()));
  return kExitClean;
}

}  // namespace crosscheck
