#ifndef CROSSCHECK_VALUE_PHRASE_TABLE_H_
#define CROSSCHECK_VALUE_PHRASE_TABLE_H_

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "value/token.h"
#include "value/word_filter.h"

namespace crosscheck {

// Phrases of a few tokens, looked up where they begin: "us $", "square metres", "more than". Built once from a table;
// afterwards read-only and safe to share.
class PhraseTable {
 public:
  // Adds every form of `forms` ("metre|metres|_m") under `row`. A form is folded words and marks with single spaces
  // where the text must not be glued ("us $" also reads "us$"). Marks in front of a form narrow it:
  // "^" its first letter must be a capital in the text, "_" must not be, "!" it must be glued to what is before,
  // "?" it stands at the end of a phrase only (before a mark, the end, or a glued hyphen).
  void Add(absl::string_view forms, int row);

  struct Match {
    int row = -1;
    size_t last = 0;  // one past the last token
    explicit operator bool() const { return row >= 0; }
  };
  // The first token of every phrase, in no order.
  std::vector<absl::string_view> Starters() const;
  // The longest phrase at token `at`. Between two words a hyphen may stand for the space.
  Match Find(const TokenStream& stream, size_t at) const;

 private:
  struct Entry {
    std::vector<absl::string_view> tokens;
    int row = -1;
    bool capital = false;
    bool lower = false;
    bool glued = false;
    bool at_end = false;
  };
  static size_t MatchAt(const TokenStream& stream, size_t at, const Entry& entry);

  std::deque<std::string> text_;
  WordFilter filter_;
  absl::flat_hash_map<absl::string_view, std::vector<Entry>> by_first_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_PHRASE_TABLE_H_
