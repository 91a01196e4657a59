#ifndef CROSSCHECK_VALUE_FIGURE_H_
#define CROSSCHECK_VALUE_FIGURE_H_

#include <cstddef>
#include <optional>
#include <string>

#include "crosscheck/value.h"
#include "value/number.h"
#include "value/reading.h"
#include "value/token.h"

namespace crosscheck {

// A number with its sign, currency or unit: one end of a range, or all of a value.
struct Figure {
  Exact value;
  Exact step;
  Exact scale{1};
  ValueKind kind = ValueKind::kNumber;
  std::string unit;
  size_t first = 0;
  size_t last = 0;
  bool bare = true;             // no currency, percent or unit of its own
  bool currency_first = false;  // the currency stands before the figure, so a range's other end may go without
  bool signed_figure = false;
  bool fraction_only = false;
  bool digits = false;
  bool hyphen_after = false;  // "8-" of "8- to 16-metre"
  int whole_digits = 0;
};

// The figure that begins at token `at`, without modifier or range; `number` is the number there.
std::optional<Figure> ScanFigure(const TokenStream& stream, size_t at, NumberHere& number);
std::optional<Figure> ScanFigure(const TokenStream& stream, size_t at);

// The value that begins at token `at`: a figure or a range of two that share scale, currency and unit; with "between"
// or "from" in front too. No modifier, no noun.
std::optional<Reading> ReadFigure(const TokenStream& stream, size_t at, NumberHere& number, Figure& last_figure);
std::optional<Reading> ReadFigure(const TokenStream& stream, size_t at, Figure& last_figure);

// "a share", "per hour", "/day", "apiece" at token `at`: what a value is a rate of. Sets `last`; "" where there is
// none.
std::string FindPer(const TokenStream& stream, size_t at, size_t& last);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_FIGURE_H_
