#ifndef CROSSCHECK_BASE_ANY_OF_H_
#define CROSSCHECK_BASE_ANY_OF_H_

#include <algorithm>
#include <initializer_list>

#include "absl/strings/string_view.h"

namespace crosscheck {

// Whether a word is one of a few, which need no order.
inline bool IsAnyOf(absl::string_view word, std::initializer_list<absl::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_ANY_OF_H_
