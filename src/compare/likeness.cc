#include "compare/likeness.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

// Worth of each cue, from an ablation on reports of one incident: names and head nouns say most for their price.
constexpr double kContextWeight = 0.40;
constexpr double kHeadWeight = 0.24;
constexpr double kEntitiesWeight = 0.14;
constexpr double kSentenceWeight = 0.22;

double SharedEntities(const Frame& a, const Frame& b) {
  if (a.entities.empty() || b.entities.empty()) return -1;
  return static_cast<double>(SharedCount(a.entities, b.entities)) /
         static_cast<double>(std::min(a.entities.size(), b.entities.size()));
}

double Sum(const Analysis& analysis, const std::vector<WordId>& words) {
  double sum = 0;
  for (WordId word : words) sum += analysis.Weight(word);
  return sum;
}

double SharedWords(const Analysis& analysis, const Surroundings& a, const Surroundings& b) {
  const double smaller = std::min(a.sentence_weight, b.sentence_weight);
  return smaller <= 0 ? -1 : SharedWeight(analysis, a.sentence, b.sentence) / std::max(smaller, 1.5);
}

// The sum of the squares of what the words weigh.
double SquaredLength(const Analysis& analysis, const WordWeights& words) {
  double length = 0;
  for (const auto& [word, weight] : words) length += std::pow(weight * analysis.Weight(word), 2);
  return length;
}

double Cosine(const Analysis& analysis, const WordWeights& a, double length_a, const WordWeights& b, double length_b) {
  if (length_a <= 0 || length_b <= 0) return -1;
  double dot = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].first < b[j].first) {
      ++i;
    } else if (b[j].first < a[i].first) {
      ++j;
    } else {
      const double weight = analysis.Weight(a[i].first);
      dot += weight * weight * a[i++].second * b[j++].second;
    }
  }
  return dot / std::sqrt(length_a * length_b);
}

}  // namespace

bool Agree(const ValueMention& a, const ValueMention& b) {
  const Value& x = a.mention.value;
  const Value& y = b.mention.value;
  if (x.kind == y.kind && !a.reach.Meets(b.reach) && x.unit == y.unit) return false;
  return AgreementOf(x, y) == Agreement::kConsistent;
}

double ContextCosine(const Analysis& analysis, const WordWeights& a, const WordWeights& b) {
  return Cosine(analysis, a, SquaredLength(analysis, a), b, SquaredLength(analysis, b));
}

absl::string_view AlikeWords(double above) {
  constexpr double kMuch = 2;  // in the odds that the weights of pairs add up to
  if (above < 0) return "alike in part";
  return above < kMuch ? "alike" : "much alike";
}

const DocumentAnalysis& DocumentOf(const Analysis& analysis, const ValueMention& value) {
  const auto& documents = analysis.documents;  // by index; a value's document is one of them
  return *std::lower_bound(documents.begin(), documents.end(), value.document,
                           [](const DocumentAnalysis& document, uint32_t index) { return document.index < index; });
}

const Sentence& SentenceOf(const Analysis& analysis, const ValueMention& value) {
  return DocumentOf(analysis, value).sentences[value.sentence];
}

double Likeness::Total() const {
  double sum = 0;
  double weight = 0;
  const auto add = [&](double cue, double worth) {
    if (cue < 0) return;
    sum += cue * worth;
    weight += worth;
  };
  add(context, kContextWeight);
  add(head, kHeadWeight);
  add(entities, kEntitiesWeight);
  add(sentence, kSentenceWeight);
  return weight > 0 ? sum / weight : 0;
}

Surroundings SurroundingsOf(const Analysis& analysis, const ValueMention& value) {
  const Sentence& sentence = SentenceOf(analysis, value);
  Surroundings out;
  out.value = &value;
  out.text = &sentence;
  out.sentence = ContentSenses(sentence, 0, static_cast<uint32_t>(sentence.words.size()));
  out.sentence_weight = Sum(analysis, out.sentence);
  out.context_length = SquaredLength(analysis, value.frame.context);
  return out;
}

void AddKin(const Analysis& analysis, Surroundings& surroundings) {
  std::vector<WordId> context;
  for (const auto& [word, weight] : surroundings.value->frame.context) context.push_back(word);
  surroundings.sentence_kin = KinWordsOf(analysis, surroundings.sentence);
  surroundings.context_kin = KinWordsOf(analysis, context);
}

Likeness MeasureLikeness(const Analysis& analysis, const Surroundings& a, const Surroundings& b) {
  const Frame& x = a.value->frame;
  const Frame& y = b.value->frame;
  Likeness likeness;
  likeness.context = Cosine(analysis, x.context, a.context_length, y.context, b.context_length);
  if (x.head != 0 && y.head != 0) likeness.head = x.head == y.head ? 1 : 0;
  likeness.entities = SharedEntities(x, y);
  likeness.sentence = SharedWords(analysis, a, b);
  return likeness;
}

Likeness MeasureLikeness(const Analysis& analysis, const ValueMention& a, const ValueMention& b) {
  return MeasureLikeness(analysis, SurroundingsOf(analysis, a), SurroundingsOf(analysis, b));
}

namespace {

std::string NounWords(const Analysis& analysis, const Frame& a, const Frame& b) {
  const auto noun = [&](WordId word) {
    std::string text = analysis.words.Text(word);
    if (text.front() == '=') text.erase(0, 1);  // a group of synonyms
    return text;
  };
  if (a.head == 0 || b.head == 0) return "";
  if (a.head == b.head) return absl::StrCat("the same noun ‘", noun(a.head), "’");
  return absl::StrCat("‘", noun(a.head), "’ against ‘", noun(b.head), "’");
}

// The heaviest words that both sentences have.
std::string SharedText(const Analysis& analysis, const Sentence& a, const Sentence& b) {
  constexpr size_t kMost = 6;
  std::set<WordId> theirs;
  for (const Word& word : b.words) {
    if (!word.stop && !word.number) theirs.insert(word.sense);
  }
  std::vector<const Word*> shared;
  for (const Word& word : a.words) {
    if (!word.stop && !word.number && theirs.erase(word.sense) > 0) shared.push_back(&word);
  }
  std::stable_sort(shared.begin(), shared.end(),
                   [&](const Word* x, const Word* y) { return analysis.Weight(x->sense) > analysis.Weight(y->sense); });
  if (shared.size() > kMost) shared.resize(kMost);
  std::string out;
  for (const Word* word : shared) absl::StrAppend(&out, out.empty() ? "‘" : ", ‘", word->text, "’");
  return out.empty() ? "the sentences share no telling word" : absl::StrCat("shared words: ", out);
}

std::string NamesText(const Analysis& analysis, const Frame& a, const Frame& b) {
  if (a.entities.empty() || b.entities.empty()) return "";
  std::vector<uint32_t> shared;
  std::set_intersection(a.entities.begin(), a.entities.end(), b.entities.begin(), b.entities.end(),
                        std::back_inserter(shared));
  if (shared.empty()) return "other names";
  std::string out;
  for (uint32_t name : shared) absl::StrAppend(&out, out.empty() ? "‘" : ", ‘", analysis.entities[name].display, "’");
  return absl::StrCat("shared names: ", out);
}

}  // namespace

std::string LikenessWords(const Analysis& analysis, const ValueMention& a, const ValueMention& b) {
  std::string out = SharedText(analysis, SentenceOf(analysis, a), SentenceOf(analysis, b));
  for (const std::string& part : {NounWords(analysis, a.frame, b.frame), NamesText(analysis, a.frame, b.frame)}) {
    if (!part.empty()) absl::StrAppend(&out, "; ", part);
  }
  return out;
}

std::string Veto(const Analysis& analysis, const ValueMention& a, const ValueMention& b) {
  const auto open = [](Modality m) { return m == Modality::kHypothetical || m == Modality::kDenied; };
  if (open(a.frame.modality) || open(b.frame.modality)) return "one of them is not said to be so";
  const auto plan = [](Modality m) { return m == Modality::kExpected || m == Modality::kPossible; };
  if (plan(a.frame.modality) != plan(b.frame.modality)) return "a plan against a result";
  if (a.mention.value.per != b.mention.value.per) return "a rate against a total";
  const uint64_t differs = a.frame.scope ^ b.frame.scope;
  if (differs != 0) {
    const LexiconId scope = analysis.lexicons->Find("scope");
    for (uint16_t bit = 0; bit < 64; ++bit) {
      if ((differs >> bit) & 1)
        return absl::StrCat("only one of them says ‘", analysis.lexicons->GroupName(scope, bit), "’");
    }
  }
  return "";
}

}  // namespace crosscheck
