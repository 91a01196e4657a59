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
  std::vector<DiffRun> runs;  // those that make the weight, in order
};

// Single words of a lexicon by lemma, with the group that they stand in. Empty where the rules have no such lexicon.
absl::flat_hash_map<std::string, std::string> WordGroups(const Analysis& analysis, absl::string_view lexicon);

// The stretch of words around `word` that one speaker says in one piece: the quotation that it stands in, else its
// sentence.
Quotation PieceAround(const Speech& speech, uint32_t passage, uint32_t word);

// Weighs the differences of two wordings. Reads the lexicons "quote-weight" (words whose group must be equal on both
// sides) and "quote-filler" (words that may come and go).
class QuoteWeigher {
 public:
  QuoteWeigher(const Analysis& analysis, const Speech& speech);
  QuoteChange Weigh(const QuotePair& pair) const;

 private:
  struct Left;  // a word that is on one side only
  std::vector<DiffRun> AllRuns(const QuotePair& pair) const;
  void Collect(const Passage& passage, uint32_t first, uint32_t last, size_t run, std::vector<Left>& left) const;
  bool IsWeighty(const Passage& passage, const Left& word) const;
  ChangeWeight WeighRun(const Passage& a, const Passage& b, const std::vector<Left>& left,
                        const std::vector<Left>& right, size_t run) const;

  const Speech& speech_;
  absl::flat_hash_map<std::string, std::string> groups_;
  absl::flat_hash_map<std::string, std::string> fillers_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_QUOTE_CHANGE_H_
