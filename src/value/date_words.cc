#include "value/date_words.h"

#include <array>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "value/calendar.h"
#include "value/word_filter.h"

namespace crosscheck {
namespace {

constexpr MonthWord kMonths[] = {
    {"january", 1},
    {"february", 2},
    {"march", 3, false, true},
    {"april", 4},
    {"may", 5, false, true},
    {"june", 6},
    {"july", 7},
    {"august", 8, false, true},
    {"september", 9},
    {"october", 10},
    {"november", 11},
    {"december", 12},
    {"jan", 1, true, true},
    {"feb", 2, true, true},
    {"mar", 3, true, true},
    {"apr", 4, true, true},
    {"jun", 6, true, true},
    {"jul", 7, true, true},
    {"aug", 8, true, true},
    {"sep", 9, true, true},
    {"sept", 9, true, true},
    {"oct", 10, true, true},
    {"nov", 11, true, true},
    {"dec", 12, true, true},
};

constexpr WeekdayWord kWeekdays[] = {
    {"monday", 0},    {"tuesday", 1},    {"wednesday", 2},   {"thursday", 3},   {"friday", 4},    {"saturday", 5},
    {"sunday", 6},    {"mon", 0, true},  {"tue", 1, true},   {"tues", 1, true}, {"wed", 2, true}, {"weds", 2, true},
    {"thu", 3, true}, {"thur", 3, true}, {"thurs", 3, true}, {"fri", 4, true},  {"sat", 5, true}, {"sun", 6, true},
};

constexpr int64_t kDay = 86400;
constexpr TimeUnit kUnits[] = {
    {"second", "second", 1},
    {"seconds", "second", 1},
    {"sec", "second", 1, 0, 0, Granularity::kNone, true},
    {"secs", "second", 1, 0, 0, Granularity::kNone, true},
    {"s", "second", 1, 0, 0, Granularity::kNone, true},
    {"minute", "minute", 60},
    {"minutes", "minute", 60},
    {"min", "minute", 60, 0, 0, Granularity::kNone, true},
    {"mins", "minute", 60, 0, 0, Granularity::kNone, true},
    {"hour", "hour", 3600},
    {"hours", "hour", 3600},
    {"hr", "hour", 3600, 0, 0, Granularity::kNone, true},
    {"hrs", "hour", 3600, 0, 0, Granularity::kNone, true},
    {"h", "hour", 3600, 0, 0, Granularity::kNone, true},
    {"day", "day", kDay, 1, 0, Granularity::kDay},
    {"days", "day", kDay, 1, 0, Granularity::kDay},
    {"night", "night", kDay, 1, 0, Granularity::kDay},
    {"nights", "night", kDay, 1, 0, Granularity::kDay},
    {"week", "week", 7 * kDay, 7, 0, Granularity::kWeek},
    {"weeks", "week", 7 * kDay, 7, 0, Granularity::kWeek},
    {"wk", "week", 7 * kDay, 7, 0, Granularity::kWeek, true},
    {"wks", "week", 7 * kDay, 7, 0, Granularity::kWeek, true},
    {"weekend", "weekend", 2 * kDay, 0, 0, Granularity::kOther},
    {"weekends", "weekend", 2 * kDay, 0, 0, Granularity::kOther},
    {"fortnight", "fortnight", 14 * kDay, 14, 0, Granularity::kWeek},
    {"fortnights", "fortnight", 14 * kDay, 14, 0, Granularity::kWeek},
    {"month", "month", 30 * kDay, 0, 1, Granularity::kMonth},
    {"months", "month", 30 * kDay, 0, 1, Granularity::kMonth},
    {"mon", "month", 30 * kDay, 0, 1, Granularity::kMonth, true},
    {"mos", "month", 30 * kDay, 0, 1, Granularity::kMonth, true},
    {"quarter", "quarter", 90 * kDay, 0, 3, Granularity::kQuarter},
    {"quarters", "quarter", 90 * kDay, 0, 3, Granularity::kQuarter},
    {"year", "year", 365 * kDay, 0, 12, Granularity::kYear},
    {"years", "year", 365 * kDay, 0, 12, Granularity::kYear},
    {"yr", "year", 365 * kDay, 0, 12, Granularity::kYear, true},
    {"yrs", "year", 365 * kDay, 0, 12, Granularity::kYear, true},
    {"decade", "decade", 3650 * kDay, 0, 120, Granularity::kDecade},
    {"decades", "decade", 3650 * kDay, 0, 120, Granularity::kDecade},
    {"century", "century", 36500 * kDay, 0, 1200, Granularity::kCentury},
    {"centuries", "century", 36500 * kDay, 0, 1200, Granularity::kCentury},
    {"millennium", "millennium", 365000 * kDay, 0, 12000, Granularity::kOther},
    {"millennia", "millennium", 365000 * kDay, 0, 12000, Granularity::kOther},
};

struct CalendarNumber {
  absl::string_view text;
  int value = 0;
};
constexpr CalendarNumber kCardinals[] = {
    {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
    {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
    {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},
};
constexpr CalendarNumber kOrdinals[] = {
    {"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
    {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
    {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
    {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
    {"thirtieth", 30},
};
constexpr CalendarNumber kSeasons[] = {{"spring", 1}, {"summer", 2}, {"autumn", 3}, {"fall", 3}, {"winter", 4}};
constexpr CalendarNumber kDecades[] = {{"twenties", 20}, {"thirties", 30},  {"forties", 40},  {"fifties", 50},
                                       {"sixties", 60},  {"seventies", 70}, {"eighties", 80}, {"nineties", 90}};

constexpr absl::string_view kFunctionWords[] = {
    "a",       "about", "after",  "against", "although", "amid", "an",       "and",    "are",       "as",    "at",
    "because", "been",  "before", "but",     "by",       "did",  "due",      "during", "following", "for",   "from",
    "had",     "has",   "have",   "he",      "her",      "his",  "how",      "i",      "if",        "in",    "into",
    "is",      "it",    "its",    "near",    "not",      "of",   "off",      "on",     "or",        "our",   "over",
    "said",    "she",   "since",  "so",      "than",     "that", "the",      "their",  "then",      "there", "they",
    "this",    "to",    "under",  "until",   "via",      "was",  "we",       "were",   "when",      "where", "which",
    "while",   "who",   "will",   "with",    "would",    "you",  "through",  "till",   "could",     "may",   "might",
    "should",  "late",  "early",  "my",      "your",     "just", "according"};

constexpr absl::string_view kDatePrepositions[] = {
    "in",    "on",      "of",        "since",      "by",      "until",    "till",   "through", "from",
    "to",    "between", "before",    "after",      "during",  "last",     "next",   "this",    "early",
    "late",  "mid",     "following", "than",       "past",    "previous", "coming", "around",  "circa",
    "every", "about",   "for",       "throughout", "earlier", "later"};

constexpr absl::string_view kIrregularCountedNouns[] = {"people",  "men",   "women",   "children", "police", "troops",
                                                        "feet",    "sheep", "cattle",  "staff",    "more",   "other",
                                                        "percent", "per",   "million", "thousand", "billion"};
constexpr absl::string_view kPluralsAfterYears[] = {
    "elections",  "results", "figures",  "levels",    "games",    "olympics", "was",     "is",           "has",
    "as",         "this",    "its",      "his",       "sales",    "earnings", "finals",  "onwards",      "towards",
    "afterwards", "perhaps", "always",   "besides",   "says",     "does",     "goes",    "means",        "remains",
    "starts",     "begins",  "ends",     "shows",     "comes",    "makes",    "becomes", "marks",        "whereas",
    "unless",     "us",      "midterms", "primaries", "protests", "riots",    "talks",   "championships"};

template <typename Row, size_t n>
const Row* FindRow(const Row (&rows)[n], absl::string_view word) {
  struct Table {
    WordFilter filter;
    absl::flat_hash_map<absl::string_view, const Row*> by_word;
  };
  static const auto* const table = [](const Row(&all)[n]) {
    auto* made = new Table;
    for (const Row& row : all) {
      made->filter.Add(row.text);
      made->by_word.emplace(row.text, &row);
    }
    return made;
  }(rows);
  if (!table->filter.MayHold(word)) return nullptr;
  const auto found = table->by_word.find(word);
  return found == table->by_word.end() ? nullptr : found->second;
}

// Which first letters the words of a table have, one bit a letter: most words of a text end the search here.
template <size_t n>
constexpr uint32_t FirstLetters(const CalendarNumber (&rows)[n]) {
  uint32_t letters = 0;
  for (const CalendarNumber& row : rows) letters |= 1U << (static_cast<unsigned char>(row.text[0]) & 31U);
  return letters;
}

// REQUIRES: word.size() > 1.
template <size_t n>
std::optional<int> FindNumber(const CalendarNumber (&rows)[n], uint32_t letters, absl::string_view word) {
  if (((letters >> (static_cast<unsigned char>(word[0]) & 31U)) & 1U) == 0) return std::nullopt;
  for (const CalendarNumber& row : rows) {
    if (row.text.size() == word.size() && row.text[0] == word[0] && row.text[1] == word[1] && row.text == word) {
      return row.value;
    }
  }
  return std::nullopt;
}

// The stop of an abbreviation belongs to it unless it ends the sentence too.
size_t AfterAbbreviationStop(const TokenView& tokens, size_t at) {
  if (!tokens.Is(at, ".") || !tokens.IsGlued(at)) return at;
  const size_t next = at + 1;
  if (tokens.IsEnd(next) || (tokens.IsWord(next) && tokens.IsCapital(next) && !FindMonthWord(tokens.Text(next)))) {
    return at;
  }
  return next;
}

// Tens and units, "twenty-one", "twenty one"; below 100.
std::optional<IntRead> ReadSmallCardinal(const TokenView& tokens, size_t at) {
  const std::optional<int> tens = FindCardinalWord(tokens.Text(at));
  if (!tens) return std::nullopt;
  if (*tens < 20) return IntRead{*tens, at + 1};
  const size_t next = tokens.Is(at + 1, "-") ? at + 2 : at + 1;
  const std::optional<int> units = FindCardinalWord(tokens.Text(next));
  if (units && *units > 0 && *units < 10) return IntRead{*tens + *units, next + 1};
  return IntRead{*tens, at + 1};
}

std::optional<IntRead> ReadVagueCount(const TokenView& tokens, size_t at) {
  const size_t first = tokens.Is(at, "a") || tokens.Is(at, "the") ? at + 1 : at;
  if (tokens.Is(first, "couple") && !(first == at && tokens.Before(at) == "the")) {
    return IntRead{2, tokens.Is(first + 1, "of") ? first + 2 : first + 1, true};
  }
  if (tokens.Is(first, "few") && !tokens.Is(at, "the")) return IntRead{3, first + 1, true};
  if (first == at && tokens.Is(at, "several")) return IntRead{3, at + 1, true};
  return std::nullopt;
}

}  // namespace

const MonthWord* FindMonthWord(absl::string_view word) {
  return word.size() < 3 || word.size() > 9 ? nullptr : FindRow(kMonths, word);
}

const WeekdayWord* FindWeekdayWord(absl::string_view word) {
  return word.size() < 3 || word.size() > 9 ? nullptr : FindRow(kWeekdays, word);
}

const TimeUnit* FindTimeUnit(absl::string_view word) {
  return word.empty() || word.size() > 10 ? nullptr : FindRow(kUnits, word);
}

std::vector<absl::string_view> TimeUnitWords() {
  std::vector<absl::string_view> out;
  for (const TimeUnit& row : kUnits) out.push_back(row.text);
  return out;
}

std::optional<int> FindCardinalWord(absl::string_view word) {
  return word.size() < 3 || word.size() > 9 ? std::nullopt : FindNumber(kCardinals, FirstLetters(kCardinals), word);
}

std::optional<int> FindOrdinalWord(absl::string_view word) {
  return word.size() < 5 || word.size() > 11 ? std::nullopt : FindNumber(kOrdinals, FirstLetters(kOrdinals), word);
}

std::optional<int> FindSeasonWord(absl::string_view word) {
  return word.size() < 4 || word.size() > 6 ? std::nullopt : FindNumber(kSeasons, FirstLetters(kSeasons), word);
}

std::optional<int> FindDecadeWord(absl::string_view word) {
  return word.size() < 6 || word.size() > 9 ? std::nullopt : FindNumber(kDecades, FirstLetters(kDecades), word);
}

bool IsFunctionWord(absl::string_view word) {
  static const auto* const words = new WordSet(kFunctionWords);
  return words->contains(word);
}

bool GoesOnAsDate(absl::string_view word) {
  struct Table {
    WordBits bits;
    absl::flat_hash_set<std::string> words;
    void Add(absl::string_view one) {
      bits.Add(one);
      words.emplace(one);
    }
  };
  static const auto* const table = [] {
    auto* made = new Table;
    for (const MonthWord& row : kMonths) made->Add(row.text);
    for (const WeekdayWord& row : kWeekdays) {
      made->Add(row.text);
      made->Add(absl::StrCat(row.text, "s"));  // "two Sundays ago"
    }
    for (const TimeUnit& row : kUnits) made->Add(row.text);
    for (absl::string_view one : kFunctionWords) made->Add(one);
    for (absl::string_view one : kDatePrepositions) made->Add(one);
    for (absl::string_view one : {"current", "upcoming", "business", "working", "trading", "thru"}) made->Add(one);
    return made;
  }();
  return table->bits.MayHold(word) && table->words.contains(word);
}

bool IsDatePreposition(absl::string_view word) {
  static const auto* const words = new WordSet(kDatePrepositions);
  return words->contains(word);
}

bool IsCountedNoun(const TokenView& tokens, size_t at) {
  if (!tokens.IsWord(at)) return false;
  const absl::string_view word = tokens.Text(at);
  static const auto* const irregular = new WordSet(kIrregularCountedNouns);
  static const auto* const others = new WordSet(kPluralsAfterYears);
  if (irregular->contains(word)) return true;
  if (tokens.IsCapital(at) || word.size() < 4 || word.back() != 's') return false;
  const char before = word[word.size() - 2];
  return before != 's' && before != 'u' && before != 'i' && !others->contains(word);
}

std::optional<IntRead> ReadMonthName(const TokenView& tokens, size_t at) {
  const MonthWord* const month = tokens.IsWord(at) ? FindMonthWord(tokens.Text(at)) : nullptr;
  if (month == nullptr) return std::nullopt;
  return IntRead{month->month, month->abbreviated ? AfterAbbreviationStop(tokens, at + 1) : at + 1};
}

std::optional<IntRead> ReadWeekdayName(const TokenView& tokens, size_t at) {
  const WeekdayWord* const day = tokens.IsWord(at) ? FindWeekdayWord(tokens.Text(at)) : nullptr;
  if (day == nullptr) return std::nullopt;
  return IntRead{day->weekday, day->abbreviated ? AfterAbbreviationStop(tokens, at + 1) : at + 1};
}

std::optional<IntRead> ReadOrdinal(const TokenView& tokens, size_t at) {
  if (tokens.IsNumber(at)) {
    const absl::string_view suffix = tokens.Text(at + 1);
    const bool is_ordinal =
        tokens.IsGlued(at + 1) && (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th");
    if (!is_ordinal || tokens.Text(at).size() > 3) return std::nullopt;
    return IntRead{FromDigits(tokens.Text(at)), at + 2};
  }
  if (const std::optional<int> one = FindOrdinalWord(tokens.Text(at))) return IntRead{*one, at + 1};
  const std::optional<int> tens = FindCardinalWord(tokens.Text(at));
  if (!tens || *tens < 20) return std::nullopt;
  const size_t next = tokens.Is(at + 1, "-") ? at + 2 : at + 1;
  const std::optional<int> units = FindOrdinalWord(tokens.Text(next));
  if (!units || *units > 9) return std::nullopt;
  return IntRead{*tens + *units, next + 1};
}

std::optional<IntRead> ReadDayOfMonth(const TokenView& tokens, size_t at) {
  std::optional<IntRead> day = ReadOrdinal(tokens, at);
  if (!day && tokens.IsNumber(at) && tokens.Text(at).size() <= 2) {
    day = IntRead{FromDigits(tokens.Text(at)), at + 1};
  }
  if (!day) day = ReadSmallCardinal(tokens, at);
  if (!day || day->value < 1 || day->value > 31) return std::nullopt;
  return day;
}

std::optional<IntRead> ReadCount(const TokenView& tokens, size_t at) {
  if (tokens.IsNumber(at)) {
    const bool is_part =
        (tokens.Is(at + 1, ".") || tokens.Is(at + 1, ",")) && tokens.IsGlued(at + 2) && tokens.IsNumber(at + 2);
    if (is_part || tokens.Text(at).size() > 3) return std::nullopt;
    return IntRead{FromDigits(tokens.Text(at)), at + 1};
  }
  if (std::optional<IntRead> vague = ReadVagueCount(tokens, at)) return vague;
  if (tokens.Is(at, "a") || tokens.Is(at, "an")) return IntRead{1, at + 1};
  std::optional<IntRead> count = ReadSmallCardinal(tokens, at);
  if (count && tokens.Is(count->last, "hundred")) {
    IntRead whole{count->value * 100, count->last + 1};
    const size_t next = tokens.Is(whole.last, "and") ? whole.last + 1 : whole.last;
    if (const std::optional<IntRead> rest = ReadSmallCardinal(tokens, next))
      whole = {whole.value + rest->value, rest->last};
    return whole;
  }
  return count;
}

std::optional<IntRead> ReadYearDigits(const TokenView& tokens, size_t at) {
  if (!tokens.IsNumber(at) || tokens.Text(at).size() != 4) return std::nullopt;
  const int value = FromDigits(tokens.Text(at));
  if (value < 1000 || value > 2999) return std::nullopt;
  return IntRead{value, at + 1};
}

std::optional<IntRead> ReadYearWords(const TokenView& tokens, size_t at) {
  const std::optional<IntRead> first = ReadSmallCardinal(tokens, at);
  if (!first) return std::nullopt;
  if (first->value == 2 && tokens.Is(first->last, "thousand")) {
    const size_t after = first->last + 1;
    const std::optional<IntRead> rest = ReadSmallCardinal(tokens, tokens.Is(after, "and") ? after + 1 : after);
    if (rest) return IntRead{2000 + rest->value, rest->last};
    return IntRead{2000, after};
  }
  const std::optional<int> century = FindCardinalWord(tokens.Text(at));
  if (!century || *century < 14 || *century > 20) return std::nullopt;
  const std::optional<IntRead> rest = ReadSmallCardinal(tokens, at + 1);
  if (!rest || rest->value < 10) return std::nullopt;
  return IntRead{*century * 100 + rest->value, rest->last};
}

int YearOfTwoDigits(int digits) { return digits >= 69 ? 1900 + digits : 2000 + digits; }

}  // namespace crosscheck
