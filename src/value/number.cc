#include "value/number.h"

#include <algorithm>
#include <array>
#include <utility>

#include "value/number_words.h"
#include "value/reading.h"

namespace crosscheck {

using Kind = NumberWord::Kind;

const Token& TokenAt(const TokenStream& stream, size_t at) {
  static const Token kNone{Token::Kind::kMark, true, false, 0, 0, absl::string_view()};
  return at < stream.tokens.size() ? stream.tokens[at] : kNone;
}

bool IsGluedMark(const TokenStream& stream, size_t at, absl::string_view text) {
  const Token& token = TokenAt(stream, at);
  return token.kind == Token::Kind::kMark && !token.space_before && token.text == text;
}

namespace {

constexpr int kMostDigits = 30;

const NumberWord* WordAt(const TokenStream& stream, size_t at) {
  const Token& token = TokenAt(stream, at);
  return token.kind == Token::Kind::kWord ? FindNumberWord(token.text) : nullptr;
}

bool IsDigits(const Token& token) { return token.kind == Token::Kind::kNumber; }

Exact Power(int exponent) { return Exact::PowerOfTen(exponent).value_or(Exact(1)); }

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

struct Digits {
  absl::int128 mantissa = 0;
  int decimals = 0;
  size_t last = 0;
  bool grouped = false;
};

bool Append(absl::string_view digits, absl::int128& mantissa, int& count) {
  count += static_cast<int>(digits.size());
  if (count > kMostDigits) return false;
  for (char c : digits) mantissa = mantissa * 10 + (c - '0');
  return true;
}

// How many groups after the first, each `mark` + digits and glued, make one number: all of three digits (1,200,000) or,
// after commas, twos and a last three (1,20,000). 0 where they do not.
size_t CountGroups(const TokenStream& stream, size_t at, absl::string_view mark) {
  size_t count = 0;
  bool threes = true;
  bool twos = true;
  size_t last_size = 3;
  for (size_t i = at + 1; IsGluedMark(stream, i, mark) && IsDigits(TokenAt(stream, i + 1)) &&
                          IsGlued(TokenAt(stream, i + 1)) && count < 12;
       i += 2) {
    twos = twos && (count == 0 || last_size == 2);
    last_size = TokenAt(stream, i + 1).text.size();
    threes = threes && last_size == 3;
    ++count;
  }
  const size_t first_size = TokenAt(stream, at).text.size();
  if (first_size > 3 || count == 0) return 0;
  if (threes) return count;
  return twos && last_size == 3 && first_size <= 2 && mark == "," ? count : 0;
}

// "1 200", "12 345 678": every group after the first has three digits and stands alone.
size_t CountSpacedGroups(const TokenStream& stream, size_t at) {
  const Token& first = TokenAt(stream, at);
  if (first.text.size() > 3 || first.text[0] == '0') return 0;
  // "July 15 300 people": the first is a day or a name's number.
  if (at > 0 && TokenAt(stream, at - 1).kind == Token::Kind::kWord && TokenAt(stream, at - 1).capital && at > 1)
    return 0;
  size_t count = 0;
  size_t i = at + 1;
  for (; IsDigits(TokenAt(stream, i)) && TokenAt(stream, i).space_before && TokenAt(stream, i).text.size() == 3; ++i) {
    ++count;
  }
  if (count == 0) return 0;
  const Token& after = TokenAt(stream, i);
  if (IsDigits(after)) return 0;
  if (after.kind == Token::Kind::kMark && IsGlued(after) && (after.text == "-" || after.text == "/")) return 0;
  return count;
}

std::optional<Digits> ScanDigits(const TokenStream& stream, size_t at, NumberPlace place) {
  Digits out;
  int count = 0;
  size_t i = at;
  if (TokenAt(stream, at).text == ".") {  // ".08"
    if (!IsDigits(TokenAt(stream, at + 1)) || !IsGlued(TokenAt(stream, at + 1))) return std::nullopt;
    if (!Append(TokenAt(stream, at + 1).text, out.mantissa, count)) return std::nullopt;
    out.decimals = count;
    out.last = at + 2;
    return out;
  }
  if (!IsDigits(TokenAt(stream, at)) || !Append(TokenAt(stream, at).text, out.mantissa, count)) return std::nullopt;
  ++i;
  size_t groups = CountGroups(stream, at, ",");
  if (groups == 0 && CountGroups(stream, at, ".") > 1) groups = CountGroups(stream, at, ".");
  for (size_t g = 0; g < groups; ++g, i += 2) {
    if (!Append(TokenAt(stream, i + 1).text, out.mantissa, count)) return std::nullopt;
  }
  out.grouped = groups > 0;
  if (groups == 0) {
    for (size_t g = CountSpacedGroups(stream, at); g > 0; --g, ++i) {
      if (!Append(TokenAt(stream, i).text, out.mantissa, count)) return std::nullopt;
      out.grouped = true;
    }
  }
  out.last = i;
  const Token& mark = TokenAt(stream, i);
  const Token& after = TokenAt(stream, i + 1);
  if (mark.kind != Token::Kind::kMark || !IsGlued(mark) || !IsDigits(after) || !IsGlued(after)) return out;
  const bool comma = mark.text == "," && !out.grouped && place == NumberPlace::kMoney && after.text.size() <= 2 &&
                     !IsGluedMark(stream, i + 2, ",");
  // "1.200.000,50" and "15.7.2025": a second stop makes it no decimal.
  if (mark.text == ".") {
    if (IsGluedMark(stream, i + 2, ".") && IsDigits(TokenAt(stream, i + 3)) && IsGlued(TokenAt(stream, i + 3))) {
      return std::nullopt;
    }
  } else if (!comma) {
    return out;
  }
  const int whole = count;
  if (!Append(after.text, out.mantissa, count)) return std::nullopt;
  out.decimals = count - whole;
  out.last = i + 2;
  return out;
}

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
  if (text == "k" || text == "b") return IsGlued(token) ? row : nullptr;
  return row;
}

Exact ScaleValue(const NumberWord& row) {
  return row.kind == Kind::kScale || row.kind == Kind::kLetterScale ? Power(row.value) : Exact(row.value);
}

// A number in words as it grows: `total` holds what scales have closed, `group` what is below the next scale.
struct WordState {
  int64_t total = 0;
  int64_t group = 0;
  int64_t last_scale = 0;  // the smallest scale so far, 0: none
  int64_t ended_by = 1;    // the scale that the number ends with, 1: a plain figure
  bool has_group = false;
  bool tens_open = false;  // a unit may follow: "twenty" + "one"
  bool after_and = false;
};

constexpr int64_t kMostTotal = 1'000'000'000'000'000;

int64_t WholePower(int exponent) {
  int64_t out = 1;
  for (int i = 0; i < exponent; ++i) out *= 10;
  return out;
}

bool TakeSmall(WordState& state, const NumberWord& row) {
  const int64_t value = row.value;
  if (!state.has_group) {
    if (state.last_scale != 0 && value >= state.last_scale) return false;
    state.group = value;
  } else if (state.tens_open && row.kind == Kind::kUnit && value != 0) {
    state.group += value;
  } else if (state.group >= 100 && state.group % 100 == 0 && value != 0) {
    state.group += value;
  } else {
    return false;
  }
  state.has_group = true;
  state.tens_open = row.kind == Kind::kTens;
  state.ended_by = 1;
  return true;
}

bool TakeScale(WordState& state, const NumberWord& row) {
  const int64_t scale = row.kind == Kind::kScale ? WholePower(row.value) : row.value;
  state.tens_open = false;
  if (row.kind == Kind::kHundred) {
    if (!state.has_group || state.group <= 0 || state.group >= 100 || state.group % 10 == 0) return false;
    state.group *= 100;
    return true;
  }
  if (row.kind == Kind::kDozen) {
    if (!state.has_group || state.total != 0) return false;
    state.group *= 12;
    return true;
  }
  if (state.has_group) {
    if (state.group <= 0 || (state.last_scale != 0 && scale >= state.last_scale)) return false;
    int64_t closed = 0;
    if (__builtin_mul_overflow(state.group, scale, &closed) || closed > kMostTotal * 1000) return false;
    state.total += closed;
  } else {
    // "three thousand million"
    if (state.total == 0 || state.total > kMostTotal / scale) return false;
    state.total *= scale;
  }
  state.group = 0;
  state.has_group = false;
  state.last_scale = state.last_scale == 0 ? scale : std::min(state.last_scale, scale);
  state.ended_by = scale;
  return true;
}

// The number word that joins on at `at` (after a space, a hyphen or "and"); sets the tokens it takes with what joins.
const NumberWord* NextWord(const TokenStream& stream, size_t at, const WordState& state, size_t& tokens, bool& by_and) {
  by_and = false;
  tokens = 1;
  const Token& token = TokenAt(stream, at);
  if (token.kind == Token::Kind::kWord && token.space_before) {
    if (token.text != "and") return FindNumberWord(token.text);
    // "three hundred and two", "two thousand and five": only after a hundred or a thousand, so that "two million and
    // three others" stays two numbers.
    const bool hundred = state.has_group && state.group >= 100 && state.group % 100 == 0;
    const bool thousand = !state.has_group && state.last_scale == 1000;
    if (!hundred && !thousand) return nullptr;
    by_and = true;
    tokens = 2;
    return WordAt(stream, at + 1);
  }
  if (token.kind != Token::Kind::kMark || token.text != "-") return nullptr;
  const NumberWord* next = WordAt(stream, at + 1);
  tokens = 2;
  if (IsGlued(token) && IsGlued(TokenAt(stream, at + 1))) return next;
  // "fifty - two", as tokenised texts have it.
  const bool unit = next != nullptr && next->kind == Kind::kUnit && next->value > 0;
  return unit && state.tens_open && token.space_before && TokenAt(stream, at + 1).space_before ? next : nullptr;
}

bool IsSmall(const NumberWord& row) {
  return row.kind == Kind::kUnit || row.kind == Kind::kTeen || row.kind == Kind::kTens;
}

bool IsBig(const NumberWord& row) {
  return row.kind == Kind::kHundred || row.kind == Kind::kScale || row.kind == Kind::kDozen;
}

// Adds words to `state` from `at` on; returns the end.
size_t GrowWords(const TokenStream& stream, size_t at, WordState& state) {
  for (;;) {
    size_t tokens = 0;
    bool by_and = false;
    const NumberWord* row = NextWord(stream, at, state, tokens, by_and);
    if (row == nullptr) return at;
    WordState next = state;
    // "fifty - two" is no joining; "five one" neither: TakeSmall refuses.
    const bool taken = IsSmall(*row) ? TakeSmall(next, *row) : IsBig(*row) && !by_and && TakeScale(next, *row);
    if (!taken) return at;
    state = next;
    at += tokens;
  }
}

// "point seven five" after a number in words, or after digits ("1 point 1"); nothing where no figure follows.
std::optional<NumberScan> ScanPoint(const TokenStream& stream, size_t at, const Exact& whole) {
  if (TokenAt(stream, at).text != "point") return std::nullopt;
  absl::int128 mantissa = 0;
  int decimals = 0;
  size_t i = at + 1;
  for (; decimals < 12; ++i) {
    const Token& token = TokenAt(stream, i);
    if (IsDigits(token) && decimals == 0) {
      if (!Append(token.text, mantissa, decimals)) return std::nullopt;
      ++i;
      break;
    }
    const NumberWord* row = WordAt(stream, i);
    if (row == nullptr || !IsSmall(*row)) break;
    if (row->kind != Kind::kUnit) {
      if (decimals > 0) break;
      WordState state;
      TakeSmall(state, *row);
      i = GrowWords(stream, i + 1, state);
      mantissa = state.group;
      decimals = 2;
      break;
    }
    mantissa = mantissa * 10 + row->value;
    ++decimals;
  }
  if (decimals == 0) return std::nullopt;
  const auto part = Exact(static_cast<int64_t>(mantissa)).Times(Power(-decimals));
  const auto sum = part ? whole.Plus(*part) : std::nullopt;
  if (!sum) return std::nullopt;
  NumberScan out;
  out.value = *sum;
  out.step = Power(-decimals);
  out.decimal = true;
  out.last = i;
  return out;
}

// The digit that a superscript mark writes; -1 for any other mark, -2 for the superscript minus.
int Superscript(absl::string_view mark) {
  static constexpr absl::string_view kMarks[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  for (int i = 0; i < 10; ++i) {
    if (kMarks[i] == mark) return i;
  }
  return mark == "⁻" ? -2 : -1;
}

// The exponent at `at`: "6", "-4", "^6", "⁻⁵"; nullopt where none is glued on.
std::optional<int> ScanExponent(const TokenStream& stream, size_t at, size_t& last) {
  int sign = 1;
  if (IsGluedMark(stream, at, "^")) ++at;
  if (IsGluedMark(stream, at, "+")) ++at;
  if (IsGluedMark(stream, at, "-") || (IsGlued(TokenAt(stream, at)) && Superscript(TokenAt(stream, at).text) == -2)) {
    sign = -1;
    ++at;
  }
  int power = 0;
  const Token& digits = TokenAt(stream, at);
  if (!IsGlued(digits)) return std::nullopt;
  if (IsDigits(digits) && digits.text.size() <= 2) {
    for (char c : digits.text) power = power * 10 + (c - '0');
    last = at + 1;
    return sign * power;
  }
  size_t i = at;
  for (; IsGlued(TokenAt(stream, i)) && Superscript(TokenAt(stream, i).text) >= 0 && i < at + 2; ++i) {
    power = power * 10 + Superscript(TokenAt(stream, i).text);
  }
  if (i == at) return std::nullopt;
  last = i;
  return sign * power;
}

// "1.3e6", "1.3x10^6", "2.5 × 10⁻⁵".
void TakeExponent(const TokenStream& stream, NumberScan& scan) {
  const Token& mark = TokenAt(stream, scan.last);
  std::optional<int> power;
  size_t last = 0;
  if (mark.text == "e" && IsGlued(mark)) {
    power = ScanExponent(stream, scan.last + 1, last);
  } else if ((mark.text == "x" || mark.text == "×" || mark.text == "*") &&
             TokenAt(stream, scan.last + 1).text == "10") {
    const Token& after = TokenAt(stream, scan.last + 2);
    if (IsGlued(after) && (after.text == "^" || after.text == "-" || Superscript(after.text) != -1)) {
      power = ScanExponent(stream, scan.last + 2, last);
    }
  }
  const auto by = power ? Exact::PowerOfTen(*power) : std::nullopt;
  const auto value = by ? scan.value.Times(*by) : std::nullopt;
  const auto step = by ? scan.step.Times(*by) : std::nullopt;
  if (!value || !step) return;
  scan.value = *value;
  scan.step = *step;
  scan.last = last;
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

// "1/2", "2 1/2", "2-1/2", "2½": adds the fraction at scan.last, or makes `scan` the fraction where it is one itself.
bool TakeSlash(const TokenStream& stream, size_t at, absl::int128& above, absl::int128& below, size_t& last) {
  const Token& n = TokenAt(stream, at);
  const Token& d = TokenAt(stream, at + 2);
  if (!IsDigits(n) || !IsGluedMark(stream, at + 1, "/") || !IsDigits(d) || !IsGlued(d)) return false;
  if (n.text.size() > 3 || d.text.size() > 3 || d.text[0] == '0') return false;
  const Token& after = TokenAt(stream, at + 3);
  if (IsGlued(after) && (after.text == "/" || after.kind == Token::Kind::kNumber)) return false;
  int count = 0;
  above = below = 0;
  Append(n.text, above, count);
  Append(d.text, below, count);
  last = at + 3;
  if (IsGlued(after) && (after.text == "ths" || after.text == "th" || after.text == "s" || after.text == "rds")) ++last;
  return true;
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

// "and a half", "-and-a-half", "and three-quarters": the fraction that joins a number, as a part of one.
std::optional<NumberScan> ScanAndFraction(const TokenStream& stream, size_t at) {
  size_t i = at;
  if (IsGluedMark(stream, i, "-")) ++i;
  if (TokenAt(stream, i).text != "and") return std::nullopt;
  ++i;
  if (IsGluedMark(stream, i, "-")) ++i;
  std::optional<NumberScan> part = ScanFractionWords(stream, i);
  if (!part || part->value >= Exact(1)) return std::nullopt;
  return part;
}

void FinishStep(const Exact& ended_by, NumberScan& scan) {
  const auto figure = scan.value.DividedBy(ended_by);
  if (!figure || !figure->is_integer()) return;
  scan.step = StepOfWhole(figure->numerator()).Times(ended_by).value_or(ended_by);
  scan.scale = ended_by;
}

NumberScan FromState(const WordState& state, size_t last) {
  NumberScan out;
  out.value = Exact(state.total + state.group);
  out.last = last;
  FinishStep(Exact(state.ended_by), out);
  return out;
}

}  // namespace

std::optional<NumberScan> ScanNumberWords(const TokenStream& stream, size_t at) {
  WordState state;
  size_t i = at;
  const Token& first = TokenAt(stream, at);
  const NumberWord* row = WordAt(stream, at);
  if (row != nullptr && IsSmall(*row)) {
    TakeSmall(state, *row);
    i = GrowWords(stream, at + 1, state);
    return FromState(state, i);
  }
  // "a hundred", "a-million", and "hundred and seventy" without the article.
  if (first.text == "a" || first.text == "an") {
    i = at + 1;
    if (IsGluedMark(stream, i, "-")) ++i;
    row = WordAt(stream, i);
    if (row == nullptr || !IsBig(*row)) return std::nullopt;
  } else if (row == nullptr || !IsBig(*row) || row->text.back() == 's' || row->text.size() < 5 ||
             (first.capital && at > 0)) {
    return std::nullopt;
  }
  state.group = 1;
  state.has_group = true;
  if (!TakeScale(state, *row)) return std::nullopt;
  i = GrowWords(stream, i + 1, state);
  return FromState(state, i);
}

std::optional<NumberScan> ScanFractionWords(const TokenStream& stream, size_t at) {
  Exact above(1);
  size_t i = at;
  bool one = true;  // the numerator is one: the denominator may be singular
  const Token& first = TokenAt(stream, at);
  if (first.kind == Token::Kind::kWord && (first.text == "a" || first.text == "an")) {
    i = at + 1;
  } else if (std::optional<NumberScan> n = IsDigits(first) ? std::nullopt : ScanNumberWords(stream, at)) {
    above = n->value;
    one = above == Exact(1);
    i = n->last;
  } else if (first.text != "half") {
    return std::nullopt;
  }
  if (i > at && (IsGluedMark(stream, i, "-") || (one && TokenAt(stream, i).text == "-" && first.text == "one"))) ++i;
  const NumberWord* row = WordAt(stream, i);
  if (row == nullptr || row->value < 2) return std::nullopt;
  const bool denominator = row->kind == Kind::kDenominator;
  // "one third", "a fifth"; "two second" is none, "a second" neither.
  if (!denominator && !(row->kind == Kind::kOrdinal && one && row->value != 2)) return std::nullopt;
  const auto value = above.DividedBy(Exact(row->value));
  if (!value) return std::nullopt;
  NumberScan out;
  out.value = *value;
  out.last = i + 1;
  out.fraction = out.fraction_only = true;
  return out;
}

namespace {

// "half a million", "two-thirds of a million", "quarter-million": a fraction of one scale.
std::optional<NumberScan> ScanFractionOfScale(const TokenStream& stream, size_t at) {
  std::optional<NumberScan> part = ScanFractionWords(stream, at);
  if (!part) {
    const NumberWord* row = WordAt(stream, at);
    if (row == nullptr || row->text != "quarter") return std::nullopt;
    part = NumberScan{};
    part->value = *Exact::Ratio(1, 4);
    part->last = at + 1;
  }
  size_t i = part->last;
  if (TokenAt(stream, i).text == "of") ++i;
  if (IsGluedMark(stream, i, "-")) ++i;
  if (TokenAt(stream, i).text == "a" || TokenAt(stream, i).text == "an") ++i;
  if (IsGluedMark(stream, i, "-")) ++i;
  const NumberWord* row = WordAt(stream, i);
  if (row == nullptr || !IsBig(*row)) return std::nullopt;
  const Exact scale = ScaleValue(*row);
  const auto value = part->value.Times(scale);
  if (!value) return std::nullopt;
  part->value = *value;
  part->scale = scale;
  part->step = value->is_integer() ? StepOfWhole(value->numerator()) : Exact();
  part->fraction = part->fraction_only = false;
  part->last = i + 1;
  return part;
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
  if (own != nullptr && own->kind == Kind::kScale && Power(own->value) < scan.scale) {
    scale = Power(own->value);
    ++last;
  }
  const auto add = part->value.Times(scale);
  if (!add) return;
  AddFraction(*add, last, scan);
  if (scan.scale == Exact(1)) TakeScales(stream, place, scan);
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
  std::optional<NumberScan> scan = ScanNumberWords(stream, at);
  if (!scan) return std::nullopt;
  if (std::optional<NumberScan> point = ScanPoint(stream, scan->last, scan->value)) {
    TakeScales(stream, place, *point);
    return point;
  }
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
