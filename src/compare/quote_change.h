#ifndef CROSSCHECK_COMPARE_QUOTE_CHANGE_H_
#define CROSSCHECK_COMPARE_QUOTE_CHANGE_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "claim/analysis.h"
#include "compare/quote_pairs.h"
#include "compare/speech.h"

namespace crosscheck {

// How much two wordings of one quotation differ, from nothing to another sense.
enum class ChangeWeight : uint8_t {
  kNothing,
  kForm,      // function words, spelling, word order
  kDropped,   // one side has content words that the other leaves out without a mark
  kReplaced,  // other content words
  kSense,     // a negation, number, name, day, quantity or modal verb differs
};

struct QuoteChange {
  ChangeWeight weight = ChangeWeight::kNothing;
  bool in_place = false;      // some words stand where the other side has others, or a negation is on one side only
  std::vector<DiffRun> runs;  // those that make the weight, in order
};

// Single words of a lexicon by lemma, with the group that they stand in. Empty where the rules have no such lexicon.
absl::flat_hash_map<std::string, std::string> WordGroups(const Analysis& analysis, absl::string_view lexicon);

// The stretch of words around `word` that one speaker says in one piece: the quotation that it stands in, else its
// sentence.
Quotation PieceAround(const Speech& speech, uint32_t passage, uint32_t word);

// Weighs the differences of two wordings. Reads the lexicons "quote-weight" (words whose group must be equal on both
// sides; a group "pair/…" only where both sides have a word in that place) and "quote-filler" (words that may come and
// go).
class QuoteWeigher {
 public:
  QuoteWeigher(const Analysis& analysis, const Speech& speech);
  QuoteChange Weigh(const QuotePair& pair) const;

 private:
  struct Left;  // a word that is on one side only
  struct Rest;
  std::vector<DiffRun> AllRuns(const QuotePair& pair) const;
  void Collect(const Passage& passage, uint32_t first, uint32_t last, size_t run, std::vector<Left>& left) const;
  bool IsWeighty(const Passage& passage, const Left& word) const;
  Rest RestOf(const Passage& passage, const std::vector<Left>& words, size_t run) const;
  static void WeighRun(const DiffRun& run, const Rest& left, const Rest& right, QuoteChange& change);
  bool IsOneValue(const Passage& a, const Left& x, const Passage& b, const Left& y) const;
  const ValueMention* ValueAt(const Passage& passage, uint32_t at) const;

  const Analysis& analysis_;
  const Speech& speech_;
  absl::flat_hash_map<std::string, std::string> groups_;
  absl::flat_hash_map<std::string, std::string> fillers_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_QUOTE_CHANGE_H_
