#include "compare/offices.h"

#include <algorithm>

#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "claim/names.h"

namespace crosscheck {

namespace {

constexpr int kClosestDays = 120;  // documents of one story

std::vector<std::string> WordsOf(absl::string_view text) {
  return absl::StrSplit(Fold(text), absl::ByAnyChar(" -"), absl::SkipEmpty());
}

}  // namespace

Offices::Offices(const Analysis& analysis) : analysis_(analysis), titles_(analysis.lexicons->Find("role-titles")) {
  for (absl::string_view head : {"president", "prime-minister", "chancellor", "governor", "mayor"})
    heads_.push_back(analysis.lexicons->FindGroup(titles_, head));
}

// The first title among the words, and the word behind it; -1 and 0 where there is none.
int Offices::TitleIn(const std::vector<std::string>& words, uint32_t& end) const {
  for (const LexiconHit& hit : analysis_.lexicons->Scan({words.begin(), words.end()})) {
    if (hit.lexicon != titles_) continue;
    end = hit.last;
    return static_cast<int>(hit.group);
  }
  end = 0;
  return -1;
}

const std::vector<Offices::Term>& Offices::Terms() const {
  if (terms_.has_value()) return *terms_;
  terms_.emplace();
  for (const EntityDefinition& office : analysis_.rules->entities) {
    if (office.type != "office" || office.names.empty()) continue;
    uint32_t end = 0;
    const int title = TitleIn(WordsOf(office.names.front()), end);
    for (const OfficeHolder& holder : office.holders) {
      Term term{title, {}, holder.from, holder.to};
      const std::vector<std::string> words = WordsOf(holder.name);
      const int own = TitleIn(words, end);
      if (own < 0 || end >= words.size()) end = 0;
      if (own >= 0 && end > 0) term.title = own;
      for (uint32_t i = end; i < words.size(); ++i) {
        if (NameLetters(words[i]).size() > 1) term.name.push_back(NameLetters(words[i]));
      }
      terms_->push_back(std::move(term));
    }
  }
  return *terms_;
}

bool Offices::Matches(const Term& term, const NamedEntity& person, int title) const {
  const bool fits =
      title >= 0 ? term.title == title : std::find(heads_.begin(), heads_.end(), term.title) != heads_.end();
  if (!fits || term.name.empty() || person.tokens.empty()) return false;
  if (NameLetters(person.tokens.back()) != term.name.back()) return false;
  return person.tokens.size() == 1 || NameLetters(person.tokens.front()) == term.name.front();
}

Tenure Offices::At(const NamedEntity& person, int title, absl::CivilDay day) const {
  Tenure tenure = Tenure::kUnknown;
  for (const Term& term : Terms()) {
    if (!Matches(term, person, title)) continue;
    if (term.from && day < *term.from) {
      if (tenure == Tenure::kUnknown) tenure = Tenure::kBefore;
    } else if (term.to && day >= *term.to) {
      tenure = Tenure::kAfter;
    } else {
      return Tenure::kInOffice;
    }
  }
  return tenure;
}

std::optional<absl::CivilDay> Offices::TermStart(const NamedEntity& person, int title, absl::CivilDay day) const {
  for (const Term& term : Terms()) {
    if (Matches(term, person, title) && term.from && day >= *term.from && (!term.to || day < *term.to))
      return term.from;
  }
  return std::nullopt;
}

std::optional<absl::CivilDay> DayOf(const Analysis& analysis, uint32_t document) {
  if (const auto& own = analysis.documents[document].document->info().published) return own;
  std::optional<absl::CivilDay> first;
  std::optional<absl::CivilDay> last;
  for (const DocumentAnalysis& other : analysis.documents) {
    const auto& day = other.document->info().published;
    if (!day) continue;
    if (!first || *day < *first) first = day;
    if (!last || *day > *last) last = day;
  }
  return first && *last - *first <= kClosestDays ? last : std::nullopt;
}

}  // namespace crosscheck
