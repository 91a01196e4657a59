#ifndef CROSSCHECK_COMPARE_QUOTE_REPORT_H_
#define CROSSCHECK_COMPARE_QUOTE_REPORT_H_

#include <string>

#include "claim/analysis.h"
#include "compare/relation.h"
#include "compare/speech.h"
#include "rule/rule_set.h"

namespace crosscheck {

inline constexpr size_t kLongestQuoteSpan = 180;  // bytes of evidence that a claim about a quotation may cover

// Writes claims and relations about stretches of spoken words for one rule.
class QuoteReporter {
 public:
  QuoteReporter(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink) {}

  // A claim about words [first, last) of a passage, which lie in one sentence (what lies beyond is cut off), `around`
  // words wider on each side; never over kLongestQuoteSpan. An empty stretch stands for the word at `first`.
  Claim MakeClaim(const Passage& passage, uint32_t first, uint32_t last, uint32_t around, std::string canonical) const;

  // Whether a claim may cover the words without being cut.
  bool FitsOneClaim(const Passage& passage, uint32_t first, uint32_t last) const;

  // Adds both claims and a contradiction between them, with the rule's type, severity and messages. Gives back the
  // indices of the claims.
  std::pair<ClaimIndex, ClaimIndex> Contradict(Claim a, Claim b, const Passage& from_a, const Passage& from_b,
                                               absl::string_view reason, bool only_note = false);

  // Two claims of one side belong to one finding.
  void Join(ClaimIndex one, ClaimIndex other);
  ClaimIndex Add(Claim claim) { return sink_.AddClaim(std::move(claim)); }

 private:
  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_QUOTE_REPORT_H_
