#include "value/figure.h"

#include <algorithm>
#include <utility>

#include "value/currencies.h"
#include "value/modifiers.h"
#include "value/number_words.h"
#include "value/units.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

bool IsWord(const Token& token) { return token.kind == Token::Kind::kWord; }

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

bool TakePoints(const TokenStream& stream, size_t at, Figure& figure) {
  const Token& first = TokenAt(stream, at);
  size_t next = at + 1;
  if (IsGluedMark(stream, next, "-")) ++next;
  const absl::string_view second = TokenAt(stream, next).text;
  const bool points = second == "points" || second == "point" || second == "pts";
  if ((first.text == "percentage" || first.text == "percent" || first.text == "%" || first.text == "pct") && points) {
    SetKind(ValueKind::kPoints, "percentage point", next + 1, figure);
    return true;
  }
  if ((first.text == "basis" && points) || first.text == "bps" || first.text == "bp") {
    // A basis point is a hundredth of a percentage point.
    const auto value = figure.value.DividedBy(Exact(100));
    const auto step = figure.step.DividedBy(Exact(100));
    if (!value || !step) return false;
    figure.value = *value;
    figure.step = *step;
    SetKind(ValueKind::kPoints, "percentage point", first.text == "basis" ? next + 1 : at + 1, figure);
    return true;
  }
  if (first.text == "pp" || first.text == "ppt" || first.text == "ppts") {
    SetKind(ValueKind::kPoints, "percentage point", at + 1, figure);
    return true;
  }
  return false;
}

bool TakePercent(const TokenStream& stream, Figure& figure) {
  const size_t at = SkipHyphen(stream, figure.last);
  if (TakePoints(stream, at, figure)) return true;
  const Token& first = TokenAt(stream, at);
  size_t last = 0;
  if (first.text == "%" || first.text == "percent" || first.text == "pct" || first.text == "percents" ||
      first.text == "percentage") {
    last = at + 1;
  } else if (first.text == "per" &&
             (TokenAt(stream, at + 1).text == "cent" || TokenAt(stream, at + 1).text == "cents")) {
    last = at + 2;
  } else {
    return false;
  }
  SetKind(ValueKind::kPercent, "percent", last, figure);
  return true;
}

absl::string_view AgeUnit(absl::string_view word) {
  if (word == "year" || word == "years" || word == "yr" || word == "yrs") return "year";
  if (word == "month" || word == "months") return "month";
  if (word == "week" || word == "weeks") return "week";
  if (word == "day" || word == "days") return "day";
  return "";
}

bool TakeAge(const TokenStream& stream, Figure& figure) {
  size_t at = figure.last;
  if (IsGluedMark(stream, at, "-")) ++at;
  const absl::string_view word = TokenAt(stream, at).text;
  if (word == "yo" || (word == "y" && TokenAt(stream, at + 1).text == "/" && TokenAt(stream, at + 2).text == "o")) {
    SetKind(ValueKind::kAge, "year", word == "yo" ? at + 1 : at + 3, figure);
    return true;
  }
  const absl::string_view unit = AgeUnit(word);
  if (unit.empty()) return false;
  size_t next = at + 1;
  if (TokenAt(stream, next).text == "-") ++next;
  const absl::string_view old = TokenAt(stream, next).text;
  if (old == "old" || old == "olds") {
    SetKind(ValueKind::kAge, unit, next + 1, figure);
    return true;
  }
  if (old == "of" && TokenAt(stream, next + 1).text == "age") {
    SetKind(ValueKind::kAge, unit, next + 2, figure);
    return true;
  }
  return false;
}

// Words near "pounds" that make them a weight. A sum of money is the press's first reading.
bool SpeaksOfWeight(const TokenStream& stream, size_t first, size_t after) {
  static const auto* const kWeight =
      new WordSet{"weigh",      "weighs", "weighed", "weighing", "weight", "heavy", "heavier",   "lighter",
                  "overweight", "baby",   "ounces",  "ounce",    "thrust", "fish",  "bodyweight"};
  for (size_t i = first; i-- > 0 && first - i <= 8;) {
    if (stream.tokens[i].text == ".") break;
    if (kWeight->contains(stream.tokens[i].text)) return true;
  }
  for (size_t i = after; i < after + 4; ++i) {
    if (kWeight->contains(TokenAt(stream, i).text)) return true;
  }
  return false;
}

// "a 5-pound fish", "weighs 200 pounds": mass.
bool TakePounds(const TokenStream& stream, Figure& figure) {
  const size_t at = SkipHyphen(stream, figure.last);
  const absl::string_view word = TokenAt(stream, at).text;
  if (word != "pound" && word != "pounds" && word != "pounder") return false;
  const bool joined = at != figure.last || (word == "pound" && figure.value > Exact(1));
  if (!joined && !SpeaksOfWeight(stream, figure.first, at + 1)) return false;
  SetKind(ValueKind::kQuantity, "pound", at + 1, figure);
  return true;
}

struct Smaller {
  absl::string_view whole;
  absl::string_view part;
  int64_t parts;
};

// Two units that are written one after the other as one measure.
constexpr Smaller kSmaller[] = {{"foot", "inch", 12}, {"pound", "ounce", 16}, {"stone", "pound", 14}};

void TakeSmallerUnit(const TokenStream& stream, Figure& figure) {
  size_t at = figure.last;
  const absl::string_view joint = TokenAt(stream, at).text;
  if (joint == "and" || joint == "," || joint == "-") ++at;
  for (const Smaller& row : kSmaller) {
    if (row.whole != figure.unit) continue;
    const std::optional<NumberScan> part = ScanNumber(stream, at, NumberPlace::kPlain);
    if (!part || part->value >= Exact(row.parts)) return;
    const size_t unit_at = SkipHyphen(stream, part->last);
    std::optional<UnitMatch> unit = FindUnit(stream, unit_at);
    const absl::string_view word = TokenAt(stream, unit_at).text;
    if (!unit && (word == "pounds" || word == "pound")) unit = UnitMatch{"pound", Dimension::kMass, unit_at + 1};
    if (!unit && row.whole == "foot" && word == "in") unit = UnitMatch{"inch", Dimension::kLength, unit_at + 1};
    if (!unit || unit->name != row.part) return;
    const auto add = part->value.DividedBy(Exact(row.parts));
    const auto sum = add ? figure.value.Plus(*add) : std::nullopt;
    if (!sum) return;
    figure.value = *sum;
    figure.step = *Exact::Ratio(1, row.parts);
    figure.last = unit->last;
    return;
  }
}

// A lower-case word that looks like a plural: what a bare "m" before it counts.
bool LooksPlural(const Token& token) {
  if (!IsWord(token) || token.text.size() < 3) return false;
  const absl::string_view t = token.text;
  return (t.back() == 's' && t[t.size() - 2] != 's' && t[t.size() - 2] != 'u' && t[t.size() - 2] != 'i') ||
         t == "people" || t == "men" || t == "women" || t == "children" || t == "police";
}

bool TakeUnit(const TokenStream& stream, Figure& figure) {
  if (TakePounds(stream, figure)) {
    TakeSmallerUnit(stream, figure);
    return true;
  }
  size_t at = SkipHyphen(stream, figure.last);
  if (figure.fraction_only) {  // "three-quarters of a mile", "half a mile"
    if (TokenAt(stream, at).text == "of") ++at;
    if (at != figure.last || TokenAt(stream, at).text == "a" || TokenAt(stream, at).text == "an") {
      const absl::string_view article = TokenAt(stream, at).text;
      if (article != "a" && article != "an") return false;
      ++at;
    }
  }
  std::optional<UnitMatch> unit = FindUnit(stream, at);
  if (!unit) return false;
  const Token& symbol = TokenAt(stream, at);
  if (unit->name == "metre" && symbol.text == "m" && LooksPlural(TokenAt(stream, unit->last))) {
    Scale(*Exact::PowerOfTen(6), figure);  // "5m people"
    figure.last = unit->last;
    return false;
  }
  if (IsWord(symbol) && symbol.text.size() == 1 && IsGluedMark(stream, unit->last, "-")) return false;  // "5 L-shaped"
  SetKind(ValueKind::kQuantity, unit->name, unit->last, figure);
  TakeSmallerUnit(stream, figure);
  return true;
}

// 6'2", 5'10: feet and inches by their marks.
bool TakeFeetMarks(const TokenStream& stream, Figure& figure) {
  if (!figure.digits || !IsGluedMark(stream, figure.last, "'")) return false;
  const Token& inches = TokenAt(stream, figure.last + 1);
  if (inches.kind != Token::Kind::kNumber || inches.space_before || inches.text.size() > 2) return false;
  if (figure.whole_digits != 1 || !IsGluedMark(stream, figure.last + 2, "\"")) return false;
  int64_t count = 0;
  for (char c : inches.text) count = count * 10 + (c - '0');
  if (count > 11) return false;
  const auto sum = figure.value.Plus(*Exact::Ratio(count, 12));
  if (!sum) return false;
  figure.value = *sum;
  figure.step = *Exact::Ratio(1, 12);
  SetKind(ValueKind::kQuantity, "foot", figure.last + 3, figure);
  return true;
}

// The sign in front: "-5", "minus five". `at` moves past it.
bool TakeSign(const TokenStream& stream, size_t& at) {
  const Token& token = TokenAt(stream, at);
  if (token.text == "minus" || token.text == "negative") {
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
  if (IsWord(next) && next.text != "a" && next.text != "per" && next.text != "to" && next.text != "from")
    return std::nullopt;
  Figure out;
  out.value = Exact(1);
  out.first = at;
  out.last = at + 1;
  if (coin == "dime" || coin == "nickel") {
    TakeCoins(stream, out);
    return out;
  }
  return TakeCurrencyAfter(stream, out) ? std::optional<Figure>(out) : std::nullopt;
}

}  // namespace

namespace {

// "half a mile", "a quarter of a percentage point", "half-litre": a fraction of one unit. Half of anything else is a
// number of its own (count.cc).
std::optional<Figure> ScanFractionOfUnit(const TokenStream& stream, size_t at) {
  const absl::string_view word = TokenAt(stream, at).text;
  if (word != "half" && word != "quarter" && word != "a" && word != "one" && word != "three") return std::nullopt;
  Figure out;
  out.first = at;
  out.fraction_only = true;
  if (word == "quarter") {
    out.value = *Exact::Ratio(1, 4);
    out.last = at + 1;
  } else {
    const std::optional<NumberScan> part = ScanFractionWords(stream, at);
    if (!part) return std::nullopt;
    Take(*part, out);
  }
  size_t i = out.last;
  if (TokenAt(stream, i).text == "of") ++i;
  if (TokenAt(stream, i).text == "a" || TokenAt(stream, i).text == "an") ++i;
  Figure unit = out;
  unit.last = i;
  unit.fraction_only = false;
  if (TakePercent(stream, unit) || (i != out.last && TakeUnit(stream, unit))) return unit;
  // "half-litre", "quarter mile": joined, so that "quarter metres" of a race stays out.
  const bool joined = word != "a" || IsGluedMark(stream, i, "-");
  return joined && i == out.last && TakeUnit(stream, unit) ? std::optional<Figure>(unit) : std::nullopt;
}

// "a half-point cut", "quarter-point rise": of interest rates, in percentage points.
std::optional<Figure> ScanPartOfPoint(const TokenStream& stream, size_t at) {
  const size_t part = TokenAt(stream, at).text == "a" ? at + 1 : at;
  const absl::string_view word = TokenAt(stream, part).text;
  if (word != "half" && word != "quarter") return std::nullopt;
  size_t i = part + 1;
  if (IsGluedMark(stream, i, "-")) ++i;
  if (TokenAt(stream, i).text != "point") return std::nullopt;
  static const auto* const kMoves =
      new WordSet{"cut",  "cuts",  "hike", "hikes",     "increase", "rise",      "reduction",
                  "move", "moves", "rate", "increases", "easing",   "reductions"};
  if (!kMoves->contains(TokenAt(stream, i + 1).text)) return std::nullopt;
  Figure out;
  out.first = at;
  out.value = *Exact::Ratio(1, word == "half" ? 2 : 4);
  SetKind(ValueKind::kPoints, "percentage point", i + 1, out);
  return out;
}

}  // namespace

std::optional<Figure> ScanFigure(const TokenStream& stream, size_t at) {
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
  const std::optional<NumberScan> number = ScanNumber(stream, i, NumberPlace::kPlain);
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

namespace {

bool Same(const Figure& a, const Figure& b) { return a.kind == b.kind && a.unit == b.unit; }

// Gives what one end of a range leaves out from the other; false where the two do not go together.
bool Share(Figure& low, Figure& high) {
  if (!Same(low, high)) {
    if (low.bare && !high.bare && !high.currency_first) {
      low.kind = high.kind;
      low.unit = high.unit;
      // Basis points were divided when their word was read.
      if (high.kind == ValueKind::kPoints && low.value > high.value.Times(Exact(10)).value_or(low.value)) {
        low.value = low.value.DividedBy(Exact(100)).value_or(low.value);
        low.step = low.step.DividedBy(Exact(100)).value_or(low.step);
      }
    } else if (high.bare && low.currency_first) {
      high.kind = low.kind;
      high.unit = low.unit;
    } else if (low.currency_first && high.kind == ValueKind::kMoney && low.unit != high.unit) {
      return false;
    } else {
      return false;
    }
  }
  if (low.scale == Exact(1) && high.scale > Exact(1)) {
    const auto written = high.value.DividedBy(high.scale);
    if (written && low.value.Absolute() < *written && !low.fraction_only) Scale(high.scale, low);
  }
  return true;
}

enum class Joint : uint8_t { kNone, kHyphen, kSpacedHyphen, kTo, kAnd };

// What joins two figures at `at`; sets where the second begins.
Joint FindJoint(const TokenStream& stream, size_t at, bool between, size_t& next) {
  const Token& token = TokenAt(stream, at);
  next = at + 1;
  if (token.text == "-") {
    const Token& after = TokenAt(stream, at + 1);
    if (IsGlued(token) && IsGlued(after)) return Joint::kHyphen;
    if (IsGlued(token) && after.text == "to") {  // "8- to 16-metre"
      next = at + 2;
      return Joint::kTo;
    }
    if (IsGlued(token) && between && after.text == "and") {
      next = at + 2;
      return Joint::kAnd;
    }
    return token.space_before && after.space_before ? Joint::kSpacedHyphen : Joint::kNone;
  }
  if (!IsWord(token)) return Joint::kNone;
  if (token.text == "to") return Joint::kTo;
  if (token.text == "and" && between) return Joint::kAnd;
  return Joint::kNone;
}

void SetEnds(const Figure& a, const Figure& b, Value& value) {
  value.kind = a.kind;
  value.unit = a.unit;
  value.low = std::min(a.value, b.value);
  value.high = std::max(a.value, b.value);
  value.step = std::max(a.step, b.step);
  value.is_fraction = a.fraction_only && b.fraction_only;
}

Reading FromFigure(const Figure& figure, size_t at) {
  Reading out;
  out.value.kind = figure.kind;
  out.value.unit = figure.unit;
  out.value.low = out.value.high = figure.value;
  out.value.step = figure.step;
  out.value.is_fraction = figure.fraction_only;
  out.first = out.phrase_first = at;
  out.last = out.phrase_last = figure.last;
  return out;
}

// "rose 12 to 340", "raised from 3% to 4%": a change, not a range.
bool IsChange(const TokenStream& stream, size_t at) {
  for (size_t i = at; i-- > 0 && at - i <= 6;) {
    const Token& token = stream.tokens[i];
    if (token.kind == Token::Kind::kMark && (token.text == "." || token.text == ";")) return false;
    if (DirectionOf(token.text) != 0 || token.text == "changed" || token.text == "went" || token.text == "moved" ||
        token.text == "improved" || token.text == "revised" || token.text == "widened" || token.text == "from") {
      if (token.text != "from") return true;
    }
  }
  return false;
}

}  // namespace

std::optional<Reading> ReadFigure(const TokenStream& stream, size_t at, Figure& last_figure) {
  const absl::string_view opener = TokenAt(stream, at).text;
  const bool between = opener == "between" || opener == "from";
  std::optional<Figure> low = ScanFigure(stream, between ? at + 1 : at);
  if (!low) return std::nullopt;
  const size_t first = between ? at + 1 : at;
  size_t next = 0;
  const Joint joint = FindJoint(stream, low->last, between, next);
  std::optional<Figure> high = joint == Joint::kNone ? std::nullopt : ScanFigure(stream, next);
  last_figure = *low;
  if (!high || (high->signed_figure && joint == Joint::kHyphen)) {
    return between ? std::nullopt : std::optional<Reading>(FromFigure(*low, first));
  }
  const bool change =
      (opener == "from" || joint == Joint::kTo) && (opener == "from" || low->bare) && IsChange(stream, at);
  Figure shared_low = *low;
  Figure shared_high = *high;
  if (change || !Share(shared_low, shared_high)) {
    return between ? std::nullopt : std::optional<Reading>(FromFigure(*low, first));
  }
  const bool bare = shared_low.kind == ValueKind::kNumber;
  const bool falling = shared_low.value > shared_high.value;
  if (falling && (shared_low.kind == ValueKind::kMoney || shared_low.kind == ValueKind::kAge ||
                  (bare && joint != Joint::kHyphen && joint != Joint::kTo))) {
    return between ? std::nullopt : std::optional<Reading>(FromFigure(*low, first));
  }
  Reading out;
  SetEnds(shared_low, shared_high, out.value);
  out.first = first;
  out.phrase_first = at;
  out.last = out.phrase_last = high->last;
  last_figure = *high;
  last_figure.first = low->first;
  if (bare && (joint == Joint::kHyphen || joint == Joint::kTo) && falling) {
    out.value.kind = ValueKind::kScore;
    out.value.low = shared_low.value;
    out.value.high = shared_high.value;
  }
  return out;
}

namespace {

const WordSet& PerNouns() {
  static const auto* const kNouns = new WordSet{
      "share",  "year",   "month",   "week",   "day",       "hour",      "minute",   "second",    "barrel", "ton",
      "tonne",  "ounce",  "pound",   "gallon", "litre",     "liter",     "head",     "person",    "piece",  "unit",
      "night",  "bushel", "dozen",   "mile",   "kilometre", "kilometer", "kilogram", "kilo",      "gram",   "metre",
      "meter",  "pop",    "ticket",  "plate",  "game",      "season",    "quarter",  "household", "acre",   "hectare",
      "bottle", "pack",   "vehicle", "car",    "student",   "seat",      "token",    "copy"};
  return *kNouns;
}

}  // namespace

namespace {

// "a year earlier" says when, not of what.
bool TellsTime(absl::string_view word) {
  return word == "ago" || word == "earlier" || word == "before" || word == "later" || word == "after" ||
         word == "previously" || word == "on";
}

}  // namespace

std::string FindPer(const TokenStream& stream, size_t at, size_t& last) {
  size_t i = at;
  if (IsGluedMark(stream, i, "-")) ++i;
  const Token& token = TokenAt(stream, i);
  const auto text = [&stream](size_t k) { return std::string(TokenAt(stream, k).text); };
  if (token.text == "apiece" || (token.text == "each" && !IsWord(TokenAt(stream, i + 1)))) {
    last = i + 1;
    return "each";
  }
  size_t noun = i + 1;
  if (IsGluedMark(stream, noun, "-")) ++noun;
  const Token& word = TokenAt(stream, noun);
  if (!IsWord(word)) return "";
  if (token.text == "per" || (token.text == "/" && IsGlued(token) && IsGlued(word))) {
    last = noun + 1;
    return text(noun);
  }
  if ((token.text == "a" || token.text == "an" || token.text == "each" || token.text == "every") &&
      PerNouns().contains(word.text) && !TellsTime(TokenAt(stream, noun + 1).text)) {
    last = noun + 1;
    return text(noun);
  }
  return "";
}

}  // namespace crosscheck
