// Numbers in digits: grouping, decimals, exponents, fractions with a stroke.
#include <cstdlib>

#include "value/currencies.h"
#include "value/number_parts.h"

namespace crosscheck {

namespace {

constexpr int kMostDigits = 30;

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
  // "July 15 300 people": the first is a day or a name's number. "SEK 12 500", "R8 614 220" are money.
  if (at > 1 && TokenAt(stream, at - 1).kind == Token::Kind::kWord && TokenAt(stream, at - 1).capital &&
      !FindCurrencyBefore(stream, at - 1))
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

}  // namespace

bool Append(absl::string_view digits, absl::int128& mantissa, int& count) {
  count += static_cast<int>(digits.size());
  if (count > kMostDigits) return false;
  for (char c : digits) mantissa = mantissa * 10 + (c - '0');
  return true;
}

namespace {

// The digits and groups before a decimal mark, from `out.last` on.
bool TakeWhole(const TokenStream& stream, int& count, Digits& out) {
  const size_t at = out.last;
  if (!IsDigits(TokenAt(stream, at)) || !Append(TokenAt(stream, at).text, out.mantissa, count)) return false;
  ++out.last;
  size_t groups = CountGroups(stream, at, ",");
  if (groups == 0 && CountGroups(stream, at, ".") > 1) groups = CountGroups(stream, at, ".");
  const size_t stride = groups > 0 ? 2 : 1;  // a mark and digits, or digits after a space
  if (groups == 0) groups = CountSpacedGroups(stream, at);
  for (size_t g = 0; g < groups; ++g, out.last += stride) {
    if (!Append(TokenAt(stream, out.last + stride - 1).text, out.mantissa, count)) return false;
  }
  out.grouped = groups > 0;
  return true;
}

// Whether the mark at `at` begins decimals: a stop, or in money a comma ("5,50").
bool IsDecimalMark(const TokenStream& stream, size_t at, NumberPlace place, bool grouped) {
  const absl::string_view mark = TokenAt(stream, at).text;
  if (mark == ".") return true;
  return mark == "," && !grouped && place == NumberPlace::kMoney && TokenAt(stream, at + 1).text.size() <= 2 &&
         !IsGluedMark(stream, at + 2, ",");
}

}  // namespace

std::optional<Digits> ScanDigits(const TokenStream& stream, size_t at, NumberPlace place) {
  Digits out;
  out.last = at;
  int count = 0;
  const bool bare = TokenAt(stream, at).text == ".";  // ".08"
  if (!bare && !TakeWhole(stream, count, out)) return std::nullopt;
  const size_t mark = out.last;
  const Token& after = TokenAt(stream, mark + 1);
  const bool joins = IsDigits(after) && IsGlued(after) && (bare || IsGlued(TokenAt(stream, mark)));
  if (!joins || !IsDecimalMark(stream, mark, place, out.grouped)) {
    return bare ? std::nullopt : std::optional<Digits>(out);
  }
  // "1.200.000,50" and "15.7.2025": a second stop makes it no decimal.
  const bool second = !bare && TokenAt(stream, mark).text == "." && IsGluedMark(stream, mark + 2, ".") &&
                      IsDigits(TokenAt(stream, mark + 3)) && IsGlued(TokenAt(stream, mark + 3));
  const int whole = count;
  if (second || !Append(after.text, out.mantissa, count)) return std::nullopt;
  out.decimals = count - whole;
  out.last = mark + 2;
  return out;
}

namespace {

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

}  // namespace

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

void TakePower(const TokenStream& stream, NumberScan& scan) {
  const bool ten =
      scan.value == Exact(10) && scan.step == Exact(1) && Superscript(TokenAt(stream, scan.last).text) != -1;
  if (!ten && !IsGluedMark(stream, scan.last, "^")) return;
  size_t last = 0;
  const std::optional<int> power = ScanExponent(stream, scan.last, last);
  if (!power) return;
  // "10²" may be a note.
  if (!IsGluedMark(stream, scan.last, "^") && (*power == 1 || *power == 2)) return;
  const int times = std::abs(*power);
  std::optional<Exact> value(Exact(1));
  for (int i = 0; i < times && value; ++i) value = value->Times(scan.value);
  if (value && *power < 0) value = Exact(1).DividedBy(*value);
  if (!value) return;
  scan.step = scan.value == Exact(10) ? *value : Exact();
  scan.value = *value;
  scan.last = last;
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

}  // namespace crosscheck
