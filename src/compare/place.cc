#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/settings.h"
#include "value/compare_values.h"

// Where something is or happens: two bearings from one place, two venues of one kind, two places of one event.
namespace crosscheck {

namespace {

// "42 km southeast of X", "eight kilometres downstream": a word that says in which direction, with a distance or a
// place.
struct Bearing {
  uint32_t document = 0, sentence = 0;
  LexiconHit hit;
  const ValueMention* distance = nullptr;
  std::vector<uint32_t> names;
  std::vector<WordId> senses;
};

// "in Gdansk", said of an event of some kind ("production", "talks").
struct EventPlace {
  uint32_t document = 0, sentence = 0;
  uint16_t event = 0;
  uint32_t head = 0;  // word of the event noun
  NameMention name;
  std::vector<WordId> senses;
};

class PlaceComparer {
 public:
  PlaceComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), anchor_(NumberSetting(rule, "anchor", 1.5)) {
    bearings_ = analysis.lexicons->Find("place-relations");
    venues_ = analysis.lexicons->Find("venue-nouns");
    events_ = analysis.lexicons->Find("event-heads");
  }

  void Run() {
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      for (uint32_t s = 0; s < analysis_.documents[d].sentences.size(); ++s) {
        CollectBearings(d, s);
        CollectSettings(d, s);
      }
    }
    CompareBearings();
    CompareSettings();
    CompareVenues();
  }

 private:
  const Sentence& At(uint32_t d, uint32_t s) const { return analysis_.documents[d].sentences[s]; }

  void CollectBearings(uint32_t d, uint32_t s) {
    const DocumentAnalysis& document = analysis_.documents[d];
    const Sentence& sentence = document.sentences[s];
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != bearings_) continue;
      Bearing bearing;
      bearing.document = d;
      bearing.sentence = s;
      bearing.hit = hit;
      for (uint32_t index : sentence.values) {
        const ValueMention& value = document.values[index];
        const bool length = value.mention.value.kind == ValueKind::kQuantity;
        if (length && value.last <= hit.first && value.last + 2 >= hit.first) bearing.distance = &value;
      }
      for (const NameMention& name : sentence.names) bearing.names.push_back(name.entity);
      std::sort(bearing.names.begin(), bearing.names.end());
      bearing.senses = ContentSenses(sentence, 0, static_cast<uint32_t>(sentence.words.size()));
      found_bearings_.push_back(std::move(bearing));
    }
  }

  // A group is named "set:value"; only values of one set exclude one another.
  static absl::string_view SetOf(absl::string_view group) { return group.substr(0, group.find(':')); }

  void CompareBearings() {
    for (size_t i = 0; i < found_bearings_.size(); ++i) {
      for (size_t j = i + 1; j < found_bearings_.size(); ++j) {
        const Bearing& a = found_bearings_[i];
        const Bearing& b = found_bearings_[j];
        if (a.document == b.document || a.hit.group == b.hit.group || !MayCompare(analysis_, a.document, b.document))
          continue;
        if (SetOf(analysis_.lexicons->GroupName(bearings_, a.hit.group)) !=
            SetOf(analysis_.lexicons->GroupName(bearings_, b.hit.group)))
          continue;
        if (a.distance == nullptr || b.distance == nullptr) continue;
        if (AgreementOf(a.distance->mention.value, b.distance->mention.value) != Agreement::kConsistent) continue;
        if (SharedWeight(analysis_, a.senses, b.senses) < 0.8) continue;
        Relate(Evidence(a), Evidence(b), a.document, b.document, "the same distance in two directions");
      }
    }
  }

  Claim Evidence(const Bearing& bearing) const {
    const Sentence& sentence = At(bearing.document, bearing.sentence);
    const uint32_t last = std::min<uint32_t>(bearing.hit.last + 4, static_cast<uint32_t>(sentence.words.size()));
    Claim claim =
        ClaimAt(analysis_.documents[bearing.document], sentence, SpanOfWords(sentence, bearing.distance->first, last));
    claim.value.canonical = analysis_.lexicons->GroupName(bearings_, bearing.hit.group);
    return claim;
  }

  void CollectSettings(uint32_t d, uint32_t s) {
    const Sentence& sentence = At(d, s);
    if (sentence.zone == Zone::kByline) return;
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != events_) continue;
      for (const NameMention& name : sentence.names) {
        if (name.first == 0 || name.first < hit.last || name.first > hit.last + 5) continue;
        const absl::string_view before = sentence.words[name.first - 1].text;
        if (before != "in" && before != "at" && before != "near") continue;
        if (sentence.clause[name.first] != sentence.clause[hit.first]) continue;
        EventPlace setting{d,         s,    hit.group,
                           hit.first, name, ContentSenses(sentence, 0, static_cast<uint32_t>(sentence.words.size()))};
        settings_.push_back(std::move(setting));
        break;
      }
    }
  }

  bool Names(uint32_t document, uint32_t entity) const {
    const auto& documents = analysis_.entities[entity].documents;
    if (std::binary_search(documents.begin(), documents.end(), analysis_.documents[document].index)) return true;
    // A part of the name is enough: "Palais" for "Palais des Nations".
    const std::string& last = analysis_.entities[entity].tokens.empty() ? analysis_.entities[entity].key
                                                                        : analysis_.entities[entity].tokens.front();
    for (const Sentence& sentence : analysis_.documents[document].sentences) {
      for (const Word& word : sentence.words) {
        if (word.text == last) return true;
      }
    }
    return false;
  }

  size_t SettingsOf(uint32_t document, uint16_t event) const {
    std::set<uint32_t> places;
    for (const EventPlace& setting : settings_) {
      if (setting.document == document && setting.event == event) places.insert(setting.name.entity);
    }
    return places.size();
  }

  void CompareSettings() {
    for (size_t i = 0; i < settings_.size(); ++i) {
      for (size_t j = i + 1; j < settings_.size(); ++j) {
        const EventPlace& a = settings_[i];
        const EventPlace& b = settings_[j];
        if (a.document == b.document || a.event != b.event || a.name.entity == b.name.entity ||
            !MayCompare(analysis_, a.document, b.document))
          continue;
        if (SettingsOf(a.document, a.event) != 1 || SettingsOf(b.document, b.event) != 1) continue;
        if (Names(a.document, b.name.entity) || Names(b.document, a.name.entity)) continue;
        if (analysis_.entities[a.name.entity].type == NameType::kPerson ||
            analysis_.entities[b.name.entity].type == NameType::kPerson)
          continue;
        if (SharedWeight(analysis_, a.senses, b.senses) < anchor_) continue;
        Relate(Evidence(a), Evidence(b), a.document, b.document,
               "one event in two places, and neither text names the other's");
      }
    }
  }

  Claim Evidence(const EventPlace& setting) const {
    const Sentence& sentence = At(setting.document, setting.sentence);
    Claim claim = ClaimAt(analysis_.documents[setting.document], sentence,
                          SpanOfWords(sentence, setting.head, setting.name.last));
    claim.value.canonical = analysis_.entities[setting.name.entity].key;
    return claim;
  }

  // "the Quay Stage" against "the Hill Stage": two venues of one kind for one thing.
  void CompareVenues() {
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      for (uint32_t e = d + 1; e < analysis_.documents.size(); ++e) {
        if (MayCompare(analysis_, d, e)) CompareVenues(d, e);
      }
    }
  }

  struct Venue {
    uint32_t sentence = 0;
    NameMention name;
    WordId noun = 0;
    std::vector<WordId> senses;
  };

  std::vector<Venue> VenuesOf(uint32_t d) const {
    std::vector<Venue> venues;
    const auto& sentences = analysis_.documents[d].sentences;
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      for (const NameMention& name : sentences[s].names) {
        const bool venue = name.last - name.first >= 2 &&
                           std::any_of(sentences[s].hits.begin(), sentences[s].hits.end(), [&](const LexiconHit& hit) {
                             return hit.lexicon == venues_ && hit.last == name.last;
                           });
        if (!venue) continue;
        std::vector<WordId> senses = ContentSenses(sentences[s], 0, name.first);
        const auto after = ContentSenses(sentences[s], name.last, static_cast<uint32_t>(sentences[s].words.size()));
        senses.insert(senses.end(), after.begin(), after.end());
        std::sort(senses.begin(), senses.end());
        venues.push_back({s, name, sentences[s].words[name.last - 1].lemma, std::move(senses)});
      }
    }
    return venues;
  }

  void CompareVenues(uint32_t d, uint32_t e) {
    const std::vector<Venue> left = VenuesOf(d);
    const std::vector<Venue> right = VenuesOf(e);
    for (const Venue& a : left) {
      for (const Venue& b : right) {
        if (a.noun != b.noun || a.name.entity == b.name.entity) continue;
        if (SharedWeight(analysis_, a.senses, b.senses) < anchor_) continue;
        const auto same = [](const std::vector<Venue>& list, const Venue& v) {
          return std::any_of(list.begin(), list.end(),
                             [&](const Venue& other) { return other.name.entity == v.name.entity; });
        };
        if (same(left, b) || same(right, a)) continue;
        Relate(Evidence(d, a), Evidence(e, b), d, e, "two venues of one kind for one thing");
      }
    }
  }

  Claim Evidence(uint32_t d, const Venue& venue) const {
    const Sentence& sentence = At(d, venue.sentence);
    const uint32_t first = venue.name.first > 3 ? venue.name.first - 3 : 0;
    Claim claim = ClaimAt(analysis_.documents[d], sentence, SpanOfWords(sentence, first, venue.name.last));
    claim.value.canonical = analysis_.entities[venue.name.entity].key;
    return claim;
  }

  void Relate(Claim a, Claim b, uint32_t d, uint32_t e, absl::string_view reason) {
    for (Claim* claim : {&a, &b}) {
      claim->rule = rule_.id;
      claim->attribute = "place";
      claim->value.kind = "place";
    }
    Relation relation = MakeRelation(analysis_, rule_, {a, d}, {b, e}, reason);
    sink_.Relate(std::move(relation), std::move(a), std::move(b));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  double anchor_;
  LexiconId bearings_, venues_, events_;
  std::vector<Bearing> found_bearings_;
  std::vector<EventPlace> settings_;
};

}  // namespace

void ComparePlaces(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  PlaceComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
