#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/set_phrase.h"
#include "compare/settings.h"

// Terms that exclude each other: one text has only the one, the other only the other, about one thing. The sets are
// lexicons whose groups are named "set/member" ("carbon-gas/monoxide"). Kinds are terms that need the same word behind
// them ("punitive damages", "compensatory damages"), heads such that need it before them ("broken wrist", "broken
// rib").
namespace crosscheck {

namespace {

constexpr float kTelling = 0.9F;  // weight of a word that is rare in news
constexpr uint32_t kReach = 14;   // words on each side of a term that are near it
constexpr float kKnown = 0.5F;    // weight of a word that is no common one

enum class Find : uint8_t { kTerms, kKinds, kHeads };

// A term of a set at one place.
struct TermHit {
  uint32_t document = 0;  // index into Analysis::documents
  uint32_t sentence = 0;
  uint32_t first = 0, last = 0;
  uint16_t member = 0;  // group of the lexicon
};

// What stands around a term, as senses.
using Surroundings = std::set<WordId>;

class ExclusiveComparer {
 public:
  ExclusiveComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink, Find find)
      : analysis_(analysis), rule_(rule), sink_(sink), find_(find), min_shared_(NumberSetting(rule, "min_shared", 2)) {}

  void Run(LexiconId lexicon) {
    std::map<std::string, std::vector<TermHit>> sets;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) Collect(lexicon, d, sets);
    for (const auto& [set, hits] : sets) {
      if (find_ == Find::kTerms) {
        CompareSet(lexicon, set, hits);
      } else {
        CompareKinds(lexicon, set, hits);
      }
    }
  }

 private:
  void Collect(LexiconId lexicon, uint32_t d, std::map<std::string, std::vector<TermHit>>& sets) const {
    const auto& sentences = analysis_.documents[d].sentences;
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      for (const LexiconHit& hit : sentences[s].hits) {
        if (hit.lexicon != lexicon || InsideName(sentences[s], hit)) continue;
        sets[SetOf(lexicon, hit.group)].push_back({d, s, hit.first, hit.last, hit.group});
      }
    }
  }

  // "Hurricane Ridge", "the Prison Reform Trust": a word of a name is no term.
  static bool InsideName(const Sentence& sentence, const LexiconHit& hit) {
    return std::any_of(sentence.names.begin(), sentence.names.end(), [&](const NameMention& name) {
      return name.first <= hit.first && hit.last <= name.last && name.last - name.first > hit.last - hit.first;
    });
  }

  std::string SetOf(LexiconId lexicon, uint16_t group) const {
    const std::string& name = analysis_.lexicons->GroupName(lexicon, group);
    return name.substr(0, name.find('/'));
  }

  std::string MemberName(LexiconId lexicon, uint16_t group) const {
    const std::string& name = analysis_.lexicons->GroupName(lexicon, group);
    return name.substr(name.find('/') + 1);
  }

  void CompareSet(LexiconId lexicon, const std::string& set, const std::vector<TermHit>& hits) {
    std::map<uint32_t, std::set<uint16_t>> members;  // by document
    for (const TermHit& hit : hits) members[hit.document].insert(hit.member);
    for (size_t x = 0; x < hits.size(); ++x) {
      for (size_t y = x + 1; y < hits.size(); ++y) {
        const TermHit& a = hits[x];
        const TermHit& b = hits[y];
        if (a.document == b.document || a.member == b.member) continue;
        // A text that has both knows the difference.
        if (members[a.document].size() > 1 || members[b.document].size() > 1) continue;
        if (!MayCompare(analysis_, a.document, b.document) || !IsAboutOneThing(a, b)) continue;
        Report(lexicon, set, a, b);
      }
    }
  }

  // A draft against its sources: two sources speak of two things more often.
  void CompareKinds(LexiconId lexicon, const std::string& set, const std::vector<TermHit>& hits) {
    std::set<std::pair<uint32_t, uint16_t>> known;  // members by document
    for (const TermHit& hit : hits) known.emplace(hit.document, hit.member);
    for (size_t x = 0; x < hits.size(); ++x) {
      for (size_t y = x + 1; y < hits.size(); ++y) {
        const TermHit& a = hits[x];
        const TermHit& b = hits[y];
        if (a.member == b.member || IsDraft(a) == IsDraft(b) || !MayCompare(analysis_, a.document, b.document))
          continue;
        if (known.contains({a.document, b.member}) || known.contains({b.document, a.member})) continue;
        if (HasEqualNeighbour(a, b) && IsAboutOneThing(a, b)) Report(lexicon, set, a, b);
      }
    }
  }

  bool IsDraft(const TermHit& hit) const {
    return analysis_.documents[hit.document].document->info().role == Role::kDraft;
  }

  // The word behind both kinds, or before both heads, is the same.
  bool HasEqualNeighbour(const TermHit& a, const TermHit& b) const {
    const auto beside = [&](const TermHit& hit) {
      return find_ == Find::kHeads ? WordBeside(SentenceAt(hit), hit.first, hit.first - 1)
                                   : WordBeside(SentenceAt(hit), hit.last, hit.last);
    };
    const WordId word = beside(a);
    return word != 0 && word == beside(b);
  }

  // The sense of the content word at `at`, joined to the term by the gap before the word `gap`; 0 where there is none.
  static WordId WordBeside(const Sentence& sentence, uint32_t gap, uint32_t at) {
    if (at >= sentence.words.size() || gap >= sentence.words.size()) return 0;
    const Word& word = sentence.words[at];
    if (sentence.words[gap].comma_before || sentence.words[gap].break_before) return 0;
    return word.stop || word.number || word.text.size() < 3 ? 0 : word.sense;
  }

  const Sentence& SentenceAt(const TermHit& hit) const {
    return analysis_.documents[hit.document].sentences[hit.sentence];
  }

  // Content words near the term in its sentence, or all of the sentence and its neighbours. The words of the term count
  // too ("absentee ballots" against "the ballots cast by mail"), but for those that both terms have.
  Surroundings Around(const TermHit& hit, const TermHit& other, bool neighbours) const {
    Surroundings around;
    const auto& sentences = analysis_.documents[hit.document].sentences;
    const uint32_t first = neighbours && hit.sentence > 0 ? hit.sentence - 1 : hit.sentence;
    const uint32_t last =
        neighbours ? std::min(hit.sentence + 2, static_cast<uint32_t>(sentences.size())) : hit.sentence + 1;
    const Surroundings common = Common(hit, other);
    for (uint32_t s = first; s < last; ++s) {
      for (uint32_t w = 0; w < sentences[s].words.size(); ++w) {
        const Word& word = sentences[s].words[w];
        if (word.stop || common.contains(word.sense)) continue;
        if (!neighbours && (w + kReach < hit.first || w >= hit.last + kReach)) continue;
        around.insert(word.sense);
      }
    }
    return around;
  }

  // The words that both terms are made of, and the whole of a term of one word.
  Surroundings Common(const TermHit& a, const TermHit& b) const {
    Surroundings left;
    Surroundings right;
    for (uint32_t w = a.first; w < a.last; ++w) left.insert(SentenceAt(a).words[w].sense);
    for (uint32_t w = b.first; w < b.last; ++w) right.insert(SentenceAt(b).words[w].sense);
    Surroundings common;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::inserter(common, common.end()));
    return common;
  }

  struct Shared {
    double count = 0;
    double telling = 0;
  };

  // Shared words by what they tell; those of names count half: all texts on one event share them.
  Shared Count(const Surroundings& a, const Surroundings& b) const {
    Shared shared;
    std::vector<WordId> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    for (WordId word : both) {
      const float weight = analysis_.Weight(word);
      const std::string& text = analysis_.words.Text(word);
      if (text.size() > 1 &&
          absl::ascii_isdigit(static_cast<unsigned char>(text.front()))) {  // a figure is a telling word
        shared.count += 1;
        shared.telling += 1;
        continue;
      }
      shared.count += weight >= kKnown * 0.5F ? 1 : 0.5;
      shared.telling += weight >= kTelling * 0.7F;
    }
    return shared;
  }

  bool IsAboutOneThing(const TermHit& a, const TermHit& b) const {
    const Shared near = Count(Around(a, b, false), Around(b, a, false));
    if (near.count >= std::max(min_shared_, 2.0) || (near.count >= min_shared_ && near.telling >= 1)) {
      return near.telling >= 1 || min_shared_ < 2;
    }
    if (near.count < 1 && min_shared_ >= 2) return false;
    const Shared wide = Count(Around(a, b, true), Around(b, a, true));
    return wide.count >= 2 * min_shared_ + 1 && wide.telling >= min_shared_;
  }

  Claim MakeClaim(LexiconId lexicon, const std::string& set, const TermHit& hit) const {
    const Sentence& sentence = SentenceAt(hit);
    const TextSpan span{sentence.words[hit.first].span.begin, sentence.words[hit.last - 1].span.end};
    Claim claim = ClaimAt(analysis_.documents[hit.document], sentence, span);
    claim.rule = rule_.id;
    claim.attribute = set;
    claim.value.kind = "term";
    claim.value.canonical = MemberName(lexicon, hit.member);
    return claim;
  }

  void Report(LexiconId lexicon, const std::string& set, const TermHit& a, const TermHit& b) {
    const Claim claim_a = MakeClaim(lexicon, set, a);
    const Claim claim_b = MakeClaim(lexicon, set, b);
    Relation relation = MakeRelation(analysis_, rule_, {claim_a, a.document}, {claim_b, b.document},
                                     absl::StrCat("‘", claim_a.value.canonical, "’ and ‘", claim_b.value.canonical,
                                                  "’ are two things, and neither text has both"));
    relation.question = set;
    sink_.Relate(std::move(relation), claim_a, claim_b);
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  Find find_;
  double min_shared_;
};

}  // namespace

void CompareExclusives(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  if (TextSetting(rule, "find", "terms") == "phrases") {
    FindSetPhrases(analysis, rule, sink);
    return;
  }
  const std::string find = TextSetting(rule, "find", "terms");
  ExclusiveComparer comparer(analysis, rule, sink,
                             find == "kinds"   ? Find::kKinds
                             : find == "heads" ? Find::kHeads
                                               : Find::kTerms);
  for (const std::string& name : ListSetting(rule, "sets")) {
    const LexiconId lexicon = analysis.lexicons->Find(name);
    if (lexicon != kNoLexicon) comparer.Run(lexicon);
  }
}

}  // namespace crosscheck
