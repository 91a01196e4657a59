#ifndef CROSSCHECK_COMPARE_VALUE_MEMO_H_
#define CROSSCHECK_COMPARE_VALUE_MEMO_H_

#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/node_hash_map.h"
#include "compare/named_values.h"

namespace crosscheck {

// The comparisons of one question's values, each made once. What comes of two claims depends on their values and their
// words alone, and many documents say few things: a thousand reports that give one of three tolls are at most nine
// comparisons, not half a million.
class ValueMemo {
 public:
  // Both must outlive the memo.
  ValueMemo(const NamedComparison& comparison, const std::vector<NamedClaim>& claims)
      : comparison_(comparison), claims_(claims) {}

  // What NamedComparison::Compare says of two claims, indices into `claims`. Stays where it is.
  const ValueComparison& Compare(uint32_t a, uint32_t b);

  // How many comparisons were really made.
  size_t made() const { return compared_.size(); }

 private:
  // A claim that says the same in the same words, of the same name.
  uint32_t LikeOf(uint32_t claim);

  const NamedComparison& comparison_;
  const std::vector<NamedClaim>& claims_;
  absl::flat_hash_map<uint32_t, uint32_t> like_;
  absl::flat_hash_map<std::tuple<std::string, std::string, int>, std::vector<uint32_t>> by_words_;
  absl::node_hash_map<std::pair<uint32_t, uint32_t>, ValueComparison> compared_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_VALUE_MEMO_H_
