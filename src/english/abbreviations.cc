#include "english/abbreviations.h"

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "english/english.h"

namespace crosscheck::english {

namespace {

using Kind = AbbreviationKind;

struct AbbreviationRow {
  absl::string_view word;
  Kind kind;
};

// One row an abbreviation, written without its last stop.
constexpr AbbreviationRow kAbbreviations[] = {
    // Titles and ranks: a name follows.
    {"mr", Kind::kBeforeName},
    {"mrs", Kind::kBeforeName},
    {"ms", Kind::kBeforeName},
    {"mx", Kind::kBeforeName},
    {"dr", Kind::kBeforeName},
    {"drs", Kind::kBeforeName},
    {"prof", Kind::kBeforeName},
    {"profs", Kind::kBeforeName},
    {"messrs", Kind::kBeforeName},
    {"mme", Kind::kBeforeName},
    {"mlle", Kind::kBeforeName},
    {"gen", Kind::kBeforeName},
    {"col", Kind::kBeforeName},
    {"lt", Kind::kBeforeName},
    {"sgt", Kind::kBeforeName},
    {"capt", Kind::kBeforeName},
    {"cmdr", Kind::kBeforeName},
    {"adm", Kind::kBeforeName},
    {"maj", Kind::kBeforeName},
    {"brig", Kind::kBeforeName},
    {"cpl", Kind::kBeforeName},
    {"pvt", Kind::kBeforeName},
    {"pfc", Kind::kBeforeName},
    {"spc", Kind::kBeforeName},
    {"rev", Kind::kBeforeName},
    {"hon", Kind::kBeforeName},
    {"fr", Kind::kBeforeName},
    {"gov", Kind::kBeforeName},
    {"sen", Kind::kBeforeName},
    {"sens", Kind::kBeforeName},
    {"rep", Kind::kBeforeName},
    {"reps", Kind::kBeforeName},
    {"pres", Kind::kBeforeName},
    {"amb", Kind::kBeforeName},
    {"atty", Kind::kBeforeName},
    {"supt", Kind::kBeforeName},
    {"det", Kind::kBeforeName},
    {"insp", Kind::kBeforeName},
    {"asst", Kind::kBeforeName},
    {"dep", Kind::kBeforeName},
    {"lt.gov", Kind::kBeforeName},
    {"mt", Kind::kBeforeName},
    {"vs", Kind::kBeforeName},
    {"v", Kind::kBeforeName},
    {"e.g", Kind::kBeforeName},
    {"i.e", Kind::kBeforeName},
    {"viz", Kind::kBeforeName},
    {"cf", Kind::kBeforeName},
    {"ca", Kind::kBeforeName},
    {"feat", Kind::kBeforeName},
    {"incl", Kind::kBeforeName},
    {"excl", Kind::kBeforeName},
    {"approx", Kind::kBeforeName},
    // A number follows.
    {"no", Kind::kBeforeNumber},
    {"nos", Kind::kBeforeNumber},
    {"nr", Kind::kBeforeNumber},
    {"vol", Kind::kBeforeNumber},
    {"vols", Kind::kBeforeNumber},
    {"p", Kind::kBeforeNumber},
    {"pp", Kind::kBeforeNumber},
    {"pg", Kind::kBeforeNumber},
    {"ch", Kind::kBeforeNumber},
    {"fig", Kind::kBeforeNumber},
    {"figs", Kind::kBeforeNumber},
    {"sec", Kind::kBeforeNumber},
    {"art", Kind::kBeforeNumber},
    {"par", Kind::kBeforeNumber},
    {"para", Kind::kBeforeNumber},
    {"eq", Kind::kBeforeNumber},
    {"est", Kind::kBeforeNumber},
    {"b", Kind::kBeforeNumber},
    {"d", Kind::kBeforeNumber},
    {"c", Kind::kBeforeNumber},
    {"tel", Kind::kBeforeNumber},
    {"ext", Kind::kBeforeNumber},
    {"jan", Kind::kBeforeNumber},
    {"feb", Kind::kBeforeNumber},
    {"mar", Kind::kBeforeNumber},
    {"apr", Kind::kBeforeNumber},
    {"jun", Kind::kBeforeNumber},
    {"jul", Kind::kBeforeNumber},
    {"aug", Kind::kBeforeNumber},
    {"sep", Kind::kBeforeNumber},
    {"sept", Kind::kBeforeNumber},
    {"oct", Kind::kBeforeNumber},
    {"nov", Kind::kBeforeNumber},
    {"dec", Kind::kBeforeNumber},
    {"mon", Kind::kBeforeNumber},
    {"tue", Kind::kBeforeNumber},
    {"tues", Kind::kBeforeNumber},
    {"wed", Kind::kBeforeNumber},
    {"thu", Kind::kBeforeNumber},
    {"thur", Kind::kBeforeNumber},
    {"thurs", Kind::kBeforeNumber},
    {"fri", Kind::kBeforeNumber},
    // Hours of the day.
    {"a.m", Kind::kHour},
    {"p.m", Kind::kHour},
    // Firms, states, degrees, streets: may stand in a sentence or at its end.
    {"inc", Kind::kMayEnd},
    {"corp", Kind::kMayEnd},
    {"co", Kind::kMayEnd},
    {"cos", Kind::kMayEnd},
    {"ltd", Kind::kMayEnd},
    {"plc", Kind::kMayEnd},
    {"llc", Kind::kMayEnd},
    {"llp", Kind::kMayEnd},
    {"l.p", Kind::kMayEnd},
    {"bros", Kind::kMayEnd},
    {"assn", Kind::kMayEnd},
    {"dept", Kind::kMayEnd},
    {"univ", Kind::kMayEnd},
    {"inst", Kind::kMayEnd},
    {"intl", Kind::kMayEnd},
    {"natl", Kind::kMayEnd},
    {"mfg", Kind::kMayEnd},
    {"s.a", Kind::kMayEnd},
    {"s.p.a", Kind::kMayEnd},
    {"n.v", Kind::kMayEnd},
    {"a.g", Kind::kMayEnd},
    {"b.v", Kind::kMayEnd},
    {"jr", Kind::kMayEnd},
    {"sr", Kind::kMayEnd},
    {"esq", Kind::kMayEnd},
    {"ret", Kind::kMayEnd},
    {"ph.d", Kind::kMayEnd},
    {"etc", Kind::kMayEnd},
    {"al", Kind::kMayEnd},
    {"st", Kind::kMayEnd},
    {"ste", Kind::kMayEnd},
    {"ave", Kind::kMayEnd},
    {"blvd", Kind::kMayEnd},
    {"rd", Kind::kMayEnd},
    {"hwy", Kind::kMayEnd},
    {"rte", Kind::kMayEnd},
    {"pkwy", Kind::kMayEnd},
    {"ln", Kind::kMayEnd},
    {"ft", Kind::kMayEnd},
    {"lb", Kind::kMayEnd},
    {"lbs", Kind::kMayEnd},
    {"oz", Kind::kMayEnd},
    {"sq", Kind::kMayEnd},
    {"cu", Kind::kMayEnd},
    {"mi", Kind::kMayEnd},
    {"hrs", Kind::kMayEnd},
    {"mins", Kind::kMayEnd},
    {"secs", Kind::kMayEnd},
    {"avg", Kind::kMayEnd},
    {"u.s", Kind::kCountry},
    {"u.k", Kind::kCountry},
    {"u.n", Kind::kCountry},
    {"e.u", Kind::kCountry},
    {"d.c", Kind::kMayEnd},
    {"ala", Kind::kMayEnd},
    {"ariz", Kind::kMayEnd},
    {"ark", Kind::kMayEnd},
    {"calif", Kind::kMayEnd},
    {"colo", Kind::kMayEnd},
    {"conn", Kind::kMayEnd},
    {"del", Kind::kMayEnd},
    {"fla", Kind::kMayEnd},
    {"ga", Kind::kMayEnd},
    {"ill", Kind::kMayEnd},
    {"ind", Kind::kMayEnd},
    {"kan", Kind::kMayEnd},
    {"kans", Kind::kMayEnd},
    {"ky", Kind::kMayEnd},
    {"md", Kind::kMayEnd},
    {"mass", Kind::kMayEnd},
    {"mich", Kind::kMayEnd},
    {"minn", Kind::kMayEnd},
    {"mo", Kind::kMayEnd},
    {"mont", Kind::kMayEnd},
    {"neb", Kind::kMayEnd},
    {"nev", Kind::kMayEnd},
    {"n.h", Kind::kMayEnd},
    {"n.j", Kind::kMayEnd},
    {"n.m", Kind::kMayEnd},
    {"n.y", Kind::kMayEnd},
    {"n.c", Kind::kMayEnd},
    {"n.d", Kind::kMayEnd},
    {"okla", Kind::kMayEnd},
    {"ore", Kind::kMayEnd},
    {"pa", Kind::kMayEnd},
    {"penn", Kind::kMayEnd},
    {"r.i", Kind::kMayEnd},
    {"s.c", Kind::kMayEnd},
    {"s.d", Kind::kMayEnd},
    {"tenn", Kind::kMayEnd},
    {"tex", Kind::kMayEnd},
    {"vt", Kind::kMayEnd},
    {"va", Kind::kMayEnd},
    {"wash", Kind::kMayEnd},
    {"w.va", Kind::kMayEnd},
    {"wis", Kind::kMayEnd},
    {"wyo", Kind::kMayEnd},
    {"ont", Kind::kMayEnd},
    {"que", Kind::kMayEnd},
    {"b.c", Kind::kMayEnd},
};

constexpr absl::string_view kStopWords[] = {
    "a",         "about",  "above",   "after",      "again",   "against",  "all",       "also",   "although", "am",
    "among",     "an",     "and",     "another",    "any",     "are",      "as",        "at",     "be",       "because",
    "been",      "before", "being",   "below",      "between", "both",     "but",       "by",     "can",      "could",
    "despite",   "did",    "do",      "does",       "doing",   "down",     "during",    "each",   "either",   "even",
    "every",     "few",    "for",     "from",       "further", "had",      "has",       "have",   "having",   "he",
    "hence",     "her",    "here",    "hers",       "herself", "him",      "himself",   "his",    "how",      "however",
    "i",         "if",     "in",      "instead",    "into",    "is",       "it",        "its",    "itself",   "just",
    "meanwhile", "may",    "me",      "might",      "more",    "moreover", "most",      "must",   "my",       "myself",
    "neither",   "no",     "nor",     "not",        "now",     "of",       "off",       "on",     "once",     "one",
    "only",      "or",     "other",   "our",        "ours",    "out",      "over",      "own",    "same",     "shall",
    "she",       "should", "since",   "so",         "some",    "still",    "such",      "than",   "that",     "the",
    "their",     "theirs", "them",    "themselves", "then",    "there",    "therefore", "these",  "they",     "this",
    "those",     "though", "through", "thus",       "to",      "too",      "under",     "unless", "until",    "up",
    "upon",      "very",   "was",     "we",         "were",    "what",     "when",      "where",  "whether",  "which",
    "while",     "who",    "whom",    "whose",      "why",     "will",     "with",      "within", "without",  "would",
    "yet",       "you",    "your",    "yours",
};

constexpr absl::string_view kMonths[] = {
    "january",   "february", "march",    "april",    "may",  "june", "july", "august",
    "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
    "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec",
};

constexpr absl::string_view kWeekdays[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues",   "wed",     "thu",       "thur",     "thurs",  "fri",      "sat",    "sun",
};

template <size_t n>
absl::flat_hash_set<absl::string_view> SetOf(const absl::string_view (&words)[n]) {
  return absl::flat_hash_set<absl::string_view>(words, words + n);
}

const absl::flat_hash_map<absl::string_view, Kind>& Abbreviations() {
  static const auto* const map = [] {
    auto* made = new absl::flat_hash_map<absl::string_view, Kind>();
    for (const AbbreviationRow& row : kAbbreviations) made->emplace(row.word, row.kind);
    return made;
  }();
  return *map;
}

// "u.s", "j.r", "n.a.t.o": single letters with stops between them.
bool IsLettersWithStops(absl::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool good = i % 2 == 1 ? word[i] == '.' : word[i] >= 'a' && word[i] <= 'z';
    if (!good) return false;
  }
  return true;
}

}  // namespace

AbbreviationKind KindOfAbbreviation(absl::string_view word_without_last_stop) {
  const auto& map = Abbreviations();
  const auto found = map.find(word_without_last_stop);
  if (found != map.end()) return found->second;
  return IsLettersWithStops(word_without_last_stop) ? Kind::kMayEnd : Kind::kNone;
}

bool IsAbbreviation(absl::string_view word_without_last_stop) {
  return KindOfAbbreviation(word_without_last_stop) != Kind::kNone;
}

bool IsStopWord(absl::string_view word) {
  static const auto* const set = new auto(SetOf(kStopWords));
  return set->contains(word);
}

bool IsMonthName(absl::string_view word) {
  static const auto* const set = new auto(SetOf(kMonths));
  return set->contains(word);
}

bool IsWeekdayName(absl::string_view word) {
  static const auto* const set = new auto(SetOf(kWeekdays));
  return set->contains(word);
}

}  // namespace crosscheck::english
