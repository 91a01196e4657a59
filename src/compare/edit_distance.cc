#include "compare/edit_distance.h"

#include <algorithm>
#include <vector>

namespace crosscheck {

int EditDistance(absl::string_view a, absl::string_view b, int most) {
  const auto difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > static_cast<size_t>(most)) return most + 1;
  std::vector<int> before(b.size() + 1);
  std::vector<int> row(b.size() + 1);
  std::vector<int> next(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    next[0] = static_cast<int>(i);
    for (size_t j = 1; j <= b.size(); ++j) {
      next[j] = std::min({next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        next[j] = std::min(next[j], before[j - 2] + 1);
    }
    before.swap(row);
    row.swap(next);
  }
  return std::min(row[b.size()], most + 1);
}

int DifferentWord(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() != b.size()) return -1;
  int different = -1;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (different >= 0) return -1;
    different = static_cast<int>(i);
  }
  return different;
}

}  // namespace crosscheck
