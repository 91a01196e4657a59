#ifndef CROSSCHECK_COMPARE_LIKENESS_H_
#define CROSSCHECK_COMPARE_LIKENESS_H_

#include <string>
#include <utility>
#include <vector>

#include "claim/analysis.h"

namespace crosscheck {

// How alike what stands around two values is, cue by cue, each in [0, 1]; a cue that one side lacks is negative.
struct Likeness {
  double context = -1;   // cosine of the weighted context words
  double head = -1;      // the counted or measured noun
  double entities = -1;  // names in the sentence
  double sentence = -1;  // shared words of the whole sentences
  double Total() const;  // weighted over the cues that both sides have
};
Likeness MeasureLikeness(const Analysis& analysis, const ValueMention& a, const ValueMention& b);

// Words with weights, sorted by word, as Frame::context has them.
using WordWeights = std::vector<std::pair<WordId, float>>;
// Cosine of two of them, each word weighed by Analysis::Weight too; -1 where one is empty.
double ContextCosine(const Analysis& analysis, const WordWeights& a, const WordWeights& b);

// Why two values cannot answer one question, whatever their likeness ("killed against hurt"); "" where nothing forbids
// it.
std::string Veto(const Analysis& analysis, const ValueMention& a, const ValueMention& b);

// The cues in words: what the two share, and what not. For `explain`.
std::string LikenessWords(const Analysis& analysis, const ValueMention& a, const ValueMention& b);

const Sentence& SentenceOf(const Analysis& analysis, const ValueMention& value);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_LIKENESS_H_
