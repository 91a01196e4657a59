#ifndef CROSSCHECK_COMPARE_SPEECH_H_
#define CROSSCHECK_COMPARE_SPEECH_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "claim/analysis.h"
#include "compare/word_diff.h"

// What the documents put into somebody's mouth: quotations, turns of a transcript, and the plain text that a quotation
// may have been taken from, as runs of words that can be laid beside each other.
namespace crosscheck {

// Where a spoken word stands. A contraction ("don't") gives two spoken words at one place.
struct SpokenWord {
  uint32_t sentence = 0;  // index into DocumentAnalysis::sentences
  uint32_t word = 0;      // index into Sentence::words
  WordId sense = 0;
  bool number = false;
  bool name = false;
};

// Words [first, last) of a passage between one pair of quotation marks.
struct Quotation {
  uint32_t passage = 0;
  uint32_t first = 0, last = 0;
};

enum class PassageKind : uint8_t {
  kQuoted,  // the quotations of a block, one after the other, or a block quotation
  kSpoken,  // a turn of a transcript
  kPlain    // sentences without a quotation
};

// What one block has of one kind. `words` and `diff` run side by side.
struct Passage {
  uint32_t document = 0;  // index into Analysis::documents
  PassageKind kind = PassageKind::kPlain;
  Zone zone = Zone::kParagraph;
  std::vector<SpokenWord> words;
  std::vector<DiffWord> diff;
};

struct Speech {
  std::vector<Passage> passages;      // in order of document and place
  std::vector<Quotation> quotations;  // of five words and more, in that order
  std::vector<std::string> texts;     // by DiffWord::key: the lemma, "not" for "n't"
};

// `min_words` is the least length of a quotation that counts as one.
Speech ReadSpeech(const Analysis& analysis, uint32_t min_words);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_SPEECH_H_
