#ifndef CROSSCHECK_VALUE_CURRENCIES_H_
#define CROSSCHECK_VALUE_CURRENCIES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/value.h"
#include "value/token.h"

namespace crosscheck {

struct CurrencyMatch {
  absl::string_view code;  // ISO 4217, "USX" for hundredths, a word ("franc") where several countries share it
  bool minor = false;      // a hundredth: cents, pence
  bool symbol = false;     // not a word of letters alone: it may be glued to the figure
  int power = 0;           // power of ten that the form itself holds: "MUSD" 6
  size_t last = 0;         // one past the last token
};

// Before a figure: "$", "US$", "EUR", "Rs.".
std::optional<CurrencyMatch> FindCurrencyBefore(const TokenStream& stream, size_t at);
// After a figure: "dollars", "million euros" from the word on, "€", "p", "MUSD".
std::optional<CurrencyMatch> FindCurrencyAfter(const TokenStream& stream, size_t at);

// The words and marks that such a form begins with, in no order.
std::vector<absl::string_view> CurrencyStarters();

// The whole currency and factor of a code for hundredths ("GBX" -> "GBP", 1/100); false for any other.
bool FindMinorUnit(absl::string_view code, absl::string_view& major);
// Whether two codes are of currencies that share a word: "dollar", "franc", "rupee", or of a word alone and one of
// the currencies that it may mean ("crowns", CZK). Under one roof a bare "$45 million" and "A$45 million" may be one
// amount.
bool ShareCurrencyWord(absl::string_view a, absl::string_view b);
// "US cents" of the code for hundredths of `major`; "" where the currency has none here.
absl::string_view MinorCode(absl::string_view major);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_CURRENCIES_H_
