// What a value is a rate of.
#include "value/figure.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

const WordSet& PerNouns() {
  static const auto* const kNouns = new WordSet{
      "share",  "year",   "month",   "week",   "day",       "hour",      "minute",   "second",    "barrel", "ton",
      "tonne",  "ounce",  "pound",   "gallon", "litre",     "liter",     "head",     "person",    "piece",  "unit",
      "night",  "bushel", "dozen",   "mile",   "kilometre", "kilometer", "kilogram", "kilo",      "gram",   "metre",
      "meter",  "pop",    "ticket",  "plate",  "game",      "season",    "quarter",  "household", "acre",   "hectare",
      "bottle", "pack",   "vehicle", "car",    "student",   "seat",      "token",    "copy"};
  return *kNouns;
}

// "a year earlier" says when, not of what.
bool TellsTime(absl::string_view word) {
  return word == "ago" || word == "earlier" || word == "before" || word == "later" || word == "after" ||
         word == "previously" || word == "on";
}

}  // namespace

std::string FindPer(const TokenStream& stream, size_t at, size_t& last) {
  size_t i = at;
  if (IsGluedMark(stream, i, "-")) ++i;
  const Token& token = TokenAt(stream, i);
  const auto text = [&stream](size_t k) { return std::string(TokenAt(stream, k).text); };
  if (token.text == "apiece" || (token.text == "each" && !IsWord(TokenAt(stream, i + 1)))) {
    last = i + 1;
    return "each";
  }
  size_t noun = i + 1;
  if (IsGluedMark(stream, noun, "-")) ++noun;
  const Token& word = TokenAt(stream, noun);
  if (!IsWord(word)) return "";
  if (token.text == "per" || (token.text == "/" && IsGlued(token) && IsGlued(word))) {
    last = noun + 1;
    return text(noun);
  }
  if ((token.text == "a" || token.text == "an" || token.text == "each" || token.text == "every") &&
      PerNouns().contains(word.text) && !TellsTime(TokenAt(stream, noun + 1).text)) {
    last = noun + 1;
    return text(noun);
  }
  return "";
}

}  // namespace crosscheck
