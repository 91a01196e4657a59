#include <algorithm>
#include <map>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/pair_features.h"
#include "compare/settings.h"
#include "value/compare_values.h"

// One sentence, two figures: a sentence of one document that says all that a sentence of another says, but for one
// value.
namespace crosscheck {

namespace {

constexpr size_t kFewestWords = 3;  // content words that the shorter sentence must have
constexpr double kLeastWeight = 2;  // of the words that both have
constexpr size_t kCommonest = 40;   // a word in more sentences of a document than this leads to none of them
constexpr size_t kMostWords = 120;  // what is longer is no sentence

using Values = std::vector<const ValueMention*>;

class VerbatimComparer {
 public:
  VerbatimComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), share_(NumberSetting(rule, "threshold", 0.85)) {}

  void Run() {
    for (const DocumentAnalysis& document : analysis_.documents) AddWords(document);
    for (uint32_t a = 0; a < analysis_.documents.size(); ++a) {
      for (uint32_t b = a + 1; b < analysis_.documents.size(); ++b) {
        if (MayCompare(analysis_, a, b)) Compare(a, b);
      }
    }
  }

 private:
  // The content words of each sentence with a value, the value's own left out, and in which sentences each word stands.
  struct Words {
    std::vector<std::vector<WordId>> by_sentence;  // empty for a sentence that is not compared
    std::vector<double> weights;                   // of the words, by sentence
    absl::flat_hash_map<WordId, std::vector<uint32_t>> sentences;
  };

  void AddWords(const DocumentAnalysis& document) {
    Words words;
    words.by_sentence.resize(document.sentences.size());
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Sentence& sentence = document.sentences[s];
      if (sentence.values.empty() || sentence.block->cell || sentence.words.size() > kMostWords) continue;
      std::vector<WordId>& own = words.by_sentence[s];
      uint32_t from = 0;
      for (uint32_t index : sentence.values) {
        const ValueMention& value = document.values[index];
        if (value.first > from) Append(ContentSenses(sentence, from, value.first), own);
        from = std::max(from, value.last);
      }
      Append(ContentSenses(sentence, from, static_cast<uint32_t>(sentence.words.size())), own);
      std::sort(own.begin(), own.end());
      own.erase(std::unique(own.begin(), own.end()), own.end());
      if (own.size() < kFewestWords) own.clear();
      for (WordId word : own) words.sentences[word].push_back(s);
    }
    for (const std::vector<WordId>& own : words.by_sentence) words.weights.push_back(WeightOf(own));
    words_.push_back(std::move(words));
  }

  static void Append(const std::vector<WordId>& more, std::vector<WordId>& words) {
    words.insert(words.end(), more.begin(), more.end());
  }

  double WeightOf(const std::vector<WordId>& words) const { return SharedWeight(analysis_, words, words); }

  // Whether the one says nearly all that the other says, by the weight of the words.
  bool SaysAll(const Words& a, uint32_t s, const Words& b, uint32_t t) const {
    const double least = share_ * std::min(a.weights[s], b.weights[t]);
    const double shared = SharedWeight(analysis_, a.by_sentence[s], b.by_sentence[t]);
    return shared >= kLeastWeight && shared >= least;
  }

  void Compare(uint32_t a, uint32_t b) {
    const Words& left = words_[a];
    const Words& right = words_[b];
    std::vector<uint32_t> shared(right.by_sentence.size());  // words, by sentence of the right
    for (uint32_t s = 0; s < left.by_sentence.size(); ++s) {
      if (left.by_sentence[s].empty()) continue;
      std::fill(shared.begin(), shared.end(), 0);
      for (WordId word : left.by_sentence[s]) {
        const auto found = right.sentences.find(word);
        if (found == right.sentences.end() || found->second.size() > kCommonest) continue;
        for (uint32_t other : found->second) ++shared[other];
      }
      std::vector<uint32_t> others;
      for (uint32_t other = 0; other < shared.size() && others.size() < 2; ++other) {
        if (shared[other] >= kFewestWords && SaysAll(left, s, right, other)) others.push_back(other);
      }
      if (others.size() != 1) continue;  // said twice: which is meant cannot be told
      Hold(a, s, b, others.front());
    }
  }

  // Ages, times and ranks have comparisons of their own, that look at whose they are; a small count is of anything.
  static bool IsTelling(const Value& value) {
    switch (value.kind) {
      case ValueKind::kMoney:
      case ValueKind::kPercent:
      case ValueKind::kQuantity:
        return value.modifier != Modifier::kVague;
      case ValueKind::kNumber:
        return value.modifier != Modifier::kVague && !value.is_fraction && !IsSmallCount(value);
      case ValueKind::kDate:
        return !value.parts.relative && value.parts.year != 0;
      default:
        return false;
    }
  }

  Values ValuesOf(uint32_t d, uint32_t s, const Value& like) const {
    Values values;
    for (uint32_t index : analysis_.documents[d].sentences[s].values) {
      const ValueMention& value = analysis_.documents[d].values[index];
      const Value& own = value.mention.value;
      if (own.kind == like.kind && own.unit == like.unit && own.per == like.per) values.push_back(&value);
    }
    return values;
  }

  // Values of one kind, as many in both sentences, of which one pair alone differs.
  void Hold(uint32_t a, uint32_t s, uint32_t b, uint32_t t) {
    const DocumentAnalysis& document = analysis_.documents[a];
    absl::flat_hash_set<const ValueMention*> done;
    for (uint32_t index : document.sentences[s].values) {
      const ValueMention& value = document.values[index];
      if (done.contains(&value) || !IsTelling(value.mention.value)) continue;
      const Values left = ValuesOf(a, s, value.mention.value);
      const Values right = ValuesOf(b, t, value.mention.value);
      done.insert(left.begin(), left.end());
      if (left.size() != right.size()) continue;
      const ValueMention* x = nullptr;
      const ValueMention* y = nullptr;
      size_t differ = 0;
      for (size_t i = 0; i < left.size(); ++i) {
        if (AgreementOf(left[i]->mention.value, right[i]->mention.value) != Agreement::kContradictory) continue;
        ++differ;
        x = left[i];
        y = right[i];
      }
      if (differ == 1 && !IsSaid(a, *y) && !IsSaid(b, *x)) Report(a, *x, b, *y);
    }
  }

  // A document that has the other's value too may say both, of two things.
  bool IsSaid(uint32_t d, const ValueMention& value) const {
    const auto& values = analysis_.documents[d].values;
    return std::any_of(values.begin(), values.end(), [&](const ValueMention& own) {
      return own.mention.value.kind == value.mention.value.kind && own.mention.value.unit == value.mention.value.unit &&
             Agree(own, value);
    });
  }

  Claim MakeClaim(uint32_t d, const ValueMention& value) const {
    Claim claim = ClaimOfValue(analysis_, analysis_.documents[d], value);
    claim.rule = rule_.id;
    claim.attribute = "figure";  // whatever noun stands by it: "injured 14" and "injured 14 people" are one position
    return claim;
  }

  void Report(uint32_t a, const ValueMention& x, uint32_t b, const ValueMention& y) {
    Claim left = MakeClaim(a, x);
    Claim right = MakeClaim(b, y);
    Relation relation = MakeRelation(analysis_, rule_, {left, a}, {right, b},
                                     "one sentence, in nearly the same words, with another figure");
    sink_.Relate(std::move(relation), std::move(left), std::move(right));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  double share_;
  std::vector<Words> words_;  // by document
};

}  // namespace

void CompareVerbatim(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  VerbatimComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
