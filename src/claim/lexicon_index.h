#ifndef CROSSCHECK_CLAIM_LEXICON_INDEX_H_
#define CROSSCHECK_CLAIM_LEXICON_INDEX_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "rule/rule_set.h"

namespace crosscheck {

using LexiconId = uint16_t;
inline constexpr LexiconId kNoLexicon = 0xFFFF;

// A phrase of a lexicon found in a sentence: the words [first, last).
struct LexiconHit {
  LexiconId lexicon = kNoLexicon;
  uint16_t group = 0;  // index into Lexicon::groups
  uint32_t first = 0;
  uint32_t last = 0;
};

// The first of `hits` (sorted by first word) that could cover the word `at`: where to begin to look. Phrases of
// lexicons are at most kLongestPhrase words long.
inline constexpr uint32_t kLongestPhrase = 16;
std::vector<LexiconHit>::const_iterator FirstHitNear(const std::vector<LexiconHit>& hits, uint32_t at);

// All lexicons of a rule set, ready to be looked for in one pass over a sentence's words.
// Immutable, safe for concurrent use.
class LexiconIndex {
 public:
  explicit LexiconIndex(const RuleSet& rules);

  // kNoLexicon where no lexicon has the name.
  LexiconId Find(absl::string_view name) const;
  const std::string& GroupName(LexiconId lexicon, uint16_t group) const;
  // -1 where the lexicon has no such group.
  int FindGroup(LexiconId lexicon, absl::string_view group) const;

  // The longest phrase of each lexicon at each place; sorted by first word, then lexicon. `words` are folded.
  std::vector<LexiconHit> Scan(const std::vector<absl::string_view>& words) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    LexiconId lexicon;
    uint16_t group;
  };
  std::vector<const Lexicon*> lexicons_;
  std::vector<Phrase> phrases_;
  absl::flat_hash_map<std::string, std::vector<uint32_t>> by_first_word_;  // longest phrase first
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_LEXICON_INDEX_H_
