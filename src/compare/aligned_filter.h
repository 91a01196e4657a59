#ifndef CROSSCHECK_COMPARE_ALIGNED_FILTER_H_
#define CROSSCHECK_COMPARE_ALIGNED_FILTER_H_

#include <cstdint>

#include "claim/analysis.h"
#include "compare/relation.h"
#include "match/matcher.h"

namespace crosscheck {

// `zones` and `unless` of an aligned rule (an index into RuleSet::rules): takes those of the sink's relations, from
// `first_relation` on, away that have a claim in a sentence of another zone, or in one that an `unless` pattern
// matches.
void DropExcluded(const Analysis& analysis, const Matcher& matcher, uint32_t rule, size_t first_relation,
                  RelationSink& sink);

// Takes those of the sink's relations, from `first_aligned` on, away that an earlier one says already, of the same two
// places and at least as gravely: where somebody wrote a rule for a thing, its words are the ones to show.
void DropRepeated(size_t first_aligned, RelationSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_ALIGNED_FILTER_H_
