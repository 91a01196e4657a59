#ifndef CROSSCHECK_COMPARE_RELATION_H_
#define CROSSCHECK_COMPARE_RELATION_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "compare/compare_trace.h"
#include "crosscheck/report.h"

namespace crosscheck {

// Two claims of one question held against each other, and what came of it. Only relations that a person should see
// become findings; consistent ones tell the graph which claims stand together.
struct Relation {
  ClaimIndex a = 0;
  ClaimIndex b = 0;
  Agreement agreement = Agreement::kContradictory;
  std::string rule;                    // id
  std::string question;                // relations with one rule and one question become one finding
  std::string type;                    // class of error: money, count, role, …
  std::string kind = "contradiction";  // related, update, arithmetic, calendar, quote, …
  Severity severity = Severity::kWarning;
  std::string message;  // with the words of a and b in it
  std::string ask;
  std::string reason;
  bool is_sum = false;  // a whole ("stated") and its parts ("follows"), of which a and b are two
};

// What a claim says of when things happened: `later` - `earlier` lies in [least, most] minutes, an open end is nullopt.
// Events are keys, equal for one event, with what a report calls it behind a unit separator; "" is the calendar, whose
// minute 0 is the first of 1970-01-01. A key with kEventEnd behind it is the end of an event that takes time.
struct TimeFact {
  ClaimIndex claim = 0;
  std::string earlier;
  std::string later;
  std::optional<int64_t> least;
  std::optional<int64_t> most;
  Severity severity = Severity::kWarning;
  std::string ask;
  std::string wording;      // for the report; "" = made of the keys
  bool clock = false;       // to the minute, not to the day
  bool from_text = false;   // read out of sentences, not by a rule that names its events
  bool worked_out = false;  // a date that follows from an age: it may be held against another date of its event
  // What says so, where it is a claim of the report only once a finding has it; `claim` is without meaning then.
  std::optional<Claim> told;
};
inline constexpr int64_t kDayMinutes = 1440;
inline constexpr absl::string_view kEventEnd = "\x1e";
// Before the key of a day whose date is not known: the midnight that clock times of a text count from.
inline constexpr absl::string_view kDayKey = "day ";

// Where the comparisons write: claims, each phrase of a document once for one rule and value, and relations between
// them.
class RelationSink {
 public:
  // `trace`, where one is given, is told what was compared at its place, and must outlive the sink.
  explicit RelationSink(CompareTrace* trace = nullptr) : trace_(trace) {}

  // The index of an equal claim (rule, document, span, attribute) where there is one, else of the new one.
  ClaimIndex AddClaim(Claim claim);
  void AddRelation(Relation relation);
  // A relation between two claims, which are added first.
  void Relate(Relation relation, Claim a, Claim b);

  const Claim& claim(ClaimIndex index) const { return claims_[index]; }
  std::vector<Claim>& claims() { return claims_; }
  std::vector<Relation>& relations() { return relations_; }
  std::vector<TimeFact>& time_facts() { return time_facts_; }

  CompareTrace* trace() const { return trace_; }
  // Tells the trace that claims `a` and `b` were not related, and why: `words` gives the reason, and is called only
  // where the trace wants it.
  template <typename Words>
  void TraceRefusal(absl::string_view rule, const Claim& a, const Claim& b, absl::string_view step,
                    const Words& words) const {
    const Place place_a = {a.document, a.span};
    const Place place_b = {b.document, b.span};
    if (trace_ == nullptr || !trace_->Wants(place_a, place_b)) return;
    trace_->Add({std::string(rule), place_a, place_b, std::string(step), words(), false});
  }

 private:
  CompareTrace* trace_;
  std::vector<Claim> claims_;
  std::vector<Relation> relations_;
  std::vector<TimeFact> time_facts_;
  std::map<std::tuple<DocumentIndex, size_t, size_t, std::string, std::string>, ClaimIndex> by_place_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_RELATION_H_
