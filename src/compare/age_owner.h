#ifndef CROSSCHECK_COMPARE_AGE_OWNER_H_
#define CROSSCHECK_COMPARE_AGE_OWNER_H_

#include <optional>
#include <set>
#include <string>

#include "claim/analysis.h"

namespace crosscheck {

// The name of two words or more that an age stands beside, as an index into Sentence::names: "Ann Lee, 34,", "Ann Lee
// (34)", "Ann Lee, who is 34", "34-year-old Ann Lee", "the 34-year-old as Ann Lee". nullopt where no name touches it.
std::optional<uint32_t> OwnerOfAge(const Analysis& analysis, const Sentence& sentence, const ValueMention& age);

// A person's full name in its parts, folded.
struct FullName {
  std::string first;
  std::string last;
  std::set<std::string> middle;  // initials too
  std::string suffix;            // "jr", "iii"; "" for none
};
FullName PartsOfName(const NamedEntity& entity);

// "jr" or the like at the end of a name or right behind it; "" for none.
std::string SuffixAt(const Sentence& sentence, const NameMention& name);

// Whether two full names may be one person's: first and last name are the same, and neither middle names nor "Jr."
// stand against it.
bool MayBeOnePerson(const FullName& a, const FullName& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_AGE_OWNER_H_
