// What is counted, and the counts that are no plain number: vague ones, ratios, halves.
#include "value/currencies.h"
#include "value/number.h"
#include "value/number_words.h"
#include "value/readers.h"
#include "value/units.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

using Words = WordSet;

// Words that end a noun phrase or never begin one.
const Words& Stops() {
  static const auto* const kWords = new Words{
      "the",     "a",         "an",        "of",      "in",     "on",     "at",         "to",      "for",   "from",
      "by",      "with",      "and",       "or",      "but",    "as",     "is",         "are",     "was",   "were",
      "be",      "been",      "has",       "have",    "had",    "will",   "would",      "could",   "can",   "may",
      "might",   "should",    "said",      "says",    "say",    "told",   "who",        "which",   "that",  "this",
      "these",   "those",     "his",       "her",     "its",    "their",  "our",        "your",    "my",    "he",
      "she",     "it",        "they",      "we",      "you",    "i",      "when",       "while",   "after", "before",
      "since",   "until",     "if",        "than",    "then",   "there",  "where",      "so",      "not",   "no",
      "up",      "down",      "out",       "over",    "under",  "into",   "about",      "per",     "each",  "during",
      "between", "against",   "also",      "only",    "just",   "now",    "still",      "rose",    "fell",  "does",
      "do",      "did",       "because",   "without", "within", "across", "last",       "next",    "ago",   "later",
      "earlier", "according", "including", "plus",    "via",    "equals", "means",      "gets",    "goes",  "comes",
      "makes",   "remains",   "begins",    "ends",    "shows",  "itself", "themselves", "another", "both",  "them",
      "us",      "him",       "me"};
  return *kWords;
}

const Words& PluralsWithoutS() {
  static const auto* const kWords = new Words{
      "people",         "men",           "women",     "children",    "police",    "personnel",   "staff",
      "cattle",         "fish",          "sheep",     "deer",        "teeth",     "feet",        "mice",
      "geese",          "media",         "data",      "criteria",    "aircraft",  "spacecraft",  "troops",
      "crew",           "species",       "series",    "offspring",   "policemen", "firemen",     "servicemen",
      "gunmen",         "businessmen",   "fishermen", "congressmen", "lawmen",    "policewomen", "servicewomen",
      "schoolchildren", "grandchildren", "youth",     "clergy",      "dead",      "injured",     "wounded"};
  return *kWords;
}

}  // namespace

bool EndsNounPhrase(absl::string_view word) { return Stops().contains(word); }

bool LooksPluralNoun(const Token& token) {
  if (!IsWord(token) || token.text.size() < 3) return false;
  const absl::string_view t = token.text;
  if (PluralsWithoutS().contains(t)) return true;
  return t.back() == 's' && t[t.size() - 2] != 's' && t[t.size() - 2] != 'u' && t[t.size() - 2] != 'i' &&
         !Stops().contains(t);
}

std::string FindNoun(const TokenStream& stream, size_t at, bool one, size_t& last) {
  last = at;
  size_t candidate = 0;
  for (size_t i = at; i < at + 5; ++i) {
    const Token& token = TokenAt(stream, i);
    if (token.text == "-" && IsGlued(token) && i > at) continue;
    if (!IsWord(token) || (i == at && !token.space_before) || Stops().contains(token.text)) break;
    if (LooksPluralNoun(token)) {
      // "armed forces members": the last of two plurals in a row is the head.
      const Token& next = TokenAt(stream, i + 1);
      if (LooksPluralNoun(next) && next.space_before && !one && next.text.size() > 4 &&
          PluralsWithoutS().contains(next.text))
        continue;
      if (one && i == at) {
        candidate = i + 1;
        break;
      }
      last = i + 1;
      return std::string(token.text);
    }
    if (one) {
      candidate = i + 1;
      const Token& next = TokenAt(stream, i + 1);
      // The head of a singular phrase is its last word; a long one is cut after two.
      if (i > at || !IsWord(next) || Stops().contains(next.text)) break;
    }
  }
  if (candidate == 0) return "";
  last = candidate;
  return std::string(TokenAt(stream, candidate - 1).text);
}

bool IsPronounOne(const TokenStream& stream, size_t at) {
  if (TokenAt(stream, at).text != "one") return false;
  const Token& next = TokenAt(stream, at + 1);
  if (next.text.size() > 2 && FindUnit(stream, at + 1)) return false;  // "that one mile"
  static const auto* const kBefore = new Words{
      "the",   "that",  "this",   "which",  "no",  "each",  "every",  "any",     "some",  "another", "number", "day",
      "only",  "not",   "big",    "good",   "new", "first", "last",   "next",    "other", "as",      "loved",  "little",
      "right", "wrong", "former", "latter", "is",  "was",   "square", "someone", "like",  "than",    "former", "if"};
  if (at > 0 && kBefore->contains(stream.tokens[at - 1].text) && stream.tokens[at - 1].text != "is" &&
      stream.tokens[at - 1].text != "was") {
    const absl::string_view before = stream.tokens[at - 1].text;
    // "the one man", "only one person", "than one person": a count where a noun follows.
    const bool counts = (before == "only" || before == "than" || before == "like" || before == "as" ||
                         before == "not" || before == "if") &&
                        IsWord(next) && !Stops().contains(next.text);
    return !counts;
  }
  static const auto* const kAfter = new Words{"of",   "another", "day",  "thing",  "who",   "that",   "which", "time",
                                              "side", "way",     "hand", "reason", "where", "can",    "could", "is",
                                              "was",  "has",     "must", "might",  "would", "should", "more",  "such"};
  if (kAfter->contains(next.text)) return true;
  if (next.text == "'" && IsGlued(next)) return true;
  if (next.text == "-" && IsGlued(next)) {
    const absl::string_view part = TokenAt(stream, at + 2).text;
    return part == "off" || part == "time" || part == "sided" || part == "on" || part == "way" || part == "stop" ||
           part == "of";
  }
  // "one" alone in a sentence counts nothing; alone in a cell it does.
  if (next.text == "-" && next.space_before) {  // "one - fourth", as tokenised texts have it
    const NumberWord* part = FindNumberWord(TokenAt(stream, at + 2).text);
    if (part != nullptr && part->kind == NumberWord::Kind::kOrdinal) return false;
  }
  const bool alone = stream.tokens.size() <= 2;
  return !alone && !IsWord(next) &&
         (at == 0 || (stream.tokens[at - 1].text != "minus" && !FindNumberWord(stream.tokens[at - 1].text)));
}

namespace {

Reading MakeNumber(const Exact& value, size_t first, size_t last) {
  Reading out;
  out.value.kind = ValueKind::kNumber;
  out.value.low = out.value.high = value;
  out.first = out.phrase_first = first;
  out.last = out.phrase_last = last;
  return out;
}

// The power or count of a plural scale: "hundreds", "dozens", "tens".
int64_t VagueScale(absl::string_view word) {
  if (word == "tens") return 10;
  if (word == "dozens") return 12;
  if (word == "scores") return 20;
  if (word == "hundreds") return 100;
  if (word == "thousands") return 1000;
  if (word == "lakhs") return 100'000;
  if (word == "millions") return 1'000'000;
  if (word == "crores") return 10'000'000;
  if (word == "billions") return 1'000'000'000;
  if (word == "trillions") return 1'000'000'000'000;
  return 0;
}

int64_t SingularScale(absl::string_view word) {
  if (word == "dozen") return 12;
  if (word == "hundred") return 100;
  if (word == "thousand") return 1000;
  if (word == "million") return 1'000'000;
  if (word == "billion") return 1'000'000'000;
  if (word == "trillion") return 1'000'000'000'000;
  return VagueScale(word);
}

// What the vague count is of: a currency, a unit or a noun.
void TakeCounted(const TokenStream& stream, Reading& out) {
  size_t at = out.last;
  if (TokenAt(stream, at).text == "of") ++at;
  if (const auto currency = FindCurrencyAfter(stream, at)) {
    out.value.kind = ValueKind::kMoney;
    out.value.unit = std::string(currency->code);
    out.last = out.phrase_last = currency->last;
    return;
  }
  if (const auto unit = FindUnit(stream, at); unit && TokenAt(stream, at).text.size() > 2) {
    out.value.kind = ValueKind::kQuantity;
    out.value.unit = unit->name;
    out.last = out.phrase_last = unit->last;
    return;
  }
  size_t last = 0;
  out.value.noun = FindNoun(stream, at, false, last);
  if (!out.value.noun.empty()) out.phrase_last = last;
}

}  // namespace

std::optional<Reading> ReadVague(const TokenStream& stream, size_t at) {
  const absl::string_view word = TokenAt(stream, at).text;
  size_t i = at;
  int64_t count = 0;
  if (word == "several" || word == "few" || word == "a") {
    const absl::string_view next = TokenAt(stream, at + 1).text;
    if (word == "a") {
      if (next == "couple" || next == "pair") {
        size_t last = at + 2;
        const bool of = TokenAt(stream, last).text == "of";
        if (!of && IsWord(TokenAt(stream, last)) && SingularScale(TokenAt(stream, last).text) == 0) return std::nullopt;
        if (of) ++last;
        Reading out = MakeNumber(Exact(2), at, at + 2);
        if (const int64_t scale = SingularScale(TokenAt(stream, last).text)) {
          out.value.low = out.value.high = Exact(2 * scale);
          out.last = out.phrase_last = last + 1;
          out.value.step = Exact(scale);
        }
        TakeCounted(stream, out);
        return out;
      }
      if (next != "few") return std::nullopt;
      i = at + 1;
    }
    const int64_t scale = SingularScale(TokenAt(stream, i + 1).text);
    if (scale == 0) {
      if (word == "several" || word == "few") return std::nullopt;
      const Token& noun = TokenAt(stream, i + 1);
      if (IsWord(noun) && !LooksPluralNoun(noun)) return std::nullopt;
      count = 2;
    } else {
      ++i;
      count = 2 * scale;
    }
    ++i;
  } else if (const int64_t scale = VagueScale(word)) {
    if (at > 0 && (stream.tokens[at - 1].kind == Token::Kind::kNumber || FindNumberWord(stream.tokens[at - 1].text)))
      return std::nullopt;
    if (scale == 10 && TokenAt(stream, at + 1).text != "of") return std::nullopt;
    if (scale == 20 && TokenAt(stream, at + 1).text != "of") return std::nullopt;
    count = 2 * scale;
    i = at + 1;
    while (TokenAt(stream, i).text == "of") {
      const int64_t more = VagueScale(TokenAt(stream, i + 1).text);
      if (more < 100 || count > 2'000'000'000) break;
      count *= more;
      i += 2;
    }
  } else {
    return std::nullopt;
  }
  Reading out = MakeNumber(Exact(count), at, i);
  out.value.high = std::nullopt;
  out.value.modifier = Modifier::kVague;
  TakeCounted(stream, out);
  return out;
}

std::optional<Reading> ReadRatio(const TokenStream& stream, size_t at) {
  std::optional<NumberScan> above = ScanNumber(stream, at, NumberPlace::kPlain);
  if (!above || above->fraction || !above->value.is_integer() || above->scale > Exact(100)) return std::nullopt;
  size_t i = above->last;
  bool hyphens = false;
  if (IsGluedMark(stream, i, "-")) {
    ++i;
    hyphens = true;
  }
  const absl::string_view joint = TokenAt(stream, i).text;
  const bool over = joint == "over";
  bool out_of = false;
  if (joint == "out" && TokenAt(stream, i + 1).text == "of") {
    i += 2;
    out_of = true;
  } else if (joint == "in" || over || joint == "of") {
    ++i;
    if (joint == "of" && TokenAt(stream, i).text != "every") return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (hyphens && IsGluedMark(stream, i, "-")) ++i;
  if (TokenAt(stream, i).text == "every" || TokenAt(stream, i).text == "each") ++i;
  std::optional<NumberScan> below = ScanNumber(stream, i, NumberPlace::kPlain);
  if (!below || below->fraction || !below->value.is_integer() || below->value <= Exact(1)) return std::nullopt;
  const Token& after = TokenAt(stream, below->last);
  if (IsGlued(after) && after.kind != Token::Kind::kMark) return std::nullopt;
  if (after.text == "%" || after.text == "percent" || after.text == "per" || after.text == "-" ||
      FindCurrencyAfter(stream, below->last) || FindUnit(stream, below->last)) {
    return std::nullopt;
  }
  static const auto* const kTimes =
      new Words{"years",   "months", "weeks", "days",    "hours",   "minutes", "seconds", "games",
                "matches", "starts", "year",  "seasons", "innings", "overs",   "attempts"};
  if (over) {
    if (IsWord(after) || above->value > Exact(10000)) return std::nullopt;
  } else {
    if (above->value >= below->value) return std::nullopt;
    const bool year = below->digits && below->whole_digits == 4 && !below->grouped;
    if (!out_of && (year || kTimes->contains(after.text) || (above->value > Exact(20) && below->value != Exact(100))))
      return std::nullopt;
    if (out_of && year) return std::nullopt;
  }
  const auto value = above->value.DividedBy(below->value);
  if (!value) return std::nullopt;
  Reading out = MakeNumber(*value, at, below->last);
  out.value.is_fraction = true;
  size_t last = 0;
  out.value.noun = FindNoun(stream, out.last, false, last);
  if (!out.value.noun.empty()) out.phrase_last = last;
  return out;
}

std::optional<Reading> ReadHalf(const TokenStream& stream, size_t at) {
  const Token& token = TokenAt(stream, at);
  if (token.text != "half") return std::nullopt;
  const Token& next = TokenAt(stream, at + 1);
  if (next.text == "-" && IsGlued(next)) return std::nullopt;
  static const auto* const kAfter =
      new Words{"of", "the", "its", "their", "his", "her", "our", "my", "your", "that", "what", "those", "these"};
  static const auto* const kBefore =
      new Words{"first", "second", "the",     "this",   "last",     "each",     "other",  "better", "next",
                "half",  "time",   "opening", "final",  "one",      "either",   "latter", "former", "1st",
                "2nd",   "back",   "top",     "bottom", "northern", "southern", "other"};
  if (at > 0 && kBefore->contains(stream.tokens[at - 1].text)) return std::nullopt;
  if (!kAfter->contains(next.text) && !LooksPluralNoun(next)) return std::nullopt;
  Reading out = MakeNumber(*Exact::Ratio(1, 2), at, at + 1);
  out.value.is_fraction = true;
  return out;
}

}  // namespace crosscheck
