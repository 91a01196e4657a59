#ifndef CROSSCHECK_VALUE_PHONE_H_
#define CROSSCHECK_VALUE_PHONE_H_

#include <cstddef>
#include <utility>
#include <vector>

#include "value/non_value.h"
#include "value/token.h"

namespace crosscheck {

// Telephone numbers: the tokens [first, last) of each, in order. `taken`: what is known to be something else, one
// reason a token.
std::vector<std::pair<size_t, size_t>> FindPhones(const TokenStream& stream, const std::vector<NonValue>& taken);

bool IsYear(absl::string_view digits);  // 19.. or 20..
// "2025-07-15", "15.07.2025", "7/15/2025": the tokens [begin, end) are a day and never a telephone number.
bool LooksLikeDay(const TokenStream& stream, size_t begin, size_t end);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_PHONE_H_
