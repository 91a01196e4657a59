#include "value/phone.h"

#include <algorithm>

#include "value/non_value_words.h"
#include "value/number.h"

namespace crosscheck {

namespace {

bool IsNumber(const Token& token) { return token.kind == Token::Kind::kNumber; }

// The look of figures that marks and spaces join.
struct DigitRun {
  size_t groups = 0;
  size_t digits = 0;
  size_t longest = 0;
  size_t last_size = 0;
  bool plus = false;
  bool zero_first = false;
  bool bracketed = false;  // a group of two or three digits in brackets
  bool hyphens = false;
  bool strokes = false;
  bool dots = false;
  bool years = true;   // every group is a year
  bool threes = true;  // every group after the first has three digits

  void AddMark(absl::string_view mark) {
    plus = plus || (mark == "+" && groups == 0);
    hyphens = hyphens || mark == "-";
    strokes = strokes || mark == "/";
    dots = dots || mark == ".";
  }
  void AddGroup(absl::string_view group) {
    if (groups == 0) {
      zero_first = group[0] == '0' && group.size() >= 2;
    } else {
      threes = threes && group.size() == 3;
    }
    years = years && IsYear(group);
    ++groups;
    digits += group.size();
    longest = std::max(longest, group.size());
    last_size = group.size();
  }
};

DigitRun Describe(const TokenStream& stream, size_t begin, size_t end) {
  DigitRun run;
  for (size_t i = begin; i < end; ++i) {
    const Token& token = stream.tokens[i];
    if (!IsNumber(token)) {
      run.AddMark(token.text);
      continue;
    }
    const bool in_brackets =
        i > begin && stream.tokens[i - 1].text == "(" && i + 2 < end && stream.tokens[i + 1].text == ")";
    run.bracketed = run.bracketed || (in_brackets && (token.text.size() <= 3 || token.text[0] == '0'));
    run.AddGroup(token.text);
  }
  return run;
}

// "96.83-699.83": two decimals.
bool IsDecimalRange(const TokenStream& stream, size_t begin, size_t end) {
  if (end - begin != 7) return false;
  static constexpr absl::string_view kMarks[] = {".", "-", "."};
  for (size_t i = 0; i < 7; ++i) {
    const Token& token = stream.tokens[begin + i];
    if (i % 2 == 0 ? !IsNumber(token) : token.text != kMarks[i / 2]) return false;
  }
  return true;
}

bool IsPhone(const TokenStream& stream, size_t begin, size_t end) {
  const DigitRun run = Describe(stream, begin, end);
  if (run.groups == 0 || LooksLikeDay(stream, begin, end) || run.years) return false;
  if (IsDecimalRange(stream, begin, end)) return false;
  // "10/1/2018-10/7/2018": two days.
  if (end - begin == 11 && stream.tokens[begin + 5].text == "-" && LooksLikeDay(stream, begin, begin + 5) &&
      LooksLikeDay(stream, begin + 6, end)) {
    return false;
  }
  if (run.digits >= 5 && HasNonValueWord(stream, begin, NonValueWord::kPhoneCue, 5)) return true;
  if (run.digits < 7) return false;
  if (run.plus || run.zero_first) return true;
  if (run.bracketed && run.digits >= 9) return true;
  if (run.groups >= 3 && run.digits >= 9) {
    return run.hyphens || run.strokes || (!run.threes && run.longest >= 4);
  }
  return run.groups == 2 && run.last_size >= 7 && !run.dots && !run.hyphens;
}

bool Joins(const TokenStream& stream, size_t at) {
  const Token& token = stream.tokens[at];
  if (IsNumber(token)) return true;
  if (token.kind != Token::Kind::kMark || absl::string_view("-./()+").find(token.text) == absl::string_view::npos) {
    return false;
  }
  // A full stop with a space after it ends a sentence.
  return token.text != "." || !TokenAt(stream, at + 1).space_before;
}

// One past the last figure of the run that begins at `at`; `at` where it has none.
size_t EndOfRun(const TokenStream& stream, size_t at) {
  size_t last = at;
  for (size_t i = at; i < stream.tokens.size() && Joins(stream, i); ++i) {
    if (IsNumber(stream.tokens[i])) last = i + 1;
  }
  return last;
}

// Past "x 204", "ext. 204", the extension.
size_t SkipExtension(const TokenStream& stream, size_t at) {
  const absl::string_view word = TokenAt(stream, at).text;
  if (word != "x" && word != "ext" && word != "extension") return at;
  const size_t number = at + (TokenAt(stream, at + 1).text == "." ? 2 : 1);
  return IsNumber(TokenAt(stream, number)) ? number + 1 : at;
}

}  // namespace

bool IsYear(absl::string_view digits) {
  return digits.size() == 4 && (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20");
}

bool LooksLikeDay(const TokenStream& stream, size_t begin, size_t end) {
  if (end - begin != 5 || !IsNumber(stream.tokens[begin]) || !IsNumber(stream.tokens[begin + 2]) ||
      !IsNumber(stream.tokens[begin + 4])) {
    return false;
  }
  if (IsNumber(stream.tokens[begin + 1]) || IsNumber(stream.tokens[begin + 3])) return false;
  const auto size = [&stream](size_t i) { return stream.tokens[i].text.size(); };
  return (IsYear(stream.tokens[begin].text) && size(begin + 2) <= 2 && size(begin + 4) <= 2) ||
         (size(begin) <= 2 && size(begin + 2) <= 2 && (IsYear(stream.tokens[begin + 4].text) || size(begin + 4) == 2));
}

std::vector<std::pair<size_t, size_t>> FindPhones(const TokenStream& stream, const std::vector<NonValue>& taken) {
  std::vector<std::pair<size_t, size_t>> out;
  const auto& tokens = stream.tokens;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (IsWord(tokens[i])) continue;
    if (!IsNumber(tokens[i]) && tokens[i].text != "+" && tokens[i].text != "(") continue;
    if (taken[i] != NonValue::kNone || (IsGlued(tokens[i]) && i > 0 && IsWord(tokens[i - 1]))) continue;
    size_t last = EndOfRun(stream, i);
    if (last == i) continue;
    const Token& after = TokenAt(stream, last);
    if (IsWord(after) && IsGlued(after)) {  // a figure glued to letters belongs to them ("20 15kg")
      i = last - 1;
    } else if (IsGluedMark(stream, last, ",") && IsNumber(TokenAt(stream, last + 1)) &&
               IsGlued(TokenAt(stream, last + 1))) {
      i = last + 1;  // "1,200": the run ends inside a number
    } else {
      if (IsPhone(stream, i, last)) {
        last = SkipExtension(stream, last);
        out.emplace_back(i, last);
      }
      i = last - 1;
    }
  }
  return out;
}

}  // namespace crosscheck
