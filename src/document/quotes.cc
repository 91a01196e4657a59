#include "document/quotes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "absl/strings/match.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

constexpr size_t kLongestSingle = 400;  // a single mark that is not answered within so many bytes is an apostrophe

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

enum class Mark : uint8_t {
  kNone,
  kOpen,           // “ „ «
  kClose,          // ” »
  kStraight,       // "
  kOpenSingle,     // ‘
  kCloseSingle,    // ’
  kStraightSingle  // '
};

struct MarkAt {
  Mark mark = Mark::kNone;
  size_t size = 1;
};

constexpr std::array<bool, 256> kBeginsMark = [] {
  std::array<bool, 256> out{};
  for (const size_t c : {0x22, 0x27, 0xE2, 0xC2}) out[c] = true;
  return out;
}();

// The first byte from `at` on that may begin a mark, or the end of the text.
size_t SkipToMark(absl::string_view text, size_t at) {
  while (at < text.size() && !kBeginsMark[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

MarkAt MarkOf(absl::string_view text, size_t at) {
  const char c = text[at];
  if (c == '"') return {Mark::kStraight, 1};
  if (c == '\'') return {Mark::kStraightSingle, 1};
  if (c != '\xE2' && c != '\xC2') return {};
  const absl::string_view rest = text.substr(at);
  if (absl::StartsWith(rest, "“") || absl::StartsWith(rest, "„")) return {Mark::kOpen, 3};
  if (absl::StartsWith(rest, "”")) return {Mark::kClose, 3};
  if (absl::StartsWith(rest, "‘")) return {Mark::kOpenSingle, 3};
  if (absl::StartsWith(rest, "’")) return {Mark::kCloseSingle, 3};
  if (absl::StartsWith(rest, "«")) return {Mark::kOpen, 2};
  if (absl::StartsWith(rest, "»")) return {Mark::kClose, 2};
  return {};
}

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || IsAsciiDigit(c) || (byte >= 0x80 && byte != 0xE2);
}

class QuoteFinder {
 public:
  QuoteFinder(absl::string_view text, bool goes_on) : text_(text), goes_on_(goes_on) {}

  std::vector<TextSpan> Find();

 private:
  bool OpensAt(size_t at, size_t size) const;
  bool IsElision(size_t after) const;
  std::optional<TextSpan> SingleFrom(size_t at, size_t size) const;
  bool ClosesSingle(size_t at, size_t size) const;
  void OnDouble(const MarkAt& mark, size_t at);
  void Add(size_t begin, size_t end) {
    if (begin < end) quotes_.push_back({begin, end});
  }

  absl::string_view text_;
  bool goes_on_;
  std::optional<size_t> open_;  // where the words of the open quotation begin
  bool open_straight_ = false;
  std::vector<TextSpan> quotes_;
};

// A straight mark opens after a space, a bracket or a dash, and before a word.
bool QuoteFinder::OpensAt(size_t at, size_t size) const {
  if (at + size >= text_.size() || text_[at + size] == ' ') return false;
  return at == 0 || !IsWordByte(text_[at - 1]);
}

// The apostrophe of "'90s", "'em", "'tis".
bool QuoteFinder::IsElision(size_t after) const {
  const absl::string_view rest = text_.substr(after);
  if (rest.size() >= 2 && IsAsciiDigit(rest[0]) && IsAsciiDigit(rest[1])) return true;
  for (absl::string_view word : {"em ", "tis ", "twas ", "til ", "cause ", "n' "}) {
    if (absl::StartsWith(rest, word)) return true;
  }
  return false;
}

// A single mark closes where no word goes on after it.
bool QuoteFinder::ClosesSingle(size_t at, size_t size) const {
  const size_t after = at + size;
  return text_[at - 1] != ' ' && (after >= text_.size() || !IsWordByte(text_[after]));
}

// The quotation in single marks that begins at `at`; the mark of a plural ("the workers' hall") closes it only where
// no other does.
std::optional<TextSpan> QuoteFinder::SingleFrom(size_t at, size_t size) const {
  const size_t begin = at + size;
  const bool curly = size == 3;
  std::optional<TextSpan> plural;
  const size_t last = std::min(text_.size(), begin + kLongestSingle);
  for (size_t i = SkipToMark(text_, begin + 1); i < last; i = SkipToMark(text_, i + 1)) {
    const MarkAt mark = MarkOf(text_, i);
    if (mark.mark == Mark::kOpenSingle) break;
    if (mark.mark != (curly ? Mark::kCloseSingle : Mark::kStraightSingle) || !ClosesSingle(i, mark.size)) continue;
    if (text_[i - 1] != 's') return TextSpan{begin, i};
    if (!plural.has_value()) plural = TextSpan{begin, i};
  }
  return plural;
}

void QuoteFinder::OnDouble(const MarkAt& mark, size_t at) {
  const size_t after = at + mark.size;
  if (open_.has_value()) {
    const bool closes = mark.mark == Mark::kClose || mark.mark == Mark::kStraight;
    if (!closes) return;
    if (mark.mark == Mark::kStraight && OpensAt(at, mark.size) && open_straight_ && at > 0 && text_[at - 1] == ' ') {
      open_ = after;  // two marks that open: the first was never closed
      return;
    }
    Add(*open_, at);
    open_.reset();
    return;
  }
  if (mark.mark == Mark::kOpen || (mark.mark == Mark::kStraight && OpensAt(at, mark.size))) {
    open_ = after;
    open_straight_ = mark.mark == Mark::kStraight;
  }
}

std::vector<TextSpan> QuoteFinder::Find() {
  for (size_t at = SkipToMark(text_, 0); at < text_.size(); at = SkipToMark(text_, at)) {
    const MarkAt mark = MarkOf(text_, at);
    switch (mark.mark) {
      case Mark::kNone:
        break;
      case Mark::kOpen:
      case Mark::kClose:
      case Mark::kStraight:
        OnDouble(mark, at);
        break;
      case Mark::kCloseSingle:
        break;
      case Mark::kOpenSingle:
      case Mark::kStraightSingle: {
        if (open_.has_value() || !OpensAt(at, mark.size) || IsElision(at + mark.size)) break;
        const std::optional<TextSpan> single = SingleFrom(at, mark.size);
        if (!single.has_value()) break;
        Add(single->begin, single->end);
        at = single->end;
        continue;
      }
    }
    at += mark.size;
  }
  const bool opens_text = open_.has_value() && *open_ <= 3;
  if (open_.has_value() && (opens_text || goes_on_)) Add(*open_, text_.size());
  return std::move(quotes_);
}

}  // namespace

std::vector<TextSpan> FindQuotes(absl::string_view text, bool goes_on) { return QuoteFinder(text, goes_on).Find(); }

bool OpensWithQuote(absl::string_view text) {
  if (text.empty()) return false;
  const Mark mark = MarkOf(text, 0).mark;
  return mark == Mark::kOpen || mark == Mark::kStraight;
}

}  // namespace crosscheck
