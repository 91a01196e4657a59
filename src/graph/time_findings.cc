#include "graph/time_findings.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "graph/ranking.h"
#include "graph/time_order.h"

namespace crosscheck {

namespace {

class TimeFinder {
 public:
  TimeFinder(const std::vector<DocumentEntry>& documents, std::vector<Claim>& claims,
             const std::vector<TimeFact>& facts, std::vector<Finding>& findings)
      : documents_(documents), claims_(claims), findings_(findings) {
    for (const TimeFact& fact : facts) {
      if (!documents[ClaimOf(fact).document].replaced_by) facts_.push_back(&fact);
    }
  }

  void Run() {
    known_ = findings_.size();
    Orders();
    known_ = findings_.size();
    Times();
  }

 private:
  const Claim& ClaimOf(const TimeFact& fact) const { return fact.told ? *fact.told : claims_[fact.claim]; }

  // The index of the claim of a fact, which is added where the report has it not.
  ClaimIndex IndexOf(const TimeFact& fact) {
    if (!fact.told) return fact.claim;
    const auto [found, fresh] = told_.try_emplace(PlaceOf(*fact.told), static_cast<ClaimIndex>(claims_.size()));
    if (fresh) claims_.push_back(*fact.told);
    return found->second;
  }

  using ClaimPlace = std::tuple<std::string, DocumentIndex, size_t, size_t, std::string>;
  static ClaimPlace PlaceOf(const Claim& claim) {
    return {claim.rule, claim.document, claim.span.begin, claim.span.end, claim.attribute};
  }

  uint32_t Event(const std::string& key) {
    return events_.try_emplace(key, static_cast<uint32_t>(events_.size())).first->second;
  }

  // Of the calendar, or of the clock of one day of a text.
  static bool IsDate(const TimeFact& fact) { return fact.earlier.empty() || absl::StartsWith(fact.earlier, kDayKey); }

  void Orders() {
    std::vector<Edge> orders;
    std::vector<const TimeFact*> said;
    for (const TimeFact* fact : facts_) {
      if (IsDate(*fact)) continue;
      orders.emplace_back(Event(fact->earlier), Event(fact->later));
      said.push_back(fact);
    }
    for (const Circle& circle : ImpossibleOrders(static_cast<uint32_t>(events_.size()), orders)) {
      std::vector<const TimeFact*> evidence;
      for (const uint32_t i : circle) evidence.push_back(said[i]);
      // At one time is no circle: "the talks during the strike", "the strike during the talks".
      if (std::all_of(evidence.begin(), evidence.end(),
                      [](const TimeFact* f) { return f->from_text && f->least <= 0; }))
        continue;
      if (!IsEnough(evidence)) continue;
      Add(evidence, "each of these comes before the next, and the last before the first");
    }
  }

  // What takes time does not end before it begins.
  void AddEnds(std::vector<TimeBound>& bounds, std::vector<const TimeFact*>& said) const {
    for (const auto& [key, event] : events_) {
      if (!absl::EndsWith(key, kEventEnd)) continue;
      const auto begins = events_.find(key.substr(0, key.size() - kEventEnd.size()));
      if (begins == events_.end()) continue;
      bounds.push_back({event, begins->second, 0});
      said.push_back(nullptr);
    }
  }

  void Times() {
    std::vector<TimeBound> bounds;
    std::vector<const TimeFact*> said;
    for (const TimeFact* fact : facts_) {
      const uint32_t earlier = Event(fact->earlier);
      const uint32_t later = Event(fact->later);
      if (fact->most) {
        bounds.push_back({earlier, later, *fact->most});
        said.push_back(fact);
      }
      if (fact->least) {
        bounds.push_back({later, earlier, -*fact->least});
        said.push_back(fact);
      }
    }
    AddEnds(bounds, said);
    for (const Circle& circle : ImpossibleTimes(static_cast<uint32_t>(events_.size()), bounds)) {
      std::vector<const TimeFact*> evidence;
      int64_t sum = 0;
      bool ends = false;
      for (const uint32_t i : circle) {
        sum += bounds[i].most;
        ends = ends || said[i] == nullptr;
        if (said[i] != nullptr && std::find(evidence.begin(), evidence.end(), said[i]) == evidence.end())
          evidence.push_back(said[i]);
      }
      // Two dates of one event are compared as dates, by the rule that reads them; a circle of orders is found above.
      if (std::all_of(evidence.begin(), evidence.end(), [](const TimeFact* f) { return IsDate(*f) && !f->worked_out; }))
        continue;
      const bool orders = std::all_of(evidence.begin(), evidence.end(),
                                      [](const TimeFact* fact) { return !IsDate(*fact) && !fact->most; });
      if ((orders && !ends) || !IsEnough(evidence)) continue;
      const bool clock =
          std::any_of(evidence.begin(), evidence.end(), [](const TimeFact* fact) { return fact->clock; });
      Add(evidence, ends && orders ? "what is told of one time is told of another" : OffBy(-sum, clock));
    }
  }

  // Days, begun ones for whole; hours and minutes where one of the facts is of the clock.
  static std::string OffBy(int64_t minutes, bool clock) {
    constexpr int64_t kHour = 60;
    const int64_t unit = !clock || minutes >= 2 * kDayMinutes ? kDayMinutes : minutes >= 2 * kHour ? kHour : 1;
    const int64_t count = (minutes + unit - 1) / unit;
    return absl::StrCat("taken together they are off by ", count,
                        unit == kDayMinutes ? " day"
                        : unit == kHour     ? " hour"
                                            : " minute",
                        count == 1 ? "" : "s");
  }

  // What is read out of sentences counts against another text only: a text that seems to contradict its own order of
  // events is one that was misread, more often than not. Nor is a fact told twice that another finding has.
  bool IsEnough(const std::vector<const TimeFact*>& evidence) const {
    if (std::none_of(evidence.begin(), evidence.end(), [](const TimeFact* fact) { return fact->from_text; }))
      return true;
    std::set<DocumentIndex> documents;
    for (const TimeFact* fact : evidence) documents.insert(ClaimOf(*fact).document);
    return documents.size() >= 2 && !IsKnown(evidence);
  }

  // Whether a finding that was there before has claims at all the places.
  bool IsKnown(const std::vector<const TimeFact*>& evidence) const {
    return std::any_of(findings_.begin(), findings_.begin() + static_cast<std::ptrdiff_t>(known_),
                       [&](const Finding& finding) {
                         return std::all_of(evidence.begin(), evidence.end(),
                                            [&](const TimeFact* fact) { return HasClaimAt(finding, ClaimOf(*fact)); });
                       });
  }

  bool HasClaimAt(const Finding& finding, const Claim& place) const {
    for (const Position& position : finding.positions) {
      for (const ClaimIndex index : position.claims) {
        if (claims_[index].document == place.document && claims_[index].span.Overlaps(place.span)) return true;
      }
    }
    return false;
  }

  static absl::string_view NameOf(const std::string& key) {
    const size_t at = key.find('\x1f');
    return at == std::string::npos ? absl::string_view(key) : absl::string_view(key).substr(at + 1);
  }

  std::string Wording(const TimeFact& fact) const {
    const Claim& claim = ClaimOf(fact);
    if (!fact.wording.empty()) return fact.wording;
    if (IsDate(fact)) return absl::StrCat("‘", NameOf(fact.later), "’ on ", claim.value.text);
    return absl::StrCat("‘", NameOf(fact.earlier), "’ ", fact.most ? claim.value.text : "", fact.most ? " " : "",
                        "before ‘", NameOf(fact.later), "’");
  }

  void Add(const std::vector<const TimeFact*>& evidence, std::string reason) {
    if (evidence.size() < 2) return;
    Finding finding;
    const auto first =
        std::find_if(evidence.begin(), evidence.end(), [](const TimeFact* f) { return !IsDate(*f) || f->worked_out; });
    const TimeFact* order = first == evidence.end() ? evidence.front() : *first;
    const bool dates = std::any_of(evidence.begin(), evidence.end(),
                                   [](const TimeFact* f) { return IsDate(*f) || (f->most && !f->from_text); });
    finding.rule = ClaimOf(*order).rule;
    finding.type = order->worked_out ? "age" : dates && !order->from_text ? "date" : "order";
    finding.kind = dates ? "calendar" : "contradiction";
    finding.severity = order->severity;
    finding.subject = std::string(NameOf(order->worked_out ? order->later : order->earlier));
    finding.attribute = ClaimOf(*order).attribute;
    finding.message = "these cannot all be: ";
    for (size_t i = 0; i < evidence.size(); ++i) {
      const ClaimIndex index = IndexOf(*evidence[i]);
      absl::StrAppend(&finding.message, i == 0 ? "" : "; ", documents_[claims_[index].document].info.path, " has ",
                      Wording(*evidence[i]));
      const bool known = std::any_of(finding.positions.begin(), finding.positions.end(),
                                     [&](const Position& p) { return p.claims.front() == index; });
      if (known) continue;
      Position& position = finding.positions.emplace_back();
      position.value = claims_[index].value;
      position.value.text = Wording(*evidence[i]);
      position.claims = {index};
      position.documents = {claims_[index].document};
    }
    finding.ask = order->ask.empty() ? "Which of these is wrong?" : order->ask;
    finding.reason = std::move(reason);
    if (finding.positions.size() < 2) return;
    RankPositions(documents_, claims_, finding);
    findings_.push_back(std::move(finding));
  }

  const std::vector<DocumentEntry>& documents_;
  std::vector<Claim>& claims_;
  std::vector<Finding>& findings_;
  std::map<ClaimPlace, ClaimIndex> told_;  // of facts that findings have
  size_t known_ = 0;                       // findings that other comparisons made
  std::vector<const TimeFact*> facts_;
  std::map<std::string, uint32_t> events_;
};

}  // namespace

void AddImpossibleTimes(const std::vector<DocumentEntry>& documents, std::vector<Claim>& claims,
                        const std::vector<TimeFact>& facts, std::vector<Finding>& findings) {
  TimeFinder(documents, claims, facts, findings).Run();
}

}  // namespace crosscheck
