#ifndef CROSSCHECK_RULE_DID_YOU_MEAN_H_
#define CROSSCHECK_RULE_DID_YOU_MEAN_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace crosscheck {

// "; did you mean 'patterns'?" for the known word that is the fewest edits from `word` (a swap of two neighbours is
// one), the first of equals, or else the first that begins with it; "" where none is near: more edits than a third of
// the word's length, and than 1.
std::string DidYouMean(absl::string_view word, const std::vector<absl::string_view>& known);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_DID_YOU_MEAN_H_
