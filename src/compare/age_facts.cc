#include "compare/age_facts.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "base/any_of.h"
#include "compare/age_owner.h"

namespace crosscheck {

namespace {

constexpr double kOldest = 115;
constexpr uint32_t kMostBetween = 5;  // words between a name and the age that it carries

// Reads the ages of one document.
class AgeReader {
 public:
  AgeReader(const Analysis& analysis, const People& people, uint32_t document, std::vector<AgeFact>& out)
      : analysis_(analysis),
        people_(people),
        number_(document),
        document_(analysis.documents[document]),
        nouns_(analysis.lexicons->Find("person-nouns")),
        relatives_(analysis.lexicons->Find("relatives")),
        out_(out) {
    if (nouns_ == kNoLexicon) return;
    const auto& day = document_.document->info().published;
    if (day) year_ = static_cast<int>(day->year());
  }

  void Run() {
    if (nouns_ == kNoLexicon) return;
    for (uint32_t s = 0; s < document_.sentences.size(); ++s) {
      sentence_ = &document_.sentences[s];
      for (uint32_t v : sentence_->values) Read(s, document_.values[v]);
    }
  }

 private:
  const std::vector<Word>& Words() const { return sentence_->words; }
  absl::string_view Text(uint32_t at) const { return at < Words().size() ? Words()[at].text : ""; }
  bool Broken(uint32_t at) const {
    return at >= Words().size() || Words()[at].comma_before || Words()[at].break_before;
  }

  const LexiconHit* HitAt(LexiconId lexicon, uint32_t at) const {
    for (auto hit = FirstHitNear(sentence_->hits, at); hit != sentence_->hits.end() && hit->first <= at; ++hit) {
      if (hit->lexicon == lexicon && at < hit->last) return &*hit;
    }
    return nullptr;
  }

  void Read(uint32_t s, const ValueMention& value) {
    const Value& what = value.mention.value;
    if (!what.low || !what.high || value.first >= value.last || Words()[value.first].hyphen_before) return;
    AgeFact fact;
    fact.document = number_;
    fact.sentence = s;
    fact.first = value.first;
    fact.last = value.last;
    fact.low = what.low->ToDouble();
    fact.high = what.high->ToDouble();
    if (what.kind == ValueKind::kAge) {
      if (what.unit != "year") return;
      fact.place_first = fact.place_last = value.first;
      if (what.modifier != Modifier::kExact || IsBound(value.first)) return;
    } else if (what.kind != ValueKind::kNumber || fact.low != fact.high || fact.low < 1 || fact.low > kOldest ||
               what.modifier != Modifier::kExact || !IsAgeByContext(fact)) {
      return;
    }
    fact.other_time = fact.other_time || OfAnotherTime(fact);
    AttachPerson(fact);
    fact.full = what.kind == ValueKind::kAge && OwnerOfAge(analysis_, *sentence_, value).has_value();
    out_.push_back(fact);
  }

  // The end of a statement of age: no noun that is counted follows.
  bool EndsStatement(uint32_t at) const {
    return Broken(at) ||
           IsAnyOf(Text(at), {"and", "but", "when", "at",  "on", "last", "this", "next",   "yesterday", "today",
                              "who", "had", "has",  "was", "is", "in",   "by",   "before", "as",        "yet"});
  }

  bool PersonSubjectBefore(uint32_t at) const {
    if (at == 0) return false;
    const absl::string_view word = Text(at - 1);
    if (IsAnyOf(word, {"who", "he", "she", "i"})) return true;
    return NameEndingAt(at) != nullptr || HitAt(nouns_, at - 1) != nullptr || HitAt(relatives_, at - 1) != nullptr;
  }

  // "under the age of 30"
  bool IsBound(uint32_t at) const {
    if (at < 4 || Text(at - 1) != "of" || Text(at - 2) != "age" || Text(at - 3) != "the") return false;
    return IsAnyOf(Text(at - 4),
                   {"under", "over", "above", "below", "before", "after", "until", "past", "beyond", "by", "from"});
  }

  bool IsAgeByContext(AgeFact& fact) const {
    const uint32_t f = fact.first;
    if (f == 0 || IsBound(f)) return false;
    if (Broken(f)) return IsApposition(f, fact.last);
    uint32_t before = f;
    while (before > 0 &&
           IsAnyOf(Text(before - 1), {"now", "just", "only", "then", "still", "already", "barely", "also"})) {
      --before;
      if (Text(before) == "then") fact.other_time = true;
    }
    if (before == 0) return false;
    const absl::string_view cue = Text(before - 1);
    if (cue == "at" && before == f) {
      if (f >= 2 && IsAnyOf(Text(f - 2), {"dies", "died", "dead", "passes", "away"})) return EndsStatement(fact.last);
      return IsAgeAtStart(f, fact.last);
    }
    if (!EndsStatement(fact.last)) return false;
    if (cue == "of" && before == f && f >= 2) return fact.low >= 9 && IsPersonNoun(f - 2);
    if (before != f && Text(before) == "now" && Words()[before].comma_before) return PersonSubjectBefore(before);
    if (IsAnyOf(cue, {"turned", "turns", "turning", "turn"})) {
      return fact.low >= 9 || PersonSubjectBefore(before - 1);
    }
    if (IsAnyOf(cue, {"was", "is", "be", "am", "been"})) {
      uint32_t subject = before - 1;
      while (subject > 0 && IsAnyOf(Text(subject - 1), {"would", "will", "have", "had", "has"})) --subject;
      if (!PersonSubjectBefore(subject)) return false;
      if (subject != before - 1 && IsAnyOf(Text(subject), {"will", "would"})) fact.other_time = true;
      return fact.low >= 3 || Text(before - 1) != "was";
    }
    return false;
  }

  // "the captain, 45,"
  bool IsApposition(uint32_t at, uint32_t last) const {
    return Words()[at].comma_before && HitAt(nouns_, at - 1) != nullptr &&
           (Broken(last) && (last >= Words().size() || Words()[last].comma_before)) && at >= 2;
  }

  // "At 74, Jane Doe is …": the beginning of a sentence or clause.
  bool IsAgeAtStart(uint32_t at, uint32_t last) const {
    if (at > 1 && !Broken(at - 1)) return false;
    if (last >= Words().size() || !Words()[last].comma_before) return false;
    if (IsAnyOf(Text(last), {"he", "she"})) return true;
    const NameMention* name = NameStartingAt(last);
    return name != nullptr && analysis_.entities[name->entity].tokens.size() >= 2;
  }

  bool IsPersonNoun(uint32_t at) const {
    if (HitAt(nouns_, at) != nullptr || HitAt(relatives_, at) != nullptr) return true;
    const absl::string_view word = Text(at);
    const bool article = at > 0 && IsAnyOf(Text(at - 1), {"a", "an", "the"});
    return article && word.size() > 4 && (absl::EndsWith(word, "er") || absl::EndsWith(word, "ist"));
  }

  bool OfAnotherTime(const AgeFact& fact) const {
    for (uint32_t i = fact.first; i-- > 0 && fact.first - i <= 5 && !Words()[i].break_before;) {
      if (IsAnyOf(Text(i), {"when", "since", "until", "before"})) return true;
      if (Words()[i].comma_before) break;
    }
    const absl::string_view next = Text(fact.last);
    if (next == "when" || (next == "at" && Text(fact.last + 1) == "the" && Text(fact.last + 2) == "time")) return true;
    int year = 0;
    const std::vector<Word>& words = Words();
    return std::any_of(words.begin(), words.end(), [&](const Word& word) {
      return word.number && word.text.size() == 4 && absl::SimpleAtoi(word.text, &year) && year > 1850 &&
             (year_ == 0 ? year < 2020 : year < year_ - 1);
    });
  }

  // ---- whose age it is

  const NameMention* AsPerson(const NameMention& name) const {
    return MayBePerson(analysis_.entities[name.entity]) ? &name : nullptr;
  }

  const NameMention* NameEndingAt(uint32_t at) const {
    for (const NameMention& name : sentence_->names) {
      if (name.last == at) return AsPerson(name);
    }
    return nullptr;
  }

  const NameMention* NameStartingAt(uint32_t at) const {
    for (const NameMention& name : sentence_->names) {
      if (name.first == at) return AsPerson(name);
    }
    return nullptr;
  }

  // "Doe, who was 73", "Doe, a 34-year-old", "Jane Doe of Leeds, 34".
  const NameMention* NameBefore(const AgeFact& fact) const {
    uint32_t at = fact.first;
    uint32_t steps = 0;
    while (at > 0 && steps++ <= kMostBetween) {
      if (const NameMention* name = NameEndingAt(at)) {
        if (IsPossessive(*sentence_, at - 1)) return nullptr;  // "Doe's 14-year-old"
        const bool home = name->first > 0 && IsAnyOf(Text(name->first - 1), {"of", "from", "in", "at"}) &&
                          NameEndingAt(name->first - 1) != nullptr;
        if (!home) return name;
        at = name->first - 1;
        continue;
      }
      const absl::string_view word = Text(at - 1);
      const bool link = IsAnyOf(word, {"a",     "an",  "the",   "aged", "age", "who",  "is",   "was",  "turned",
                                       "turns", "had", "has",   "just", "now", "then", "only", "been", "recently",
                                       "jr",    "sr",  "would", "have", "be",  "will", "at",   "of"});
      if (!link) return nullptr;
      --at;
    }
    return nullptr;
  }

  // "34-year-old Leeds plumber Tom Reid", "At 74, Jane Doe".
  const NameMention* NameAfter(const AgeFact& fact) const {
    for (uint32_t at = fact.last; at < Words().size() && at <= fact.last + 6; ++at) {
      const bool comma_allowed = at == fact.last && fact.first > 0 && Text(fact.first - 1) == "at";
      if (Broken(at) && !comma_allowed) return nullptr;
      if (const NameMention* name = NameStartingAt(at)) {
        const bool full = analysis_.entities[name->entity].tokens.size() >= 2 || name->partial;
        if (full || Broken(name->last)) return name;
      }
      if (Words()[at].stop && Text(at) != "as") return nullptr;
    }
    return nullptr;
  }

  bool PossessiveBefore(uint32_t at) const { return at > 0 && IsPossessive(*sentence_, at - 1); }

  const NameMention* OnlyPersonOf(const Sentence& sentence) const {
    const NameMention* only = nullptr;
    for (const NameMention& name : sentence.names) {
      const NamedEntity& entity = analysis_.entities[name.entity];
      if (!MayBePerson(entity) || (entity.tokens.size() < 2 && !name.partial)) continue;
      if (only != nullptr && people_.Canonical(only->entity) != people_.Canonical(name.entity)) return nullptr;
      only = &name;
    }
    return only;
  }

  void AttachPerson(AgeFact& fact) const {
    fact.place_first = fact.place_last = fact.first;
    const NameMention* name = PossessiveBefore(fact.first) ? nullptr : NameBefore(fact);
    if (name == nullptr) name = NameAfter(fact);
    if (name != nullptr) {
      fact.person = people_.Canonical(name->entity);
      fact.place_first = name->first;
      fact.place_last = name->last;
    }
    ReadNoun(fact);
    if (fact.person == kNoPerson) ResolvePronoun(fact);
    if (fact.person == kNoPerson && !fact.relation) ResolveDefinite(fact);
    if (fact.person == kNoPerson && !fact.relation && fact.noun == 0) ResolveOnly(fact);
  }

  // "She was 61": the one person of the sentence before.
  void ResolvePronoun(AgeFact& fact) const {
    bool pronoun = false;
    for (uint32_t i = fact.first; i-- > 0 && fact.first - i <= 4;) {
      if (IsAnyOf(Text(i), {"he", "she"})) {
        pronoun = true;
        fact.sex = Text(i) == "he" ? Sex::kMale : Sex::kFemale;
      }
    }
    if (!pronoun || fact.sentence == 0) return;
    const NameMention* only = OnlyPersonOf(document_.sentences[fact.sentence - 1]);
    if (only != nullptr) fact.person = people_.Canonical(only->entity);
  }

  // "Jane Doe, who was born in Leeds, has died aged 93": the one person of the sentence.
  void ResolveOnly(AgeFact& fact) const {
    if (fact.first == 0 || !IsAnyOf(Text(fact.first - 1), {"aged", "at", "age"})) {
      if (!IsAnyOf(Text(fact.first), {"aged", "age"})) return;
    }
    const NameMention* only = OnlyPersonOf(*sentence_);
    if (only != nullptr && only->last <= fact.first) fact.person = people_.Canonical(only->entity);
  }

  // "The 23-year-old": the one person of this sentence's beginning or of the sentence before.
  void ResolveDefinite(AgeFact& fact) const {
    uint32_t at = fact.first;
    while (at > 0 && fact.first - at < 3 && !Words()[at - 1].stop && !Broken(at)) --at;
    if (at == 0 || Text(at - 1) != "the" || fact.sentence == 0) return;
    const Sentence& before = document_.sentences[fact.sentence - 1];
    const NameMention* only = OnlyPersonOf(before);
    const bool near = before.block == sentence_->block || fact.sentence <= 2;
    if (only != nullptr && near) fact.person = people_.Canonical(only->entity);
  }

  void ReadNoun(AgeFact& fact) const {
    const LexiconHit* noun = nullptr;
    uint32_t at = fact.last;
    for (; at < Words().size() && at < fact.last + 5 && !Broken(at) && !Words()[at].stop; ++at) {
      const LexiconHit* hit = HitAt(nouns_, at);
      if (hit == nullptr) hit = HitAt(relatives_, at);
      if (hit != nullptr) noun = hit;
    }
    if (noun == nullptr && fact.first >= 2) {  // "a walker of 86", "a woman, 34,"
      const uint32_t before =
          Text(fact.first - 1) == "of" || Text(fact.first - 1) == "aged" ? fact.first - 2 : fact.first - 1;
      noun = HitAt(nouns_, before);
      if (noun == nullptr) noun = HitAt(relatives_, before);
    }
    const uint32_t phrase = noun == nullptr ? fact.first : std::min(noun->first, fact.first);
    uint32_t start = phrase;
    while (start > 0 && phrase - start < 3 && !Broken(start) && !Words()[start - 1].stop &&
           !IsPossessive(*sentence_, start - 1))
      --start;
    if (start > 0 && (IsAnyOf(Text(start - 1), {"his", "her", "their", "my", "our", "whose"}) ||
                      IsPossessive(*sentence_, start - 1)))
      fact.relation = true;
    if (noun == nullptr) return;
    fact.noun = Words()[noun->first].lemma;
    if (noun->lexicon == relatives_) fact.relation = true;
    if (noun->lexicon != nouns_) return;
    const absl::string_view group = analysis_.lexicons->GroupName(nouns_, noun->group);
    if (group == "man" || group == "boy") fact.sex = Sex::kMale;
    if (group == "woman" || group == "girl") fact.sex = Sex::kFemale;
    fact.child = group == "boy" || group == "girl" || group == "child";
  }

  const Analysis& analysis_;
  const People& people_;
  uint32_t number_;
  const DocumentAnalysis& document_;
  LexiconId nouns_, relatives_;
  std::vector<AgeFact>& out_;
  const Sentence* sentence_ = nullptr;
  int year_ = 0;
};

}  // namespace

std::vector<AgeFact> FindAges(const Analysis& analysis, const People& people) {
  std::vector<AgeFact> facts;
  for (uint32_t d = 0; d < analysis.documents.size(); ++d) AgeReader(analysis, people, d, facts).Run();
  return facts;
}

std::vector<Sex> SexesOf(const Analysis& analysis, const People& people) {
  std::vector<int> votes(analysis.entities.size(), 0);  // male above, female below zero
  const LexiconId nouns = analysis.lexicons->Find("person-nouns");
  for (const DocumentAnalysis& document : analysis.documents) {
    for (const Sentence& sentence : document.sentences) {
      const NameMention* only = nullptr;
      bool several = false;
      for (const NameMention& name : sentence.names) {
        if (!MayBePerson(analysis.entities[name.entity])) continue;
        several = several || (only != nullptr && people.Canonical(only->entity) != people.Canonical(name.entity));
        only = &name;
        if (name.first == 0) continue;
        const absl::string_view before = sentence.words[name.first - 1].text;
        int& vote = votes[people.Canonical(name.entity)];
        if (IsAnyOf(before, {"mr", "sir", "lord", "father", "king", "prince"})) vote += 4;
        if (IsAnyOf(before, {"mrs", "ms", "miss", "dame", "lady", "sister", "queen", "princess"})) vote -= 4;
        for (const LexiconHit& hit : sentence.hits) {
          if (hit.lexicon != nouns || hit.last != name.first) continue;
          const absl::string_view group = analysis.lexicons->GroupName(nouns, hit.group);
          if (group == "man" || group == "boy") vote += 2;
          if (group == "woman" || group == "girl") vote -= 2;
        }
      }
      if (only == nullptr || several) continue;
      for (uint32_t i = only->last; i < sentence.words.size(); ++i) {
        const absl::string_view word = sentence.words[i].text;
        int& vote = votes[people.Canonical(only->entity)];
        if (IsAnyOf(word, {"he", "his", "him", "himself"})) ++vote;
        if (IsAnyOf(word, {"she", "her", "hers", "herself"})) --vote;
      }
    }
  }
  std::vector<Sex> sexes;
  for (int vote : votes) sexes.push_back(vote > 0 ? Sex::kMale : vote < 0 ? Sex::kFemale : Sex::kUnsaid);
  return sexes;
}

}  // namespace crosscheck
