#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "absl/strings/str_cat.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/event_links.h"
#include "compare/named.h"
#include "compare/settings.h"

// The order of events as articles tell it. Every document's events and what it says of their times; which mentions are
// of one event; all of it as facts of one graph of times (graph/time_findings.h).
namespace crosscheck {

namespace {

constexpr double kNoClass = 1.6;       // for verbs that no class has
constexpr double kPairAlone = 0.2;     // of two pairs of events together, each the only one of its class in its text
constexpr double kLeastOfSome = 0.25;  // where there are others of its class
constexpr size_t kMostMoments = 40;    // of one text
constexpr size_t kMostOfClass = 200;   // events of one class
constexpr double kSingle = 0.3;        // shared weight for what happens to one person or firm once

// One event of the dossier: the mentions that are taken for it.
class EventGroups {
 public:
  EventGroups(const Analysis& analysis, const std::vector<EventTale>& tales, double threshold)
      : analysis_(analysis), threshold_(threshold) {
    AddKinds("single-events", singles_);
    AddKinds("repeated-events", repeated_);
    for (const EventTale& tale : tales) {
      offsets_.push_back(static_cast<uint32_t>(mentions_.size()));
      std::vector<char> timed(tale.events.size(), 0);
      for (const EventLink& link : tale.links) timed[link.earlier] = timed[link.later] = 1;
      for (const EventMoment& moment : tale.moments) timed[moment.event] = 1;
      for (const EventLink& link : tale.links) {
        partners_[offsets_.back() + link.earlier].insert(offsets_.back() + link.later);
        partners_[offsets_.back() + link.later].insert(offsets_.back() + link.earlier);
      }
      // Of a long chronicle all would be told with all.
      const bool chronicle = tale.moments.size() > kMostMoments;
      for (const EventMoment& a : chronicle ? std::vector<EventMoment>() : tale.moments) {
        for (const EventMoment& b : tale.moments) {
          if (a.event != b.event && a.day == b.day)
            partners_[offsets_.back() + a.event].insert(offsets_.back() + b.event);
        }
      }
      for (const EventMention& event : tale.events) ++counts_[{event.document, event.kind}];
      for (size_t i = 0; i < tale.events.size(); ++i) {
        mentions_.push_back(&tale.events[i]);
        timed_.push_back(timed[i]);
      }
    }
    parent_.resize(mentions_.size());
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (const uint32_t one : parent_) members_.push_back({one});
    std::map<std::string, uint32_t> kinds;
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      const EventMention& mention = *mentions_[i];
      const uint32_t kind = kinds.try_emplace(mention.kind, static_cast<uint32_t>(kinds.size())).first->second;
      of_kind_.resize(kinds.size());
      of_kind_[kind].push_back(i);
      traits_.push_back({kind, counts_.at({mention.document, mention.kind}) == 1, repeated_.contains(mention.kind),
                         mention.in_class && singles_.contains(mention.kind), KinWordsOf(analysis_, mention.about)});
    }
    Join();
  }

  uint32_t Find(uint32_t document, uint32_t event) const { return Root(offsets_[document] + event); }
  const std::string& Kind(uint32_t group) const { return mentions_[group]->kind; }

 private:
  struct Pair {
    double score;
    uint32_t a, b;
  };
  // What is asked of a mention for each other of its class.
  struct Traits {
    uint32_t kind;  // the number of EventMention::kind
    bool alone;     // the only one of its class in its document
    bool repeated;  // of a class of what may befall several in one story
    bool single;    // of a class of what happens to somebody once
    KinWords kin;   // of EventMention::about
  };

  uint32_t Root(uint32_t at) const {
    while (parent_[at] != at) at = parent_[at];
    return at;
  }

  void AddKinds(const std::string& lexicon, std::set<std::string>& kinds) const {
    const auto found = analysis_.rules->lexicons.find(lexicon);
    if (found == analysis_.rules->lexicons.end()) return;
    for (const LexiconGroup& group : found->second.groups) kinds.insert(group.phrases.begin(), group.phrases.end());
  }

  // "shot his wife, then shot a neighbour": which of the two another text means cannot be told.
  bool IsOneOfMany(uint32_t a, uint32_t b) const {
    if (!traits_[a].repeated) return false;
    const std::vector<WordId>& left = mentions_[a]->patients;
    const std::vector<WordId>& right = mentions_[b]->patients;
    return (!left.empty() && !right.empty() && SharedCount(left, right) == 0) || !AreAlone(a, b);
  }

  double Score(uint32_t a, uint32_t b) const {
    return EventScore(analysis_, *mentions_[a], traits_[a].kin, *mentions_[b], traits_[b].kin);
  }

  void Join() {
    std::map<std::string, std::vector<uint32_t>> by_kind;
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      if (!mentions_[i]->kind.empty() && timed_[i]) by_kind[mentions_[i]->kind].push_back(i);
    }
    std::vector<Pair> pairs;
    for (const auto& [kind, members] : by_kind) {
      for (size_t i = 0; i < members.size(); ++i) {
        for (size_t j = i + 1; j < members.size(); ++j) Consider(members[i], members[j], pairs);
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.score > b.score; });
    for (const Pair& pair : pairs) Unite(pair.a, pair.b);
    JoinPartners(by_kind);
  }

  // Of two events that are told together in both texts, one of which is known to be the same, the other is too, where
  // it is the likest of its class; and both are, where both are the likest and share enough between them.
  void JoinPartners(const std::map<std::string, std::vector<uint32_t>>& by_kind) {
    for (const auto& [kind, members] : by_kind) {
      if (members.size() > kMostOfClass) continue;
      for (size_t i = 0; i < members.size(); ++i) {
        for (size_t j = i + 1; j < members.size(); ++j) {
          if (HavePartners(members[i], members[j])) Unite(members[i], members[j]);
        }
      }
    }
  }

  // Of a class of which each of the two documents tells one event.
  bool AreAlone(uint32_t a, uint32_t b) const { return traits_[a].alone && traits_[b].alone; }

  // How alike two mentions of one class are that no other of it comes up to; below 0 where one does, or they cannot be
  // of one event.
  double BestScore(uint32_t a, uint32_t b) const {
    const EventMention& one = *mentions_[a];
    const EventMention& other = *mentions_[b];
    if (!one.in_class || traits_[a].kind != traits_[b].kind || one.document == other.document) return -1;
    if (!MayCompare(analysis_, one.document, other.document)) return -1;
    if (IsOneOfMany(a, b)) return -1;
    const double score = Score(a, b);
    if (score < 0 || AreAlone(a, b)) return score;
    if (score < kLeastOfSome) return -1;
    for (const uint32_t i : of_kind_[traits_[a].kind]) {
      const EventMention& rival = *mentions_[i];
      if (rival.document != one.document && rival.document != other.document) continue;
      if (i == a || i == b || Root(i) == Root(a) || Root(i) == Root(b)) continue;
      if (rival.document == one.document && Score(i, b) >= score) return -1;
      if (rival.document == other.document && Score(i, a) >= score) return -1;
    }
    return score;
  }

  bool HavePartners(uint32_t a, uint32_t b) const {
    const auto left = partners_.find(a);
    const auto right = partners_.find(b);
    if (left == partners_.end() || right == partners_.end()) return false;
    const double own = BestScore(a, b);
    if (own < 0) return false;
    for (const uint32_t one : left->second) {
      for (const uint32_t other : right->second) {
        if (Root(one) == Root(other)) return true;
        const double theirs = BestScore(one, other);
        const bool alone = AreAlone(a, b) && AreAlone(one, other);
        if (theirs >= 0 && theirs + own >= (alone ? kPairAlone : threshold_)) return true;
      }
    }
    return false;
  }

  void Consider(uint32_t i, uint32_t j, std::vector<Pair>& pairs) const {
    const EventMention& a = *mentions_[i];
    const EventMention& b = *mentions_[j];
    if (a.document != b.document && !MayCompare(analysis_, a.document, b.document)) return;
    if (IsOneOfMany(i, j)) return;
    const double score = Score(i, j);
    const double needed = !a.in_class ? kNoClass : traits_[i].single ? kSingle : threshold_;
    if (a.kind == b.kind && score >= needed) pairs.push_back({score, i, j});
  }

  // Only where every mention of the one may be of the event of every mention of the other.
  void Unite(uint32_t a, uint32_t b) {
    const uint32_t left = std::min(Root(a), Root(b));
    const uint32_t right = std::max(Root(a), Root(b));
    if (left == right) return;
    for (const uint32_t one : members_[left]) {
      for (const uint32_t other : members_[right]) {
        if (Score(one, other) < 0) return;
      }
    }
    parent_[right] = left;
    members_[left].insert(members_[left].end(), members_[right].begin(), members_[right].end());
  }

  const Analysis& analysis_;
  double threshold_;
  std::set<std::string> repeated_;                          // classes of what may befall several in one story
  std::set<std::string> singles_;                           // classes of what happens to somebody once
  std::map<uint32_t, std::set<uint32_t>> partners_;         // told in one breath, or of one clock
  std::map<std::pair<uint32_t, std::string>, int> counts_;  // mentions by document and class
  std::vector<const EventMention*> mentions_;
  std::vector<Traits> traits_;                  // by mention
  std::vector<std::vector<uint32_t>> of_kind_;  // all mentions, by the number of their kind
  std::vector<char> timed_;
  std::vector<uint32_t> offsets_;
  std::vector<uint32_t> parent_;
  std::vector<std::vector<uint32_t>> members_;  // by root
};

class SequenceReader {
 public:
  SequenceReader(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink) {}

  void Run() {
    const People people(analysis_);
    const EventFinder finder(analysis_, people);
    if (!finder.ready()) return;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) tales_.push_back(ReadTale(analysis_, finder, d));
    const EventGroups groups(analysis_, tales_, NumberSetting(rule_, "anchor", 1.0));
    for (uint32_t d = 0; d < tales_.size(); ++d) {
      for (const EventLink& link : tales_[d].links) {
        if (link.during) long_events_.insert(groups.Find(d, link.earlier));
      }
    }
    for (uint32_t d = 0; d < tales_.size(); ++d) {
      for (const EventLink& link : tales_[d].links) AddLink(groups, d, link);
      for (const EventMoment& moment : tales_[d].moments) AddMoment(groups, d, moment);
    }
  }

 private:
  static std::string Key(const EventGroups& groups, uint32_t group) {
    return absl::StrCat("event ", group, "\x1f", groups.Kind(group));
  }
  std::string EndKey(const EventGroups& groups, uint32_t group) const {
    return absl::StrCat(Key(groups, group), long_events_.contains(group) ? kEventEnd : "");
  }

  // The words of an event as the text has them: "was cancelled", "the vote".
  std::string Words(const EventMention& event) const {
    const Sentence& sentence = analysis_.documents[event.document].sentences[event.sentence];
    const TextSpan span = SpanOf(sentence, event.first, event.last);
    return absl::StrCat("‘", sentence.text.substr(span.begin, span.size()), "’");
  }

  // Never cut short.
  static TextSpan SpanOf(const Sentence& sentence, uint32_t first, uint32_t last) {
    return SpanOfWords(sentence, first, last, sentence.text.size());
  }

  TimeFact FactOf(uint32_t d, const WordsAt& at, absl::string_view attribute, const std::string& wording) const {
    const DocumentAnalysis& document = analysis_.documents[d];
    const Sentence& sentence = document.sentences[at.sentence];
    const uint32_t last = std::min(at.last, static_cast<uint32_t>(sentence.words.size()));
    Claim claim = ClaimAt(document, sentence, SpanOf(sentence, at.first, last));
    claim.rule = rule_.id;
    claim.attribute = std::string(attribute);
    claim.value.kind = "order";
    claim.value.canonical = wording;
    TimeFact fact;
    fact.told = std::move(claim);
    fact.severity = rule_.severity;
    fact.ask = rule_.ask;
    fact.wording = wording;
    fact.from_text = true;
    return fact;
  }

  void AddLink(const EventGroups& groups, uint32_t d, const EventLink& link) {
    const EventMention& earlier = tales_[d].events[link.earlier];
    const EventMention& later = tales_[d].events[link.later];
    const uint32_t a = groups.Find(d, link.earlier);
    const uint32_t b = groups.Find(d, link.later);
    if (a == b) return;
    if (link.during) {
      const std::string wording = absl::StrCat(Words(later), " during ", Words(earlier));
      TimeFact begins = FactOf(d, link.evidence, "order", wording);
      TimeFact ends = begins;
      begins.earlier = Key(groups, a);
      begins.later = Key(groups, b);
      ends.earlier = EndKey(groups, b);
      ends.later = EndKey(groups, a);
      begins.least = ends.least = 0;
      sink_.time_facts().push_back(std::move(begins));
      sink_.time_facts().push_back(std::move(ends));
      return;
    }
    TimeFact fact = FactOf(d, link.evidence, "order", absl::StrCat(Words(earlier), " before ", Words(later)));
    fact.earlier = EndKey(groups, a);
    fact.later = Key(groups, b);
    fact.least = link.least.value_or(1);
    fact.most = link.most;
    fact.clock = link.most && *link.most < kDayMinutes;
    sink_.time_facts().push_back(std::move(fact));
  }

  void AddMoment(const EventGroups& groups, uint32_t d, const EventMoment& moment) {
    const EventMention& event = tales_[d].events[moment.event];
    const uint32_t group = groups.Find(d, moment.event);
    if (long_events_.contains(group)) return;
    const Sentence& sentence = analysis_.documents[d].sentences[moment.evidence.sentence];
    const TextSpan span = SpanOf(sentence, moment.evidence.first, moment.evidence.last);
    TimeFact fact = FactOf(d, moment.evidence, "time",
                           absl::StrCat(Words(event), " in “", sentence.text.substr(span.begin, span.size()), "”"));
    fact.later = Key(groups, group);
    if (moment.day >= 0) fact.earlier = absl::StrCat(kDayKey, d, "/", moment.day, "\x1f", "midnight");
    fact.least = moment.low;
    fact.most = moment.high;
    fact.clock = moment.clock;
    sink_.time_facts().push_back(std::move(fact));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  std::vector<EventTale> tales_;
  std::set<uint32_t> long_events_;
};

}  // namespace

void CompareSequences(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  SequenceReader(analysis, rule, sink).Run();
}

}  // namespace crosscheck
