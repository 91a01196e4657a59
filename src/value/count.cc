// What is counted, and the counts that are no plain number: vague ones, ratios, halves.
#include "absl/strings/match.h"
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

struct ScaleRow {
  absl::string_view one;
  absl::string_view many;
  int64_t value;
};
constexpr ScaleRow kVagueScales[] = {
    {"", "tens", 10},
    {"dozen", "dozens", 12},
    {"", "scores", 20},
    {"hundred", "hundreds", 100},
    {"thousand", "thousands", 1000},
    {"", "lakhs", 100'000},
    {"million", "millions", 1'000'000},
    {"", "crores", 10'000'000},
    {"billion", "billions", 1'000'000'000},
    {"trillion", "trillions", 1'000'000'000'000},
};

// "hundreds", "dozens", "tens"; 0 for any other word.
int64_t VagueScale(absl::string_view word) {
  for (const ScaleRow& row : kVagueScales) {
    if (row.many == word) return row.value;
  }
  return 0;
}

// "hundred", "hundreds": after "several", "a few", "a couple of".
int64_t SingularScale(absl::string_view word) {
  for (const ScaleRow& row : kVagueScales) {
    if (row.many == word || (row.one == word && !word.empty())) return row.value;
  }
  return 0;
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

// "a couple of", "a pair", "a couple of hundred": two.
std::optional<Reading> ReadCouple(const TokenStream& stream, size_t at) {
  const absl::string_view word = TokenAt(stream, at + 1).text;
  if (word != "couple" && word != "pair") return std::nullopt;
  size_t last = at + 2;
  const bool of = TokenAt(stream, last).text == "of";
  if (of) ++last;
  const int64_t scale = SingularScale(TokenAt(stream, last).text);
  if (!of && scale == 0 && IsWord(TokenAt(stream, last))) return std::nullopt;
  Reading out = MakeNumber(Exact(2), at, at + 2);
  if (scale != 0) {
    out = MakeNumber(Exact(2 * scale), at, last + 1);
    out.value.step = Exact(scale);
  }
  TakeCounted(stream, out);
  return out;
}

// A count of which only the least is said, and the token after it.
struct VagueCount {
  int64_t least = 0;
  size_t last = 0;
};

// "several hundred", "a few thousand", "a few people", from "several" or "few" on.
std::optional<VagueCount> ScanFew(const TokenStream& stream, size_t at, bool article) {
  const absl::string_view word = TokenAt(stream, at).text;
  if (word != "several" && word != "few") return std::nullopt;
  const Token& next = TokenAt(stream, at + 1);
  if (const int64_t scale = SingularScale(next.text)) return VagueCount{2 * scale, at + 2};
  if (!article || (IsWord(next) && !LooksPluralNoun(next))) return std::nullopt;
  return VagueCount{2, at + 1};
}

// "hundreds", "tens of millions", "hundreds of thousands".
std::optional<VagueCount> ScanPluralScale(const TokenStream& stream, size_t at) {
  const int64_t scale = VagueScale(TokenAt(stream, at).text);
  if (scale == 0) return std::nullopt;
  const bool counted = at > 0 && (stream.tokens[at - 1].kind == Token::Kind::kNumber ||
                                  FindNumberWord(stream.tokens[at - 1].text) != nullptr);
  const bool of = TokenAt(stream, at + 1).text == "of";
  if (counted || ((scale == 10 || scale == 20) && !of)) return std::nullopt;  // "tens", "scores" are more than counts
  VagueCount out{2 * scale, at + 1};
  while (TokenAt(stream, out.last).text == "of") {
    const int64_t more = VagueScale(TokenAt(stream, out.last + 1).text);
    if (more < 100 || out.least > 2'000'000'000) break;
    out.least *= more;
    out.last += 2;
  }
  return out;
}

}  // namespace

std::optional<Reading> ReadVague(const TokenStream& stream, size_t at) {
  const bool article = TokenAt(stream, at).text == "a";
  if (article) {
    if (std::optional<Reading> couple = ReadCouple(stream, at)) return couple;
    if (TokenAt(stream, at + 1).text != "few") return std::nullopt;
  }
  std::optional<VagueCount> count = ScanFew(stream, article ? at + 1 : at, article);
  if (!count && !article) count = ScanPluralScale(stream, at);
  if (!count) return std::nullopt;
  Reading out = MakeNumber(Exact(count->least), at, count->last);
  out.value.high = std::nullopt;
  out.value.modifier = Modifier::kVague;
  TakeCounted(stream, out);
  return out;
}

namespace {

// What stands between the figures of a ratio.
struct RatioJoint {
  bool out_of = false;  // "3 out of 4"
  bool over = false;    // "one over three"
  size_t last = 0;      // 0: no ratio
};

RatioJoint FindRatioJoint(const TokenStream& stream, size_t at) {
  RatioJoint out;
  size_t i = at;
  const bool hyphens = IsGluedMark(stream, i, "-");
  if (hyphens) ++i;
  const absl::string_view joint = TokenAt(stream, i).text;
  const absl::string_view next = TokenAt(stream, i + 1).text;
  out.out_of = joint == "out" && next == "of";
  out.over = joint == "over";
  if (!out.out_of && !out.over && joint != "in" && !(joint == "of" && next == "every")) return {};
  i += out.out_of ? 2 : 1;
  if (hyphens && IsGluedMark(stream, i, "-")) ++i;
  if (TokenAt(stream, i).text == "every" || TokenAt(stream, i).text == "each") ++i;
  out.last = i;
  return out;
}

// What follows makes the second figure one of its own: "5 in 10%", "three in 40 minutes".
bool MeasuresSecond(const TokenStream& stream, size_t at) {
  static const auto* const kWords = new Words{"%", "percent", "per", "-"};
  const Token& after = TokenAt(stream, at);
  return (IsGlued(after) && after.kind != Token::Kind::kMark) || kWords->contains(after.text) ||
         FindCurrencyAfter(stream, at) || FindUnit(stream, at);
}

// "3 in 2019", "two in 10 games", "30 in 45": a year, a span of time, or two counts.
bool IsOtherThanRatio(const TokenStream& stream, const NumberScan& above, const NumberScan& below, bool out_of) {
  static const auto* const kTimes =
      new Words{"years",   "months", "weeks", "days",    "hours",   "minutes", "seconds", "games",
                "matches", "starts", "year",  "seasons", "innings", "overs",   "attempts"};
  if (above.value >= below.value) return true;
  if (below.digits && below.whole_digits == 4 && !below.grouped) return true;
  if (out_of) return false;
  return kTimes->contains(TokenAt(stream, below.last).text) || (above.value > Exact(20) && below.value != Exact(100));
}

// "in ten walked out", "in three lose money": no noun of which there could be ten or three.
bool EndsRatio(const TokenStream& stream, size_t at) {
  const Token& next = TokenAt(stream, at);
  const bool verb = next.text.size() > 4 && absl::EndsWith(next.text, "ed");
  return next.kind != Token::Kind::kNumber && (verb || FollowsShare(stream, at));
}

}  // namespace

std::optional<Reading> ReadRatio(const TokenStream& stream, size_t at, NumberHere& number) {
  const std::optional<NumberScan>& above = number.Get();
  if (!above || above->fraction || !above->value.is_integer() || above->scale > Exact(100)) return std::nullopt;
  RatioJoint joint = FindRatioJoint(stream, above->last);
  // "four dockers in ten walked out"
  const bool noun_inside = joint.last == 0 && LooksPluralNoun(TokenAt(stream, above->last));
  if (noun_inside) joint = FindRatioJoint(stream, above->last + 1);
  if (joint.last == 0 || (noun_inside && joint.over)) return std::nullopt;
  const std::optional<NumberScan> below = ScanNumber(stream, joint.last, NumberPlace::kPlain);
  if (!below || below->fraction || !below->value.is_integer() || below->value <= Exact(1)) return std::nullopt;
  if (MeasuresSecond(stream, below->last)) return std::nullopt;
  if (noun_inside && (below->value > Exact(100) || !EndsRatio(stream, below->last))) return std::nullopt;
  if (joint.over ? IsWord(TokenAt(stream, below->last)) || above->value > Exact(10000)
                 : IsOtherThanRatio(stream, *above, *below, joint.out_of)) {
    return std::nullopt;
  }
  const auto value = above->value.DividedBy(below->value);
  if (!value) return std::nullopt;
  Reading out = MakeNumber(*value, at, below->last);
  out.value.is_fraction = true;
  size_t last = 0;
  out.value.noun =
      noun_inside ? std::string(TokenAt(stream, above->last).text) : FindNoun(stream, out.last, false, last);
  if (!noun_inside && !out.value.noun.empty()) out.phrase_last = last;
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
  if (IsGluedMark(stream, at - 1, "-") && at > 1) return std::nullopt;  // "first-half results"
  if (!kAfter->contains(next.text) && !LooksPluralNoun(next)) return std::nullopt;
  Reading out = MakeNumber(*Exact::Ratio(1, 2), at, at + 1);
  out.value.is_fraction = true;
  return out;
}

}  // namespace crosscheck
