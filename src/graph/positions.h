#ifndef CROSSCHECK_GRAPH_POSITIONS_H_
#define CROSSCHECK_GRAPH_POSITIONS_H_

#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "crosscheck/judgement.h"
#include "crosscheck/report.h"

namespace crosscheck {

// What the comparisons said of two claims, the lesser index first.
using Judgements = absl::flat_hash_map<std::pair<ClaimIndex, ClaimIndex>, Agreement>;

// The positions among claims of one question: maximal sets of which all claims can be true together. Agreement is not
// transitive (15, 15 to 16, 16), so a set is never read off what hangs together, and a claim may stand in several.
//
// Two claims agree where a comparison said so; where none was made, when their values do. Above 400 different
// values, ranges of numbers are swept and all else is put into the first set that it fits; the same where there would
// be more than 200 sets. `voices` and `trust` are left unset. `members` is sorted.
std::vector<Position> MakePositions(const std::vector<Claim>& claims, const std::vector<ClaimIndex>& members,
                                    const Judgements& judgements);

// Whether two claims say the same or something that can be true with it, by their values alone.
bool ValuesAgree(const Claim& a, const Claim& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_POSITIONS_H_
