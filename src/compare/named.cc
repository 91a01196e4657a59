#include "compare/named.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "value/compare_values.h"

namespace crosscheck {

namespace {

bool IsTitle(const Analysis& analysis, const NamedClaim& claim) {
  const Zone zone = analysis.documents[claim.document].sentences[claim.sentence].zone;
  return zone == Zone::kTitle || zone == Zone::kDek || zone == Zone::kCaption || zone == Zone::kListItem;
}

// Claims of one document meet only where one stands in a headline, a caption or the takeaways and the other does not.
bool MayMeet(const Analysis& analysis, const NamedClaim& a, const NamedClaim& b) {
  if (a.document == b.document) return IsTitle(analysis, a) != IsTitle(analysis, b);
  return MayCompare(analysis, a.document, b.document);
}

bool SameScope(const Claim& a, const Claim& b) {
  for (const auto& [key, value] : a.scope) {
    const auto other = b.scope.find(key);
    if (other != b.scope.end() && other->second != value) return false;
  }
  return true;
}

ValueComparison CompareClaims(const Claim& a, const Claim& b) {
  if (a.value.value && b.value.value) return CompareValues(*a.value.value, *b.value.value);
  if (a.value.canonical.empty() || b.value.canonical.empty())
    return {Agreement::kIncomparable, ValueHint::kNone, "nothing to compare"};
  if (a.value.canonical == b.value.canonical) return {Agreement::kConsistent, ValueHint::kSame, "the same"};
  return {Agreement::kContradictory, ValueHint::kNone,
          absl::StrCat("“", a.value.text, "” against “", b.value.text, "”")};
}

class NamedComparer {
 public:
  NamedComparer(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink)
      : analysis_(analysis), claims_(claims), sink_(sink) {
    index_.reserve(claims.size());
    for (const NamedClaim& claim : claims) index_.push_back(sink.AddClaim(claim.claim));
  }

  void Run() {
    std::map<std::pair<uint32_t, std::string>, std::vector<uint32_t>> questions;  // by rule and subject
    std::map<std::string, std::vector<uint32_t>> by_attribute;
    for (uint32_t i = 0; i < claims_.size(); ++i) {
      if (claims_[i].owner != PatternMatch::Owner::kRule) continue;
      questions[{claims_[i].rule, claims_[i].claim.subject}].push_back(i);
      by_attribute[claims_[i].claim.attribute].push_back(i);
    }
    for (const auto& [key, members] : questions)
      CompareQuestion(analysis_.rules->rules[key.first], key.second, members);
    for (const RelationRule& rule : analysis_.rules->relations) {
      for (size_t x = 0; x < rule.between.size(); ++x) {
        for (size_t y = x + 1; y < rule.between.size(); ++y)
          Relate(rule, by_attribute[rule.between[x]], by_attribute[rule.between[y]]);
      }
    }
  }

 private:
  // Whether the document of `a` says elsewhere in this question what `b` says.
  bool AgreesElsewhere(const std::vector<uint32_t>& members, uint32_t a, uint32_t b) const {
    return std::any_of(members.begin(), members.end(), [&](uint32_t other) {
      return other != a && other != b && claims_[other].document == claims_[a].document &&
             CompareClaims(claims_[other].claim, claims_[b].claim).agreement == Agreement::kConsistent;
    });
  }

  void CompareQuestion(const Rule& rule, const std::string& subject, const std::vector<uint32_t>& members) {
    for (size_t x = 0; x < members.size(); ++x) {
      for (size_t y = x + 1; y < members.size(); ++y) {
        const NamedClaim& a = claims_[members[x]];
        const NamedClaim& b = claims_[members[y]];
        if (!MayMeet(analysis_, a, b) || a.claim.modality != b.claim.modality || !SameScope(a.claim, b.claim)) continue;
        const ValueComparison compared = CompareClaims(a.claim, b.claim);
        if (compared.agreement == Agreement::kIncomparable) continue;
        if (compared.agreement == Agreement::kContradictory &&
            (AgreesElsewhere(members, members[x], members[y]) || AgreesElsewhere(members, members[y], members[x]))) {
          continue;
        }
        Relation relation;
        relation.a = index_[members[x]];
        relation.b = index_[members[y]];
        relation.agreement = compared.agreement;
        relation.rule = rule.id;
        relation.question = subject;
        relation.type = rule.type.empty() ? rule.compare_as : rule.type;
        relation.severity = SeverityFor(analysis_, rule.severity, a.document, b.document);
        relation.message = FillMessage(analysis_, rule.message, a.claim, b.claim);
        relation.ask = FillMessage(analysis_, rule.ask, a.claim, b.claim);
        relation.reason = compared.reason;
        sink_.AddRelation(std::move(relation));
      }
    }
  }

  std::set<uint32_t> DocumentsOf(const std::vector<uint32_t>& members) const {
    std::set<uint32_t> documents;
    for (uint32_t i : members) documents.insert(claims_[i].document);
    return documents;
  }

  // Two measures of one event: only between documents that each give but one of them. One that gives both keeps them
  // apart.
  void Relate(const RelationRule& rule, const std::vector<uint32_t>& left, const std::vector<uint32_t>& right) {
    const std::set<uint32_t> left_documents = DocumentsOf(left);
    const std::set<uint32_t> right_documents = DocumentsOf(right);
    for (uint32_t x : left) {
      if (right_documents.contains(claims_[x].document)) continue;
      for (uint32_t y : right) {
        if (left_documents.contains(claims_[y].document) ||
            !MayCompare(analysis_, claims_[x].document, claims_[y].document))
          continue;
        Relation relation;
        relation.a = index_[x];
        relation.b = index_[y];
        relation.rule = rule.id;
        relation.type = rule.type;
        relation.kind = rule.kind;
        relation.severity = SeverityFor(analysis_, rule.severity, claims_[x].document, claims_[y].document);
        relation.message = FillMessage(analysis_, rule.message, claims_[x].claim, claims_[y].claim);
        relation.ask = FillMessage(analysis_, rule.ask, claims_[x].claim, claims_[y].claim);
        relation.reason = absl::StrCat("two measures of one event: ", claims_[x].claim.attribute, " and ",
                                       claims_[y].claim.attribute);
        sink_.AddRelation(std::move(relation));
      }
    }
  }

  const Analysis& analysis_;
  const std::vector<NamedClaim>& claims_;
  RelationSink& sink_;
  std::vector<ClaimIndex> index_;
};

}  // namespace

void CompareNamedClaims(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink) {
  NamedComparer(analysis, claims, sink).Run();
}

}  // namespace crosscheck
