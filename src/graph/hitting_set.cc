#include "graph/hitting_set.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "graph/components.h"

namespace crosscheck {

namespace {

constexpr size_t kMostMembers = 64;      // one word of bits
constexpr int64_t kMostSteps = 200'000;  // of the search in one component: some milliseconds

uint64_t Bit(uint32_t i) { return uint64_t{1} << i; }

// Branches on a set that is not met yet: its first member is in, or it is out and the second is in, and so on.
class ExactSearch {
 public:
  ExactSearch(std::vector<int64_t> weights, std::vector<uint64_t> sets)
      : weights_(std::move(weights)), sets_(std::move(sets)) {}

  // False where it took too many steps.
  bool Run() {
    Branch(0, 0, 0);
    return steps_ <= kMostSteps;
  }

  uint64_t best() const { return best_; }

 private:
  // Sets that share no member that is still to be had need a member each. Gives the set that leaves least choice too.
  int64_t Bound(uint64_t taken, uint64_t barred, uint64_t& narrowest) const {
    int64_t bound = 0;
    uint64_t used = 0;
    int fewest = std::numeric_limits<int>::max();
    for (const uint64_t set : sets_) {
      if ((set & taken) != 0) continue;
      const uint64_t choice = set & ~barred;
      if (choice == 0) return std::numeric_limits<int64_t>::max() / 2;
      if (std::popcount(choice) < fewest) {
        fewest = std::popcount(choice);
        narrowest = choice;
      }
      if ((choice & used) != 0) continue;
      used |= choice;
      int64_t cheapest = std::numeric_limits<int64_t>::max();
      for (uint64_t rest = choice; rest != 0; rest &= rest - 1) cheapest = std::min(cheapest, WeightOfFirst(rest));
      bound += cheapest;
    }
    return bound;
  }

  int64_t WeightOfFirst(uint64_t set) const { return weights_[static_cast<size_t>(std::countr_zero(set))]; }

  void Branch(uint64_t taken, uint64_t barred, int64_t weight) {
    if (++steps_ > kMostSteps) return;
    uint64_t narrowest = 0;
    if (weight + Bound(taken, barred, narrowest) >= best_weight_) return;
    if (narrowest == 0) {  // every set is met
      best_weight_ = weight;
      best_ = taken;
      return;
    }
    for (uint64_t rest = narrowest; rest != 0; rest &= rest - 1) {
      const uint64_t member = rest & (~rest + 1);
      Branch(taken | member, barred, weight + WeightOfFirst(rest));
      barred |= member;
    }
  }

  std::vector<int64_t> weights_;
  std::vector<uint64_t> sets_;
  int64_t steps_ = 0;
  int64_t best_weight_ = std::numeric_limits<int64_t>::max() / 4;
  uint64_t best_ = 0;
};

class Hitter {
 public:
  Hitter(absl::Span<const int64_t> weights, const Sets& sets) : weights_(weights), taken_(weights.size(), 0) {
    for (std::vector<uint32_t> set : sets) {
      std::sort(set.begin(), set.end());
      set.erase(std::unique(set.begin(), set.end()), set.end());
      if (set.size() == 1) Take(set.front());
      if (set.size() > 1) sets_.push_back(std::move(set));
    }
    result_.at_least = result_.weight;
    std::sort(sets_.begin(), sets_.end());
    sets_.erase(std::unique(sets_.begin(), sets_.end()), sets_.end());
    sets_.erase(std::remove_if(sets_.begin(), sets_.end(), [this](const auto& set) { return IsMet(set); }),
                sets_.end());
  }

  HittingSet Run() {
    const auto count = static_cast<uint32_t>(weights_.size());
    std::vector<Edge> edges;
    for (const std::vector<uint32_t>& set : sets_) {
      for (size_t i = 1; i < set.size(); ++i) edges.emplace_back(set[0], set[i]);
    }
    const std::vector<uint32_t> component = ConnectedComponents(count, edges);
    std::stable_sort(sets_.begin(), sets_.end(),
                     [&](const auto& x, const auto& y) { return component[x.front()] < component[y.front()]; });
    for (size_t begin = 0; begin < sets_.size();) {
      size_t end = begin;
      while (end < sets_.size() && component[sets_[end].front()] == component[sets_[begin].front()]) ++end;
      HitComponent(absl::MakeConstSpan(sets_).subspan(begin, end - begin));
      begin = end;
    }
    for (uint32_t v = 0; v < count; ++v) {
      if (taken_[v]) result_.members.push_back(v);
    }
    return std::move(result_);
  }

 private:
  bool IsMet(const std::vector<uint32_t>& set) const {
    return std::any_of(set.begin(), set.end(), [this](uint32_t v) { return taken_[v] != 0; });
  }

  void Take(uint32_t v) {
    if (taken_[v]) return;
    taken_[v] = 1;
    result_.weight += weights_[v];
  }

  void HitComponent(absl::Span<const std::vector<uint32_t>> sets) {
    std::vector<uint32_t> members;
    for (const std::vector<uint32_t>& set : sets) members.insert(members.end(), set.begin(), set.end());
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    if (members.size() > kMostMembers || !HitExactly(members, sets)) HitRoughly(members, sets);
  }

  bool HitExactly(const std::vector<uint32_t>& members, absl::Span<const std::vector<uint32_t>> sets) {
    std::vector<int64_t> weights;
    for (const uint32_t v : members) weights.push_back(weights_[v]);
    std::vector<uint64_t> bits;
    for (const std::vector<uint32_t>& set : sets) {
      uint64_t one = 0;
      for (const uint32_t v : set) {
        one |= Bit(static_cast<uint32_t>(std::lower_bound(members.begin(), members.end(), v) - members.begin()));
      }
      bits.push_back(one);
    }
    ExactSearch search(std::move(weights), std::move(bits));
    if (!search.Run()) return false;
    for (uint32_t i = 0; i < members.size(); ++i) {
      if ((search.best() & Bit(i)) == 0) continue;
      Take(members[i]);
      result_.at_least += weights_[members[i]];
    }
    return true;
  }

  // Local ratio: each open set takes the least rest of its members off all of them. What is taken off is what any
  // hitting set has to pay, and a member without a rest is taken; then those that no set needs are put back, the
  // heaviest first.
  void HitRoughly(const std::vector<uint32_t>& members, absl::Span<const std::vector<uint32_t>> sets) {
    std::vector<int64_t> rest(weights_.begin(), weights_.end());
    for (const std::vector<uint32_t>& set : sets) {
      int64_t paid = std::numeric_limits<int64_t>::max();
      for (const uint32_t v : set) paid = std::min(paid, rest[v]);
      for (const uint32_t v : set) rest[v] -= paid;
      result_.at_least += paid;
    }
    std::vector<std::vector<size_t>> sets_of(weights_.size());
    std::vector<size_t> met(sets.size(), 0);
    for (size_t s = 0; s < sets.size(); ++s) {
      for (const uint32_t v : sets[s]) {
        sets_of[v].push_back(s);
        met[s] += rest[v] == 0 ? 1 : 0;
      }
    }
    std::vector<uint32_t> kept;
    for (const uint32_t v : members) {
      if (rest[v] == 0) kept.push_back(v);
    }
    std::stable_sort(kept.begin(), kept.end(), [&](uint32_t a, uint32_t b) { return weights_[a] > weights_[b]; });
    for (const uint32_t v : kept) {
      const bool needed = std::any_of(sets_of[v].begin(), sets_of[v].end(), [&](size_t s) { return met[s] == 1; });
      if (needed) {
        Take(v);
      } else {
        for (const size_t s : sets_of[v]) --met[s];
      }
    }
    result_.exact = false;
  }

  absl::Span<const int64_t> weights_;
  Sets sets_;
  std::vector<char> taken_;
  HittingSet result_;
};

}  // namespace

HittingSet MinimumHittingSet(absl::Span<const int64_t> weights, const Sets& sets) {
  return Hitter(weights, sets).Run();
}

}  // namespace crosscheck
