#include "value/units.h"

#include <deque>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "value/number.h"
#include "value/phrase_table.h"

namespace crosscheck {

namespace {

struct UnitRow {
  absl::string_view name;
  Dimension dimension;
  absl::string_view factor;
  absl::string_view symbols;
  absl::string_view words;
  absl::string_view prefixes;
};

constexpr UnitRow kUnits[] = {
#include "value/units.inc"
};

struct PrefixRow {
  char key;
  absl::string_view symbol;
  absl::string_view name;
  int exponent;
  bool capital;
};

// SI Brochure (9th ed., 2019), table 7.
constexpr PrefixRow kPrefixes[] = {
    {'n', "n", "nano", -9, false},  {'u', "µ|μ|u", "micro", -6, false}, {'m', "m", "milli", -3, false},
    {'c', "c", "centi", -2, false}, {'d', "d", "deci", -1, false},      {'h', "h", "hecto", 2, false},
    {'k', "k", "kilo", 3, false},   {'M', "m", "mega", 6, true},        {'G', "g", "giga", 9, true},
    {'T', "t", "tera", 12, true},   {'P', "p", "peta", 15, true},
};

struct Unit {
  std::string name;
  Dimension dimension;
  std::optional<Exact> factor;
};

struct UnitTables {
  std::deque<Unit> units;
  PhraseTable phrases;
  absl::flat_hash_map<absl::string_view, const Unit*> by_name;

  int Add(std::string name, Dimension dimension, std::optional<Exact> factor) {
    units.push_back({std::move(name), dimension, factor});
    by_name.emplace(units.back().name, &units.back());
    return static_cast<int>(units.size()) - 1;
  }
};

// The symbol of the unit itself, without the marks that narrow it: "_m" -> "m".
absl::string_view BareForm(absl::string_view form) {
  while (form.size() > 1 && absl::string_view("^_!?").find(form[0]) != absl::string_view::npos) form.remove_prefix(1);
  return form;
}

void AddPrefixed(const UnitRow& row, const PrefixRow& prefix, UnitTables& tables) {
  std::optional<Exact> factor = Exact::Parse(row.factor);
  if (factor) factor = factor->Times(*Exact::PowerOfTen(prefix.exponent));
  const int id = tables.Add(absl::StrCat(prefix.name, row.name), row.dimension, factor);
  for (absl::string_view word : absl::StrSplit(row.words, '|', absl::SkipEmpty())) {
    tables.phrases.Add(absl::StrCat(prefix.name, word), id);
  }
  const std::vector<absl::string_view> symbols = absl::StrSplit(row.symbols, '|', absl::SkipEmpty());
  if (symbols.empty()) return;
  const absl::string_view narrow = prefix.key == 'M' ? "^" : prefix.key == 'm' ? "_" : "";
  for (absl::string_view symbol : absl::StrSplit(prefix.symbol, '|')) {
    tables.phrases.Add(absl::StrCat(narrow, symbol, BareForm(symbols[0])), id);
  }
  // "40 kms", "250 mls": with a plural's s, where it makes no other unit.
  if ((row.name == "metre" && prefix.key == 'k') || (row.name == "litre" && prefix.key == 'm')) {
    tables.phrases.Add(absl::StrCat(prefix.symbol, BareForm(symbols[0]), "s"), id);
  }
}

const UnitTables& Tables() {
  static const auto* const kTables = [] {
    auto* tables = new UnitTables;
    for (const UnitRow& row : kUnits) {
      const int id =
          tables->Add(std::string(row.name.data(), row.name.size()), row.dimension, Exact::Parse(row.factor));
      tables->phrases.Add(row.symbols, id);
      tables->phrases.Add(row.words, id);
      for (const PrefixRow& prefix : kPrefixes) {
        if (row.prefixes.find(prefix.key) != absl::string_view::npos) AddPrefixed(row, prefix, *tables);
      }
    }
    return tables;
  }();
  return *kTables;
}

// "²", "^2", "2", "squared": the power written after a length. 0 where there is none.
int PowerAfter(const TokenStream& stream, size_t at, size_t& last) {
  const Token& token = TokenAt(stream, at);
  last = at + 1;
  if (IsGlued(token)) {
    if (token.text == "²") return 2;
    if (token.text == "³") return 3;
    if (token.text == "2" && !IsGluedMark(stream, at + 1, ".")) return 2;
    if (token.text == "3" && !IsGluedMark(stream, at + 1, ".")) return 3;
    if (token.text == "^" && (TokenAt(stream, at + 1).text == "2" || TokenAt(stream, at + 1).text == "3")) {
      last = at + 2;
      return TokenAt(stream, at + 1).text == "2" ? 2 : 3;
    }
  }
  if (token.text == "squared") return 2;
  if (token.text == "cubed") return 3;
  last = at;
  return 0;
}

void Raise(int power, UnitMatch& match) {
  if (match.dimension != Dimension::kLength || power < 2) return;
  match.name = absl::StrCat(power == 2 ? "square " : "cubic ", match.name);
  match.dimension = power == 2 ? Dimension::kArea : Dimension::kVolume;
}

std::optional<UnitMatch> FindOne(const TokenStream& stream, size_t at) {
  const UnitTables& tables = Tables();
  const Token& first = TokenAt(stream, at);
  int power = 0;
  size_t begin = at;
  if (first.kind == Token::Kind::kWord && (first.text == "square" || first.text == "cubic" || first.text == "sq")) {
    power = first.text == "cubic" ? 3 : 2;
    begin = at + 1;
    if (IsGluedMark(stream, begin, ".") || IsGluedMark(stream, begin, "-")) ++begin;
    const PhraseTable::Match base = tables.phrases.Find(stream, begin);
    if (base && tables.units[static_cast<size_t>(base.row)].dimension == Dimension::kLength) {
      UnitMatch out{tables.units[static_cast<size_t>(base.row)].name, Dimension::kLength, base.last};
      Raise(power, out);
      return out;
    }
    power = 0;
    begin = at;
  }
  const PhraseTable::Match found = tables.phrases.Find(stream, begin);
  if (!found) return std::nullopt;
  const Unit& unit = tables.units[static_cast<size_t>(found.row)];
  UnitMatch out{unit.name, unit.dimension, found.last};
  size_t last = 0;
  power = PowerAfter(stream, found.last, last);
  if (power > 0 && unit.dimension == Dimension::kLength) {
    Raise(power, out);
    out.last = last;
  }
  return out;
}

struct TimeRow {
  absl::string_view form;
  absl::string_view name;
};

// What may stand below the stroke of a rate.
constexpr TimeRow kTimes[] = {
    {"s", "second"},      {"sec", "second"}, {"second", "second"}, {"ms", "millisecond"},
    {"h", "hour"},        {"hr", "hour"},    {"hour", "hour"},     {"min", "minute"},
    {"minute", "minute"}, {"day", "day"},    {"d", "day"},         {"year", "year"},
    {"yr", "year"},       {"week", "week"},  {"month", "month"},   {"millisecond", "millisecond"}};

}  // namespace

std::vector<absl::string_view> UnitStarters() {
  std::vector<absl::string_view> out = Tables().phrases.Starters();
  for (absl::string_view power : {"square", "cubic", "sq"}) out.push_back(power);
  return out;
}

std::optional<UnitMatch> FindUnit(const TokenStream& stream, size_t at) {
  std::optional<UnitMatch> out = FindOne(stream, at);
  if (!out || !IsGluedMark(stream, out->last, "/")) return out;
  // "J/m^2", "cm/ms": a unit of its own, which converts to nothing.
  const size_t below = out->last + 1;
  if (!IsGlued(TokenAt(stream, below))) return out;
  for (const TimeRow& row : kTimes) {
    if (TokenAt(stream, below).text != row.form) continue;
    out->name = absl::StrCat(out->name, " per ", row.name);
    out->dimension = Dimension::kOther;
    out->last = below + 1;
    size_t last = 0;
    if (PowerAfter(stream, out->last, last) > 0) {
      out->name += " squared";
      out->last = last;
    }
    return out;
  }
  if (std::optional<UnitMatch> divisor = FindOne(stream, below)) {
    out->name = absl::StrCat(out->name, " per ", divisor->name);
    out->dimension = Dimension::kOther;
    out->last = divisor->last;
  }
  return out;
}

std::optional<UnitScale> FindUnitScale(absl::string_view name) {
  const UnitTables& tables = Tables();
  int power = 1;
  absl::string_view base = name;
  auto found = tables.by_name.find(base);
  if (found == tables.by_name.end()) {
    if (base.substr(0, 7) == "square ") {
      power = 2;
      base.remove_prefix(7);
    } else if (base.substr(0, 6) == "cubic ") {
      power = 3;
      base.remove_prefix(6);
    }
    found = tables.by_name.find(base);
    if (found == tables.by_name.end() || power == 1) return std::nullopt;
  }
  const Unit& unit = *found->second;
  if (!unit.factor) return std::nullopt;
  UnitScale out;
  out.dimension = power == 1 ? unit.dimension : power == 2 ? Dimension::kArea : Dimension::kVolume;
  out.factor = *unit.factor;
  for (int i = 1; i < power; ++i) {
    const auto next = out.factor.Times(*unit.factor);
    if (!next) return std::nullopt;
    out.factor = *next;
  }
  // Zero points: 0 °F is -160/9 °C, 0 K is -273.15 °C.
  if (name == "degree Fahrenheit") out.offset = *Exact::Ratio(-160, 9);
  if (name == "kelvin") out.offset = *Exact::Parse("-273.15");
  return out;
}

std::vector<std::string> UnitNames() {
  std::vector<std::string> names;
  for (const Unit& unit : Tables().units) names.push_back(unit.name);
  return names;
}

}  // namespace crosscheck
