// Ranges of two figures that share scale, currency and unit.
#include <algorithm>

#include "value/figure_parts.h"
#include "value/modifiers.h"
#include "value/number_words.h"

namespace crosscheck {

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

bool IsFigureToken(const Token& token) {
  return token.kind == Token::Kind::kNumber || FindNumberWord(token.text) != nullptr;
}

// "three-nought-four": one of three figures or more that hyphens join is no end of a range.
bool InChain(const TokenStream& stream, size_t first, size_t last) {
  const bool before = first >= 2 && IsGluedMark(stream, first - 1, "-") && IsGlued(TokenAt(stream, first)) &&
                      IsFigureToken(stream.tokens[first - 2]);
  return before || (IsGluedMark(stream, last, "-") && IsGlued(TokenAt(stream, last + 1)) &&
                    IsFigureToken(TokenAt(stream, last + 1)));
}

// "between about 20 and 30", "from 5 to as much as 10": an end may have an approximator of its own.
size_t SkipApproximator(const TokenStream& stream, size_t at, bool end, Modifier& modifier) {
  const std::optional<ModifierMatch> found = FindModifierBefore(stream, at);
  if (!found) return at;
  switch (found->modifier) {
    case Modifier::kApprox:
    case Modifier::kApproxBelow:
    case Modifier::kApproxAbove:
      modifier = Modifier::kApprox;
      return found->last;
    case Modifier::kUpper:
      return end ? found->last : at;
    default:
      return at;
  }
}

bool IsMeasured(ValueKind kind) {
  return kind == ValueKind::kPercent || kind == ValueKind::kPoints || kind == ValueKind::kQuantity;
}

// "45 and 50 mg", "two or three percent": the first of two figures has the unit of the second.
void BorrowUnit(const TokenStream& stream, Figure& low) {
  const absl::string_view joint = TokenAt(stream, low.last).text;
  if (!low.bare || low.fraction_only || low.whole_digits > 3 || (joint != "and" && joint != "or")) return;
  std::optional<Figure> high = ScanFigure(stream, low.last + 1);
  if (!high || !IsMeasured(high->kind) || high->fraction_only || high->signed_figure) return;
  Figure shared = low;
  if (Share(shared, *high) && shared.value < high->value) low = shared;
}

bool MayFall(const Figure& low, Joint joint) {
  if (low.kind == ValueKind::kMoney || low.kind == ValueKind::kAge) return false;
  return low.kind != ValueKind::kNumber || joint != Joint::kAnd;
}

bool IsCapitalWord(const Token& token) { return IsWord(token) && token.capital; }

// "Rovers 1-2 Town", "15 - 2" alone in its cell: a score whichever figure is the larger.
bool IsScoreLine(const TokenStream& stream, size_t first, size_t last) {
  const bool cell = first == 0 && last >= stream.tokens.size();
  return cell || (first > 0 && IsCapitalWord(stream.tokens[first - 1]) && TokenAt(stream, first).space_before &&
                  IsCapitalWord(TokenAt(stream, last)) && TokenAt(stream, last).space_before);
}

// The range that `low` begins; its opener ("between", "from") or itself at token `at`.
std::optional<Reading> ReadRange(const TokenStream& stream, size_t at, Figure low, Modifier modifier,
                                 Figure& last_figure) {
  const absl::string_view opener = TokenAt(stream, at).text;
  const bool between = opener == "between" || opener == "from";
  size_t next = 0;
  const Joint joint = FindJoint(stream, low.last, between, next);
  if (joint == Joint::kNone) return std::nullopt;
  if (joint != Joint::kHyphen) next = SkipApproximator(stream, next, true, modifier);
  std::optional<Figure> high = ScanFigure(stream, next);
  if (!high || (joint == Joint::kHyphen && (high->signed_figure || InChain(stream, low.first, high->last)))) {
    return std::nullopt;
  }
  const bool from = opener == "from" || (at > 0 && stream.tokens[at - 1].text == "from");
  if ((from || (joint == Joint::kTo && low.bare)) && IsChange(stream, at)) return std::nullopt;
  if (!Share(low, *high)) return std::nullopt;
  const bool falling = low.value > high->value;
  if (falling && !MayFall(low, joint)) return std::nullopt;
  const bool bare = low.kind == ValueKind::kNumber && low.digits && high->digits && low.value < Exact(300);
  const bool line = bare && IsScoreLine(stream, low.first, high->last);
  if (falling && joint == Joint::kSpacedHyphen && low.kind == ValueKind::kNumber && !line) return std::nullopt;
  Reading out;
  SetEnds(low, *high, out.value);
  out.value.modifier = modifier;
  out.first = low.first;
  out.phrase_first = at;
  out.last = out.phrase_last = high->last;
  last_figure = *high;
  last_figure.first = low.first;
  const bool named = line && low.first > 0 && (joint == Joint::kHyphen || joint == Joint::kSpacedHyphen);
  const bool level = bare && low.value == high->value && joint == Joint::kHyphen;  // "a 2-2 draw" is no range
  if ((falling || named || level) && low.kind == ValueKind::kNumber) {
    out.value.kind = ValueKind::kScore;
    out.value.low = low.value;
    out.value.high = high->value;
  }
  return out;
}

}  // namespace

std::optional<Reading> ReadFigure(const TokenStream& stream, size_t at, NumberHere& number, Figure& last_figure) {
  const absl::string_view opener = TokenAt(stream, at).text;
  const bool between = opener == "between" || opener == "from";
  Modifier modifier = Modifier::kExact;
  std::optional<Figure> low =
      between ? ScanFigure(stream, SkipApproximator(stream, at + 1, false, modifier)) : ScanFigure(stream, at, number);
  if (!low) return std::nullopt;
  last_figure = *low;
  if (std::optional<Reading> range = ReadRange(stream, at, *low, modifier, last_figure)) return range;
  if (between) return std::nullopt;
  BorrowUnit(stream, *low);
  return FromFigure(*low, low->first);
}

std::optional<Reading> ReadFigure(const TokenStream& stream, size_t at, Figure& last_figure) {
  NumberHere number(stream, at);
  return ReadFigure(stream, at, number, last_figure);
}

}  // namespace crosscheck
