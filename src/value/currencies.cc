#include "value/currencies.h"

#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "value/number.h"
#include "value/number_words.h"
#include "value/phrase_table.h"

namespace crosscheck {

namespace {

struct CurrencyRow {
  absl::string_view code;
  absl::string_view before;
  absl::string_view after;
  absl::string_view minor_code;
  absl::string_view minor;
};

constexpr CurrencyRow kCurrencies[] = {
#include "value/currencies.inc"
};

constexpr int kMinor = 1000;     // added to a row's number: the form is of its hundredth
constexpr int kMillions = 2000;  // "MUSD"

struct CurrencyTables {
  PhraseTable before;
  PhraseTable after;
};

bool IsCode(absl::string_view code) { return absl::ascii_isupper(static_cast<unsigned char>(code[0])); }

const CurrencyTables& Tables() {
  static const auto* const kTables = [] {
    auto* tables = new CurrencyTables;
    int id = 0;
    for (const CurrencyRow& row : kCurrencies) {
      tables->before.Add(row.before, id);
      tables->after.Add(row.after, id);
      tables->after.Add(row.minor, kMinor + id);
      if (IsCode(row.code)) tables->after.Add(absl::StrCat("m", absl::AsciiStrToLower(row.code)), kMillions + id);
      ++id;
    }
    return tables;
  }();
  return *kTables;
}

std::optional<CurrencyMatch> Find(const PhraseTable& table, const TokenStream& stream, size_t at) {
  const PhraseTable::Match found = table.Find(stream, at);
  if (!found) return std::nullopt;
  CurrencyMatch out;
  const CurrencyRow& row = kCurrencies[found.row % kMinor];
  out.code = row.code;
  out.last = found.last;
  out.symbol = TokenAt(stream, found.last - 1).kind == Token::Kind::kMark;
  out.minor = found.row >= kMinor && found.row < kMillions;
  if (out.minor) out.code = row.minor_code;
  if (found.row >= kMillions) out.power = 6;
  return out;
}

}  // namespace

namespace {

// Whether a figure with a scale or grouped digits is glued to what is before `at`: "N3.9 billion", "N45,000"; no "N95".
bool IsGluedSum(const TokenStream& stream, size_t at) {
  const auto digits = [&stream](size_t i) {
    return TokenAt(stream, i).kind == Token::Kind::kNumber && IsGlued(TokenAt(stream, i));
  };
  if (!digits(at)) return false;
  size_t i = at + 1;
  for (; (IsGluedMark(stream, i, ",") || IsGluedMark(stream, i, ".")) && digits(i + 1); i += 2) {
    if (TokenAt(stream, i).text == "," && TokenAt(stream, i + 1).text.size() == 3) return true;
  }
  const NumberWord* scale = FindNumberWord(TokenAt(stream, i).text);
  constexpr int kMillion = 6;  // power of ten
  return scale != nullptr && scale->value >= kMillion &&
         (scale->kind == NumberWord::Kind::kScale || scale->kind == NumberWord::Kind::kLetterScale);
}

}  // namespace

std::optional<CurrencyMatch> FindCurrencyBefore(const TokenStream& stream, size_t at) {
  std::optional<CurrencyMatch> out = Find(Tables().before, stream, at);
  if (!out || TokenAt(stream, at).kind != Token::Kind::kWord) return out;
  const Token& word = TokenAt(stream, at);
  if (at > 0 && IsGlued(word)) {
    // The "s" of "company's $5", the "b" of "2b $".
    const Token& before = stream.tokens[at - 1];
    if (before.kind != Token::Kind::kMark || before.text == "'") return std::nullopt;
  }
  if (word.text == "n" && !IsGluedSum(stream, at + 1)) return std::nullopt;
  // "A$5" but not "a $5 fee"; "c $ 5" in tokenised text.
  if (out->last == at + 2 && word.text.size() == 1) {
    const Token& symbol = TokenAt(stream, at + 1);
    const bool tokenised = word.text == "c" && symbol.space_before && TokenAt(stream, at + 2).space_before;
    if (!tokenised && (symbol.space_before || !word.capital)) return std::nullopt;
  }
  return out;
}

std::vector<absl::string_view> CurrencyStarters() { return Tables().before.Starters(); }

std::optional<CurrencyMatch> FindCurrencyAfter(const TokenStream& stream, size_t at) {
  return Find(Tables().after, stream, at);
}

bool FindMinorUnit(absl::string_view code, absl::string_view& major) {
  if (code.size() != 3 || code[2] != 'X') return false;
  for (const CurrencyRow& row : kCurrencies) {
    if (row.minor_code == code) {
      major = row.code;
      return true;
    }
  }
  return false;
}

absl::string_view MinorCode(absl::string_view major) {
  for (const CurrencyRow& row : kCurrencies) {
    if (row.code == major) return row.minor_code;
  }
  return "";
}

namespace {

const CurrencyRow* RowOf(absl::string_view code) {
  for (const CurrencyRow& row : kCurrencies) {
    if (row.code == code) return &row;
  }
  return nullptr;
}

absl::string_view LastWord(absl::string_view form) { return form.substr(form.rfind(' ') + 1); }

// "crowns" for the row of "czech crowns": whether one of a country's forms ends in one of the words of several
// countries.
bool Names(const CurrencyRow& word_alone, const CurrencyRow& row) {
  const std::vector<absl::string_view> words = absl::StrSplit(word_alone.after, '|');
  for (const absl::string_view form : absl::StrSplit(row.after, '|')) {
    if (absl::c_linear_search(words, LastWord(form))) return true;
  }
  return false;
}

}  // namespace

bool ShareCurrencyWord(absl::string_view a, absl::string_view b) {
  const CurrencyRow* row_a = RowOf(a);
  const CurrencyRow* row_b = RowOf(b);
  if (row_a == nullptr || row_b == nullptr) return false;
  if (absl::ascii_islower(a[0])) return Names(*row_a, *row_b);
  if (absl::ascii_islower(b[0])) return Names(*row_b, *row_a);
  // The last word of a row's first form behind a figure: "us dollars", "swiss francs".
  const auto word_of = [](const CurrencyRow& row) { return LastWord(row.after.substr(0, row.after.find('|'))); };
  return word_of(*row_a) == word_of(*row_b);
}

}  // namespace crosscheck
