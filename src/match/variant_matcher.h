#ifndef CROSSCHECK_MATCH_VARIANT_MATCHER_H_
#define CROSSCHECK_MATCH_VARIANT_MATCHER_H_

#include <optional>
#include <vector>

#include "match/abstraction.h"
#include "match/compiled_pattern.h"
#include "match/matcher.h"
#include "match/segment_tokens.h"

namespace crosscheck {

// A match of one variant: its span and captures, in the segment's own text.
struct VariantMatch {
  TextSpan span;
  std::vector<Capture> captures;
};

// All matches of `variant`, from left to right, none overlapping: each the leftmost that is left, and from there with
// the shortest gaps.
std::vector<VariantMatch> FindMatches(const Variant& variant, const Program& program, const AbstractedSegment& segment,
                                      const PreparedSegment& prepared);
// The first of them, if there is one.
std::optional<VariantMatch> FindFirst(const Variant& variant, const Program& program, const AbstractedSegment& segment,
                                      const PreparedSegment& prepared);

}  // namespace crosscheck

#endif  // CROSSCHECK_MATCH_VARIANT_MATCHER_H_
