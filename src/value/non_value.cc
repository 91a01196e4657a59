#include "value/non_value.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "value/currencies.h"
#include "value/date_words.h"
#include "value/non_value_words.h"
#include "value/number.h"
#include "value/number_words.h"
#include "value/phone.h"
#include "value/units.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

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
    for (const auto& [begin, end] : FindPhones(stream_, reasons_)) Mark(begin, end, NonValue::kPhone);
    FindListMark();
    for (size_t i = 0; i < stream_.tokens.size(); ++i) {
      if (reasons_[i] == NonValue::kNone && IsNumber(stream_.tokens[i])) CheckNumber(i);
    }
    return std::move(reasons_);
  }

 private:
  // A reason, and the token after what it holds for.
  struct Found {
    NonValue reason = NonValue::kNone;
    size_t last = 0;
  };

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
  void FindListMark();
  void CheckNumber(size_t i);
  bool EndsUnit(size_t i) const;
  bool IsExponent(size_t i) const;
  bool IsGigaDecimal(size_t i) const;
  bool IsCurrencyBefore(size_t i) const;
  bool IsSerial(size_t i) const;
  bool IsBill(size_t i) const;
  bool IsFiling(size_t i) const;
  bool IsDocket(size_t i) const;
  size_t EndOfGlued(size_t i) const;
  bool IsCounted(size_t i, bool label) const;
  bool IsNamed(size_t word, size_t i) const;
  NonValue GluedBefore(size_t i) const;
  Found GluedAfter(size_t i) const;
  Found Chain(size_t i) const;
  bool CheckLabel(size_t i);
  void MarkLabelRange(size_t at);
  bool CheckAddress(size_t i);
  bool IsStreet(size_t at) const;
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
    switch (tokens[i].text.front()) {
      case ':':
        link = IsGluedMark(stream_, i + 1, "/") && IsGluedMark(stream_, i + 2, "/");
        break;
      case 'w':
        link = tokens[i].text == "www" && IsGluedMark(stream_, i + 1, ".");
        break;
      case '@':
        link = IsGlued(tokens[i]) && IsGlued(At(i + 1)) && IsWord(At(i + 1));
        break;
      default:
        break;
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

bool Finder::IsCurrencyBefore(size_t i) const {
  const std::optional<CurrencyMatch> currency = i > 0 ? FindCurrencyBefore(stream_, i - 1) : std::nullopt;
  return currency && currency->last == i;
}

// Letters or marks glued to the front of the figure: "H20", "F-35", "#5", "[12]".
NonValue Finder::GluedBefore(size_t i) const {
  if (i == 0 || !IsGlued(At(i))) return NonValue::kNone;
  const Token& before = Before(i);
  if (IsWord(before)) {
    return EndsUnit(i) || IsExponent(i) || IsCurrencyBefore(i) ? NonValue::kNone : NonValue::kName;
  }
  if (before.text == "#") return NonValue::kLabel;
  if (before.text == "[" && IsGluedMark(stream_, i + 1, "]")) return NonValue::kFootnote;
  if (i < 2 || !IsHyphen(i - 1) || !IsGlued(before)) return NonValue::kNone;
  const Token& front = Before(i, 2);
  if (front.text == "under" && At(i + 1).text == "s" && IsGlued(At(i + 1))) return NonValue::kName;  // "the under-21s"
  const bool feet = (front.text == "foot" || front.text == "ft") && i >= 4 && Before(i, 3).text == "-";
  const NumberWord* number = IsWord(front) ? FindNumberWord(front.text) : nullptr;
  const bool letter = number != nullptr && number->kind == NumberWord::Kind::kLetterScale && !IsGlued(front);  // "K-12"
  if (IsWord(front) && !feet && !IsNonValueWord(NonValueWord::kPrefix, front.text) && (number == nullptr || letter)) {
    return NonValue::kName;
  }
  // "scp2-173m": the figure goes on with a code.
  const NonValue reason = reasons_[i - 2];
  return reason == NonValue::kName || reason == NonValue::kCode ? NonValue::kCode : NonValue::kNone;
}

// Letters glued to the end of the figure that are no unit, currency, scale or suffix: "24H2", "5G".
Finder::Found Finder::GluedAfter(size_t i) const {
  const Token& next = At(i + 1);
  const bool goes_on = IsNumber(At(i + 2)) && IsGlued(At(i + 2));
  if (!IsGlued(next)) return {};
  if (next.text == "+" && goes_on && At(i).text.size() <= 3) return {NonValue::kMatchMinute, i + 3};
  if (!IsWord(next)) return {};
  if (next.capital && goes_on && !EndsUnit(i + 2) && !IsExponent(i + 2)) return {NonValue::kCode, i + 3};
  if (IsNonValueWord(NonValueWord::kSuffix, next.text) || IsGigaDecimal(i)) return {};
  const bool unit = FindUnit(stream_, i + 1).has_value();
  if (unit) return {};
  const NumberWord* number = FindNumberWord(next.text);
  const bool known =
      (number != nullptr && number->kind != NumberWord::Kind::kOrdinal) || FindCurrencyAfter(stream_, i + 1);
  if (known && !goes_on) return {};
  return {NonValue::kCode, goes_on ? i + 3 : i + 1};
}

bool IsIdiom(absl::string_view a, absl::string_view b) {
  static constexpr std::pair<absl::string_view, absl::string_view> kIdioms[] = {
      {"24", "7"}, {"9", "11"}, {"50", "50"}, {"20", "20"}, {"7", "7"}};
  return b == "0" || std::find(std::begin(kIdioms), std::end(kIdioms), std::make_pair(a, b)) != std::end(kIdioms);
}

// A serial number: nothing that is counted is written out so long without grouping, but for round figures.
bool Finder::IsSerial(size_t i) const {
  const absl::string_view digits = At(i).text;
  return digits.size() >= 9 && digits.substr(digits.size() - 3) != "000" && At(i + 1).text != "%";
}

// Figures chained by marks: "3.11.2", "2023-0417", "24/7", "1/0".
Finder::Found Finder::Chain(size_t i) const {
  const absl::string_view mark = At(i + 1).text;
  const absl::string_view second = At(i + 2).text;
  const auto joins = [this, mark](size_t at) {
    return IsGluedMark(stream_, at, mark) && IsNumber(At(at + 1)) && IsGlued(At(at + 1));
  };
  if (!joins(i + 1)) return {IsSerial(i) ? NonValue::kIdentifier : NonValue::kNone, i + 1};
  size_t groups = 1;
  size_t last = i + 1;
  bool threes = true;
  for (; joins(last); last += 2) {
    ++groups;
    threes = threes && At(last + 1).text.size() == 3;
  }
  if (mark == "/" && groups == 2 && IsIdiom(At(i).text, second)) return {NonValue::kIdiom, last};
  if (mark == "-" && groups == 2 && second[0] == '0' && second.size() >= 3) return {NonValue::kCode, last};
  if (groups < 3 || LooksLikeDay(stream_, i, last)) return {};
  if (mark == "-") return {NonValue::kCode, last};
  if (mark != "." || (threes && (groups != 4 || At(i).text.size() <= 2))) return {};  // 1.234.567.890
  return {NonValue::kVersion, last};
}

// What follows the figure counts, prices or measures: then the word before names nothing.
bool Finder::IsCounted(size_t i, bool label) const {
  const Token& next = At(i + 1);
  const bool decimal = next.text == "." && IsGlued(next) && IsNumber(At(i + 2)) && IsGlued(At(i + 2));
  if (IsGlued(next) && (next.text == "%" || (next.text == "-" && IsWord(At(i + 2))))) return true;
  if (!IsWord(next)) return !label && (next.text == "-" || next.text == ":" || decimal);
  if (!next.space_before) return !label;
  static const auto* const kWords = new WordSet{"percent", "per", "pct", "to", "year", "month", "day"};
  const NumberWord* scale = FindNumberWord(next.text);
  return (scale != nullptr && scale->kind != NumberWord::Kind::kDenominator) || kWords->contains(next.text) ||
         FindUnit(stream_, i + 1) || FindCurrencyAfter(stream_, i + 1);
}

// A word with a capital that is no beginning of a sentence, and a figure as names have: "Falcon 9", "Boeing 737".
bool Finder::IsNamed(size_t word, size_t i) const {
  const Token& before = At(word);
  if (!before.capital || IsNonValueWord(NonValueWord::kCalendar, before.text) ||
      IsNonValueWord(NonValueWord::kRank, before.text) || StartsSentence(word)) {
    return false;
  }
  return At(i).text.size() <= 4 && !IsYear(At(i).text);
}

// "page 12", "Section 230", "No. 4", "Falcon 9".
bool Finder::CheckLabel(size_t i) {
  static const auto* const kShort = new WordSet{"no", "nos", "nr", "pp", "vol", "p", "sec", "fig"};
  const bool stop = Before(i).text == "." && IsGlued(Before(i));
  const Token& before = Before(i, stop ? 2 : 1);
  if (before.text == "§") {
    Mark(i, i + 1, NonValue::kLabel);
    return true;
  }
  if (!IsWord(before) || !At(i).space_before || (stop && !kShort->contains(before.text))) return false;
  const bool label = IsNonValueWord(NonValueWord::kLabel, before.text) || (stop && before.text == "p");
  if (!label && !IsNamed(stop ? i - 2 : i - 1, i)) return false;
  const bool grouped = IsGluedMark(stream_, i + 1, ",") && IsNumber(At(i + 2)) && IsGlued(At(i + 2));
  if (grouped || IsCounted(i, label)) return false;
  const Token& next = At(i + 1);
  if (LooksPlural(next) && next.space_before && !next.capital && !(label && before.capital)) return false;
  // "A$ 20", "20 Rupees 43"
  if (IsCurrencyBefore(i) || (!stop && FindCurrencyAfter(stream_, i - 1))) return false;
  const size_t end = IsGluedMark(stream_, i + 1, ".") && IsNumber(At(i + 2)) && IsGlued(At(i + 2)) ? i + 3 : i + 1;
  Mark(i, end, label ? NonValue::kLabel : NonValue::kName);
  if (label) MarkLabelRange(end);
  return true;
}

// The other end of "pages 10-12", "Sections 3 and 5".
void Finder::MarkLabelRange(size_t at) {
  const absl::string_view joint = At(at).text;
  const bool joins = joint == "-" || joint == "and" || joint == "to";
  if (joins && IsNumber(At(at + 1)) && !LooksPlural(At(at + 2))) Mark(at + 1, at + 2, NonValue::kLabel);
}

// A street's name at `at`: capitalised words, of which the second or a later one is "Street" or its like.
bool Finder::IsStreet(size_t at) const {
  for (size_t k = at; k < at + 4; ++k) {
    if (!IsWord(At(k)) || !At(k).capital) return false;
    if (k > at && IsNonValueWord(NonValueWord::kStreet, At(k).text)) return true;
  }
  return false;
}

bool Finder::CheckAddress(size_t i) {
  const Token& token = At(i);
  const Token& next = At(i + 1);
  if (IsWord(next) && next.capital && IsGlued(next) && next.end - next.begin == 1 && IsStreet(i + 2)) {
    Mark(i, i + 2, NonValue::kAddress);  // "221B Baker Street"
    return true;
  }
  if (!IsWord(next) || !next.capital || !next.space_before || token.text.size() > 5) return false;
  if (token.text.size() >= 3 && IsAllCapitals(next) && !FindCurrencyAfter(stream_, i + 1) &&
      !FindUnit(stream_, i + 1) && !FindNumberWord(next.text) && !LooksPlural(next) && next.text != "am" &&
      next.text != "pm" && next.text != "gmt" && next.text != "est" && next.text != "utc" && next.text != "us" &&
      next.text != "uk" && next.text != "eu" && !IsYear(token.text)) {
    Mark(i, i + 1, NonValue::kName);
    return true;
  }
  if (!IsStreet(i + 1)) return false;
  Mark(i, i + 1, NonValue::kAddress);
  return true;
}

// One past the decimals and the scale of a figure that is part of a name, so that no reader begins in its middle.
size_t Finder::EndOfGlued(size_t i) const {
  size_t last = i + 1;
  if (IsGluedMark(stream_, last, ".") && IsNumber(At(last + 1)) && IsGlued(At(last + 1))) last += 2;
  while (IsGluedMark(stream_, last, "+") && IsNumber(At(last + 1)) && IsGlued(At(last + 1))) last += 2;
  const NumberWord* scale = FindNumberWord(At(last).text);
  return scale != nullptr && scale->kind == NumberWord::Kind::kScale ? last + 1 : last;
}

// "H.R. 1234", "S.B. 8": bills of a congress or a state.
bool Finder::IsBill(size_t i) const {
  static const auto* const kHouses = new WordSet{"hr", "hb", "sb", "ab", "hj", "sj"};
  if (i < 4 || Before(i).text != "." || Before(i, 3).text != "." || !Before(i, 2).capital) return false;
  const std::string initials = absl::StrCat(Before(i, 4).text, Before(i, 2).text);
  return kHouses->contains(initials) && IsGlued(Before(i, 2)) && IsGlued(Before(i));
}

// "22-cv-01234": a docket of a federal court.
bool Finder::IsDocket(size_t i) const {
  static const auto* const kSuits = new WordSet{"cv", "cr", "mc", "mj", "md", "ap", "bk", "po", "sw", "civ", "crim"};
  return IsHyphen(i + 1) && kSuits->contains(At(i + 2).text) && IsHyphen(i + 3) && IsNumber(At(i + 4));
}

// "10-K", "8-K", "10-Q", "20-F": forms of the US Securities and Exchange Commission (17 CFR 249).
bool Finder::IsFiling(size_t i) const {
  const Token& letter = At(i + 2);
  if (!IsHyphen(i + 1) || !IsGlued(At(i + 1)) || !IsGlued(letter) || !letter.capital || IsGlued(At(i + 3)))
    return false;
  const absl::string_view digits = At(i).text;
  if (letter.text == "k") return digits == "10" || digits == "8" || digits == "6" || digits == "11";
  return letter.text == "q" ? digits == "10" : letter.text == "f" && (digits == "20" || digits == "40");
}

void Finder::CheckNumber(size_t i) {
  if (const NonValue reason = GluedBefore(i); reason != NonValue::kNone) return Mark(i, EndOfGlued(i), reason);
  for (const Found& found : {GluedAfter(i), Chain(i)}) {
    if (found.reason != NonValue::kNone) return Mark(i, found.last, found.reason);
  }
  if (IsBill(i)) return Mark(i, i + 1, NonValue::kCode);
  if (IsDocket(i)) return Mark(i, i + 5, NonValue::kCode);
  if (IsFiling(i)) return Mark(i, i + 3, NonValue::kLabel);
  if (At(i).text.size() >= 4 && HasNonValueWord(stream_, i, NonValueWord::kIdentifierCue, 4)) {
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
