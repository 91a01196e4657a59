#include "claim/words.h"

#include <algorithm>

#include "base/utf8.h"
#include "english/english.h"

namespace crosscheck {

namespace {

bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }
bool IsHyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool IsDash(char32_t c) { return c == 0x2013 || c == 0x2014 || c == 0x2015; }
bool IsQuoteMark(char32_t c) { return c == '"' || c == 0x201C || c == 0x201D || c == 0x00AB || c == 0x00BB; }
bool IsBreak(char32_t c) {
  return c == ';' || c == ':' || c == '(' || c == ')' || c == '[' || c == ']' || IsDash(c) || IsQuoteMark(c);
}
bool IsWordCharacter(char32_t c) { return IsLetter(c) || IsDigit(c); }

// What stood between the last word and the next.
struct Between {
  bool comma = false;
  bool hard = false;
  bool space = false;
  bool hyphen = false;
};

class WordSplitter {
 public:
  explicit WordSplitter(Sentence& sentence) : sentence_(sentence), text_(sentence.text) {}

  void Run() {
    sentence_.folded.reserve(text_.size() + text_.size() / 2 + 16);  // views into it must stay
    while (at_ < text_.size()) {
      const CodePoint point = DecodeUtf8(text_, at_);
      if (IsWordCharacter(point.value)) {
        ReadWord();
        continue;
      }
      Note(point.value);
      at_ += static_cast<size_t>(point.size);
    }
    for (size_t i = 0; i < sentence_.words.size(); ++i) {
      const size_t end = i + 1 < folded_at_.size() ? folded_at_[i + 1] : sentence_.folded.size();
      absl::string_view folded = absl::string_view(sentence_.folded).substr(folded_at_[i], end - folded_at_[i]);
      Word& word = sentence_.words[i];
      if (word.possessive) folded.remove_suffix(folded.size() - folded.rfind('\''));
      word.text = folded;
    }
  }

 private:
  void Note(char32_t c) {
    between_.comma |= c == ',';
    between_.hard |= IsBreak(c) || (IsHyphen(c) && between_.space);
    between_.hyphen |= IsHyphen(c) && !between_.space;
    between_.space |= IsSpace(c);
  }

  // Whether the mark at `at` joins two parts of one word: "couldn't", "1,200", "4.5", "U.S".
  bool Joins(size_t at, const CodePoint& mark, char32_t before) const {
    const size_t next_at = at + static_cast<size_t>(mark.size);
    if (next_at >= text_.size()) return false;
    const char32_t next = DecodeUtf8(text_, next_at).value;
    if (IsApostrophe(mark.value)) return IsLetter(before) && IsLetter(next);
    if (mark.value == '.' || mark.value == ',') {
      if (IsDigit(before) && IsDigit(next)) return true;
      return mark.value == '.' && IsUpper(before) && IsUpper(next) && SingleLetter(at);
    }
    return false;
  }

  bool SingleLetter(size_t stop) const {
    return stop >= 1 && (stop == 1 || !IsLetter(static_cast<unsigned char>(text_[stop - 2])));
  }

  void ReadWord() {
    Word word;
    word.span.begin = at_;
    const size_t folded_begin = sentence_.folded.size();
    size_t letters = 0;
    size_t capitals = 0;
    size_t apostrophe = 0;  // offset after the last one, for 's
    char32_t before = 0;
    while (at_ < text_.size()) {
      const CodePoint point = DecodeUtf8(text_, at_);
      if (!IsWordCharacter(point.value)) {
        if (!Joins(at_, point, before)) break;
        if (IsApostrophe(point.value)) apostrophe = at_ + static_cast<size_t>(point.size);
      }
      if (before == 0) {
        word.capital = IsUpper(point.value);
        word.number = IsDigit(point.value);
      }
      letters += IsLetter(point.value);
      capitals += IsUpper(point.value);
      AppendUtf8(FoldCodePoint(point.value), sentence_.folded);
      before = point.value;
      at_ += static_cast<size_t>(point.size);
    }
    word.span.end = at_;
    word.all_caps = letters >= 2 && capitals == letters;
    word.possessive =
        apostrophe != 0 && apostrophe + 1 == at_ && (text_[apostrophe] == 's' || text_[apostrophe] == 'S');
    word.comma_before = between_.comma;
    word.break_before = between_.hard;
    word.hyphen_before = between_.hyphen && !between_.space && !between_.hard;
    between_ = Between();
    folded_at_.push_back(folded_begin);
    sentence_.words.push_back(word);
  }

  Sentence& sentence_;
  absl::string_view text_;
  size_t at_ = 0;
  Between between_;
  std::vector<size_t> folded_at_;
};

// Words that begin a clause of their own after a comma.
bool OpensClause(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"after",  "although", "and",  "as",    "because", "before", "but",
                                                 "if",     "nor",      "or",   "since", "so",      "than",   "though",
                                                 "unless", "until",    "when", "where", "which",   "while",  "who",
                                                 "whom",   "whose",    "with", "yet"};
  return std::binary_search(std::begin(kWords), std::end(kWords), word);
}

void NumberClauses(Sentence& sentence) {
  uint32_t clause = 0;
  for (size_t i = 0; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    if (i > 0 && (word.break_before || (word.comma_before && OpensClause(word.text)))) ++clause;
    sentence.clause.push_back(clause);
  }
}

}  // namespace

void SplitWords(Sentence& sentence, Interner& interner) {
  WordSplitter(sentence).Run();
  for (Word& word : sentence.words) {
    word.stop = english::IsStopWord(word.text);
    word.lemma = word.sense = interner.InternLemma(word.text, word.number);
  }
  NumberClauses(sentence);
}

std::pair<uint32_t, uint32_t> WordsIn(const Sentence& sentence, TextSpan span) {
  const auto& words = sentence.words;
  const auto first =
      std::partition_point(words.begin(), words.end(), [&](const Word& w) { return w.span.end <= span.begin; });
  const auto last = std::partition_point(first, words.end(), [&](const Word& w) { return w.span.begin < span.end; });
  return {static_cast<uint32_t>(first - words.begin()), static_cast<uint32_t>(last - words.begin())};
}

}  // namespace crosscheck
