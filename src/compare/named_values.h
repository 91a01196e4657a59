#ifndef CROSSCHECK_COMPARE_NAMED_VALUES_H_
#define CROSSCHECK_COMPARE_NAMED_VALUES_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "claim/named_claims.h"
#include "value/compare_values.h"

namespace crosscheck {

// How the claims of one named rule are held against each other: its kind of comparison and its settings.
class NamedComparison {
 public:
  NamedComparison(const Analysis& analysis, const Rule& rule);

  // Whether the days of the two documents let the claims meet: `time: same_day` wants one day for both.
  bool MayMeet(const NamedClaim& a, const NamedClaim& b) const;
  ValueComparison Compare(const NamedClaim& a, const NamedClaim& b) const;

  // Of two claims that contradict each other: with `time: newest_supersedes` the one of the later document is news, and
  // no contradiction. A draft that is older is told so: a warning at most; between others it is a note.
  struct Update {
    bool is_update = false;
    Severity severity = Severity::kNote;
  };
  Update UpdateOf(const NamedClaim& a, const NamedClaim& b) const;

 private:
  enum class Time : uint8_t { kAnyDay, kSameDay, kNewest };

  ValueComparison CompareFigures(const Value& a, const Value& b) const;
  const std::string& Meaning(const std::string& words) const;
  bool LiesIn(int inner, int outer) const;

  const Analysis& analysis_;
  const Rule& rule_;
  Time time_ = Time::kAnyDay;
  bool exact_ = false;
  bool percent_ = false;
  std::optional<Exact> tolerance_;
  std::string tolerance_text_;
  absl::flat_hash_map<std::string, std::string> synonyms_;  // phrase -> its group
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_NAMED_VALUES_H_
