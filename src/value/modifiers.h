#ifndef CROSSCHECK_VALUE_MODIFIERS_H_
#define CROSSCHECK_VALUE_MODIFIERS_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "crosscheck/value.h"
#include "value/token.h"

namespace crosscheck {

struct ModifierMatch {
  Modifier modifier = Modifier::kExact;
  size_t last = 0;  // one past the last token
};

// "more than", "about": before a figure.
std::optional<ModifierMatch> FindModifierBefore(const TokenStream& stream, size_t at);
// The words that such a phrase begins with, in no order.
std::vector<absl::string_view> ModifierStarters();
// "or more", "-plus", "+", "or so": after a figure.
std::optional<ModifierMatch> FindModifierAfter(const TokenStream& stream, size_t at);

// -1 for a word of falling or loss ("fell", "loss"), +1 of rising or gain, 0 for any other.
int DirectionOf(absl::string_view folded);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_MODIFIERS_H_
