#include "value/value_starts.h"

#include <initializer_list>

#include "absl/container/flat_hash_map.h"
#include "value/currencies.h"
#include "value/date_roles.h"
#include "value/date_words.h"
#include "value/modifiers.h"
#include "value/number_words.h"
#include "value/units.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

const absl::flat_hash_map<absl::string_view, uint16_t>& StarterWords() {
  static const auto* const kMap = [] {
    auto* map = new absl::flat_hash_map<absl::string_view, uint16_t>;
    const auto add = [map](std::initializer_list<absl::string_view> words, uint16_t what) {
      for (absl::string_view word : words) (*map)[word] |= what;
    };
    for (const NumberWord& row : NumberWords()) {
      if (row.kind != NumberWord::Kind::kLetterScale && row.kind != NumberWord::Kind::kDenominator) {
        (*map)[row.text] |= kStartsNumber | kStartsClock;
      }
      if (row.kind == NumberWord::Kind::kOrdinal) (*map)[row.text] |= kStartsOrdinal;
    }
    add({"a", "an"}, kStartsNumber | kStartsVague);
    add({"a"}, kStartsClock);  // a quarter past seven
    add({"half", "quarter"}, kStartsNumber | kStartsHalf | kStartsClock);
    add({"point", "minus", "negative"}, kStartsNumber);
    add({"noon", "midday", "midnight"}, kStartsClock);
    add({"between", "from"}, kStartsRange);
    add({"aged", "age", "ages"}, kStartsAge);
    add({"his", "her", "their", "my", "your", "our"}, kStartsDecade);
    add({"several", "few", "tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions",
         "lakhs", "crores"},
        kStartsVague);
    for (absl::string_view word : ModifierStarters()) (*map)[word] |= kStartsModifier;
    for (absl::string_view word : CurrencyStarters()) (*map)[word] |= kStartsCurrency;
    return map;
  }();
  return *kMap;
}

}  // namespace

uint16_t WordStarts(absl::string_view word) {
  static const WordFilter& filter = *[] {
    auto* made = new WordFilter;
    for (const auto& [text, what] : StarterWords()) made->Add(text);
    return made;
  }();
  if (!filter.MayHold(word)) return 0;
  const auto found = StarterWords().find(word);
  return found == StarterWords().end() ? 0 : found->second;
}

bool MarkMayStart(const Token& mark, const Token& next) {
  switch (mark.text[0]) {
    case '.':
      return next.kind == Token::Kind::kNumber;
    case '-':
      return next.kind != Token::Kind::kWord;
    default:
      return static_cast<unsigned char>(mark.text[0]) >= 0x80 || StarterWords().contains(mark.text);
  }
}

bool StartsDuration(absl::string_view word) {
  return word == "all" || word == "full" || word == "whole" || word == "another";
}

bool MayStart(const Token& token) {
  if (token.kind == Token::Kind::kNumber) return true;
  static const WordBits& words = *[] {
    auto* made = new WordBits;
    for (const auto& [word, what] : StarterWords()) made->Add(word);
    for (absl::string_view word : DateStarters()) made->Add(word);
    for (absl::string_view word : {"all", "full", "whole", "another", ".", "-"}) made->Add(word);
    return made;
  }();
  return words.MayHold(token.text) ||
         (token.kind == Token::Kind::kMark && static_cast<unsigned char>(token.text[0]) >= 0x80);
}

bool MayFollowArticle(const Token& token) {
  if (token.kind != Token::Kind::kWord) return true;
  static const WordBits& words = *[] {
    auto* made = new WordBits;
    for (const NumberWord& row : NumberWords()) made->Add(row.text);
    for (absl::string_view word : UnitStarters()) made->Add(word);
    for (absl::string_view word : DateStarters()) made->Add(word);
    for (absl::string_view word : TimeUnitWords()) made->Add(word);
    // Vague counts, coins, and what may stand before a unit of time ("a further two weeks").
    for (absl::string_view word :
         {"couple",  "pair",     "few",        "several",   "dime",    "nickel",      "penny",
          "buck",    "cent",     "dollar",     "euro",      "more",    "additional",  "extra",
          "fewer",   "further",  "full",       "straight",  "long",    "consecutive", "and",
          "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays",   "sundays"}) {
      made->Add(word);
    }
    return made;
  }();
  return words.MayHold(token.text);
}

}  // namespace crosscheck
