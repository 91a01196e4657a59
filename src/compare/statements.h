#ifndef CROSSCHECK_COMPARE_STATEMENTS_H_
#define CROSSCHECK_COMPARE_STATEMENTS_H_

#include <cstdint>
#include <vector>

#include "claim/analysis.h"
#include "compare/people.h"
#include "compare/relation.h"
#include "compare/sayings.h"
#include "rule/rule_set.h"

namespace crosscheck {

// What somebody says in one sentence, quoted or reported.
struct Statement {
  uint32_t document = 0;  // index into Analysis::documents
  uint32_t sentence = 0;
  uint32_t speaker = kNoSpeaker;           // canonical entity
  uint32_t said_first = 0, said_last = 0;  // words of the name with its verb
  uint32_t name_sentence = 0;              // where these stand
  std::vector<uint32_t> words;             // of the sentence: what is said
  std::vector<WordId> telling;             // senses of its telling words, sorted
  bool quoted = false;                     // some of it between quotation marks
};

// The statements of one document in reading order, at most `most`.
std::vector<Statement> FindStatements(const Analysis& analysis, const SayingFinder& finder, uint32_t document,
                                      size_t most);

// One statement that two documents give to two speakers, both of whom both of them know.
void CompareStatements(const Analysis& analysis, const Rule& rule, RelationSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_STATEMENTS_H_
