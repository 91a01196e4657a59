#ifndef CROSSCHECK_COMPARE_SET_PHRASE_H_
#define CROSSCHECK_COMPARE_SET_PHRASE_H_

#include "claim/analysis.h"
#include "compare/relation.h"
#include "rule/rule_set.h"

namespace crosscheck {

// One word of an otherwise equal term of three words and more: "digital twin AI" against "digital dual AI". Needs no
// list: both words are known to one document only, their neighbours on both sides are equal, and what stands around
// shares telling words. Linear in the text but for phrases that stand in many places.
void FindSetPhrases(const Analysis& analysis, const Rule& rule, RelationSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_SET_PHRASE_H_
