#include <algorithm>
#include <iterator>
#include <utility>

#include "value/number_parts.h"
#include "value/readers.h"
#include "value/word_filter.h"

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

// Whether English writes the ordinal of that figure so: "14st" is a weight in stone.
bool IsEndingOf(const Digits& digits, absl::string_view ending) {
  const auto tens = static_cast<int>(digits.mantissa / 10 % 10);
  const auto ones = static_cast<int>(digits.mantissa % 10);
  if (ending == "th") return true;  // "2th" is a slip
  return tens != 1 && ((ones == 1 && ending == "st") || (ones == 2 && ending == "nd") || (ones == 3 && ending == "rd"));
}

// "21st", "1,000th".
std::optional<OrdinalScan> ScanOrdinalDigits(const TokenStream& stream, size_t at) {
  static const auto* const kEndings = new WordSet{"st", "nd", "rd", "th"};
  const Token& next = TokenAt(stream, at + 1);
  if (!IsGlued(next) && !IsDigits(next)) return std::nullopt;  // neither an ending nor more digits
  const std::optional<Digits> digits = ScanDigits(stream, at, NumberPlace::kPlain);
  if (!digits || digits->decimals > 0 || (!digits->grouped && TokenAt(stream, at).text.size() > 4)) return std::nullopt;
  const Token& ending = TokenAt(stream, digits->last);
  if (!IsGlued(ending) || !kEndings->contains(ending.text)) return std::nullopt;
  if (ending.text == "st" && !IsEndingOf(*digits, ending.text)) return std::nullopt;
  const std::optional<Exact> value = Exact::Ratio(digits->mantissa, 1);
  return value ? std::optional<OrdinalScan>({*value, digits->last + 1}) : std::nullopt;
}

// "on second thought", "second nature", "third parties": nothing is ranked.
bool IsIdiom(const TokenStream& stream, size_t at) {
  static constexpr std::pair<absl::string_view, absl::string_view> kIdioms[] = {
      {"second", "thought"},  {"second", "thoughts"}, {"second", "nature"},   {"second", "wind"},
      {"second", "guessing"}, {"second", "guess"},    {"third", "party"},     {"third", "parties"},
      {"first", "name"},      {"first", "names"},     {"first", "aid"},       {"first", "lady"},
      {"first", "ladies"},    {"first", "minister"},  {"first", "ministers"}, {"first", "responders"},
      {"first", "responder"}, {"first", "hand"},      {"second", "hand"},
  };
  const absl::string_view next = TokenAt(stream, IsGluedMark(stream, at + 1, "-") ? at + 2 : at + 1).text;
  const auto pair = std::make_pair(TokenAt(stream, at).text, next);
  if (pair.second == "of") return pair.first == "first" && TokenAt(stream, at + 2).text == "all";
  return std::find(std::begin(kIdioms), std::end(kIdioms), pair) != std::end(kIdioms);
}

std::optional<OrdinalScan> ScanOrdinal(const TokenStream& stream, size_t at) {
  const Token& token = TokenAt(stream, at);
  if (token.kind == Token::Kind::kNumber) return ScanOrdinalDigits(stream, at);
  const std::optional<Exact> alone = OrdinalValue(token);
  if (!alone) return ScanOrdinalWords(stream, at);
  if (IsIdiom(stream, at) || (token.text == "second" && !IsRankSecond(stream, at))) return std::nullopt;
  return OrdinalScan{*alone, at + 1};
}

}  // namespace

std::optional<Reading> ReadOrdinal(const TokenStream& stream, size_t at) {
  const std::optional<OrdinalScan> scan = ScanOrdinal(stream, at);
  if (!scan) return std::nullopt;
  Reading out = MakeOrdinal(scan->value, at, scan->last);
  // "second-degree", "first-hand": a compound, not a rank of its own noun.
  const Token& next = TokenAt(stream, out.last);
  if (!IsWord(next) || !next.space_before) return out;
  size_t last = 0;
  out.value.noun = FindNoun(stream, out.last, true, last);
  if (!out.value.noun.empty()) out.phrase_last = last;
  return out;
}

}  // namespace crosscheck
