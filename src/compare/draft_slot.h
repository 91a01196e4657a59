#ifndef CROSSCHECK_COMPARE_DRAFT_SLOT_H_
#define CROSSCHECK_COMPARE_DRAFT_SLOT_H_

#include <optional>

#include "claim/analysis.h"

namespace crosscheck {

// What a source's value says of the question that a value of the draft answers.
enum class Answer : uint8_t {
  kNone,     // another question, as far as can be told
  kSame,     // the same answer to the same question
  kAnother,  // another answer to it
};

// Days of which a thing has one, held against each other alone: that somebody was born or died ("was born in 1930"
// against "(born 28 March 1940)" or "(20 February 1894 – 29 December 1986)"), and when what went on began ("began in
// September" against "from January to August"). kNone unless both are that, of one thing.
Answer CompareOneDay(const Analysis& analysis, const ValueMention& draft, const ValueMention& source);

// How surely the two answer one question by the words of their sentences, in [0, 2]; 0 where they do not. They do where
// the source's sentence says the greater part of what the draft's says, but for its names and figures, of the same
// thing, nothing narrows one of them, and the source does not list values. For a verdict on a figure that no source
// states; a finding asks for more. The two may agree.
double AnswerLikeness(const Analysis& analysis, const ValueMention& draft, const ValueMention& source);

// One count of two things that are told alike: "the story of four soldiers" against "the story of four cats".
bool CountsOtherwise(const Analysis& analysis, const ValueMention& draft, const ValueMention& source);

// Where a sentence of a source says that there is none of what a count of the draft counts, in words that are for the
// greater part the draft's: "no sons" of "two daughters and no sons".
std::optional<TextSpan> DeniesAny(const Analysis& analysis, const ValueMention& draft, const Sentence& sentence);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_DRAFT_SLOT_H_
