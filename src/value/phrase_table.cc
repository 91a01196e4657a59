#include "value/phrase_table.h"

#include <algorithm>

#include "absl/strings/str_split.h"
#include "value/number.h"

namespace crosscheck {

void PhraseTable::Add(absl::string_view forms, int row) {
  for (absl::string_view form : absl::StrSplit(forms, '|', absl::SkipEmpty())) {
    Entry entry;
    entry.row = row;
    while (!form.empty() && absl::string_view("^_!?").find(form[0]) != absl::string_view::npos && form.size() > 1) {
      entry.capital = entry.capital || form[0] == '^';
      entry.lower = entry.lower || form[0] == '_';
      entry.glued = entry.glued || form[0] == '!';
      entry.at_end = entry.at_end || form[0] == '?';
      form.remove_prefix(1);
    }
    TokenStream stream;
    Tokenize(form, stream);
    for (const Token& token : stream.tokens) {
      text_.emplace_back(token.text.data(), token.text.size());
      entry.tokens.emplace_back(text_.back());
    }
    filter_.Add(entry.tokens.front());
    std::vector<Entry>& entries = by_first_[entry.tokens.front()];
    const auto shorter = std::find_if(entries.begin(), entries.end(), [&entry](const Entry& other) {
      return other.tokens.size() < entry.tokens.size();
    });
    entries.insert(shorter, std::move(entry));
  }
}

std::vector<absl::string_view> PhraseTable::Starters() const {
  std::vector<absl::string_view> out;
  for (const auto& [first, entries] : by_first_) out.push_back(first);
  return out;
}

size_t PhraseTable::MatchAt(const TokenStream& stream, size_t at, const Entry& entry) {
  const Token& first = TokenAt(stream, at);
  if (entry.capital && !first.capital) return 0;
  if (entry.lower && first.capital) return 0;
  if (entry.glued && first.space_before) return 0;
  size_t i = at + 1;
  for (size_t k = 1; k < entry.tokens.size(); ++k, ++i) {
    const Token* token = &TokenAt(stream, i);
    if (token->text == "-" && token->text != entry.tokens[k] && IsGlued(*token)) token = &TokenAt(stream, ++i);
    if (token->text != entry.tokens[k]) return 0;
  }
  if (entry.at_end) {
    const Token& next = TokenAt(stream, i);
    if (next.kind != Token::Kind::kMark) return 0;
  }
  return i;
}

PhraseTable::Match PhraseTable::Find(const TokenStream& stream, size_t at) const {
  const Token& first = TokenAt(stream, at);
  if (first.text.empty() || !filter_.MayHold(first.text)) return {};
  const auto found = by_first_.find(first.text);
  if (found == by_first_.end()) return {};
  for (const Entry& entry : found->second) {
    if (const size_t last = MatchAt(stream, at, entry)) return {entry.row, last};
  }
  return {};
}

}  // namespace crosscheck
