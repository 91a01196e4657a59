#include <algorithm>

#include "compare/event_times.h"

namespace crosscheck {

namespace {

constexpr uint32_t kReach = 14;         // words between a time and the word that says what happened
constexpr uint32_t kOpening = 3;        // words before a time that opens its sentence
constexpr uint32_t kOtherClause = 5;    // what a boundary of clauses between the two is worth in words
constexpr uint32_t kAfterTime = 2;      // English puts the time behind its verb
constexpr uint32_t kLeadSentences = 4;  // where a report says on which day

// Whether another time stands between two words of the sentence: then the word belongs to that one.
bool TimeBetween(const DocumentAnalysis& document, const Sentence& sentence, uint32_t first, uint32_t last,
                 const ValueMention& own) {
  return std::any_of(sentence.values.begin(), sentence.values.end(), [&](uint32_t index) {
    const ValueMention& other = document.values[index];
    return &other != &own && other.mention.value.kind == own.mention.value.kind && other.first >= first &&
           other.last <= last;
  });
}

std::optional<EventDay> DayOf(const ValueMention& value) {
  const Value& date = value.mention.value;
  if (date.kind != ValueKind::kDate || date.granularity != Granularity::kDay) return std::nullopt;
  EventDay day;
  day.weekday = date.parts.weekday;
  if (date.low && date.high && date.low->is_integer() && date.high->is_integer()) {
    day.days = DayInterval{static_cast<int64_t>(date.low->numerator()), static_cast<int64_t>(date.high->numerator())};
  }
  if (date.modifier != Modifier::kExact || (!day.days && day.weekday < 0)) return std::nullopt;
  return day;
}

// Words between two stretches of a sentence, 0 where they touch or overlap.
uint32_t Distance(uint32_t first_a, uint32_t last_a, uint32_t first_b, uint32_t last_b) {
  if (last_a <= first_b) return first_b - last_a;
  return last_b <= first_a ? first_a - last_b : 0;
}

}  // namespace

std::optional<EventClass> ClassOfEvent(const DocumentAnalysis& document, const ValueMention& value, LexiconId classes) {
  const Sentence& sentence = document.sentences[value.sentence];
  if (value.first >= value.last || value.last > sentence.words.size()) return std::nullopt;
  std::optional<EventClass> best;
  uint32_t least = kReach + 1;
  for (const LexiconHit& hit : sentence.hits) {
    if (hit.lexicon != classes || (hit.first < value.last && value.first < hit.last)) continue;
    const bool before = hit.last <= value.first;
    uint32_t cost = Distance(hit.first, hit.last, value.first, value.last);
    if (!before && value.first <= kOpening) {
      cost /= 2;  // "At 04:10 today the container ship … ran aground"
    } else {
      const uint32_t at = before ? hit.last - 1 : hit.first;
      cost += before ? 0 : kAfterTime;
      if (sentence.clause[at] != sentence.clause[value.first]) cost += kOtherClause;
    }
    if (cost >= least) continue;
    const uint32_t low = std::min(hit.first, value.first);
    const uint32_t high = std::max(hit.last, value.last);
    if (TimeBetween(document, sentence, low, high, value)) continue;
    least = cost;
    best = EventClass{hit.group, hit};
  }
  return best;
}

std::optional<EventDay> DayOfTime(const DocumentAnalysis& document, const ValueMention& time) {
  const Sentence& sentence = document.sentences[time.sentence];
  std::optional<EventDay> nearest;
  uint32_t least = kReach;
  for (const uint32_t index : sentence.values) {
    const ValueMention& other = document.values[index];
    const std::optional<EventDay> day = DayOf(other);
    if (!day || other.first >= other.last) continue;
    const uint32_t distance = Distance(other.first, other.last, time.first, time.last);
    if (distance < least) {
      least = distance;
      nearest = day;
    }
  }
  if (nearest) return nearest;
  for (const ValueMention& other : document.values) {
    if (other.sentence >= kLeadSentences) break;
    if (document.sentences[other.sentence].zone == Zone::kByline) continue;
    if (const std::optional<EventDay> day = DayOf(other)) return day;
  }
  return std::nullopt;
}

}  // namespace crosscheck
