#include "compare/quote_restated.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/named.h"
#include "compare/speakers.h"
#include "compare/word_diff.h"

namespace crosscheck {

namespace {

constexpr size_t kMinTelling = 5;     // telling words that both have, in order
constexpr size_t kMinVotes = 4;       // telling words that both have, in any order
constexpr float kLeastWeight = 0.3F;  // of a common word
constexpr double kSameWords = 0.62;   // word for word from here on: the word diff's business
constexpr uint32_t kMinWords = 9;
constexpr double kLongerShare = 0.8;  // of `likeness` that the longer of the two must reach

// A quotation as its telling words, in order.
struct Gist {
  uint32_t quotation = 0;
  std::vector<WordId> senses;
  std::vector<float> weights;
  std::vector<uint32_t> at;  // index into the passage's words
  float weight = 0;
};

class RestatementFinder {
 public:
  RestatementFinder(const Analysis& analysis, const Speech& speech, double likeness, QuoteReporter& report)
      : analysis_(analysis), speech_(speech), likeness_(likeness), report_(report) {}

  void Run() {
    for (uint32_t q = 0; q < speech_.quotations.size(); ++q) {
      if (speech_.quotations[q].last - speech_.quotations[q].first >= kMinWords) gists_.push_back(GistOf(q));
    }
    std::map<WordId, std::vector<uint32_t>> index;
    for (uint32_t g = 0; g < gists_.size(); ++g) {
      std::map<uint32_t, size_t> votes;
      const std::set<WordId> senses(gists_[g].senses.begin(), gists_[g].senses.end());
      for (WordId sense : senses) {
        for (uint32_t other : index[sense]) ++votes[other];
        index[sense].push_back(g);
      }
      for (const auto& [other, count] : votes) {
        if (count >= kMinVotes) Compare(gists_[other], gists_[g]);
      }
    }
  }

 private:
  const Passage& PassageOf(const Gist& gist) const {
    return speech_.passages[speech_.quotations[gist.quotation].passage];
  }

  Gist GistOf(uint32_t q) const {
    const Quotation& quotation = speech_.quotations[q];
    const Passage& passage = speech_.passages[quotation.passage];
    Gist gist;
    gist.quotation = q;
    for (uint32_t i = quotation.first; i < quotation.last; ++i) {
      if (!passage.diff[i].content) continue;
      gist.senses.push_back(passage.words[i].sense);
      gist.weights.push_back(std::max(kLeastWeight, analysis_.Weight(passage.words[i].sense)));
      gist.at.push_back(i);
      gist.weight += gist.weights.back();
    }
    return gist;
  }

  bool SaidByTwo(const Gist& a, const Gist& b) const {
    const Quotation& x = speech_.quotations[a.quotation];
    const Quotation& y = speech_.quotations[b.quotation];
    return AreDifferent(analysis_, SpeakerOf(analysis_, PassageOf(a), x.first, x.last),
                        SpeakerOf(analysis_, PassageOf(b), y.first, y.last));
  }

  // Equal words in equal order are no second wording.
  bool WordForWord(const Gist& a, const Gist& b) const {
    const Quotation& x = speech_.quotations[a.quotation];
    const Quotation& y = speech_.quotations[b.quotation];
    return AlignWords(absl::MakeConstSpan(PassageOf(a).diff).subspan(x.first, x.last - x.first),
                      absl::MakeConstSpan(PassageOf(b).diff).subspan(y.first, y.last - y.first))
               .Agreement() >= kSameWords;
  }

  void Compare(const Gist& a, const Gist& b) {
    const Passage& from_a = PassageOf(a);
    const Passage& from_b = PassageOf(b);
    if (from_a.document == from_b.document || !MayCompare(analysis_, from_a.document, from_b.document)) return;
    const auto common = CommonInOrder(a.senses, a.weights, b.senses);
    if (common.size() < kMinTelling) return;
    float shared = 0;
    for (const auto& [x, y] : common) shared += a.weights[x];
    if (shared < likeness_ * std::min(a.weight, b.weight) ||
        shared < kLongerShare * likeness_ * std::max(a.weight, b.weight))
      return;
    if (SaidByTwo(a, b) || WordForWord(a, b)) return;
    report_.Contradict(
        report_.MakeClaim(from_a, a.at[common.front().first], a.at[common.back().first] + 1, 2, "first"),
        report_.MakeClaim(from_b, b.at[common.front().second], b.at[common.back().second] + 1, 2, "second"), from_a,
        from_b, "one statement, two wordings inside quotation marks");
  }

  const Analysis& analysis_;
  const Speech& speech_;
  double likeness_;
  QuoteReporter& report_;
  std::vector<Gist> gists_;
};

}  // namespace

void FindRestatements(const Analysis& analysis, const Speech& speech, double likeness, QuoteReporter& report) {
  RestatementFinder(analysis, speech, likeness, report).Run();
}

}  // namespace crosscheck
