#include "value/token.h"

#include <array>

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

// Cuts a text into tokens; the folded text is written as it goes.
class Tokenizer {
 public:
  Tokenizer(absl::string_view text, TokenStream& stream) : text_(text), stream_(stream) {}

  void Run() {
    for (size_t at = 0; at < text_.size();) {
      const Class byte_class = kClasses[static_cast<unsigned char>(text_[at])];
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
          stream_.folded.push_back(text_[at]);
          End(++at);
          break;
        default:
          at = TakeRun(at, byte_class);
      }
    }
  }

 private:
  void Begin(Token::Kind kind, size_t at, bool capital) {
    Token& token = stream_.tokens.emplace_back();
    token.kind = kind;
    token.space_before = space_;
    token.capital = capital;
    token.begin = static_cast<uint32_t>(at);
    token.text = absl::string_view(stream_.folded.data() + stream_.folded.size(), 0);
    space_ = false;
  }

  void End(size_t at) {
    Token& token = stream_.tokens.back();
    token.end = static_cast<uint32_t>(at);
    token.text = absl::string_view(
        token.text.data(), static_cast<size_t>(stream_.folded.data() + stream_.folded.size() - token.text.data()));
  }

  // A run of ASCII letters or digits; letters beyond ASCII go on a word.
  size_t TakeRun(size_t at, Class first) {
    const bool digits = first == Class::kDigit;
    Continue(digits ? Token::Kind::kNumber : Token::Kind::kWord, at, first == Class::kUpper);
    size_t end = at;
    for (; end < text_.size(); ++end) {
      const Class now = kClasses[static_cast<unsigned char>(text_[end])];
      if (digits ? now != Class::kDigit : now != Class::kLower && now != Class::kUpper) break;
      stream_.folded.push_back(now == Class::kUpper ? static_cast<char>(text_[end] + ('a' - 'A')) : text_[end]);
    }
    End(end);
    return end;
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
    AppendUtf8(FoldCodePoint(point.value), stream_.folded);
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
  bool space_ = true;
};

}  // namespace

void Tokenize(absl::string_view text, TokenStream& stream) {
  stream.folded.clear();
  stream.tokens.clear();
  // Tokens hold views into the folded text, so it must not grow afterwards. A byte becomes three at most (one that is
  // no UTF-8, as U+FFFD).
  stream.folded.reserve(3 * text.size() + 16);
  stream.tokens.reserve(text.size() / 4 + 8);
  Tokenizer(text, stream).Run();
}

}  // namespace crosscheck
