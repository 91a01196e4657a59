#include "value/number.h"

#include <array>
#include <utility>

#include "value/number_parts.h"
#include "value/readers.h"
#include "value/reading.h"

namespace crosscheck {

using Kind = NumberWord::Kind;

const NumberWord* WordAt(const TokenStream& stream, size_t at) {
  const Token& token = TokenAt(stream, at);
  const NumberWord* row = IsWord(token) ? FindNumberWord(token.text) : nullptr;
  if (row == nullptr || row->text != "grand") return row;
  // "50 grand", but neither "two grand pianos" nor "a grand design".
  const Token& next = TokenAt(stream, at + 1);
  const bool article = at > 0 && stream.tokens[at - 1].text == "a";
  return token.capital || article || at == 0 || (IsWord(next) && !EndsNounPhrase(next.text)) ? nullptr : row;
}

// Trailing zeros of a whole figure are rounding, but two digits always count: 1,200 is to the hundred, 300 to the ten,
// 20 to the one. (Significant figures of NIST Good Laboratory Practice 9, with the press's habit that a small count is
// a count.)
Exact StepOfWhole(absl::int128 figure) {
  if (figure < 0) figure = -figure;
  int zeros = 0;
  while (figure >= 100 && figure % 10 == 0) {
    figure /= 10;
    ++zeros;
  }
  return Power(zeros);
}

Exact ScaleValue(const NumberWord& row) {
  return row.kind == Kind::kScale || row.kind == Kind::kLetterScale ? Power(static_cast<int>(row.value))
                                                                    : Exact(row.value);
}

bool IsSmall(const NumberWord& row) {
  return row.kind == Kind::kUnit || row.kind == Kind::kTeen || row.kind == Kind::kTens;
}

bool IsBig(const NumberWord& row) {
  return row.kind == Kind::kHundred || row.kind == Kind::kScale || row.kind == Kind::kDozen;
}

Exact Power(int exponent) { return Exact::PowerOfTen(exponent).value_or(Exact(1)); }

namespace {

// The scale at `at`: "million" after a space or hyphen, "bn" glued or, where it is never a unit, after a space. Sets
// how many tokens it takes.
const NumberWord* ScaleAt(const TokenStream& stream, size_t at, NumberPlace place, bool after_digits, size_t& tokens) {
  size_t word = at;
  if (IsGluedMark(stream, at, "-") && IsGlued(TokenAt(stream, at + 1))) word = at + 1;
  const NumberWord* row = WordAt(stream, word);
  if (row == nullptr) return nullptr;
  tokens = word + 1 - at;
  const Token& token = TokenAt(stream, word);
  if (row->kind == Kind::kScale || row->kind == Kind::kHundred || row->kind == Kind::kDozen) {
    // "2 cr", "three hundred Cr": the short form of crore only after a number, which this is.
    return row;
  }
  if (row->kind != Kind::kLetterScale || !after_digits || word != at) return nullptr;
  const Token& next = TokenAt(stream, word + 1);
  if (next.kind == Token::Kind::kNumber && IsGlued(next)) return nullptr;  // "10k5"
  if (place == NumberPlace::kMoney) return row;
  const absl::string_view text = token.text;
  if (text == "m") return IsGlued(token) && token.capital ? row : nullptr;  // metres
  if (text == "t" || text == "mm") return nullptr;                          // tonnes, millimetres
  // "- 10 k" alone in a cell.
  const bool cell = text == "k" && word + 1 == stream.tokens.size() && stream.tokens[0].kind != Token::Kind::kWord;
  if (text == "k" || text == "b") return IsGlued(token) || cell ? row : nullptr;
  return row;
}

// ".0012G"
void TakeGiga(const TokenStream& stream, NumberScan& scan) {
  const Token& mark = TokenAt(stream, scan.last);
  if (mark.text != "g" || !mark.capital || !IsGlued(mark) || scan.step > Power(-3)) return;
  const auto value = scan.value.Times(Power(9));
  const auto step = scan.step.Times(Power(9));
  if (!value || !step) return;
  scan.value = *value;
  scan.step = *step;
  ++scan.last;
}

// Multiplies by every scale from `scan.last` on: "million", "thousand million", "bn".
void TakeScales(const TokenStream& stream, NumberPlace place, NumberScan& scan) {
  bool letters = scan.digits;
  for (;;) {
    size_t tokens = 0;
    const NumberWord* row = ScaleAt(stream, scan.last, place, letters, tokens);
    if (row == nullptr) return;
    const Exact by = ScaleValue(*row);
    const auto value = scan.value.Times(by);
    const auto step = scan.step.Times(by);
    const auto scale = scan.scale.Times(by);
    if (!value || !step || !scale) return;
    scan.value = *value;
    scan.step = *step;
    scan.scale = *scale;
    scan.last += tokens;
    letters = false;
    if (row->kind == Kind::kLetterScale) return;
  }
}

void AddFraction(const Exact& part, size_t last, NumberScan& scan) {
  const auto sum = scan.value.Plus(part);
  if (!sum) return;
  scan.value = *sum;
  scan.step = Exact();
  scan.fraction = true;
  scan.last = last;
}

void TakeFractionDigits(const TokenStream& stream, NumberScan& scan) {
  int n = 0;
  int d = 0;
  const Token& next = TokenAt(stream, scan.last);
  if (next.kind == Token::Kind::kMark && FindVulgarFraction(next.text, n, d)) {
    AddFraction(*Exact::Ratio(n, d), scan.last + 1, scan);
    return;
  }
  absl::int128 above = 0;
  absl::int128 below = 0;
  size_t last = 0;
  size_t at = scan.last;
  if (IsGluedMark(stream, at, "-")) ++at;
  if ((at != scan.last || next.space_before) && TakeSlash(stream, at, above, below, last) && above < below) {
    AddFraction(*Exact::Ratio(above, below), last, scan);
  }
}

std::optional<NumberScan> ScanDigitNumber(const TokenStream& stream, size_t at, NumberPlace place) {
  NumberScan out;
  out.digits = true;
  absl::int128 above = 0;
  absl::int128 below = 0;
  size_t last = 0;
  if (TakeSlash(stream, at, above, below, last)) {
    out.value = *Exact::Ratio(above, below);
    out.fraction = out.fraction_only = true;
    out.last = last;
    TakeScales(stream, place, out);
    return out;
  }
  const std::optional<Digits> digits = ScanDigits(stream, at, place);
  if (!digits) return std::nullopt;
  const auto value = Exact::Ratio(digits->mantissa, 1)->Times(Power(-digits->decimals));
  if (!value) return std::nullopt;
  out.value = *value;
  out.decimal = digits->decimals > 0;
  out.grouped = digits->grouped;
  out.whole_digits = static_cast<int>(TokenAt(stream, at).text.size());
  out.step = out.decimal ? Power(-digits->decimals) : StepOfWhole(digits->mantissa);
  out.last = digits->last;
  if (!out.decimal && !out.grouped) TakeFractionDigits(stream, out);
  if (std::optional<NumberScan> point = out.decimal ? std::nullopt : ScanPoint(stream, out.last, out.value)) {
    out.value = point->value;
    out.step = point->step;
    out.decimal = true;
    out.last = point->last;
  }
  TakeExponent(stream, out);
  TakePower(stream, out);
  if (out.decimal) TakeGiga(stream, out);
  TakeScales(stream, place, out);
  return out;
}

// "9 hundred and 2", "3 million 200 thousand": what goes on after digits and a scale.
void TakeTail(const TokenStream& stream, NumberPlace place, NumberScan& scan) {
  if (!scan.value.is_integer() || scan.decimal || scan.scale < Exact(100)) return;
  size_t i = scan.last;
  const bool by_and = TokenAt(stream, i).text == "and";
  if (by_and && scan.scale > Exact(1000)) return;
  if (by_and) ++i;
  const Token& next = TokenAt(stream, i);
  if (!next.space_before) return;
  std::optional<NumberScan> rest;
  if (IsDigits(next)) {
    rest = ScanDigitNumber(stream, i, place);
    const bool plain = rest && rest->scale == Exact(1);
    if (rest && plain && (!by_and || rest->value >= Exact(100) || scan.scale != Exact(100))) return;
  } else {
    rest = ScanNumberWords(stream, i);
    if (rest && rest->scale == scan.scale) return;
  }
  if (!rest || rest->fraction || !rest->value.is_integer() || rest->value >= scan.scale) return;
  const auto sum = scan.value.Plus(rest->value);
  if (!sum) return;
  scan.value = *sum;
  scan.step = rest->step;
  scan.scale = Exact(1);
  scan.last = rest->last;
}

// A scale word or dozen straight after "two and a half": it multiplies the sum.
void TakeAndFraction(const TokenStream& stream, NumberPlace place, NumberScan& scan) {
  const std::optional<NumberScan> part = ScanAndFraction(stream, scan.last);
  if (!part) return;
  // "one million and a half" is 1.5 million, "two and a half" 2.5, "one billion and a half million" 1,000.5 million.
  Exact scale = scan.scale;
  size_t last = part->last;
  const NumberWord* own = WordAt(stream, last);
  if (own != nullptr && own->kind == Kind::kScale && Power(static_cast<int>(own->value)) < scan.scale) {
    scale = Power(static_cast<int>(own->value));
    ++last;
  }
  const auto add = part->value.Times(scale);
  if (!add) return;
  AddFraction(*add, last, scan);
  if (scan.scale == Exact(1)) TakeScales(stream, place, scan);
}

// "three twenty" at the end of a phrase is 320, as it is spoken; after "at" it is a time of day.
void TakeSpokenTail(const TokenStream& stream, size_t at, NumberScan& scan) {
  if (scan.last != at + 1 || scan.value < Exact(1) || scan.value > Exact(9)) return;
  const bool time = at > 0 && (stream.tokens[at - 1].text == "at" || stream.tokens[at - 1].text == "-");
  if (time || !TokenAt(stream, scan.last).space_before) return;
  const std::optional<NumberScan> tail = ScanNumberWords(stream, scan.last);
  if (!tail || tail->value < Exact(10) || tail->value > Exact(99)) return;
  const Token& after = TokenAt(stream, tail->last);
  if (after.kind != Token::Kind::kMark || after.text == "-" || after.text == "%") return;
  const auto hundreds = scan.value.Times(Exact(100));
  const auto sum = hundreds ? hundreds->Plus(tail->value) : std::nullopt;
  if (!sum) return;
  scan.value = *sum;
  scan.step = Exact(1);
  scan.last = tail->last;
}

// "point seven", "point 77" without a figure in front: alone, or before percent. "At this point 77 people" is none.
std::optional<NumberScan> ScanBarePoint(const TokenStream& stream, size_t at) {
  std::optional<NumberScan> out = ScanPoint(stream, at, Exact());
  if (!out) return std::nullopt;
  const absl::string_view next = TokenAt(stream, out->last).text;
  const bool alone = out->last >= stream.tokens.size() && at <= 1;
  return alone || next == "percent" || next == "per" || next == "%" ? out : std::nullopt;
}

}  // namespace

std::optional<NumberScan> ScanNumber(const TokenStream& stream, size_t at, NumberPlace place) {
  const Token& first = TokenAt(stream, at);
  int n = 0;
  int d = 0;
  if (IsDigits(first) || (first.text == "." && IsDigits(TokenAt(stream, at + 1)))) {
    std::optional<NumberScan> scan = ScanDigitNumber(stream, at, place);
    if (!scan || scan->fraction_only) return scan;
    TakeTail(stream, place, *scan);
    TakeAndFraction(stream, place, *scan);
    return scan;
  }
  if (first.kind == Token::Kind::kMark) {
    if (!FindVulgarFraction(first.text, n, d)) return std::nullopt;
    NumberScan out;
    out.value = *Exact::Ratio(n, d);
    out.fraction = out.fraction_only = true;
    out.last = at + 1;
    TakeScales(stream, place, out);
    return out;
  }
  if (std::optional<NumberScan> part = ScanFractionOfScale(stream, at)) return part;
  if (std::optional<NumberScan> part = ScanFractionWords(stream, at); part && TokenAt(stream, at).text != "half") {
    return part;
  }
  if (first.text == "point") return ScanBarePoint(stream, at);
  std::optional<NumberScan> scan = ScanNumberWords(stream, at);
  if (!scan) return std::nullopt;
  if (std::optional<NumberScan> point = ScanPoint(stream, scan->last, scan->value)) {
    TakeScales(stream, place, *point);
    return point;
  }
  TakeSpokenTail(stream, at, *scan);
  TakeAndFraction(stream, place, *scan);
  return scan;
}

std::optional<Reading> ReadPlainNumber(const TokenStream& stream, size_t at) {
  const std::optional<NumberScan> scan = ScanNumber(stream, at, NumberPlace::kPlain);
  if (!scan) return std::nullopt;
  Reading out;
  out.value.kind = ValueKind::kNumber;
  out.value.low = out.value.high = scan->value;
  out.value.step = scan->step;
  out.value.is_fraction = scan->fraction_only;
  out.first = out.phrase_first = at;
  out.last = out.phrase_last = scan->last;
  return out;
}

}  // namespace crosscheck
