#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/settings.h"

// Said and denied: a predicate that one text negates ("no card numbers were taken", "is not planning a second round")
// and another states. The negated words themselves must come back, with what they are about; like sentences alone prove
// nothing.
namespace crosscheck {

namespace {

constexpr uint32_t kReach = 4;      // words from the negation to its predicate
constexpr uint32_t kWindow = 8;     // words around the predicate in which its arguments stand
constexpr uint32_t kAnother = 6;    // words from a verb to "different", "another"
constexpr uint32_t kMostWords = 5;  // of a negated noun phrase

// "no X", "did not V": what is denied.
struct Denial {
  uint32_t document = 0, sentence = 0;
  uint32_t first = 0, last = 0;  // words of the evidence
  bool nominal = false;
  bool reduced = false;           // nominal: the verb may be a participle of the phrase ("none of those hurt was …")
  WordId predicate = 0;           // verbal: the denied verb; nominal: the verb that the phrase stands with, 0 = none
  std::vector<WordId> phrase;     // nominal: the whole noun phrase, sorted
  std::vector<WordId> arguments;  // senses around the predicate, sorted
};

struct Place {
  uint32_t document, sentence, word;
};

class PolarityComparer {
 public:
  PolarityComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), anchor_(NumberSetting(rule, "anchor", 1.1)) {
    negation_ = analysis.lexicons->Find("negation");
    verbal_ = analysis.lexicons->FindGroup(negation_, "verbal");
    nominal_ = analysis.lexicons->FindGroup(negation_, "nominal");
    not_negation_ = analysis.lexicons->Find("not-negation");
    information_ = analysis.lexicons->Find("information-verbs");
    verbs_ = analysis.lexicons->Find("predicate-verbs");
    another_one_ = analysis.lexicons->Find("another-one");
    undone_ = analysis.lexicons->Find("undone");
    containers_ = analysis.lexicons->Find("containers");
  }

  void Run() {
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      const auto& sentences = analysis_.documents[d].sentences;
      for (uint32_t s = 0; s < sentences.size(); ++s) {
        IndexWords(d, s);
        FindDenials(d, s);
      }
    }
    for (const Denial& denial : denials_) Meet(denial);
  }

 private:
  const Sentence& At(uint32_t d, uint32_t s) const { return analysis_.documents[d].sentences[s]; }

  void IndexWords(uint32_t d, uint32_t s) {
    const Sentence& sentence = At(d, s);
    for (uint32_t w = 0; w < sentence.words.size(); ++w) {
      if (!sentence.words[w].stop) places_[sentence.words[w].sense].push_back({d, s, w});
    }
  }

  bool HasHitAt(const Sentence& sentence, uint32_t word, LexiconId lexicon) const {
    return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
      return hit.lexicon == lexicon && hit.first <= word && word < hit.last;
    });
  }

  void FindDenials(uint32_t d, uint32_t s) {
    const Sentence& sentence = At(d, s);
    if (sentence.text.empty() || sentence.text.back() == '?') return;
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != negation_ || HasHitAt(sentence, hit.first, not_negation_)) continue;
      if (hit.group == nominal_) {
        Nominal(d, s, hit);
      } else if (hit.group == verbal_) {
        Verbal(d, s, hit);
      }
    }
  }

  // A supposition or a plan denies nothing ("would not", "if it does not").
  bool IsOpen(const Sentence& sentence, uint32_t word) const {
    const LexiconId modality = analysis_.lexicons->Find("modality");
    return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
      if (hit.lexicon != modality || sentence.clause[hit.first] != sentence.clause[word] || hit.first > word)
        return false;
      const std::string& group = analysis_.lexicons->GroupName(hit.lexicon, hit.group);
      return group == "hypothetical" || group == "possible" || group == "expected";
    });
  }

  // "not … because": the deed stands, its reason is denied.
  static bool DeniesTheReason(const Sentence& sentence, uint32_t from) {
    for (uint32_t w = from; w < sentence.words.size() && w < from + 8; ++w) {
      if (sentence.words[w].text == "because") return true;
    }
    return false;
  }

  void Verbal(uint32_t d, uint32_t s, const LexiconHit& hit) {
    const Sentence& sentence = At(d, s);
    if (IsOpen(sentence, hit.first) || DeniesTheReason(sentence, hit.last)) return;
    for (uint32_t w = hit.last; w < sentence.words.size() && w < hit.last + kReach; ++w) {
      const Word& word = sentence.words[w];
      if (sentence.clause[w] != sentence.clause[hit.first] || word.comma_before) return;
      if (word.stop || word.number) continue;
      if (HasHitAt(sentence, w, information_)) return;
      Denial denial;
      denial.document = d;
      denial.sentence = s;
      denial.predicate = word.sense;
      denial.arguments = Arguments(sentence, w);
      denial.first = hit.first > 2 ? hit.first - 2 : 0;
      denial.last = std::min<uint32_t>(w + kWindow, ClauseAround(sentence, w).second);
      denials_.push_back(std::move(denial));
      return;
    }
  }

  std::vector<WordId> Arguments(const Sentence& sentence, uint32_t predicate) const {
    const uint32_t first = predicate > kWindow ? predicate - kWindow : 0;
    std::vector<WordId> senses = ContentSenses(
        sentence, first, std::min<uint32_t>(predicate + kWindow + 1, static_cast<uint32_t>(sentence.words.size())));
    senses.erase(std::remove(senses.begin(), senses.end(), sentence.words[predicate].sense), senses.end());
    return senses;
  }

  // "no trace of alcohol" denies the alcohol.
  uint32_t AfterContainer(const Sentence& sentence, uint32_t first) const {
    uint32_t w = first;
    while (w < sentence.words.size() && w < first + 2 && HasHitAt(sentence, w, containers_)) ++w;
    return w > first && w < sentence.words.size() && sentence.words[w].text == "of" ? w + 1 : first;
  }

  // "no X, Y or Z": each conjunct is denied by itself.
  void Nominal(uint32_t d, uint32_t s, const LexiconHit& hit) {
    const Sentence& sentence = At(d, s);
    if (IsOpen(sentence, hit.first)) return;
    std::vector<WordId> phrase;
    uint32_t w = AfterContainer(sentence, hit.last);
    for (; w < sentence.words.size() && w < hit.last + 14; ++w) {
      const Word& word = sentence.words[w];
      const bool conjunction = word.text == "or" || word.text == "and" || word.text == "nor";
      if (conjunction || word.comma_before) {
        AddNominal(d, s, hit, phrase, w);
        phrase.clear();
        if (conjunction) continue;
      }
      if (word.stop || word.number || word.break_before || phrase.size() >= kMostWords || HasHitAt(sentence, w, verbs_))
        break;
      phrase.push_back(word.sense);
    }
    AddNominal(d, s, hit, phrase, w);
  }

  // "None of the three" is said of some who are known, and may say what was done to them.
  static bool IsPartitive(const Word& word) { return word.text == "none" || word.text == "neither"; }

  void AddNominal(uint32_t d, uint32_t s, const LexiconHit& hit, std::vector<WordId> phrase, uint32_t end) {
    const Sentence& sentence = At(d, s);
    if (phrase.empty() || end <= hit.last || HasHitAt(sentence, hit.last, information_)) return;
    Denial denial;
    denial.document = d;
    denial.sentence = s;
    denial.nominal = true;
    std::sort(phrase.begin(), phrase.end());
    phrase.erase(std::unique(phrase.begin(), phrase.end()), phrase.end());
    denial.phrase = std::move(phrase);
    for (uint32_t w = hit.last; w < sentence.words.size() && w < end + 8; ++w) {
      if (!sentence.words[w].stop && HasHitAt(sentence, w, verbs_)) {
        denial.predicate = sentence.words[w].sense;
        denial.reduced = w == end && IsPartitive(sentence.words[hit.first]);
        break;
      }
    }
    denial.arguments = ContentSenses(sentence, 0, static_cast<uint32_t>(sentence.words.size()));
    denial.first = hit.first;
    denial.last = std::min<uint32_t>(end + 6, static_cast<uint32_t>(sentence.words.size()));
    denials_.push_back(std::move(denial));
  }

  // Whether a negation reaches the word, or the clause only supposes it.
  bool IsStated(const Sentence& sentence, uint32_t word) const {
    const auto [first, last] = ClauseAround(sentence, word);
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != negation_ && hit.lexicon != undone_) continue;
      if (hit.first >= first && hit.first < last && hit.first < word + 3) return false;
    }
    return !IsOpen(sentence, word) && ModalityAt(analysis_, sentence, word, 8) == Modality::kStated &&
           sentence.text.back() != '?';
  }

  void Meet(const Denial& denial) {
    std::map<uint32_t, std::vector<Place>> said;  // by document
    std::set<uint32_t> also_denied;
    const WordId key = denial.nominal ? Rarest(denial.phrase) : denial.predicate;
    const auto found = places_.find(key);
    if (found == places_.end()) return;
    for (const Place& place : found->second) {
      if (place.document == denial.document || !MayCompare(analysis_, place.document, denial.document)) continue;
      if (!Matches(denial, place)) continue;
      if (IsStated(At(place.document, place.sentence), place.word)) {
        said[place.document].push_back(place);
      } else {
        also_denied.insert(place.document);
      }
    }
    for (const auto& [document, places] : said) {
      if (!also_denied.contains(document)) Relate(denial, places.front());
    }
  }

  WordId Rarest(const std::vector<WordId>& senses) const {
    return *std::max_element(senses.begin(), senses.end(),
                             [&](WordId a, WordId b) { return analysis_.Weight(a) < analysis_.Weight(b); });
  }

  bool IsPassive(const Sentence& sentence, uint32_t word) const {
    static constexpr absl::string_view kBe[] = {"was", "were", "been", "being", "is", "are", "be", "got"};
    for (uint32_t w = word > 2 ? word - 2 : 0; w < word; ++w) {
      if (std::find(std::begin(kBe), std::end(kBe), sentence.words[w].text) != std::end(kBe)) return true;
    }
    return false;
  }

  // The verb of "none of the three hurt was …" says whom it is of, where the other text says that they were hurt.
  bool IsOfThoseMeant(const Denial& denial, const Sentence& sentence, uint32_t begin, uint32_t end) const {
    if (!denial.reduced) return false;
    for (uint32_t w = begin; w < end; ++w) {
      if (sentence.words[w].sense == denial.predicate && IsPassive(sentence, w)) return true;
    }
    return false;
  }

  // What is said is said of another one ("came from a different direction"), and not so denied.
  bool IsOfAnother(const Denial& denial, const Place& place) const {
    const auto has = [&](const Sentence& sentence, uint32_t first, uint32_t last) {
      return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
        return hit.lexicon == another_one_ && hit.first >= first && hit.first < last;
      });
    };
    return has(At(place.document, place.sentence), place.word, place.word + kAnother) &&
           !has(At(denial.document, denial.sentence), denial.first, denial.last);
  }

  bool Matches(const Denial& denial, const Place& place) const {
    if (IsOfAnother(denial, place)) return false;
    const Sentence& sentence = At(place.document, place.sentence);
    const uint32_t size = static_cast<uint32_t>(sentence.words.size());
    const uint32_t first = place.word > kWindow ? place.word - kWindow : 0;
    const std::vector<WordId> around = ContentSenses(sentence, first, std::min(place.word + kWindow + 1, size));
    if (!denial.nominal) {
      const double shared = SharedWeight(analysis_, denial.arguments, around);
      const size_t count = SharedCount(denial.arguments, around);
      return shared >= anchor_ && count >= 2 && (HasHitAt(sentence, place.word, verbs_) || count >= 3);
    }
    const uint32_t near = place.word > 4 ? place.word - 4 : 0;
    const std::vector<WordId> phrase = ContentSenses(sentence, near, std::min(place.word + 5, size));
    if (!std::includes(phrase.begin(), phrase.end(), denial.phrase.begin(), denial.phrase.end())) return false;
    // The verb must come back too; a phrase of two words and more does with a verb of the same kind anywhere in the
    // clause.
    if (denial.predicate == 0) return false;
    const auto [begin, end] = ClauseAround(sentence, place.word);
    if (IsOfThoseMeant(denial, sentence, begin, end)) return false;
    const std::vector<WordId> clause = ContentSenses(sentence, begin, end);
    if (!std::binary_search(clause.begin(), clause.end(), denial.predicate)) return false;
    return denial.phrase.size() >= 2 || SharedWeight(analysis_, denial.arguments, ContentSenses(sentence, 0, size)) >=
                                            anchor_ + analysis_.Weight(denial.phrase.front());
  }

  void Relate(const Denial& denial, const Place& place) {
    const DocumentAnalysis& denier = analysis_.documents[denial.document];
    const DocumentAnalysis& sayer = analysis_.documents[place.document];
    const Sentence& denied_in = At(denial.document, denial.sentence);
    const Sentence& said_in = At(place.document, place.sentence);
    Claim denied = ClaimAt(denier, denied_in, SpanOfWords(denied_in, denial.first, denial.last));
    const auto [begin, end] = ClauseAround(said_in, place.word);
    const uint32_t first = std::max(begin, place.word > 7 ? place.word - 7 : 0);
    Claim stated = ClaimAt(sayer, said_in, SpanOfWords(said_in, first, std::min(end, place.word + 8)));
    for (Claim* claim : {&denied, &stated}) {
      claim->rule = rule_.id;
      claim->attribute = "negation";
      claim->value.kind = "text";
      claim->value.canonical = claim == &denied ? "denied" : "stated";
    }
    Relation relation = MakeRelation(analysis_, rule_, {denied, denial.document}, {stated, place.document},
                                     "one text denies what the other states");
    relation.question = absl::StrCat(denial.document, ":", denial.sentence, ":", denial.first);
    if (Later(denial.document, place.document)) {
      relation.severity = Severity::kNote;
      relation.kind = "update";
    }
    sink_.Relate(std::move(relation), std::move(denied), std::move(stated));
  }

  // Two sources of different days: what was not yet so may have become so.
  bool Later(uint32_t denier, uint32_t sayer) const {
    const DocumentInfo& a = analysis_.documents[denier].document->info();
    const DocumentInfo& b = analysis_.documents[sayer].document->info();
    if (a.role == Role::kDraft || b.role == Role::kDraft) return false;
    return a.published && b.published && *a.published != *b.published;
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  double anchor_;
  LexiconId negation_, not_negation_, information_, verbs_, containers_, undone_, another_one_;
  int verbal_, nominal_;
  std::map<WordId, std::vector<Place>> places_;
  std::vector<Denial> denials_;
};

}  // namespace

void ComparePolarities(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  PolarityComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
