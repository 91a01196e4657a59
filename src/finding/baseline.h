#ifndef CROSSCHECK_FINDING_BASELINE_H_
#define CROSSCHECK_FINDING_BASELINE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/report.h"
#include "rule/gate_files.h"

namespace crosscheck {

// What a file calls the documents of a report: their paths from its folder, in the order of Report::documents.
using DocumentNames = std::vector<std::string>;

// The document that a finding belongs to: its draft, else of its documents the one whose name sorts first.
DocumentIndex HomeOf(const Report& report, const DocumentNames& names, const Finding& finding);

// A baseline of the findings that would fail some gate: those that no waiver lets stand. Sorted by document, rule and
// fingerprint; findings of one fingerprint and document are one entry with a count.
std::vector<BaselineEntry> BaselineOf(const Report& report, const DocumentNames& names);

// Gives the state "known" to new findings that the baseline has, as many of each fingerprint and document as it counts.
// Entries that no finding answers any more, of documents that were read, become remarks. `path` is the baseline's.
void ApplyBaseline(const std::vector<BaselineEntry>& entries, absl::string_view path, const DocumentNames& names,
                   Report& report);

// The entries as far as findings of the report answer them, those of documents that it did not read as they are: never
// one more than there were.
std::vector<BaselineEntry> Pruned(const std::vector<BaselineEntry>& entries, const DocumentNames& names,
                                  const Report& report);

// Entries of `now` that `before` does not have, or not so many of.
std::vector<BaselineEntry> Grown(const std::vector<BaselineEntry>& before, const std::vector<BaselineEntry>& now);

}  // namespace crosscheck

#endif  // CROSSCHECK_FINDING_BASELINE_H_
