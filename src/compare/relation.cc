#include "compare/relation.h"

namespace crosscheck {

ClaimIndex RelationSink::AddClaim(Claim claim) {
  const auto key = std::make_tuple(claim.document, claim.span.begin, claim.span.end, claim.rule, claim.attribute);
  const auto [found, fresh] = by_place_.try_emplace(key, static_cast<ClaimIndex>(claims_.size()));
  if (fresh) claims_.push_back(std::move(claim));
  return found->second;
}

}  // namespace crosscheck
