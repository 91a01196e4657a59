#include "value/token.h"

#include "base/utf8.h"

namespace crosscheck {

void Tokenize(absl::string_view text, TokenStream& stream) {
  stream.folded.clear();
  stream.tokens.clear();
  // Tokens hold views into the folded text, so it must not grow afterwards. Folding can lengthen a code point, never to
  // more than four bytes.
  stream.folded.reserve(text.size() + text.size() / 2 + 16);
  stream.tokens.reserve(text.size() / 4 + 8);
  std::vector<uint32_t> folded_at;  // where each token begins in `folded`
  folded_at.reserve(stream.tokens.capacity());
  bool space = true;
  bool joins = false;  // the token before may go on
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    const auto end = static_cast<uint32_t>(at + static_cast<size_t>(point.size));
    if (IsSpace(point.value)) {
      space = true;
      joins = false;
      at = end;
      continue;
    }
    const Token::Kind kind = point.value >= '0' && point.value <= '9' ? Token::Kind::kNumber
                             : IsLetter(point.value)                  ? Token::Kind::kWord
                                                                      : Token::Kind::kMark;
    if (joins && kind != Token::Kind::kMark && stream.tokens.back().kind == kind) {
      stream.tokens.back().end = end;
    } else {
      Token token;
      token.kind = kind;
      token.space_before = space;
      token.capital = kind == Token::Kind::kWord && IsUpper(point.value);
      token.begin = static_cast<uint32_t>(at);
      token.end = end;
      stream.tokens.push_back(token);
      folded_at.push_back(static_cast<uint32_t>(stream.folded.size()));
    }
    AppendUtf8(FoldCodePoint(point.value), stream.folded);
    space = false;
    joins = true;
    at = end;
  }
  for (size_t i = 0; i < stream.tokens.size(); ++i) {
    const size_t next = i + 1 < folded_at.size() ? folded_at[i + 1] : stream.folded.size();
    stream.tokens[i].text = absl::string_view(stream.folded).substr(folded_at[i], next - folded_at[i]);
  }
}

}  // namespace crosscheck
