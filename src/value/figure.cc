#include "value/figure.h"

#include "value/figure_parts.h"

namespace crosscheck {

void Scale(const Exact& by, Figure& figure) {
  const auto value = figure.value.Times(by);
  const auto step = figure.step.Times(by);
  const auto scale = figure.scale.Times(by);
  if (!value || !step || !scale) return;
  figure.value = *value;
  figure.step = *step;
  figure.scale = *scale;
}

void Take(const NumberScan& number, Figure& figure) {
  figure.value = number.value;
  figure.step = number.step;
  figure.scale = number.scale;
  figure.fraction_only = number.fraction_only;
  figure.digits = number.digits;
  figure.whole_digits = number.whole_digits;
  figure.last = number.last;
}

void SetKind(ValueKind kind, absl::string_view unit, size_t last, Figure& figure) {
  figure.kind = kind;
  figure.unit = std::string(unit.data(), unit.size());
  figure.last = last;
  figure.bare = false;
}

// After a figure a hyphen may join what it counts: "3-inch", "12-cent".
size_t SkipHyphen(const TokenStream& stream, size_t at) {
  return IsGluedMark(stream, at, "-") && IsGlued(TokenAt(stream, at + 1)) && IsWord(TokenAt(stream, at + 1)) ? at + 1
                                                                                                             : at;
}

namespace {

// The sign in front: "-5", "minus five". `at` moves past it.
bool TakeSign(const TokenStream& stream, size_t& at) {
  const Token& token = TokenAt(stream, at);
  if (token.text == "minus" || token.text == "negative") {
    if (at >= 2 && stream.tokens[at - 1].text == "or" && stream.tokens[at - 2].text == "plus") return false;
    ++at;
    return true;
  }
  if (token.text != "-") return false;
  const Token& next = TokenAt(stream, at + 1);
  const Token* before = at > 0 ? &stream.tokens[at - 1] : nullptr;
  const bool opens = before == nullptr || token.space_before || before->text == "(" || before->text == "<" ||
                     before->text == ">" || before->text == "=" || before->text == "$";
  if (!opens) return false;
  if (next.space_before && at != 0) return false;  // a dash
  const bool figure =
      next.kind == Token::Kind::kNumber || next.text == "." || next.text == "$" || next.text == "£" || next.text == "€";
  if (!figure) return false;
  // "- 12 people died" is a list: alone in its cell only.
  if (next.space_before) {
    const std::optional<NumberScan> number = ScanNumber(stream, at + 1, NumberPlace::kPlain);
    if (!number || number->last < stream.tokens.size()) return false;
  }
  ++at;
  return true;
}

}  // namespace

std::optional<Figure> ScanFigure(const TokenStream& stream, size_t at, NumberHere& number_here) {
  size_t i = at;
  const bool negative = TakeSign(stream, i);
  if (std::optional<Figure> money = ScanCurrencyFirst(stream, i)) {
    if (negative) money->value = money->value.Negated();
    money->signed_figure = money->signed_figure || negative;
    money->first = at;
    return money;
  }
  if (!negative) {
    if (std::optional<Figure> part = ScanFractionOfUnit(stream, at)) return part;
    if (std::optional<Figure> part = ScanPartOfPoint(stream, at)) return part;
  }
  NumberHere after_sign(stream, i);
  const std::optional<NumberScan>& number = i == at ? number_here.Get() : after_sign.Get();
  if (!number) return negative ? std::nullopt : ScanOneCoin(stream, at);
  Figure out;
  Take(*number, out);
  out.first = at;
  if (negative) out.value = out.value.Negated();
  out.signed_figure = negative;
  if (TakePounds(stream, out)) {
    TakeSmallerUnit(stream, out);
  } else if (!TakePercent(stream, out) && !TakeCurrencyAfter(stream, out) && !TakeAge(stream, out) &&
             !TakeFeetMarks(stream, out) && !TakeCoins(stream, out)) {
    TakeUnit(stream, out);
  }
  return out;
}

std::optional<Figure> ScanFigure(const TokenStream& stream, size_t at) {
  NumberHere number(stream, at);
  return ScanFigure(stream, at, number);
}

}  // namespace crosscheck
