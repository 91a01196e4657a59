#include <algorithm>

#include "absl/strings/str_cat.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/settings.h"

// Before, during and after: two texts put one thing at different times against another.
namespace crosscheck {

namespace {

constexpr uint32_t kObjectWords = 7;  // words after the cue that say what the thing is held against

// "after the visit to Beijing" + what happened then.
struct Ordering {
  uint32_t document = 0, sentence = 0;
  LexiconHit hit;
  uint32_t object_end = 0;
  std::vector<WordId> object;   // senses of what comes after the cue
  std::vector<WordId> subject;  // senses of the rest of the sentence
};

class OrderComparer {
 public:
  OrderComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        object_anchor_(NumberSetting(rule, "object_anchor", 1.2)),
        subject_anchor_(NumberSetting(rule, "anchor", 1.2)) {
    cues_ = analysis.lexicons->Find(TextSetting(rule, "lexicon", "order"));
  }

  void Run() {
    if (cues_ == kNoLexicon) return;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      for (uint32_t s = 0; s < analysis_.documents[d].sentences.size(); ++s) Collect(d, s);
    }
    for (size_t i = 0; i < orderings_.size(); ++i) {
      for (size_t j = i + 1; j < orderings_.size(); ++j) Compare(orderings_[i], orderings_[j]);
    }
  }

 private:
  void Collect(uint32_t d, uint32_t s) {
    const Sentence& sentence = analysis_.documents[d].sentences[s];
    const auto size = static_cast<uint32_t>(sentence.words.size());
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != cues_) continue;
      Ordering ordering;
      ordering.document = d;
      ordering.sentence = s;
      ordering.hit = hit;
      ordering.object_end = hit.last;
      while (ordering.object_end < size && ordering.object_end < hit.last + kObjectWords &&
             (ordering.object_end == hit.last || !sentence.words[ordering.object_end].comma_before) &&
             !sentence.words[ordering.object_end].break_before) {
        ++ordering.object_end;
      }
      ordering.object = ContentSenses(sentence, hit.last, ordering.object_end);
      ordering.subject = ContentSenses(sentence, 0, hit.first);
      const std::vector<WordId> after = ContentSenses(sentence, ordering.object_end, size);
      ordering.subject.insert(ordering.subject.end(), after.begin(), after.end());
      std::sort(ordering.subject.begin(), ordering.subject.end());
      ordering.subject.erase(std::unique(ordering.subject.begin(), ordering.subject.end()), ordering.subject.end());
      if (ordering.object.size() >= 2 || ordering.object_end - hit.last <= 3) orderings_.push_back(std::move(ordering));
    }
  }

  void Compare(const Ordering& a, const Ordering& b) {
    if (a.document == b.document || a.hit.group == b.hit.group || !MayCompare(analysis_, a.document, b.document))
      return;
    if (SharedCount(a.object, b.object) < 2 || SharedWeight(analysis_, a.object, b.object) < object_anchor_) return;
    if (SharedCount(a.subject, b.subject) < 2 || SharedWeight(analysis_, a.subject, b.subject) < subject_anchor_)
      return;
    Claim left = Evidence(a);
    Claim right = Evidence(b);
    Relation relation =
        MakeRelation(analysis_, rule_, {left, a.document}, {right, b.document},
                     absl::StrCat("‘", left.value.canonical, "’ against ‘", right.value.canonical, "’"));
    sink_.Relate(std::move(relation), std::move(left), std::move(right));
  }

  Claim Evidence(const Ordering& ordering) const {
    const DocumentAnalysis& document = analysis_.documents[ordering.document];
    const Sentence& sentence = document.sentences[ordering.sentence];
    Claim claim = ClaimAt(document, sentence, SpanOfWords(sentence, ordering.hit.first, ordering.object_end));
    claim.rule = rule_.id;
    claim.attribute = "order";
    claim.value.kind = "order";
    claim.value.canonical = analysis_.lexicons->GroupName(cues_, ordering.hit.group);
    return claim;
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  double object_anchor_, subject_anchor_;
  LexiconId cues_;
  std::vector<Ordering> orderings_;
};

}  // namespace

void CompareOrders(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  OrderComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
