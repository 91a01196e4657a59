#include "value/finish_reading.h"

#include <algorithm>

#include "value/figure.h"
#include "value/modifiers.h"
#include "value/number_words.h"
#include "value/readers.h"
#include "value/units.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

bool HasScoreWord(const TokenStream& stream, size_t first, size_t last) {
  static const auto* const kWords = new WordSet{
      "win",      "wins",    "won",     "beat",     "beats",    "beaten", "lost",      "lose",    "loss",    "defeat",
      "defeated", "defeats", "victory", "draw",     "drew",     "drawn",  "tie",       "tied",    "vote",    "voted",
      "votes",    "ruling",  "ruled",   "decision", "lead",     "led",    "leads",     "score",   "scored",  "final",
      "match",    "game",    "margin",  "passed",   "majority", "split",  "aggregate", "triumph", "innings", "set"};
  const size_t begin = first > 8 ? first - 8 : 0;
  for (size_t i = begin; i < std::min(last + 5, stream.tokens.size()); ++i) {
    if (i >= first && i < last) continue;
    if (kWords->contains(stream.tokens[i].text)) return true;
  }
  return false;
}

}  // namespace

// "52 to 48" is a tally only where something was won or voted; a hyphen between falling figures always makes one.
void SetScore(const TokenStream& stream, Reading& reading) {
  bool hyphen = false;
  for (size_t i = reading.first; i < reading.last; ++i) hyphen = hyphen || stream.tokens[i].text == "-";
  // "three-nought-four" goes on: no score of two.
  const bool goes_on = IsGluedMark(stream, reading.last, "-") && IsGlued(TokenAt(stream, reading.last + 1)) &&
                       (TokenAt(stream, reading.last + 1).kind == Token::Kind::kNumber ||
                        FindNumberWord(TokenAt(stream, reading.last + 1).text));
  if ((hyphen && !goes_on) || HasScoreWord(stream, reading.first, reading.last)) return;
  // The first figure alone.
  if (const std::optional<Figure> low = ScanFigure(stream, reading.first)) {
    reading.value.kind = low->kind;
    reading.value.low = reading.value.high = low->value;
    reading.value.step = low->step;
    reading.last = reading.phrase_last = low->last;
  }
}

namespace {

void SetDirection(const TokenStream& stream, Reading& reading) {
  const ValueKind kind = reading.value.kind;
  if (kind != ValueKind::kMoney && kind != ValueKind::kPercent && kind != ValueKind::kPoints &&
      kind != ValueKind::kNumber && kind != ValueKind::kQuantity) {
    return;
  }
  for (size_t i = reading.phrase_first; i-- > 0 && reading.phrase_first - i <= 5;) {
    const Token& token = stream.tokens[i];
    if (token.kind != Token::Kind::kWord) break;
    if ((token.text == "up" || token.text == "down") && i + 1 != reading.phrase_first &&
        TokenAt(stream, i + 1).text != "by")
      continue;
    if (const int direction = DirectionOf(token.text)) {
      reading.value.direction = static_cast<int8_t>(direction);
      return;
    }
  }
  const Token& next = TokenAt(stream, reading.last);
  if (next.kind == Token::Kind::kWord) reading.value.direction = static_cast<int8_t>(DirectionOf(next.text));
}

}  // namespace

// What follows the figure: rates, "or more", the counted noun; and what went before it: a rise or a fall.
void FinishReading(const TokenStream& stream, Reading& reading) {
  Value& value = reading.value;
  const ValueKind kind = value.kind;
  if (kind == ValueKind::kDate || kind == ValueKind::kTime || kind == ValueKind::kOrdinal ||
      kind == ValueKind::kDuration)
    return;
  size_t last = 0;
  if (kind == ValueKind::kNumber && value.low == value.high && !value.is_fraction &&
      value.modifier != Modifier::kVague) {
    const Token& next = TokenAt(stream, reading.last);
    if (next.kind == Token::Kind::kWord) {
      value.noun = FindNoun(stream, reading.last, value.high == Exact(1), last);
      if (!value.noun.empty()) reading.phrase_last = last;
    }
  } else if (kind == ValueKind::kNumber && value.noun.empty()) {
    value.noun = FindNoun(stream, reading.last, false, last);
    if (!value.noun.empty()) reading.phrase_last = last;
  }
  if (const std::optional<ModifierMatch> after = FindModifierAfter(stream, reading.last)) {
    const bool plus = TokenAt(stream, after->last - 1).text == "plus" || TokenAt(stream, after->last - 1).text == "+";
    const bool adds =
        plus && (TokenAt(stream, after->last).kind == Token::Kind::kNumber ||
                 (!IsGlued(TokenAt(stream, after->last - 1)) && TokenAt(stream, after->last - 1).text == "plus"));
    // "5000 or more than 4500", "or less than 10": the bound belongs to the figure after it.
    const Token& next = TokenAt(stream, after->last);
    const bool leads =
        next.text == "than" || (TokenAt(stream, after->last - 1).text == "than" && next.kind == Token::Kind::kNumber);
    if (!adds && !leads && (value.modifier == Modifier::kExact || value.modifier == Modifier::kApprox)) {
      value.modifier = after->modifier;
      reading.phrase_last = std::max(reading.phrase_last, after->last);
      if (value.noun.empty() && kind == ValueKind::kNumber) {
        value.noun = FindNoun(stream, after->last, false, last);
        if (!value.noun.empty()) reading.phrase_last = last;
      }
    }
  }
  if (kind != ValueKind::kAge && kind != ValueKind::kScore && value.per.empty()) {
    const size_t at = kind == ValueKind::kNumber ? reading.phrase_last : reading.last;
    value.per = FindPer(stream, at, last);
    if (!value.per.empty()) reading.phrase_last = std::max(reading.phrase_last, last);
  }
  SetDirection(stream, reading);
}

// "(12,418)" alone in a table cell is a negative (accounting style, for example IAS 1 illustrative statements).
std::optional<Reading> ReadNegativeCell(const TokenStream& stream) {
  const size_t size = stream.tokens.size();
  if (size < 3 || size > 16) return std::nullopt;
  size_t open = 0;
  if (TokenAt(stream, 0).text == "$" || TokenAt(stream, 0).text == "£" || TokenAt(stream, 0).text == "€") open = 1;
  if (TokenAt(stream, open).text != "(" || TokenAt(stream, open + 1).text.empty()) return std::nullopt;
  size_t close = size - 1;
  const bool percent = TokenAt(stream, close).text == "%";
  if (percent) --close;
  if (TokenAt(stream, close).text != ")") return std::nullopt;
  Figure last_figure;
  std::optional<Reading> out = ReadFigure(stream, open + 1, last_figure);
  if (!out || out->last != close || !out->value.low || out->value.low != out->value.high) return std::nullopt;
  const ValueKind kind = out->value.kind;
  const bool list =
      kind == ValueKind::kNumber && last_figure.whole_digits <= 2 && close == open + 2 && open == 0 && !percent;
  if (list || (kind != ValueKind::kNumber && kind != ValueKind::kMoney && kind != ValueKind::kPercent))
    return std::nullopt;
  out->value.low = out->value.high = out->value.low->Negated();
  if (open == 1) {
    out->value.kind = ValueKind::kMoney;
    out->value.unit = TokenAt(stream, 0).text == "$" ? "USD" : TokenAt(stream, 0).text == "£" ? "GBP" : "EUR";
  }
  if (percent) {
    out->value.kind = ValueKind::kPercent;
    out->value.unit = "percent";
  }
  out->first = out->phrase_first = 0;
  out->last = out->phrase_last = size;
  return out;
}

}  // namespace crosscheck
