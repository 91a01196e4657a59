#include "value/currencies.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "value/number.h"
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

std::optional<CurrencyMatch> FindCurrencyBefore(const TokenStream& stream, size_t at) {
  std::optional<CurrencyMatch> out = Find(Tables().before, stream, at);
  if (!out || TokenAt(stream, at).kind != Token::Kind::kWord) return out;
  const Token& word = TokenAt(stream, at);
  if (at > 0 && IsGlued(word)) {
    // The "s" of "company's $5", the "b" of "2b $".
    const Token& before = stream.tokens[at - 1];
    if (before.kind != Token::Kind::kMark || before.text == "'") return std::nullopt;
  }
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

}  // namespace crosscheck
