#ifndef CROSSCHECK_COMPARE_SAYINGS_H_
#define CROSSCHECK_COMPARE_SAYINGS_H_

#include <cstdint>
#include <map>
#include <vector>

#include "claim/analysis.h"
#include "compare/people.h"

// Who is said to say something in a sentence: "Doe said", "said the chair, Jane Doe", "according to Doe", "Doe: “…”".
namespace crosscheck {

inline constexpr uint32_t kNoSpeaker = 0xFFFFFFFF;

// A speaker and the words that name him with his verb.
struct Saying {
  uint32_t speaker = kNoSpeaker;  // canonical entity (People)
  uint32_t first = 0, last = 0;   // words of the sentence, half-open
  bool after = false;             // what is said comes before it: "…, said Doe"
};

class SayingFinder {
 public:
  // `holders`: by title (group of the lexicon "role-titles") the one person of the dossier who has it, kNoSpeaker where
  // several have it.
  SayingFinder(const Analysis& analysis, const People& people, const std::map<int, uint32_t>& holders);

  // In the order of their words. None where somebody speaks for another, or where the rules have no verbs of saying.
  std::vector<Saying> Find(const Sentence& sentence) const;

 private:
  const Analysis& analysis_;
  const People& people_;
  const std::map<int, uint32_t>& holders_;
  LexiconId verbs_, honorifics_, roles_, for_;
  int to_, source_;

  friend class SentenceSayings;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_SAYINGS_H_
