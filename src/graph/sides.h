#ifndef CROSSCHECK_GRAPH_SIDES_H_
#define CROSSCHECK_GRAPH_SIDES_H_

#include <vector>

#include "crosscheck/report.h"
#include "graph/components.h"

namespace crosscheck {

// Who stands with whom over all questions of a dossier. Two documents are on one side when they share more positions
// than they hold against each other; on two sides when it is the other way round. Where every circle of documents
// changes sides an even number of times there are two camps; else an odd circle says why there are none. Camps rest on
// two findings or more. Notes and related measures are no disagreements. Says nothing of who is right.
Sides FindSides(const Report& report);

// The two sides of `count` vertices of which `friends` stand together and `foes` apart, or an odd circle. One result
// for each set of three vertices or more that hangs together, in the order of first vertices. A pair is in one list at
// most.
std::vector<Camps> SplitIntoCamps(uint32_t count, const std::vector<Edge>& friends, const std::vector<Edge>& foes);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_SIDES_H_
