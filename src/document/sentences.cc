#include "document/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/strings/match.h"
#include "base/utf8.h"
#include "english/abbreviations.h"
#include "english/english.h"

namespace crosscheck {

namespace {

using english::AbbreviationKind;

constexpr size_t kLongestBracket = 600;  // a bracket that is not closed within so many bytes guards nothing
constexpr size_t kLongestAbbreviation = 16;

// Words after which a question or an exclamation inside quotation marks goes on: “Why?” Smith asked.
constexpr absl::string_view kSpeechVerbs[] = {"said",   "says",    "asked",   "asks",   "told",    "tells",    "added",
                                              "wrote",  "writes",  "shouted", "cried",  "replied", "wondered", "joked",
                                              "posted", "tweeted", "quipped", "called", "recalled"};

// Capitalised words that follow "p.m." inside a sentence.
constexpr absl::string_view kTimeZoneWords[] = {
    "et",  "est",  "edt",     "ct",      "cst",      "cdt",     "mt",        "mst",   "mdt",
    "pt",  "pst",  "pdt",     "gmt",     "utc",      "bst",     "cet",       "cest",  "ist",
    "jst", "aest", "eastern", "central", "mountain", "pacific", "greenwich", "local", "london"};

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

template <size_t n>
bool IsOneOf(absl::string_view word, const absl::string_view (&words)[n]) {
  return std::find(words, words + n, word) != words + n;
}

bool HasWords(absl::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    if (IsLetter(point.value) || IsDigit(point.value)) return true;
    at += static_cast<size_t>(point.size);
  }
  return false;
}

// What a sentence would begin with.
struct Opening {
  enum class Kind : uint8_t { kNone, kLower, kUpper, kDigit, kOther };
  Kind kind = Kind::kNone;
  size_t at = 0;       // of the first letter or digit, marks that open left out
  bool space = false;  // a space stands before it
};

class SentenceSplitter {
 public:
  explicit SentenceSplitter(absl::string_view text) : text_(text) {}

  std::vector<TextSpan> Split();

 private:
  bool At(size_t at, absl::string_view mark) const {
    return absl::StartsWith(text_.substr(std::min(at, text_.size())), mark);
  }
  void Cut(size_t end, size_t next);
  void GuardBracket(size_t at);
  size_t OnStop(size_t at);
  size_t SkipStops(size_t at, bool& strong, int& dots) const;
  size_t SkipClosers(size_t at, bool& quote);
  size_t CloserSize(size_t at) const;
  Opening OpeningAt(size_t at) const;
  bool LooksCapital(size_t at) const;
  bool EndsAfterWord(size_t stop, const Opening& next) const;
  bool EndsWithoutSpace(size_t stop, bool closed, const Opening& next) const;
  bool GoesOnWithSpeaker(size_t at) const;
  absl::string_view WordBefore(size_t stop) const;
  absl::string_view WordAt(size_t at) const;
  bool OpensSentences(absl::string_view word) const;
  bool IsCommonOpening(absl::string_view word) const;

  absl::string_view text_;
  size_t begin_ = 0;
  size_t guard_ = 0;  // no sentence ends before this offset: a bracket is open
  bool quote_open_ = false;
  std::vector<TextSpan> sentences_;
};

void SentenceSplitter::Cut(size_t end, size_t next) {
  while (end > begin_ && text_[end - 1] == ' ') --end;
  if (end > begin_) {
    // A stop or a mark that stands alone belongs to the sentence before it.
    if (!sentences_.empty() && !HasWords(text_.substr(begin_, end - begin_))) {
      sentences_.back().end = end;
    } else {
      sentences_.push_back({begin_, end});
    }
  }
  while (next < text_.size() && text_[next] == ' ') ++next;
  begin_ = next;
}

// Bytes that the splitter looks at: stops, brackets, straight quotation marks, the first of "…" and "•".
constexpr std::array<bool, 256> kMatters = [] {
  std::array<bool, 256> out{};
  for (const size_t c : {0x2E, 0x21, 0x3F, 0x28, 0x5B, 0x22, 0xE2}) out[c] = true;
  return out;
}();

std::vector<TextSpan> SentenceSplitter::Split() {
  size_t at = 0;
  while (true) {
    while (at < text_.size() && !kMatters[static_cast<unsigned char>(text_[at])]) ++at;
    if (at >= text_.size()) break;
    switch (text_[at]) {
      case '.':
      case '!':
      case '?':
        at = OnStop(at);
        break;
      case '(':
      case '[':
        GuardBracket(at++);
        break;
      case '"':
        quote_open_ = !quote_open_;
        ++at;
        break;
      case '\xE2':
        if (At(at, "…")) {
          at = OnStop(at);
        } else {
          if (At(at, "• ") && at > begin_) Cut(at, at);
          at += 3;
        }
        break;
      default:
        ++at;
    }
  }
  Cut(text_.size(), text_.size());
  return std::move(sentences_);
}

void SentenceSplitter::GuardBracket(size_t at) {
  if (at < guard_) return;
  int depth = 0;
  const size_t last = std::min(text_.size(), at + kLongestBracket);
  for (size_t i = at; i < last; ++i) {
    if (text_[i] == '(' || text_[i] == '[') ++depth;
    if ((text_[i] == ')' || text_[i] == ']') && --depth == 0) {
      guard_ = i + 1;
      return;
    }
  }
}

// `strong`: a question or exclamation mark is among the stops.
size_t SentenceSplitter::SkipStops(size_t at, bool& strong, int& dots) const {
  while (at < text_.size()) {
    if (text_[at] == '.') {
      ++dots;
      ++at;
    } else if (text_[at] == '!' || text_[at] == '?') {
      strong = true;
      ++at;
    } else if (At(at, "…")) {
      dots += 3;
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

size_t SentenceSplitter::CloserSize(size_t at) const {
  const bool last = at + 1 >= text_.size() || text_[at + 1] == ' ' || text_[at + 1] == '"' || text_[at + 1] == ')';
  switch (text_[at]) {
    case ')':
    case ']':
      return 1;
    case '"':
      return quote_open_ || last ? 1 : 0;
    case '\'':
      return last ? 1 : 0;
    case '[': {  // the mark of a footnote: "[12]"
      size_t end = at + 1;
      while (end < text_.size() && IsAsciiDigit(text_[end])) ++end;
      return end > at + 1 && end < text_.size() && text_[end] == ']' ? end + 1 - at : 0;
    }
    default:
      if (At(at, "”")) return 3;
      if (At(at, "»")) return 2;
      if (At(at, "’")) return at + 3 < text_.size() && IsAsciiLetter(text_[at + 3]) ? 0 : 3;
      return 0;
  }
}

size_t SentenceSplitter::SkipClosers(size_t at, bool& quote) {
  while (at < text_.size()) {
    const size_t size = CloserSize(at);
    if (size == 0) break;
    if (text_[at] == '"') quote_open_ = false;
    if (text_[at] != ')' && text_[at] != ']' && text_[at] != '[') quote = true;
    at += size;
  }
  return at;
}

bool SentenceSplitter::LooksCapital(size_t at) const {
  const CodePoint first = DecodeUtf8(text_, at);
  if (IsUpper(first.value)) return true;
  // "eBay", "iPhone"
  const size_t next = at + static_cast<size_t>(first.size);
  return next + 1 < text_.size() && IsUpper(DecodeUtf8(text_, next).value) && IsAsciiLetter(text_[next + 1]);
}

Opening SentenceSplitter::OpeningAt(size_t at) const {
  Opening opening;
  while (at < text_.size() && text_[at] == ' ') {
    opening.space = true;
    ++at;
  }
  constexpr absl::string_view kOpeners[] = {"\"", "'", "(", "[", "“", "‘", "«", "„", "¿", "¡", "— ", "– ", "- "};
  for (bool found = true; found && at < text_.size() && !IsAsciiLetter(text_[at]) && !IsAsciiDigit(text_[at]);) {
    found = false;
    for (absl::string_view mark : kOpeners) {
      if (!At(at, mark)) continue;
      at += mark.size();
      found = true;
    }
  }
  opening.at = at;
  if (at >= text_.size()) return opening;
  const char32_t c = DecodeUtf8(text_, at).value;
  if (IsDigit(c)) {
    opening.kind = Opening::Kind::kDigit;
  } else if (!IsLetter(c)) {
    opening.kind = Opening::Kind::kOther;
  } else if (LooksCapital(at)) {
    opening.kind = Opening::Kind::kUpper;
  } else {
    // Scripts without capitals begin sentences with any letter.
    const bool has_case = c < 0x250 || (c >= 0x370 && c < 0x590);
    opening.kind = has_case ? Opening::Kind::kLower : Opening::Kind::kUpper;
  }
  return opening;
}

// The word that the stop at `stop` follows, inner stops kept, quotation marks and brackets not: "U.S", "p.m", "Inc".
absl::string_view SentenceSplitter::WordBefore(size_t stop) const {
  size_t end = stop;
  if (end > begin_ && text_[end - 1] == ' ') --end;  // texts that were tokenised: "Inc ."
  size_t begin = end;
  while (begin > begin_ && end - begin < kLongestAbbreviation) {
    const char c = text_[begin - 1];
    if (!IsAsciiLetter(c) && !IsAsciiDigit(c) && c != '.' && c != '-') break;
    --begin;
  }
  absl::string_view word = text_.substr(begin, end - begin);
  while (!word.empty() && (word.front() == '.' || word.front() == '-')) word.remove_prefix(1);
  return word;
}

absl::string_view SentenceSplitter::WordAt(size_t at) const {
  size_t end = at;
  while (end < text_.size() && (IsAsciiLetter(text_[end]) || static_cast<unsigned char>(text_[end]) >= 0x80) &&
         text_[end] != '\xE2') {
    ++end;
  }
  return text_.substr(at, end - at);
}

// "The", "But", "I": words that open sentences and are no part of a name; "A." is an initial.
bool SentenceSplitter::OpensSentences(absl::string_view word) const {
  if (word.empty() || word.size() > kLongestAbbreviation) return false;
  const size_t end = static_cast<size_t>(word.data() - text_.data()) + word.size();
  if (word.size() == 1 && end < text_.size() && text_[end] == '.') return false;
  if (word.size() > 1 && IsUpper(DecodeUtf8(word, 1).value)) return false;
  return english::IsStopWord(Fold(word));
}

// "Police said …": a common word, then one in lower case; no part of a name.
bool SentenceSplitter::IsCommonOpening(absl::string_view word) const {
  if (word.size() < 3 || word.size() > kLongestAbbreviation) return false;
  const size_t after = static_cast<size_t>(word.data() - text_.data()) + word.size();
  if (after + 1 >= text_.size() || text_[after] != ' ' || text_[after + 1] < 'a' || text_[after + 1] > 'z')
    return false;
  return english::Commonness(english::Lemma(Fold(word))) >= 2;
}

// One full stop before a space: does it end the sentence?
bool SentenceSplitter::EndsAfterWord(size_t stop, const Opening& next) const {
  const absl::string_view word = WordBefore(stop);
  if (word.empty()) return true;
  const auto word_begin = static_cast<size_t>(word.data() - text_.data());
  if (IsAsciiDigit(word[0])) {  // "1. Pupils slept longer": the number of an item
    const bool all_digits = std::all_of(word.begin(), word.end(), IsAsciiDigit);
    return !(word_begin == begin_ && word.size() <= 2 && all_digits);
  }
  const absl::string_view next_word = WordAt(next.at);
  const bool upper = next.kind == Opening::Kind::kUpper;
  if (word.size() == 1 && word_begin == begin_) return false;              // "A. Smith", "b. 1931"
  if (word.size() == 1 && IsUpper(static_cast<unsigned char>(word[0]))) {  // an initial, or "Vitamin C."
    return word[0] == 'I' || next.kind == Opening::Kind::kDigit || OpensSentences(next_word);
  }
  std::string folded = Fold(word);
  if (folded == "m" && word_begin >= 3 && text_[word_begin - 1] == ' ' && text_[word_begin - 2] == '.') folded = "p.m";
  switch (english::KindOfAbbreviation(folded)) {
    case AbbreviationKind::kNone:
      return true;
    case AbbreviationKind::kBeforeName:
      return false;
    case AbbreviationKind::kBeforeNumber: {
      const std::string after = Fold(next_word);
      return next.kind != Opening::Kind::kDigit && !english::IsMonthName(after);
    }
    case AbbreviationKind::kHour: {
      const std::string after = Fold(next_word);
      return upper && !IsOneOf(after, kTimeZoneWords) && !english::IsMonthName(after) && !english::IsWeekdayName(after);
    }
    case AbbreviationKind::kCountry:
      return upper && OpensSentences(next_word);
    case AbbreviationKind::kMayEnd:
      return upper && (OpensSentences(next_word) || IsCommonOpening(next_word));
  }
  return true;
}

// "Hospital.A man": a space is missing. Not "U.S.A", "Node.JS", "www.Example.com", "3.5".
bool SentenceSplitter::EndsWithoutSpace(size_t stop, bool closed, const Opening& next) const {
  if (next.kind != Opening::Kind::kUpper) return false;
  const absl::string_view next_word = WordAt(next.at);
  const size_t end = next.at + next_word.size();
  const bool one_letter = next_word.size() == 1;
  if (end + 1 < text_.size() && text_[end] == '.' && IsAsciiLetter(text_[end + 1])) return false;
  if (one_letter && !(end < text_.size() && text_[end] == ' ')) return false;
  if (!one_letter && !next_word.empty() && IsUpper(DecodeUtf8(next_word, 1).value)) return false;
  if (closed) return true;
  const absl::string_view word = WordBefore(stop);
  if (word.size() < 3 || absl::StrContains(word, '.') || IsAsciiDigit(word.back())) return word.empty();
  const auto word_begin = static_cast<size_t>(word.data() - text_.data());
  if (word_begin > 0 && (text_[word_begin - 1] == '@' || text_[word_begin - 1] == '/')) return false;
  return english::KindOfAbbreviation(Fold(word)) == AbbreviationKind::kNone;
}

// “Will it?” Chief Smith said: up to four capitalised words, then a verb of saying.
bool SentenceSplitter::GoesOnWithSpeaker(size_t at) const {
  for (int words = 0; words < 5; ++words) {
    const absl::string_view word = WordAt(at);
    if (word.empty()) return false;
    if (!IsUpper(DecodeUtf8(word, 0).value)) return words > 0 && IsOneOf(word, kSpeechVerbs);
    at += word.size();
    if (at >= text_.size() || text_[at] != ' ') return false;
    ++at;
  }
  return false;
}

size_t SentenceSplitter::OnStop(size_t at) {
  bool strong = false;
  bool quote = false;
  int dots = 0;
  const size_t after_stops = SkipStops(at, strong, dots);
  if (dots > 3 && !strong) return after_stops;  // a leader: "Schools ........ $5 million"
  const size_t close = SkipClosers(after_stops, quote);
  if (close < guard_ || close >= text_.size()) return close;
  const Opening next = OpeningAt(close);
  bool ends = false;
  if (next.kind == Opening::Kind::kLower || next.kind == Opening::Kind::kNone) {
    ends = false;
  } else if (!next.space) {
    ends = EndsWithoutSpace(at, close > after_stops, next);
  } else if (dots > 1) {
    ends = next.kind == Opening::Kind::kUpper;
  } else if (strong) {
    ends = !(quote && GoesOnWithSpeaker(next.at));
  } else {
    ends = EndsAfterWord(at, next);
  }
  if (ends) Cut(close, close);
  return close;
}

}  // namespace

std::vector<TextSpan> SplitSentences(absl::string_view text) { return SentenceSplitter(text).Split(); }

}  // namespace crosscheck
