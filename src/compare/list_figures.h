#ifndef CROSSCHECK_COMPARE_LIST_FIGURES_H_
#define CROSSCHECK_COMPARE_LIST_FIGURES_H_

#include <initializer_list>
#include <vector>

#include "claim/analysis.h"
#include "compare/figures.h"

// What the checks of lists ask of the figures and words of one sentence.
namespace crosscheck {

// The figures of one sentence in order of place, ends of ranges left out.
std::vector<const TextFigure*> FiguresInSentence(const std::vector<TextFigure>& figures, uint32_t sentence);

// A positive whole number without a hedge.
bool IsWholeCount(const TextFigure& figure);

// A figure in a list of parts: a count or an amount without a hedge.
bool IsPart(const TextFigure& figure);

// Whether one of `words` stands among the words [first, last).
bool HasWord(const Sentence& sentence, uint32_t first, uint32_t last, std::initializer_list<absl::string_view> words);

// Whether a phrase of a lexicon begins among the words [first, last).
bool HasPhrase(const Sentence& sentence, LexiconId lexicon, uint32_t first, uint32_t last);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_LIST_FIGURES_H_
