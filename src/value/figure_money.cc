// Money: currencies before and after the figure, cents, coins.
#include "value/currencies.h"
#include "value/figure_parts.h"
#include "value/number_words.h"

namespace crosscheck {

namespace {

// "and 43 cents", "43c", "43" at the end: the hundredths after whole units.
void TakeHundredths(const TokenStream& stream, Figure& figure) {
  if (figure.scale != Exact(1) || !figure.value.is_integer()) return;
  size_t at = figure.last;
  const bool by_and = TokenAt(stream, at).text == "and";
  if (by_and) ++at;
  std::optional<NumberScan> part = ScanNumber(stream, at, NumberPlace::kPlain);
  if (!part || !part->value.is_integer() || part->value >= Exact(100) || part->value <= Exact(0)) return;
  const std::optional<CurrencyMatch> unit = FindCurrencyAfter(stream, SkipHyphen(stream, part->last));
  size_t last = part->last;
  if (unit && unit->minor) {
    last = unit->last;
  } else {
    // "15 dollars and 50." — only where nothing counts the second figure.
    const Token& after = TokenAt(stream, part->last);
    const bool ends =
        part->last >= stream.tokens.size() || after.text == "." || after.text == "," || after.text == "more";
    const bool two_digits = part->digits ? part->whole_digits == 2 : part->value >= Exact(10);
    if (unit || !ends || !two_digits || figure.currency_first) return;
  }
  const auto add = part->value.DividedBy(Exact(100));
  const auto sum = add ? figure.value.Plus(*add) : std::nullopt;
  if (!sum) return;
  figure.value = *sum;
  figure.step = *Exact::PowerOfTen(-2);
  figure.last = last;
}

}  // namespace

bool TakeCurrencyAfter(const TokenStream& stream, Figure& figure) {
  size_t at = SkipHyphen(stream, figure.last);
  if (TokenAt(stream, at).text == "of" && figure.fraction_only) return false;
  std::optional<CurrencyMatch> found = FindCurrencyAfter(stream, at);
  if (!found) {
    // "1.8m dollars": the letter is a scale only because a currency follows.
    const NumberWord* scale = FindNumberWord(TokenAt(stream, at).text);
    if (scale == nullptr || scale->kind != NumberWord::Kind::kLetterScale || at != figure.last) return false;
    found = FindCurrencyAfter(stream, at + 1);
    if (!found || found->minor) return false;
    Scale(*Exact::PowerOfTen(scale->value), figure);
  }
  if (found->code == "GBP" && at != figure.last) return false;  // "a twenty-pound bag"
  // "3 USD50 cards": the code belongs to the figure that is glued to it.
  const Token& glued = TokenAt(stream, found->last);
  if (glued.kind == Token::Kind::kNumber && IsGlued(glued) && !found->minor) return false;
  SetKind(ValueKind::kMoney, found->code, found->last, figure);
  if (found->power != 0) Scale(*Exact::PowerOfTen(found->power), figure);
  // "75 USD million"
  const NumberWord* scale = FindNumberWord(TokenAt(stream, figure.last).text);
  if (scale != nullptr && scale->kind == NumberWord::Kind::kScale && scale->value >= 6) {
    Scale(*Exact::PowerOfTen(scale->value), figure);
    ++figure.last;
  }
  if (!found->minor) TakeHundredths(stream, figure);
  return true;
}

// US coins as amounts: "two nickels" (US Code title 31 §5112).
bool TakeCoins(const TokenStream& stream, Figure& figure) {
  const absl::string_view word = TokenAt(stream, figure.last).text;
  int64_t worth = 0;
  if (word == "nickels" || word == "nickel") worth = 5;
  if (word == "dimes" || word == "dime") worth = 10;
  if (worth == 0) return false;
  const auto value = figure.value.Times(*Exact::Ratio(worth, 100));
  if (!value) return false;
  figure.value = *value;
  figure.step = Exact();
  SetKind(ValueKind::kMoney, "USD", figure.last + 1, figure);
  return true;
}

std::optional<Figure> ScanCurrencyFirst(const TokenStream& stream, size_t at) {
  const std::optional<CurrencyMatch> currency = FindCurrencyBefore(stream, at);
  if (!currency) return std::nullopt;
  Figure out;
  size_t i = currency->last;
  const bool negative = IsGluedMark(stream, i, "-") && IsGlued(TokenAt(stream, i + 1));
  if (negative) ++i;
  const std::optional<NumberScan> number = ScanNumber(stream, i, NumberPlace::kMoney);
  if (!number || TokenAt(stream, i).text == "a") return std::nullopt;
  // Words of letters before a figure in words are not codes ("rand twenty"), nor is one letter a currency alone.
  if (!currency->symbol && !number->digits) return std::nullopt;
  if (currency->code == "ZAR" && TokenAt(stream, at).text == "r" && number->scale == Exact(1) && !number->grouped &&
      !number->decimal) {
    return std::nullopt;
  }
  Take(*number, out);
  if (negative) out.value = out.value.Negated();
  out.signed_figure = negative;
  out.first = at;
  out.currency_first = true;
  SetKind(ValueKind::kMoney, currency->code, number->last, out);
  // "$5 million US", "$50 Canadian" and "$1.5 billion-dollar" slips are read as written; "$20 USD" repeats itself.
  const std::optional<CurrencyMatch> again = FindCurrencyAfter(stream, out.last);
  if (again && !again->minor && again->power == 0 && (again->code == currency->code || currency->code == "USD") &&
      !again->symbol) {
    out.unit = std::string(again->code.data(), again->code.size());
    out.last = again->last;
  }
  TakeHundredths(stream, out);
  return out;
}

// "a dime", "a nickel a share": one coin, where no noun follows that it would describe.
std::optional<Figure> ScanOneCoin(const TokenStream& stream, size_t at) {
  const absl::string_view article = TokenAt(stream, at).text;
  if (article != "a") return std::nullopt;
  const absl::string_view coin = TokenAt(stream, at + 1).text;
  if (coin != "dime" && coin != "nickel" && coin != "penny" && coin != "buck" && coin != "cent" && coin != "dollar" &&
      coin != "euro")
    return std::nullopt;
  const Token& next = TokenAt(stream, at + 2);
  // "a dollar and 42 cents"
  const bool goes_on = next.text == "and" && TokenAt(stream, at + 3).kind == Token::Kind::kNumber;
  if (IsWord(next) && !goes_on && next.text != "a" && next.text != "per" && next.text != "to" && next.text != "from")
    return std::nullopt;
  Figure out;
  out.value = Exact(1);
  out.first = at;
  out.last = at + 1;
  if (coin == "dime" || coin == "nickel") {
    TakeCoins(stream, out);
    return out;
  }
  if (!TakeCurrencyAfter(stream, out) || (goes_on && out.last == at + 2)) return std::nullopt;
  return out;
}

}  // namespace crosscheck
