#include "value/rejoin.h"

#include <cstddef>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "value/number_words.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

bool IsNumber(const Token& token) { return token.kind == Token::Kind::kNumber; }

// Units of one, as they stand in a compound before a noun: "an 18 - month contract".
bool IsCompoundUnit(absl::string_view word) {
  static const auto* const kUnits =
      new WordSet{"second", "minute", "hour", "day",   "week",   "month", "year", "decade",  "mile",  "metre", "meter",
                  "foot",   "inch",   "acre", "pound", "dollar", "euro",  "cent", "percent", "tonne", "yard"};
  return kUnits->contains(word);
}

class Rejoiner {
 public:
  explicit Rejoiner(TokenStream& stream) : tokens_(stream.tokens) {}

  void Run() {
    for (size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (tokens_[i].kind != Token::Kind::kMark) continue;
      const absl::string_view mark = tokens_[i].text;
      if (mark == "-") JoinHyphen(i);
      if (mark == "'" && i > 0) JoinDecade(i);
      if (mark == "," && i > 0) JoinThousands(i);
      if (mark == "#") TakePound(i);
    }
  }

 private:
  void Glue(size_t at) { tokens_[at].space_before = false; }
  absl::string_view Text(size_t at) const { return at < tokens_.size() ? tokens_[at].text : absl::string_view(); }
  // A figure of its own: no digits or hyphens hang on to it.
  bool StandsAlone(size_t at) const { return at == 0 || tokens_[at].space_before || Text(at - 1) == "("; }

  void JoinHyphen(size_t at) {
    if (at == 0) return;
    const Token& before = tokens_[at - 1];
    const Token& after = tokens_[at + 1];
    if (!tokens_[at].space_before && !after.space_before) return;
    if (!StandsAlone(at - 1)) return;
    if (after.kind == Token::Kind::kWord) {
      if (!IsNumber(before) && FindNumberWord(before.text) == nullptr) return;
      if (!IsCompoundUnit(after.text)) return;
      Glue(at);
      Glue(at + 1);
      if (Text(at + 2) != "-" || (Text(at + 3) != "old" && Text(at + 3) != "olds")) return;
      Glue(at + 2);
      Glue(at + 3);
    } else if (IsNumber(before) && IsNumber(after) && tokens_[at].space_before && after.space_before) {
      if (IsScore(at) || IsSeason(before.text, after.text)) {
        Glue(at);
        Glue(at + 1);
      }
    }
  }

  // Two figures of one or two digits that fall, or the same twice: a rising pair is a range with spaces too.
  bool IsScore(size_t at) const {
    int first = 0;
    int second = 0;
    return Text(at - 1).size() <= 3 && Text(at + 1).size() <= 3 && absl::SimpleAtoi(Text(at - 1), &first) &&
           absl::SimpleAtoi(Text(at + 1), &second) && first >= second && Text(at + 2) != "-" && Text(at + 2) != "=" &&
           (at < 2 || Text(at - 2) != "-");
  }

  // "2014 - 15"
  static bool IsSeason(absl::string_view first, absl::string_view second) {
    int year = 0;
    int next = 0;
    return first.size() == 4 && second.size() == 2 && absl::SimpleAtoi(first, &year) &&
           absl::SimpleAtoi(second, &next) && year >= 1800 && year < 2100 && next == (year + 1) % 100;
  }

  // "the early 1990 's"
  void JoinDecade(size_t at) {
    const Token& before = tokens_[at - 1];
    const bool decade = IsNumber(before) && before.text.size() == 4 && before.text.back() == '0' &&
                        tokens_[at].space_before && Text(at + 1) == "s" && !tokens_[at + 1].space_before;
    if (decade) Glue(at);
  }

  // "£50, 000": no list goes on with three zeros. And "Ms Vale , 24 , said".
  void JoinThousands(size_t at) {
    Glue(at);
    if (!IsNumber(tokens_[at - 1]) || tokens_[at - 1].text.size() > 3 || Text(at + 1) != "000") return;
    Glue(at);
    Glue(at + 1);
  }

  // "# 9.8 m", "#110,000"; a number sign stands before a bare and small figure, and a tag before a word.
  void TakePound(size_t at) {
    size_t next = at + 1;
    if (!IsNumber(tokens_[next])) return;
    bool money = false;
    while (next + 2 < tokens_.size() && (Text(next + 1) == "." || Text(next + 1) == ",") &&
           IsNumber(tokens_[next + 2]) && !tokens_[next + 1].space_before) {
      money |= Text(next + 1) == "," && Text(next + 2).size() == 3;
      next += 2;
    }
    const absl::string_view scale = Text(next + 1);
    money |= scale == "m" || scale == "bn" || scale == "million" || scale == "billion";
    if (money) tokens_[at].text = "£";
  }

  std::vector<Token>& tokens_;
};

}  // namespace

void Rejoin(TokenStream& stream) { Rejoiner(stream).Run(); }

}  // namespace crosscheck
