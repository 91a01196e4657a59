#ifndef CROSSCHECK_COMPARE_ALIGNED_PAIRS_H_
#define CROSSCHECK_COMPARE_ALIGNED_PAIRS_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "claim/analysis.h"
#include "compare/compare_trace.h"
#include "compare/pair_features.h"
#include "compare/value_text.h"
#include "rule/rule_set.h"

namespace crosscheck {

// Two values of two documents that differ and could be answers to one question, with all that speaks for it.
struct CandidatePair {
  const ValueMention* a = nullptr;
  const ValueMention* b = nullptr;
  ValueHint hint = ValueHint::kNone;
  Cues cues{};
};

// Pairs whose cues add up to less than `least` may be left out.
struct PairFloor {
  std::vector<double> weights;  // by Cue
  double least = 0;
};

// The pairs of a rule `compare: {as: values, …}`. What it asks of a document is made once, so that a dossier's pairs
// cost no more than their values do.
class CandidateFinder {
 public:
  // `trace`, where one is given, is told of the values and pairs that are left out; `floor` is without meaning then.
  CandidateFinder(const Analysis& analysis, const Rule& rule, CompareTrace* trace = nullptr,
                  std::optional<PairFloor> floor = std::nullopt)
      : analysis_(analysis),
        rule_(rule),
        texts_(analysis, rule),
        trace_(trace),
        floor_(trace == nullptr ? std::move(floor) : std::nullopt) {}

  // With left == right the headline, standfirst and captions of a document against its body; else every such pair of
  // two documents (indices into Analysis::documents): values of the rule's kinds for which the other document has no
  // equal. In the order of the values. The documents need not be of one event.
  std::vector<CandidatePair> Find(uint32_t left, uint32_t right);

  // How often two values were held against each other in search of equal ones, in all calls of Find.
  uint64_t held() const { return held_; }

 private:
  const Analysis& analysis_;
  const Rule& rule_;
  ValueTexts texts_;
  CompareTrace* trace_;
  std::optional<PairFloor> floor_;
  uint64_t held_ = 0;
};

// Where a value stands, for a trace.
Place PlaceOf(const Analysis& analysis, const ValueMention& value);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_ALIGNED_PAIRS_H_
