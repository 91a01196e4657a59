#ifndef CROSSCHECK_MATCH_MATCHER_H_
#define CROSSCHECK_MATCH_MATCHER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "crosscheck/diagnostic.h"
#include "match/abstraction.h"
#include "rule/rule_set.h"

namespace crosscheck {

struct Capture {
  std::string name;   // slot name: "value", "subject", …; the slot's type where it was given no name
  TextSpan span;      // in the segment's text
  int32_t item = -1;  // index into the segment's items where a typed slot captured one, else -1
  std::string group;  // for {lexicon:name}: the group of the lexicon whose phrase matched; else ""
};

// Which of the set's patterns matched, and where.
struct PatternMatch {
  enum class Owner : uint8_t { kRule, kStatus };
  Owner owner = Owner::kRule;
  uint32_t rule = 0;              // index into RuleSet::rules or RuleSet::statuses
  uint32_t pattern = 0;           // index into its patterns, or over all the states' patterns in order
  uint32_t state = 0;             // index of the state, for statuses
  TextSpan span;                  // of the whole match, in the segment's text
  std::vector<Capture> captures;  // in order of position
};

// What Match() threw away, for whoever asks why a place makes no claim.
struct MatchTrace {
  struct Vetoed {
    PatternMatch match;
    uint32_t unless = 0;  // which of the owner's `unless` patterns forbade it
    TextSpan by;          // what that matched, in the segment's text
  };
  std::vector<Vetoed> vetoed;  // sorted as the matches are
};

// All patterns of a rule set, compiled. Immutable, safe for concurrent use.
class Matcher {
 public:
  // Appends a diagnostic for each pattern that cannot be compiled; kInvalidArgument if there was one.
  static absl::StatusOr<std::unique_ptr<const Matcher>> Compile(const RuleSet& rules,
                                                                std::vector<Diagnostic>& diagnostics);
  ~Matcher();

  // All matches in one segment, `unless` already applied; sorted by owner, rule, pattern, span. Of matches of one
  // pattern that overlap, the leftmost. Fills `trace` where one is given.
  std::vector<PatternMatch> Match(const AbstractedSegment& segment, MatchTrace* trace = nullptr) const;

  // Whether the segment has the words that some pattern needs, so that Match looks further than that.
  bool Considers(const AbstractedSegment& segment) const;

  // Whether an `unless` pattern of rule `rule` (an index into RuleSet::rules) matches in the segment.
  bool IsVetoed(uint32_t rule, const AbstractedSegment& segment) const;

 private:
  struct Impl;
  explicit Matcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_MATCH_MATCHER_H_
