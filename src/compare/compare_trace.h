#ifndef CROSSCHECK_COMPARE_COMPARE_TRACE_H_
#define CROSSCHECK_COMPARE_COMPARE_TRACE_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crosscheck/report.h"

namespace crosscheck {

// A phrase of a document.
struct Place {
  DocumentIndex document = 0;  // in Report::documents
  TextSpan span;               // bytes of the document
};

// What a comparison decided of one phrase, or of two that could have met.
struct CompareStep {
  std::string rule;        // id
  Place a;                 // the one that lies where the trace looks
  std::optional<Place> b;  // absent: the comparison never looks at `a`
  std::string step;        // a word for programs: "modality", "scope", "value", "veto", "likeness", "relation", …
  std::string reason;      // in words
  bool related = false;    // the two were related (then `step` is "relation")
  double likeness = 0;     // where the step measured one: to tell near pairs from far ones
};

// Where comparisons say what they did with one place. Only steps that touch the place, and where another is given that
// other, are kept. Comparisons look whether there is a trace (RelationSink::trace) and whether it wants a pair before
// they make the words.
class CompareTrace {
 public:
  explicit CompareTrace(std::vector<Place> places, std::vector<Place> against = {})
      : places_(std::move(places)), against_(std::move(against)) {}

  bool Wants(const Place& a) const { return Touches(places_, a); }
  bool Wants(const Place& a, const Place& b) const {
    return (Wants(a) && (against_.empty() || Touches(against_, b))) ||
           (Wants(b) && (against_.empty() || Touches(against_, a)));
  }
  void Add(CompareStep step) {
    if (step.b && !Wants(step.a)) std::swap(step.a, *step.b);
    steps_.push_back(std::move(step));
  }
  const std::vector<CompareStep>& steps() const { return steps_; }

 private:
  static bool Touches(const std::vector<Place>& places, const Place& place) {
    for (const Place& other : places) {
      if (other.document == place.document && other.span.Overlaps(place.span)) return true;
    }
    return false;
  }

  std::vector<Place> places_;
  std::vector<Place> against_;
  std::vector<CompareStep> steps_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_COMPARE_TRACE_H_
