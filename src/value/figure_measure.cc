// Measures: units, pounds of weight, feet and inches; ages; percent and points.
#include "value/figure_parts.h"
#include "value/number_words.h"
#include "value/readers.h"
#include "value/units.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

bool TakePoints(const TokenStream& stream, size_t at, Figure& figure) {
  const Token& first = TokenAt(stream, at);
  size_t next = at + 1;
  if (IsGluedMark(stream, next, "-")) ++next;
  const absl::string_view second = TokenAt(stream, next).text;
  const bool points = second == "points" || second == "point" || second == "pts";
  if ((first.text == "percentage" || first.text == "percent" || first.text == "%" || first.text == "pct") && points) {
    SetKind(ValueKind::kPoints, "percentage point", next + 1, figure);
    return true;
  }
  if ((first.text == "basis" && points) || first.text == "bps" || first.text == "bp") {
    // A basis point is a hundredth of a percentage point.
    const auto value = figure.value.DividedBy(Exact(100));
    const auto step = figure.step.DividedBy(Exact(100));
    if (!value || !step) return false;
    figure.value = *value;
    figure.step = *step;
    SetKind(ValueKind::kPoints, "percentage point", first.text == "basis" ? next + 1 : at + 1, figure);
    return true;
  }
  if (first.text == "pp" || first.text == "ppt" || first.text == "ppts") {
    SetKind(ValueKind::kPoints, "percentage point", at + 1, figure);
    return true;
  }
  return false;
}

absl::string_view AgeUnit(absl::string_view word) {
  if (word == "year" || word == "years" || word == "yr" || word == "yrs") return "year";
  if (word == "month" || word == "months") return "month";
  if (word == "week" || word == "weeks") return "week";
  if (word == "day" || word == "days") return "day";
  return "";
}

// Words near "pounds" that make them a weight. A sum of money is the press's first reading.
bool SpeaksOfWeight(const TokenStream& stream, size_t first, size_t after) {
  static const auto* const kWeight =
      new WordSet{"weigh",      "weighs", "weighed", "weighing", "weight", "heavy", "heavier",   "lighter",
                  "overweight", "baby",   "ounces",  "ounce",    "thrust", "fish",  "bodyweight"};
  for (size_t i = first; i-- > 0 && first - i <= 8;) {
    if (stream.tokens[i].text == ".") break;
    if (kWeight->contains(stream.tokens[i].text)) return true;
  }
  for (size_t i = after; i < after + 4; ++i) {
    if (kWeight->contains(TokenAt(stream, i).text)) return true;
  }
  return false;
}

// "six pounds of meat" is a weight; "six pounds of public money" and millions of pounds of anything are money.
bool IsStuff(const TokenStream& stream, size_t of, const Figure& figure) {
  static const auto* const kMoney = new WordSet{
      "damage",    "debt",     "debts",  "aid",      "money",      "cash",    "savings",  "public",       "government",
      "taxpayers", "taxpayer", "cuts",   "spending", "investment", "funding", "sales",    "income",       "revenue",
      "value",     "credit",   "losses", "loss",     "profit",     "profits", "tax",      "taxes",        "funds",
      "fines",     "support",  "state",  "business", "trade",      "assets",  "benefits", "compensation", "council",
      "bonuses",   "the",      "their",  "his",      "her",        "its",     "our",      "my",           "your",
      "pay",       "rent",     "work",   "stolen",   "lost",       "unpaid",  "extra",    "additional",   "new"};
  if (TokenAt(stream, of).text != "of" || figure.scale > Exact(1000)) return false;
  const Token& what = TokenAt(stream, of + 1);
  return IsWord(what) && !what.capital && !kMoney->contains(what.text) && !EndsNounPhrase(what.text);
}

struct Smaller {
  absl::string_view whole;
  absl::string_view part;
  int64_t parts;
};

constexpr Smaller kSmaller[] = {{"foot", "inch", 12}, {"pound", "ounce", 16}, {"stone", "pound", 14}};

// Of such a figure "st" makes an ordinal, of any other a weight in stone.
bool EndsInOne(const Exact& value) { return value.numerator() % 10 == 1 && value.numerator() % 100 != 11; }

// A lower-case word that looks like a plural: what a bare "m" before it counts.
bool LooksPlural(const Token& token) {
  if (!IsWord(token) || token.text.size() < 3) return false;
  const absl::string_view t = token.text;
  return (t.back() == 's' && t[t.size() - 2] != 's' && t[t.size() - 2] != 'u' && t[t.size() - 2] != 'i') ||
         t == "people" || t == "men" || t == "women" || t == "children" || t == "police";
}

// The "2" of "6-foot-2", a person's height: hyphens join it to the feet and nothing to what follows.
bool IsBareInches(const TokenStream& stream, const Figure& feet, const NumberScan& inches) {
  if (!IsGluedMark(stream, feet.last, "-") || !IsGlued(TokenAt(stream, feet.last + 1))) return false;
  if (TokenAt(stream, feet.last - 2).text != "-" || !inches.value.is_integer()) return false;
  const Token& after = TokenAt(stream, inches.last);
  return !IsGlued(after) || (after.kind == Token::Kind::kMark && after.text != "-" && after.text != "%");
}

}  // namespace

bool TakePercent(const TokenStream& stream, Figure& figure) {
  const size_t at = SkipHyphen(stream, figure.last);
  if (TakePoints(stream, at, figure)) return true;
  const Token& first = TokenAt(stream, at);
  size_t last = 0;
  if (first.text == "%" || first.text == "percent" || first.text == "pct" || first.text == "percents" ||
      (first.text == "pc" && IsGlued(first)) || first.text == "percentage") {
    last = at + 1;
  } else if (first.text == "per") {
    const size_t cent = SkipHyphen(stream, at + 1);  // "a 25-per-cent slice"
    if (TokenAt(stream, cent).text != "cent" && TokenAt(stream, cent).text != "cents") return false;
    last = cent + 1;
  } else {
    return false;
  }
  SetKind(ValueKind::kPercent, "percent", last, figure);
  return true;
}

bool TakeAge(const TokenStream& stream, Figure& figure) {
  size_t at = figure.last;
  if (IsGluedMark(stream, at, "-")) ++at;
  const absl::string_view word = TokenAt(stream, at).text;
  if (word == "yo" || (word == "y" && TokenAt(stream, at + 1).text == "/" && TokenAt(stream, at + 2).text == "o")) {
    SetKind(ValueKind::kAge, "year", word == "yo" ? at + 1 : at + 3, figure);
    return true;
  }
  const absl::string_view unit = AgeUnit(word);
  if (unit.empty()) return false;
  size_t next = at + 1;
  if (TokenAt(stream, next).text == "-") ++next;
  const absl::string_view old = TokenAt(stream, next).text;
  if (old == "old" || old == "olds") {
    SetKind(ValueKind::kAge, unit, next + 1, figure);
    return true;
  }
  if (old == "of" && TokenAt(stream, next + 1).text == "age") {
    SetKind(ValueKind::kAge, unit, next + 2, figure);
    return true;
  }
  return false;
}

// "a 5-pound fish", "weighs 200 pounds": mass.
bool TakePounds(const TokenStream& stream, Figure& figure) {
  const size_t at = SkipHyphen(stream, figure.last);
  const absl::string_view word = TokenAt(stream, at).text;
  if (word != "pound" && word != "pounds" && word != "pounder") return false;
  if (const std::optional<UnitMatch> pressure = FindUnit(stream, at)) {  // "30 pounds per square inch"
    SetKind(ValueKind::kQuantity, pressure->name, pressure->last, figure);
    return true;
  }
  const bool joined = at != figure.last || (word == "pound" && figure.value > Exact(1));
  if (!joined && !IsStuff(stream, at + 1, figure) && !SpeaksOfWeight(stream, figure.first, at + 1)) return false;
  SetKind(ValueKind::kQuantity, "pound", at + 1, figure);
  return true;
}

void TakeSmallerUnit(const TokenStream& stream, Figure& figure) {
  size_t at = figure.last;
  const absl::string_view joint = TokenAt(stream, at).text;
  if (joint == "and" || joint == "," || joint == "-") ++at;
  for (const Smaller& row : kSmaller) {
    if (row.whole != figure.unit) continue;
    const std::optional<NumberScan> part = ScanNumber(stream, at, NumberPlace::kPlain);
    if (!part || part->value >= Exact(row.parts)) return;
    const size_t unit_at = SkipHyphen(stream, part->last);
    std::optional<UnitMatch> unit = FindUnit(stream, unit_at);
    const absl::string_view word = TokenAt(stream, unit_at).text;
    if (!unit && (word == "pounds" || word == "pound")) unit = UnitMatch{"pound", Dimension::kMass, unit_at + 1};
    if (!unit && row.whole == "foot" && word == "in") unit = UnitMatch{"inch", Dimension::kLength, unit_at + 1};
    const bool height = !unit && joint == "-" && row.whole == "foot" && IsBareInches(stream, figure, *part);
    if (!height && (!unit || unit->name != row.part)) return;
    const auto add = part->value.DividedBy(Exact(row.parts));
    const auto sum = add ? figure.value.Plus(*add) : std::nullopt;
    if (!sum) return;
    figure.value = *sum;
    figure.step = *Exact::Ratio(1, row.parts);
    figure.last = height ? part->last : unit->last;
    return;
  }
}

bool TakeUnit(const TokenStream& stream, Figure& figure) {
  if (TakePounds(stream, figure)) {
    TakeSmallerUnit(stream, figure);
    return true;
  }
  size_t at = SkipHyphen(stream, figure.last);
  if (figure.fraction_only) {  // "three-quarters of a mile", "half a mile"
    if (TokenAt(stream, at).text == "of") ++at;
    if (at != figure.last || TokenAt(stream, at).text == "a" || TokenAt(stream, at).text == "an") {
      const absl::string_view article = TokenAt(stream, at).text;
      if (article != "a" && article != "an") return false;
      ++at;
    }
  }
  std::optional<UnitMatch> unit = FindUnit(stream, at);
  if (!unit) return false;
  const Token& symbol = TokenAt(stream, at);
  if (symbol.text == "in" && IsGluedMark(stream, unit->last, "-")) return false;                  // "1-in-100-year"
  if (symbol.text == "st" && figure.value.is_integer() && EndsInOne(figure.value)) return false;  // "21st" is a rank
  if (unit->name == "metre" && symbol.text == "m" && LooksPlural(TokenAt(stream, unit->last))) {
    Scale(*Exact::PowerOfTen(6), figure);  // "5m people"
    figure.last = unit->last;
    return false;
  }
  if (IsWord(symbol) && symbol.text.size() == 1 && IsGluedMark(stream, unit->last, "-")) return false;  // "5 L-shaped"
  SetKind(ValueKind::kQuantity, unit->name, unit->last, figure);
  TakeSmallerUnit(stream, figure);
  return true;
}

namespace {

// The inches after feet of `digits`: "6'2\"".
bool TakeFeetAndInches(const TokenStream& stream, Figure& figure) {
  const Token& inches = TokenAt(stream, figure.last + 1);
  if (inches.kind != Token::Kind::kNumber || inches.space_before || inches.text.size() > 2) return false;
  if (figure.whole_digits != 1 || !IsGluedMark(stream, figure.last + 2, "\"")) return false;
  const std::optional<Exact> count = Exact::Parse(inches.text);
  if (!count || *count > Exact(11)) return false;
  const auto part = count->DividedBy(Exact(12));
  const auto sum = part ? figure.value.Plus(*part) : std::nullopt;
  if (!sum) return false;
  figure.value = *sum;
  figure.step = *Exact::Ratio(1, 12);
  SetKind(ValueKind::kQuantity, "foot", figure.last + 3, figure);
  return true;
}

// A straight quotation mark that measures and closes no speech: no other stands before it, and what follows is measured
// ("a 9\" pipe", "(150\")") or nothing at all, as in a title.
bool IsInchMark(const TokenStream& stream, size_t at) {
  const Token& mark = TokenAt(stream, at);
  if (mark.text != "\"" || !IsGlued(mark) || mark.end - mark.begin != 1) return false;
  for (size_t i = 0; i < at; ++i) {
    if (stream.tokens[i].text == "\"") return false;
  }
  const Token& next = TokenAt(stream, at + 1);
  if (IsWord(next)) return next.space_before && !next.capital && !EndsNounPhrase(next.text);
  return at + 1 >= stream.tokens.size() || (next.text == ")" && IsGlued(next));
}

}  // namespace

bool TakeFeetMarks(const TokenStream& stream, Figure& figure) {
  if (!figure.digits) return false;
  const bool quote = IsGluedMark(stream, figure.last, "'");
  if (quote && TakeFeetAndInches(stream, figure)) return true;
  const bool two = quote && IsGluedMark(stream, figure.last + 1, "'");
  if (!two && !IsInchMark(stream, figure.last)) return false;
  SetKind(ValueKind::kQuantity, "inch", figure.last + (two ? 2 : 1), figure);
  return true;
}

// "half a mile", "a quarter of a percentage point", "half-litre": a fraction of one unit. Half of anything else is a
// number of its own (count.cc).
std::optional<Figure> ScanFractionOfUnit(const TokenStream& stream, size_t at) {
  const absl::string_view word = TokenAt(stream, at).text;
  const NumberWord* row = FindNumberWord(word);
  const bool part = row != nullptr && row->kind == NumberWord::Kind::kOrdinal && row->value > 2 &&
                    TokenAt(stream, at + 1).text == "of";  // "tenths of", "a tenth of" without its article
  if (!part && word != "half" && word != "quarter" && word != "a" && word != "one" && word != "three") {
    return std::nullopt;
  }
  Figure out;
  out.first = at;
  out.fraction_only = true;
  if (word == "quarter" || part) {
    out.value = *Exact::Ratio(1, part ? row->value : 4);
    out.last = at + 1;
  } else {
    const std::optional<NumberScan> words = ScanFractionWords(stream, at);
    if (!words) return std::nullopt;
    Take(*words, out);
  }
  size_t i = out.last;
  if (TokenAt(stream, i).text == "of") ++i;
  if (TokenAt(stream, i).text == "a" || TokenAt(stream, i).text == "an") ++i;
  Figure unit = out;
  unit.last = i;
  unit.fraction_only = false;
  if (TakePercent(stream, unit) || (i != out.last && TakeUnit(stream, unit))) return unit;
  // "half-litre", "quarter mile": joined, so that "quarter metres" of a race stays out.
  const bool joined = word != "a" || IsGluedMark(stream, i, "-");
  return joined && i == out.last && TakeUnit(stream, unit) ? std::optional<Figure>(unit) : std::nullopt;
}

// "a half-point cut", "quarter-point rise": of interest rates, in percentage points.
std::optional<Figure> ScanPartOfPoint(const TokenStream& stream, size_t at) {
  const size_t part = TokenAt(stream, at).text == "a" ? at + 1 : at;
  const absl::string_view word = TokenAt(stream, part).text;
  if (word != "half" && word != "quarter") return std::nullopt;
  size_t i = part + 1;
  if (IsGluedMark(stream, i, "-")) ++i;
  if (TokenAt(stream, i).text != "point") return std::nullopt;
  static const auto* const kMoves =
      new WordSet{"cut",  "cuts",  "hike", "hikes",     "increase", "rise",      "reduction",
                  "move", "moves", "rate", "increases", "easing",   "reductions"};
  if (!kMoves->contains(TokenAt(stream, i + 1).text)) return std::nullopt;
  Figure out;
  out.first = at;
  out.value = *Exact::Ratio(1, word == "half" ? 2 : 4);
  SetKind(ValueKind::kPoints, "percentage point", i + 1, out);
  return out;
}

}  // namespace crosscheck
