#include "compare/word_diff.h"

#include <algorithm>
#include <utility>

namespace crosscheck {

namespace {

constexpr int kContentMatch = 4;
constexpr int kFunctionMatch = 2;
constexpr int kReplace = -3;
constexpr int kSkip = -2;
constexpr size_t kMinSpellingLength = 5;

enum class Step : uint8_t { kStop, kPair, kSkipA, kSkipB };

// The table of a local alignment, row by row.
class Table {
 public:
  Table(absl::Span<const DiffWord> a, absl::Span<const DiffWord> b)
      : a_(a), b_(b), width_(b.size() + 1), score_((a.size() + 1) * width_, 0), step_(score_.size(), Step::kStop) {}

  void Fill() {
    for (size_t i = 1; i <= a_.size(); ++i) {
      for (size_t j = 1; j <= b_.size(); ++j) FillCell(i, j);
    }
  }

  WordAlignment Trace() const {
    WordAlignment found;
    if (best_ == 0) return found;
    size_t i = best_ / width_;
    size_t j = best_ % width_;
    found.a_last = static_cast<uint32_t>(i);
    found.b_last = static_cast<uint32_t>(j);
    std::vector<std::pair<uint32_t, uint32_t>> pairs;
    while (step_[At(i, j)] != Step::kStop) {
      const Step step = step_[At(i, j)];
      if (step == Step::kPair && a_[i - 1].key == b_[j - 1].key)
        pairs.emplace_back(static_cast<uint32_t>(i - 1), static_cast<uint32_t>(j - 1));
      if (step == Step::kSkipA) found.excused_a += SkipCost(b_, j) == 0;
      if (step == Step::kSkipB) found.excused_b += SkipCost(a_, i) == 0;
      i -= step != Step::kSkipB;
      j -= step != Step::kSkipA;
    }
    found.a_first = static_cast<uint32_t>(i);
    found.b_first = static_cast<uint32_t>(j);
    std::reverse(pairs.begin(), pairs.end());
    uint32_t at_a = found.a_first;
    uint32_t at_b = found.b_first;
    for (const auto& [x, y] : pairs) {
      if (x > at_a || y > at_b) found.runs.push_back({at_a, x, at_b, y});
      at_a = x + 1;
      at_b = y + 1;
      ++found.matches;
      found.content_matches += a_[x].content;
    }
    return found;
  }

 private:
  size_t At(size_t i, size_t j) const { return i * width_ + j; }

  // The price of leaving out a word while the other side stands before its word number `next`.
  static int SkipCost(absl::Span<const DiffWord> other, size_t next) {
    return next < other.size() && other[next].joint ? 0 : kSkip;
  }

  int PairScore(size_t i, size_t j) const {
    const DiffWord& x = a_[i - 1];
    const DiffWord& y = b_[j - 1];
    if (x.key == y.key) return x.content ? kContentMatch : kFunctionMatch;
    return x.loose || y.loose ? 0 : kReplace;
  }

  void FillCell(size_t i, size_t j) {
    int best = 0;
    Step step = Step::kStop;
    const auto offer = [&](int score, Step how) {
      if (score > best) {
        best = score;
        step = how;
      }
    };
    offer(score_[At(i - 1, j - 1)] + PairScore(i, j), Step::kPair);
    offer(score_[At(i - 1, j)] + SkipCost(b_, j), Step::kSkipA);
    offer(score_[At(i, j - 1)] + SkipCost(a_, i), Step::kSkipB);
    score_[At(i, j)] = best;
    step_[At(i, j)] = step;
    if (best > score_[best_]) best_ = At(i, j);
  }

  absl::Span<const DiffWord> a_, b_;
  size_t width_;
  std::vector<int> score_;
  std::vector<Step> step_;
  size_t best_ = 0;
};

}  // namespace

double WordAlignment::Agreement() const {
  const uint32_t both = (a_last - a_first - excused_a) + (b_last - b_first - excused_b);
  return both == 0 ? 0 : 2.0 * matches / both;
}

WordAlignment AlignWords(absl::Span<const DiffWord> a, absl::Span<const DiffWord> b) {
  Table table(a, b);
  table.Fill();
  return table.Trace();
}

std::vector<std::pair<uint32_t, uint32_t>> CommonInOrder(absl::Span<const uint32_t> a, absl::Span<const float> weights,
                                                         absl::Span<const uint32_t> b) {
  const size_t width = b.size() + 1;
  std::vector<float> best((a.size() + 1) * width, 0);
  for (size_t i = a.size(); i-- > 0;) {
    for (size_t j = b.size(); j-- > 0;) {
      float value = std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
      if (a[i] == b[j]) value = std::max(value, weights[i] + best[(i + 1) * width + j + 1]);
      best[i * width + j] = value;
    }
  }
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j] && best[i * width + j] == weights[i] + best[(i + 1) * width + j + 1]) {
      pairs.emplace_back(static_cast<uint32_t>(i++), static_cast<uint32_t>(j++));
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

bool NearlySpelt(absl::string_view a, absl::string_view b) {
  if (std::min(a.size(), b.size()) < kMinSpellingLength ||
      std::max(a.size(), b.size()) > std::min(a.size(), b.size()) + 1)
    return false;
  const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto rest_a = static_cast<size_t>(a.end() - differs.first);
  const auto rest_b = static_cast<size_t>(b.end() - differs.second);
  const size_t skip_a = rest_a >= rest_b ? 1 : 0;
  const size_t skip_b = rest_b >= rest_a ? 1 : 0;
  return rest_a >= skip_a && rest_b >= skip_b &&
         std::equal(differs.first + static_cast<ptrdiff_t>(skip_a), a.end(),
                    differs.second + static_cast<ptrdiff_t>(skip_b), b.end());
}

}  // namespace crosscheck
