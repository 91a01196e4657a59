#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "claim/regions.h"
#include "compare/aligned_places.h"
#include "compare/clause.h"
#include "compare/likeness.h"

namespace crosscheck {

namespace {

constexpr uint32_t kReach = 8;  // words on either side that say something of a name
constexpr size_t kStem = 4;     // letters that a name and its adjective share: "Zambia", "Zambian"
constexpr double kLeastShared = 0.1;

// Words that lead to a place, by what they say of it.
struct Lead {
  absl::string_view word;
  char kind;
};
constexpr Lead kLeads[] = {
    {"in", 'i'},     {"at", 'i'},      {"near", 'n'},     {"outside", 'n'},    {"off", 'n'},    {"around", 'n'},
    {"beside", 'n'}, {"from", 'f'},    {"to", 't'},       {"towards", 't'},    {"toward", 't'}, {"for", 't'},
    {"into", 't'},   {"between", 'b'}, {"across", 'i'},   {"through", 'p'},    {"via", 'p'},    {"of", 'o'},
    {"inside", 'i'}, {"within", 'i'},  {"on", 'i'},       {"throughout", 'i'}, {"by", 'n'},     {"along", 'p'},
    {"over", 'p'},   {"beyond", 'n'},  {"opposite", 'n'},
};

char LeadKind(absl::string_view word) {
  for (const Lead& lead : kLeads) {
    if (lead.word == word) return lead.kind;
  }
  return 0;
}

// A name at one place, with what surrounds it.
struct Place {
  uint32_t sentence = 0, name = 0;
  char lead = 0;
  WordId head = 0;   // the content word before the preposition, or before the name
  WordId after = 0;  // the content word after the name
  WordWeights context;
};

struct OpenPlace {
  uint32_t entity = 0;
  bool place = false;
  std::vector<Place> places;
};

class PlacePairFinder {
 public:
  PlacePairFinder(const Analysis& analysis, uint32_t left, uint32_t right)
      : analysis_(analysis), left_(analysis.documents[left]), right_(analysis.documents[right]) {}

  std::vector<PlacePair> Run() {
    if (IsDraft(left_) == IsDraft(right_)) return {};
    const std::vector<OpenPlace> open_left = OpenOf(left_, right_);
    const std::vector<OpenPlace> open_right = OpenOf(right_, left_);
    if (open_left.empty() || open_right.empty()) return {};
    FindAnchors();
    std::vector<PlacePair> pairs;
    std::vector<double> likeness;
    std::map<std::pair<int, uint32_t>, double> best;
    std::vector<std::pair<size_t, size_t>> from;
    for (size_t i = 0; i < open_left.size(); ++i) {
      for (size_t j = 0; j < open_right.size(); ++j) {
        PlacePair pair;
        if (!MayBeOnLevel(open_left[i].entity, open_right[j].entity)) continue;
        const double like = LikestPlaces(open_left[i], open_right[j], pair);
        if (like <= 0) continue;
        best[{0, open_left[i].entity}] = std::max(best[{0, open_left[i].entity}], like);
        best[{1, open_right[j].entity}] = std::max(best[{1, open_right[j].entity}], like);
        pairs.push_back(pair);
        likeness.push_back(like);
        from.emplace_back(i, j);
      }
    }
    for (size_t k = 0; k < pairs.size(); ++k) {
      const OpenPlace& a = open_left[from[k].first];
      const OpenPlace& b = open_right[from[k].second];
      const bool best_a = likeness[k] >= best[{0, a.entity}];
      const bool best_b = likeness[k] >= best[{1, b.entity}];
      Set(pairs[k].cues, PlaceCue::kBestBoth, best_a && best_b);
      Set(pairs[k].cues, PlaceCue::kBestOne, best_a != best_b);
      Set(pairs[k].cues, PlaceCue::kCompetition, 1.0 / static_cast<double>(open_left.size() * open_right.size()));
      Set(pairs[k].cues, PlaceCue::kRepeated, a.places.size() > 1 && b.places.size() > 1);
      Set(pairs[k].cues, PlaceCue::kSharedToken, ShareToken(a.entity, b.entity));
    }
    return pairs;
  }

 private:
  static void Set(PlaceCues& cues, PlaceCue cue, double value) { cues[static_cast<size_t>(cue)] = value; }
  static bool IsDraft(const DocumentAnalysis& document) { return document.document->info().role == Role::kDraft; }
  const NamedEntity& Entity(uint32_t entity) const { return analysis_.entities[entity]; }

  // Names of `document` of which `other` says nothing: not the name, no adjective of it, no letters that stand for it.
  std::vector<OpenPlace> OpenOf(const DocumentAnalysis& document, const DocumentAnalysis& other) const {
    absl::flat_hash_set<std::string> stems;
    absl::flat_hash_set<std::string> words;
    std::set<std::string> initials;
    for (const Sentence& sentence : other.sentences) {
      for (const Word& word : sentence.words) {
        if (!word.capital) continue;
        words.insert(std::string(word.text));
        stems.insert(std::string(word.text.substr(0, kStem)));
      }
      for (const NameMention& name : sentence.names) initials.insert(InitialsOf(Entity(name.entity)));
    }
    std::map<uint32_t, OpenPlace> open;
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Sentence& sentence = document.sentences[s];
      if (sentence.zone == Zone::kByline) continue;
      for (uint32_t n = 0; n < sentence.names.size(); ++n) {
        const NameMention& name = sentence.names[n];
        if (Entity(name.entity).definition >= 0 || !NamesPlace(sentence, name) ||
            IsSaid(Entity(name.entity), words, stems, initials))
          continue;
        OpenPlace& entry = open[name.entity];
        entry.entity = name.entity;
        entry.places.push_back(PlaceOf(sentence, s, n));
        entry.place = entry.place || (entry.places.back().lead != 0 && entry.places.back().lead != 'o');
      }
    }
    std::vector<OpenPlace> names;
    for (auto& [entity, entry] : open) {
      if (entry.place) names.push_back(std::move(entry));
    }
    return names;
  }

  static std::string InitialsOf(const NamedEntity& entity) {
    std::string initials;
    for (const std::string& token : entity.tokens) initials += token.substr(0, 1);
    return initials;
  }

  static bool IsSaid(const NamedEntity& entity, const absl::flat_hash_set<std::string>& words,
                     const absl::flat_hash_set<std::string>& stems, const std::set<std::string>& initials) {
    if (entity.tokens.size() == 1 && initials.contains(entity.tokens.front())) return true;
    if (words.contains(InitialsOf(entity))) return true;
    // Of a name of several words the last counts for persons, all of them for the rest.
    return std::all_of(entity.tokens.begin(), entity.tokens.end(), [&](const std::string& token) {
      if (token.size() <= kStem) return words.contains(token);
      return stems.contains(token.substr(0, kStem));
    });
  }

  Place PlaceOf(const Sentence& sentence, uint32_t s, uint32_t n) const {
    const NameMention& name = sentence.names[n];
    Place place;
    place.sentence = s;
    place.name = n;
    uint32_t before = name.first;
    // "the town of X", "in the X", "and X": the word that leads to the name.
    while (before > 0 && name.first - before < 3 && LeadKind(sentence.words[before - 1].text) == 0 &&
           (sentence.words[before - 1].stop || sentence.words[before - 1].text == "town" ||
            sentence.words[before - 1].text == "city" || sentence.words[before - 1].text == "village"))
      --before;
    if (before > 0) place.lead = LeadKind(sentence.words[before - 1].text);
    for (uint32_t w = place.lead != 0 ? before - 1 : name.first; w-- > 0 && name.first - w <= 5;) {
      if (sentence.words[w].stop || sentence.words[w].number) continue;
      place.head = sentence.words[w].sense;
      break;
    }
    if (name.last < sentence.words.size() && !sentence.words[name.last].stop && !sentence.words[name.last].number)
      place.after = sentence.words[name.last].sense;
    std::map<WordId, float> weights;
    for (uint32_t w = 0; w < sentence.words.size(); ++w) {
      const Word& word = sentence.words[w];
      if (word.stop || word.number || (w >= name.first && w < name.last)) continue;
      const uint32_t distance = w < name.first ? name.first - w : w - name.last + 1;
      const float weight = distance <= 4 ? 1.0F : distance <= kReach ? 0.7F : 0.3F;
      float& old = weights[word.sense];
      old = std::max(old, weight);
    }
    place.context.assign(weights.begin(), weights.end());
    return place;
  }

  // Values and names that two sentences have in common.
  void FindAnchors() {
    using Key = std::tuple<int, std::string, std::string>;
    std::multimap<Key, uint32_t> right;
    ForAnchors(right_, [&](Key key, uint32_t sentence) { right.emplace(std::move(key), sentence); });
    ForAnchors(left_, [&](const Key& key, uint32_t sentence) {
      const auto [first, last] = right.equal_range(key);
      for (auto at = first; at != last; ++at) ++anchors_[{sentence, at->second}];
    });
  }

  template <typename Do>
  void ForAnchors(const DocumentAnalysis& document, const Do& act) const {
    for (const ValueMention& value : document.values) {
      const Value& v = value.mention.value;
      if (!v.low || !v.high) continue;
      act({static_cast<int>(v.kind), v.unit, absl::StrCat(v.low->ToString(), " ", v.high->ToString())}, value.sentence);
    }
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      std::set<uint32_t> seen;
      for (const NameMention& name : document.sentences[s].names) {
        if (seen.insert(name.entity).second) act({-1, "", Entity(name.entity).key}, s);
      }
    }
  }

  // The likest of all pairs of places; 0 where none shares anything.
  double LikestPlaces(const OpenPlace& a, const OpenPlace& b, PlacePair& pair) const {
    double best = 0;
    for (const Place& x : a.places) {
      for (const Place& y : b.places) {
        PlaceCues cues{};
        const double like = Like(x, y, cues);
        if (like <= best) continue;
        best = like;
        pair.a = {x.sentence, x.name};
        pair.b = {y.sentence, y.name};
        pair.cues = cues;
      }
    }
    return best;
  }

  double Like(const Place& x, const Place& y, PlaceCues& cues) const {
    const Sentence& left = left_.sentences[x.sentence];
    const Sentence& right = right_.sentences[y.sentence];
    const double context = std::max(0.0, ContextCosine(analysis_, x.context, y.context));
    const auto found = anchors_.find({x.sentence, y.sentence});
    const int anchors = found == anchors_.end() ? 0 : std::min(3, found->second);
    const std::vector<WordId> a = ContentSenses(left, 0, static_cast<uint32_t>(left.words.size()));
    const std::vector<WordId> b = ContentSenses(right, 0, static_cast<uint32_t>(right.words.size()));
    const double shared = std::min(3.0, SharedWeight(analysis_, a, b)) / 3;
    const bool lead = x.lead != 0 && x.lead == y.lead;
    const bool head = (x.head != 0 && x.head == y.head) || (x.after != 0 && x.after == y.after);
    const bool value = ValueBeside(left_, x) && ShareValueBeside(x, y);
    Set(cues, PlaceCue::kContext, context);
    Set(cues, PlaceCue::kSentence, shared);
    Set(cues, PlaceCue::kKin, std::min(3.0, KinWeight(analysis_, a, b)));
    Set(cues, PlaceCue::kAnchors, anchors);
    Set(cues, PlaceCue::kSameLead, lead);
    Set(cues, PlaceCue::kOtherLead, x.lead != y.lead);
    Set(cues, PlaceCue::kSameHead, head);
    Set(cues, PlaceCue::kSameValue, value);
    Set(cues, PlaceCue::kHeadline, IsHeadline(left) || IsHeadline(right));
    const double like = context + shared + 0.2 * anchors + (lead ? 0.1 : 0) + (head ? 0.3 : 0) + (value ? 0.5 : 0);
    return like >= kLeastShared ? like : 0;
  }

  // The figure within three words of a name: an age, a number of seats.
  const ValueMention* ValueBeside(const DocumentAnalysis& document, const Place& place) const {
    const Sentence& sentence = document.sentences[place.sentence];
    const NameMention& name = sentence.names[place.name];
    for (uint32_t index : sentence.values) {
      const ValueMention& value = document.values[index];
      if (value.first >= name.last && value.first <= name.last + 3) return &value;
    }
    return nullptr;
  }

  bool ShareValueBeside(const Place& x, const Place& y) const {
    const ValueMention* a = ValueBeside(left_, x);
    const ValueMention* b = ValueBeside(right_, y);
    return a != nullptr && b != nullptr && a->mention.value.low && a->mention.value.low == b->mention.value.low;
  }

  bool ShareToken(uint32_t a, uint32_t b) const {
    const auto& left = Entity(a).tokens;
    const auto& right = Entity(b).tokens;
    if (left.size() < 2 || right.size() < 2) return false;
    return std::any_of(left.begin(), left.end(), [&](const std::string& token) {
      return token.size() > 2 && std::find(right.begin(), right.end(), token) != right.end();
    });
  }

  // A town is in its county: only two towns can be at odds, or two countries, or two parts of one country of one level,
  // which codes of one look tell.
  bool MayBeOnLevel(uint32_t a, uint32_t b) const {
    const absl::string_view x = RegionCode(Entity(a).key);
    const absl::string_view y = RegionCode(Entity(b).key);
    if (x.empty() || y.empty()) return x.empty() && y.empty();
    if (x.size() != y.size() || x == y || x == "*") return false;
    return x.size() == 2 || (x.substr(0, 3) == y.substr(0, 3) && IsDigit(x.back()) == IsDigit(y.back()));
  }
  static bool IsDigit(char c) { return c >= '0' && c <= '9'; }

  // "in the Scottish capital", "the Polish price list", "in the Lowland Journal": the name tells of another noun.
  bool NamesPlace(const Sentence& sentence, const NameMention& name) const {
    const NameType type = Entity(name.entity).type;
    if (type == NameType::kOrganisation || type == NameType::kPerson) return false;
    const bool goes_on = name.last < sentence.words.size() && !sentence.words[name.last].stop &&
                         !sentence.words[name.last].comma_before && !sentence.words[name.last].break_before &&
                         !sentence.words[name.last].number;
    const bool article = name.first > 0 && sentence.words[name.first - 1].text == "the";
    if (goes_on && article) return false;
    static constexpr absl::string_view kNone[] = {
        "journal",   "university", "council",   "college",  "times",      "institute", "monday",   "tuesday",
        "wednesday", "thursday",   "friday",    "saturday", "sunday",     "mondays",   "tuesdays", "wednesdays",
        "thursdays", "fridays",    "saturdays", "sundays",  "interstate", "highway",   "route",    "motorway"};
    const auto& tokens = Entity(name.entity).tokens;
    return std::none_of(tokens.begin(), tokens.end(), [](const std::string& token) {
      return std::find(std::begin(kNone), std::end(kNone), token) != std::end(kNone);
    });
  }

  const Analysis& analysis_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  std::map<std::pair<uint32_t, uint32_t>, int> anchors_;
};

}  // namespace

absl::Span<const PlaceCueRow> PlaceCueTable() {
  static constexpr PlaceCueRow kTable[] = {
      {PlaceCue::kContext, "context", 1.64},
      {PlaceCue::kSentence, "sentence", 0.58},
      {PlaceCue::kKin, "kin", 0.25},
      {PlaceCue::kAnchors, "anchors", 0.70},
      {PlaceCue::kSameLead, "same-lead", 0.71},
      {PlaceCue::kOtherLead, "other-lead", -0.59},
      {PlaceCue::kSameHead, "same-head", 1.02},
      {PlaceCue::kSharedToken, "shared-token", 1.50},
      {PlaceCue::kBestBoth, "best-both", 1.12},
      {PlaceCue::kBestOne, "best-one", -0.20},
      {PlaceCue::kCompetition, "competition", 0.45},
      {PlaceCue::kRepeated, "repeated", 0.30},
      {PlaceCue::kSameValue, "same-value", 1.52},
      {PlaceCue::kHeadline, "headline", -0.04},
  };
  static_assert(std::size(kTable) == kPlaceCueCount);
  return kTable;
}

std::vector<PlacePair> PlacePairs(const Analysis& analysis, uint32_t left, uint32_t right) {
  return PlacePairFinder(analysis, left, right).Run();
}

}  // namespace crosscheck
