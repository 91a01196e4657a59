#include "compare/governments.h"

#include <algorithm>
#include <set>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "compare/named.h"
#include "compare/offices.h"
#include "english/english.h"

namespace crosscheck {

namespace {

constexpr int kEnoughShared = 2;  // telling words, the month and the verb itself among them

enum class Whose : uint8_t { kPrevious, kCurrent, kNamed };

// "<whose> administration <does something>" at one place.
struct GovernmentAct {
  uint32_t document = 0;
  uint32_t sentence = 0;
  Whose whose = Whose::kCurrent;
  NamedEntity head;  // kNamed: the name as written, one word
  int act = -1;      // group of the lexicon "government-acts"
  WordId verb = 0;
  std::set<WordId> about;
  int year = 0;  // an earlier year in the sentence; 0 = none
  TextSpan span;
};

class GovernmentComparer {
 public:
  GovernmentComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), offices_(analysis) {
    const LexiconIndex& lexicons = *analysis.lexicons;
    nouns_ = lexicons.Find("government-nouns");
    order_ = lexicons.Find("government-order");
    acts_ = lexicons.Find("government-acts");
    previous_ = lexicons.FindGroup(order_, "previous");
  }

  void Run() {
    if (nouns_ == kNoLexicon || acts_ == kNoLexicon || order_ == kNoLexicon) return;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      for (uint32_t s = 0; s < analysis_.documents[d].sentences.size(); ++s) {
        for (const LexiconHit& hit : analysis_.documents[d].sentences[s].hits) {
          if (hit.lexicon == nouns_) Read(d, s, hit);
        }
      }
    }
    for (const GovernmentAct& act : found_) {
      if (act.whose == Whose::kPrevious) Compare(act);
    }
  }

 private:
  static bool Broken(const Word& word) { return word.comma_before || word.break_before; }

  // ---- reading

  bool ReadWhose(const Sentence& sentence, uint32_t noun, GovernmentAct& act, uint32_t& first) const {
    const auto& words = sentence.words;
    first = noun;
    for (uint32_t i = noun; i-- > 0 && noun - i <= 3 && !Broken(words[i + 1]);) {
      for (auto hit = FirstHitNear(sentence.hits, i); hit != sentence.hits.end() && hit->first <= i; ++hit) {
        if (hit->lexicon != order_ || hit->first != i) continue;
        act.whose = hit->group == previous_ ? Whose::kPrevious : Whose::kCurrent;
        first = i;
        return true;
      }
      if (words[i].stop) {
        first = i + 1;
        break;
      }
      first = i;
    }
    if (noun == 0) return false;
    const Word& before = words[noun - 1];
    if (before.capital && !before.stop && !Broken(words[noun])) {
      act.whose = Whose::kNamed;
      act.head.tokens = {std::string(before.text)};
      first = noun - 1;
      return true;
    }
    act.whose = Whose::kCurrent;
    return before.text == "the";
  }

  const LexiconHit* ActBetween(const Sentence& sentence, uint32_t first, uint32_t last) const {
    for (auto hit = FirstHitNear(sentence.hits, first); hit != sentence.hits.end() && hit->first < last; ++hit) {
      if (hit->lexicon == acts_ && hit->first >= first && hit->last <= last) return &*hit;
    }
    return nullptr;
  }

  // "the administration (has) imposed", "imposed by the administration", "a decision by the administration to impose".
  const LexiconHit* ReadAct(const Sentence& sentence, uint32_t first, uint32_t noun) const {
    const auto& words = sentence.words;
    uint32_t by = first;
    while (by > 0 && first - by < 3 && words[by - 1].stop && words[by - 1].text != "by") --by;
    if (by > 0 && words[by - 1].text == "by") {
      const uint32_t from = by > 4 ? by - 4 : 0;
      if (const LexiconHit* act = ActBetween(sentence, from, by - 1)) return act;
    }
    uint32_t end = noun + 1;
    while (end < words.size() && end < noun + 5 && !Broken(words[end])) ++end;
    return ActBetween(sentence, noun + 1, end);
  }

  void Read(uint32_t d, uint32_t s, const LexiconHit& noun) {
    const DocumentAnalysis& document = analysis_.documents[d];
    const Sentence& sentence = document.sentences[s];
    GovernmentAct act;
    act.document = d;
    act.sentence = s;
    uint32_t first = 0;
    if (sentence.words[noun.last - 1].possessive || !ReadWhose(sentence, noun.first, act, first)) return;
    const LexiconHit* hit = ReadAct(sentence, first, noun.last - 1);
    if (hit == nullptr) return;
    act.act = hit->group;
    act.verb = sentence.words[hit->first].lemma;
    const uint32_t begin = std::min(first, hit->first);
    const uint32_t end = std::max(noun.last, hit->last);
    act.span = {sentence.words[begin].span.begin, sentence.words[end - 1].span.end};
    FillAbout(document, sentence, *hit, act);
    found_.push_back(std::move(act));
  }

  void FillAbout(const DocumentAnalysis& document, const Sentence& sentence, const LexiconHit& hit,
                 GovernmentAct& act) const {
    const auto day = document.document->info().published;
    for (uint32_t i = 0; i < sentence.words.size(); ++i) {
      const Word& word = sentence.words[i];
      int year = 0;
      if (word.number && word.text.size() == 4 && absl::SimpleAtoi(word.text, &year) && year > 1900 && year < 2200) {
        if (!day || year < day->year()) act.year = year;
        continue;
      }
      if (word.stop || (i >= hit.first && i < hit.last)) continue;
      const bool month = english::IsMonthName(word.text) && word.capital;
      constexpr float kTelling = 0.5F;
      if (month || word.number || analysis_.Weight(word.lemma) > kTelling) act.about.insert(word.lemma);
    }
  }

  // ---- comparing

  int Shared(const GovernmentAct& a, const GovernmentAct& b) const {
    int shared = a.verb == b.verb ? 1 : 0;
    for (WordId word : a.about) shared += b.about.contains(word) ? 1 : 0;
    return shared;
  }

  // Whether `other` is an act of the government that is in office on the day of `previous`.
  bool IsOfTheDay(const GovernmentAct& previous, const GovernmentAct& other) const {
    if (other.whose == Whose::kPrevious || other.act != previous.act) return false;
    if (other.year != 0) return false;
    if (other.whose == Whose::kCurrent) return true;
    const auto day = DayOf(analysis_, previous.document);
    const auto other_day = DayOf(analysis_, other.document);
    if (!day || !other_day) return false;
    const auto start = offices_.TermStart(other.head, -1, *day);
    if (!start || offices_.At(other.head, -1, *other_day) != Tenure::kInOffice) return false;
    return previous.year == 0 || previous.year >= start->year();
  }

  void Compare(const GovernmentAct& previous) {
    if (previous.year != 0 && !DayOf(analysis_, previous.document)) return;
    for (const GovernmentAct& other : found_) {
      const bool near = other.document == previous.document || MayCompare(analysis_, other.document, previous.document);
      if (!near || !IsOfTheDay(previous, other)) continue;
      // An unnamed government needs more to go by, and in another text may be another country's.
      if (other.whose == Whose::kCurrent &&
          (other.document != previous.document || Shared(previous, other) <= kEnoughShared))
        continue;
      // Every "previous" of the text for this kind of act stands with the one that shares the words.
      const bool enough = std::any_of(found_.begin(), found_.end(), [&](const GovernmentAct& twin) {
        return twin.whose == Whose::kPrevious && twin.document == previous.document && twin.act == previous.act &&
               Shared(twin, other) >= kEnoughShared;
      });
      if (enough) Report(previous, other);
    }
  }

  ClaimIndex AddClaim(const GovernmentAct& act) {
    const DocumentAnalysis& document = analysis_.documents[act.document];
    Claim claim = ClaimAt(document, document.sentences[act.sentence], act.span);
    claim.rule = rule_.id;
    claim.subject = "government";
    claim.attribute = analysis_.lexicons->GroupName(acts_, static_cast<uint16_t>(act.act));
    claim.value.kind = "role";
    claim.value.canonical = act.whose == Whose::kPrevious ? "previous government" : "government of the day";
    return sink_.AddClaim(std::move(claim));
  }

  void Report(const GovernmentAct& a, const GovernmentAct& b) {
    const ClaimIndex left = AddClaim(a);
    const ClaimIndex right = AddClaim(b);
    if (left == right) return;
    Relation relation =
        MakeRelation(analysis_, rule_, {sink_.claim(left), a.document}, {sink_.claim(right), b.document},
                     "one act, by an earlier government and by the one in office on the day");
    relation.a = left;
    relation.b = right;
    relation.question = absl::StrCat("government|", a.act);
    sink_.AddRelation(std::move(relation));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  const Offices offices_;
  LexiconId nouns_, order_, acts_;
  int previous_ = -1;
  std::vector<GovernmentAct> found_;
};

}  // namespace

void CompareGovernments(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  GovernmentComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
