#include "report/facts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "report/summary.h"

namespace crosscheck {

namespace {

// A finding that says that something cannot be so, and not only that there is more to know.
bool Contradicts(const Finding& finding) {
  return finding.severity != Severity::kNote && finding.kind != "related" && finding.kind != "update";
}

class Collector {
 public:
  Collector(const Report& report, Severity show_from)
      : report_(report), show_from_(show_from), has_draft_(Summarize(report).has_draft) {}

  std::vector<Fact> Run() {
    for (const Coverage& one : report_.coverage) {
      facts_.push_back({one.claim, one.verdict, one.reason, one.sources, {}});
    }
    for (size_t f = 0; f < report_.findings.size(); ++f) {
      if (report_.findings[f].severity >= show_from_) AddFinding(f);
    }
    for (Fact& fact : facts_) Finish(fact);
    std::stable_sort(facts_.begin(), facts_.end(), [this](const Fact& a, const Fact& b) { return Key(a) < Key(b); });
    return std::move(facts_);
  }

 private:
  std::tuple<DocumentIndex, TextSpan> Key(const Fact& fact) const {
    return {report_.claims[fact.claim].document, report_.claims[fact.claim].span};
  }

  bool IsWanted(const Claim& claim) const {
    return !has_draft_ || report_.documents[claim.document].info.role == Role::kDraft;
  }

  void AddFinding(size_t f) {
    std::set<ClaimIndex> members;
    for (const Position& position : report_.findings[f].positions) {
      members.insert(position.claims.begin(), position.claims.end());
    }
    for (const ClaimIndex member : members) {
      const Claim& claim = report_.claims[member];
      if (!IsWanted(claim)) continue;
      bool found = false;
      for (Fact& fact : facts_) {
        const Claim& other = report_.claims[fact.claim];
        if (other.document != claim.document || !other.span.Overlaps(claim.span)) continue;
        // A figure inside a quotation is a fact of its own, and so is the quotation.
        if (!claim.value.value.has_value() && !other.span.Contains(claim.span)) continue;
        found = true;
        if (fact.findings.empty() || fact.findings.back() != f) fact.findings.push_back(f);
      }
      if (!found) facts_.push_back({member, std::nullopt, "", {}, {f}});
    }
  }

  // What stands against a fact comes first, then what stands with it. Another passage of the same document is no
  // source, unless the document contradicts itself.
  void Finish(Fact& fact) const {
    std::vector<ClaimIndex> against, with;
    for (const size_t f : fact.findings) {
      const Finding& finding = report_.findings[f];
      for (const Position& position : finding.positions) {
        const bool own = std::any_of(position.claims.begin(), position.claims.end(),
                                     [&](ClaimIndex index) { return IsOwn(fact, report_.claims[index]); });
        std::vector<ClaimIndex>& into = own ? with : against;
        into.insert(into.end(), position.claims.begin(), position.claims.end());
      }
      if (!fact.verdict.has_value() && Contradicts(finding)) fact.verdict = Verdict::kContradicted;
    }
    against.insert(against.end(), with.begin(), with.end());
    against.insert(against.end(), fact.sources.begin(), fact.sources.end());
    fact.sources = Distinct(fact, against, false);
    if (fact.sources.empty()) fact.sources = Distinct(fact, against, true);
  }

  bool IsOwn(const Fact& fact, const Claim& claim) const {
    const Claim& own = report_.claims[fact.claim];
    return claim.document == own.document && claim.span.Overlaps(own.span);
  }

  // Each place once ("Some 3,200 tonnes" and the "3,200 tonnes" in it are one), in the order given; of the fact's own
  // document only where `same_document` says so.
  std::vector<ClaimIndex> Distinct(const Fact& fact, const std::vector<ClaimIndex>& claims, bool same_document) const {
    std::vector<ClaimIndex> distinct;
    for (const ClaimIndex index : claims) {
      const Claim& claim = report_.claims[index];
      const bool same = claim.document == report_.claims[fact.claim].document;
      if (IsOwn(fact, claim) || (same && !same_document)) continue;
      const bool seen = std::any_of(distinct.begin(), distinct.end(), [&](ClaimIndex earlier) {
        const Claim& other = report_.claims[earlier];
        return other.document == claim.document && other.span.Overlaps(claim.span);
      });
      if (!seen) distinct.push_back(index);
    }
    return distinct;
  }

  const Report& report_;
  Severity show_from_;
  bool has_draft_;
  std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> FactsOf(const Report& report, Severity show_from) { return Collector(report, show_from).Run(); }

absl::string_view VerdictWords(const std::optional<Verdict>& verdict) {
  if (!verdict.has_value()) return "see the finding";
  return *verdict == Verdict::kNotChecked ? "not checked" : VerdictName(*verdict);
}

}  // namespace crosscheck
