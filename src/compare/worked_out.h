#ifndef CROSSCHECK_COMPARE_WORKED_OUT_H_
#define CROSSCHECK_COMPARE_WORKED_OUT_H_

#include <string>
#include <utility>
#include <vector>

#include "claim/analysis.h"
#include "compare/interval.h"

namespace crosscheck {

// The figures of a text, and what comes out of those that stand near one another: made once for a text that is held
// against many.
struct Reckoning {
  // About where an interval lies, a little wider: most results are nowhere near a figure, and need no exact comparison.
  struct Bounds {
    double low = 0, high = 0;
    bool Meets(const Bounds& other) const { return low <= other.high && other.low <= high; }
  };
  struct Figure {
    const ValueMention* mention = nullptr;
    Interval interval;
    Bounds near;
    bool run = false;  // two more figures at least follow in its sentence
  };
  // Two figures with at most one sentence between, indices into `figures`.
  struct Two {
    size_t first = 0, second = 0;
    bool one_sentence = false;
    Interval difference, sum;  // the difference without its sign
    Bounds near_difference, near_sum;
  };
  struct Share {
    size_t part = 0, whole = 0;
    Interval ratio, percent;
  };
  std::vector<Figure> figures;
  std::vector<Two> twos;  // those that can be added up, in order
  std::vector<Share> shares;
};
// `document` has to outlive it.
Reckoning ReckoningOf(const DocumentAnalysis& document);

// Figures that a writer worked out from those of another text: "13 more than last year" where the source has this
// year's number and last year's. What follows from figures that both texts agree on contradicts none of them.
class WorkedOut {
 public:
  // Figures of `own` against those of `other`; both have to outlive it.
  WorkedOut(const Reckoning& own, const Reckoning& other) : own_(own), other_(other) {}

  // How a figure of `own` comes out of figures near one another in `other`, or of one beside it and one of `other`: a
  // sum, a difference, the sum of a run in one sentence, one as a share of another. "229,000 less 214,000"; "" where it
  // does not. `value` is one of `own`. Counts up to 12 come out of so many that only figures of one sentence count.
  std::string Explain(const ValueMention& value) const;

 private:
  std::string FromTwo(const ValueMention& value, const Interval& target) const;
  std::string FromOwn(const ValueMention& value, const Interval& target) const;
  // Where the figures of a sentence stand in those of the own text, half-open.
  std::pair<size_t, size_t> FiguresOfSentence(uint32_t sentence) const;
  // Whether the figures of `other` from `first` on may add up to what lies near `near`.
  bool MayMakeRun(const ValueMention& value, size_t first, const Reckoning::Bounds& near) const;
  std::string FromRun(const ValueMention& value, const Interval& target) const;
  std::string FromShare(const ValueMention& value, const Interval& figure) const;

  const Reckoning& own_;
  const Reckoning& other_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_WORKED_OUT_H_
