#include "value/token.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace crosscheck {

namespace {

enum class Class : uint8_t { kMark, kSpace, kDigit, kLower, kUpper, kWide };

// What each byte is: ASCII of one look, anything above it the beginning of a longer code point.
constexpr std::array<Class, 256> kClasses = [] {
  std::array<Class, 256> out{};
  for (int c = 0; c < 256; ++c) {
    out[static_cast<size_t>(c)] = c == ' ' || (c >= '\t' && c <= '\r') ? Class::kSpace
                                  : c >= '0' && c <= '9'               ? Class::kDigit
                                  : c >= 'a' && c <= 'z'               ? Class::kLower
                                  : c >= 'A' && c <= 'Z'               ? Class::kUpper
                                  : c >= 0x80                          ? Class::kWide
                                                                       : Class::kMark;
  }
  return out;
}();

constexpr Class ClassOf(char c) { return kClasses[static_cast<unsigned char>(c)]; }

constexpr bool IsAsciiLetter(Class c) { return c == Class::kLower || c == Class::kUpper; }

// Cuts a text into tokens; the folded text is written as it goes, to memory that holds the longest it can become.
class Tokenizer {
 public:
  Tokenizer(absl::string_view text, TokenStream& stream) : text_(text), stream_(stream), out_(stream.folded.data()) {}

  // Returns the size of the folded text.
  size_t Run() {
    for (size_t at = 0; at < text_.size();) {
      const Class byte_class = ClassOf(text_[at]);
      switch (byte_class) {
        case Class::kSpace:
          space_ = true;
          ++at;
          break;
        case Class::kWide:
          at = TakeWide(at);
          break;
        case Class::kMark:
          Begin(Token::Kind::kMark, at, false);
          *out_++ = text_[at];
          End(++at);
          break;
        case Class::kDigit:
          at = TakeDigits(at);
          break;
        case Class::kLower:
        case Class::kUpper:
          at = TakeLetters(at, byte_class == Class::kUpper);
      }
    }
    return static_cast<size_t>(out_ - stream_.folded.data());
  }

 private:
  void Begin(Token::Kind kind, size_t at, bool capital) {
    Token& token = stream_.tokens.emplace_back();
    token.kind = kind;
    token.space_before = space_;
    token.capital = capital;
    token.begin = static_cast<uint32_t>(at);
    token.text = absl::string_view(out_, 0);
    space_ = false;
  }

  void End(size_t at) {
    Token& token = stream_.tokens.back();
    token.end = static_cast<uint32_t>(at);
    token.text = absl::string_view(token.text.data(), static_cast<size_t>(out_ - token.text.data()));
  }

  size_t TakeDigits(size_t at) {
    Continue(Token::Kind::kNumber, at, false);
    for (; at < text_.size() && ClassOf(text_[at]) == Class::kDigit; ++at) *out_++ = text_[at];
    End(at);
    return at;
  }

  // A run of ASCII letters; letters beyond ASCII go on with the word.
  size_t TakeLetters(size_t at, bool capital) {
    Continue(Token::Kind::kWord, at, capital);
    char* out = out_;
    for (; at < text_.size(); ++at) {
      const Class now = ClassOf(text_[at]);
      if (!IsAsciiLetter(now)) break;
      *out++ = static_cast<char>(text_[at] | ('a' - 'A'));
    }
    out_ = out;
    End(at);
    return at;
  }

  size_t TakeWide(size_t at) {
    const CodePoint point = DecodeUtf8(text_, at);
    const size_t end = at + static_cast<size_t>(point.size);
    if (IsSpace(point.value)) {
      space_ = true;
      return end;
    }
    if (IsLetter(point.value)) {
      Continue(Token::Kind::kWord, at, IsUpper(point.value));
    } else {
      Begin(Token::Kind::kMark, at, false);
    }
    std::string folded;
    AppendUtf8(FoldCodePoint(point.value), folded);
    out_ = std::copy(folded.begin(), folded.end(), out_);
    End(end);
    return end;
  }

  // A word or number goes on where the last token is one and nothing stands between.
  void Continue(Token::Kind kind, size_t at, bool capital) {
    const bool joins =
        !space_ && !stream_.tokens.empty() && stream_.tokens.back().kind == kind && stream_.tokens.back().end == at;
    if (!joins) Begin(kind, at, capital);
  }

  absl::string_view text_;
  TokenStream& stream_;
  char* out_;  // where the next folded byte goes
  bool space_ = true;
};

}  // namespace

void Tokenize(absl::string_view text, TokenStream& stream) {
  // Tokens hold views into the folded text, so it must not move afterwards. A byte becomes three at most (one that is
  // no UTF-8, as U+FFFD).
  stream.folded.resize(3 * text.size() + 16);
  stream.tokens.clear();
  stream.tokens.reserve(text.size() / 4 + 8);
  stream.folded.resize(Tokenizer(text, stream).Run());
}

}  // namespace crosscheck
