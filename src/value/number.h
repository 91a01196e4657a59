#ifndef CROSSCHECK_VALUE_NUMBER_H_
#define CROSSCHECK_VALUE_NUMBER_H_

#include <cstddef>
#include <optional>

#include "crosscheck/value.h"
#include "value/token.h"

namespace crosscheck {

inline constexpr Token kNoToken{Token::Kind::kMark, true, false, 0, 0, absl::string_view()};
// The token at `at`, or an empty mark with a space before it where there is none: looking ahead needs no bounds.
inline const Token& TokenAt(const TokenStream& stream, size_t at) {
  return at < stream.tokens.size() ? stream.tokens[at] : kNoToken;
}
inline bool IsGlued(const Token& token) { return !token.space_before; }
inline bool IsWord(const Token& token) { return token.kind == Token::Kind::kWord; }
// The token at `at` is `text` and no space stands before it.
inline bool IsGluedMark(const TokenStream& stream, size_t at, absl::string_view text) {
  const Token& token = TokenAt(stream, at);
  return token.kind == Token::Kind::kMark && !token.space_before && token.text == text;
}

// Where a number stands decides what its letters mean: "5m" is five million after "$" and perhaps metres elsewhere.
enum class NumberPlace : uint8_t { kPlain, kMoney };

// A number without sign, unit or modifier; its tokens are [at, last).
struct NumberScan {
  Exact value;
  Exact step;      // see Value::step
  Exact scale{1};  // what the scale words multiplied by; value / scale is the figure as written
  size_t last = 0;
  bool digits = false;         // begins with digits
  bool decimal = false;        // has a decimal point
  bool grouped = false;        // 1,200
  bool fraction = false;       // ends in a fraction that leaves no rounding: "1/2", "two and a half", "two-thirds"
  bool fraction_only = false;  // nothing but a fraction below or above one: "two-thirds", "5/8"
  int whole_digits = 0;        // of the first token, in digits
};

// The longest number that begins at token `at`, in digits or words; linear in its own length.
std::optional<NumberScan> ScanNumber(const TokenStream& stream, size_t at, NumberPlace place);
// The plain number at a token, scanned where it is first asked for: several readers begin with it.
class NumberHere {
 public:
  NumberHere(const TokenStream& stream, size_t at) : stream_(stream), at_(at) {}
  const std::optional<NumberScan>& Get() {
    if (!scanned_) scan_ = ScanNumber(stream_, at_, NumberPlace::kPlain);
    scanned_ = true;
    return scan_;
  }

 private:
  const TokenStream& stream_;
  size_t at_;
  bool scanned_ = false;
  std::optional<NumberScan> scan_;
};
// Whether token `at` can follow a share: "of", a verb, a comparative or the end, where a noun makes a rank ("a third
// trip").
bool FollowsShare(const TokenStream& stream, size_t at);
// "two-thirds", "a quarter", "half", "one hundred thirty fifths": a fraction in words; `fraction_only` is set.
std::optional<NumberScan> ScanFractionWords(const TokenStream& stream, size_t at);
// A number in words without a fraction or scale in front: "twenty-one thousand and eleven". Ends before ordinals.
std::optional<NumberScan> ScanNumberWords(const TokenStream& stream, size_t at);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_NUMBER_H_
