#ifndef CROSSCHECK_COMPARE_TOLD_DIRECTION_H_
#define CROSSCHECK_COMPARE_TOLD_DIRECTION_H_

#include "claim/analysis.h"
#include "compare/relation.h"
#include "rule/rule_set.h"

namespace crosscheck {

// A sentence of a draft that says which way something went and has a figure of it, against the figures of a source that
// went the other way: "arrears have worsened again and touched 7.8 percent" against "eased to 7.8 per cent from 9.1".
void CompareToldDirections(const Analysis& analysis, const Rule& rule, RelationSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_TOLD_DIRECTION_H_
