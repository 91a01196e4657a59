#ifndef CROSSCHECK_EXPLAIN_PATTERN_WORDS_H_
#define CROSSCHECK_EXPLAIN_PATTERN_WORDS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/explanation.h"
#include "match/pattern_probe.h"
#include "rule/rule_set.h"

namespace crosscheck {

// "absent", "elsewhere", "gap", "bound", "regex": the step at which a pattern fails, for programs; "matched" else.
absl::string_view StepName(PatternProgress::Outcome outcome);

// Why a pattern went no further, in words. `sentence` is what stands there.
std::string WhyNoFurther(const RuleSet& rules, const PatternProgress& progress, absl::string_view text,
                         const ExplainedSentence& sentence);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXPLAIN_PATTERN_WORDS_H_
