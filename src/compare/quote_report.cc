#include "compare/quote_report.h"

#include <algorithm>
#include <utility>

#include "compare/named.h"

namespace crosscheck {

namespace {

// Words [first, last) of a sentence, wider where there is room.
TextSpan SpanOf(const Sentence& sentence, uint32_t first, uint32_t last, uint32_t around) {
  const auto size = static_cast<uint32_t>(sentence.words.size());
  const auto length = [&](uint32_t from, uint32_t to) {
    return sentence.words[to - 1].span.end - sentence.words[from].span.begin;
  };
  while (last > first + 1 && length(first, last) > kLongestQuoteSpan) --last;
  for (uint32_t i = 0; i < around; ++i) {
    if (first > 0 && length(first - 1, last) <= kLongestQuoteSpan) --first;
    if (last < size && length(first, last + 1) <= kLongestQuoteSpan) ++last;
  }
  return {sentence.words[first].span.begin, sentence.words[last - 1].span.end};
}

}  // namespace

Claim QuoteReporter::MakeClaim(const Passage& passage, uint32_t first, uint32_t last, uint32_t around,
                               std::string canonical) const {
  const DocumentAnalysis& document = analysis_.documents[passage.document];
  const auto size = static_cast<uint32_t>(passage.words.size());
  first = std::min(first, size - 1);
  const SpokenWord& start = passage.words[first];
  uint32_t end = start.word + 1;
  for (uint32_t i = first; i < std::min(last, size) && passage.words[i].sentence == start.sentence; ++i)
    end = passage.words[i].word + 1;
  const Sentence& sentence = document.sentences[start.sentence];
  Claim claim = ClaimAt(document, sentence, SpanOf(sentence, start.word, end, around));
  claim.rule = rule_.id;
  claim.attribute = "quotation";
  claim.value.kind = "quote";
  claim.value.canonical = std::move(canonical);
  return claim;
}

bool QuoteReporter::FitsOneClaim(const Passage& passage, uint32_t first, uint32_t last) const {
  const auto size = static_cast<uint32_t>(passage.words.size());
  const SpokenWord& from = passage.words[std::min(first, size - 1)];
  const SpokenWord& to = passage.words[std::min(std::max(last, first + 1), size) - 1];
  if (from.sentence != to.sentence) return false;
  const Sentence& sentence = analysis_.documents[passage.document].sentences[from.sentence];
  return sentence.words[to.word].span.end - sentence.words[from.word].span.begin <= kLongestQuoteSpan;
}

std::pair<ClaimIndex, ClaimIndex> QuoteReporter::Contradict(Claim a, Claim b, const Passage& from_a,
                                                            const Passage& from_b, absl::string_view reason,
                                                            bool only_note) {
  Relation relation;
  relation.rule = rule_.id;
  relation.kind = "quote";
  relation.type = rule_.type.empty() ? "quote" : rule_.type;
  relation.severity =
      only_note ? Severity::kNote : SeverityFor(analysis_, rule_.severity, from_a.document, from_b.document);
  relation.message = FillMessage(analysis_, rule_.message, a, b, reason);
  relation.ask = FillMessage(analysis_, rule_.ask, a, b, reason);
  relation.reason = std::string(reason);
  relation.a = sink_.AddClaim(std::move(a));
  relation.b = sink_.AddClaim(std::move(b));
  const std::pair<ClaimIndex, ClaimIndex> claims{relation.a, relation.b};
  sink_.AddRelation(std::move(relation));
  return claims;
}

void QuoteReporter::Join(ClaimIndex one, ClaimIndex other) {
  if (one == other) return;
  Relation relation;
  relation.a = one;
  relation.b = other;
  relation.agreement = Agreement::kConsistent;
  relation.rule = rule_.id;
  sink_.AddRelation(std::move(relation));
}

}  // namespace crosscheck
