#include "compare/event_times.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "compare/detectors.h"
#include "compare/likeness.h"
#include "compare/named.h"
#include "compare/settings.h"
#include "value/compare_values.h"

// Clock times of one class of event on one day: two texts that put the shooting at 9 and at 10 contradict each other,
// and so do a shooting at 10 and a call of 9. A call at 10 and a shooting at 9 do not.
namespace crosscheck {

namespace {

struct EventTime {
  uint32_t document = 0;  // index into Analysis::documents
  const ValueMention* value = nullptr;
  uint16_t group = 0;
  std::optional<EventDay> day;
  std::set<absl::string_view> places;  // names of streets and numbers of blocks
};

class EventTimeComparer {
 public:
  EventTimeComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        classes_(analysis.lexicons->Find(TextSetting(rule, "lexicon", "event-classes"))),
        others_(analysis.lexicons->Find("another-event")),
        streets_(analysis.lexicons->Find("street-nouns")) {
    for (const std::string& pair : ListSetting(rule, "order")) {
      const std::vector<std::string> ends = absl::StrSplit(pair, ' ');
      if (ends.size() != 2) continue;
      orders_.emplace_back(analysis.lexicons->FindGroup(classes_, ends[0]),
                           analysis.lexicons->FindGroup(classes_, ends[1]));
    }
  }

  void Run() {
    if (classes_ == kNoLexicon) return;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) by_document_.push_back(Collect(d));
    for (uint32_t i = 0; i < by_document_.size(); ++i) {
      for (uint32_t j = i + 1; j < by_document_.size(); ++j) {
        if (MayCompare(analysis_, i, j)) Compare(by_document_[i], by_document_[j]);
      }
    }
  }

 private:
  std::vector<EventTime> Collect(uint32_t d) const {
    const DocumentAnalysis& document = analysis_.documents[d];
    std::vector<EventTime> times;
    for (const ValueMention& value : document.values) {
      const Value& own = value.mention.value;
      if (own.kind != ValueKind::kTime || !own.low || !own.high) continue;
      const Sentence& sentence = document.sentences[value.sentence];
      if (sentence.zone == Zone::kByline || TellsOfAnother(sentence)) continue;
      const std::optional<EventClass> event = ClassOfEvent(document, value, classes_);
      if (!event) continue;
      times.push_back({d, &value, event->group, DayOfTime(document, value), PlacesOf(document, value.sentence)});
    }
    return times;
  }

  // "a second shooting", "also investigated", "an hour earlier": of another event than the text's own.
  bool TellsOfAnother(const Sentence& sentence) const {
    return std::any_of(sentence.hits.begin(), sentence.hits.end(),
                       [&](const LexiconHit& hit) { return hit.lexicon == others_; });
  }

  // What stands before the street nouns of a sentence, or of the one before it: "800", "36th" of "the 800 block of 36th
  // Street".
  std::set<absl::string_view> PlacesOf(const DocumentAnalysis& document, uint32_t index) const {
    std::set<absl::string_view> places = PlacesOf(document.sentences[index]);
    return places.empty() && index > 0 ? PlacesOf(document.sentences[index - 1]) : places;
  }

  std::set<absl::string_view> PlacesOf(const Sentence& sentence) const {
    constexpr uint32_t kWordsOfStreet = 3;
    std::set<absl::string_view> words;
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != streets_) continue;
      for (uint32_t w = hit.first > kWordsOfStreet ? hit.first - kWordsOfStreet : 0; w < hit.first; ++w) {
        const Word& word = sentence.words[w];
        if (word.capital || word.number) words.insert(word.text);
      }
    }
    return words;
  }

  // The times of a class in a text, those that are far from one day left out; several that differ are several events.
  static std::vector<const EventTime*> OfClass(const std::vector<EventTime>& times, uint16_t group) {
    std::vector<const EventTime*> found;
    for (const EventTime& time : times) {
      if (time.group == group) found.push_back(&time);
    }
    return found;
  }

  static bool Agree(const EventTime& a, const EventTime& b) {
    return AgreementOf(a.value->mention.value, b.value->mention.value) == Agreement::kConsistent;
  }

  static bool DaysMeet(const EventTime& a, const EventTime& b) { return a.day && b.day && a.day->Meets(*b.day); }

  static bool PlacesMeet(const EventTime& a, const EventTime& b) {
    if (a.places.empty() || b.places.empty()) return true;
    return std::any_of(a.places.begin(), a.places.end(),
                       [&](absl::string_view word) { return b.places.contains(word); });
  }

  // The one time that a text gives for a class; nullptr where there is none, or more than one.
  static const EventTime* Single(const std::vector<EventTime>& times, uint16_t group) {
    const std::vector<const EventTime*> found = OfClass(times, group);
    if (found.empty()) return nullptr;
    const bool one =
        std::all_of(found.begin(), found.end(), [&](const EventTime* time) { return Agree(*time, *found.front()); });
    return one ? found.front() : nullptr;
  }

  bool MayBeOneEvent(const EventTime& a, const EventTime& b) const {
    return DaysMeet(a, b) && PlacesMeet(a, b) && Veto(analysis_, *a.value, *b.value).empty();
  }

  void Compare(const std::vector<EventTime>& left, const std::vector<EventTime>& right) {
    std::set<uint16_t> groups;
    for (const EventTime& time : left) groups.insert(time.group);
    for (const uint16_t group : groups) {
      const EventTime* a = Single(left, group);
      const EventTime* b = Single(right, group);
      if (a == nullptr || b == nullptr || !MayBeOneEvent(*a, *b)) continue;
      const ValueComparison compared = CompareValues(a->value->mention.value, b->value->mention.value);
      if (compared.agreement == Agreement::kContradictory) Report(*a, *b, compared.reason);
    }
    for (const auto& [first, second] : orders_) {
      if (first < 0 || second < 0) continue;
      CompareOrder(left, right, static_cast<uint16_t>(first), static_cast<uint16_t>(second), false);
      CompareOrder(right, left, static_cast<uint16_t>(first), static_cast<uint16_t>(second), true);
    }
  }

  // What must come first comes later in the other text, and that by more than rounding.
  void CompareOrder(const std::vector<EventTime>& of_first, const std::vector<EventTime>& of_second, uint16_t first,
                    uint16_t second, bool swapped) {
    const EventTime* a = Single(of_first, first);
    const EventTime* b = Single(of_second, second);
    if (a == nullptr || b == nullptr || !MayBeOneEvent(*a, *b) || Agree(*a, *b)) return;
    constexpr int kMostMinutes = 840;  // more is the night before
    const Value& later = a->value->mention.value;
    const Value& earlier = b->value->mention.value;
    if (*later.low <= *earlier.high || *later.low > *earlier.high->Plus(Exact(kMostMinutes))) return;
    const std::string reason = absl::StrCat("‘", analysis_.lexicons->GroupName(classes_, second), "’ before ‘",
                                            analysis_.lexicons->GroupName(classes_, first), "’");
    if (swapped) {
      Report(*b, *a, reason);
    } else {
      Report(*a, *b, reason);
    }
  }

  void Report(const EventTime& a, const EventTime& b, absl::string_view reason) {
    Claim left = MakeClaim(a);
    Claim right = MakeClaim(b);
    Relation relation = MakeRelation(analysis_, rule_, {left, a.document}, {right, b.document}, reason);
    relation.question = left.attribute;
    sink_.Relate(std::move(relation), std::move(left), std::move(right));
  }

  Claim MakeClaim(const EventTime& time) const {
    Claim claim = ClaimOfValue(analysis_, analysis_.documents[time.document], *time.value);
    claim.rule = rule_.id;
    claim.attribute = absl::StrCat("time: ", analysis_.lexicons->GroupName(classes_, time.group));
    return claim;
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  LexiconId classes_, others_, streets_;
  std::vector<std::pair<int, int>> orders_;
  std::vector<std::vector<EventTime>> by_document_;
};

}  // namespace

void CompareEventTimes(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  EventTimeComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
