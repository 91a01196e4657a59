#ifndef CROSSCHECK_REPORT_FINDING_VIEW_H_
#define CROSSCHECK_REPORT_FINDING_VIEW_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "crosscheck/report.h"
#include "rule/rule_set.h"

namespace crosscheck {

// What becomes of a finding: a known one stands in the baseline, a waived one was let pass with a reason. Neither makes
// a run fail; every format keeps both apart from the rest.
enum class Standing : uint8_t { kNew, kKnown, kWaived };
Standing StandingOf(const Finding& finding);  // by its `state`

// "A", "B", … of a position.
std::string PositionLetter(size_t position);

// A claim of a finding and the first position that it stands in.
struct FindingPlace {
  ClaimIndex claim = 0;
  size_t position = 0;
};
// Each claim of a finding once. First comes the place that a tool with room for one should show: that of the draft,
// else the first in reading order; then the others, by position.
std::vector<FindingPlace> PlacesOf(const Report& report, const Finding& finding);

struct Place {
  LineColumn begin, end;  // of the phrase; 1:1 where the document was not read
  std::string words;      // "paragraph 12, character 5" where the file has no lines of its own; else ""
};
Place SpanOf(const Report& report, const Claim& claim);

// The words of SpanOf for whoever is told the file alone: "story pier-fire, paragraph 12" where it holds several.
std::string WordsInFile(const Report& report, const Claim& claim);

// "line 12", "paragraph 12"; "" where the document was not read.
std::string LineWordsOf(const Report& report, const Claim& claim);

// "A: former mayor (draft.md:1:19, draft): “Mara Oldwick, the former mayor, …”", printable.
std::string EvidenceLine(const Report& report, const Finding& finding, const FindingPlace& place);

// Evidence line by line, then "Why: …", "Ask: …", "Also: …" and StateLines; parted by '\n', without one at the end;
// printable.
std::string DetailsOf(const Report& report, const Finding& finding);

// "aligned-money: draft.md has …" for each other rule that found the same slip; printable.
std::vector<std::string> AlsoLines(const Finding& finding);

// What people have said of it, a sentence each: "In the baseline", "Waived until 2026-12-31 by Ann: …", "Review: ask,
// by Bo on 2026-11-02: …"; printable. Empty for most.
std::vector<std::string> StateLines(const Finding& finding);

// Findings of `show_from` and above, the gravest first, else as the report has them.
std::vector<const Finding*> WorstFirst(const Report& report, Severity show_from);

// What is said of a rule in its file; empty where no rule has the id.
struct RuleText {
  std::string description, help, ask;
};
RuleText RuleTextOf(const RuleSet* rules, absl::string_view id);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_FINDING_VIEW_H_
