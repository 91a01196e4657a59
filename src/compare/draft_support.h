#ifndef CROSSCHECK_COMPARE_DRAFT_SUPPORT_H_
#define CROSSCHECK_COMPARE_DRAFT_SUPPORT_H_

#include "absl/strings/string_view.h"
#include "claim/analysis.h"

namespace crosscheck {

// Whether a value of a source bears out one of the draft: it has the figure, and of a like thing where the figure is so
// common a one ("two", "first") that elsewhere it says nothing.
bool BearsOut(const Analysis& analysis, const ValueMention& draft, const ValueMention& source);

// Whether two wordings have one figure, whatever they take it for: "69" and "the age of 69", "a third" and "the third",
// "2016" of a film and "in 2016", "Saturday" twice where no day places either.
bool SameFigure(const Analysis& analysis, const ValueMention& draft, const ValueMention& source);

// Why a figure that no source states is none to check: it is that of a name ("World War Two", "Formula 1", "Under-21"),
// or "one", which is hardly more than an article. "" for all others.
absl::string_view CountsNothing(const Analysis& analysis, const ValueMention& value);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_DRAFT_SUPPORT_H_
