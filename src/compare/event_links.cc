#include "compare/event_links.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "base/any_of.h"
#include "compare/relation.h"

namespace crosscheck {

namespace {

constexpr uint32_t kObjectReach = 10;  // words from what joins two events to the second
constexpr uint32_t kTimeReach = 8;     // words from a time to what happened then
constexpr uint32_t kVerbReach = 14;    // words from a verb to its date
constexpr uint32_t kNounReach = 4;     // "the opening of the hall on 3 June"
constexpr int64_t kSameYear = 120;     // days between a text and a date without a year
constexpr int kOtherDay = 6 * 60;      // a clock that goes back so far has passed midnight, or tells another day
constexpr int kNone = -1;

// The events of one stretch: indices into the tale, [first, last).
struct Part {
  Stretch stretch;
  uint32_t first = 0, last = 0;
};

class TaleReader {
 public:
  TaleReader(const Analysis& analysis, const EventFinder& finder, uint32_t document)
      : analysis_(analysis),
        finder_(finder),
        number_(document),
        document_(analysis.documents[document]),
        order_verbs_(analysis.lexicons->Find("order-verbs")),
        adverbs_(analysis.lexicons->Find("sequence-adverbs")) {}

  EventTale Run() {
    for (uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const Zone zone = document_.sentences[s].zone;
      if (zone != Zone::kParagraph && zone != Zone::kListItem) continue;
      ReadSentence(s);
    }
    return std::move(tale_);
  }

 private:
  void ReadSentence(uint32_t s) {
    index_ = s;
    sentence_ = &document_.sentences[s];
    parts_.clear();
    for (const Stretch& stretch : finder_.StretchesOf(*sentence_)) {
      Part part{stretch, Count(), 0};
      for (EventMention& event : finder_.EventsOf(number_, s, stretch)) tale_.events.push_back(std::move(event));
      part.last = Count();
      parts_.push_back(part);
    }
    for (size_t p = 0; p < parts_.size(); ++p) {
      if (parts_[p].stretch.link != nullptr) ReadLink(p);
      ReadVerbs(parts_[p]);
      ReadAdverbs(p);
    }
    ReadDates();
    ReadClocks();
    for (const Part& part : parts_) {
      const int last = LastFinite(part);
      if (last != kNone) before_ = {last, s};
    }
  }

  uint32_t Count() const { return static_cast<uint32_t>(tale_.events.size()); }
  const EventMention& At(int event) const { return tale_.events[static_cast<uint32_t>(event)]; }

  int LastFinite(const Part& part) const {
    for (uint32_t i = part.last; i-- > part.first;) {
      if (tale_.events[i].finite) return static_cast<int>(i);
    }
    return kNone;
  }
  int FirstFinite(const Part& part) const {
    for (uint32_t i = part.first; i < part.last; ++i) {
      if (tale_.events[i].finite) return static_cast<int>(i);
    }
    return kNone;
  }

  // "The jury was shown him buying rope", "they held a vote": where a verb has no class, the one event of its stretch
  // that has one.
  int WithClass(int event, const Part& part) const {
    if (event != kNone && At(event).in_class) return event;
    int found = kNone;
    for (uint32_t i = part.first; i < part.last; ++i) {
      if (!tale_.events[i].in_class) continue;
      if (found != kNone) return event;
      found = static_cast<int>(i);
    }
    return found == kNone ? event : found;
  }

  // What the words "after", "during" speak of: the first event behind them, where nothing comes between.
  int ObjectOf(const Part& part) const {
    if (part.first == part.last) return kNone;
    const uint32_t from = part.stretch.link->last;
    uint32_t at = part.first;
    // "before retired jockey Tom Reid was seen": what stands without a subject belongs to a noun.
    const bool adjective = tale_.events[at].first == from && absl::EndsWith(sentence_->words[from].text, "ed");
    if (adjective && at + 1 < part.last) ++at;
    const EventMention& event = tale_.events[at];
    if (event.first - from > kObjectReach || finder_.Reports(*sentence_, from, event.first)) return kNone;
    for (uint32_t i = from; i < event.first; ++i) {
      if (IsAnyOf(sentence_->words[i].text, {"that", "which", "who", "whose", "whom", "if", "could", "can"}))
        return kNone;
    }
    return WithClass(static_cast<int>(at), part);
  }

  // What is told of the time: the verb before the word that joins, or, where that opens the sentence, the first behind
  // its comma.
  int SubjectOf(size_t p) const {
    const Stretch& own = parts_[p].stretch;
    if (own.after_break) return kNone;
    if (p > 0 && (parts_[p - 1].last > parts_[p - 1].first)) {
      const bool attached = parts_[p - 1].stretch.link == nullptr || !own.after_comma;
      return attached ? WithClass(LastFinite(parts_[p - 1]), parts_[p - 1]) : kNone;
    }
    const bool opens = own.first <= 3;
    if (!opens || p + 1 >= parts_.size()) return kNone;
    const Part& next = parts_[p + 1];
    if (next.stretch.link != nullptr || next.stretch.after_break || !next.stretch.after_comma) return kNone;
    const int event = FirstFinite(next);
    if (event == kNone || finder_.Reports(*sentence_, next.stretch.first, At(event).first)) return kNone;
    return WithClass(event, next);
  }

  // "It was not until the fire was out that he called": what came after the object.
  int BehindThat(const Part& part, int object) const {
    if (object == kNone) return kNone;
    bool behind = false;
    for (uint32_t i = At(object).last; i < part.stretch.last; ++i) {
      behind = behind || sentence_->words[i].text == "that";
      for (uint32_t e = part.first; behind && e < part.last; ++e) {
        if (tale_.events[e].first == i && tale_.events[e].finite) return static_cast<int>(e);
      }
    }
    return kNone;
  }

  bool Has(uint32_t first, uint32_t last, std::initializer_list<absl::string_view> words) const {
    for (uint32_t i = first; i < last; ++i) {
      if (IsAnyOf(sentence_->words[i].text, words)) return true;
    }
    return false;
  }

  // "had already resigned"
  bool IsDoneBefore(int event) const {
    const uint32_t at = At(event).first;
    const uint32_t from = at > 4 ? at - 4 : 0;
    return Has(from, at, {"had"}) || (Has(from, at, {"already"}) && Has(from, at, {"was", "were", "been"}));
  }

  void ReadLink(size_t p) {
    const LexiconHit& hit = *parts_[p].stretch.link;
    const std::string& group = analysis_.lexicons->GroupName(hit.lexicon, hit.group);
    const int object = ObjectOf(parts_[p]);
    const bool denied = hit.first > 0 && IsAnyOf(sentence_->words[hit.first - 1].text, {"not"});
    const bool cleft =
        hit.first > 1 && sentence_->words[hit.first - 1].text == "was" && sentence_->words[hit.first - 2].text == "it";
    const int subject = denied || cleft ? BehindThat(parts_[p], object) : SubjectOf(p);
    if (object == kNone || subject == kNone) return;
    const std::optional<Offset> offset = OffsetBefore(*sentence_, hit.first);
    if (group == "after") {
      AddLink(object, subject, false, offset);
    } else if (group == "before") {
      AddLink(subject, object, false, offset);
    } else if (group == "during") {
      const bool takes_time = At(object).noun || absl::EndsWith(sentence_->words[At(object).first].text, "ing");
      if (takes_time) AddLink(object, subject, true, std::nullopt);
    } else if (group == "until") {
      const Stretch& own = p > 0 ? parts_[p - 1].stretch : parts_[p].stretch;
      if (denied || Has(own.first, own.last, {"nothing", "nobody", "none"}))
        AddLink(object, subject, false, std::nullopt);
    } else if (group == "when") {
      if (IsDoneBefore(subject) && !IsDoneBefore(object)) AddLink(subject, object, false, std::nullopt);
    }
  }

  // "The vote followed the debate": a noun on either side.
  void ReadVerbs(const Part& part) {
    for (const LexiconHit& hit : sentence_->hits) {
      if (hit.lexicon != order_verbs_ || hit.first < part.stretch.first || hit.last > part.stretch.last) continue;
      int left = kNone;
      int right = kNone;
      for (uint32_t i = part.first; i < part.last; ++i) {
        const EventMention& event = tale_.events[i];
        if (event.last <= hit.first) left = static_cast<int>(i);
        if (event.first >= hit.last && right == kNone) right = static_cast<int>(i);
      }
      if (left == kNone || right == kNone || !At(left).noun || !At(right).noun) continue;
      if (hit.first - At(left).last > 3 || At(right).first - hit.last > 4) continue;
      if (analysis_.lexicons->GroupName(hit.lexicon, hit.group) == "after") std::swap(left, right);
      AddLink(left, right, false, std::nullopt);
    }
  }

  // "Three weeks later he resigned": against what was told last, in this sentence or the one before.
  void ReadAdverbs(size_t p) {
    const Part& part = parts_[p];
    for (const LexiconHit& hit : sentence_->hits) {
      if (hit.lexicon != adverbs_ || hit.first < part.stretch.first || hit.last > part.stretch.last) continue;
      const std::optional<Offset> offset = OffsetBefore(*sentence_, hit.first);
      const bool opens = hit.first <= part.stretch.first + 1 || (offset && offset->first <= part.stretch.first + 1);
      const bool ends = hit.last == part.stretch.last || sentence_->words[hit.last].comma_before;
      const bool leads = IsAnyOf(sentence_->words[hit.last - 1].text, {"to", "then"});
      if (!opens && !(ends && offset) && !leads) continue;
      if (hit.last < part.stretch.last &&
          IsAnyOf(sentence_->words[hit.last].text, {"that", "this", "in", "on", "the", "today", "than"}))
        continue;
      const auto [event, other] = AroundAdverb(p, hit);
      if (event == kNone || other == kNone || event == other) continue;
      if (analysis_.lexicons->GroupName(hit.lexicon, hit.group) == "after") {
        AddLink(other, event, false, offset);
      } else {
        AddLink(event, other, false, offset);
      }
      return;
    }
  }

  bool IsAdverb(const EventMention& event) const {
    return std::any_of(sentence_->hits.begin(), sentence_->hits.end(), [&](const LexiconHit& hit) {
      return hit.lexicon == adverbs_ && hit.first < event.last && event.first < hit.last;
    });
  }

  // The event of the adverb's own clause and the one that was told before it.
  std::pair<int, int> AroundAdverb(size_t p, const LexiconHit& hit) const {
    int event = kNone;   // behind the adverb
    int before = kNone;  // the last ones before it, verbs that tell
    int third = kNone;
    int any = kNone;  // the last one before it of all
    for (uint32_t i = parts_[p].first; i < parts_[p].last; ++i) {
      const EventMention& one = tale_.events[i];
      if (IsAdverb(one)) continue;  // "went on to"
      if (one.first >= hit.last && event == kNone && !one.noun && (one.finite || one.in_class))
        event = static_cast<int>(i);
      if (one.last > hit.first) continue;
      if (one.in_class) any = static_cast<int>(i);
      if (!one.finite) continue;
      third = before;
      before = static_cast<int>(i);
    }
    if (event != kNone && before == kNone) before = any;
    if (event != kNone && !At(event).finite && any != kNone)
      before = any;        // "opening the hall, moving on to lay a wreath"
    if (event == kNone) {  // "it laid off ten and closed three weeks later"
      event = before;
      before = third;
    }
    if (event == kNone) return {kNone, kNone};
    for (size_t q = p; before == kNone && q-- > 0;) {
      if (parts_[q].stretch.link == nullptr) before = LastFinite(parts_[q]);
    }
    const bool near = before_.second + 1 == index_ && document_.sentences[before_.second].block == sentence_->block;
    if (before == kNone && near) before = before_.first;
    return {event, before};
  }

  void AddLink(int earlier, int later, bool during, const std::optional<Offset>& offset) {
    const EventMention& a = At(earlier);
    const EventMention& b = At(later);
    if (a.kind.empty() || b.kind.empty()) return;
    EventLink link;
    link.earlier = static_cast<uint32_t>(earlier);
    link.later = static_cast<uint32_t>(later);
    link.during = during;
    if (offset) {
      link.least = offset->least;
      link.most = offset->most;
    }
    link.evidence.sentence = index_;
    const EventMention& own = a.sentence == index_ ? a : b;
    link.evidence.first = own.first;
    link.evidence.last = own.last;
    if (a.sentence == b.sentence) {
      link.evidence.first = std::min(a.first, b.first);
      link.evidence.last = std::max(a.last, b.last);
    } else if (offset) {
      link.evidence.first = std::min(own.first, offset->first);
      link.evidence.last = std::max(own.last, offset->last + 1);
    }
    tale_.links.push_back(link);
  }

  // ---- dates and times

  // The event that a time at [first, last) is the time of: the verb before it in its stretch, or the first behind a
  // time that opens one.
  int EventAt(uint32_t first, uint32_t last) const {
    for (size_t p = 0; p < parts_.size(); ++p) {
      const Part& part = parts_[p];
      if (first < part.stretch.first || first >= part.stretch.last) continue;
      if (first <= part.stretch.first + 2) {
        const Part& own =
            part.first == part.last && last + 1 >= part.stretch.last && p + 1 < parts_.size() ? parts_[p + 1] : part;
        int event = FirstFinite(own);
        if (event == kNone && own.first < own.last) event = static_cast<int>(own.first);
        return event != kNone && At(event).first <= last + kTimeReach ? WithClass(event, own) : kNone;
      }
      int event = kNone;
      for (uint32_t i = part.first; i < part.last; ++i) {
        const EventMention& one = tale_.events[i];
        if (one.last <= first && (one.finite || event == kNone || !At(event).finite)) event = static_cast<int>(i);
      }
      return event == kNone ? kNone : WithClass(event, part);
    }
    return kNone;
  }

  bool IsBound(uint32_t first) const {
    return first > 0 &&
           IsAnyOf(sentence_->words[first - 1].text, {"by", "until", "till", "since", "from", "before", "after", "for",
                                                      "to", "of", "than", "and", "or", "between", "through"});
  }

  bool AnotherBetween(uint32_t event_last, uint32_t first) const {
    return std::any_of(sentence_->values.begin(), sentence_->values.end(), [&](uint32_t index) {
      const ValueMention& other = document_.values[index];
      const ValueKind kind = other.mention.value.kind;
      return (kind == ValueKind::kDate || kind == ValueKind::kTime) && other.first >= event_last && other.last <= first;
    });
  }

  void AddMoment(uint32_t first, uint32_t last, EventMoment moment) {
    if (IsBound(first)) return;
    const int event = EventAt(first, last);
    if (event == kNone || At(event).kind.empty()) return;
    if (At(event).last <= first && AnotherBetween(At(event).last, first)) return;
    const uint32_t reach = At(event).noun ? kNounReach : kVerbReach;
    if (At(event).last + reach < first) return;
    moment.event = static_cast<uint32_t>(event);
    moment.evidence = {index_, std::min(first, At(event).first), std::max(last, At(event).last)};
    tale_.moments.push_back(moment);
  }

  // A month or a year is said, and a year that is not cannot be another than the text's: "Friday" of an old text that
  // is published again is some Friday.
  bool IsSure(const Value& date) {
    const auto day = static_cast<int64_t>(date.low->numerator());
    const auto& published = document_.document->info().published;
    const int64_t own = published ? *published - absl::CivilDay(1970, 1, 1) : sure_;
    const bool near = date.parts.month != 0 && (std::abs(day - sure_) <= kSameYear || std::abs(day - own) <= kSameYear);
    if (date.parts.year == 0 && !near) return false;
    if (date.granularity == Granularity::kDay) sure_ = day;
    return true;
  }

  void ReadDates() {
    for (const uint32_t index : sentence_->values) {
      const ValueMention& value = document_.values[index];
      const Value& date = value.mention.value;
      if (date.kind != ValueKind::kDate || value.first >= value.last) continue;
      if (date.granularity == Granularity::kDay) ++day_;
      if (!date.low || !date.high || date.modifier != Modifier::kExact || date.step != Exact()) continue;
      if (!date.low->is_integer() || !date.high->is_integer() || !IsSure(date)) continue;
      EventMoment moment;
      moment.low = static_cast<int64_t>(date.low->numerator()) * kDayMinutes;
      moment.high = static_cast<int64_t>(date.high->numerator()) * kDayMinutes - 1;
      AddMoment(value.first, value.last, moment);
    }
  }

  void ReadClocks() {
    for (const uint32_t index : sentence_->values) {
      const ValueMention& value = document_.values[index];
      const Value& time = value.mention.value;
      if (value.first >= value.last) continue;
      if (time.kind == ValueKind::kNumber) {
        if (const std::optional<int> minute = DottedClock(value)) AddClock(value, *minute);
        continue;
      }
      if (time.kind != ValueKind::kTime || !time.low || !time.low->is_integer() || time.low != time.high) continue;
      if (time.modifier != Modifier::kExact) continue;
      int minute = static_cast<int>(time.low->numerator());
      // "2:56" behind "2:52 p.m." is of the same half of the day.
      if (time.half_unsaid && minute < 12 * 60 && minute + 12 * 60 >= clock_ && minute < clock_) minute += 12 * 60;
      AddClock(value, minute);
    }
  }

  // "14.15" that opens a sentence or stands behind "at": hours and minutes as records write them.
  std::optional<int> DottedClock(const ValueMention& value) const {
    const absl::string_view text = sentence_->words[value.first].text;
    if (text.size() != 5 || text[2] != '.' || value.last != value.first + 1) return std::nullopt;
    if (value.first > 0 && !IsAnyOf(sentence_->words[value.first - 1].text, {"at", "by"})) return std::nullopt;
    int hour = 0;
    int minute = 0;
    if (!absl::SimpleAtoi(text.substr(0, 2), &hour) || !absl::SimpleAtoi(text.substr(3), &minute)) return std::nullopt;
    if (hour > 23 || minute > 59) return std::nullopt;
    return hour * 60 + minute;
  }

  void AddClock(const ValueMention& value, int minute) {
    if (minute < clock_ - kOtherDay) ++day_;
    clock_ = minute;
    EventMoment moment;
    const int room = minute % 5 == 0 ? 2 : 0;
    moment.low = minute - room;
    moment.high = minute + room;
    moment.day = day_;
    moment.clock = true;
    AddMoment(value.first, value.last, moment);
  }

  const Analysis& analysis_;
  const EventFinder& finder_;
  uint32_t number_;
  const DocumentAnalysis& document_;
  LexiconId order_verbs_, adverbs_;
  EventTale tale_;
  const Sentence* sentence_ = nullptr;
  uint32_t index_ = 0;
  std::vector<Part> parts_;
  std::pair<int, uint32_t> before_ = {kNone, 0};        // the last event told, and its sentence
  int64_t sure_ = std::numeric_limits<int32_t>::min();  // the last day that was told with its year
  int day_ = 0;
  int clock_ = 0;
};

}  // namespace

EventTale ReadTale(const Analysis& analysis, const EventFinder& finder, uint32_t document) {
  return TaleReader(analysis, finder, document).Run();
}

}  // namespace crosscheck
