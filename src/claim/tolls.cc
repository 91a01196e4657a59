#include "claim/tolls.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "claim/toll_labels.h"
#include "english/english.h"

namespace crosscheck {

namespace {

constexpr uint32_t kLeadSentences = 6;     // the first of the text proper
constexpr uint32_t kMostModifiers = 4;     // between a figure and its noun: "two young Norwegian police officers"
constexpr uint32_t kMostBetween = 7;       // between the noun and what befell it: "were reported to have been"
constexpr uint32_t kMostBeforeFigure = 6;  // between the verb and its figure: "killed a total of at least"

template <size_t N>
bool IsOneOf(absl::string_view word, const absl::string_view (&words)[N]) {
  return std::binary_search(std::begin(words), std::end(words), word);
}

// Words that may stand between the counted and what befell them.
bool IsLink(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {
      "all",      "allegedly", "also",       "apparently", "are",        "badly",   "be",        "been",     "being",
      "believed", "confirmed", "critically", "dead",       "feared",     "gravely", "had",       "has",      "have",
      "is",       "known",     "left",       "lightly",    "listed",     "more",    "now",       "of",       "others",
      "presumed", "remain",    "remained",   "reported",   "reportedly", "said",    "seriously", "severely", "slightly",
      "still",    "thought",   "to",         "were",       "was",        "who"};
  static_assert(std::size(kWords) > 0);
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Words that may stand between a verb and the figure of its object.
bool IsBeforeFigure(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {
      "a",      "about", "all",       "almost", "an",    "another", "approximately", "around",
      "as",     "at",    "estimated", "just",   "least", "many",    "more",          "most",
      "nearly", "of",    "only",      "other",  "over",  "roughly", "some",          "than",
      "the",    "total", "up",        "to",     "us",    "up to",   "perhaps",       "possibly"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

bool IsOtherWord(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"additional", "another", "further", "more", "other", "others"};
  return IsOneOf(word, kWords);
}

// A count as its sentence builds it, before it is known what befell the counted.
struct Counted {
  Toll toll;
  uint32_t end = 0;                  // the word after its noun phrase
  bool right = false, left = false;  // where the outcome stands
  bool has_outcome = false;
};

class TollFinder {
 public:
  TollFinder(const Analysis& analysis, const DocumentAnalysis& document) : analysis_(analysis), document_(document) {
    const LexiconIndex& lexicons = *analysis.lexicons;
    states_ = lexicons.Find("toll-states");
    acts_ = lexicons.Find("toll-acts");
    nouns_ = lexicons.Find("toll-nouns");
    classes_ = lexicons.Find("toll-classes");
    other_event_ = lexicons.Find("other-event");
    roundup_ = lexicons.Find("roundup");
    any_ = lexicons.FindGroup(classes_, "any");
    killed_ = lexicons.FindGroup(states_, "killed");
    hurt_ = lexicons.FindGroup(states_, "hurt");
    shot_ = lexicons.FindGroup(states_, "shot");
  }

  std::vector<Toll> Run() {
    if (states_ == kNoLexicon || classes_ == kNoLexicon) return {};
    uint32_t body = 0;
    for (uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const Sentence& sentence = document_.sentences[s];
      const bool heading = sentence.zone == Zone::kTitle || sentence.zone == Zone::kDek;
      const bool text = sentence.zone == Zone::kParagraph || sentence.zone == Zone::kListItem;
      lead_ = heading || (text && body < kLeadSentences);
      if (text && sentence.words.size() >= 4) ++body;
      if (const std::optional<Toll> labelled = ReadTollLabel(analysis_, document_, s)) {
        tolls_.push_back(*labelled);
      } else {
        ReadSentence(sentence, s);
      }
    }
    return std::move(tolls_);
  }

 private:
  // The longest phrase of a lexicon that begins at a word, or with `ending` the one that ends before it.
  const LexiconHit* HitAt(const Sentence& sentence, LexiconId lexicon, uint32_t word) const {
    if (lexicon == kNoLexicon) return nullptr;
    for (auto hit = FirstHitNear(sentence.hits, word); hit != sentence.hits.end() && hit->first <= word; ++hit) {
      if (hit->lexicon == lexicon && hit->first == word) return &*hit;
    }
    return nullptr;
  }

  const LexiconHit* HitEndingAt(const Sentence& sentence, LexiconId lexicon, uint32_t end) const {
    const LexiconHit* longest = nullptr;
    for (auto hit = FirstHitNear(sentence.hits, end - 1); hit != sentence.hits.end() && hit->first < end; ++hit) {
      if (hit->lexicon == lexicon && hit->last == end && (longest == nullptr || hit->first < longest->first))
        longest = &*hit;
    }
    return longest;
  }

  bool HasHit(const Sentence& sentence, LexiconId lexicon) const {
    return lexicon != kNoLexicon && std::any_of(sentence.hits.begin(), sentence.hits.end(),
                                                [&](const LexiconHit& hit) { return hit.lexicon == lexicon; });
  }

  static bool Breaks(const Sentence& sentence, uint32_t word) {
    return sentence.words[word].break_before || sentence.words[word].comma_before;
  }

  void ReadSentence(const Sentence& sentence, uint32_t s) {
    std::vector<Counted> counted;
    CollectFigures(sentence, s, counted);
    CollectWords(sentence, s, counted);
    std::sort(counted.begin(), counted.end(),
              [](const Counted& a, const Counted& b) { return a.toll.first < b.toll.first; });
    for (Counted& one : counted) FindOutcome(sentence, one);
    JoinChains(sentence, counted);
    const bool other = HasHit(sentence, other_event_) || HasHit(sentence, roundup_) || TellsOfAnotherYear(sentence);
    for (Counted& one : counted) {
      if (!one.has_outcome) continue;
      one.toll.lead = lead_;
      one.toll.other_event = other;
      tolls_.push_back(one.toll);
    }
  }

  // "In 2012 a gunman killed 12": a year before the text's own.
  bool TellsOfAnotherYear(const Sentence& sentence) const {
    const auto& published = document_.document->info().published;
    return std::any_of(sentence.values.begin(), sentence.values.end(), [&](uint32_t v) {
      const Value& value = document_.values[v].mention.value;
      if (value.kind != ValueKind::kDate || value.parts.year == 0) return false;
      return !published || value.parts.year < published->year();
    });
  }

  void CollectFigures(const Sentence& sentence, uint32_t s, std::vector<Counted>& counted) const {
    for (uint32_t v : sentence.values) {
      const ValueMention& value = document_.values[v];
      const Value& figure = value.mention.value;
      if (figure.kind != ValueKind::kNumber || figure.is_fraction || !figure.unit.empty() || !figure.per.empty())
        continue;
      if (figure.modifier == Modifier::kVague || (!figure.low && !figure.high)) continue;
      if (figure.low && !figure.low->is_integer()) continue;
      if (value.frame.modality == Modality::kHypothetical || value.first >= value.last) continue;
      Counted one;
      one.toll.sentence = s;
      one.toll.value = static_cast<int>(v);
      one.toll.first = value.first;
      one.toll.last = value.last;
      one.toll.span = value.mention.span;
      one.toll.figure = figure;
      if (ReadNoun(sentence, one)) counted.push_back(one);
    }
  }

  static bool Covered(const std::vector<Counted>& counted, uint32_t word) {
    return std::any_of(counted.begin(), counted.end(),
                       [&](const Counted& c) { return c.toll.first <= word && word < c.end; });
  }

  static Value WholeNumber(int64_t number) {
    Value value;
    value.kind = ValueKind::kNumber;
    value.low = value.high = Exact(number);
    value.step = Exact(1);
    return value;
  }

  // "A man", "another woman", "no one", "nobody": counts without a figure.
  void CollectWords(const Sentence& sentence, uint32_t s, std::vector<Counted>& counted) const {
    static constexpr absl::string_view kOne[] = {"a", "an", "another", "her", "his", "the", "their"};
    for (uint32_t i = 0; i < sentence.words.size(); ++i) {
      const absl::string_view word = sentence.words[i].text;
      if (Covered(counted, i)) continue;
      const bool none = word == "nobody" || (word == "no" && i + 1 < sentence.words.size());
      const bool bare = IsBareSingle(sentence, i);
      if (!none && !bare && !IsOneOf(word, kOne)) continue;
      Counted one;
      one.toll.sentence = s;
      one.toll.first = i;
      one.toll.last = bare ? i : i + 1;
      if (none && i + 1 < sentence.words.size() && sentence.words[i + 1].text == "one") one.toll.last = i + 2;
      one.toll.figure = WholeNumber(none ? 0 : 1);
      one.toll.part = none ? TollPart::kWhole : TollPart::kSingle;
      if (!ReadNoun(sentence, one)) continue;
      if (none && (one.toll.part == TollPart::kOther || NextIsElse(sentence, one.end))) continue;
      if (!none && (one.toll.people < 0 || !IsSingular(sentence, one.end))) continue;
      if (!none) one.toll.part = TollPart::kSingle;
      one.toll.last = std::max(one.toll.last, i + 1);
      one.toll.span = {sentence.words[one.toll.first].span.begin, sentence.words[one.toll.last - 1].span.end};
      counted.push_back(one);
    }
  }

  // "Baby, 4 people injured": a headline that begins with its first victim.
  bool IsBareSingle(const Sentence& sentence, uint32_t word) const {
    return word == 0 && HitAt(sentence, classes_, 0) != nullptr && IsSingular(sentence, 1);
  }

  static bool NextIsElse(const Sentence& sentence, uint32_t at) {
    return at < sentence.words.size() && (sentence.words[at].text == "else" || IsOtherWord(sentence.words[at].text));
  }

  // The last word before `end` is no plural.
  static bool IsSingular(const Sentence& sentence, uint32_t end) {
    const absl::string_view word = sentence.words[end - 1].text;
    return word != "men" && word != "women" && word != "children" && word != "people" && word != "police" &&
           (word.empty() || word.back() != 's');
  }

  // Reads the noun phrase after the figure. False where the figure counts something that has no toll.
  bool ReadNoun(const Sentence& sentence, Counted& one) const {
    Toll& toll = one.toll;
    uint32_t at = toll.last;
    one.end = at;
    uint32_t modifiers = 0;
    bool content = false;  // a noun or adjective that is no class of people
    for (; at < sentence.words.size() && at <= toll.last + kMostModifiers + 2;) {
      const Word& word = sentence.words[at];
      if (at > toll.last && Breaks(sentence, at)) break;
      if (at == toll.last && word.break_before) break;
      if (const LexiconHit* hit = HitAt(sentence, classes_, at)) {
        toll.people = hit->group;
        toll.head = sentence.words[hit->last - 1].lemma;
        at = one.end = hit->last;
        continue;
      }
      if (toll.people >= 0 || HitAt(sentence, states_, at) != nullptr) break;
      if (IsOtherWord(word.text)) {
        toll.part = TollPart::kOther;
        if (word.text == "others") toll.people = any_;
        one.end = ++at;
        continue;
      }
      if (word.text == "of") {
        toll.part = TollPart::kPart;
        at += NextOf(sentence, at);
        one.end = at;
        if (at < sentence.words.size() && HitAt(sentence, classes_, at) != nullptr) continue;
        break;
      }
      if (word.stop || word.number || english::IsMonthName(word.text) || ++modifiers > kMostModifiers) break;
      content = true;
      ++at;
    }
    return toll.people >= 0 || !content;  // not "15 times", "two blocks away"
  }

  // Words of "of them", "of the", "of those".
  static uint32_t NextOf(const Sentence& sentence, uint32_t at) {
    uint32_t count = 1;
    while (at + count < sentence.words.size() && count < 3) {
      const absl::string_view word = sentence.words[at + count].text;
      if (word != "them" && word != "the" && word != "those" && word != "these" && word != "whom" && word != "his" &&
          word != "her" && word != "their")
        break;
      ++count;
    }
    return count;
  }

  void FindOutcome(const Sentence& sentence, Counted& one) const {
    if (FindRight(sentence, one)) {
      one.has_outcome = one.right = true;
    } else if (FindLeft(sentence, one) || FindTollNoun(sentence, one)) {
      one.has_outcome = one.left = true;
    }
    if (one.has_outcome && one.toll.first > 0 && one.toll.part != TollPart::kPart) {
      const absl::string_view before = sentence.words[one.toll.first - 1].text;
      if (before == "including" || before == "among" || before == "includes") one.toll.part = TollPart::kPart;
      if (before == "other" || before == "another") one.toll.part = TollPart::kOther;
      if (!one.left && before == "of" && !IsTotalOf(sentence, one.toll.first - 1)) one.toll.part = TollPart::kPart;
      if (before == "those" || before == "these" || before == "both") one.toll.part = TollPart::kPart;
    }
  }

  // "a total of three people were killed", and not "the names of three people killed".
  static bool IsTotalOf(const Sentence& sentence, uint32_t of) {
    static constexpr absl::string_view kWords[] = {"number", "sum", "toll", "total"};
    return of > 0 && IsOneOf(sentence.words[of - 1].text, kWords);
  }

  bool FindRight(const Sentence& sentence, Counted& one) const {
    const auto size = static_cast<uint32_t>(sentence.words.size());
    for (uint32_t at = one.end; at < size && at < one.end + kMostBetween; ++at) {
      if (Breaks(sentence, at) && !(at == one.end && sentence.words[at].text == "who")) return false;
      if (sentence.words[at].text == "not") return false;
      const LexiconHit* hit = HitAt(sentence, states_, at);
      if (hit == nullptr) {
        if (!IsLink(sentence.words[at].text)) return false;
        continue;
      }
      // "Two men shot a teenager": a doer, if an object follows at once.
      if (at == one.end && one.toll.people >= 0 && TakesObject(sentence, hit->last)) return false;
      return SetOutcome(sentence, *hit, one.toll);
    }
    return false;
  }

  bool TakesObject(const Sentence& sentence, uint32_t at) const {
    if (at >= sentence.words.size() || Breaks(sentence, at)) return false;
    const Word& word = sentence.words[at];
    static constexpr absl::string_view kObject[] = {"a",   "an",  "another", "each",  "her", "him",
                                                    "his", "one", "the",     "their", "them"};
    return IsOneOf(word.text, kObject) || word.number ||
           std::any_of(sentence.values.begin(), sentence.values.end(),
                       [&](uint32_t v) { return document_.values[v].first == at; });
  }

  // What befell them, and "and killed" or "or injured" after it: the gravest of two that all suffered; none where the
  // figure counts both kinds together.
  bool SetOutcome(const Sentence& sentence, const LexiconHit& hit, Toll& toll) const {
    toll.outcome = hit.group;
    const auto size = static_cast<uint32_t>(sentence.words.size());
    uint32_t at = hit.last;
    if (at + 1 >= size) return true;
    const absl::string_view joint = sentence.words[at].text;
    if (joint != "and" && joint != "or") return true;
    const LexiconHit* next = HitAt(sentence, states_, at + 1);
    if (next == nullptr) return true;
    if (toll.outcome == shot_ && joint == "and") {
      toll.outcome = next->group;
      return true;
    }
    return toll.figure.low == Exact(0) || toll.outcome == next->group;
  }

  bool FindLeft(const Sentence& sentence, Counted& one) const {
    uint32_t at = one.toll.first;
    if (at > 0 && Breaks(sentence, at)) return false;
    for (uint32_t steps = 0; at > 0 && steps < kMostBeforeFigure; ++steps) {
      if (const LexiconHit* hit = HitEndingAt(sentence, acts_, at)) {
        // "the people killed two days before": an object must follow, or the end of the phrase.
        if (IsAfterAuxiliary(sentence, hit->first)) return false;
        return SetLeftOutcome(*hit, one.toll);
      }
      if (!IsBeforeFigure(sentence.words[at - 1].text) || (at - 1 > 0 && Breaks(sentence, at - 1))) return false;
      --at;
    }
    return false;
  }

  // "were killed two": a passive has no object.
  static bool IsAfterAuxiliary(const Sentence& sentence, uint32_t at) {
    static constexpr absl::string_view kWords[] = {"are", "be", "been", "being", "is", "was", "were"};
    return at > 0 && IsOneOf(sentence.words[at - 1].text, kWords);
  }

  bool SetLeftOutcome(const LexiconHit& hit, Toll& toll) const { return SetByName(acts_, hit.group, toll); }

  bool SetByName(LexiconId lexicon, uint16_t group, Toll& toll) const {
    const int outcome = analysis_.lexicons->FindGroup(states_, analysis_.lexicons->GroupName(lexicon, group));
    if (outcome < 0) return false;
    toll.outcome = static_cast<uint16_t>(outcome);
    return true;
  }

  // "The death toll rose to 15", "the number of dead stands at 15".
  bool FindTollNoun(const Sentence& sentence, Counted& one) const {
    static constexpr absl::string_view kBefore[] = {"at", "hit", "hits", "is", "of", "reached", "reaches", "to", "was"};
    if (one.toll.first == 0 || one.toll.part == TollPart::kSingle) return false;
    if (!IsOneOf(sentence.words[one.toll.first - 1].text, kBefore)) return false;
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != nouns_ || hit.last > one.toll.first || one.toll.first - hit.last > 8) continue;
      if (sentence.clause[hit.first] != sentence.clause[one.toll.first]) continue;
      return SetByName(nouns_, hit.group, one.toll);
    }
    return false;
  }

  // "Two men and a woman were killed", "killed two men and a woman": what befalls one befalls its neighbours.
  void JoinChains(const Sentence& sentence, std::vector<Counted>& counted) {
    for (size_t i = counted.size(); i-- > 1;) {
      if (!Joined(sentence, counted[i - 1], counted[i])) continue;
      if (counted[i].right && !counted[i - 1].has_outcome) Inherit(counted[i], counted[i - 1], true);
    }
    for (size_t i = 1; i < counted.size(); ++i) {
      if (!Joined(sentence, counted[i - 1], counted[i])) continue;
      if (counted[i - 1].left && !counted[i].has_outcome) Inherit(counted[i - 1], counted[i], false);
    }
  }

  void Inherit(Counted& from, Counted& to, bool right) {
    if (to.toll.people < 0) return;
    if (from.toll.chain == 0) from.toll.chain = ++chains_;
    to.toll.chain = from.toll.chain;
    to.toll.outcome = from.toll.outcome;
    to.has_outcome = true;
    (right ? to.right : to.left) = true;
  }

  static bool Joined(const Sentence& sentence, const Counted& a, const Counted& b) {
    if (b.toll.first < a.end || b.toll.first - a.end > 1) return false;
    for (uint32_t i = a.end; i <= b.toll.first; ++i) {
      if (sentence.words[i].break_before) return false;
    }
    if (b.toll.first == a.end) return sentence.words[b.toll.first].comma_before;
    return sentence.words[a.end].text == "and";
  }

  const Analysis& analysis_;
  const DocumentAnalysis& document_;
  LexiconId states_, acts_, nouns_, classes_, other_event_, roundup_;
  int any_, killed_, hurt_, shot_;
  bool lead_ = false;
  uint32_t chains_ = 0;
  std::vector<Toll> tolls_;
};

}  // namespace

std::vector<Toll> FindTolls(const Analysis& analysis, const DocumentAnalysis& document) {
  return TollFinder(analysis, document).Run();
}

}  // namespace crosscheck
