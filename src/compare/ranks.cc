#include <algorithm>

#include "absl/strings/str_cat.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/rank_claims.h"

// Two ranks of one person, team or thing: third against fourth place, the tallest against the second-tallest.
namespace crosscheck {

namespace {

class RankComparer {
 public:
  RankComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink) {}

  void Run() {
    std::vector<std::vector<RankClaim>> ranks;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) ranks.push_back(RanksOf(analysis_, d));
    for (uint32_t a = 0; a < ranks.size(); ++a) {
      for (uint32_t b = a + 1; b < ranks.size(); ++b) {
        if (ranks[a].empty() || ranks[b].empty() || !MayCompare(analysis_, a, b)) continue;
        CompareDocuments(ranks[a], ranks[b]);
      }
    }
  }

 private:
  void CompareDocuments(const std::vector<RankClaim>& left, const std::vector<RankClaim>& right) {
    for (const RankClaim& a : left) {
      // The first row or phrase that differs is shown; a text that has what the other says, somewhere, is at one with
      // it.
      const auto differs = std::find_if(right.begin(), right.end(),
                                        [&](const RankClaim& b) { return AreOfOneOrder(a, b) && !CanBothBe(a, b); });
      if (differs == right.end() || (a.listed && differs->listed)) continue;
      if (IsSaid(a, right) || IsSaid(*differs, left) || HasOthers(a, left) || HasOthers(*differs, right)) continue;
      Report(a, *differs);
    }
  }

  static bool CanBothBe(const RankClaim& a, const RankClaim& b) { return a.best <= b.worst && b.best <= a.worst; }

  bool IsSaid(const RankClaim& claim, const std::vector<RankClaim>& others) const {
    return std::any_of(others.begin(), others.end(), [&](const RankClaim& other) {
      return (claim.degree < 0) == (other.degree < 0) && IsOfOne(claim, other) && CanBothBe(claim, other);
    });
  }

  // A text with two ranks of one holder tells of two orders, and which is which nobody can tell.
  bool HasOthers(const RankClaim& claim, const std::vector<RankClaim>& own) const {
    return std::any_of(own.begin(), own.end(), [&](const RankClaim& other) {
      return other.degree == claim.degree && IsOfOne(claim, other) && !CanBothBe(claim, other);
    });
  }

  bool AreOfOneOrder(const RankClaim& a, const RankClaim& b) const {
    if (a.degree != b.degree || a.scope != b.scope || !IsOfOne(a, b)) return false;
    return a.degree < 0 ? MayBeOneRace(a, b) : HaveOneNoun(a, b);
  }

  // "In the relay" is not "in the short race"; a row, or a place of nothing named, may be of either.
  bool MayBeOneRace(const RankClaim& a, const RankClaim& b) const {
    return a.order.empty() || b.order.empty() || SharedCount(a.order, b.order) > 0 ||
           KinWeight(analysis_, a.order, b.order) > 0;
  }

  static bool IsOfOne(const RankClaim& a, const RankClaim& b) { return a.entity >= 0 && a.entity == b.entity; }

  // "Lake" for "reservoir", and a noun that is left out.
  bool HaveOneNoun(const RankClaim& a, const RankClaim& b) const {
    if (a.head == 0 || b.head == 0 || a.head == b.head) return true;
    return KinWeight(analysis_, std::vector<WordId>{a.head}, std::vector<WordId>{b.head}) > 0;
  }

  static std::string WordsOf(const RankClaim& claim) {
    return claim.best == claim.worst ? absl::StrCat(claim.best) : absl::StrCat(claim.best, " to ", claim.worst);
  }

  Claim MakeClaim(const RankClaim& rank) const {
    const DocumentAnalysis& document = analysis_.documents[rank.document];
    const Sentence& sentence = document.sentences[rank.sentence];
    Claim claim = ClaimAt(document, sentence, SpanOfWords(sentence, rank.first, rank.last));
    claim.rule = rule_.id;
    claim.subject = analysis_.entities[static_cast<size_t>(rank.entity)].display;
    claim.attribute = "rank";
    claim.value.kind = "ordinal";
    claim.value.canonical = WordsOf(rank);
    return claim;
  }

  void Report(const RankClaim& a, const RankClaim& b) {
    Claim left = MakeClaim(a);
    Claim right = MakeClaim(b);
    Relation relation = MakeRelation(analysis_, rule_, {left, a.document}, {right, b.document},
                                     absl::StrCat("rank ", WordsOf(a), " against ", WordsOf(b), " for ‘", left.subject,
                                                  "’; neither text has the other’s"));
    relation.question = left.subject;
    sink_.Relate(std::move(relation), std::move(left), std::move(right));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
};

}  // namespace

void CompareRanks(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  RankComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
