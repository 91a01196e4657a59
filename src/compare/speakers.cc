#include "compare/speakers.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/str_split.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

constexpr uint32_t kMostWordsToVerb = 9;  // between the speaker's name and the verb of saying

bool IsPronoun(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"he",   "her",  "him", "i",   "it", "she",
                                                 "them", "they", "we",  "who", "you"};
  return std::binary_search(std::begin(kWords), std::end(kWords), word);
}

// Unquoted words [first, last) of one sentence beside a quotation.
struct Run {
  uint32_t sentence = 0;
  uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
};

class SpeakerFinder {
 public:
  SpeakerFinder(const Analysis& analysis, const Passage& passage)
      : analysis_(analysis),
        sentences_(analysis.documents[passage.document].sentences),
        say_(analysis.lexicons->Find("say")),
        for_(analysis.lexicons->Find("speaks-for")) {}

  Speaker Find(const SpokenWord& first, const SpokenWord& last) const {
    bool pronoun = false;
    for (const Run& run : {RunAfter(last), RunBefore(first)}) {
      Speaker speaker = In(run, pronoun);
      if (speaker.known() || pronoun) return pronoun ? Speaker() : speaker;
    }
    return {};
  }

 private:
  bool Quoted(uint32_t sentence, uint32_t word) const {
    return sentences_[sentence].InQuote(sentences_[sentence].words[word].span);
  }

  Run UnquotedFrom(uint32_t sentence, uint32_t first) const {
    uint32_t last = first;
    while (last < sentences_[sentence].words.size() && !Quoted(sentence, last)) ++last;
    return {sentence, first, last};
  }

  Run RunAfter(const SpokenWord& last) const {
    const Run run = UnquotedFrom(last.sentence, last.word + 1);
    const uint32_t next = last.sentence + 1;
    if (!run.empty() || next >= sentences_.size() || sentences_[next].block != sentences_[last.sentence].block)
      return run;
    // “Why?” asked the judge: the splitter may have taken the rest for a sentence.
    const Run rest = UnquotedFrom(next, 0);
    return !rest.empty() && (!sentences_[next].words[0].capital || StartsWithSaying(rest)) ? rest : run;
  }

  bool StartsWithSaying(const Run& run) const {
    const auto& hits = sentences_[run.sentence].hits;
    return std::any_of(hits.begin(), hits.end(), [&](const LexiconHit& hit) {
      return hit.lexicon == say_ && hit.first <= 2 && run.last <= 12 && hit.last <= run.last;
    });
  }

  Run RunBefore(const SpokenWord& first) const {
    uint32_t from = first.word;
    while (from > 0 && !Quoted(first.sentence, from - 1)) --from;
    return {first.sentence, from, first.word};
  }

  bool HasHit(const Run& run, LexiconId lexicon) const {
    const auto& hits = sentences_[run.sentence].hits;
    return std::any_of(hits.begin(), hits.end(), [&](const LexiconHit& hit) {
      return hit.lexicon == lexicon && hit.first >= run.first && hit.last <= run.last;
    });
  }

  // The person nearest to a verb of saying in the run.
  Speaker In(const Run& run, bool& pronoun) const {
    Speaker speaker;
    if (run.empty() || say_ == kNoLexicon) return speaker;
    const Sentence& sentence = sentences_[run.sentence];
    const NameMention* best = nullptr;
    const LexiconHit* verb = nullptr;
    uint32_t nearest = kMostWordsToVerb + 1;
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != say_ || hit.first < run.first || hit.last > run.last) continue;
      pronoun |= (hit.first > run.first && IsPronoun(sentence.words[hit.first - 1].text)) ||
                 (hit.last < run.last && IsPronoun(sentence.words[hit.last].text));
      for (const NameMention& name : sentence.names) {
        if (name.first < run.first || name.last > run.last) continue;
        if (analysis_.entities[name.entity].type != NameType::kPerson) continue;
        const uint32_t distance =
            name.first >= hit.last ? name.first - hit.last : hit.first - std::min(hit.first, name.last);
        if (distance < nearest) {
          nearest = distance;
          best = &name;
          verb = &hit;
        }
      }
    }
    // Who speaks for another may be named for him, and he for who speaks.
    if (best == nullptr || pronoun || HasHit(run, for_)) return speaker;
    speaker.sentence = run.sentence;
    const uint32_t from = std::min(best->first, verb->first);
    const uint32_t to = std::max(best->last, verb->last);
    speaker.mention = {sentence.words[from].span.begin, sentence.words[to - 1].span.end};
    speaker.entities.push_back(best->entity);
    for (const NameMention& name : sentence.names) {
      if (name.first >= run.first && name.last <= run.last && name.entity != best->entity)
        speaker.entities.push_back(name.entity);
    }
    return speaker;
  }

  const Analysis& analysis_;
  const std::vector<Sentence>& sentences_;
  LexiconId say_, for_;
};

std::string LastWord(absl::string_view label) {
  const std::vector<absl::string_view> words = absl::StrSplit(label, ' ', absl::SkipEmpty());
  return words.empty() ? "" : std::string(words.back());
}

// The last names that a speaker may go by.
std::vector<std::string> LastNames(const Analysis& analysis, const Speaker& speaker) {
  std::vector<std::string> names;
  for (uint32_t entity : speaker.entities) {
    if (!analysis.entities[entity].tokens.empty()) names.push_back(analysis.entities[entity].tokens.back());
  }
  if (!speaker.label.empty()) names.push_back(LastWord(speaker.label));
  return names;
}

// Whether the speaker quotes another: “He told us, ‘Go home.’”
bool IsNested(const Analysis& analysis, const Passage& passage, uint32_t first) {
  if (first == 0) return false;
  const SpokenWord& word = passage.words[first];
  const SpokenWord& before = passage.words[first - 1];
  if (before.sentence != word.sentence || before.word + 1 != word.word) return false;
  const LexiconId say = analysis.lexicons->Find("say");
  const auto& hits = analysis.documents[passage.document].sentences[word.sentence].hits;
  return std::any_of(hits.begin(), hits.end(), [&](const LexiconHit& hit) {
    return hit.lexicon == say && hit.last <= word.word && hit.last + 3 >= word.word;
  });
}

}  // namespace

Speaker SpeakerOf(const Analysis& analysis, const Passage& passage, uint32_t first, uint32_t last) {
  if (passage.kind == PassageKind::kPlain || first >= last) return {};
  if (passage.kind == PassageKind::kSpoken) {
    const Sentence& sentence = analysis.documents[passage.document].sentences[passage.words[first].sentence];
    Speaker speaker;
    speaker.sentence = passage.words[first].sentence;
    const std::vector<std::string> parts =
        absl::StrSplit(Fold(sentence.block->speaker), absl::MaxSplits(absl::ByAnyChar(",("), 1));
    speaker.label = std::string(absl::StripAsciiWhitespace(parts.front()));
    return speaker;
  }
  if (IsNested(analysis, passage, first)) return {};
  return SpeakerFinder(analysis, passage).Find(passage.words[first], passage.words[last - 1]);
}

bool AreDifferent(const Analysis& analysis, const Speaker& a, const Speaker& b) {
  if (!a.known() || !b.known()) return false;
  const std::vector<std::string> left = LastNames(analysis, a);
  const std::vector<std::string> right = LastNames(analysis, b);
  return std::none_of(left.begin(), left.end(), [&](const std::string& name) {
    return std::find(right.begin(), right.end(), name) != right.end();
  });
}

}  // namespace crosscheck
