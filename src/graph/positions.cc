#include "graph/positions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "graph/consistent_sets.h"
#include "graph/interval_sweep.h"
#include "value/compare_values.h"

namespace crosscheck {

namespace {

constexpr size_t kMostClasses = 400;    // of claims with one value, that are compared two by two
constexpr size_t kMostPositions = 200;  // a person reads no more, and the cliques of a graph can be very many

// Equal keys are equal values, whatever the wording.
std::string KeyOf(const Claim& claim) {
  const ClaimValue& value = claim.value;
  if (!value.value) {
    return absl::StrCat(claim.attribute, "\x1f", value.kind, "\x1f",
                        value.canonical.empty() ? value.text : value.canonical);
  }
  const Value& v = *value.value;
  const auto bound = [](const std::optional<Exact>& one) { return one ? one->ToString() : "?"; };
  return absl::StrCat(claim.attribute, "\x1f", value.kind, "\x1f", bound(v.low), "\x1f", bound(v.high), "\x1f",
                      v.step.ToString(), "\x1f", v.unit, "\x1f", v.per, "\x1f", ModifierName(v.modifier), "\x1f",
                      static_cast<int>(v.direction), v.noun);
}

// A bound of a range, or the place right below (-1) or above (+1) it for ends that do not belong to the range.
using Place = std::tuple<Exact, int>;

class PositionMaker {
 public:
  PositionMaker(const std::vector<Claim>& claims, const Judgements& judgements)
      : claims_(claims), judgements_(judgements) {}

  std::vector<Position> Run(const std::vector<ClaimIndex>& members) {
    MakeClasses(members);
    std::vector<std::vector<uint32_t>> sets;
    if (classes_.size() <= kMostClasses) sets = MaximalConsistentSets(Count(), AgreeingClasses(), kMostPositions);
    if (sets.empty() && judgements_.empty()) sets = Swept();
    if (sets.empty()) sets = FirstFit();
    std::vector<Position> positions;
    for (const std::vector<uint32_t>& set : sets) positions.push_back(PositionOf(set));
    MarkBridges(positions);
    return positions;
  }

 private:
  uint32_t Count() const { return static_cast<uint32_t>(classes_.size()); }

  // Claims with one value are one, unless a comparison found that they contradict each other all the same.
  void MakeClasses(const std::vector<ClaimIndex>& members) {
    absl::flat_hash_map<ClaimIndex, uint32_t> key_of;
    std::map<std::string, uint32_t> keys;
    for (const ClaimIndex claim : members) {
      key_of[claim] = keys.emplace(KeyOf(claims_[claim]), static_cast<uint32_t>(keys.size())).first->second;
    }
    absl::flat_hash_map<ClaimIndex, std::vector<ClaimIndex>> opposed;  // claims of one key
    for (const auto& [pair, agreement] : judgements_) {
      if (agreement != Agreement::kContradictory || key_of.at(pair.first) != key_of.at(pair.second)) continue;
      opposed[pair.second].push_back(pair.first);
    }
    std::vector<std::vector<uint32_t>> candidates(keys.size());  // by key: classes
    for (const ClaimIndex claim : members) FindHome(claim, candidates[key_of.at(claim)], opposed);
    JudgeClasses();
  }

  // Puts a claim into the first class of its key in which nobody contradicts it. `opposed` has the lesser ones, which
  // have their class by now.
  void FindHome(ClaimIndex claim, std::vector<uint32_t>& candidates,
                const absl::flat_hash_map<ClaimIndex, std::vector<ClaimIndex>>& opposed) {
    std::set<uint32_t> closed;
    const auto others = opposed.find(claim);
    if (others != opposed.end()) {
      for (const ClaimIndex other : others->second) closed.insert(class_of_.at(other));
    }
    const auto home =
        std::find_if(candidates.begin(), candidates.end(), [&](uint32_t one) { return !closed.contains(one); });
    const uint32_t own = home == candidates.end() ? Count() : *home;
    if (home == candidates.end()) {
      candidates.push_back(own);
      classes_.emplace_back();
    }
    classes_[own].push_back(claim);
    class_of_[claim] = own;
  }

  // What was said of two classes: one contradiction among their claims outweighs every agreement.
  void JudgeClasses() {
    for (const auto& [pair, agreement] : judgements_) {
      if (agreement == Agreement::kIncomparable) continue;
      const std::pair<uint32_t, uint32_t> classes = std::minmax(class_of_.at(pair.first), class_of_.at(pair.second));
      const auto [known, is_new] = judged_.emplace(classes, agreement);
      if (!is_new && agreement == Agreement::kContradictory) known->second = agreement;
    }
  }

  bool ClassesAgree(uint32_t x, uint32_t y) const {
    const auto judged = judged_.find(std::pair<uint32_t, uint32_t>(std::minmax(x, y)));
    if (judged != judged_.end()) return judged->second == Agreement::kConsistent;
    return ValuesAgree(claims_[classes_[x].front()], claims_[classes_[y].front()]);
  }

  std::vector<Edge> AgreeingClasses() const {
    std::vector<Edge> agree;
    for (uint32_t x = 0; x < Count(); ++x) {
      for (uint32_t y = x + 1; y < Count(); ++y) {
        if (ClassesAgree(x, y)) agree.emplace_back(x, y);
      }
    }
    return agree;
  }

  // By the ranges alone; nothing where some value is no range in the unit of the others.
  std::vector<std::vector<uint32_t>> Swept() const {
    const std::optional<Value>& first = claims_[classes_.front().front()].value.value;
    std::vector<std::pair<std::optional<Place>, std::optional<Place>>> ranges;
    std::set<Place> places;
    for (const std::vector<ClaimIndex>& members : classes_) {
      const std::optional<Value>& value = claims_[members.front()].value.value;
      if (!value || value->kind != first->kind || value->unit != first->unit || value->per != first->per) return {};
      const AllowedRange range = Allows(*value);
      ranges.emplace_back();
      if (range.low) ranges.back().first = Place(*range.low, range.low_open ? 1 : 0);
      if (range.high) ranges.back().second = Place(*range.high, range.high_open ? -1 : 0);
      if (range.low) places.insert(*ranges.back().first);
      if (range.high) places.insert(*ranges.back().second);
    }
    // Only the order of the ends matters to a sweep, so ends become their ranks.
    const std::vector<Place> order(places.begin(), places.end());
    const auto rank = [&order](const Place& place) {
      return static_cast<int64_t>(std::lower_bound(order.begin(), order.end(), place) - order.begin());
    };
    std::vector<ClaimRange> intervals;
    for (const auto& [low, high] : ranges) {
      const int64_t from = low ? rank(*low) : -1;
      intervals.push_back({from, std::max(from, high ? rank(*high) : static_cast<int64_t>(order.size()))});
    }
    const IntervalPositions swept = SweepIntervals(intervals);
    std::vector<std::vector<uint32_t>> sets(swept.points.size());
    for (uint32_t i = 0; i < intervals.size(); ++i) {
      for (uint32_t p = swept.positions[i].first; p < swept.positions[i].second; ++p) sets[p].push_back(i);
    }
    return sets;
  }

  // Not maximal, but sets of claims that agree.
  std::vector<std::vector<uint32_t>> FirstFit() const {
    std::vector<std::vector<uint32_t>> sets;
    for (uint32_t x = 0; x < Count(); ++x) {
      const auto home = std::find_if(sets.begin(), sets.end(), [&](const std::vector<uint32_t>& set) {
        return std::all_of(set.begin(), set.end(), [&](uint32_t y) { return ClassesAgree(x, y); });
      });
      if (home != sets.end()) {
        home->push_back(x);
      } else {
        sets.push_back({x});
      }
    }
    return sets;
  }

  Position PositionOf(const std::vector<uint32_t>& set) const {
    Position position;
    std::set<DocumentIndex> documents;
    for (const uint32_t one : set) {
      for (const ClaimIndex claim : classes_[one]) {
        position.claims.push_back(claim);
        documents.insert(claims_[claim].document);
      }
    }
    std::sort(position.claims.begin(), position.claims.end());
    position.documents.assign(documents.begin(), documents.end());
    return position;
  }

  void MarkBridges(std::vector<Position>& positions) const {
    std::map<ClaimIndex, int> times;
    for (const Position& position : positions) {
      for (const ClaimIndex claim : position.claims) ++times[claim];
    }
    const auto before = [this](ClaimIndex a, ClaimIndex b) {
      return std::tie(claims_[a].document, claims_[a].span, a) < std::tie(claims_[b].document, claims_[b].span, b);
    };
    for (Position& position : positions) {
      std::vector<ClaimIndex> own;
      for (const ClaimIndex claim : position.claims) (times[claim] > 1 ? position.bridging : own).push_back(claim);
      const std::vector<ClaimIndex>& speakers = own.empty() ? position.bridging : own;
      position.value = claims_[*std::min_element(speakers.begin(), speakers.end(), before)].value;
    }
  }

  const std::vector<Claim>& claims_;
  const Judgements& judgements_;
  std::vector<std::vector<ClaimIndex>> classes_;
  absl::flat_hash_map<ClaimIndex, uint32_t> class_of_;
  absl::flat_hash_map<std::pair<uint32_t, uint32_t>, Agreement> judged_;  // classes, the lesser first
};

}  // namespace

bool ValuesAgree(const Claim& a, const Claim& b) {
  if (a.attribute != b.attribute) return false;
  if (a.value.value && b.value.value) {
    return a.value.value->kind == b.value.value->kind &&
           AgreementOf(*a.value.value, *b.value.value) == Agreement::kConsistent;
  }
  if (a.value.value || b.value.value) return false;
  return a.value.canonical == b.value.canonical && (!a.value.canonical.empty() || a.value.text == b.value.text);
}

std::vector<Position> MakePositions(const std::vector<Claim>& claims, const std::vector<ClaimIndex>& members,
                                    const Judgements& judgements) {
  return PositionMaker(claims, judgements).Run(members);
}

}  // namespace crosscheck
