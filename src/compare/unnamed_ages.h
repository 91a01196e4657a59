#ifndef CROSSCHECK_COMPARE_UNNAMED_AGES_H_
#define CROSSCHECK_COMPARE_UNNAMED_AGES_H_

#include "claim/analysis.h"
#include "compare/relation.h"
#include "rule/rule_set.h"

namespace crosscheck {

// Two ages of one person, of which at least one stands without the full name: by surname or pronoun, or as the one age
// in each text that the other does not have. A draft against its sources only.
void CompareUnnamedAges(const Analysis& analysis, const Rule& rule, RelationSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_UNNAMED_AGES_H_
