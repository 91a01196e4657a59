#include "value/date_words.h"
#include "value/figure.h"
#include "value/number.h"
#include "value/readers.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

using Words = WordSet;

const Exact kOldest(122);  // nobody is known to have lived longer

// Persons that an age may follow without a name: "a woman, 34,".
const Words& Persons() {
  static const auto* const kWords =
      new Words{"man",     "woman",     "boy",        "girl",    "son",     "daughter", "father",  "mother",
                "husband", "wife",      "teenager",   "victim",  "suspect", "driver",   "student", "brother",
                "sister",  "passenger", "pedestrian", "cyclist", "jr",      "sr",       "ii",      "iii"};
  return *kWords;
}

const Words& NotNames() {
  static const auto* const kWords =
      new Words{"jan",    "feb",     "mar",       "apr",      "may",       "jun",      "jul",      "aug",
                "sep",    "sept",    "oct",       "nov",      "dec",       "january",  "february", "march",
                "april",  "june",    "july",      "august",   "september", "october",  "november", "december",
                "monday", "tuesday", "wednesday", "thursday", "friday",    "saturday", "sunday",   "spring",
                "summer", "autumn",  "winter",    "no",       "yes",       "in",       "on"};
  return *kWords;
}

}  // namespace

std::optional<Reading> ReadCuedAge(const TokenStream& stream, size_t at) {
  const absl::string_view cue = TokenAt(stream, at).text;
  size_t i = at + 1;
  if (cue == "age" && TokenAt(stream, i).text == "of") ++i;
  if ((cue == "age" || cue == "ages") && IsGluedMark(stream, i, "-")) return std::nullopt;
  if (cue != "aged" && cue != "age" && cue != "ages") return std::nullopt;
  Figure last_figure;
  std::optional<Reading> out = ReadFigure(stream, i, last_figure);
  if (!out) return std::nullopt;
  Value& value = out->value;
  const bool bare = value.kind == ValueKind::kNumber || value.kind == ValueKind::kScore;
  if (!bare && value.kind != ValueKind::kAge) {
    return std::nullopt;
  }
  if (!value.high || *value.high > kOldest || *value.low < Exact(0)) return std::nullopt;
  if (bare) {
    value.unit = "year";
    const absl::string_view unit = TokenAt(stream, out->last).text;
    if (unit == "months" || unit == "weeks" || unit == "days" || unit == "years" || unit == "month") {
      value.unit = std::string(unit.back() == 's' ? unit.substr(0, unit.size() - 1) : unit);
      ++out->last;
      out->phrase_last = out->last;
    }
  }
  value.kind = ValueKind::kAge;
  value.step = Exact(1);
  out->phrase_first = at;
  return out;
}

namespace {

struct YearsOfDecade {
  int from = 0;
  int to = 9;
};

// "early", "mid-", "late" at `at`, which moves past it.
YearsOfDecade ReadPartOfDecade(const TokenStream& stream, size_t& at) {
  static constexpr struct {
    absl::string_view word;
    YearsOfDecade years;
  } kParts[] = {{"early", {0, 3}}, {"mid", {4, 6}}, {"late", {7, 9}}};
  for (const auto& row : kParts) {
    if (row.word != TokenAt(stream, at).text) continue;
    ++at;
    if (IsGluedMark(stream, at, "-")) ++at;
    return row.years;
  }
  return {};
}

// "60s" or "sixties" at `at`, which moves past it; 0 where there is no decade.
int ReadDecade(const TokenStream& stream, size_t& at) {
  static constexpr struct {
    absl::string_view word;
    int decade;
  } kDecades[] = {{"teens", 10},   {"twenties", 20},  {"thirties", 30}, {"forties", 40}, {"fifties", 50},
                  {"sixties", 60}, {"seventies", 70}, {"eighties", 80}, {"nineties", 90}};
  const Token& first = TokenAt(stream, at);
  if (first.kind == Token::Kind::kNumber) {
    const bool round = first.text.size() == 2 && first.text[1] == '0' && first.text[0] >= '2';
    if (!round || !IsGlued(TokenAt(stream, at + 1)) || TokenAt(stream, at + 1).text != "s") return 0;
    at += 2;
    return (first.text[0] - '0') * 10;
  }
  for (const auto& row : kDecades) {
    if (row.word != first.text) continue;
    ++at;
    return row.decade;
  }
  return 0;
}

Reading MakeAge(const Exact& from, const Exact& to, size_t first, size_t last) {
  Reading out;
  out.value.kind = ValueKind::kAge;
  out.value.unit = "year";
  out.value.low = from;
  out.value.high = to;
  out.value.step = Exact(1);
  out.first = out.phrase_first = first;
  out.last = out.phrase_last = last;
  return out;
}

}  // namespace

std::optional<Reading> ReadAgeDecade(const TokenStream& stream, size_t at) {
  static const auto* const kOwners = new Words{"his", "her", "their", "my", "your", "our"};
  if (!kOwners->contains(TokenAt(stream, at).text)) return std::nullopt;
  size_t i = at + 1;
  YearsOfDecade years = ReadPartOfDecade(stream, i);
  const size_t first = i;
  if (TokenAt(stream, i).text == "'") ++i;
  const int decade = ReadDecade(stream, i);
  if (decade == 0) return std::nullopt;
  if (decade == 10 && years.from == 0 && years.to == 9) years.from = 3;  // thirteen to nineteen
  Reading out = MakeAge(Exact(decade + years.from), Exact(decade + years.to), first, i);
  out.phrase_first = at;
  return out;
}

namespace {

// The name or person that an age stands after, its last token at `at`: "Ann Lee", "Smith Jr.", "a man".
enum class Person : uint8_t { kNone, kOneName, kFullName };

Person FindPersonBefore(const TokenStream& stream, size_t at) {
  if (stream.tokens[at].text == "." && at > 0) --at;  // "Smith Jr., 34"
  if (stream.tokens[at].text == "\"" && at > 0) --at;
  const Token& who = stream.tokens[at];
  if (!IsWord(who) || NotNames().contains(who.text)) return Person::kNone;
  if (Persons().contains(who.text)) return Person::kFullName;
  if (!who.capital) return Person::kNone;
  if (at == 0) return Person::kOneName;
  const Token& first = stream.tokens[at - 1];
  return IsWord(first) && first.capital && !NotNames().contains(first.text) ? Person::kFullName : Person::kOneName;
}

// What follows an age between commas: a comma; or, after a full name, the end or a verb.
bool EndsApposition(const TokenStream& stream, size_t at, bool full_name) {
  static const auto* const kWords = new Words{"and", "of", "from", "was", "has", "who"};
  const Token& next = TokenAt(stream, at);
  const bool number = TokenAt(stream, at + 1).kind == Token::Kind::kNumber;
  if (next.text == "," && IsGlued(next)) return !number;
  if (!full_name) return false;
  if (next.text.empty() || kWords->contains(next.text)) return true;
  const bool mark = next.text == "." || next.text == ";" || next.text == ")";
  return mark && IsGlued(next) && !(number && IsGlued(TokenAt(stream, at + 1)));
}

}  // namespace

std::optional<Reading> ReadAppositiveAge(const TokenStream& stream, size_t at) {
  if (at < 2) return std::nullopt;
  const Token& figure = TokenAt(stream, at);
  const Token& mark = stream.tokens[at - 1];
  if (figure.kind != Token::Kind::kNumber || figure.text.size() > 3 || figure.text[0] == '0') return std::nullopt;
  const bool bracket = mark.text == "(" && IsGluedMark(stream, at + 1, ")");
  const bool comma = mark.text == "," && IsGlued(mark) && figure.space_before;
  if (!bracket && !comma) return std::nullopt;
  const Person who = FindPersonBefore(stream, at - 2);
  const Token& next = TokenAt(stream, at + 1);
  if (who == Person::kNone || (IsGlued(next) && IsWord(next))) return std::nullopt;
  const bool full_name = who == Person::kFullName;
  if (bracket ? !full_name : !EndsApposition(stream, at + 1, full_name)) return std::nullopt;
  const std::optional<Exact> value = Exact::Parse(figure.text);
  if (!value || *value > kOldest || *value < Exact(1)) return std::nullopt;
  return MakeAge(*value, *value, at, at + 1);
}

}  // namespace crosscheck
