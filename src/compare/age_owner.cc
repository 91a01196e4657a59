#include "compare/age_owner.h"

#include <algorithm>

#include "compare/people.h"

namespace crosscheck {

namespace {

constexpr uint32_t kMostBetween = 3;  // words between an age and the name it stands beside

bool IsSuffix(absl::string_view word) {
  for (const absl::string_view suffix : {"jr", "sr", "ii", "iii", "iv"}) {
    if (word == suffix) return true;
  }
  return false;
}

// Words that may stand between the two without parting them: "Ann Lee, who is 34", "34-year-old victim Ann Lee".
bool Joins(absl::string_view word, bool age_first) {
  static constexpr absl::string_view kAfterName[] = {"age", "aged", "who", "is",  "was", "a",
                                                     "an",  "jr",   "sr",  "iii", "ii"};
  static constexpr absl::string_view kAfterAge[] = {"year",    "old",    "years",  "as",      "named", "man",
                                                    "woman",   "boy",    "girl",   "teen",    "of",    "identified",
                                                    "suspect", "victim", "fellow", "teenager"};
  const auto* const begin = age_first ? std::begin(kAfterAge) : std::begin(kAfterName);
  const auto* const end = age_first ? std::end(kAfterAge) : std::end(kAfterName);
  return std::find(begin, end, word) != end;
}

bool AllJoin(const Sentence& sentence, uint32_t first, uint32_t last, bool age_first) {
  for (uint32_t w = first; w < last; ++w) {
    const Word& word = sentence.words[w];
    if (!Joins(word.text, age_first) || (age_first && (word.comma_before || word.break_before))) return false;
  }
  return true;
}

// What stands behind "34-year-old" is a person even where nothing else says so, but for "34-year-old Orange County
// man".
bool FollowsAge(const NamedEntity& entity, const Sentence& sentence, const NameMention& name) {
  if (MayBePerson(entity)) return true;
  if (entity.definition >= 0 || entity.type != NameType::kPlace) return false;
  if (name.last >= sentence.words.size()) return true;
  const Word& next = sentence.words[name.last];
  return next.stop || next.comma_before || next.break_before;
}

bool Touches(const Sentence& sentence, const ValueMention& age, const NameMention& name) {
  const Word& word = sentence.words[name.first];
  return !word.comma_before && !word.break_before && AllJoin(sentence, age.last, name.first, true);
}

// "a 72-year-old customer, Ann Lee, was hurt": a noun between, and a comma on both sides of the name.
bool IsApposition(const Sentence& sentence, const ValueMention& age, const NameMention& name) {
  if (!sentence.words[name.first].comma_before || name.first == age.last || age.first == 0) return false;
  for (uint32_t w = age.last; w < name.first; ++w) {
    const Word& word = sentence.words[w];
    if (word.capital || word.stop || word.number || word.comma_before || word.break_before) return false;
  }
  const absl::string_view article = sentence.words[age.first - 1].text;
  if (article != "a" && article != "an" && article != "the") return false;
  return name.last >= sentence.words.size() || sentence.words[name.last].comma_before;
}

}  // namespace

std::optional<uint32_t> OwnerOfAge(const Analysis& analysis, const Sentence& sentence, const ValueMention& age) {
  // "Twenty-one-year-old" that was not read as one word.
  if (age.first >= sentence.words.size() || sentence.words[age.first].hyphen_before) return std::nullopt;
  std::optional<uint32_t> before;
  for (uint32_t i = 0; i < sentence.names.size(); ++i) {
    const NameMention& name = sentence.names[i];
    const NamedEntity& entity = analysis.entities[name.entity];
    if (entity.tokens.size() < 2 || name.last - name.first < 2) continue;
    if (name.first >= age.last && name.first - age.last <= kMostBetween && FollowsAge(entity, sentence, name)) {
      // "34-year-old Ann Lee" before all else; a figure alone belongs to the name before it.
      const bool compound = age.last - age.first >= 2 || sentence.words[age.first].text.size() > 3;
      if (compound && (Touches(sentence, age, name) || IsApposition(sentence, age, name))) return i;
    }
    if (!MayBePerson(entity)) continue;
    if (name.last <= age.first && age.first - name.last <= kMostBetween) {
      const Word& next = sentence.words[name.last];
      const bool apart = next.comma_before || next.break_before || age.first > name.last;
      if (apart && AllJoin(sentence, name.last, age.first, false)) before = i;
    }
  }
  return before;
}

std::string SuffixAt(const Sentence& sentence, const NameMention& name) {
  for (const uint32_t w : {name.last - 1, name.last}) {
    if (w < sentence.words.size() && IsSuffix(sentence.words[w].text)) return std::string(sentence.words[w].text);
  }
  return "";
}

FullName PartsOfName(const NamedEntity& entity) {
  FullName parts;
  std::vector<std::string> tokens = entity.tokens;
  while (tokens.size() > 2 && IsSuffix(tokens.back())) {
    parts.suffix = tokens.back();
    tokens.pop_back();
  }
  parts.first = tokens.front();
  parts.last = tokens.back();
  for (size_t i = 1; i + 1 < tokens.size(); ++i) parts.middle.insert(tokens[i]);
  return parts;
}

bool MayBeOnePerson(const FullName& a, const FullName& b) {
  if (a.first != b.first || a.last != b.last) return false;
  if (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix) return false;
  if (a.middle.empty() || b.middle.empty()) return true;
  return std::any_of(a.middle.begin(), a.middle.end(), [&](const std::string& x) {
    return std::any_of(b.middle.begin(), b.middle.end(), [&](const std::string& y) {
      return x == y || ((x.size() == 1 || y.size() == 1) && x.front() == y.front());
    });
  });
}

}  // namespace crosscheck
