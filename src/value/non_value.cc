#include "value/non_value.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "value/currencies.h"
#include "value/date_words.h"
#include "value/number.h"
#include "value/number_words.h"
#include "value/units.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

using Words = WordSet;

// What may be glued to the end of a figure without making it a code, besides units, currencies and scales.
const Words& Suffixes() {
  static const auto* const kWords = new Words{
      "st",   "nd",   "rd",    "th",    "s",      "am",   "pm",    "a",  "p",      "yo",      "ish",    "pp",
      "bps",  "bp",   "sec",   "secs",  "min",    "mins", "h",     "hr", "hrs",    "hour",    "hours",  "day",
      "days", "week", "weeks", "month", "months", "year", "years", "yr", "yrs",    "minutes", "minute", "seconds",
      "pc",   "ths",  "rds",   "pct",   "x",      "e",    "m",     "ft", "percent"};
  return *kWords;
}

// What may stand before a hyphen and a figure without making a name of the two.
const Words& Prefixes() {
  static const auto* const kWords = new Words{
      "mid",     "pre",      "post",      "late",     "early",  "sub",       "under",   "over",     "top",
      "plus",    "minus",    "since",     "circa",    "non",    "age",       "ages",    "aged",     "to",
      "and",     "a",        "an",        "the",      "of",     "in",        "by",      "on",       "at",
      "or",      "from",     "than",      "jan",      "feb",    "mar",       "apr",     "may",      "jun",
      "jul",     "aug",      "sep",       "sept",     "oct",    "nov",       "dec",     "january",  "february",
      "march",   "april",    "june",      "july",     "august", "september", "october", "november", "december",
      "monday",  "tuesday",  "wednesday", "thursday", "friday", "saturday",  "sunday",  "fy",       "cy",
      "ad",      "bc",       "score",     "won",      "lost",   "best",      "million", "billion",  "thousand",
      "hundred", "trillion", "percent",   "euro",     "pound",  "dollar"};
  return *kWords;
}

// Words that number what follows: "page 12". In lower case too.
const Words& Labels() {
  static const auto* const kWords =
      new Words{"page",      "pages",    "pp",      "section",    "sections",    "sec",       "article",     "articles",
                "chapter",   "chapters", "route",   "routes",     "highway",     "highways",  "interstate",  "exit",
                "flight",    "flights",  "room",    "suite",      "apartment",   "apt",       "gate",        "channel",
                "platform",  "lot",      "docket",  "resolution", "formula",     "district",  "districts",   "precinct",
                "falcon",    "version",  "figure",  "fig",        "rule",        "item",      "proposition", "prop",
                "title",     "volume",   "vol",     "episode",    "appendix",    "paragraph", "clause",      "fortune",
                "ftse",      "nasdaq",   "nikkei",  "stoxx",      "russell",     "csi",       "boeing",      "airbus",
                "iphone",    "android",  "windows", "ios",        "macos",       "apollo",    "area",        "catch",
                "amendment", "no",       "nr",      "nos",        "number",      "serial",    "box",         "bus",
                "schedule",  "annex",    "unit",    "isbn",       "playstation", "xbox",      "galaxy",      "pixel",
                "zone",      "block",    "ward",    "studio",     "terminal",    "runway",    "pier",        "bay",
                "cell"};
  return *kWords;
}

// Capitalised words that rank what follows: their number is a value.
const Words& Ranks() {
  static const auto* const kWords = new Words{"category",  "level",
                                              "magnitude", "phase",
                                              "stage",     "tier",
                                              "grade",     "mach",
                                              "force",     "about",
                                              "over",      "under",
                                              "some",      "only",
                                              "nearly",    "almost",
                                              "around",    "the",
                                              "in",        "at",
                                              "and",       "of",
                                              "for",       "with",
                                              "from",      "to",
                                              "by",        "on",
                                              "but",       "or",
                                              "a",         "an",
                                              "as",        "up",
                                              "than",      "least",
                                              "another",   "more",
                                              "its",       "his",
                                              "her",       "their",
                                              "all",       "just",
                                              "roughly",   "approximately",
                                              "is",        "was",
                                              "are",       "were",
                                              "has",       "have",
                                              "had",       "says",
                                              "said",      "kills",
                                              "killed",    "these",
                                              "those",     "both",
                                              "first",     "last",
                                              "next",      "other",
                                              "least",     "us",
                                              "rs",        "after",
                                              "before",    "age",
                                              "aged",      "ages",
                                              "rm",        "vs",
                                              "v",         "plus",
                                              "minus",     "between",
                                              "until",     "every",
                                              "average",   "total",
                                              "day",       "q",
                                              "fy",        "h",
                                              "weights",   "costs",
                                              "approx",    "circa",
                                              "within",    "into",
                                              "out",       "per",
                                              "off",       "near",
                                              "equals",    "exactly",
                                              "maximum",   "minimum"};
  return *kWords;
}

// Months and weekdays begin dates, and are no names with a number.
const Words& CalendarNames() {
  static const auto* const kWords =
      new Words{"jan",    "feb",     "mar",       "apr",      "may",       "jun",      "jul",       "aug",
                "sep",    "sept",    "oct",       "nov",      "dec",       "january",  "february",  "march",
                "april",  "june",    "july",      "august",   "september", "october",  "november",  "december",
                "monday", "tuesday", "wednesday", "thursday", "friday",    "saturday", "sunday",    "mon",
                "tue",    "tues",    "wed",       "thu",      "thur",      "thurs",    "fri",       "sat",
                "sun",    "spring",  "summer",    "autumn",   "fall",      "winter",   "christmas", "easter"};
  return *kWords;
}

const Words& Streets() {
  static const auto* const kWords =
      new Words{"street", "st", "avenue", "ave",     "road",    "rd",   "boulevard", "blvd",    "lane",
                "drive",  "dr", "court",  "terrace", "parkway", "pkwy", "highway",   "crescent"};
  return *kWords;
}

const Words& PhoneCues() {
  static const auto* const kWords =
      new Words{"phone", "phones",   "call", "tel",    "telephone", "hotline",   "helpline",
                "fax",   "whatsapp", "dial", "mobile", "sms",       "cellphone", "extension"};
  return *kWords;
}

const Words& IdentifierCues() {
  static const auto* const kWords =
      new Words{"isbn", "issn", "doi", "isin", "ein", "vin", "imei", "iban", "orcid", "pmid"};
  return *kWords;
}

bool IsNumber(const Token& token) { return token.kind == Token::Kind::kNumber; }

bool LooksPlural(const Token& token) {
  if (!IsWord(token) || token.text.size() < 3) return false;
  const absl::string_view t = token.text;
  return (t.back() == 's' && t[t.size() - 2] != 's' && t[t.size() - 2] != 'i') || t == "people" || t == "men" ||
         t == "women" || t == "children" || t == "police";
}

class Finder {
 public:
  Finder(absl::string_view text, const TokenStream& stream)
      : text_(text), stream_(stream), reasons_(stream.tokens.size(), NonValue::kNone) {}

  std::vector<NonValue> Find() {
    FindLinks();
    FindPhones();
    FindListMark();
    for (size_t i = 0; i < stream_.tokens.size(); ++i) {
      if (reasons_[i] == NonValue::kNone && IsNumber(stream_.tokens[i])) CheckNumber(i);
    }
    return std::move(reasons_);
  }

 private:
  const Token& At(size_t i) const { return TokenAt(stream_, i); }
  // The token before, or an empty mark.
  const Token& Before(size_t i, size_t back = 1) const {
    return i >= back ? stream_.tokens[i - back] : TokenAt(stream_, stream_.tokens.size());
  }
  void Mark(size_t begin, size_t end, NonValue reason) {
    for (size_t i = begin; i < end && i < reasons_.size(); ++i) {
      if (reasons_[i] == NonValue::kNone) reasons_[i] = reason;
    }
  }
  // Hyphen and not dash: a dash is three bytes long.
  bool IsHyphen(size_t i) const { return At(i).text == "-" && At(i).end - At(i).begin == 1; }

  void FindLinks();
  void FindPhones();
  void FindListMark();
  void CheckNumber(size_t i);
  bool EndsUnit(size_t i) const;
  bool IsExponent(size_t i) const;
  bool IsGigaDecimal(size_t i) const;
  bool CheckGlued(size_t i);
  bool CheckChain(size_t i);
  bool CheckLabel(size_t i);
  bool CheckAddress(size_t i);
  bool IsPhone(size_t begin, size_t end) const;
  bool HasCue(size_t at, const Words& cues, size_t reach) const;
  bool StartsSentence(size_t at) const;
  bool IsAllCapitals(const Token& token) const;

  absl::string_view text_;
  const TokenStream& stream_;
  std::vector<NonValue> reasons_;
};

// Web and mail addresses: every token of the run without spaces that holds "://", "www." or a mail "@".
void Finder::FindLinks() {
  const auto& tokens = stream_.tokens;
  for (size_t i = 0; i < tokens.size(); ++i) {
    bool link = false;
    if (tokens[i].text == ":") {
      link = IsGluedMark(stream_, i + 1, "/") && IsGluedMark(stream_, i + 2, "/");
    } else if (tokens[i].text == "www") {
      link = IsGluedMark(stream_, i + 1, ".");
    } else if (tokens[i].text == "@") {
      link = IsGlued(tokens[i]) && IsGlued(At(i + 1)) && IsWord(At(i + 1));
    }
    if (!link) continue;
    size_t begin = i;
    while (begin > 0 && IsGlued(tokens[begin])) --begin;
    size_t end = i + 1;
    while (end < tokens.size() && IsGlued(tokens[end])) ++end;
    Mark(begin, end, NonValue::kUrl);
    i = end - 1;
  }
}

bool Finder::HasCue(size_t at, const Words& cues, size_t reach) const {
  for (size_t i = at; i-- > 0 && at - i <= reach;) {
    if (cues.contains(stream_.tokens[i].text)) return true;
  }
  return false;
}

struct DigitRun {
  size_t groups = 0;
  size_t digits = 0;
  size_t longest = 0;
  size_t last_size = 0;
  size_t first_size = 0;
  bool plus = false;
  bool zero_first = false;
  bool bracketed = false;  // a group of two or three digits in brackets
  bool hyphens = false;
  bool strokes = false;
  bool dots = false;
  bool years = true;   // every group is a year
  bool threes = true;  // every group after the first has three digits
};

bool IsYear(absl::string_view digits) {
  return digits.size() == 4 && (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20");
}

// "2025-07-15", "15.07.2025", "7/15/2025": never a telephone number.
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

bool Finder::IsPhone(size_t begin, size_t end) const {
  DigitRun run;
  for (size_t i = begin; i < end; ++i) {
    const Token& token = stream_.tokens[i];
    run.plus = run.plus || (token.text == "+" && run.groups == 0);
    run.hyphens = run.hyphens || token.text == "-";
    run.strokes = run.strokes || token.text == "/";
    run.dots = run.dots || token.text == ".";
    if (!IsNumber(token)) continue;
    const size_t size = token.text.size();
    if (run.groups == 0) {
      run.zero_first = token.text[0] == '0' && size >= 2;
      run.first_size = size;
    } else {
      run.threes = run.threes && size == 3;
    }
    const bool in_brackets =
        i > begin && stream_.tokens[i - 1].text == "(" && i + 1 < end && stream_.tokens[i + 1].text == ")";
    run.bracketed = run.bracketed || (in_brackets && (size <= 3 || token.text[0] == '0') && i + 2 < end);
    run.years = run.years && IsYear(token.text);
    ++run.groups;
    run.digits += size;
    run.longest = std::max(run.longest, size);
    run.last_size = size;
  }
  if (run.groups == 0 || LooksLikeDay(stream_, begin, end) || run.years) return false;
  // "10/1/2018-10/7/2018": two days.
  if (end - begin == 11 && stream_.tokens[begin + 5].text == "-" && LooksLikeDay(stream_, begin, begin + 5) &&
      LooksLikeDay(stream_, begin + 6, end)) {
    return false;
  }
  if (run.digits >= 5 && HasCue(begin, PhoneCues(), 5)) return true;
  if (run.digits < 7) return false;
  if (run.plus || run.zero_first) return true;
  if (run.bracketed && run.digits >= 9) return true;
  if (run.groups >= 3 && run.digits >= 9) {
    return run.hyphens || run.strokes || (!run.threes && run.longest >= 4);
  }
  return run.groups == 2 && run.last_size >= 7 && !run.dots && !run.hyphens;
}

void Finder::FindPhones() {
  const auto& tokens = stream_.tokens;
  const auto joins = [](absl::string_view t) {
    return t == "-" || t == "." || t == "/" || t == "(" || t == ")" || t == "+";
  };
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!IsNumber(tokens[i]) && tokens[i].text != "+" && tokens[i].text != "(") continue;
    if (reasons_[i] != NonValue::kNone || (IsGlued(tokens[i]) && i > 0 && IsWord(tokens[i - 1]))) continue;
    size_t end = i;
    size_t last_number = i;
    for (; end < tokens.size(); ++end) {
      if (IsNumber(tokens[end])) {
        last_number = end + 1;
        continue;
      }
      if (tokens[end].kind != Token::Kind::kMark || !joins(tokens[end].text)) break;
      // A full stop with a space after it ends a sentence.
      if (tokens[end].text == "." && (end + 1 >= tokens.size() || tokens[end + 1].space_before)) break;
    }
    if (last_number == i) continue;
    // A figure glued to letters belongs to them ("20 15kg").
    if (last_number < tokens.size() && IsWord(tokens[last_number]) && IsGlued(tokens[last_number])) {
      i = last_number - 1;
      continue;
    }
    // "1,200": the run ends inside a number.
    if (IsGluedMark(stream_, last_number, ",") && IsNumber(At(last_number + 1)) && IsGlued(At(last_number + 1))) {
      i = last_number + 1;
      continue;
    }
    if (last_number > i && IsPhone(i, last_number)) {
      size_t after = last_number;  // "x 204", "ext. 204": the extension
      const absl::string_view word = At(after).text;
      if (word == "x" || word == "ext" || word == "extension") after += At(after + 1).text == "." ? 2 : 1;
      if (after > last_number && IsNumber(At(after))) last_number = after + 1;
      Mark(i, last_number, NonValue::kPhone);
    }
    i = std::max(i, last_number - 1);
  }
}

// "1. The", "2) A", "(3) We" at the beginning of the text.
void Finder::FindListMark() {
  size_t i = 0;
  const bool bracket = At(0).text == "(";
  if (bracket) ++i;
  if (!IsNumber(At(i)) || At(i).text.size() > 2) return;
  const absl::string_view mark = At(i + 1).text;
  const bool closes = IsGlued(At(i + 1)) && (mark == ")" || (!bracket && mark == "."));
  const Token& next = At(i + 2);
  // "16. Nov. 2016" is a day.
  const bool day = !bracket && mark == "." && FindMonthWord(next.text) != nullptr;
  if (closes && IsWord(next) && next.space_before && next.capital && !day) Mark(0, i + 2, NonValue::kListMark);
}

bool Finder::StartsSentence(size_t at) const {
  if (at == 0) return true;
  const absl::string_view before = Before(at).text;
  return before == "." || before == "!" || before == "?" || before == ":" || before == "\"" || before == "(" ||
         before == "'" || before == "-" || before == "," || before == ";";
}

bool Finder::IsAllCapitals(const Token& token) const {
  for (size_t i = token.begin; i < token.end; ++i) {
    if (!absl::ascii_isupper(static_cast<unsigned char>(text_[i]))) return false;
  }
  return token.end - token.begin >= 2;
}

// The "2" of "500 m2".
bool Finder::EndsUnit(size_t i) const {
  if (i < 2 || !IsWord(At(i - 1))) return false;
  const std::optional<UnitMatch> unit = FindUnit(stream_, i - 1);
  return unit && unit->last == i + 1 && (IsNumber(At(i - 2)) || At(i - 2).text == "/" || IsWord(At(i - 2)));
}

// The "6" of "1e6", the "10" of "1.3x10^6".
bool Finder::IsExponent(size_t i) const {
  if (i < 2 || !IsNumber(At(i - 2)) || !IsGlued(At(i - 1))) return false;
  if (At(i - 1).text == "e") return true;
  return At(i - 1).text == "x" && At(i).text == "10";
}

// ".0012G": so many decimals are neither a network nor a force.
bool Finder::IsGigaDecimal(size_t i) const {
  return i > 0 && Before(i).text == "." && IsGlued(At(i)) && At(i).text.size() >= 3 && At(i + 1).text == "g" &&
         At(i + 1).capital;
}

// Letters or marks glued to the figure: "H20", "F-35", "24H2", "#5", "[12]", "90+4".
bool Finder::CheckGlued(size_t i) {
  const Token& token = At(i);
  const Token& before = Before(i);
  const Token& next = At(i + 1);
  if (IsGlued(token) && i > 0) {
    if (IsWord(before) && !EndsUnit(i) && !IsExponent(i)) {
      const std::optional<CurrencyMatch> currency = FindCurrencyBefore(stream_, i - 1);
      if (!currency || currency->last != i) {
        Mark(i, i + 1, NonValue::kName);
        return true;
      }
    }
    if (before.text == "#") {
      Mark(i, i + 1, NonValue::kLabel);
      return true;
    }
    if (before.text == "[" && IsGluedMark(stream_, i + 1, "]")) {
      Mark(i, i + 1, NonValue::kFootnote);
      return true;
    }
    if (i >= 2 && IsHyphen(i - 1) && IsGlued(before) && IsWord(Before(i, 2)) &&
        !Prefixes().contains(Before(i, 2).text) && FindNumberWord(Before(i, 2).text) == nullptr) {
      Mark(i, i + 1, NonValue::kName);
      return true;
    }
  }
  // "scp2-173m": the figure goes on with a code.
  if (i >= 2 && IsHyphen(i - 1) && IsGlued(token) && IsGlued(before) &&
      (reasons_[i - 2] == NonValue::kName || reasons_[i - 2] == NonValue::kCode)) {
    Mark(i, i + 1, NonValue::kCode);
    return true;
  }
  // "24H2": a figure, a capital, a figure.
  if (IsWord(next) && IsGlued(next) && next.capital && IsNumber(At(i + 2)) && IsGlued(At(i + 2)) && !EndsUnit(i + 2) &&
      !IsExponent(i + 2)) {
    Mark(i, i + 3, NonValue::kCode);
    return true;
  }
  if (IsWord(next) && IsGlued(next) && !Suffixes().contains(next.text)) {
    const NumberWord* number = FindNumberWord(next.text);
    const bool known = (number != nullptr && number->kind != NumberWord::Kind::kOrdinal) || FindUnit(stream_, i + 1) ||
                       FindCurrencyAfter(stream_, i + 1) || (next.text == "k");
    const Token& after = At(i + 2);
    if (IsGigaDecimal(i)) return false;
    if (!known || (IsNumber(after) && IsGlued(after) && !FindUnit(stream_, i + 1))) {
      Mark(i, i + 1, NonValue::kCode);
      if (IsNumber(after) && IsGlued(after)) Mark(i + 2, i + 3, NonValue::kCode);
      return true;
    }
  }
  if (IsGluedMark(stream_, i + 1, "+") && IsNumber(At(i + 2)) && IsGlued(At(i + 2)) && token.text.size() <= 3) {
    Mark(i, i + 3, NonValue::kMatchMinute);
    return true;
  }
  return false;
}

// Figures chained by marks: "3.11.2", "2023-0417", "24/7".
bool Finder::CheckChain(size_t i) {
  const absl::string_view mark = At(i + 1).text;
  const Token& second = At(i + 2);
  if (!IsGlued(At(i + 1)) || !IsNumber(second) || !IsGlued(second)) {
    // A serial number: nothing that is counted is written out so long, but for round figures.
    const absl::string_view t = At(i).text;
    if (t.size() >= 9 && t.substr(t.size() - 3) != "000" && mark != "%") {
      Mark(i, i + 1, NonValue::kIdentifier);
      return true;
    }
    return false;
  }
  size_t groups = 2;
  size_t last = i + 3;
  bool threes = second.text.size() == 3;
  for (; IsGluedMark(stream_, last, mark) && IsNumber(At(last + 1)) && IsGlued(At(last + 1)); last += 2) {
    ++groups;
    threes = threes && At(last + 1).text.size() == 3;
  }
  if (mark == "." && groups >= 3 && (!threes || groups == 4) && !LooksLikeDay(stream_, i, last)) {
    if (threes && At(i).text.size() <= 2) return false;  // 1.234.567.890
    Mark(i, last, NonValue::kVersion);
    return true;
  }
  if (mark == "-" && groups == 2 && second.text[0] == '0' && second.text.size() >= 3) {
    Mark(i, last, NonValue::kCode);
    return true;
  }
  if (mark == "-" && groups >= 3 && !LooksLikeDay(stream_, i, last)) {
    Mark(i, last, NonValue::kCode);
    return true;
  }
  if (mark == "/" && groups == 2) {
    const absl::string_view a = At(i).text;
    const absl::string_view b = second.text;
    // "1/0" is no figure.
    if (b == "0" || (a == "24" && b == "7") || (a == "9" && b == "11") || (a == "50" && b == "50") ||
        (a == "20" && b == "20") || (a == "7" && b == "7")) {
      Mark(i, last, NonValue::kIdiom);
      return true;
    }
  }
  return false;
}

// "page 12", "Section 230", "Falcon 9", "737 MAX".
bool Finder::CheckLabel(size_t i) {
  const Token& token = At(i);
  size_t word = i;
  if (word > 0 && Before(i).text == "." && IsGlued(Before(i))) --word;  // "No. 4"
  const Token& before = Before(word);
  if (word == i || before.text == "no" || before.text == "nos" || before.text == "nr" || before.text == "pp" ||
      before.text == "vol" || before.text == "p" || before.text == "sec" || before.text == "fig") {
    if (before.text == "§") {
      Mark(i, i + 1, NonValue::kLabel);
      return true;
    }
  } else {
    return false;
  }
  if (!IsWord(before) || !token.space_before) return false;
  const bool label = Labels().contains(before.text) || (word != i && before.text == "p");
  const bool capital = before.capital && !CalendarNames().contains(before.text) && !Ranks().contains(before.text) &&
                       !StartsSentence(word - 1);
  if (!label && !capital) return false;
  if (IsGluedMark(stream_, i + 1, ",") && IsNumber(At(i + 2)) && IsGlued(At(i + 2))) return false;  // grouped
  const Token& next = At(i + 1);
  if (IsGlued(next) && (next.text == "%" || (next.text == "-" && IsWord(At(i + 2))))) return false;
  if (!label && token.text.size() > 4) return false;
  if (!label && IsYear(token.text)) return false;
  // What follows counts, prices or measures: then the word before names nothing.
  if (IsWord(next) && next.space_before) {
    if (LooksPlural(next) && !next.capital && !(label && before.capital)) return false;
    const NumberWord* scale = FindNumberWord(next.text);
    if (scale != nullptr && scale->kind != NumberWord::Kind::kDenominator) return false;
    if (next.text == "percent" || next.text == "per" || next.text == "pct" || next.text == "to" ||
        next.text == "year" || next.text == "month" || next.text == "day") {
      return false;
    }
    if (FindUnit(stream_, i + 1) || FindCurrencyAfter(stream_, i + 1)) return false;
  } else if (IsWord(next) || next.text == "-" || next.text == ":") {
    if (!label) return false;
  } else if (next.text == "." && IsGlued(next) && IsNumber(At(i + 2)) && IsGlued(At(i + 2)) && !label) {
    return false;
  }
  const std::optional<CurrencyMatch> currency = FindCurrencyBefore(stream_, i - 1);
  if (currency && currency->last == i) return false;
  if (word == i && FindCurrencyAfter(stream_, i - 1)) return false;  // "20 Rupees 43"
  const size_t end = IsGluedMark(stream_, i + 1, ".") && IsNumber(At(i + 2)) && IsGlued(At(i + 2)) ? i + 3 : i + 1;
  Mark(i, end, label ? NonValue::kLabel : NonValue::kName);
  // "pages 10-12", "Sections 3 and 5"
  const absl::string_view joint = At(end).text;
  if (label && (joint == "-" || joint == "and" || joint == "to") && IsNumber(At(end + 1)) &&
      !LooksPlural(At(end + 2))) {
    Mark(end + 1, end + 2, NonValue::kLabel);
  }
  return true;
}

bool Finder::CheckAddress(size_t i) {
  const Token& token = At(i);
  const Token& next = At(i + 1);
  if (!IsWord(next) || !next.capital || !next.space_before || token.text.size() > 5) return false;
  if (token.text.size() >= 3 && IsAllCapitals(next) && !FindCurrencyAfter(stream_, i + 1) &&
      !FindUnit(stream_, i + 1) && !FindNumberWord(next.text) && !LooksPlural(next) && next.text != "am" &&
      next.text != "pm" && next.text != "gmt" && next.text != "est" && next.text != "utc" && next.text != "us" &&
      next.text != "uk" && next.text != "eu" && !IsYear(token.text)) {
    Mark(i, i + 1, NonValue::kName);
    return true;
  }
  for (size_t k = i + 1; k < i + 5; ++k) {
    if (!IsWord(At(k)) || !At(k).capital) return false;
    if (k > i + 1 && Streets().contains(At(k).text)) {
      Mark(i, i + 1, NonValue::kAddress);
      return true;
    }
  }
  return false;
}

void Finder::CheckNumber(size_t i) {
  if (CheckGlued(i) || CheckChain(i)) return;
  if (At(i).text.size() >= 4 && HasCue(i, IdentifierCues(), 4)) {
    Mark(i, i + 1, NonValue::kIdentifier);
    return;
  }
  const absl::string_view before = Before(i).text;
  const absl::string_view digits = At(i).text;
  if ((before == "call" || before == "called" || before == "dial" || before == "dialed" || before == "dialled") &&
      (digits == "911" || digits == "999" || digits == "112" || digits == "988" || digits == "101" ||
       digits == "111")) {
    Mark(i, i + 1, NonValue::kPhone);
    return;
  }
  if (!CheckLabel(i)) CheckAddress(i);
}

}  // namespace

absl::string_view NonValueReason(NonValue reason) {
  switch (reason) {
    case NonValue::kNone:
      return "";
    case NonValue::kName:
      return "part of a name or model name";
    case NonValue::kLabel:
      return "a label, such as a page or section number";
    case NonValue::kCode:
      return "part of a code or case number";
    case NonValue::kAddress:
      return "street address";
    case NonValue::kUrl:
      return "web or mail address";
    case NonValue::kPhone:
      return "telephone number";
    case NonValue::kIdentifier:
      return "identifier, such as an ISBN or serial number";
    case NonValue::kVersion:
      return "version or network address";
    case NonValue::kIdiom:
      return "fixed expression";
    case NonValue::kFootnote:
      return "footnote mark";
    case NonValue::kListMark:
      return "list numbering";
    case NonValue::kMatchMinute:
      return "minute of a match";
    case NonValue::kPronoun:
      return "pronoun, not a count";
  }
  return "";
}

bool MayBeDate(NonValue reason) {
  return reason == NonValue::kNone || reason == NonValue::kName || reason == NonValue::kCode;
}

std::vector<NonValue> FindNonValues(absl::string_view text, const TokenStream& stream) {
  return Finder(text, stream).Find();
}

}  // namespace crosscheck
