#include "compare/court_case.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "claim/words.h"
#include "compare/clause.h"

namespace crosscheck {

namespace {

constexpr uint32_t kBack = 2;       // sentences back that a pronoun points
constexpr uint32_t kObject = 3;     // words from a state to the name that is its object
constexpr uint32_t kWhose = 6;      // words from a name to "who"
constexpr uint32_t kYearReach = 8;  // words from a year to the state that it dates
constexpr uint32_t kBound = 4;      // words from "maximum" to the sentence that it is
constexpr uint32_t kCarries = 12;   // words from a conviction to what it carries

bool IsPronoun(const Word& word) { return word.text == "he" || word.text == "she"; }

bool IsYear(const Word& word) {
  return word.number && word.text.size() == 4 && (word.text[0] == '1' || word.text[0] == '2') &&
         std::all_of(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsSuffix(absl::string_view token) {
  return token == "jr" || token == "sr" || token == "jr." || token == "sr." || token == "ii" || token == "iii" ||
         token == "iv";
}

// What happened or was done to him, as a noun: its object stands behind it ("the conviction of", "the arrest of").
bool HasDeedNoun(const Sentence& sentence, uint32_t first, uint32_t last) {
  return std::any_of(sentence.words.begin() + first, sentence.words.begin() + last, [](const Word& word) {
    return word.text == "conviction" || word.text == "acquittal" || word.text == "verdict" || word.text == "arrest" ||
           word.text == "for";
  });
}

// Where the subject of a word may stand: its clause, and before "who" the name that it is said of.
uint32_t SubjectFrom(const Sentence& sentence, uint32_t word) {
  const uint32_t begin = ClauseAround(sentence, word).first;
  const uint32_t from = begin > 0 ? begin - 1 : 0;
  for (uint32_t w = from; w < word; ++w) {
    if (sentence.words[w].text == "who") return w > kWhose ? w - kWhose : 0;
  }
  return begin;
}

template <typename T>
bool Share(const std::vector<T>& a, const std::vector<T>& b) {
  return std::any_of(a.begin(), a.end(), [&](const T& one) { return std::binary_search(b.begin(), b.end(), one); });
}

template <typename T>
void SortOnce(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

CourtCaseReader::CourtCaseReader(const Analysis& analysis)
    : analysis_(analysis),
      crimes_(analysis.lexicons->Find("crimes")),
      more_crimes_(analysis.lexicons->Find("more-crimes")),
      earlier_(analysis.lexicons->Find("earlier-cases")),
      general_(analysis.lexicons->Find("penalties-in-general")),
      bound_(analysis.lexicons->FindGroup(general_, "before")) {}

const Sentence& CourtCaseReader::SentenceOf(const NamedClaim& claim) const {
  return analysis_.documents[claim.document].sentences[claim.sentence];
}

// nullopt for what is no person. A name of several words that nothing explains is one more often than not.
std::optional<absl::string_view> CourtCaseReader::Surname(const NameMention& name) const {
  const NamedEntity& entity = analysis_.entities[name.entity];
  const bool person =
      entity.type == NameType::kPerson || (entity.type == NameType::kUnknown && entity.tokens.size() > 1);
  if (!person) return std::nullopt;
  for (size_t i = entity.tokens.size(); i-- > 0;) {
    if (!IsSuffix(entity.tokens[i])) return entity.tokens[i];
  }
  return std::nullopt;
}

std::vector<absl::string_view> CourtCaseReader::Surnames(const Sentence& sentence) const {
  std::vector<absl::string_view> out;
  for (const NameMention& name : sentence.names) {
    if (const auto surname = Surname(name)) out.push_back(*surname);
  }
  SortOnce(out);
  return out;
}

// The sentence that says who "he" is, where the state's own names nobody before it.
const Sentence* CourtCaseReader::MeantByPronoun(const NamedClaim& claim, Words state) const {
  const Sentence& sentence = SentenceOf(claim);
  const bool pronoun = std::any_of(sentence.words.begin(), sentence.words.begin() + state.first, IsPronoun);
  if (!pronoun) return nullptr;
  const auto& sentences = analysis_.documents[claim.document].sentences;
  for (uint32_t back = 1; back <= kBack && back <= claim.sentence; ++back) {
    const Sentence& before = sentences[claim.sentence - back];
    if (!Surnames(before).empty()) return &before;
  }
  return nullptr;
}

// Whom the state is said of: who stands in its words ("found Ann Example guilty") or is the object of its noun, else
// the nearest name before it in its clause, else whom a pronoun there points to, else the object behind it.
std::optional<absl::string_view> CourtCaseReader::PersonOf(const NamedClaim& claim, Words state) const {
  const Sentence& sentence = SentenceOf(claim);
  std::optional<absl::string_view> inside, before, behind;
  const uint32_t begin = SubjectFrom(sentence, state.first);
  for (const NameMention& name : sentence.names) {
    const auto surname = Surname(name);
    if (!surname) continue;
    if (name.first >= state.first && name.last <= state.last) inside = surname;
    if (name.first >= begin && name.last <= state.first) before = surname;
    if (!behind && name.first >= state.last && name.first < state.last + kObject) behind = surname;
  }
  if (inside) return inside;
  if (behind && HasDeedNoun(sentence, state.first, state.last)) return behind;
  if (before) return before;
  const Sentence* meant = MeantByPronoun(claim, state);
  if (meant == nullptr) {
    const std::vector<absl::string_view> all = Surnames(sentence);
    return all.size() == 1 ? std::optional(all.front()) : behind;
  }
  for (const NameMention& name : meant->names) {
    if (const auto surname = Surname(name)) return surname;  // its subject, most often
  }
  return std::nullopt;
}

// "In 2012 a jury convicted him", "was convicted in 2012 of": the year of the state, where the report is of a later
// one. "The 2012 murder" and "a murder in 2012" are years of the crime.
void CourtCaseReader::ReadYears(const NamedClaim& claim, Words state, CourtCase& out) const {
  const Sentence& sentence = SentenceOf(claim);
  const auto& published = analysis_.documents[claim.document].document->info().published;
  for (uint32_t w = 0; w < sentence.words.size(); ++w) {
    const Word& word = sentence.words[w];
    if (!IsYear(word)) continue;
    out.years.push_back(word.text);
    const bool in = w > 0 && sentence.words[w - 1].text == "in";
    const bool dates = (w < state.first && w + kYearReach >= state.first) || w == state.last + 1;
    if (in && dates && published && word.text < absl::string_view(absl::StrCat(published->year())))
      out.year = word.text;
  }
  SortOnce(out.years);
}

CourtCase CourtCaseReader::Read(const NamedClaim& claim) const {
  const Sentence& sentence = SentenceOf(claim);
  const auto [first, last] = WordsIn(sentence, claim.span);
  CourtCase out;
  out.person = PersonOf(claim, {first, last});
  out.persons = Surnames(sentence);
  if (out.persons.empty()) {
    if (const Sentence* meant = MeantByPronoun(claim, {first, last})) out.persons = Surnames(*meant);
  }
  for (const LexiconHit& hit : sentence.hits) {
    if (hit.lexicon == crimes_) out.crimes.push_back(hit.group);
    out.more_crimes |= hit.lexicon == more_crimes_;
    out.earlier |= hit.lexicon == earlier_ && sentence.clause[hit.first] == sentence.clause[first];
  }
  SortOnce(out.crimes);
  ReadYears(claim, {first, last}, out);
  return out;
}

bool CourtCaseReader::SaysInGeneral(const NamedClaim& claim) const {
  const Sentence& sentence = SentenceOf(claim);
  const auto [first, last] = WordsIn(sentence, claim.span);
  return std::any_of(sentence.hits.begin(), sentence.hits.end(),
                     [&, first = first, last = last](const LexiconHit& hit) {
                       if (hit.lexicon != general_ || sentence.clause[hit.first] != sentence.clause[first])
                         return false;
                       const bool before = hit.first < last && hit.last + kBound > first;
                       return before || (hit.group != bound_ && hit.first >= last && hit.first < last + kCarries);
                     });
}

std::string OtherCase(const CourtCase& a, const CourtCase& b) {
  if (a.person && b.person && *a.person != *b.person) {
    return absl::StrFormat("one is of %s and the other of %s", *a.person, *b.person);
  }
  if (!a.persons.empty() && !b.persons.empty() && !Share(a.persons, b.persons)) {
    return "they name other people";
  }
  const bool open = a.more_crimes || b.more_crimes || a.crimes.empty() || b.crimes.empty();
  if (!open && !Share(a.crimes, b.crimes)) return "they are of other crimes";
  if (a.earlier || b.earlier) return "one is told of an earlier case";
  for (const auto& [one, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    if (one->year && !std::binary_search(other->years.begin(), other->years.end(), *one->year)) {
      return absl::StrCat("one is told of ", *one->year);
    }
  }
  return "";
}

}  // namespace crosscheck
