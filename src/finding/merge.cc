#include "finding/merge.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "base/utf8.h"
#include "finding/finding.h"

namespace crosscheck {

namespace {

class Merger {
 public:
  Merger(const RuleSet& rules, Report& report) : report_(report) {
    for (const Rule& rule : rules.rules) {
      if (rule.aligned && (rule.compare_as == "values" || rule.compare_as == "verbatim")) general_.insert(rule.id);
    }
  }

  void Run() {
    std::vector<Finding> kept;
    for (const size_t index : BestFirst()) {
      Finding& finding = report_.findings[index];
      const auto found =
          std::find_if(kept.begin(), kept.end(), [&](const Finding& better) { return OfOneSlip(better, finding); });
      if (found == kept.end()) {
        kept.push_back(std::move(finding));
      } else {
        TakeOver(finding, *found);
      }
    }
    report_.findings = std::move(kept);
    SortFindings(report_);
  }

 private:
  // What makes a finding the one that stays: its gravity; a contradiction before two measures that have to do with one
  // another; a rule that knows what it compares before one that compares whatever stands in like words; values that
  // differ in their very words; the more exact place. The rest only makes the order sure.
  auto Rank(size_t index) const {
    const Finding& finding = report_.findings[index];
    return std::tuple(-static_cast<int>(finding.severity), finding.kind == "related", general_.contains(finding.rule),
                      !DiffersInWords(finding), SizeOf(finding), absl::string_view(finding.rule),
                      absl::string_view(finding.fingerprint), index);
  }

  std::vector<size_t> BestFirst() const {
    std::vector<size_t> order(report_.findings.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [this](size_t a, size_t b) { return Rank(a) < Rank(b); });
    return order;
  }

  static bool DiffersInWords(const Finding& finding) {
    std::set<std::string> words;
    for (const Position& position : finding.positions) words.insert(Fold(position.value.text));
    return words.size() > 1;
  }

  size_t SizeOf(const Finding& finding) const {
    size_t size = 0;
    for (const Position& position : finding.positions) size += report_.claims[position.claims.front()].span.size();
    return size;
  }

  bool IsAt(ClaimIndex a, ClaimIndex b) const {
    const Claim& one = report_.claims[a];
    const Claim& other = report_.claims[b];
    return one.document == other.document && one.span.Overlaps(other.span);
  }

  // Whether all that `inner` points at is what `outer` points at, too.
  bool Covers(const Position& outer, const Position& inner) const {
    return std::all_of(inner.claims.begin(), inner.claims.end(), [&](ClaimIndex claim) {
      return std::any_of(outer.claims.begin(), outer.claims.end(), [&](ClaimIndex own) { return IsAt(own, claim); });
    });
  }

  // `kept` may have documents beside: a toll that four texts tell, of which figures in like words were seen in three.
  bool Coincide(const Position& kept, const Position& other) const {
    if (Covers(kept, other)) return true;
    return kept.documents == other.documents && Covers(other, kept);
  }

  // For each position of `b` the one of `a` that it coincides with, each once; nullopt where one has none.
  std::optional<std::vector<size_t>> Partners(const Finding& a, const Finding& b) const {
    if (a.positions.size() != b.positions.size()) return std::nullopt;
    std::vector<char> taken(a.positions.size(), 0);
    std::vector<size_t> partners;
    for (const Position& position : b.positions) {
      size_t at = 0;
      while (at < a.positions.size() && (taken[at] != 0 || !Coincide(a.positions[at], position))) ++at;
      if (at == a.positions.size()) return std::nullopt;
      taken[at] = 1;
      partners.push_back(at);
    }
    return partners;
  }

  // A note stays, but for one that says of any two figures what the graver finding says of these.
  bool OfOneSlip(const Finding& kept, const Finding& other) const {
    if (kept.severity == Severity::kNote) return false;
    return (other.severity != Severity::kNote || general_.contains(other.rule)) && Partners(kept, other).has_value();
  }

  // What lies within words that the position points at already says nothing new.
  bool IsWithin(ClaimIndex claim, const Position& position) const {
    const Claim& inner = report_.claims[claim];
    return std::any_of(position.claims.begin(), position.claims.end(), [&](ClaimIndex own) {
      const Claim& outer = report_.claims[own];
      return outer.document == inner.document && outer.span.begin <= inner.span.begin &&
             inner.span.end <= outer.span.end;
    });
  }

  void TakeOver(const Finding& finding, Finding& into) const {
    const std::vector<size_t> partners = *Partners(into, finding);
    for (size_t i = 0; i < partners.size(); ++i) {
      Position& position = into.positions[partners[i]];
      for (const ClaimIndex claim : finding.positions[i].claims) {
        if (!IsWithin(claim, position)) position.claims.push_back(claim);
      }
      std::sort(position.claims.begin(), position.claims.end());
    }
    into.also.push_back({finding.rule, finding.message, finding.fingerprint});
  }

  Report& report_;
  std::set<std::string, std::less<>> general_;  // rules that compare whatever stands in like words
};

}  // namespace

void MergeFindings(const RuleSet& rules, Report& report) { Merger(rules, report).Run(); }

}  // namespace crosscheck
