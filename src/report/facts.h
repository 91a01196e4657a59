#ifndef CROSSCHECK_REPORT_FACTS_H_
#define CROSSCHECK_REPORT_FACTS_H_

#include <optional>
#include <string>
#include <vector>

#include "crosscheck/report.h"

namespace crosscheck {

// One thing that a document says, as the list has it that a checker works through.
struct Fact {
  ClaimIndex claim = 0;
  std::optional<Verdict> verdict;   // nullopt: no more is known than what its findings say
  std::string note;                 // why
  std::vector<ClaimIndex> sources;  // what it was held against, each place once: of its findings, else what agrees
  std::vector<size_t> findings;     // into Report::findings, as it orders them; of `show_from` and above
};

// The facts of the draft in reading order; where there is no draft, those of every document that a finding shows. Of
// claims that overlap one speaks for all and has the findings of all; but words around a figure, such as a quotation,
// are a fact beside it.
std::vector<Fact> FactsOf(const Report& report, Severity show_from);

// "agreed", "contradicted", "unsupported", "not checked"; "see the finding" for none.
absl::string_view VerdictWords(const std::optional<Verdict>& verdict);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_FACTS_H_
