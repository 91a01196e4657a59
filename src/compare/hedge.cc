#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "compare/detectors.h"
#include "compare/likeness.h"
#include "compare/named.h"
#include "compare/settings.h"

// Hedges that the draft dropped: "at least 19" that has become "19", an alleged fraud that has become a fraud.
namespace crosscheck {

namespace {

bool IsHedge(Modifier modifier) { return modifier != Modifier::kExact && modifier != Modifier::kVague; }

bool SameFigure(const Value& a, const Value& b) {
  return a.kind == b.kind && a.unit == b.unit && a.per == b.per && a.low && a.low == b.low && a.high == b.high;
}

class HedgeComparer {
 public:
  HedgeComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        threshold_(NumberSetting(rule, "threshold", 0.4)),
        doubt_(analysis.lexicons->Find("doubt")),
        doubt_elsewhere_(analysis.lexicons->Find("doubt-elsewhere")) {}

  void Run() {
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      if (analysis_.documents[d].document->info().role != Role::kDraft) continue;
      for (uint32_t s = 0; s < analysis_.documents.size(); ++s) {
        if (analysis_.documents[s].document->info().role == Role::kDraft || !MayCompare(analysis_, d, s)) continue;
        CompareFigures(d, s);
        CompareWords(d, s);
      }
    }
  }

 private:
  // Figures that stand without a hedge in the draft, and never so in any source.
  void CompareFigures(uint32_t draft, uint32_t source) {
    for (const ValueMention& own : analysis_.documents[draft].values) {
      const Value& value = own.mention.value;
      if (value.modifier != Modifier::kExact || value.kind == ValueKind::kDate || value.kind == ValueKind::kTime)
        continue;
      if (StatedPlainly(value)) continue;
      for (const ValueMention& other : analysis_.documents[source].values) {
        if (!IsHedge(other.mention.value.modifier) || !SameFigure(value, other.mention.value)) continue;
        const bool head = own.frame.head != 0 && own.frame.head == other.frame.head;
        if (!head && own.frame.head != 0 && other.frame.head != 0) continue;
        if (!head && MeasureLikeness(analysis_, own, other).Total() < threshold_) continue;
        Claim a = ClaimOfValue(analysis_, analysis_.documents[draft], own);
        Claim b = ClaimAt(analysis_.documents[source], analysis_.documents[source].sentences[other.sentence],
                          other.mention.phrase);
        b.attribute = a.attribute;
        a.value.value = std::nullopt;
        a.value.canonical = "plain";
        b.value.canonical = "hedged";
        Report(draft, source, std::move(a), std::move(b), absl::StrCat("figure:", value.low->ToString(), value.unit),
               "the source hedges the figure");
      }
    }
  }

  bool StatedPlainly(const Value& value) const {
    for (const DocumentAnalysis& document : analysis_.documents) {
      if (document.document->info().role == Role::kDraft) continue;
      for (const ValueMention& other : document.values) {
        if (other.mention.value.modifier == Modifier::kExact && SameFigure(value, other.mention.value)) return true;
      }
    }
    return false;
  }

  struct Noun {
    const Sentence* sentence = nullptr;
    TextSpan span;
    bool doubted = false;
  };

  // Nouns and the words of doubt directly before them ("the alleged fraud"), by lemma.
  std::map<WordId, std::vector<Noun>> Nouns(uint32_t d, const std::set<WordId>* only) const {
    std::map<WordId, std::vector<Noun>> nouns;
    for (const Sentence& sentence : analysis_.documents[d].sentences) {
      const bool doubtful = std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
        return hit.lexicon == doubt_ || hit.lexicon == doubt_elsewhere_;
      });
      for (uint32_t w = 0; w < sentence.words.size(); ++w) {
        const Word& word = sentence.words[w];
        if (word.stop || word.number || (only != nullptr && !only->contains(word.lemma))) continue;
        const auto hit = std::find_if(sentence.hits.begin(), sentence.hits.end(),
                                      [&](const LexiconHit& h) { return h.lexicon == doubt_ && h.last == w; });
        if (hit != sentence.hits.end()) {
          nouns[word.lemma].push_back({&sentence, {sentence.words[hit->first].span.begin, word.span.end}, true});
        } else if (only != nullptr) {
          nouns[word.lemma].push_back({&sentence, word.span, doubtful});
        }
      }
    }
    return nouns;
  }

  void CompareWords(uint32_t draft, uint32_t source) {
    const auto hedged = Nouns(source, nullptr);
    std::set<WordId> lemmas;
    for (const auto& [lemma, places] : hedged) lemmas.insert(lemma);
    if (lemmas.empty()) return;
    const auto source_all = Nouns(source, &lemmas);
    const auto own = Nouns(draft, &lemmas);
    for (const auto& [lemma, places] : own) {
      const bool kept = std::any_of(places.begin(), places.end(), [](const Noun& noun) { return noun.doubted; });
      const auto& theirs = source_all.at(lemma);
      const bool plain = std::any_of(theirs.begin(), theirs.end(), [](const Noun& noun) { return !noun.doubted; });
      if (kept || plain) continue;
      Claim a = ClaimAt(analysis_.documents[draft], *places.front().sentence, places.front().span);
      Claim b = ClaimAt(analysis_.documents[source], *hedged.at(lemma).front().sentence, hedged.at(lemma).front().span);
      a.value.kind = b.value.kind = "text";
      a.attribute = b.attribute = analysis_.words.Text(lemma);
      a.value.canonical = "plain";
      b.value.canonical = "hedged";
      Report(draft, source, std::move(a), std::move(b), absl::StrCat("word:", analysis_.words.Text(lemma)),
             "the source leaves it open");
    }
  }

  void Report(uint32_t draft, uint32_t source, Claim a, Claim b, std::string question, const std::string& reason) {
    a.rule = b.rule = rule_.id;
    Relation relation = MakeRelation(analysis_, rule_, {a, draft}, {b, source}, reason);
    relation.question = std::move(question);
    sink_.Relate(std::move(relation), std::move(a), std::move(b));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  double threshold_;
  LexiconId doubt_, doubt_elsewhere_;
};

}  // namespace

void CompareHedges(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  HedgeComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
