#ifndef CROSSCHECK_COMPARE_AGE_FACTS_H_
#define CROSSCHECK_COMPARE_AGE_FACTS_H_

#include <cstdint>
#include <vector>

#include "claim/analysis.h"
#include "compare/people.h"

namespace crosscheck {

inline constexpr uint32_t kNoPerson = 0xFFFFFFFF;

enum class Sex : uint8_t { kUnsaid, kMale, kFemale };

// An age in years and what the text says of whose it is.
struct AgeFact {
  uint32_t document = 0;  // index into Analysis::documents
  uint32_t sentence = 0;
  uint32_t first = 0, last = 0;              // words of the age itself
  double low = 0, high = 0;                  // years
  uint32_t person = kNoPerson;               // canonical entity (People)
  uint32_t place_first = 0, place_last = 0;  // words of the name in the same sentence; equal where there is none
  Sex sex = Sex::kUnsaid;
  bool full = false;        // beside the full name
  bool child = false;       // "a boy", "a toddler"
  bool relation = false;    // "his 12-year-old daughter": a person of another's family
  bool other_time = false;  // "when he was 19", "turned 21 in 2009"
  WordId noun = 0;          // lemma of the noun that carries the age, 0 where a name does
};

// The ages of persons that a dossier's documents state, in reading order: "Doe, 34", "who was 73", "a walker of 86",
// "At 74, Jane Doe". Linear in the text.
std::vector<AgeFact> FindAges(const Analysis& analysis, const People& people);

// What the dossier's honorifics and person nouns beside its names say of the sex of each canonical entity.
std::vector<Sex> SexesOf(const Analysis& analysis, const People& people);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_AGE_FACTS_H_
