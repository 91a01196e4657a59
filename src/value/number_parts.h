#ifndef CROSSCHECK_VALUE_NUMBER_PARTS_H_
#define CROSSCHECK_VALUE_NUMBER_PARTS_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "value/number.h"
#include "value/number_words.h"

// What the readers of numbers share: number.cc puts together what number_digits.cc, number_in_words.cc and fraction.cc
// read.
namespace crosscheck {

const NumberWord* WordAt(const TokenStream& stream, size_t at);
inline bool IsDigits(const Token& token) { return token.kind == Token::Kind::kNumber; }
bool IsSmall(const NumberWord& row);  // zero … ninety
bool IsBig(const NumberWord& row);    // a hundred, a scale, a dozen
Exact Power(int exponent);            // of ten
Exact ScaleValue(const NumberWord& row);
Exact StepOfWhole(absl::int128 figure);

struct Digits {
  absl::int128 mantissa = 0;
  int decimals = 0;
  size_t last = 0;
  bool grouped = false;
};
// "1,200.50", ".08", "1 200", "1,20,000".
std::optional<Digits> ScanDigits(const TokenStream& stream, size_t at, NumberPlace place);
// Appends digits to `mantissa`, of which `count` are there; false beyond what is exact.
bool Append(absl::string_view digits, absl::int128& mantissa, int& count);
// "1.3e6", "1.3x10^6".
void TakeExponent(const TokenStream& stream, NumberScan& scan);
// "10^6", "2.5^-1".
void TakePower(const TokenStream& stream, NumberScan& scan);
bool TakeSlash(const TokenStream& stream, size_t at, absl::int128& above, absl::int128& below, size_t& last);

// Where a number in words may stop, and what it is there: "one", "one hundred", "one hundred five". In order.
struct NumberEnd {
  int64_t value = 0;
  size_t last = 0;
};
std::vector<NumberEnd> ScanNumberEnds(const TokenStream& stream, size_t at);
// What an ordinal word makes of the number words in front: "twenty" + "first", "two" * "hundredth"; nullopt where the
// two do not join.
std::optional<Exact> CloseOrdinal(const Exact& front, const Exact& word);
std::optional<NumberScan> ScanPoint(const TokenStream& stream, size_t at, const Exact& whole);
std::optional<NumberScan> ScanFractionOfScale(const TokenStream& stream, size_t at);
std::optional<NumberScan> ScanAndFraction(const TokenStream& stream, size_t at);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_NUMBER_PARTS_H_
