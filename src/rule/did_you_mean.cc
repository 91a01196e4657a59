#include "rule/did_you_mean.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

// Optimal string alignment distance, in bytes.
size_t EditDistance(absl::string_view a, absl::string_view b) {
  std::vector<std::vector<size_t>> cost(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t change = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

constexpr size_t kLongestWord = 64;  // nobody mistypes more than that, and the cost is quadratic

}  // namespace

std::string DidYouMean(absl::string_view word, const std::vector<absl::string_view>& known) {
  if (word.size() > kLongestWord) return "";
  const size_t limit = std::max<size_t>(1, word.size() / 3);
  size_t best = limit + 1;
  absl::string_view nearest;
  for (absl::string_view candidate : known) {
    if (candidate.size() > kLongestWord) continue;
    const size_t distance = EditDistance(word, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  constexpr size_t kTelling = 4;
  if (best > limit && word.size() >= kTelling) {  // "alias" for "aliases", "description" for "desc"
    for (absl::string_view candidate : known) {
      if (absl::StartsWith(candidate, word) && candidate.size() <= 3 * word.size()) {
        nearest = candidate;
        best = limit;
        break;
      }
    }
  }
  if (best > limit || nearest.empty()) return "";
  return absl::StrCat("; did you mean '", nearest, "'?");
}

}  // namespace crosscheck
