#include "value/number.h"
#include "value/number_words.h"
#include "value/readers.h"

namespace crosscheck {

namespace {

using Kind = NumberWord::Kind;

Reading MakeOrdinal(const Exact& value, size_t first, size_t last) {
  Reading out;
  out.value.kind = ValueKind::kOrdinal;
  out.value.low = out.value.high = value;
  out.first = out.phrase_first = first;
  out.last = out.phrase_last = last;
  return out;
}

const NumberWord* OrdinalWord(const Token& token) {
  if (token.kind != Token::Kind::kWord) return nullptr;
  const NumberWord* row = FindNumberWord(token.text);
  return row != nullptr && row->kind == Kind::kOrdinal ? row : nullptr;
}

// "trillionth" is beyond a row's value.
std::optional<Exact> OrdinalValue(const Token& token) {
  if (const NumberWord* row = OrdinalWord(token)) return Exact(row->value);
  if (token.text == "trillionth") return Exact::PowerOfTen(12);
  return std::nullopt;
}

// "second" is a time after a figure, an article or "per", and a rank before what it ranks.
bool IsRankSecond(const TokenStream& stream, size_t at) {
  const Token& next = TokenAt(stream, at + 1);
  if (at == 0) return true;
  const Token& before = stream.tokens[at - 1];
  if (before.kind == Token::Kind::kNumber) return false;
  if (before.text == "-")
    return next.kind == Token::Kind::kWord && at >= 2 && stream.tokens[at - 2].kind != Token::Kind::kNumber;
  if (before.text == "per" || before.text == "split") return false;
  if (before.text == "a" || before.text == "each" || before.text == "every" || before.text == "any") {
    return next.kind == Token::Kind::kWord && next.space_before && next.text != "or" && next.text != "and" &&
           next.text != "to" && next.text != "later" && next.text != "before" && next.text != "after" &&
           next.text != "in" && next.text != "for" && next.text != "of" && next.text != "at";
  }
  return FindNumberWord(before.text) == nullptr || !before.space_before || before.text == "half";
}

// The number words in front and the ordinal word that closes them: "twenty" + "first", "two" + "hundredth".
std::optional<Exact> Close(const NumberScan& front, const Exact& word) {
  const bool big = word >= Exact(100);
  if (big) return front.value.Times(word);
  const auto hundreds = front.value.DividedBy(Exact(100));
  const auto tens = front.value.DividedBy(Exact(10));
  const bool after_hundred = hundreds && hundreds->is_integer();
  const bool after_tens = tens && tens->is_integer() && word < Exact(10) && front.value > Exact(10);
  if (!after_hundred && !after_tens) return std::nullopt;
  return front.value.Plus(word);
}

}  // namespace

std::optional<Reading> ReadOrdinal(const TokenStream& stream, size_t at) {
  const Token& token = TokenAt(stream, at);
  std::optional<Reading> out;
  if (token.kind == Token::Kind::kNumber) {
    const Token& suffix = TokenAt(stream, at + 1);
    if (!IsGlued(suffix) || token.text.size() > 4) return std::nullopt;
    if (suffix.text != "st" && suffix.text != "nd" && suffix.text != "rd" && suffix.text != "th") return std::nullopt;
    const auto value = Exact::Parse(token.text);
    if (!value) return std::nullopt;
    out = MakeOrdinal(*value, at, at + 2);
  } else if (const std::optional<Exact> alone = OrdinalValue(token)) {
    if (token.text == "second" && !IsRankSecond(stream, at)) return std::nullopt;
    out = MakeOrdinal(*alone, at, at + 1);
  } else if (std::optional<NumberScan> front = ScanNumberWords(stream, at)) {
    size_t i = front->last;
    if (IsGluedMark(stream, i, "-")) ++i;
    if (TokenAt(stream, i).text == "and") ++i;
    const std::optional<Exact> word = OrdinalValue(TokenAt(stream, i));
    const std::optional<Exact> value = word ? Close(*front, *word) : std::nullopt;
    if (!value) return std::nullopt;
    out = MakeOrdinal(*value, at, i + 1);
  } else {
    return std::nullopt;
  }
  // "second-degree", "first-hand": a compound, not a rank of its own noun.
  const Token& next = TokenAt(stream, out->last);
  if (next.text == "-" && IsGlued(next)) return out;
  if (next.kind == Token::Kind::kWord && next.space_before) {
    size_t last = 0;
    out->value.noun = FindNoun(stream, out->last, true, last);
    if (!out->value.noun.empty()) out->phrase_last = last;
  }
  return out;
}

}  // namespace crosscheck
