#include "compare/time_facts.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "compare/named.h"
#include "value/compare_values.h"

namespace crosscheck {

namespace {

constexpr int64_t kDaySeconds = 86'400;
constexpr int64_t kCountingDays = 1;  // "three days later" counts the first day in or not

// The least whole number that is not below `value`, or the greatest that is not above it.
int64_t Ceiling(const Exact& value) {
  const absl::int128 whole = value.numerator() / value.denominator();
  return static_cast<int64_t>(whole) +
         (value.numerator() > 0 && whole * value.denominator() != value.numerator() ? 1 : 0);
}
int64_t Floor(const Exact& value) { return -Ceiling(value.Negated()); }

class FactCollector {
 public:
  FactCollector(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink)
      : analysis_(analysis), claims_(claims), sink_(sink) {}

  void Run() {
    for (const NamedClaim& claim : claims_) {
      const std::string* as = ComparisonOf(claim);
      if (as != nullptr && (*as == "before" || *as == "after")) AddOrder(claim, *as == "before");
    }
    if (events_.empty()) return;
    for (const NamedClaim& claim : claims_) {
      const std::string* as = ComparisonOf(claim);
      if (as != nullptr && *as == "date") AddDate(claim);
    }
  }

 private:
  // nullptr for claims of states, and for what is not stated as a fact.
  const std::string* ComparisonOf(const NamedClaim& claim) const {
    if (claim.owner != PatternMatch::Owner::kRule || claim.claim.modality != Modality::kStated) return nullptr;
    return &analysis_.rules->rules[claim.rule].compare_as;
  }

  // The first document that tells of the same event: one number for all that may be compared with one another.
  uint32_t GroupOf(uint32_t document) const {
    for (uint32_t other = 0; other < document; ++other) {
      if (analysis_.same_event[document][other]) return GroupOf(other);
    }
    return document;
  }

  std::string EventKey(const NamedClaim& claim, absl::string_view name) const {
    for (const absl::string_view article : {"the ", "a ", "an "}) {
      if (absl::StartsWith(name, article)) {
        name.remove_prefix(article.size());
        break;
      }
    }
    return absl::StrCat(GroupOf(claim.document), "\x1f", name);
  }

  void AddOrder(const NamedClaim& claim, bool before) {
    TimeFact fact;
    std::string other = claim.claim.value.canonical;
    fact.least = 0;
    if (const std::optional<Value>& value = claim.claim.value.value) {
      const auto event = claim.claim.scope.find("event");
      if (value->kind != ValueKind::kDuration || event == claim.claim.scope.end()) return;
      other = event->second;
      const AllowedRange range = Allows(*value);
      if (range.low) fact.least = std::max<int64_t>(0, Floor(*range.low) / kDaySeconds - kCountingDays) * kDayMinutes;
      if (range.high) fact.most = (Ceiling(*range.high) / kDaySeconds + kCountingDays) * kDayMinutes;
    }
    if (claim.claim.subject.empty() || other.empty()) return;
    fact.earlier = EventKey(claim, before ? claim.claim.subject : other);
    fact.later = EventKey(claim, before ? other : claim.claim.subject);
    events_.insert({fact.earlier, fact.later});
    Add(claim, std::move(fact));
  }

  void AddDate(const NamedClaim& claim) {
    const std::optional<Value>& value = claim.claim.value.value;
    if (!value || value->kind != ValueKind::kDate || claim.claim.subject.empty()) return;
    TimeFact fact;
    fact.later = EventKey(claim, claim.claim.subject);
    if (!events_.contains(fact.later)) return;
    const AllowedRange range = Allows(*value);
    // A day is all its minutes.
    if (range.low) fact.least = Ceiling(*range.low) * kDayMinutes;
    if (range.high) {
      const bool open = range.high_open || range.high == value->high;
      fact.most = (open ? Ceiling(*range.high) : Floor(*range.high) + 1) * kDayMinutes - 1;
    }
    if (fact.least || fact.most) Add(claim, std::move(fact));
  }

  void Add(const NamedClaim& claim, TimeFact fact) {
    fact.claim = sink_.AddClaim(claim.claim);
    const Rule& rule = analysis_.rules->rules[claim.rule];
    fact.severity = rule.severity;
    fact.ask = FillMessage(analysis_, rule.ask, claim.claim, claim.claim, "");
    sink_.time_facts().push_back(std::move(fact));
  }

  const Analysis& analysis_;
  const std::vector<NamedClaim>& claims_;
  RelationSink& sink_;
  std::set<std::string> events_;
};

}  // namespace

void CollectTimeFacts(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink) {
  FactCollector(analysis, claims, sink).Run();
}

}  // namespace crosscheck
