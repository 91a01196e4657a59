#ifndef CROSSCHECK_COMPARE_GOVERNMENTS_H_
#define CROSSCHECK_COMPARE_GOVERNMENTS_H_

#include "claim/analysis.h"
#include "compare/relation.h"
#include "rule/rule_set.h"

namespace crosscheck {

// "the previous administration imposed …" where another text, or the same one, has the government do it that is in
// office on that text's day: part of the comparison "qualifier".
void CompareGovernments(const Analysis& analysis, const Rule& rule, RelationSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_GOVERNMENTS_H_
