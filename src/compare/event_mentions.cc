#include "compare/event_mentions.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "base/any_of.h"
#include "claim/modality.h"
#include "compare/clause.h"
#include "english/english.h"

namespace crosscheck {

namespace {

constexpr uint32_t kAgentWords = 6;  // of "by the board of the firm"
constexpr uint32_t kNounPhrase = 4;  // words from an article to its noun

bool IsBe(absl::string_view word) {
  return IsAnyOf(word, {"was", "were", "is", "are", "been", "be", "being", "am", "got", "gets", "getting"});
}

bool IsDeterminer(const Word& word) {
  return word.possessive || IsAnyOf(word.text, {"the", "a", "an", "his", "her", "its", "their", "this", "that", "these",
                                                "no", "our", "my", "your", "any", "each", "every", "some", "another"});
}

bool IsPreposition(absl::string_view word) {
  return IsAnyOf(
      word, {"of", "in",     "for",   "at",     "on",    "with",    "from", "into",    "about",     "over", "under",
             "by", "during", "after", "before", "since", "despite", "amid", "against", "following", "until"});
}

bool Overlaps(const LexiconHit& a, uint32_t first, uint32_t last) { return a.first < last && first < a.last; }

}  // namespace

EventFinder::EventFinder(const Analysis& analysis, const People& people)
    : analysis_(analysis),
      people_(people),
      verbs_(analysis.lexicons->Find("event-verbs")),
      nouns_(analysis.lexicons->Find("event-nouns")),
      links_(analysis.lexicons->Find("time-links")),
      no_links_(analysis.lexicons->Find("no-time-links")),
      reporting_(analysis.lexicons->Find("reporting-verbs")),
      several_(analysis.lexicons->Find("one-of-several")) {}

bool EventFinder::IsNoLink(const Sentence& sentence, const LexiconHit& hit) const {
  return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& other) {
    return other.lexicon == no_links_ && Overlaps(other, hit.first, hit.last);
  });
}

std::vector<Stretch> EventFinder::StretchesOf(const Sentence& sentence) const {
  std::vector<const LexiconHit*> opens(sentence.words.size(), nullptr);
  for (const LexiconHit& hit : sentence.hits) {
    if (hit.lexicon == links_ && !IsNoLink(sentence, hit)) opens[hit.first] = &hit;
  }
  std::vector<Stretch> out;
  bool has_event = false;  // a comma ends what a link began only once the event has been told
  uint32_t inside_until = 0;
  for (uint32_t i = 0; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    const LexiconHit* link = i >= inside_until ? opens[i] : nullptr;
    const bool boundary = i > 0 && (word.break_before || sentence.clause[i] != sentence.clause[i - 1]);
    const bool ends_link = word.comma_before && has_event && !out.empty() && out.back().link != nullptr;
    if (out.empty() || link != nullptr || boundary || ends_link) {
      if (!out.empty()) out.back().last = i;
      out.push_back({i, 0, link, word.break_before && i > 0, word.comma_before});
      if (link != nullptr) inside_until = link->last;
      has_event = false;
    }
    has_event = has_event || std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
                  return (hit.lexicon == verbs_ || hit.lexicon == nouns_) && hit.first == i;
                });
    has_event = has_event || LooksLikeVerb(sentence, i, out.back().first);
  }
  if (!out.empty()) out.back().last = static_cast<uint32_t>(sentence.words.size());
  return out;
}

// "the vote", "his early resignation", "of crash": a noun by what stands before it.
bool EventFinder::IsNounUse(const Sentence& sentence, uint32_t at, uint32_t from) const {
  for (uint32_t i = at; i-- > from && at - i <= kNounPhrase;) {
    const Word& word = sentence.words[i];
    if (IsDeterminer(word)) return true;
    if (IsPreposition(word.text)) return true;
    if (word.stop || sentence.words[i + 1].comma_before || sentence.words[i + 1].break_before) return false;
    if (word.capital && i + 1 == at) return false;  // "Doe quit"
  }
  return false;
}

// "the injured man", "the raids": a word of a verb that is none here. Irregular past forms are verbs always.
bool EventFinder::IsNoVerb(const Sentence& sentence, uint32_t at, uint32_t from) const {
  const absl::string_view text = sentence.words[at].text;
  if (at == from) return false;
  const Word& before = sentence.words[at - 1];
  const bool adverb = absl::EndsWith(before.text, "ly") && at >= from + 2 && IsDeterminer(sentence.words[at - 2]);
  if (absl::EndsWith(text, "ed")) return IsDeterminer(before) || adverb;
  if (absl::EndsWith(text, "ing")) return IsDeterminer(before) || before.text == "of";
  const bool noun = std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
    return hit.lexicon == nouns_ && hit.first <= at && at < hit.last;
  });
  if (noun) return IsNounUse(sentence, at, from);
  return IsDeterminer(before) || (IsPreposition(before.text) && text == english::Lemma(text));
}

bool EventFinder::IsVerbHit(const Sentence& sentence, uint32_t at) const {
  return std::any_of(sentence.hits.begin(), sentence.hits.end(),
                     [&](const LexiconHit& hit) { return hit.lexicon == verbs_ && hit.first == at; });
}

bool EventFinder::InValue(uint32_t d, const Sentence& sentence, uint32_t at) const {
  return std::any_of(sentence.values.begin(), sentence.values.end(), [&](uint32_t index) {
    const ValueMention& value = analysis_.documents[d].values[index];
    return value.first <= at && at < value.last;
  });
}

// A verb that no class has: "-ed", or a form that only verbs have, where no article stands before it.
bool EventFinder::LooksLikeVerb(const Sentence& sentence, uint32_t at, uint32_t from) const {
  const Word& word = sentence.words[at];
  if (word.capital || word.number || word.stop || word.text.size() < 4) return false;
  const bool past = absl::EndsWith(word.text, "ed") ||
                    IsAnyOf(word.text, {"went",  "came",   "took",   "gave",   "made",    "left",   "began", "became",
                                        "fell",  "rose",   "held",   "kept",   "brought", "drove",  "flew",  "wore",
                                        "drew",  "grew",   "threw",  "spent",  "built",   "stood",  "broke", "chose",
                                        "swore", "lost",   "heard",  "knew",   "felt",    "bore",   "hung",  "swam",
                                        "rode",  "fought", "caught", "taught", "sought",  "thought"});
  if (!past) return false;
  if (at > from && IsBe(sentence.words[at - 1].text)) return true;
  for (uint32_t i = at; i-- > from && at - i <= 2;) {
    if (IsDeterminer(sentence.words[i])) return i + 1 < at && !absl::EndsWith(sentence.words[i + 1].text, "ly");
    if (sentence.words[i + 1].comma_before) break;
  }
  return true;
}

bool EventFinder::Reports(const Sentence& sentence, uint32_t first, uint32_t last) const {
  return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
    return hit.lexicon == reporting_ && hit.first >= first && hit.last <= last;
  });
}

void EventFinder::Describe(const Sentence& sentence, const Stretch& stretch, EventMention& event) const {
  uint32_t from = stretch.first;  // "the receivers said" the rest
  for (const LexiconHit& hit : sentence.hits) {
    if (hit.lexicon == reporting_ && hit.first >= from && hit.last <= event.first) from = hit.last;
  }
  event.about = ContentSenses(sentence, from, event.first);
  event.agents = event.about;
  // "shot his partner | in Milton"
  uint32_t end = event.last;
  while (end < stretch.last &&
         (IsAnyOf(sentence.words[end].text, {"of", "for"}) || !IsPreposition(sentence.words[end].text))) {
    ++end;
  }
  event.patients = ContentSenses(sentence, event.last, end);
  if (event.passive) {
    event.patients = event.agents;
    event.agents.clear();
    const bool by = sentence.words[event.last - 1].text == "by" ||
                    (event.last < stretch.last && sentence.words[event.last].text == "by");
    if (by) event.agents = ContentSenses(sentence, event.last, std::min(stretch.last, event.last + kAgentWords));
  }
  // "distress call": what several words say is told by them, too.
  const uint32_t last = event.noun && event.last - event.first > 1 ? event.first : event.last;
  const std::vector<WordId> behind = ContentSenses(sentence, last, stretch.last);
  event.about.insert(event.about.end(), behind.begin(), behind.end());
  std::sort(event.about.begin(), event.about.end());
  event.about.erase(std::unique(event.about.begin(), event.about.end()), event.about.end());
  for (const NameMention& name : sentence.names) {
    if (name.first < from || name.last > stretch.last) continue;
    const NamedEntity& entity = analysis_.entities[name.entity];
    if (entity.type == NameType::kPerson || (MayBePerson(entity) && entity.tokens.size() >= 2)) {
      event.people.push_back(people_.Canonical(name.entity));
    }
  }
  std::sort(event.people.begin(), event.people.end());
  for (const LexiconHit& hit : sentence.hits) {
    if (hit.lexicon != several_ || hit.last > event.first || event.first - hit.last > kNounPhrase) continue;
    // "Two were shot" and "they were first told" are of no other event than "were shot", "were told".
    if (!event.noun && analysis_.lexicons->GroupName(several_, hit.group) != "others") continue;
    event.one_of_several =
        event.one_of_several || (hit.first >= from && event.first - hit.last <= (event.noun ? 2U : kNounPhrase));
  }
}

std::vector<EventMention> EventFinder::EventsOf(uint32_t d, uint32_t s, const Stretch& stretch) const {
  const Sentence& sentence = analysis_.documents[d].sentences[s];
  const uint32_t from = stretch.link != nullptr ? stretch.link->last : stretch.first;
  std::vector<EventMention> out;
  for (uint32_t i = from; i < stretch.last;) {
    EventMention event;
    event.document = d;
    event.sentence = s;
    event.first = i;
    event.last = i + 1;
    const bool reports = std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
      return hit.lexicon == reporting_ && hit.first == i;
    });
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.first != i || hit.last > stretch.last || (hit.lexicon != verbs_ && hit.lexicon != nouns_)) continue;
      if (InValue(d, sentence, i)) continue;  // "24 March"
      const bool verb_too = hit.lexicon == nouns_ && IsVerbHit(sentence, i);
      const bool noun_use =
          hit.lexicon == nouns_ && !verb_too
              ? true
              : hit.last == i + 1 && !(i > from && IsBe(sentence.words[i - 1].text)) &&
                    (hit.lexicon == nouns_ ? IsNounUse(sentence, i, from) : IsNoVerb(sentence, i, from));
      if (hit.lexicon == verbs_ && noun_use) continue;
      const bool bare = i == from || (i == from + 1 && sentence.words[from].number);  // "10.40 wreath at the memorial"
      if (hit.lexicon == nouns_ && !noun_use && !bare) continue;
      event.kind = analysis_.lexicons->GroupName(hit.lexicon, hit.group);
      event.in_class = true;
      event.noun = hit.lexicon == nouns_;
      event.last = hit.last;
      if (!event.noun) break;
    }
    if (!event.in_class && !reports && LooksLikeVerb(sentence, i, from)) {
      event.kind = analysis_.words.Text(sentence.words[i].lemma);
    }
    if (event.kind.empty()) {
      ++i;
      continue;
    }
    const absl::string_view text = sentence.words[event.first].text;
    const absl::string_view before = i > from ? sentence.words[i - 1].text : absl::string_view();
    event.finite = !event.noun && before != "to" && (!absl::EndsWith(text, "ing") || IsBe(before));
    const absl::string_view second = i > from + 1 ? sentence.words[i - 2].text : absl::string_view();
    event.passive = (IsBe(text) && text != "got") || IsBe(before) ||
                    (IsBe(second) && (absl::EndsWith(before, "ly") ||
                                      IsAnyOf(before, {"first", "also", "later", "then", "already", "never", "not"})));
    const TextSpan span = SpanOfWords(sentence, event.first, event.last);
    const Modality modality = ModalityAt(analysis_, sentence, event.first);
    // "It was not until the vote that he resigned": nothing is denied.
    const bool until = modality == Modality::kDenied && from > stretch.first && stretch.first > 0 &&
                       sentence.words[stretch.first - 1].text == "not";
    const bool told = (modality == Modality::kStated || until) && !sentence.InQuote(span);
    i = event.last;
    if (!told) event.kind.clear();  // keeps its place, so that nothing is joined past it
    Describe(sentence, stretch, event);
    out.push_back(std::move(event));
  }
  return out;
}

double EventScore(const Analysis& analysis, const EventMention& a, const KinWords& kin_a, const EventMention& b,
                  const KinWords& kin_b) {
  if (a.kind.empty() || b.kind.empty() || a.one_of_several != b.one_of_several) return -1;
  if (a.kind != b.kind || a.in_class != b.in_class) {
    if (a.in_class || b.in_class) return -1;
    if (english::Kinship(english::MeaningsOf(a.kind), english::MeaningsOf(b.kind)) < 1) return -1;
  }
  // "Police shot the man" and "the man was shot" are of one event, "she shot the man" and "she was shot" are not.
  if (!a.noun && !b.noun && a.passive != b.passive && SharedCount(a.patients, b.patients) == 0 &&
      SharedCount(a.agents, b.agents) == 0)
    return -1;
  size_t people = 0;
  for (const uint32_t one : a.people) people += std::binary_search(b.people.begin(), b.people.end(), one);
  double score = SharedWeight(analysis, a.about, b.about) + 0.5 * KinWeight(analysis, kin_a, kin_b);
  if (people == 0 && !a.people.empty() && !b.people.empty() && score < 1.5) return -1;
  return score;
}

}  // namespace crosscheck
