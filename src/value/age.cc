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

std::optional<Reading> ReadAgeDecade(const TokenStream& stream, size_t at) {
  const absl::string_view word = TokenAt(stream, at).text;
  if (word != "his" && word != "her" && word != "their" && word != "my" && word != "your" && word != "our")
    return std::nullopt;
  size_t i = at + 1;
  int from = 0;
  int to = 9;
  const absl::string_view part = TokenAt(stream, i).text;
  if (part == "early" || part == "mid" || part == "late") {
    from = part == "early" ? 0 : part == "mid" ? 4 : 7;
    to = part == "early" ? 3 : part == "mid" ? 6 : 9;
    ++i;
    if (IsGluedMark(stream, i, "-")) ++i;
  }
  const size_t first = i;
  if (IsGluedMark(stream, i, "'") || TokenAt(stream, i).text == "'") ++i;
  const Token& number = TokenAt(stream, i);
  static constexpr struct {
    absl::string_view word;
    int decade;
  } kDecades[] = {{"teens", 10},   {"twenties", 20},  {"thirties", 30}, {"forties", 40}, {"fifties", 50},
                  {"sixties", 60}, {"seventies", 70}, {"eighties", 80}, {"nineties", 90}};
  int decade = 0;
  size_t last = i + 1;
  if (number.kind == Token::Kind::kNumber && number.text.size() == 2 && number.text[1] == '0' &&
      number.text[0] >= '2' && IsGlued(TokenAt(stream, i + 1)) && TokenAt(stream, i + 1).text == "s") {
    decade = (number.text[0] - '0') * 10;
    last = i + 2;
  } else {
    for (const auto& row : kDecades) {
      if (row.word == number.text) decade = row.decade;
    }
  }
  if (decade == 0) return std::nullopt;
  if (decade == 10 && from == 0 && to == 9) from = 3;
  Reading out;
  out.value.kind = ValueKind::kAge;
  out.value.unit = "year";
  out.value.low = Exact(decade + from);
  out.value.high = Exact(decade + to);
  out.value.step = Exact(1);
  out.first = first;
  out.phrase_first = at;
  out.last = out.phrase_last = last;
  return out;
}

std::optional<Reading> ReadAppositiveAge(const TokenStream& stream, size_t at) {
  if (at < 2) return std::nullopt;
  const Token& figure = TokenAt(stream, at);
  const Token& comma = stream.tokens[at - 1];
  const bool bracket = comma.text == "(";
  if (figure.kind != Token::Kind::kNumber || figure.text.size() > 3 || figure.text[0] == '0') return std::nullopt;
  if (bracket ? !IsGluedMark(stream, at + 1, ")") : (comma.text != "," || !IsGlued(comma) || !figure.space_before)) {
    return std::nullopt;
  }
  size_t name = at - 2;
  if (stream.tokens[name].text == "." && name > 0) --name;  // "Smith Jr., 34"
  if (stream.tokens[name].text == "\"" && name > 0) --name;
  const Token& who = stream.tokens[name];
  const bool person = Persons().contains(who.text);
  if (!IsWord(who) || (!who.capital && !person) || NotNames().contains(who.text)) return std::nullopt;
  const bool full_name = person || (name > 0 && IsWord(stream.tokens[name - 1]) && stream.tokens[name - 1].capital &&
                                    !NotNames().contains(stream.tokens[name - 1].text));
  const Token& next = TokenAt(stream, at + 1);
  if (IsGlued(next) && next.kind == Token::Kind::kWord) return std::nullopt;
  const bool comma_after = next.text == "," && IsGlued(next) && !(TokenAt(stream, at + 2).kind == Token::Kind::kNumber);
  const bool ends = next.text.empty() ||
                    ((next.text == "." || next.text == ";" || next.text == ")") && IsGlued(next) &&
                     !(TokenAt(stream, at + 2).kind == Token::Kind::kNumber && IsGlued(TokenAt(stream, at + 2))));
  const bool goes_on = next.text == "and" || next.text == "of" || next.text == "from" || next.text == "was" ||
                       next.text == "has" || next.text == "who";
  if (bracket ? !full_name : !(comma_after || (full_name && (ends || goes_on)))) return std::nullopt;
  const std::optional<Exact> value = Exact::Parse(figure.text);
  if (!value || *value > kOldest || *value < Exact(1)) return std::nullopt;
  Reading out;
  out.value.kind = ValueKind::kAge;
  out.value.unit = "year";
  out.value.low = out.value.high = *value;
  out.value.step = Exact(1);
  out.first = out.phrase_first = at;
  out.last = out.phrase_last = at + 1;
  return out;
}

}  // namespace crosscheck
