#ifndef CROSSCHECK_MATCH_PATTERN_PROBE_H_
#define CROSSCHECK_MATCH_PATTERN_PROBE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "match/abstraction.h"
#include "rule/pattern_syntax.h"
#include "rule/rule_set.h"

// What a pattern does in one segment, part by part. Nothing here matches by itself: each question is put to the
// compiler and the matcher as a pattern of its own (the first three parts of it, one alternative of a group), so that
// the answer cannot differ from what a check does.
namespace crosscheck {

struct PatternProgress {
  enum class Outcome : uint8_t {
    kMatched,
    kAbsent,     // what failed stands nowhere in the segment
    kElsewhere,  // it stands in the segment, but not where the pattern wants it
    kGap,        // it stands after what held, but the gap is too small or too large for it
    kBound,      // it stands only behind a prefix and a hyphen that change its meaning ("ex-president")
    kNoMatch,    // a raw regular expression, which has no parts to tell of
  };
  Outcome outcome = Outcome::kNoMatch;
  int parts = 0;            // of the pattern: what stands between its gaps and spaces, without what may be left out
  int parts_held = 0;       // how many of them, from the first, match together
  std::string held;         // these, as a pattern
  TextSpan held_span;       // what they match, in the segment's text; empty where none does
  std::string failed;       // the next part, as a pattern
  PatternNode failed_node;  // and as syntax
  bool after_gap = false;   // there is a gap before it, of these bounds
  int min_words = 0, max_words = 0;
  TextSpan found;  // kElsewhere, kGap, kBound: where the part stands, in the segment's text
  int words = 0;   // kGap: words between what held and there
};

// How far `pattern` gets in `segment`: the reading of it that gets furthest.
PatternProgress ProbePattern(const RuleSet& rules, const Pattern& pattern, const AbstractedSegment& segment);

// One alternative of a group (a|b) in a pattern, or in a named pattern that it uses; or what may be left out, with it
// and without it.
struct PatternAlternative {
  std::string owner;         // the named pattern that the group stands in; "" for the pattern itself
  std::string key;           // of all alternatives with one owner (for "", of one pattern), this one
  std::string text;          // as written: "posted"
  PatternSequence sequence;  // the whole pattern with this alternative alone
};

// Every alternative of every group, from left to right, the groups inside it after it. None for a raw regular
// expression.
std::vector<PatternAlternative> AlternativesOf(const RuleSet& rules, const Pattern& pattern);

// Whether the pattern still matches across `match`, a match of it in `segment`, with this alternative alone.
bool IsExercised(const RuleSet& rules, const PatternAlternative& alternative, const AbstractedSegment& segment,
                 TextSpan match);

// A pattern as its author would write it.
std::string PatternText(const PatternSequence& sequence);

}  // namespace crosscheck

#endif  // CROSSCHECK_MATCH_PATTERN_PROBE_H_
