// Fractions in words: "two-thirds", "half a million", "and three-quarters".
#include "absl/strings/match.h"
#include "value/modifiers.h"
#include "value/number_parts.h"
#include "value/readers.h"
#include "value/word_filter.h"

namespace crosscheck {

using Kind = NumberWord::Kind;

bool FollowsShare(const TokenStream& stream, size_t at) {
  static const auto* const kWords = new WordSet{
      "more",    "less",      "fewer",  "higher",    "lower",   "bigger",       "smaller", "larger",   "cheaper",
      "longer",  "shorter",   "off",    "below",     "above",   "each",         "live",    "lived",    "work",
      "support", "supported", "oppose", "opposed",   "believe", "believed",     "think",   "thought",  "want",
      "wanted",  "agree",     "agreed", "disagreed", "favour",  "favor",        "voted",   "backed",   "reported",
      "felt",    "feel",      "use",    "used",      "need",    "needed",       "expect",  "expected", "went",
      "go",      "came",      "come",   "already",   "never",   "own",          "plan",    "planned",  "die",
      "died",    "full",      "empty",  "through",   "around",  "approximately"};
  const Token& next = TokenAt(stream, at);
  if (next.kind == Token::Kind::kMark) return !(next.text == "-" && IsGlued(next));
  return next.kind == Token::Kind::kNumber || EndsNounPhrase(next.text) || kWords->contains(next.text) ||
         absl::EndsWith(next.text, "ly") || DirectionOf(next.text) != 0;
}

namespace {

// The ordinals and parts that close a fraction: "fifth", "fifths", "twenty-fifths", "one thousand and fifth".
struct Denominator {
  Exact value;
  size_t last = 0;
  bool plural = false;  // or a part by name: "half", "quarter"
  bool ordinal = false;
};

std::optional<Denominator> ScanDenominatorWord(const TokenStream& stream, size_t at) {
  const NumberWord* row = WordAt(stream, at);
  if (row == nullptr) return std::nullopt;
  Denominator out{Exact(row->value), at + 1, row->kind == Kind::kDenominator, row->kind == Kind::kOrdinal};
  return out.plural || out.ordinal ? std::optional<Denominator>(out) : std::nullopt;
}

// A denominator of several words. A multiple of a hundredth or thousandth is one by its hyphen alone
// ("ten-thousandths"): "five hundredths" has its numerator in front.
std::optional<Denominator> ScanDenominatorWords(const TokenStream& stream, size_t at) {
  const NumberWord* row = WordAt(stream, at);
  if (row == nullptr || !IsSmall(*row)) return std::nullopt;
  const std::optional<NumberScan> front = ScanNumberWords(stream, at);
  if (!front) return std::nullopt;
  size_t i = front->last;
  const bool hyphen = IsGluedMark(stream, i, "-");
  if (hyphen || TokenAt(stream, i).text == "and") ++i;
  std::optional<Denominator> out = ScanDenominatorWord(stream, i);
  if (!out || out->value == Exact(2) || (!hyphen && out->value >= Exact(100))) return std::nullopt;
  const std::optional<Exact> value = CloseOrdinal(front->value, out->value);
  if (!value) return std::nullopt;
  out->value = *value;
  return out;
}

std::optional<NumberScan> MakeFraction(const Exact& above, const Denominator& below) {
  const auto value = above.DividedBy(below.value);
  if (!value) return std::nullopt;
  NumberScan out;
  out.value = *value;
  out.last = below.last;
  out.fraction = out.fraction_only = true;
  return out;
}

// "a third", "a twenty-fifth", "a millionth".
std::optional<NumberScan> ScanOnePart(const TokenStream& stream, size_t at) {
  std::optional<Denominator> below = ScanDenominatorWord(stream, at);
  if (!below) below = ScanDenominatorWords(stream, at);
  if (!below || below->value <= Exact(1) || (below->plural && TokenAt(stream, at).text.back() == 's'))
    return std::nullopt;
  if (below->ordinal && (below->value == Exact(2) || !FollowsShare(stream, below->last))) return std::nullopt;
  return MakeFraction(Exact(1), *below);
}

}  // namespace

std::optional<NumberScan> ScanFractionWords(const TokenStream& stream, size_t at) {
  const Token& first = TokenAt(stream, at);
  if (first.kind != Token::Kind::kWord) return std::nullopt;
  if (first.text == "half") return MakeFraction(Exact(1), {Exact(2), at + 1});
  if (first.text == "a" || first.text == "an") {
    if (std::optional<NumberScan> part = ScanOnePart(stream, at + 1)) return part;
  }
  // The shortest numerator that leaves a denominator: "one hundred | one thousand fifths".
  for (const NumberEnd& above : ScanNumberEnds(stream, at)) {
    const bool one = above.value == 1;
    size_t i = above.last;
    const bool hyphen = IsGluedMark(stream, i, "-");
    if (hyphen || (one && TokenAt(stream, i).text == "-" && first.text == "one")) ++i;
    std::optional<Denominator> below = hyphen ? std::nullopt : ScanDenominatorWords(stream, i);
    if (!below) below = ScanDenominatorWord(stream, i);
    // "one third"; "two third" is none, "one second" neither.
    const bool fits = below && below->value > Exact(1) && (below->plural || (one && below->value != Exact(2)));
    if (fits) return MakeFraction(Exact(above.value), *below);
  }
  return std::nullopt;
}

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

}  // namespace crosscheck
