#ifndef CROSSCHECK_MATCH_VOCABULARY_H_
#define CROSSCHECK_MATCH_VOCABULARY_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "rule/rule_set.h"

namespace crosscheck {

// An atom is something that a segment has or has not, and that is cheap to look for: a word, or an item that some slot
// could hold. Patterns are found by the atoms they need.
using Atom = uint32_t;
inline constexpr Atom kNoAtom = UINT32_MAX;

// The characters that a slot can hold: sorted ranges, both ends included.
using CharSet = std::vector<std::pair<char32_t, char32_t>>;

// The characters of items, and the atoms, of one rule set.
class Vocabulary {
 public:
  explicit Vocabulary(const RuleSet& rules);

  // The characters that stand for `name`, a type, an entity's id or an entity's type; empty where it is none of them.
  CharSet CharsOf(absl::string_view name) const;
  // The character of an item whose type is no built-in one; kOtherNameChar where the rules do not know it.
  char32_t CharOfOther(absl::string_view type) const;

  Atom AddWord(absl::string_view word);
  Atom FindWord(absl::string_view word) const;  // kNoAtom where no pattern has it
  Atom AddCharSet(const CharSet& set);
  // The atoms of the character sets that hold `c`; valid after Seal().
  const std::vector<Atom>& AtomsOfChar(char32_t c) const;
  void Seal();

  size_t atom_count() const { return count_; }
  bool IsWord(Atom atom) const { return words_by_atom_.contains(atom); }
  size_t WordSize(Atom atom) const;

 private:
  absl::flat_hash_map<std::string, char32_t> other_chars_;  // by entity id and by entity type
  absl::flat_hash_map<std::string, CharSet> chars_;         // by name of a slot's type
  absl::flat_hash_map<std::string, Atom> words_;
  absl::flat_hash_map<Atom, size_t> words_by_atom_;  // and the word's size
  std::map<CharSet, Atom> char_sets_;
  absl::flat_hash_map<char32_t, std::vector<Atom>> atoms_of_char_;
  std::vector<Atom> none_;
  Atom count_ = 0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_MATCH_VOCABULARY_H_
