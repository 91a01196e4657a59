// Numbers in words.
#include <algorithm>

#include "value/number_parts.h"

namespace crosscheck {

using Kind = NumberWord::Kind;

namespace {

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
  const int64_t scale = row.kind == Kind::kScale ? WholePower(static_cast<int>(row.value)) : row.value;
  state.tens_open = false;
  if (row.kind == Kind::kHundred) {
    if (!state.has_group || state.group <= 0 || state.group >= 100 || state.group % 10 == 0) return false;
    state.group *= 100;
    return true;
  }
  if (row.kind == Kind::kDozen) {
    if (!state.has_group || state.total != 0) return false;
    // "three hundred and two dozen": the dozens are what comes after the hundreds.
    const int64_t dozens = state.after_and ? state.group % 100 : state.group;
    state.group += 11 * dozens;
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
    if (token.text != "and") return WordAt(stream, at);
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

// Adds words to `state` from `at` on; returns the end. `ends`: every place on the way where the number may stop.
size_t GrowWords(const TokenStream& stream, size_t at, WordState& state, std::vector<NumberEnd>* ends = nullptr) {
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
    state.after_and = state.after_and || by_and;
    at += tokens;
    if (ends != nullptr) ends->push_back({state.total + state.group, at});
  }
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

namespace {

// Takes the word that a number may begin with, and an article in front; returns the token after it, 0 where there is
// none.
size_t BeginWords(const TokenStream& stream, size_t at, WordState& state) {
  const Token& first = TokenAt(stream, at);
  const NumberWord* row = WordAt(stream, at);
  if (row != nullptr && IsSmall(*row)) return TakeSmall(state, *row) ? at + 1 : 0;
  // "a hundred", "a-million", and "hundred and seventy" without the article.
  size_t i = at;
  if (first.text == "a" || first.text == "an") {
    i = at + 1;
    if (IsGluedMark(stream, i, "-")) ++i;
    row = WordAt(stream, i);
    if (row == nullptr || !IsBig(*row)) return 0;
  } else if (row == nullptr || !IsBig(*row) || row->text.back() == 's' || row->text.size() < 5 ||
             (first.capital && at > 0)) {
    return 0;
  }
  state.group = 1;
  state.has_group = true;
  return TakeScale(state, *row) ? i + 1 : 0;
}

}  // namespace

std::optional<NumberScan> ScanNumberWords(const TokenStream& stream, size_t at) {
  WordState state;
  const size_t next = BeginWords(stream, at, state);
  if (next == 0) return std::nullopt;
  const size_t last = GrowWords(stream, next, state);
  return FromState(state, last);
}

std::vector<NumberEnd> ScanNumberEnds(const TokenStream& stream, size_t at) {
  std::vector<NumberEnd> out;
  WordState state;
  const size_t next = BeginWords(stream, at, state);
  if (next == 0) return out;
  out.push_back({state.total + state.group, next});
  GrowWords(stream, next, state, &out);
  return out;
}

std::optional<Exact> CloseOrdinal(const Exact& front, const Exact& word) {
  if (word >= Exact(100)) return front.Times(word);
  const auto hundreds = front.DividedBy(Exact(100));
  const auto tens = front.DividedBy(Exact(10));
  const bool after_hundred = hundreds && hundreds->is_integer();
  const bool after_tens = tens && tens->is_integer() && word < Exact(10) && front > Exact(10);
  if (!after_hundred && !after_tens) return std::nullopt;
  return front.Plus(word);
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

}  // namespace crosscheck
