#include "compare/set_phrase.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "compare/named.h"
#include "compare/settings.h"
#include "compare/word_diff.h"

namespace crosscheck {

namespace {

constexpr uint32_t kReach = 6;      // content words on each side that make the surroundings
constexpr float kTelling = 0.3F;    // weight of a word that is not among the commonest in news
constexpr size_t kMostPlaces = 24;  // of one frame; beyond that it is a formula

// A word between two neighbours, all three content words and none a name or figure in the middle.
struct Slot {
  uint32_t document = 0;
  uint32_t sentence = 0;
  uint32_t word = 0;
};

class PhraseFinder {
 public:
  PhraseFinder(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), min_shared_(NumberSetting(rule, "min_shared", 3)) {}

  void Run() {
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      std::set<WordId>& known = known_.emplace_back();
      for (const Sentence& sentence : analysis_.documents[d].sentences) {
        for (const Word& word : sentence.words) known.insert(word.sense);
      }
    }
    std::map<std::pair<WordId, WordId>, std::vector<Slot>> frames;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      const auto& sentences = analysis_.documents[d].sentences;
      for (uint32_t s = 0; s < sentences.size(); ++s) {
        for (uint32_t w = 1; w + 1 < sentences[s].words.size(); ++w) {
          if (IsSlot(sentences[s], w))
            frames[{sentences[s].words[w - 1].sense, sentences[s].words[w + 1].sense}].push_back({d, s, w});
        }
      }
    }
    for (const auto& [frame, slots] : frames) {
      if (slots.size() <= kMostPlaces) CompareFrame(slots);
    }
  }

 private:
  static bool IsPlain(const Word& word) { return !word.stop && !word.number; }

  // One space or hyphen: no list, no address of a page, no new clause.
  static bool IsTight(const Sentence& sentence, uint32_t left) {
    const size_t end = sentence.words[left].span.end;
    const absl::string_view gap = sentence.text.substr(end, sentence.words[left + 1].span.begin - end);
    return gap == " " || gap == "-";
  }

  // "chip maker Acme" is no term: the words before a name say who its bearer is. An acronym may be part of a term.
  static bool InName(const Sentence& sentence, uint32_t w) {
    return !sentence.words[w].all_caps &&
           std::any_of(sentence.names.begin(), sentence.names.end(),
                       [w](const NameMention& name) { return name.first <= w && w < name.last; });
  }

  // A form in -ing or -ed beside the word is mostly a verb: "court papers seeking", "the blaze destroyed".
  static bool IsVerbForm(absl::string_view word) { return absl::EndsWith(word, "ing") || absl::EndsWith(word, "ed"); }

  static bool IsSlot(const Sentence& sentence, uint32_t w) {
    const Word& left = sentence.words[w - 1];
    const Word& middle = sentence.words[w];
    const Word& right = sentence.words[w + 1];
    if (!IsPlain(left) || !IsPlain(middle) || !IsPlain(right) || middle.capital || left.possessive || middle.possessive)
      return false;
    return middle.text.size() > 2 && IsTight(sentence, w - 1) && IsTight(sentence, w) && !InName(sentence, w - 1) &&
           !InName(sentence, w + 1) && !IsVerbForm(middle.text) && !IsVerbForm(right.text);
  }

  void CompareFrame(const std::vector<Slot>& slots) {
    for (size_t x = 0; x < slots.size(); ++x) {
      for (size_t y = x + 1; y < slots.size(); ++y) {
        if (slots[x].document == slots[y].document || !MayCompare(analysis_, slots[x].document, slots[y].document))
          continue;
        const WordId a = WordAt(slots[x]).sense;
        const WordId b = WordAt(slots[y]).sense;
        // Each text knows its own word alone.
        if (a == b || NearlySpelt(WordAt(slots[x]).text, WordAt(slots[y]).text)) continue;
        if (known_[slots[x].document].contains(b) || known_[slots[y].document].contains(a)) continue;
        if (SharedAround(slots[x], slots[y]) >= min_shared_) Report(slots[x], slots[y]);
      }
    }
  }

  const Sentence& SentenceAt(const Slot& slot) const {
    return analysis_.documents[slot.document].sentences[slot.sentence];
  }
  const Word& WordAt(const Slot& slot) const { return SentenceAt(slot).words[slot.word]; }

  std::set<WordId> Around(const Slot& slot) const {
    std::set<WordId> around;
    const std::vector<Word>& words = SentenceAt(slot).words;
    const auto take = [&](const Word& word, uint32_t& left) {
      if (word.stop) return;
      --left;
      if (analysis_.Weight(word.sense) >= kTelling) around.insert(word.sense);
    };
    uint32_t left = kReach;
    for (uint32_t i = slot.word - 1; i-- > 0 && left > 0;) take(words[i], left);
    left = kReach;
    for (uint32_t i = slot.word + 2; i < words.size() && left > 0; ++i) take(words[i], left);
    return around;
  }

  double SharedAround(const Slot& a, const Slot& b) const {
    const std::set<WordId> left = Around(a);
    const std::set<WordId> right = Around(b);
    return static_cast<double>(
        std::count_if(left.begin(), left.end(), [&](WordId word) { return right.contains(word); }));
  }

  Claim MakeClaim(const Slot& slot) const {
    const Sentence& sentence = SentenceAt(slot);
    const TextSpan span{sentence.words[slot.word - 1].span.begin, sentence.words[slot.word + 1].span.end};
    Claim claim = ClaimAt(analysis_.documents[slot.document], sentence, span);
    claim.rule = rule_.id;
    claim.attribute = "term";
    claim.value.kind = "term";
    claim.value.canonical = analysis_.words.Text(sentence.words[slot.word].lemma);
    return claim;
  }

  void Report(const Slot& a, const Slot& b) {
    const Claim claim_a = MakeClaim(a);
    const Claim claim_b = MakeClaim(b);
    Relation relation = MakeRelation(analysis_, rule_, {claim_a, a.document}, {claim_b, b.document},
                                     "one word of a term differs, in equal surroundings");
    relation.question = absl::StrCat(analysis_.words.Text(SentenceAt(a).words[a.word - 1].sense), " ",
                                     analysis_.words.Text(SentenceAt(a).words[a.word + 1].sense));
    sink_.Relate(std::move(relation), claim_a, claim_b);
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  double min_shared_;
  std::vector<std::set<WordId>> known_;  // senses of each document
};

}  // namespace

void FindSetPhrases(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  PhraseFinder(analysis, rule, sink).Run();
}

}  // namespace crosscheck
