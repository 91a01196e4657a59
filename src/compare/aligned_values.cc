#include <algorithm>
#include <memory>
#include <set>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "compare/aligned_pairs.h"
#include "compare/detectors.h"
#include "compare/likeness.h"
#include "compare/named.h"
#include "compare/settings.h"

// Values that no rule names: what two documents say about one thing is paired by what surrounds it. Agreement comes
// first: a value that the other document has too is done. What is left over on both sides, alike in everything but the
// figure, is a disagreement.
namespace crosscheck {

namespace {

class ValueAligner {
 public:
  ValueAligner(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        threshold_(NumberSetting(rule, "threshold", 0.5)),
        band_(NumberSetting(rule, "note_band", 0.0)),
        weights_(Weights()),
        finder_(analysis, rule, sink.trace(), PairFloor{weights_, threshold_ - band_}) {}

  void Run() {
    for (uint32_t i = 0; i < analysis_.documents.size(); ++i) {
      for (uint32_t j = i; j < analysis_.documents.size(); ++j) {
        if (MayCompare(analysis_, i, j)) Compare(i, j);
      }
    }
  }

 private:
  static std::vector<double> Weights() {
    std::vector<double> weights;
    for (const CueRow& row : CueTable()) weights.push_back(row.weight);
    return weights;
  }

  struct Pairing {
    double likeness = 0;
    const CandidatePair* pair = nullptr;
  };

  // One to one, the likest first.
  void Compare(uint32_t left, uint32_t right) {
    const std::vector<CandidatePair> candidates = finder_.Find(left, right);
    std::vector<Pairing> pairings;
    for (const CandidatePair& pair : candidates) {
      const double likeness = Weigh(pair.cues, weights_);
      if (likeness >= threshold_ - band_) {
        pairings.push_back({likeness, &pair});
      } else {
        TracePair(pair, likeness, "likeness", [&] {
          return absl::StrFormat("too little speaks for one question: %.2f, and %.2f is needed (%s; %s)", likeness,
                                 threshold_ - band_, LikenessWords(analysis_, *pair.a, *pair.b),
                                 CueWords(pair.cues, weights_));
        });
      }
    }
    std::stable_sort(pairings.begin(), pairings.end(),
                     [](const Pairing& x, const Pairing& y) { return x.likeness > y.likeness; });
    std::set<const ValueMention*> used;
    for (const Pairing& pairing : pairings) {
      if (used.contains(pairing.pair->a) || used.contains(pairing.pair->b)) {
        TracePair(*pairing.pair, pairing.likeness, "taken", [&] {
          return absl::StrFormat("alike to %.2f, but one of them is more like another value and is held against that",
                                 pairing.likeness);
        });
        continue;
      }
      used.insert({pairing.pair->a, pairing.pair->b});
      Report(left, right, *pairing.pair, pairing.likeness);
    }
  }

  // Tells the trace why two values were not related; `words` is called only where the trace wants it.
  template <typename Words>
  void TracePair(const CandidatePair& pair, double likeness, absl::string_view step, const Words& words) const {
    if (sink_.trace() == nullptr) return;
    const Place a = PlaceOf(analysis_, *pair.a);
    const Place b = PlaceOf(analysis_, *pair.b);
    if (sink_.trace()->Wants(a, b)) {
      sink_.trace()->Add({rule_.id, a, b, std::string(step), words(), false, likeness});
    }
  }

  // The claim of a value, and its index in the sink: made once for a value that stands against many.
  struct Told {
    Claim claim;
    ClaimIndex index = 0;
  };
  const Told& Tell(uint32_t d, const ValueMention& value) {
    std::unique_ptr<Told>& told = told_[&value];
    if (told == nullptr) {
      told = std::make_unique<Told>();
      told->claim = ClaimOfValue(analysis_, analysis_.documents[d], value);
      told->claim.rule = rule_.id;
      told->index = sink_.AddClaim(told->claim);
    }
    return *told;
  }

  void Report(uint32_t left, uint32_t right, const CandidatePair& pair, double likeness) {
    const Told& a = Tell(left, *pair.a);
    const Told& b = Tell(right, *pair.b);
    Relation relation = MakeRelation(analysis_, rule_, {a.claim, left}, {b.claim, right},
                                     absl::StrCat(CompareValues(pair.a->mention.value, pair.b->mention.value).reason,
                                                  "; the words around both are ", AlikeWords(likeness - threshold_)));
    if (likeness < threshold_) relation.severity = Severity::kNote;
    relation.a = a.index;
    relation.b = b.index;
    sink_.AddRelation(std::move(relation));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  double threshold_, band_;
  std::vector<double> weights_;  // by Cue
  CandidateFinder finder_;
  absl::flat_hash_map<const ValueMention*, std::unique_ptr<Told>> told_;
};

}  // namespace

void CompareValuesAligned(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  ValueAligner(analysis, rule, sink).Run();
}

}  // namespace crosscheck
