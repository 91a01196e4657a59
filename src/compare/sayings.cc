#include "compare/sayings.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "base/any_of.h"

namespace crosscheck {

namespace {

constexpr uint32_t kMostToVerb = 4;       // words between a name and its verb of saying
constexpr uint32_t kMostToName = 9;       // words between an inverted verb and the name
constexpr uint32_t kMostOfTitle = 8;      // words of "the chair of the board of governors"
constexpr uint32_t kMostApposition = 22;  // words between two commas behind a name

// Words that stand between a subject and its verb without being either: "later", "also", "has".
bool IsBetween(absl::string_view word) {
  return absl::EndsWith(word, "ly") ||
         IsAnyOf(word, {"also",    "then",      "later",    "now",     "too",       "still",     "once",
                        "has",     "had",       "have",     "was",     "would",     "always",    "never",
                        "often",   "soon",      "first",    "since",   "however",   "meanwhile", "himself",
                        "herself", "yesterday", "today",    "last",    "this",      "night",     "week",
                        "month",   "year",      "morning",  "evening", "afternoon", "on",        "monday",
                        "tuesday", "wednesday", "thursday", "friday",  "saturday",  "sunday"});
}

}  // namespace

// The sayings of one sentence.
class SentenceSayings {
 public:
  SentenceSayings(const SayingFinder& finder, const Sentence& sentence)
      : finder_(finder), sentence_(sentence), words_(sentence.words) {}

  std::vector<Saying> Find() const {
    std::vector<Saying> sayings;
    if (SpeaksForAnother()) return sayings;
    for (const LexiconHit& hit : sentence_.hits) {
      if (hit.lexicon != finder_.verbs_ || Quoted(hit.first) || IsNoSaying(hit)) continue;
      const Saying saying = Of(hit);
      if (saying.speaker != kNoSpeaker) sayings.push_back(saying);
    }
    if (sayings.empty()) {
      const Saying label = Label();
      if (label.speaker != kNoSpeaker) sayings.push_back(label);
    }
    std::sort(sayings.begin(), sayings.end(), [](const Saying& a, const Saying& b) { return a.first < b.first; });
    return sayings;
  }

 private:
  absl::string_view Text(uint32_t at) const { return at < words_.size() ? words_[at].text : ""; }
  bool Broken(uint32_t at) const { return at >= words_.size() || words_[at].comma_before || words_[at].break_before; }
  bool Quoted(uint32_t at) const { return sentence_.InQuote(words_[at].span); }
  bool Possessive(uint32_t at) const { return IsPossessive(sentence_, at); }

  bool MaySpeak(const NameMention& name) const {
    const NamedEntity& entity = finder_.analysis_.entities[name.entity];
    return entity.type != NameType::kPlace && !entity.tokens.empty();
  }

  const NameMention* NameEndingAt(uint32_t at) const {
    for (const NameMention& name : sentence_.names) {
      if (name.last == at && MaySpeak(name)) return &name;
    }
    return nullptr;
  }

  const NameMention* NameStartingAt(uint32_t at) const {
    for (const NameMention& name : sentence_.names) {
      if (name.first == at && MaySpeak(name)) return &name;
    }
    return nullptr;
  }

  uint32_t Canonical(const NameMention& name) const { return finder_.people_.Canonical(name.entity); }

  Saying Make(const NameMention& name, uint32_t first, uint32_t last, bool after = false) const {
    return {Canonical(name), std::min(name.first, first), std::max(name.last, last), after};
  }

  bool SpeaksForAnother() const {
    return std::any_of(sentence_.hits.begin(), sentence_.hits.end(),
                       [&](const LexiconHit& hit) { return hit.lexicon == finder_.for_; });
  }

  // "was found", "a call", "a call reporting a fire", "responded to the fire", words of a name.
  bool IsNoSaying(const LexiconHit& hit) const {
    const absl::string_view before = hit.first > 0 ? Text(hit.first - 1) : "";
    if (IsAnyOf(before, {"was", "were", "is", "are", "be", "been", "being", "not", "a", "an", "the", "this", "to",
                         "his", "her", "their", "its", "no"}))
      return true;
    const absl::string_view verb = Text(hit.first);
    if (absl::EndsWith(verb, "ing") && !Broken(hit.first)) return true;
    if (absl::StartsWith(verb, "respon") && Text(hit.last) == "to") return true;
    return std::any_of(sentence_.names.begin(), sentence_.names.end(),
                       [&](const NameMention& name) { return name.first <= hit.first && hit.last <= name.last; });
  }

  Saying Of(const LexiconHit& verb) const {
    if (verb.group == finder_.source_) {
      Saying saying = SubjectAfter(verb);
      saying.after = verb.first > 0;
      return saying;
    }
    // "…, said Jane Doe": inside a sentence that begins with what she said; but "told Jane Doe" is to her.
    if (verb.first > 0 && verb.group != finder_.to_ && (Broken(verb.first) || Quoted(verb.first - 1))) {
      Saying saying = SubjectAfter(verb);
      if (saying.speaker == kNoSpeaker) saying = RoleAfter(verb);
      if (saying.speaker != kNoSpeaker) return saying;
    }
    return SubjectBefore(verb);
  }

  // ---- before the verb

  // "Doe said", "Doe, who runs the harbour, said", "Doe (Greens) said".
  Saying SubjectBefore(const LexiconHit& verb) const {
    uint32_t at = verb.first;
    for (uint32_t steps = 0; at > 0 && steps < kMostToVerb; ++steps) {
      at = BeforeBrackets(at);
      if (at == 0) break;
      if (const NameMention* name = NameEndingAt(at)) return SubjectNamed(*name, verb);
      const Saying role = RoleBefore(verb, at);
      if (role.speaker != kNoSpeaker) return role;
      if (Broken(at) || Quoted(at - 1)) break;
      const absl::string_view word = Text(at - 1);
      if (IsAnyOf(word, {"he", "she"})) return Pronoun(verb, at - 1);
      if (word == "who") return Relative(verb, at - 1);
      if (IsAnyOf(word, {"they", "it", "we", "i", "that", "which", "and"})) return {};
      if (!IsBetween(word)) return {};
      --at;
    }
    return at > 0 && Broken(at) ? ApposedBefore(verb, at) : Saying();
  }

  // "Doe said", "Jane Doe of Acme said".
  Saying SubjectNamed(const NameMention& name, const LexiconHit& verb) const {
    if (Possessive(name.last - 1)) return {};
    if (name.first == 0 || !IsAnyOf(Text(name.first - 1), {"of", "from", "at", "in", "for", "with"}))
      return Make(name, verb.first, verb.last);
    const NameMention* bearer = NameEndingAt(name.first - 1);
    return bearer != nullptr ? Make(*bearer, verb.first, verb.last) : RoleBefore(verb, name.last);
  }

  // "Doe was right when she said": the one person whom the sentence names before.
  Saying Pronoun(const LexiconHit& verb, uint32_t pronoun) const {
    if (pronoun == 0 ||
        !IsAnyOf(Text(pronoun - 1), {"when", "as", "because", "while", "although", "though", "where", "after"}))
      return {};
    const NameMention* only = nullptr;
    for (const NameMention& name : sentence_.names) {
      if (name.last > pronoun || Quoted(name.first) || !MayBePerson(finder_.analysis_.entities[name.entity])) continue;
      if (only != nullptr && Canonical(*only) != Canonical(name)) return {};
      only = &name;
    }
    if (only == nullptr || Possessive(only->last - 1)) return {};
    return Make(*only, verb.first, verb.last);
  }

  // "Doe, who told the hearing"
  Saying Relative(const LexiconHit& verb, uint32_t who) const {
    const NameMention* name = NameEndingAt(who);
    return name != nullptr ? Make(*name, verb.first, verb.last) : Saying();
  }

  // Back over "…, a glaciologist in Genoa who took no part," from its last comma to the name before it.
  Saying ApposedBefore(const LexiconHit& verb, uint32_t comma) const {
    for (uint32_t at = comma; at > 0 && comma - at < kMostApposition; --at) {
      if (Quoted(at - 1)) return {};
      const NameMention* name = NameEndingAt(at);
      if (name == nullptr || Possessive(at - 1) || !Broken(at)) continue;
      return Make(*name, verb.first, verb.last);
    }
    return {};
  }

  // Back over "(Greens)": the first word of what stands in the brackets that end before `at`, else `at`.
  uint32_t BeforeBrackets(uint32_t at) const {
    const size_t end = words_[at - 1].span.end;
    if (end >= sentence_.text.size() || sentence_.text[end] != ')') return at;
    const size_t open = sentence_.text.rfind('(', end);
    if (open == absl::string_view::npos) return at;
    while (at > 0 && words_[at - 1].span.begin > open) --at;
    return at;
  }

  // ---- by title

  uint32_t HolderOf(const LexiconHit& title) const {
    const auto holder = finder_.holders_.find(title.group);
    return holder == finder_.holders_.end() ? kNoSpeaker : holder->second;
  }

  // "the chair said", "the chair of the board said": the one person of the dossier who has the title.
  Saying RoleBefore(const LexiconHit& verb, uint32_t at) const {
    if (Broken(at)) return {};
    const uint32_t from = at > kMostOfTitle ? at - kMostOfTitle : 0;
    for (auto hit = FirstHitNear(sentence_.hits, from); hit != sentence_.hits.end() && hit->first < at; ++hit) {
      if (hit->lexicon != finder_.roles_ || hit->last > at || Possessive(hit->last - 1)) continue;
      if (hit->last != at && Text(hit->last) != "of") continue;
      const uint32_t holder = HolderOf(*hit);
      if (holder != kNoSpeaker) return {holder, hit->first, verb.last, false};
    }
    return {};
  }

  // "…, said the chair"
  Saying RoleAfter(const LexiconHit& verb) const {
    for (auto hit = FirstHitNear(sentence_.hits, verb.last);
         hit != sentence_.hits.end() && hit->first <= verb.last + kMostToVerb; ++hit) {
      if (hit->lexicon != finder_.roles_ || hit->first < verb.last || Possessive(hit->last - 1)) continue;
      const uint32_t holder = HolderOf(*hit);
      if (holder != kNoSpeaker) return {holder, verb.first, hit->last, true};
    }
    return {};
  }

  // ---- behind the verb

  // "said Jane Doe", "said the chair of the board, Jane Doe", "according to Doe".
  Saying SubjectAfter(const LexiconHit& verb) const {
    bool comma = false;
    for (uint32_t at = verb.last; at < words_.size() && at <= verb.last + kMostToName; ++at) {
      if (Quoted(at)) return {};
      if (at > verb.last && Broken(at)) {
        if (comma || words_[at].break_before) return {};
        comma = true;
      }
      if (const NameMention* name = NameStartingAt(at)) {
        if (comma && !Broken(at)) return {};
        // "said the Acme chairman Jane Doe": what belongs to a title is not the speaker.
        if (!Possessive(name->last - 1) && !TitleStartsAt(name->last)) {
          return VerbFollows(name->last) ? Saying() : Make(*name, verb.first, verb.last, true);
        }
        at = name->last - 1;
        continue;
      }
      if (IsAnyOf(Text(at),
                  {"that", "he", "she", "they", "it", "in", "on", "there", "to", "if", "whether", "him", "them"}))
        return {};
    }
    return {};
  }

  // "…, said Doe was in hospital": Doe is no speaker.
  bool VerbFollows(uint32_t at) const {
    return !Broken(at) && IsAnyOf(Text(at), {"was", "were", "is", "are", "had", "has", "have", "would", "will", "could",
                                             "should", "did", "does", "can", "may", "might", "must"});
  }

  bool TitleStartsAt(uint32_t at) const {
    if (Broken(at)) return false;
    for (auto hit = FirstHitNear(sentence_.hits, at); hit != sentence_.hits.end() && hit->first <= at; ++hit) {
      if ((hit->lexicon == finder_.roles_ || hit->lexicon == finder_.honorifics_) && hit->first == at) return true;
    }
    return false;
  }

  // ---- labels

  // The speaker of "Jane Doe: …", "Jane Doe (Greens): …".
  Saying Label() const {
    for (const NameMention& name : sentence_.names) {
      if (!MaySpeak(name) || name.last >= words_.size() || !words_[name.last].break_before || Quoted(name.first))
        continue;
      uint32_t at = name.last;
      const absl::string_view text = sentence_.text;
      size_t mark = text.find_first_not_of(' ', words_[name.last - 1].span.end);
      if (mark != absl::string_view::npos && text[mark] == '(') {
        mark = text.find(')', mark);
        if (mark != absl::string_view::npos) mark = text.find_first_not_of(' ', mark + 1);
        while (at < words_.size() && mark != absl::string_view::npos && words_[at].span.begin < mark) ++at;
      }
      if (mark == absl::string_view::npos || text[mark] != ':' || at >= words_.size()) continue;
      return Make(name, name.first, name.last);
    }
    return {};
  }

  const SayingFinder& finder_;
  const Sentence& sentence_;
  const std::vector<Word>& words_;
};

SayingFinder::SayingFinder(const Analysis& analysis, const People& people, const std::map<int, uint32_t>& holders)
    : analysis_(analysis),
      people_(people),
      holders_(holders),
      verbs_(analysis.lexicons->Find("speech-verbs")),
      honorifics_(analysis.lexicons->Find("titles")),
      roles_(analysis.lexicons->Find("role-titles")),
      for_(analysis.lexicons->Find("speaks-for")),
      to_(verbs_ == kNoLexicon ? -1 : analysis.lexicons->FindGroup(verbs_, "to")),
      source_(verbs_ == kNoLexicon ? -1 : analysis.lexicons->FindGroup(verbs_, "source")) {}

std::vector<Saying> SayingFinder::Find(const Sentence& sentence) const {
  if (verbs_ == kNoLexicon) return {};
  return SentenceSayings(*this, sentence).Find();
}

}  // namespace crosscheck
