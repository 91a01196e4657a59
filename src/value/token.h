#ifndef CROSSCHECK_VALUE_TOKEN_H_
#define CROSSCHECK_VALUE_TOKEN_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace crosscheck {

// The smallest thing that the value readers look at: a run of letters, a run of ASCII digits, or one other code point.
// "H20" is word + number without a space between; "$1,200" is mark, number, mark, number.
struct Token {
  enum class Kind : uint8_t { kWord, kNumber, kMark };
  Kind kind = Kind::kMark;
  bool space_before = false;  // white space, or the beginning of the text, stands before it
  bool capital = false;       // kWord: the first letter is a capital
  uint32_t begin = 0;         // bytes of the text that was read
  uint32_t end = 0;
  absl::string_view text;  // folded (base/utf8.h): lower case, plain quotes and dashes; into TokenStream::folded
};

// Neither copyable nor movable views: keep the stream where it is while its tokens are used.
struct TokenStream {
  std::string folded;
  std::vector<Token> tokens;

  TokenStream() = default;
  TokenStream(const TokenStream&) = delete;
  TokenStream& operator=(const TokenStream&) = delete;
};

// Fills `stream` from `text`; one pass, linear.
void Tokenize(absl::string_view text, TokenStream& stream);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_TOKEN_H_
