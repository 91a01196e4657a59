#ifndef CROSSCHECK_COMPARE_EVENT_MENTIONS_H_
#define CROSSCHECK_COMPARE_EVENT_MENTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "claim/analysis.h"
#include "compare/clause.h"
#include "compare/people.h"

// What the documents say that happened: the words of rules/order.yaml, and verbs that no class has.
namespace crosscheck {

// An event at one place: what kind of event, and who and what takes part in it.
struct EventMention {
  uint32_t document = 0;  // index into Analysis::documents
  uint32_t sentence = 0;
  uint32_t first = 0, last = 0;  // words that say that it happened, half-open
  std::string kind;              // name of the class; the lemma of a verb without one
  bool in_class = false;
  bool noun = false;
  bool finite = false;           // a verb that tells, not "to resign", "resigning"
  bool one_of_several = false;   // "a second shooting"
  bool passive = false;          // "was cancelled"
  std::vector<WordId> agents;    // senses of the words that say who did it, sorted
  std::vector<WordId> patients;  // senses of the words that say what it befell, sorted
  std::vector<WordId> about;     // senses of the words around, sorted
  std::vector<uint32_t> people;  // canonical entities of the stretch that may be persons, sorted
};

// A stretch of a sentence with events of its own: from a word that joins two events, or a boundary of clauses, on.
struct Stretch {
  uint32_t first = 0, last = 0;      // words, half-open
  const LexiconHit* link = nullptr;  // of time-links, that opens it
  bool after_break = false;          // a colon, dash or quotation mark stands before it
  bool after_comma = false;
};

class EventFinder {
 public:
  EventFinder(const Analysis& analysis, const People& people);

  bool ready() const { return verbs_ != kNoLexicon && links_ != kNoLexicon; }
  // The stretches of a sentence in order; they cover it.
  std::vector<Stretch> StretchesOf(const Sentence& sentence) const;
  // The events of a stretch in order. Nothing that is expected, possible, supposed or denied; what is quoted neither.
  std::vector<EventMention> EventsOf(uint32_t document, uint32_t sentence, const Stretch& stretch) const;
  bool Reports(const Sentence& sentence, uint32_t first, uint32_t last) const;  // "said that …"

 private:
  bool IsNoLink(const Sentence& sentence, const LexiconHit& hit) const;
  bool IsNounUse(const Sentence& sentence, uint32_t at, uint32_t from) const;
  bool IsNoVerb(const Sentence& sentence, uint32_t at, uint32_t from) const;
  bool IsVerbHit(const Sentence& sentence, uint32_t at) const;
  bool InValue(uint32_t document, const Sentence& sentence, uint32_t at) const;
  bool LooksLikeVerb(const Sentence& sentence, uint32_t at, uint32_t from) const;
  void Describe(const Sentence& sentence, const Stretch& stretch, EventMention& event) const;

  const Analysis& analysis_;
  const People& people_;
  LexiconId verbs_, nouns_, links_, no_links_, reporting_, several_;
};

// Whether two mentions can be of one event, and how much they share; below 0 where they cannot. `kin_a` and `kin_b` are
// KinWordsOf their `about`.
double EventScore(const Analysis& analysis, const EventMention& a, const KinWords& kin_a, const EventMention& b,
                  const KinWords& kin_b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_EVENT_MENTIONS_H_
