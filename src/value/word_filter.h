#ifndef CROSSCHECK_VALUE_WORD_FILTER_H_
#define CROSSCHECK_VALUE_WORD_FILTER_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace crosscheck {

// Which words a table may hold, by their first two bytes and their length: most words of a text are in no table, and
// one look into these bits says so without hashing them.
class WordFilter {
 public:
  void Add(absl::string_view word) { bits_.set(Key(word)); }
  // False: `word` was never added. REQUIRES: not empty.
  bool MayHold(absl::string_view word) const { return bits_.test(Key(word)); }

 private:
  static size_t Key(absl::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    const auto second = static_cast<unsigned char>(word.size() > 1 ? word[1] : 0);
    return ((first & 31U) << 8U) | ((second & 31U) << 3U) | (word.size() & 7U);
  }
  std::bitset<1U << 13U> bits_;  // a kilobyte: many tables stay in the cache together
};

// The same with more bits and by the last byte too: for one big table that every word of a text is held to.
class WordBits {
 public:
  void Add(absl::string_view word) { bits_.set(Key(word)); }
  // False: `word` was never added. REQUIRES: not empty.
  bool MayHold(absl::string_view word) const { return bits_.test(Key(word)); }

 private:
  static size_t Key(absl::string_view word) {
    const auto byte = [&](size_t i) { return static_cast<uint32_t>(static_cast<unsigned char>(word[i])); };
    const uint32_t mixed = byte(0) | byte(word.size() / 2) << 8U | byte(word.size() - 1) << 16U |
                           static_cast<uint32_t>(word.size()) << 24U;
    return (mixed * 0x9E3779B1U) >> 16U;
  }
  std::bitset<1U << 16U> bits_;
};

// A set of words that says no without hashing.
class WordSet {
 public:
  WordSet(std::initializer_list<absl::string_view> words) : WordSet(absl::MakeConstSpan(words.begin(), words.size())) {}
  explicit WordSet(absl::Span<const absl::string_view> words) : words_(words.begin(), words.end()) {
    for (absl::string_view word : words) filter_.Add(word);
  }
  bool contains(absl::string_view word) const {
    return !word.empty() && filter_.MayHold(word) && words_.contains(word);
  }

 private:
  WordFilter filter_;
  absl::flat_hash_set<absl::string_view> words_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_WORD_FILTER_H_
