#ifndef CROSSCHECK_COMPARE_SPEAKERS_H_
#define CROSSCHECK_COMPARE_SPEAKERS_H_

#include <string>
#include <utility>
#include <vector>

#include "claim/analysis.h"
#include "compare/speech.h"

namespace crosscheck {

// Who is said to say a stretch of words, and where the text says so.
struct Speaker {
  std::vector<uint32_t> entities;  // the person, then the others that are named beside the quotation
  std::string label;               // the label of a transcript's turn, folded, without what follows a comma
  uint32_t sentence = 0;           // where the name stands, index into DocumentAnalysis::sentences
  TextSpan mention;                // the name with the verb of saying, in the segment's text; empty for a label
  bool known() const { return !entities.empty() || !label.empty(); }
};

// The speaker of words [first, last) of a passage: the person with a verb of saying after the quotation, else before
// it, or the label of the turn. Unknown where the text has a pronoun, an organisation or nobody.
Speaker SpeakerOf(const Analysis& analysis, const Passage& passage, uint32_t first, uint32_t last);

// Whether two known speakers cannot be one person: no name in common, not even the last.
bool AreDifferent(const Analysis& analysis, const Speaker& a, const Speaker& b);

// The sentences, as (index into Analysis::documents, index into DocumentAnalysis::sentences), that have a quotation
// which another document gives to another speaker. Sorted.
std::vector<std::pair<uint32_t, uint32_t>> SentencesOfTwoSpeakers(const Analysis& analysis);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_SPEAKERS_H_
