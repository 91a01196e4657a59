#ifndef CROSSCHECK_RULE_PATTERN_CAPTURES_H_
#define CROSSCHECK_RULE_PATTERN_CAPTURES_H_

#include <string>
#include <vector>

#include "rule/pattern_syntax.h"
#include "rule/rule_set.h"

namespace crosscheck {

// Something that a pattern captures, by a slot or by a named group of a regular expression.
struct PatternCapture {
  std::string name;                // as claims see it: the type where the slot was given no name
  bool named = false;              // the author gave it that name
  bool phrase = false;             // a phrase of a lexicon or a stretch of words, not a value or a name of a text
  std::vector<std::string> types;  // of a slot
  size_t offset = 0;               // in the text of the pattern that was asked about
  std::string by;                  // the named pattern that it stands in; "" for the pattern itself
};

// In order of place; what named patterns capture is there too, at the place where they are used. A pattern with
// mistakes gives what could be read.
std::vector<PatternCapture> CapturesIn(const Pattern& pattern, const RuleSet& rules);

// The names that messages of the rule can use: scope that it declares, and captures, sorted, each once.
std::vector<std::string> CapturesOf(const Rule& rule, const RuleSet& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_PATTERN_CAPTURES_H_
