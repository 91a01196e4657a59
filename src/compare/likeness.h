#ifndef CROSSCHECK_COMPARE_LIKENESS_H_
#define CROSSCHECK_COMPARE_LIKENESS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "claim/analysis.h"
#include "compare/clause.h"

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

// What likeness asks of one value, made once for a value that is held against many.
struct Surroundings {
  const ValueMention* value = nullptr;
  const Sentence* text = nullptr;  // its sentence
  std::vector<WordId> sentence;    // the senses of its sentence, as ContentSenses gives them
  double sentence_weight = 0;      // their summed weight
  double context_length = 0;       // the sum of the squares of what the words of Frame::context weigh
  // Set by AddKin:
  KinWords sentence_kin;  // of `sentence`
  KinWords context_kin;   // of Frame::context
};
Surroundings SurroundingsOf(const Analysis& analysis, const ValueMention& value);
void AddKin(const Analysis& analysis, Surroundings& surroundings);
Likeness MeasureLikeness(const Analysis& analysis, const Surroundings& a, const Surroundings& b);

// Whether the two wordings can both be true, as AgreementOf has it; quick where they are far apart.
bool Agree(const ValueMention& a, const ValueMention& b);

// Words with weights, sorted by word, as Frame::context has them.
using WordWeights = std::vector<std::pair<WordId, float>>;
// Cosine of two of them, each word weighed by Analysis::Weight too; -1 where one is empty.
double ContextCosine(const Analysis& analysis, const WordWeights& a, const WordWeights& b);

// Why two values cannot answer one question, whatever their likeness ("killed against hurt"); "" where nothing forbids
// it.
std::string Veto(const Analysis& analysis, const ValueMention& a, const ValueMention& b);

// The cues in words: what the two share, and what not. For `explain`.
std::string LikenessWords(const Analysis& analysis, const ValueMention& a, const ValueMention& b);

// "alike", "much alike", "alike in part": how alike what stands around two values is, by how far it is above what makes
// them answer one question. For reports.
absl::string_view AlikeWords(double above);

// The document and the sentence that a value stands in.
const DocumentAnalysis& DocumentOf(const Analysis& analysis, const ValueMention& value);
const Sentence& SentenceOf(const Analysis& analysis, const ValueMention& value);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_LIKENESS_H_
