#ifndef CROSSCHECK_COMPARE_RANK_CLAIMS_H_
#define CROSSCHECK_COMPARE_RANK_CLAIMS_H_

#include <cstdint>
#include <vector>

#include "claim/analysis.h"

// Who or what stands where in an order: "finished fourth", "runner-up", a row of a list of results, "the second-tallest
// building", "only Ardvale is bigger".
namespace crosscheck {

struct RankClaim {
  uint32_t document = 0, sentence = 0;  // index into Analysis::documents, and there
  uint32_t first = 0, last = 0;         // the words that say so, half-open
  int best = 0, worst = 0;              // from 1: a podium is 1 to 3
  int entity = -1;                      // whose rank it is; -1 = nobody named
  int degree = -1;                      // group of the lexicon "superlatives"; -1: a place in a race, a list, a table
  WordId head = 0;                      // of a degree: the noun that is ranked
  std::vector<WordId> order;            // of a place: words for the race or table that the text adds, sorted
  uint64_t scope = 0;                   // groups of the lexicon "rank-scopes" near it
  bool listed = false;                  // a row of a list of results
};

// The ranks that one document gives, in reading order; what is denied, supposed or quoted left out.
std::vector<RankClaim> RanksOf(const Analysis& analysis, uint32_t document);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_RANK_CLAIMS_H_
