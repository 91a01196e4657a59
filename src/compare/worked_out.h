#ifndef CROSSCHECK_COMPARE_WORKED_OUT_H_
#define CROSSCHECK_COMPARE_WORKED_OUT_H_

#include <string>
#include <vector>

#include "claim/analysis.h"
#include "compare/interval.h"

namespace crosscheck {

// Figures that a writer worked out from those of another text: "13 more than last year" where the source has this
// year's number and last year's. What follows from figures that both texts agree on contradicts none of them.
class WorkedOut {
 public:
  // Figures of `own` against those of `other`; both have to outlive it.
  WorkedOut(const DocumentAnalysis& own, const DocumentAnalysis& other);

  // How a figure of `own` comes out of figures near one another in `other`, or of one beside it and one of `other`: a
  // sum, a difference, the sum of a run in one sentence, one as a share of another. "229,000 less 214,000"; "" where it
  // does not. Counts up to 12 come out of so many that only figures of one sentence count.
  std::string Explain(const ValueMention& value) const;

 private:
  struct Figure {
    const ValueMention* mention;
    Interval interval;
  };
  static std::vector<Figure> FiguresOf(const DocumentAnalysis& document);
  std::string FromTwo(const ValueMention& value, const Interval& target) const;
  std::string FromOwn(const ValueMention& value, const Interval& target) const;
  std::string FromRun(const ValueMention& value, const Interval& target) const;
  std::string FromShare(const ValueMention& value) const;

  std::vector<Figure> own_, other_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_WORKED_OUT_H_
