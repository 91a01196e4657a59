#include "value/number_parts.h"
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

std::optional<Exact> OrdinalValue(const Token& token) {
  const NumberWord* row = OrdinalWord(token);
  return row != nullptr ? std::optional<Exact>(row->value) : std::nullopt;
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

struct OrdinalScan {
  Exact value;
  size_t last = 0;
};

// "twenty-first", "one hundred and fifth", "two million and three hundred twenty-second".
std::optional<OrdinalScan> ScanOrdinalWords(const TokenStream& stream, size_t at) {
  const std::optional<NumberScan> front = ScanNumberWords(stream, at);
  if (!front) return std::nullopt;
  size_t i = front->last;
  const bool by_and = TokenAt(stream, i).text == "and";
  if (by_and || IsGluedMark(stream, i, "-")) ++i;
  if (const std::optional<Exact> word = OrdinalValue(TokenAt(stream, i))) {
    const std::optional<Exact> value = CloseOrdinal(front->value, *word);
    return value ? std::optional<OrdinalScan>({*value, i + 1}) : std::nullopt;
  }
  if (!by_and || front->scale <= Exact(1000)) return std::nullopt;
  const std::optional<OrdinalScan> rest = ScanOrdinalWords(stream, i);
  const auto sum = rest && rest->value < front->scale ? front->value.Plus(rest->value) : std::nullopt;
  return sum ? std::optional<OrdinalScan>({*sum, rest->last}) : std::nullopt;
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
  } else if (const std::optional<OrdinalScan> words = ScanOrdinalWords(stream, at)) {
    out = MakeOrdinal(words->value, at, words->last);
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
