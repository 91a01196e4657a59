#ifndef CROSSCHECK_COMPARE_OPEN_VALUES_H_
#define CROSSCHECK_COMPARE_OPEN_VALUES_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "claim/analysis.h"
#include "compare/value_text.h"

namespace crosscheck {

// A headline, standfirst or caption is held against the body of its own document.
enum class Part : uint8_t { kWhole, kHead, kBody };

// The values of a rule's kinds in one document, or in part of it.
struct Side {
  ValueText* text = nullptr;
  Part part = Part::kWhole;
  absl::Span<const ValueMention* const> values;  // in reading order: ValueText::wanted, or some of them
  absl::Span<const uint32_t> of_kind;            // how many of `values` there are, by ValueText::KindOf
  // Where `part` is not the whole: what the two above are views of.
  std::vector<const ValueMention*> part_values;
  std::vector<uint32_t> part_of_kind;
};
Side SideOf(ValueText& text, Part part);
// Days, times and ranks of a headline are seldom the only ones of the text: they are of no part.
bool IsOfPart(const ValueMention& value, const ValueText& text, Part part);

// CompareValues would say in more words that they are incomparable.
bool NeverMeet(const Value& a, const Value& b);

// Where another text says the same.
class SameFinder {
 public:
  // `first`: the first place in reading order is wanted, not any.
  SameFinder(const Analysis& analysis, ValueTexts& texts, bool first)
      : analysis_(analysis), texts_(texts), first_(first) {}

  // Where `other` says the same as `value` of `own`, a small count only about the same thing; null where it does not.
  const ValueMention* Find(const ValueMention& value, const Side& own, const Side& other);
  // How often two values were held against each other.
  uint64_t held() const { return held_; }

 private:
  bool IsTheSame(const ValueMention& value, const ValueMention& other, const Side& own, const Side& side);
  bool IsWanted(const ValueMention& value, const Side& side) const;

  const Analysis& analysis_;
  ValueTexts& texts_;
  bool first_;
  uint64_t held_ = 0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_OPEN_VALUES_H_
