#include "compare/aligned_places.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/likeness.h"
#include "compare/named.h"
#include "compare/settings.h"

namespace crosscheck {

namespace {

class PlaceAligner {
 public:
  PlaceAligner(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        threshold_(NumberSetting(rule, "threshold", 4)),
        band_(NumberSetting(rule, "note_band", 0)) {}

  void Run() {
    for (uint32_t i = 0; i < analysis_.documents.size(); ++i) {
      for (uint32_t j = i + 1; j < analysis_.documents.size(); ++j) {
        if (MayCompare(analysis_, i, j)) Compare(i, j);
      }
    }
  }

 private:
  static double Weigh(const PlaceCues& cues) {
    double sum = 0;
    for (const PlaceCueRow& row : PlaceCueTable()) sum += row.weight * cues[static_cast<size_t>(row.cue)];
    return sum;
  }

  const NameMention& NameAt(uint32_t document, const NameInText& place) const {
    return analysis_.documents[document].sentences[place.sentence].names[place.name];
  }

  void Compare(uint32_t left, uint32_t right) {
    std::vector<std::pair<double, PlacePair>> pairs;
    for (const PlacePair& pair : PlacePairs(analysis_, left, right)) {
      const double likeness = Weigh(pair.cues);
      if (likeness >= threshold_ - band_) pairs.emplace_back(likeness, pair);
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
    std::set<std::pair<int, uint32_t>> used;
    for (const auto& [likeness, pair] : pairs) {
      const std::pair<int, uint32_t> a{0, NameAt(left, pair.a).entity};
      const std::pair<int, uint32_t> b{1, NameAt(right, pair.b).entity};
      if (used.contains(a) || used.contains(b)) continue;
      used.insert({a, b});
      Report(left, right, pair, likeness);
    }
  }

  Claim MakeClaim(uint32_t d, const NameInText& place) const {
    const DocumentAnalysis& document = analysis_.documents[d];
    const Sentence& sentence = document.sentences[place.sentence];
    const NameMention& name = sentence.names[place.name];
    const uint32_t first = name.first > 2 ? name.first - 2 : 0;
    Claim claim = ClaimAt(document, sentence, SpanOfWords(sentence, first, name.last));
    claim.rule = rule_.id;
    claim.attribute = rule_.type;
    claim.value.kind = "name";
    claim.value.canonical = analysis_.entities[name.entity].key;
    return claim;
  }

  void Report(uint32_t left, uint32_t right, const PlacePair& pair, double likeness) {
    Claim a = MakeClaim(left, pair.a);
    Claim b = MakeClaim(right, pair.b);
    Relation relation =
        MakeRelation(analysis_, rule_, {a, left}, {b, right},
                     absl::StrCat("each place stands in one of the two only; the words around both are ",
                                  AlikeWords(likeness - threshold_)));
    if (likeness < threshold_) relation.severity = Severity::kNote;
    sink_.Relate(std::move(relation), std::move(a), std::move(b));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  double threshold_, band_;
};

}  // namespace

void ComparePlacesAligned(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  PlaceAligner(analysis, rule, sink).Run();
}

}  // namespace crosscheck
