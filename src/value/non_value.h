#ifndef CROSSCHECK_VALUE_NON_VALUE_H_
#define CROSSCHECK_VALUE_NON_VALUE_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "value/token.h"

namespace crosscheck {

// Why a figure is no value.
enum class NonValue : uint8_t {
  kNone,
  kName,     // H20, F-35, 737 MAX, Falcon 9: date readers may still take it (Q3, Feb-22)
  kLabel,    // page 12, Section 230, No. 4, #5
  kCode,     // 24H2, 2023-0417
  kAddress,  // 10 Downing Street
  kUrl,
  kPhone,
  kIdentifier,   // ISBN, long serial numbers
  kVersion,      // 3.11.2, 10.0.0.1
  kIdiom,        // 24/7, 9/11
  kFootnote,     // [12]
  kListMark,     // "1. ", "(2)"
  kMatchMinute,  // 90+4
  kPronoun,      // one of, no one
};

// "model or product name", "telephone number", …; "" for kNone.
absl::string_view NonValueReason(NonValue reason);
// Whether a date or clock reader may read the token all the same.
bool MayBeDate(NonValue reason);

// One reason a token, for every token of `stream`. Linear.
std::vector<NonValue> FindNonValues(absl::string_view text, const TokenStream& stream);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_NON_VALUE_H_
