#ifndef CROSSCHECK_COMPARE_PEOPLE_H_
#define CROSSCHECK_COMPARE_PEOPLE_H_

#include <string>
#include <vector>

#include "claim/analysis.h"

namespace crosscheck {

// One mention of a name: where it stands in the analysis.
struct NamePlace {
  uint32_t document = 0;  // index into Analysis::documents
  uint32_t sentence = 0;
  uint32_t name = 0;  // index into Sentence::names
};

// Who is who over a dossier: a surname alone that only one full name has is that person. Built once, immutable.
class People {
 public:
  explicit People(const Analysis& analysis);

  // The entity that stands for the person of `entity`: itself, the one full name that ends in this surname, or the name
  // without its middle part.
  uint32_t Canonical(uint32_t entity) const { return canonical_[entity]; }
  // All mentions of an entity, in reading order.
  const std::vector<NamePlace>& Places(uint32_t entity) const { return places_[entity]; }
  // Whether a document (index into Analysis::documents) names the person of a canonical entity at all.
  bool Names(uint32_t document, uint32_t canonical) const;

  const Sentence& SentenceAt(const NamePlace& place) const;
  const NameMention& MentionAt(const NamePlace& place) const;

 private:
  void JoinMiddleNames();

  const Analysis& analysis_;
  std::vector<uint32_t> canonical_;
  std::vector<std::vector<NamePlace>> places_;
  std::vector<std::vector<uint32_t>> documents_;  // by canonical entity, sorted
};

// Whether what is written may be a person's name: nothing says that it is a firm's or a place's.
bool MayBePerson(const NamedEntity& entity);

// Whether a word is written in the possessive: "Doe's", "the Does'".
bool IsPossessive(const Sentence& sentence, uint32_t word);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_PEOPLE_H_
