#include "compare/draft_slot.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "compare/clause.h"
#include "compare/likeness.h"
#include "value/compare_values.h"

namespace crosscheck {

namespace {

constexpr double kShareOfNamed = 0.5;     // of the draft's telling words, where the two share a name
constexpr double kShareOfReferred = 0.5;  // where the source says "it" or "the film"
constexpr size_t kHeadOfSentence = 3;     // words
constexpr uint32_t kReach = 10;           // words from "born" to its day

enum class LifeEvent : uint8_t { kNone, kBirth, kDeath, kFounding };

LifeEvent EventOfWord(absl::string_view word) {
  if (word == "born" || word == "birth" || word == "b") return LifeEvent::kBirth;
  if (word == "founded" || word == "formed" || word == "established" || word == "incorporated") {
    return LifeEvent::kFounding;
  }
  if (word == "died" || word == "dies" || word == "death" || word == "d") return LifeEvent::kDeath;
  return LifeEvent::kNone;
}

// "The Larks started in 1997": of a name itself, and of nothing that it started.
LifeEvent EventAt(const Sentence& sentence, uint32_t at) {
  const absl::string_view word = sentence.words[at].text;
  if (word != "started" && word != "began" && word != "launched") return EventOfWord(word);
  const bool alone = at > 0 && sentence.words[at - 1].capital && at + 1 < sentence.words.size() &&
                     (sentence.words[at + 1].stop || sentence.words[at + 1].number);
  return alone ? LifeEvent::kFounding : LifeEvent::kNone;
}

bool IsDashes(absl::string_view text) {
  bool dash = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t') continue;
    // The bytes of – and — are those of no letter of Latin script.
    if (c != '-' && c != '\xe2' && c != '\x80' && c != '\x93' && c != '\x94') return false;
    dash = true;
  }
  return dash;
}

// "(20 February 1894 – 29 December 1986)": the first of the two is a birth, the second a death.
LifeEvent EventOfSpan(const Analysis& analysis, const Sentence& sentence, const ValueMention& value) {
  const DocumentAnalysis& document = DocumentOf(analysis, value);
  const TextSpan own = value.mention.span;
  const absl::string_view before = sentence.text.substr(0, own.begin);
  const size_t open = before.rfind('(');
  if (open == absl::string_view::npos || before.find(')', open) != absl::string_view::npos) return LifeEvent::kNone;
  for (const uint32_t index : sentence.values) {
    const ValueMention& other = document.values[index];
    if (other.mention.value.kind != ValueKind::kDate) continue;
    const TextSpan span = other.mention.span;
    if (span.begin >= own.end && IsDashes(sentence.text.substr(own.end, span.begin - own.end))) {
      return LifeEvent::kBirth;
    }
    if (span.end <= own.begin && IsDashes(sentence.text.substr(span.end, own.begin - span.end))) {
      return LifeEvent::kDeath;
    }
  }
  return LifeEvent::kNone;
}

// A date between a word and the date that it would go with takes the word for itself.
bool DateBetween(const Analysis& analysis, const Sentence& sentence, const ValueMention& value, uint32_t first,
                 uint32_t last) {
  const DocumentAnalysis& document = DocumentOf(analysis, value);
  return std::any_of(sentence.values.begin(), sentence.values.end(), [&](uint32_t index) {
    const ValueMention& other = document.values[index];
    return other.mention.value.kind == ValueKind::kDate && other.first >= first && other.last <= last;
  });
}

LifeEvent EventOf(const Analysis& analysis, const ValueMention& value) {
  if (value.mention.value.kind != ValueKind::kDate) return LifeEvent::kNone;
  const Sentence& sentence = SentenceOf(analysis, value);
  for (uint32_t i = value.first; i > 0 && value.first - i < kReach; --i) {
    const LifeEvent event = EventAt(sentence, i - 1);
    if (event == LifeEvent::kNone) continue;
    if (DateBetween(analysis, sentence, value, i, value.first)) break;
    return event;
  }
  const LifeEvent spans = EventOfSpan(analysis, sentence, value);
  if (spans != LifeEvent::kNone) return spans;
  // "In 1930, she was born": after it only where it opens the sentence.
  if (value.first > 1) return LifeEvent::kNone;
  for (uint32_t i = value.last; i < sentence.words.size() && i < value.last + kReach; ++i) {
    const LifeEvent event = EventAt(sentence, i);
    if (event == LifeEvent::kNone) continue;
    return DateBetween(analysis, sentence, value, value.last, i) ? LifeEvent::kNone : event;
  }
  return LifeEvent::kNone;
}

// A word of a name, as far as its capital tells: at the head of a sentence every word has one.
bool IsNameWord(const Analysis& analysis, const Sentence& sentence, uint32_t at) {
  const Word& word = sentence.words[at];
  if (!word.capital || word.number) return false;
  if (at > 0) return true;
  const bool goes_on = sentence.words.size() > 1 && sentence.words[1].capital;
  return goes_on || word.possessive || (!word.stop && KinWordsOf(analysis, {word.lemma}).empty());
}

// Whether the two sentences have a name, or a word of one, in common; in `b` among the first `within` words.
bool ShareName(const Sentence& a, const Sentence& b, size_t within = SIZE_MAX) {
  for (uint32_t i = 0; i < a.words.size(); ++i) {
    const Word& word = a.words[i];
    if (!word.capital || word.stop || word.number) continue;
    for (uint32_t j = 0; j < std::min(within, b.words.size()); ++j) {
      if (b.words[j].capital && (i > 0 || j > 0) && b.words[j].text == word.text) return true;
    }
  }
  return false;
}

// "it", "the film": the source speaks of what it named before.
bool Refers(const Sentence& sentence) {
  for (uint32_t i = 0; i < sentence.words.size(); ++i) {
    const absl::string_view word = sentence.words[i].text;
    if (word == "it" || word == "its" || word == "he" || word == "she" || word == "his" || word == "her" ||
        word == "they" || word == "their") {
      return true;
    }
    const bool noun = i + 1 < sentence.words.size() && !sentence.words[i + 1].capital && !sentence.words[i + 1].stop &&
                      !sentence.words[i + 1].number;
    if (word == "the" && noun) return true;
  }
  return false;
}

// What a sentence says of its names: the places of its content words outside names and values.
std::vector<uint32_t> Predicate(const Analysis& analysis, const Sentence& sentence, const ValueMention& value) {
  const DocumentAnalysis& document = DocumentOf(analysis, value);
  std::vector<uint32_t> said;
  for (uint32_t i = 0; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    const bool in_value = std::any_of(sentence.values.begin(), sentence.values.end(), [&](uint32_t index) {
      return document.values[index].first <= i && i < document.values[index].last;
    });
    if (!word.stop && !word.number && !in_value && !IsNameWord(analysis, sentence, i)) said.push_back(i);
  }
  return said;
}

// "film" of "filming" and "filmed", "establish" of "established": what is left without an ending, and one consonant of
// two. For likeness alone.
absl::string_view StemOf(absl::string_view word) {
  for (const absl::string_view ending : {"ings", "ing", "ed", "ers", "er", "es", "s"}) {
    if (word.size() < ending.size() + 4 || !absl::EndsWith(word, ending)) continue;
    word.remove_suffix(ending.size());
    if (word[word.size() - 1] == word[word.size() - 2]) word.remove_suffix(1);
    break;
  }
  if (word.size() > 4 && word.back() == 'e') word.remove_suffix(1);
  return word;
}

// Whether the source's sentence has a word, in some form, or one that can stand for it.
bool Says(const Analysis& analysis, const Word& word, const Sentence& theirs, const std::vector<WordId>& senses) {
  if (std::binary_search(senses.begin(), senses.end(), word.sense)) return true;
  const absl::string_view stem = StemOf(word.text);
  const bool same_stem = std::any_of(theirs.words.begin(), theirs.words.end(), [stem](const Word& other) {
    return !other.stop && !other.number && StemOf(other.text) == stem;
  });
  return same_stem || KinWeight(analysis, std::vector<WordId>{word.sense}, senses) > 0;
}

// The share of what the draft says that the source says too; and how many words that is.
// Not by rarity: the word that only one of the two has is mostly the rarer one.
struct Shared {
  double share = 0;
  int words = 0;
};
Shared ShareSaid(const Analysis& analysis, const ValueMention& draft, const Sentence& theirs, bool but_head) {
  const Sentence& own = SentenceOf(analysis, draft);
  const std::vector<WordId> senses = ContentSenses(theirs, 0, static_cast<uint32_t>(theirs.words.size()));
  int whole = 0;
  Shared shared;
  for (const uint32_t at : Predicate(analysis, own, draft)) {
    const Word& word = own.words[at];
    if (but_head && word.sense == draft.frame.head) continue;
    ++whole;
    if (Says(analysis, word, theirs, senses)) ++shared.words;
  }
  shared.share = whole > 0 ? static_cast<double>(shared.words) / whole : 0;
  return shared;
}

// Three values of a kind in one sentence are a list, and none of them the answer.
bool InList(const Analysis& analysis, const ValueMention& value) {
  const Sentence& sentence = SentenceOf(analysis, value);
  const DocumentAnalysis& document = DocumentOf(analysis, value);
  const auto same = std::count_if(sentence.values.begin(), sentence.values.end(), [&](uint32_t index) {
    return document.values[index].mention.value.kind == value.mention.value.kind;
  });
  return same > 3;
}

bool CountOneThing(const Analysis& analysis, const ValueMention& a, const ValueMention& b) {
  const ValueKind kind = a.mention.value.kind;
  if (kind != ValueKind::kNumber && kind != ValueKind::kOrdinal) return true;
  const WordId x = a.frame.head;
  const WordId y = b.frame.head;
  if (x == 0 || y == 0) return false;
  if (x == y) return true;
  return kind == ValueKind::kNumber && KinWeight(analysis, std::vector<WordId>{x}, std::vector<WordId>{y}) > 0;
}

// "(20 February 1894 – 29 December 1986)" read as one span of days: its first day is the birth, its last the death.
Answer CompareLifeSpan(const Analysis& analysis, LifeEvent event, const Value& own, const ValueMention& source) {
  const Value& span = source.mention.value;
  const TextSpan at = source.mention.span;
  constexpr size_t kTwoYears = 12;  // bytes of "1894 – 1986": no days
  const bool days = span.granularity == Granularity::kOther && span.low && span.high && at.size() > kTwoYears &&
                    at.begin > 0 && SentenceOf(analysis, source).text[at.begin - 1] == '(';
  if (!days || !own.low || !own.high || event == LifeEvent::kFounding) return Answer::kNone;
  const std::optional<Exact> day = event == LifeEvent::kBirth ? span.low : span.high->Minus(Exact(1));
  if (!day) return Answer::kNone;
  return *own.low <= *day && *day < *own.high ? Answer::kSame : Answer::kAnother;
}

Answer CompareLifeDates(const Analysis& analysis, const ValueMention& draft, const ValueMention& source) {
  const LifeEvent event = EventOf(analysis, draft);
  if (event == LifeEvent::kNone) return Answer::kNone;
  const Answer span = CompareLifeSpan(analysis, event, draft.mention.value, source);
  if (span != Answer::kNone && ShareName(SentenceOf(analysis, draft), SentenceOf(analysis, source))) return span;
  if (EventOf(analysis, source) != event) return Answer::kNone;
  // What is founded beside it may be another thing of that name.
  const size_t within = event == LifeEvent::kFounding ? kHeadOfSentence : SIZE_MAX;
  if (!ShareName(SentenceOf(analysis, draft), SentenceOf(analysis, source), within)) return Answer::kNone;
  if (!Veto(analysis, draft, source).empty()) return Answer::kNone;
  switch (AgreementOf(draft.mention.value, source.mention.value)) {
    case Agreement::kConsistent:
      return Answer::kSame;
    case Agreement::kContradictory:
      return Answer::kAnother;
    default:
      return Answer::kNone;
  }
}

bool IsBeginning(absl::string_view word) {
  return word == "began" || word == "begin" || word == "begins" || word == "begun" || word == "beginning" ||
         word == "started" || word == "start" || word == "starts";
}

// "began in September" against "from January to August": of a span only its beginning answers.
Answer CompareBeginnings(const Analysis& analysis, const ValueMention& draft, const ValueMention& source) {
  const Value& own = draft.mention.value;
  const Value& span = source.mention.value;
  const bool spans = span.modifier == Modifier::kLower || span.granularity == Granularity::kOther;
  if (!spans || !span.low || !own.low || !own.high || own.modifier != Modifier::kExact) return Answer::kNone;
  const Sentence& sentence = SentenceOf(analysis, draft);
  const uint32_t first = draft.first > kReach / 2 ? draft.first - kReach / 2 : 0;
  const bool begins = std::any_of(sentence.words.begin() + first, sentence.words.begin() + draft.first,
                                  [](const Word& word) { return IsBeginning(word.text); });
  if (!begins || AnswerLikeness(analysis, draft, source) <= 0) return Answer::kNone;
  return *own.low <= *span.low && *span.low < *own.high ? Answer::kSame : Answer::kAnother;
}

}  // namespace

Answer CompareOneDay(const Analysis& analysis, const ValueMention& draft, const ValueMention& source) {
  if (draft.mention.value.kind != ValueKind::kDate || source.mention.value.kind != ValueKind::kDate) {
    return Answer::kNone;
  }
  const Answer beginning = CompareBeginnings(analysis, draft, source);
  return beginning != Answer::kNone ? beginning : CompareLifeDates(analysis, draft, source);
}

double AnswerLikeness(const Analysis& analysis, const ValueMention& draft, const ValueMention& source) {
  const Value& own = draft.mention.value;
  const Value& other = source.mention.value;
  // Of whom an age is, the words of a sentence do not tell.
  if (own.kind != other.kind || own.unit != other.unit || own.kind == ValueKind::kAge) return 0;
  if (!CountOneThing(analysis, draft, source) || !Veto(analysis, draft, source).empty() || InList(analysis, source)) {
    return 0;
  }
  const Sentence& theirs = SentenceOf(analysis, source);
  const bool named = ShareName(SentenceOf(analysis, draft), theirs);
  if (!named && !Refers(theirs)) return 0;
  const double share = ShareSaid(analysis, draft, theirs, false).share;
  if (share < (named ? kShareOfNamed : kShareOfReferred)) return 0;
  return share + std::max(0.0, MeasureLikeness(analysis, draft, source).context);
}

bool CountsOtherwise(const Analysis& analysis, const ValueMention& draft, const ValueMention& source) {
  const ValueKind kind = draft.mention.value.kind;
  const WordId own = draft.frame.head;
  const WordId other = source.frame.head;
  if (kind != ValueKind::kNumber || own == 0 || other == 0 || CountOneThing(analysis, draft, source)) return false;
  if (!Veto(analysis, draft, source).empty()) return false;
  const Shared shared = ShareSaid(analysis, draft, SentenceOf(analysis, source), true);
  return shared.words >= 2 && shared.share >= kShareOfReferred;
}

std::optional<TextSpan> DeniesAny(const Analysis& analysis, const ValueMention& draft, const Sentence& sentence) {
  const Value& value = draft.mention.value;
  const WordId head = draft.frame.head;
  const bool some = value.kind == ValueKind::kNumber && head != 0 && value.low && *value.low > Exact(0);
  if (!some || draft.frame.modality == Modality::kDenied || draft.frame.modality == Modality::kHypothetical) {
    return std::nullopt;
  }
  for (uint32_t i = 0; i + 1 < sentence.words.size(); ++i) {
    const Word& noun = sentence.words[i + 1];
    if (sentence.words[i].text != "no" || noun.sense != head || noun.comma_before || noun.break_before) continue;
    if (!ShareName(SentenceOf(analysis, draft), sentence) && !Refers(sentence)) continue;
    if (ShareSaid(analysis, draft, sentence, false).share < kShareOfNamed) continue;
    return TextSpan{sentence.words[i].span.begin, noun.span.end};
  }
  return std::nullopt;
}

}  // namespace crosscheck
