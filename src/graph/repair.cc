#include "graph/repair.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/hitting_set.h"

namespace crosscheck {

namespace {

// One place weighs this much, so that the number of places comes first and what speaks for them second.
constexpr int64_t kPlaceWeight = 1'000'000;
constexpr int64_t kMostSupport = 1'000;

// Bytes of one document that claims cover without a break.
struct Place {
  DocumentIndex document = 0;
  TextSpan span;
  std::vector<ClaimIndex> claims;
  int64_t support = 0;             // trust in those who agree with it
  std::set<std::string> findings;  // fingerprints
};

// The claims of which one has to change, for each contradiction of a finding: the two of a conflict; all the figures of
// an arithmetic that does not work out, and all that an impossible order or time rests on.
std::vector<std::vector<ClaimIndex>> ContradictionsOf(const Finding& finding) {
  std::vector<std::vector<ClaimIndex>> out;
  if (finding.kind != "arithmetic" && !finding.conflicts.empty()) {
    for (const auto& [a, b] : finding.conflicts) out.push_back({a, b});
    return out;
  }
  std::set<ClaimIndex> all;
  for (const Position& position : finding.positions) all.insert(position.claims.begin(), position.claims.end());
  out.emplace_back(all.begin(), all.end());
  return out;
}

class RepairFinder {
 public:
  explicit RepairFinder(const Report& report) : report_(report) {
    for (const DocumentEntry& entry : report.documents) has_draft_ |= entry.info.role == Role::kDraft;
  }

  Repair Run() {
    for (const Finding& finding : report_.findings) {
      if (finding.severity > Severity::kNote && finding.kind != "related") contradictions_.push_back(&finding);
    }
    FindPlaces();
    for (const Finding* finding : contradictions_) AddSets(*finding);
    AddCoverage();
    std::vector<int64_t> weights;
    for (const Place& place : places_) {
      weights.push_back(kPlaceWeight + std::min(kMostSupport, place.support));
    }
    const HittingSet least = MinimumHittingSet(weights, sets_);
    for (const uint32_t member : least.members) {
      const Place& place = places_[member];
      repair_.items.push_back({place.claims, {place.findings.begin(), place.findings.end()}});
    }
    std::stable_sort(repair_.items.begin(), repair_.items.end(),
                     [](const RepairItem& a, const RepairItem& b) { return a.findings.size() > b.findings.size(); });
    repair_.exact = least.exact;
    repair_.at_least = least.exact ? repair_.items.size() : static_cast<size_t>(least.at_least / kPlaceWeight);
    return std::move(repair_);
  }

 private:
  bool MayChange(ClaimIndex claim) const {
    return !has_draft_ || report_.documents[report_.claims[claim].document].info.role == Role::kDraft;
  }

  void FindPlaces() {
    std::set<std::tuple<DocumentIndex, TextSpan, ClaimIndex>> claims;
    for (const Finding* finding : contradictions_) {
      for (const std::vector<ClaimIndex>& set : ContradictionsOf(*finding)) {
        for (const ClaimIndex claim : set) {
          if (MayChange(claim)) claims.insert({report_.claims[claim].document, report_.claims[claim].span, claim});
        }
      }
    }
    for (const auto& [document, span, claim] : claims) {
      const bool joins =
          !places_.empty() && places_.back().document == document && span.begin < places_.back().span.end;
      if (!joins) places_.push_back({document, span, {}, 0, {}});
      Place& place = places_.back();
      place.span.end = std::max(place.span.end, span.end);
      place.claims.push_back(claim);
      place_of_[claim] = static_cast<uint32_t>(places_.size() - 1);
    }
    for (Place& place : places_) std::sort(place.claims.begin(), place.claims.end());
  }

  void AddSets(const Finding& finding) {
    bool among_sources = false;
    for (const std::vector<ClaimIndex>& claims : ContradictionsOf(finding)) {
      std::vector<uint32_t> set;
      for (const ClaimIndex claim : claims) {
        const auto place = place_of_.find(claim);
        if (place == place_of_.end()) continue;  // a source stays as it is
        set.push_back(place->second);
        places_[place->second].findings.insert(finding.fingerprint);
      }
      if (set.empty()) among_sources = true;
      sets_.push_back(std::move(set));
    }
    if (among_sources) ++repair_.left;
    for (const Position& position : finding.positions) {
      for (const ClaimIndex claim : position.claims) {
        const auto place = place_of_.find(claim);
        if (place == place_of_.end()) continue;
        int64_t& support = places_[place->second].support;
        support = std::max(support, static_cast<int64_t>(position.trust));
      }
    }
  }

  // What a source says too is less likely to be what has to change.
  void AddCoverage() {
    for (const Coverage& one : report_.coverage) {
      if (one.verdict != Verdict::kAgreed) continue;
      const Claim& claim = report_.claims[one.claim];
      for (Place& place : places_) {
        if (place.document == claim.document && place.span.Overlaps(claim.span)) ++place.support;
      }
    }
  }

  const Report& report_;
  bool has_draft_ = false;
  std::vector<const Finding*> contradictions_;
  std::vector<Place> places_;  // in reading order
  std::map<ClaimIndex, uint32_t> place_of_;
  Sets sets_;  // places of which one has to change
  Repair repair_;
};

}  // namespace

Repair FindRepair(const Report& report) { return RepairFinder(report).Run(); }

}  // namespace crosscheck
