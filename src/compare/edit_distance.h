#ifndef CROSSCHECK_COMPARE_EDIT_DISTANCE_H_
#define CROSSCHECK_COMPARE_EDIT_DISTANCE_H_

#include "absl/strings/string_view.h"

namespace crosscheck {

// How many letters have to be put in, left out, changed or swapped with their neighbour to make `b` of `a`
// (Damerau–Levenshtein, adjacent swaps); `most` + 1 where it is more than `most`. Bytes: meant for words without
// accents.
int EditDistance(absl::string_view a, absl::string_view b, int most);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_EDIT_DISTANCE_H_
