#ifndef CROSSCHECK_COMPARE_QUOTE_CUT_H_
#define CROSSCHECK_COMPARE_QUOTE_CUT_H_

#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "claim/analysis.h"
#include "compare/quote_pairs.h"
#include "compare/speech.h"

namespace crosscheck {

// A quotation that stops before, or starts after, the words that turn its sense.
struct QuoteCut {
  bool a_was_cut = false;        // side a is the short one
  uint32_t passage = 0;          // of the whole wording
  uint32_t first = 0, last = 0;  // the words left out that matter, with the next few: "unless the board agrees"
  uint32_t beside = 0;           // the word of the cut side at the cut
};

// Finds cuts at "if", "unless", "provided" after a quotation, and at a denial or a condition before it. Reads the
// lexicon "quote-turns" (groups condition and denial).
class QuoteCutFinder {
 public:
  QuoteCutFinder(const Analysis& analysis, const Speech& speech);
  std::optional<QuoteCut> Find(const QuotePair& pair) const;

 private:
  struct Side;
  std::optional<QuoteCut> Between(const Side& whole, const Side& cut) const;
  bool Turns(const Side& side, uint32_t word, bool condition_only) const;
  bool SaysOutside(const Side& cut, uint32_t word) const;

  const Analysis& analysis_;
  const Speech& speech_;
  absl::flat_hash_map<std::string, std::string> turns_;
  LexiconId lexicon_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_QUOTE_CUT_H_
