#ifndef CROSSCHECK_COMPARE_EDIT_DISTANCE_H_
#define CROSSCHECK_COMPARE_EDIT_DISTANCE_H_

#include "absl/strings/string_view.h"

namespace crosscheck {

// Damerau-Levenshtein distance in bytes (insert, delete, replace, swap of neighbours), counted no further than `most`
// + 1.
int EditDistance(absl::string_view a, absl::string_view b, int most);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_EDIT_DISTANCE_H_
