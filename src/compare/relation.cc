#include "compare/relation.h"

#include "absl/strings/str_cat.h"

namespace crosscheck {

ClaimIndex RelationSink::AddClaim(Claim claim) {
  const auto key = std::make_tuple(claim.document, claim.span.begin, claim.span.end, claim.rule, claim.attribute);
  const auto [found, fresh] = by_place_.try_emplace(key, static_cast<ClaimIndex>(claims_.size()));
  if (fresh) claims_.push_back(std::move(claim));
  return found->second;
}

void RelationSink::Relate(Relation relation, Claim a, Claim b) {
  relation.a = AddClaim(std::move(a));
  relation.b = AddClaim(std::move(b));
  AddRelation(std::move(relation));
}

void RelationSink::AddRelation(Relation relation) {
  if (trace_ != nullptr) {
    const Claim& a = claims_[relation.a];
    const Claim& b = claims_[relation.b];
    const Place place_a = {a.document, a.span};
    const Place place_b = {b.document, b.span};
    if (trace_->Wants(place_a, place_b)) {
      trace_->Add({relation.rule, place_a, place_b, "relation",
                   absl::StrCat(relation.agreement == Agreement::kContradictory
                                    ? relation.kind
                                    : std::string(AgreementName(relation.agreement)),
                                relation.reason.empty() ? "" : ": ", relation.reason),
                   true});
    }
  }
  relations_.push_back(std::move(relation));
}

}  // namespace crosscheck
