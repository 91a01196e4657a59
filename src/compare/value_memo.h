#ifndef CROSSCHECK_COMPARE_VALUE_MEMO_H_
#define CROSSCHECK_COMPARE_VALUE_MEMO_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "compare/named_values.h"

namespace crosscheck {

// The comparisons of one question's values, each made once. What comes of two claims depends on their values and their
// words alone, and many documents say few things: a thousand reports that give one of three tolls are at most nine
// comparisons, not half a million.
class ValueMemo {
 public:
  // Of the question's `members`, indices into `claims`. All but `members` must outlive the memo.
  ValueMemo(const NamedComparison& comparison, const std::vector<NamedClaim>& claims,
            const std::vector<uint32_t>& members);

  // What NamedComparison::Compare says of two members.
  ValueComparison Compare(uint32_t a, uint32_t b);

  // How many comparisons were really made.
  size_t made() const { return made_; }

 private:
  struct Like {
    uint32_t first = 0;  // the first claim that says the same in the same words, of the same name
    uint32_t count = 0;  // how many say so; of the first one only
  };
  uint32_t FirstLike(uint32_t claim, std::vector<uint32_t>& others) const;

  const NamedComparison& comparison_;
  const std::vector<NamedClaim>& claims_;
  size_t made_ = 0;
  absl::flat_hash_map<uint32_t, Like> like_;
  absl::flat_hash_map<std::pair<uint32_t, uint32_t>, ValueComparison> compared_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_VALUE_MEMO_H_
