#ifndef CROSSCHECK_VALUE_FIGURE_PARTS_H_
#define CROSSCHECK_VALUE_FIGURE_PARTS_H_

#include <cstddef>
#include <optional>

#include "value/figure.h"

// What the readers of figures share: figure.cc puts together what figure_money.cc and figure_measure.cc read, and
// figure_range.cc joins two of them. A Take… function looks at what stands at `figure.last`; where it fits, it
// gives the figure its kind and unit, moves `last` behind it and returns true.
namespace crosscheck {

void Scale(const Exact& by, Figure& figure);
void Take(const NumberScan& number, Figure& figure);
void SetKind(ValueKind kind, absl::string_view unit, size_t last, Figure& figure);
// After a figure a hyphen may join what it counts: "3-inch", "12-cent".
size_t SkipHyphen(const TokenStream& stream, size_t at);

// figure_money.cc
bool TakeCurrencyAfter(const TokenStream& stream, Figure& figure);
bool TakeCoins(const TokenStream& stream, Figure& figure);
std::optional<Figure> ScanCurrencyFirst(const TokenStream& stream, size_t at);
std::optional<Figure> ScanOneCoin(const TokenStream& stream, size_t at);

// figure_measure.cc
bool TakePercent(const TokenStream& stream, Figure& figure);
bool TakeAge(const TokenStream& stream, Figure& figure);
bool TakePounds(const TokenStream& stream, Figure& figure);
void TakeSmallerUnit(const TokenStream& stream, Figure& figure);
bool TakeUnit(const TokenStream& stream, Figure& figure);
bool TakeFeetMarks(const TokenStream& stream, Figure& figure);
std::optional<Figure> ScanFractionOfUnit(const TokenStream& stream, size_t at);
std::optional<Figure> ScanPartOfPoint(const TokenStream& stream, size_t at);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_FIGURE_PARTS_H_
