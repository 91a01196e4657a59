#ifndef CROSSCHECK_FINDING_WAIVERS_H_
#define CROSSCHECK_FINDING_WAIVERS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "crosscheck/diagnostic.h"
#include "crosscheck/report.h"
#include "rule/gate_files.h"
#include "rule/rule_set.h"

namespace crosscheck {

// A waiver, and what it is about where it stands in a comment of a document.
struct PlacedWaiver {
  Waiver waiver;
  std::optional<DocumentIndex> document;  // of a comment
  std::vector<TextSpan> covers;           // document bytes: the block around the comment, or the one after it
};

// The waivers in comments of drafts, or of all documents where none is a draft:
//   <!-- crosscheck-ignore RULE: reason, by OWNER, until 2026-12-31 -->
// `owner` answers for those that name nobody; "" = they must. A mistake in one is a diagnostic, and the waiver is none.
// A comment in a source waives nothing, which becomes a remark.
std::vector<PlacedWaiver> CommentWaivers(absl::string_view owner, Report& report, std::vector<Diagnostic>& diagnostics);

// Takes those out that name no rule of the set, each with a diagnostic.
void RejectUnknownRules(const RuleSet& rules, std::vector<PlacedWaiver>& waivers, std::vector<Diagnostic>& diagnostics);

// Gives the findings that a waiver is about the state "waived", or "expired" where the only ones have run out, with who
// waived them and why. Waivers that have run out and those that are about no finding, though the documents that they
// are about were read, become remarks. `names` are the documents' paths from the folder of the waiver file.
void ApplyWaivers(const std::vector<PlacedWaiver>& waivers, const std::vector<std::string>& names, absl::CivilDay today,
                  Report& report);

}  // namespace crosscheck

#endif  // CROSSCHECK_FINDING_WAIVERS_H_
