#include "value/non_value_words.h"

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_split.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

struct WordsRow {
  NonValueWord role;
  absl::string_view words;
};

constexpr WordsRow kWords[] = {
#include "value/non_value_words.inc"
};

struct WordTable {
  WordFilter filter;
  absl::flat_hash_map<absl::string_view, uint8_t> roles;
};

const WordTable& Table() {
  static const auto* const kTable = [] {
    auto* made = new WordTable;
    for (const WordsRow& row : kWords) {
      for (const absl::string_view word : absl::StrSplit(row.words, '|')) {
        made->filter.Add(word);
        made->roles[word] |= static_cast<uint8_t>(row.role);
      }
    }
    return made;
  }();
  return *kTable;
}

}  // namespace

bool IsNonValueWord(NonValueWord role, absl::string_view folded) {
  const WordTable& table = Table();
  if (folded.empty() || !table.filter.MayHold(folded)) return false;
  const auto found = table.roles.find(folded);
  return found != table.roles.end() && (found->second & static_cast<uint8_t>(role)) != 0;
}

bool HasNonValueWord(const TokenStream& stream, size_t at, NonValueWord role, size_t reach) {
  for (size_t i = at; i-- > 0 && at - i <= reach;) {
    if (IsNonValueWord(role, stream.tokens[i].text)) return true;
  }
  return false;
}

}  // namespace crosscheck
