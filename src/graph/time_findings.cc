#include "graph/time_findings.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "graph/ranking.h"
#include "graph/time_order.h"

namespace crosscheck {

namespace {

class TimeFinder {
 public:
  TimeFinder(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims,
             const std::vector<TimeFact>& facts, std::vector<Finding>& findings)
      : documents_(documents), claims_(claims), findings_(findings) {
    for (const TimeFact& fact : facts) {
      if (!documents[claims[fact.claim].document].replaced_by) facts_.push_back(&fact);
    }
  }

  void Run() {
    Orders();
    Times();
  }

 private:
  uint32_t Event(const std::string& key) {
    return events_.try_emplace(key, static_cast<uint32_t>(events_.size())).first->second;
  }

  static bool IsDate(const TimeFact& fact) { return fact.earlier.empty(); }

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
      Add(evidence, "each of these comes before the next, and the last before the first");
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
    for (const Circle& circle : ImpossibleTimes(static_cast<uint32_t>(events_.size()), bounds)) {
      std::vector<const TimeFact*> evidence;
      int64_t sum = 0;
      for (const uint32_t i : circle) {
        sum += bounds[i].most;
        if (std::find(evidence.begin(), evidence.end(), said[i]) == evidence.end()) evidence.push_back(said[i]);
      }
      // Two dates of one event are compared as dates, by the rule that reads them.
      if (std::all_of(evidence.begin(), evidence.end(), [](const TimeFact* fact) { return IsDate(*fact); })) continue;
      Add(evidence, absl::StrCat("taken together they are off by ", -sum, sum == -1 ? " day" : " days"));
    }
  }

  static absl::string_view NameOf(const std::string& key) {
    const size_t at = key.find('\x1f');
    return at == std::string::npos ? absl::string_view(key) : absl::string_view(key).substr(at + 1);
  }

  std::string Wording(const TimeFact& fact) const {
    const Claim& claim = claims_[fact.claim];
    if (IsDate(fact)) return absl::StrCat("‘", NameOf(fact.later), "’ on ", claim.value.text);
    return absl::StrCat("‘", NameOf(fact.earlier), "’ ", fact.most ? claim.value.text : "", fact.most ? " " : "",
                        "before ‘", NameOf(fact.later), "’");
  }

  void Add(const std::vector<const TimeFact*>& evidence, std::string reason) {
    if (evidence.size() < 2) return;
    Finding finding;
    const TimeFact* order =
        *std::find_if(evidence.begin(), evidence.end(), [](const TimeFact* f) { return !IsDate(*f); });
    const bool dates =
        std::any_of(evidence.begin(), evidence.end(), [](const TimeFact* f) { return IsDate(*f) || f->most; });
    finding.rule = claims_[order->claim].rule;
    finding.type = dates ? "date" : "order";
    finding.kind = dates ? "calendar" : "contradiction";
    finding.severity = order->severity;
    finding.subject = std::string(NameOf(order->earlier));
    finding.attribute = claims_[order->claim].attribute;
    finding.message = "these cannot all be: ";
    for (size_t i = 0; i < evidence.size(); ++i) {
      absl::StrAppend(&finding.message, i == 0 ? "" : "; ", documents_[claims_[evidence[i]->claim].document].info.path,
                      " has ", Wording(*evidence[i]));
      const bool known = std::any_of(finding.positions.begin(), finding.positions.end(),
                                     [&](const Position& p) { return p.claims.front() == evidence[i]->claim; });
      if (known) continue;
      Position& position = finding.positions.emplace_back();
      position.value = claims_[evidence[i]->claim].value;
      position.value.text = Wording(*evidence[i]);
      position.claims = {evidence[i]->claim};
      position.documents = {claims_[evidence[i]->claim].document};
    }
    finding.ask = order->ask.empty() ? "Which of these is wrong?" : order->ask;
    finding.reason = std::move(reason);
    if (finding.positions.size() < 2) return;
    RankPositions(documents_, claims_, finding);
    findings_.push_back(std::move(finding));
  }

  const std::vector<DocumentEntry>& documents_;
  const std::vector<Claim>& claims_;
  std::vector<Finding>& findings_;
  std::vector<const TimeFact*> facts_;
  std::map<std::string, uint32_t> events_;
};

}  // namespace

void AddImpossibleTimes(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims,
                        const std::vector<TimeFact>& facts, std::vector<Finding>& findings) {
  TimeFinder(documents, claims, facts, findings).Run();
}

}  // namespace crosscheck
