#ifndef CROSSCHECK_COMPARE_RENAMED_H_
#define CROSSCHECK_COMPARE_RENAMED_H_

#include "claim/analysis.h"
#include "compare/relation.h"
#include "rule/rule_set.h"

namespace crosscheck {

// One person, body or place of which the draft has one word of the name for another word of the source ("Andris Doe",
// "Edgars Doe"; "Delta Trust", "Coast Trust"), known by what the two texts tell of it. Names that differ in a few
// letters are CompareSpellings'.
void CompareRenamed(const Analysis& analysis, const Rule& rule, RelationSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_RENAMED_H_
