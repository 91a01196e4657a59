#include <algorithm>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/misplaced_pairs.h"
#include "compare/named.h"
#include "compare/settings.h"

namespace crosscheck {

namespace {

class MisplacedComparer {
 public:
  MisplacedComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), threshold_(NumberSetting(rule, "threshold", 4)) {}

  void Run() {
    for (uint32_t i = 0; i < analysis_.documents.size(); ++i) {
      for (uint32_t j = 0; j < analysis_.documents.size(); ++j) {
        if (i != j && MayCompare(analysis_, i, j)) Compare(i, j);
      }
    }
  }

 private:
  // The likest first; each figure of either document once.
  void Compare(uint32_t document, uint32_t other) {
    std::vector<std::pair<double, MisplacedPair>> pairs;
    for (const MisplacedPair& pair : MisplacedPairs(analysis_, rule_, document, other)) {
      double sum = 0;
      for (size_t i = 0; i < kMisplacedCueCount; ++i) sum += pair.cues[i] * MisplacedCueTable()[i].weight;
      if (sum >= threshold_) pairs.emplace_back(sum, pair);
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
    std::set<const ValueMention*> used;
    for (const auto& [sum, pair] : pairs) {
      if (used.contains(pair.value) || used.contains(pair.better)) continue;
      used.insert({pair.value, pair.better});
      Report(document, other, pair);
    }
  }

  Claim MakeClaim(uint32_t d, const ValueMention& value) const {
    Claim claim = ClaimOfValue(analysis_, analysis_.documents[d], value);
    claim.rule = rule_.id;
    return claim;
  }

  void Report(uint32_t document, uint32_t other, const MisplacedPair& pair) {
    const Claim value = MakeClaim(document, *pair.value);
    const Claim better = MakeClaim(other, *pair.better);
    const DocumentAnalysis& text = analysis_.documents[other];
    const Sentence& sentence = text.sentences[pair.there->sentence];
    const auto clause = ClauseAround(sentence, pair.there->first);
    const TextSpan span = SpanOfWords(sentence, clause.first, clause.second);
    const absl::string_view words = sentence.text.substr(span.begin, span.end - span.begin);
    const TextSpan figure = pair.there->mention.span;
    Relation relation = MakeRelation(analysis_, rule_, {value, document}, {better, other},
                                     absl::StrCat(text.document->info().path, " gives ",
                                                  sentence.text.substr(figure.begin, figure.end - figure.begin),
                                                  " to something else: ‘", words, "’"));
    sink_.Relate(std::move(relation), value, better);
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  double threshold_;
};

}  // namespace

void CompareMisplaced(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  MisplacedComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
