#ifndef CROSSCHECK_COMPARE_EDIT_DISTANCE_H_
#define CROSSCHECK_COMPARE_EDIT_DISTANCE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace crosscheck {

// How many letters have to be put in, left out, changed or swapped with their neighbour to make `b` of `a`
// (Damerau–Levenshtein, adjacent swaps); `most` + 1 where it is more than `most`. Bytes: meant for words without
// accents.
int EditDistance(absl::string_view a, absl::string_view b, int most);

// The index of the one word in which two names of equal length differ; -1 where there is none or more than one.
int DifferentWord(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_EDIT_DISTANCE_H_
