#include "compare/aligned_filter.h"

#include <algorithm>

#include "claim/named_claims.h"

namespace crosscheck {

namespace {

// The sentence that a claim's phrase begins in; nullptr where it is in none that was analysed.
const Sentence* SentenceOf(const DocumentAnalysis& document, const Claim& claim) {
  for (const Sentence& sentence : document.sentences) {
    const TextSpan span = sentence.block->ToDocument(document.document->segments()[sentence.segment].span);
    if (span.begin <= claim.span.begin && claim.span.begin < span.end) return &sentence;
  }
  return nullptr;
}

}  // namespace

void DropExcluded(const Analysis& analysis, const Matcher& matcher, uint32_t rule, size_t first_relation,
                  RelationSink& sink) {
  const Rule& settings = analysis.rules->rules[rule];
  if (settings.zones.empty() && settings.unless.empty()) return;
  const auto excluded = [&](ClaimIndex index) {
    const Claim& claim = sink.claim(index);
    for (const DocumentAnalysis& document : analysis.documents) {
      if (document.index != claim.document) continue;
      const Sentence* sentence = SentenceOf(document, claim);
      if (sentence == nullptr) return false;
      const std::vector<Zone>& zones = settings.zones;
      if (!zones.empty() && std::find(zones.begin(), zones.end(), sentence->zone) == zones.end()) return true;
      return !settings.unless.empty() &&
             matcher.IsVetoed(rule, AbstractSentence(analysis, document, *sentence).segment);
    }
    return false;
  };
  std::vector<Relation>& relations = sink.relations();
  relations.erase(
      std::remove_if(relations.begin() + static_cast<std::ptrdiff_t>(first_relation), relations.end(),
                     [&](const Relation& relation) { return excluded(relation.a) || excluded(relation.b); }),
      relations.end());
}

void DropRepeated(size_t first_aligned, RelationSink& sink) {
  std::vector<Relation>& relations = sink.relations();
  const auto first = relations.begin() + static_cast<std::ptrdiff_t>(first_aligned);
  const auto same_place = [&sink](ClaimIndex x, ClaimIndex y) {
    const Claim& a = sink.claim(x);
    const Claim& b = sink.claim(y);
    return a.document == b.document && a.span.Overlaps(b.span);
  };
  const auto says = [&](const Relation& named, const Relation& aligned) {
    return named.agreement == aligned.agreement && named.kind == aligned.kind && named.severity >= aligned.severity &&
           ((same_place(named.a, aligned.a) && same_place(named.b, aligned.b)) ||
            (same_place(named.a, aligned.b) && same_place(named.b, aligned.a)));
  };
  const auto repeated = [&](const Relation& aligned) {
    return std::any_of(relations.begin(), first, [&](const Relation& named) { return says(named, aligned); });
  };
  relations.erase(std::remove_if(first, relations.end(), repeated), relations.end());
}

}  // namespace crosscheck
