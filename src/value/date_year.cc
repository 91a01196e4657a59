#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "value/date_readers.h"
#include "value/word_filter.h"

namespace crosscheck {
namespace {

using Form = DatePhrase::Form;

// Two digits that may be the last of a year.
std::optional<int> TwoDigitsAt(const TokenView& tokens, size_t at) {
  int value = 0;
  if (!tokens.IsNumber(at) || tokens.Text(at).size() != 2 || !absl::SimpleAtoi(tokens.Text(at), &value))
    return std::nullopt;
  return value;
}

// What stands before four digits and makes a year of them.
enum class YearCue : uint8_t {
  kNone,
  kIn,     // in, since, during: hardly ever before a count
  kBy,     // by, until, of, from: before a count too, if that is of something
  kOwner,  // the, its: "the 2016 election"
  kWord    // founded, born
};

YearCue FindYearCue(absl::string_view word) {
  static const auto* const cues = [] {
    auto* made = new absl::flat_hash_map<absl::string_view, YearCue>();
    for (const char* w : {"in", "since", "during", "late", "early", "mid", "circa"}) (*made)[w] = YearCue::kIn;
    for (const char* w :
         {"by", "until", "till", "before", "after", "of", "from", "through", "for", "between", "around"}) {
      (*made)[w] = YearCue::kBy;
    }
    for (const char* w : {"the", "a", "his", "her", "its", "their", "this"}) (*made)[w] = YearCue::kOwner;
    for (const char* w : {"founded", "born", "built", "established"}) (*made)[w] = YearCue::kWord;
    return made;
  }();
  const auto found = cues->find(word);
  return found == cues->end() ? YearCue::kNone : found->second;
}

// A further year of a list: "2019 and 2020", "in 2018, 2019 or 2020", "but not 1998".
bool IsListedYear(const TokenView& tokens, size_t at) {
  const absl::string_view before = tokens.Before(at);
  const bool joins =
      before == "or" || before == "and" || before == "vs" || before == "versus" || before == "," || before == "but";
  const bool excepts = before == "not" && tokens.Before(at, 2) == "but";
  if (!joins && !excepts) return false;
  size_t back = excepts ? 3 : 2;
  if (before != "," && tokens.Before(at, back) == ",") ++back;
  if (at < back || !tokens.IsNumber(at - back) || tokens.Text(at - back).size() != 4) return false;
  const absl::string_view lead = tokens.Before(at, back + 1);
  return FindYearCue(lead) == YearCue::kIn || FindYearCue(lead) == YearCue::kBy || lead == ",";
}

// "(2016 film)", "(1998 TV series)": what tells works of one name apart.
bool IsWorkOfAYear(const TokenView& tokens, size_t at) {
  static const auto* const works =
      new WordSet{"film",   "movie",  "album",    "song",  "single", "novel", "book",  "play",   "game",
                  "series", "season", "election", "event", "tv",     "video", "opera", "musical"};
  return works->contains(tokens.Text(at)) && !tokens.IsCapital(at);
}

// "Rio 2016 Olympic tournament", "the Euro 2012 edition": what is held once in a few years.
bool IsEventOfAYear(const TokenView& tokens, size_t at) {
  static const auto* const events = new WordSet{"olympic",      "olympics", "paralympic", "paralympics", "commonwealth",
                                                "championship", "season",   "edition",    "election",    "festival"};
  return events->contains(tokens.Text(at));
}

// "2008 was the year when": a year is what is spoken of.
bool IsYearItself(const TokenView& tokens, size_t at) {
  const absl::string_view verb = tokens.Text(at + 1);
  return (verb == "was" || verb == "is" || verb == "were") && tokens.Is(at + 2, "the") && tokens.Is(at + 3, "year");
}

bool IsPlacedYear(const TokenView& tokens, size_t at, int year) {
  const bool modern = year >= 1700 && year < 2100;
  const bool counted = IsCountedNoun(tokens, at + 1);
  const absl::string_view before = tokens.Before(at);
  const absl::string_view second = tokens.Before(at, 2);
  switch (FindYearCue(before)) {
    case YearCue::kIn:
      return !counted || (modern && (before != "in" || year % 100 != 0));
    case YearCue::kBy:
      return modern && !counted && year >= 1900;
    case YearCue::kOwner:
      return modern && year >= 1800 && tokens.IsWord(at + 1) && !counted && !IsFunctionWord(tokens.Text(at + 1));
    case YearCue::kWord:
      return modern;
    case YearCue::kNone:
      break;
  }
  if (!modern || counted) return false;
  if (before == "(") return tokens.Is(at + 1, ")") || IsWorkOfAYear(tokens, at + 1);
  if (year >= 1900 && (IsYearItself(tokens, at) || IsEventOfAYear(tokens, at + 1))) return true;
  if (before == "to") return second == "back" || second == "prior";  // "dates back to 1865"
  if (before == "least") return second == "at" && tokens.Before(at, 3) == "since";
  if (before == "than") return second == "later" || second == "earlier";
  if (tokens.Is(at + 1, "or") && tokens.Is(at + 2, "later")) return true;
  return year >= 1900 && IsListedYear(tokens, at);
}

std::optional<IntRead> ReadYearInWords(const TokenView& tokens, size_t at, bool cued) {
  const absl::string_view before = tokens.Before(at);
  std::optional<IntRead> year = ReadYearWords(tokens, at);
  const bool placed = before == "in" || before == "of" || before == "since" || cued;
  if (!year || !placed || year->value > 2100) return std::nullopt;
  if (!tokens.EndsClause(year->last) && !IsFunctionWord(tokens.Text(year->last))) return std::nullopt;
  return year;
}

std::optional<IntRead> ReadYearInDigits(const TokenView& tokens, size_t at, bool cued) {
  std::optional<IntRead> year = ReadYearDigits(tokens, at);
  if (!year || IsOtherNumber(tokens, at + 1)) return std::nullopt;
  const absl::string_view before = tokens.Before(at);
  const bool freed = cued || before == "(" || before == "-" || before == "'" || before == "\"";
  if (tokens.IsGlued(at) && at > 0 && !freed) return std::nullopt;
  const bool to_digits = tokens.Is(at + 1, "-") && tokens.IsNumber(at + 2) && !cued;
  if (tokens.IsGlued(at + 1) && (tokens.IsWord(at + 1) || to_digits)) return std::nullopt;
  if (cued ? IsCountedNoun(tokens, at + 1) : !IsPlacedYear(tokens, at, year->value)) return std::nullopt;
  return year;
}

// Words between a date and its year, and whether that is a fiscal one.
struct YearLead {
  size_t last = 0;
  bool comma = false;
  bool of = false;
  bool fiscal = false;
};

YearLead ReadYearLead(const TokenView& tokens, size_t at) {
  YearLead lead{at};
  lead.comma = tokens.Is(lead.last, ",");
  if (lead.comma) ++lead.last;
  lead.of = tokens.Is(lead.last, "of") || tokens.Is(lead.last, "in");
  if (lead.of) ++lead.last;
  lead.fiscal = tokens.Is(lead.last, "fiscal") || tokens.Is(lead.last, "fy");
  if (lead.fiscal) lead.last += tokens.Is(lead.last + 1, "year") ? 2 : 1;
  return lead;
}

// "last year", "this year", "next year" of the document's day.
std::optional<YearSuffix> ReadRelativeYear(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  if (!context.day || !tokens.Is(at + 1, "year")) return std::nullopt;
  const auto year = static_cast<int>(context.day->year());
  if (tokens.Is(at, "last")) return YearSuffix{year - 1, at + 2, false, true};
  if (tokens.Is(at, "this")) return YearSuffix{year, at + 2, false, true};
  if (tokens.Is(at, "next")) return YearSuffix{year + 1, at + 2, false, true};
  return std::nullopt;
}

// "'87"; "82" at the end of a clause; "88 AD".
std::optional<YearSuffix> ReadShortYear(const TokenView& tokens, size_t at, bool comma) {
  if (tokens.Is(at, "'")) {
    const std::optional<int> digits = TwoDigitsAt(tokens, at + 1);
    return digits ? std::optional<YearSuffix>({YearOfTwoDigits(*digits), at + 2}) : std::nullopt;
  }
  const std::optional<int> digits = TwoDigitsAt(tokens, at);
  if (!digits) return std::nullopt;
  if (tokens.Is(at + 1, "ad") && tokens.IsCapital(at + 1)) return YearSuffix{*digits, at + 2};
  const bool ends = tokens.IsEnd(at + 1) || tokens.Is(at + 1, ".") || tokens.Is(at + 1, ")");
  if (comma || !ends || IsOtherNumber(tokens, at + 1)) return std::nullopt;
  return YearSuffix{YearOfTwoDigits(*digits), at + 1};
}

// "the year 247", "year two hundred and sixty-seven"; after "year" and at the end of a clause only.
std::optional<IntRead> ReadEarlyYear(const TokenView& tokens, size_t at) {
  std::optional<IntRead> year = ReadCount(tokens, at);
  if (!year || year->vague || year->value < 100 || year->value > 999 || !tokens.EndsClause(year->last))
    return std::nullopt;
  if (tokens.Is(year->last, "%") || tokens.Is(year->last, "-")) return std::nullopt;
  return year;
}

bool IsOwner(absl::string_view word) {
  return word == "his" || word == "her" || word == "their" || word == "my" || word == "your" || word == "our";
}

// The "s" of "1990s" and "1990's"; 0 where none is glued to the figure.
size_t DecadePlural(const TokenView& tokens, size_t at) {
  const size_t next = tokens.Is(at + 1, "'") && tokens.IsGlued(at + 1) ? at + 2 : at + 1;
  return tokens.Is(next, "s") && tokens.IsGlued(next) ? next : 0;
}

// "1990s", "90s": the first year of the decade; nullopt where it is none.
std::optional<int> DecadeOfDigits(const TokenView& tokens, size_t at, bool apostrophe) {
  int value = 0;
  const size_t plural = DecadePlural(tokens, at);
  if (!tokens.IsNumber(at) || plural == 0 || !absl::SimpleAtoi(tokens.Text(at), &value) || value % 10 != 0) {
    return std::nullopt;
  }
  if (tokens.Text(at).size() == 4) return value >= 1000 && value < 3000 ? std::optional<int>(value) : std::nullopt;
  const absl::string_view before = tokens.Before(at);
  const absl::string_view third = tokens.Before(at, 3);
  const bool weather = third == "temperatures" || third == "highs" || third == "lows";
  const bool placed = apostrophe || before == "the" || before == "late" || before == "early" || before == "-";
  if (tokens.Text(at).size() != 2 || !placed || weather) return std::nullopt;
  return value >= 30 ? 1900 + value : 2000 + value;
}

// "the nineties", "the two thousands", "the nineteen-sixties", "the twenty-tens".
std::optional<IntRead> DecadeOfWords(const TokenView& tokens, size_t at) {
  if (const std::optional<int> decade = FindDecadeWord(tokens.Text(at))) {
    const absl::string_view before = tokens.Before(at);
    const bool placed = before == "the" || before == "late" || before == "early" || before == "-";
    return placed ? std::optional<IntRead>({1900 + *decade, at + 1}) : std::nullopt;
  }
  if (tokens.Is(at, "two") && tokens.Is(at + 1, "thousands")) return IntRead{2000, at + 2};
  const std::optional<int> century = FindCardinalWord(tokens.Text(at));
  if (!century || *century < 15 || *century > 20) return std::nullopt;
  const size_t second = tokens.Is(at + 1, "-") ? at + 2 : at + 1;
  if (tokens.Is(second, "tens")) return IntRead{*century * 100 + 10, second + 1};
  const std::optional<int> decade = FindDecadeWord(tokens.Text(second));
  return decade ? std::optional<IntRead>({*century * 100 + *decade, second + 1}) : std::nullopt;
}

}  // namespace

void SetYear(DatePhrase& phrase, const YearSuffix& suffix) {
  phrase.parts.year = static_cast<int16_t>(suffix.year);
  phrase.parts.relative = suffix.relative;
  phrase.fiscal = phrase.fiscal || suffix.fiscal;
  phrase.last = suffix.last;
}

bool IsOtherNumber(const TokenView& tokens, size_t last) {
  if (tokens.Is(last, "%") || tokens.Is(last, "percent") || tokens.Is(last, "million") || tokens.Is(last, "billion")) {
    return true;
  }
  const bool joins = tokens.Is(last, ".") || tokens.Is(last, ",") || tokens.Is(last, ":");
  return joins && tokens.IsGlued(last) && tokens.IsNumber(last + 1) && tokens.IsGlued(last + 1) &&
         tokens.Text(last + 1).size() != 4;
}

// "in 2019", "the 2016 election", "since 2008", "(2019)", "year 2008". Four digits alone are a count.
std::optional<DatePhrase> ReadBareYear(const TokenView& tokens, size_t at, bool cued) {
  std::optional<IntRead> year;
  if (tokens.Is(at, "year")) {
    year = ReadYearDigits(tokens, at + 1);
    if (!year) year = ReadEarlyYear(tokens, at + 1);
    if (year && IsCountedNoun(tokens, year->last)) return std::nullopt;
  } else {
    year = tokens.IsNumber(at) ? ReadYearInDigits(tokens, at, cued) : ReadYearInWords(tokens, at, cued);
  }
  if (!year) return std::nullopt;
  DatePhrase phrase = MakePhrase(Form::kCalendar, Granularity::kYear, at, year->last);
  phrase.parts.year = static_cast<int16_t>(year->value);
  return phrase;
}

// "fiscal 2025", "FY26", "fiscal year 2025", "calendar year 2008"; "fiscal" quarters are PartOfYear's.
std::optional<DatePhrase> ReadFiscalYear(const TokenView& tokens, size_t at) {
  size_t next = at;
  DatePhrase phrase = MakePhrase(Form::kCalendar, Granularity::kYear, at, at);
  const bool school = tokens.Is(next, "school") || tokens.Is(next, "academic") || tokens.Is(next, "sy");
  if (school || tokens.Is(next, "fiscal") || tokens.Is(next, "financial") || tokens.Is(next, "fy")) {
    phrase.fiscal = true;
    phrase.school = school;
  } else if (!tokens.Is(next, "calendar") && !tokens.Is(next, "cy")) {
    return std::nullopt;
  }
  const bool code = tokens.Is(next, "fy") || tokens.Is(next, "cy") || tokens.Is(next, "sy");
  ++next;
  const bool says_year = !code && tokens.Is(next, "year");
  if (says_year) ++next;
  if (school && !code && !says_year) return std::nullopt;
  if (code && tokens.Is(next, "'")) ++next;
  if (const std::optional<IntRead> year = ReadYearDigits(tokens, next)) {
    phrase.parts.year = static_cast<int16_t>(year->value);
    phrase.last = year->last;
    const bool spans = (tokens.Is(year->last, "-") || tokens.Is(year->last, "/")) && tokens.IsGlued(year->last + 1) &&
                       tokens.IsNumber(year->last + 1) && tokens.Text(year->last + 1).size() == 2;
    if (spans) phrase.last = year->last + 2;
    return phrase;
  }
  int value = 0;
  if (code && tokens.IsNumber(next) && tokens.Text(next).size() == 2 && absl::SimpleAtoi(tokens.Text(next), &value)) {
    phrase.parts.year = static_cast<int16_t>(YearOfTwoDigits(value));
    phrase.last = next + 1;
    return phrase;
  }
  if (!says_year || !phrase.fiscal || school) return std::nullopt;
  phrase.last = next;
  return phrase;
}

// The 1990s, '90s, the nineties, the two thousands; "in his 60s" is an age.
std::optional<DatePhrase> ReadDecade(const TokenView& tokens, size_t at) {
  if (IsOwner(tokens.Before(at))) return std::nullopt;
  const bool apostrophe = tokens.Is(at, "'") && tokens.IsGlued(at + 1);
  const size_t first = apostrophe ? at + 1 : at;
  std::optional<IntRead> decade;
  if (const std::optional<int> digits = DecadeOfDigits(tokens, first, apostrophe)) {
    decade = IntRead{*digits, DecadePlural(tokens, first) + 1};
  } else {
    decade = DecadeOfWords(tokens, first);
  }
  if (!decade) return std::nullopt;
  const int start = decade->value;
  const bool century = start % 100 == 0 && start != 2000 && tokens.IsNumber(first);  // "the 1800s"
  DatePhrase phrase =
      MakePhrase(Form::kFixed, century ? Granularity::kCentury : Granularity::kDecade, at, decade->last);
  phrase.fixed = YearsFrom(start, century ? 100 : 10);
  phrase.parts.year = static_cast<int16_t>(start);
  return phrase;
}

// "21st century", "nineteenth-century". By usage the 20th century is the 1900s; the year 2000 is not argued about.
std::optional<DatePhrase> ReadCentury(const TokenView& tokens, size_t at) {
  const std::optional<IntRead> ordinal = ReadOrdinal(tokens, at);
  if (!ordinal || ordinal->value < 1 || ordinal->value > 29) return std::nullopt;
  const size_t next = tokens.Is(ordinal->last, "-") ? ordinal->last + 1 : ordinal->last;
  if (!tokens.Is(next, "century")) return std::nullopt;
  DatePhrase phrase = MakePhrase(Form::kFixed, Granularity::kCentury, at, next + 1);
  phrase.fixed = YearsFrom((ordinal->value - 1) * 100, 100);
  phrase.parts.year = static_cast<int16_t>((ordinal->value - 1) * 100);
  return phrase;
}

std::optional<YearSuffix> ReadYearSuffix(const DateContext& context, size_t at, bool two_digits) {
  const TokenView& tokens = context.tokens;
  const YearLead lead = ReadYearLead(tokens, at);
  const size_t next = lead.last;
  if (const std::optional<IntRead> year = ReadYearDigits(tokens, next)) {
    if (IsOtherNumber(tokens, year->last) || IsCountedNoun(tokens, year->last)) return std::nullopt;
    const bool capital = tokens.IsCapital(year->last);
    // The Buddhist era of Thailand is 543 years ahead.
    if (capital && tokens.Is(year->last, "be") && year->value > 2400)
      return YearSuffix{year->value - 543, year->last + 1};
    const bool era = capital && tokens.Is(year->last, "ad");
    return YearSuffix{year->value, era ? year->last + 1 : year->last, lead.fiscal, false};
  }
  if (lead.fiscal) {
    const std::optional<int> digits = TwoDigitsAt(tokens, next);
    return digits ? std::optional<YearSuffix>({YearOfTwoDigits(*digits), next + 1, true}) : std::nullopt;
  }
  if (std::optional<YearSuffix> relative = ReadRelativeYear(context, next)) return relative;
  if (lead.comma && lead.of) return std::nullopt;
  if (two_digits) {
    if (std::optional<YearSuffix> short_year = ReadShortYear(tokens, next, lead.comma)) return short_year;
  }
  const std::optional<IntRead> words = ReadYearWords(tokens, next);
  if (!words) return std::nullopt;
  const bool ends =
      tokens.EndsClause(words->last) || IsFunctionWord(tokens.Text(words->last)) || !tokens.IsWord(words->last);
  if (!ends && words->value != 2000) return std::nullopt;
  return YearSuffix{words->value, words->last};
}

}  // namespace crosscheck
