#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "compare/interval.h"
#include "compare/named.h"

// Relations between attributes that are more than "two measures of one event": what cannot both be so, what follows
// from what, what comes before or is no more than what, and parts that make a total.
namespace crosscheck {

namespace {

using Claims = std::vector<const NamedClaim*>;

bool SameScope(const Claim& a, const Claim& b) {
  return std::all_of(a.scope.begin(), a.scope.end(), [&b](const auto& entry) {
    const auto other = b.scope.find(entry.first);
    return other == b.scope.end() || other->second == entry.second;
  });
}

bool Has(const std::vector<std::string>& words, absl::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool SameUnit(const Claim& a, const Claim& b) {
  return a.value.value && b.value.value && a.value.value->kind == b.value.value->kind &&
         a.value.value->unit == b.value.value->unit;
}

// Whether `a` is surely more, or later, than `b`.
bool IsBeyond(const Value& a, const Value& b) {
  if (a.kind == ValueKind::kDate) return a.low && b.high && *a.low >= *b.high;
  const Interval left = IntervalOf(a);
  const Interval right = IntervalOf(b);
  return left.low && right.high && *left.low > *right.high;
}

class RelationChecker {
 public:
  RelationChecker(const Analysis& analysis, const RelationRule& rule, const std::vector<NamedClaim>& claims,
                  RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink) {
    for (const NamedClaim& claim : claims) {
      if (Has(rule.between, claim.claim.attribute)) of_[claim.claim.attribute].push_back(&claim);
    }
  }

  void Run() {
    if (rule_.check == "excludes") Excludes();
    if (rule_.check == "implies") Implies();
    if (rule_.check == "order") Order();
    if (rule_.check == "sum") Sums();
  }

 private:
  const Claims& Of(size_t attribute) { return of_[rule_.between[attribute]]; }

  // Whether the two are of one event, one scope, and alike in what `same` asks for.
  bool MayMeet(const NamedClaim& a, const NamedClaim& b) const {
    if (a.document != b.document && !MayCompare(analysis_, a.document, b.document)) return false;
    if (!SameScope(a.claim, b.claim)) return false;
    return std::all_of(rule_.same.begin(), rule_.same.end(), [&](const std::string& part) {
      if (part == "event") return true;
      if (part == "subject") return a.claim.subject == b.claim.subject;
      return a.claim.scope.count(part) > 0 && b.claim.scope.count(part) > 0;  // SameScope has seen to the rest
    });
  }

  void Report(const NamedClaim& a, const NamedClaim& b, const std::string& reason, std::string question = "") {
    Relation relation;
    relation.a = sink_.AddClaim(a.claim);
    relation.b = sink_.AddClaim(b.claim);
    relation.rule = rule_.id;
    relation.question = std::move(question);
    relation.type = rule_.type;
    relation.kind = rule_.kind;
    relation.severity = SeverityFor(analysis_, rule_.severity, a.document, b.document);
    relation.reason = reason;
    relation.message = FillMessage(analysis_, rule_.message, a.claim, b.claim, reason);
    relation.ask = FillMessage(analysis_, rule_.ask, a.claim, b.claim, reason);
    sink_.AddRelation(std::move(relation));
  }

  static bool DocumentHas(const Claims& claims, uint32_t document) {
    return std::any_of(claims.begin(), claims.end(),
                       [document](const NamedClaim* c) { return c->document == document; });
  }

  // Two documents of which each says one of two things that cannot both be so. A document that says both has a reason,
  // or tells of a change.
  void Excludes() {
    for (size_t x = 0; x < rule_.between.size(); ++x) {
      for (size_t y = x + 1; y < rule_.between.size(); ++y) {
        for (const NamedClaim* a : Of(x)) {
          for (const NamedClaim* b : Of(y)) {
            if (a->document == b->document || a->claim.modality != b->claim.modality || !MayMeet(*a, *b)) continue;
            if (DocumentHas(Of(y), a->document) || DocumentHas(Of(x), b->document)) continue;
            Report(*a, *b, absl::StrCat(rule_.between[x], " and ", rule_.between[y], " exclude one another"));
          }
        }
      }
    }
  }

  // Who says the first says the second too; another document denies the second.
  void Implies() {
    for (size_t y = 1; y < rule_.between.size(); ++y) {
      for (const NamedClaim* a : Of(0)) {
        for (const NamedClaim* b : Of(y)) {
          if (a->claim.modality != Modality::kStated || b->claim.modality != Modality::kDenied || !MayMeet(*a, *b)) {
            continue;
          }
          Report(*a, *b, absl::StrCat(rule_.between[0], " means ", rule_.between[y], ", which is denied"));
        }
      }
    }
  }

  // Each is no more, or no later, than those that follow it in `between`.
  void Order() {
    for (size_t x = 0; x < rule_.between.size(); ++x) {
      for (size_t y = x + 1; y < rule_.between.size(); ++y) {
        for (const NamedClaim* a : Of(x)) {
          for (const NamedClaim* b : Of(y)) {
            if (!SameUnit(a->claim, b->claim) || a->claim.modality != b->claim.modality || !MayMeet(*a, *b)) continue;
            if (!IsBeyond(*a->claim.value.value, *b->claim.value.value)) continue;
            const bool date = a->claim.value.value->kind == ValueKind::kDate;
            Report(*a, *b,
                   absl::StrCat(rule_.between[x], date ? " is never later than " : " is never more than ",
                                rule_.between[y]));
          }
        }
      }
    }
  }

  // The first is the total of the others, in one document that gives each of them once.
  void Sums() {
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      Claims figures;
      for (size_t i = 0; i < rule_.between.size(); ++i) {
        Claims here;
        for (const NamedClaim* claim : Of(i)) {
          if (claim->document == d && claim->claim.modality == Modality::kStated) here.push_back(claim);
        }
        if (here.size() == 1) figures.push_back(here.front());
      }
      if (figures.size() == rule_.between.size()) CheckSum(figures);
    }
  }

  void CheckSum(const Claims& figures) {
    const NamedClaim& total = *figures.front();
    Interval sum = Interval::Point(Exact(0));
    std::vector<std::string> parts;
    for (size_t i = 1; i < figures.size(); ++i) {
      if (!SameUnit(total.claim, figures[i]->claim) || !MayMeet(total, *figures[i])) return;
      sum = Plus(sum, IntervalOf(*figures[i]->claim.value.value));
      parts.push_back(figures[i]->claim.value.text);
    }
    if (Meet(sum, IntervalOf(*total.claim.value.value)) || Written(sum).empty()) return;
    const std::string reason =
        absl::StrCat(absl::StrJoin(parts, " and "), " make ", Written(sum), ", not ", total.claim.value.text);
    const std::string& path = analysis_.documents[total.document].document->info().path;
    for (size_t i = 1; i < figures.size(); ++i) Report(total, *figures[i], reason, path);
  }

  const Analysis& analysis_;
  const RelationRule& rule_;
  RelationSink& sink_;
  std::map<std::string, Claims> of_;  // by attribute
};

}  // namespace

void CompareRelated(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink) {
  for (const RelationRule& rule : analysis.rules->relations) RelationChecker(analysis, rule, claims, sink).Run();
}

}  // namespace crosscheck
