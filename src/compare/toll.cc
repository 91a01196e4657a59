#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/settings.h"
#include "value/compare_values.h"

// How many were killed, hurt, arrested, rescued: tolls meet by what befell whom. A document is represented by what its
// title and first sentences say; the rest of it only explains a difference away.
namespace crosscheck {

namespace {

constexpr int64_t kMostTimesLarger = 4;  // beyond that it is another toll
constexpr size_t kMostParts = 5;         // of a sum

// A toll and the document (index into Analysis::documents) that states it.
struct TollOf {
  uint32_t document = 0;
  const Toll* toll = nullptr;
};

int64_t WholeOf(const Toll& toll) {
  const auto& bound = toll.figure.low ? toll.figure.low : toll.figure.high;
  return bound ? static_cast<int64_t>(bound->ToDouble()) : 0;
}

class TollComparer {
 public:
  TollComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        states_(analysis.lexicons->Find("toll-states")),
        doer_dead_(analysis.lexicons->Find("doer-dead")),
        change_(analysis.lexicons->Find("toll-change")),
        roundup_(analysis.lexicons->Find("roundup")),
        update_days_(NumberSetting(rule, "update_days", 21)) {
    const LexiconIndex& lexicons = *analysis.lexicons;
    killed_ = lexicons.FindGroup(states_, "killed");
    shot_ = lexicons.FindGroup(states_, "shot");
    hurt_ = lexicons.FindGroup(states_, "hurt");
    any_ = lexicons.FindGroup(lexicons.Find("toll-classes"), "any");
    const auto passing = analysis.rules->lexicons.find("toll-passing");
    if (passing == analysis.rules->lexicons.end()) return;
    for (const LexiconGroup& group : passing->second.groups) {
      for (const std::string& name : group.phrases) passing_.insert(lexicons.FindGroup(states_, name));
    }
  }

  void Run() {
    if (states_ == kNoLexicon) return;
    for (uint32_t i = 0; i < analysis_.documents.size(); ++i) {
      for (uint32_t j = i + 1; j < analysis_.documents.size(); ++j) {
        if (MayCompare(analysis_, i, j) && HasHit(i, roundup_, true) == HasHit(j, roundup_, true)) Compare(i, j);
      }
    }
  }

 private:
  // Whether a phrase of the lexicon stands in the document, or in its lead.
  bool HasHit(uint32_t d, LexiconId lexicon, bool lead_only) const {
    uint32_t seen = 0;
    for (const Sentence& sentence : analysis_.documents[d].sentences) {
      if (lead_only && ++seen > 4) return false;
      for (const LexiconHit& hit : sentence.hits) {
        if (hit.lexicon == lexicon) return true;
      }
    }
    return false;
  }

  // What a document itself says of its own event. "One was killed and five others were hurt" leaves nobody out of the
  // hurt; "two others were killed" leaves out those named before.
  bool Represents(const DocumentAnalysis& document, const Toll& toll) const {
    if (!toll.lead || toll.other_event || toll.part == TollPart::kSingle || toll.part == TollPart::kPart) return false;
    if (toll.chain != 0) return false;
    if (toll.part == TollPart::kWhole) return true;
    return toll.outcome == hurt_ && std::any_of(document.tolls.begin(), document.tolls.end(), [&](const Toll& other) {
             return other.sentence == toll.sentence && other.outcome == killed_ && other.first < toll.first;
           });
  }

  bool SamePeople(const Toll& a, const Toll& b) const {
    if (a.people == b.people || (a.head != 0 && a.head == b.head)) return true;
    const auto general = [&](const Toll& toll) { return toll.people < 0 || toll.people == any_; };
    return general(a) && general(b);
  }

  static bool Agree(const Toll& a, const Toll& b) {
    return CompareValues(a.figure, b.figure).agreement != Agreement::kContradictory;
  }

  void Compare(uint32_t i, uint32_t j) {
    for (const Toll& a : analysis_.documents[i].tolls) {
      if (!Represents(analysis_.documents[i], a)) continue;
      for (const Toll& b : analysis_.documents[j].tolls) {
        if (!Represents(analysis_.documents[j], b) || a.outcome != b.outcome || !SamePeople(a, b) || Agree(a, b))
          continue;
        if (!Explained({i, &a}, {j, &b})) Report({i, &a}, {j, &b});
      }
    }
  }

  bool Explained(const TollOf& a, const TollOf& b) const {
    const int64_t x = WholeOf(*a.toll);
    const int64_t y = WholeOf(*b.toll);
    if (x != 0 && y != 0 && std::max(x, y) > kMostTimesLarger * std::min(x, y)) return true;
    if ((a.toll->outcome == killed_ || a.toll->outcome == shot_) && std::abs(x - y) <= 1 &&
        (HasHit(a.document, doer_dead_, false) || HasHit(b.document, doer_dead_, false)))
      return true;
    if (SaysElsewhere(a.document, *b.toll) || SaysElsewhere(b.document, *a.toll)) return true;
    if (IsSum(a.document, *b.toll) || IsSum(b.document, *a.toll)) return true;
    return Acknowledged(a, b);
  }

  bool SaysElsewhere(uint32_t d, const Toll& wanted) const {
    const auto& tolls = analysis_.documents[d].tolls;
    return std::any_of(tolls.begin(), tolls.end(), [&](const Toll& toll) {
      return toll.outcome == wanted.outcome && toll.part != TollPart::kSingle && toll.value >= 0 && Agree(toll, wanted);
    });
  }

  // "Four men and a woman" are five; "a man" and "two others" are three.
  bool IsSum(uint32_t d, const Toll& wanted) const {
    const auto& tolls = analysis_.documents[d].tolls;
    std::set<int64_t> sums;
    for (size_t i = 0; i < tolls.size(); ++i) {
      std::set<int64_t> here;
      size_t parts = 0;
      std::set<std::pair<int64_t, int>> seen;
      for (size_t j = i; j < tolls.size() && parts < kMostParts; ++j) {
        if (tolls[j].outcome != wanted.outcome) continue;
        const bool near = tolls[j].sentence <= tolls[i].sentence + 1 || tolls[j].part == TollPart::kOther;
        if (!near || !seen.insert({WholeOf(tolls[j]), tolls[j].people}).second) continue;
        ++parts;
        std::set<int64_t> more = here;
        for (int64_t sum : here) more.insert(sum + WholeOf(tolls[j]));
        more.insert(WholeOf(tolls[j]));
        here = std::move(more);
      }
      sums.insert(here.begin(), here.end());
    }
    return sums.contains(WholeOf(wanted)) && WholeOf(wanted) > 1;
  }

  // A document that has both figures where it tells of a change explains them for all.
  bool Acknowledged(const TollOf& a, const TollOf& b) const {
    for (const DocumentAnalysis& document : analysis_.documents) {
      bool has_a = false;
      bool has_b = false;
      for (const Toll& toll : document.tolls) {
        if (toll.outcome != a.toll->outcome) continue;
        const auto& hits = document.sentences[toll.sentence].hits;
        const bool change =
            std::any_of(hits.begin(), hits.end(), [&](const auto& hit) { return hit.lexicon == change_; });
        has_a |= change && WholeOf(toll) == WholeOf(*a.toll);
        has_b |= change && WholeOf(toll) == WholeOf(*b.toll);
      }
      if (has_a && has_b) return true;
    }
    return false;
  }

  // The later document has the higher figure, and is no draft that an older source contradicts.
  bool IsUpdate(const TollOf& a, const TollOf& b) const {
    const DocumentInfo& info_a = analysis_.documents[a.document].document->info();
    const DocumentInfo& info_b = analysis_.documents[b.document].document->info();
    if (!info_a.published || !info_b.published || *info_a.published == *info_b.published) return false;
    const bool a_later = *info_a.published > *info_b.published;
    if (std::abs(*info_a.published - *info_b.published) > static_cast<int64_t>(update_days_)) return false;
    const TollOf& older = a_later ? b : a;
    if (analysis_.documents[older.document].document->info().role == Role::kDraft) return false;
    return passing_.contains(a.toll->outcome) || (WholeOf(*a.toll) > WholeOf(*b.toll)) == a_later;
  }

  Claim MakeClaim(const TollOf& of) const {
    const DocumentAnalysis& document = analysis_.documents[of.document];
    Claim claim;
    if (of.toll->value >= 0) {
      claim = ClaimOfValue(analysis_, document, document.values[static_cast<size_t>(of.toll->value)]);
    } else {
      claim = ClaimAt(document, document.sentences[of.toll->sentence], of.toll->span);
      claim.value.kind = std::string(ValueKindName(ValueKind::kNumber));
      claim.value.value = of.toll->figure;
    }
    claim.rule = rule_.id;
    claim.attribute = analysis_.lexicons->GroupName(states_, of.toll->outcome);
    return claim;
  }

  void Report(const TollOf& a, const TollOf& b) {
    Claim claim_a = MakeClaim(a);
    Claim claim_b = MakeClaim(b);
    const bool update = IsUpdate(a, b);
    Relation relation = MakeRelation(analysis_, rule_, {claim_a, a.document}, {claim_b, b.document},
                                     absl::StrCat(CompareValues(a.toll->figure, b.toll->figure).reason,
                                                  update ? "; the later document has the newer figure" : ""));
    if (update) {
      relation.kind = "update";
      relation.severity = Severity::kNote;
    }
    relation.question = claim_a.attribute;
    relation.a = sink_.AddClaim(std::move(claim_a));
    relation.b = sink_.AddClaim(std::move(claim_b));
    sink_.AddRelation(std::move(relation));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  LexiconId states_, doer_dead_, change_, roundup_;
  double update_days_;
  int killed_, shot_, hurt_, any_;
  std::set<int> passing_;  // outcomes whose count may fall
};

}  // namespace

void CompareTolls(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  TollComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
