#include <algorithm>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "english/english.h"
#include "english/irregular_forms.h"

namespace crosscheck::english {

namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

WordSet SetOf(absl::Span<const absl::string_view> words) { return WordSet(words.begin(), words.end()); }

// The tables of irregular_forms.h, indexed once. Never destroyed, so that no other static can outlive it.
struct Tables {
  absl::flat_hash_map<absl::string_view, absl::string_view> base_of;       // irregular form -> base
  absl::flat_hash_map<absl::string_view, absl::string_view> verb_forms;    // base -> forms
  absl::flat_hash_map<absl::string_view, absl::string_view> plural_forms;  // base -> forms
  absl::flat_hash_map<absl::string_view, absl::string_view> american;      // British -> American
  absl::flat_hash_map<absl::string_view, absl::string_view> british;       // American -> British
  WordSet uninflected = SetOf(UninflectedWords());
  WordSet with_e = SetOf(StemsWithE());
  WordSet without_e = SetOf(StemsWithoutE());
  WordSet doubling = SetOf(DoublingVerbs());
  WordSet in_s = SetOf(NounsInS());
  WordSet in_che = SetOf(NounsInChe());
  WordSet in_ise = SetOf(VerbsInIse());

  Tables() {
    // The first row that claims a form has it, and verbs come before nouns, but a form that is a base itself is never
    // taken away from it ("found", "saw", "lay", "ground" are read as the past tense all the same: that is what they
    // are in news).
    for (const IrregularWord& row : IrregularVerbs()) Add(row, verb_forms);
    for (const IrregularWord& row : IrregularPlurals()) Add(row, plural_forms);
    for (const SpellingPair& pair : SpellingPairs()) {
      american.emplace(pair.british, pair.american);
      british.emplace(pair.american, pair.british);
    }
  }

  void Add(const IrregularWord& row, absl::flat_hash_map<absl::string_view, absl::string_view>& forms) {
    forms.emplace(row.base, row.forms);
    for (absl::string_view form : absl::StrSplit(row.forms, ' ')) base_of.emplace(form, row.base);
  }
};

const Tables& Data() {
  static const Tables* const kTables = new Tables;
  return *kTables;
}

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
bool HasVowel(absl::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return IsVowel(c) || c == 'y'; });
}
bool IsConsonant(char c) { return c >= 'a' && c <= 'z' && !IsVowel(c); }
char Back(absl::string_view word, size_t from_end) {
  return word.size() > from_end ? word[word.size() - 1 - from_end] : '\0';
}

// ---- Forms ----

std::string Plural(absl::string_view word) {
  const char last = Back(word, 0);
  if (last == 'y' && IsConsonant(Back(word, 1))) return absl::StrCat(word.substr(0, word.size() - 1), "ies");
  if (last == 's' || last == 'x' || last == 'z' || absl::EndsWith(word, "ch") || absl::EndsWith(word, "sh")) {
    return absl::StrCat(word, "es");
  }
  return absl::StrCat(word, "s");
}

// The stem before -ed and -ing; `for_ed` keeps the -y that -ing keeps and -ed turns into -i.
std::string VerbStem(absl::string_view word, bool for_ed) {
  const char last = Back(word, 0);
  if (last == 'e' && !absl::EndsWith(word, "ee") && !absl::EndsWith(word, "oe") && !absl::EndsWith(word, "ye")) {
    if (!for_ed && absl::EndsWith(word, "ie")) return absl::StrCat(word.substr(0, word.size() - 2), "y");
    return std::string(word.substr(0, word.size() - 1));
  }
  if (for_ed && last == 'e') return std::string(word.substr(0, word.size() - 1));
  if (for_ed && last == 'y' && IsConsonant(Back(word, 1))) return absl::StrCat(word.substr(0, word.size() - 1), "i");
  return std::string(word);
}

bool IsShortSyllable(absl::string_view word) {  // "cut", "plan": one vowel between consonants, and no other
  const char last = Back(word, 0);
  if (!IsConsonant(last) || last == 'w' || last == 'x' || last == 'y') return false;
  if (!IsVowel(Back(word, 1)) || IsVowel(Back(word, 2))) return false;
  return std::count_if(word.begin(), word.end(), IsVowel) == 1;
}

void AddVerbForms(absl::string_view word, std::vector<std::string>& out) {
  const std::string past = VerbStem(word, true);
  const std::string ing = VerbStem(word, false);
  out.push_back(absl::StrCat(past, "ed"));
  out.push_back(absl::StrCat(ing, "ing"));
  if (IsShortSyllable(word) || Data().doubling.contains(word)) {
    const std::string doubled = absl::StrCat(word, word.substr(word.size() - 1));
    out.push_back(absl::StrCat(doubled, "ed"));
    out.push_back(absl::StrCat(doubled, "ing"));
  }
  if (Back(word, 0) == 'o') out.push_back(absl::StrCat(word, "es"));
}

void AddForms(absl::string_view word, std::vector<std::string>& out) {
  out.emplace_back(word);
  out.push_back(Plural(word));
  AddVerbForms(word, out);
  for (const auto* table : {&Data().verb_forms, &Data().plural_forms}) {
    const auto found = table->find(word);
    if (found == table->end()) continue;
    for (absl::string_view form : absl::StrSplit(found->second, ' ')) out.emplace_back(form);
  }
}

// The same word in the other spelling; "" where there is none.
std::string AmericanSpelling(absl::string_view word) {
  const Tables& data = Data();
  if (const auto found = data.american.find(word); found != data.american.end()) return std::string(found->second);
  for (absl::string_view root : RootsInOur()) {
    if (absl::StartsWith(word, root)) {
      return absl::StrCat(root.substr(0, root.size() - 2), "r", word.substr(root.size()));
    }
  }
  if (absl::EndsWith(word, "isation") && word.size() > 9) {
    return absl::StrCat(word.substr(0, word.size() - 7), "ization");
  }
  if (absl::EndsWith(word, "ise") && word.size() > 5 && !data.in_ise.contains(word)) {
    return absl::StrCat(word.substr(0, word.size() - 2), "ze");
  }
  return "";
}

std::string BritishSpelling(absl::string_view word) {
  const Tables& data = Data();
  if (const auto found = data.british.find(word); found != data.british.end()) return std::string(found->second);
  for (absl::string_view root : RootsInOur()) {
    const absl::string_view stem = root.substr(0, root.size() - 2);
    if (absl::StartsWith(word, stem) && word.size() > stem.size() && word[stem.size()] == 'r') {
      return absl::StrCat(root, word.substr(stem.size() + 1));
    }
  }
  if (absl::EndsWith(word, "ization")) return absl::StrCat(word.substr(0, word.size() - 7), "isation");
  if (absl::EndsWith(word, "ize") && word.size() > 5) return absl::StrCat(word.substr(0, word.size() - 2), "se");
  return "";
}

// ---- Lemma ----

bool EndsWithAny(absl::string_view word, std::initializer_list<absl::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [word](absl::string_view ending) { return absl::EndsWith(word, ending); });
}

// Endings of stems that lost an -e, in families of the last letter; the two vowels in `not_after` before it make it a
// long vowel that needs no -e ("load", "aid", "claim").
struct SilentE {
  absl::string_view ending;
  absl::string_view not_after;  // letters that, right before the ending, mean no -e
};
constexpr SilentE kSilentE[] = {
    {"v", ""},    {"c", ""},    {"z", ""},    {"u", ""},    {"dg", ""},   {"rg", ""},  {"lg", ""},   {"ng", ""},
    {"ag", ""},   {"eg", ""},   {"ig", ""},   {"ug", ""},   {"ar", "eo"}, {"ir", "a"}, {"or", "o"},  {"ur", "o"},
    {"yr", ""},   {"in", "ao"}, {"am", "eo"}, {"im", "a"},  {"om", "o"},  {"sum", ""}, {"at", "eo"}, {"ut", "ou"},
    {"ad", "eo"}, {"id", "ao"}, {"od", "o"},  {"ud", "oa"}, {"ak", "eo"}, {"ok", "o"}, {"ik", ""},   {"uk", ""},
    {"ap", "eo"}, {"ib", ""},   {"ob", ""},   {"ub", ""},   {"ab", ""},   {"bl", ""},  {"cl", ""},   {"dl", ""},
    {"fl", ""},   {"gl", ""},   {"kl", ""},   {"pl", ""},   {"tl", ""},   {"zl", ""},  {"tr", ""},   {"th", "*"},
};

bool TakesE(absl::string_view stem) {
  const Tables& data = Data();
  if (data.without_e.contains(stem)) return false;
  if (data.with_e.contains(stem)) return true;
  if (absl::EndsWith(stem, "s")) return !absl::EndsWith(stem, "ss");
  for (const SilentE& rule : kSilentE) {
    if (!absl::EndsWith(stem, rule.ending)) continue;
    if (rule.not_after == "*") return false;
    const char before = Back(stem, rule.ending.size());
    // "plan", "ban": what is short would have doubled its consonant, so one syllable here means an -e.
    return before == '\0' || !absl::StrContains(rule.not_after, absl::string_view(&before, 1));
  }
  return false;
}

// What is left of "received" without -ed, or of "rising" without -ing.
std::string RestoreStem(absl::string_view stem) {
  const Tables& data = Data();
  if (absl::EndsWith(stem, "i")) return absl::StrCat(stem.substr(0, stem.size() - 1), "y");  // carried
  const char last = Back(stem, 0);
  if (last == Back(stem, 1) && IsConsonant(last)) {
    const absl::string_view single = stem.substr(0, stem.size() - 1);
    if (data.doubling.contains(single)) return std::string(single);
    const bool stays = last == 'l' || last == 's' || last == 'z' || last == 'f' || last == 'd';
    if (!stays || (last == 'd' && stem != "add" && stem != "odd")) return std::string(single);
    return std::string(stem);
  }
  if (TakesE(stem)) return absl::StrCat(stem, "e");
  return std::string(stem);
}

std::string WithoutEd(absl::string_view word) {
  static const WordSet* const kInEe = new WordSet{"agreed",  "disagreed", "freed",    "guaranteed", "decreed",
                                                  "pledged", "refereed",  "overseed", "emceed",     "treed"};
  if (absl::EndsWith(word, "eed")) {
    return std::string(kInEe->contains(word) ? word.substr(0, word.size() - 1) : word);
  }
  static const WordSet* const kInIe = new WordSet{"died", "lied", "tied", "vied", "belied", "untied"};
  if (kInIe->contains(word)) return std::string(word.substr(0, word.size() - 1));
  const absl::string_view stem = word.substr(0, word.size() - 2);
  if (stem.size() < 2 || !HasVowel(stem)) return std::string(word);
  return RestoreStem(stem);
}

std::string WithoutIng(absl::string_view word) {
  static const WordSet* const kFromIe = new WordSet{"dying", "lying", "tying", "vying", "belying", "untying"};
  if (kFromIe->contains(word)) return absl::StrCat(word.substr(0, word.size() - 4), "ie");
  const absl::string_view stem = word.substr(0, word.size() - 3);
  if (stem.size() < 2 || !HasVowel(stem)) return std::string(word);
  return RestoreStem(stem);
}

std::string WithoutS(absl::string_view word) {
  const Tables& data = Data();
  const absl::string_view without_s = word.substr(0, word.size() - 1);
  if (word.size() < 3 || EndsWithAny(word, {"ss", "us", "is", "'s"}) || EndsWithAny(word, {"ics"})) {
    return std::string(word);
  }
  if (!absl::EndsWith(word, "es")) return std::string(without_s);
  const absl::string_view without_es = word.substr(0, word.size() - 2);
  if (absl::EndsWith(word, "ies") && word.size() > 4) {
    return absl::StrCat(word.substr(0, word.size() - 3), "y");
  }
  if (EndsWithAny(word, {"sses", "shes", "xes", "tzes", "zzes"})) return std::string(without_es);
  if (absl::EndsWith(word, "ches")) return std::string(data.in_che.contains(without_s) ? without_s : without_es);
  if (absl::EndsWith(word, "ses")) return std::string(data.in_s.contains(without_es) ? without_es : without_s);
  if (absl::EndsWith(word, "oes")) {
    static const WordSet* const kInOe = new WordSet{"shoe", "toe", "foe", "woe", "canoe", "hoe", "oboe", "doe"};
    return std::string(kInOe->contains(without_s) ? without_s : without_es);
  }
  return std::string(without_s);
}

std::string TakeOffEnding(absl::string_view word) {
  const Tables& data = Data();
  if (data.uninflected.contains(word)) return std::string(word);
  if (const auto found = data.base_of.find(word); found != data.base_of.end()) return std::string(found->second);
  if (absl::EndsWith(word, "ing") && word.size() > 4) return WithoutIng(word);
  if (absl::EndsWith(word, "ed") && word.size() > 3) return WithoutEd(word);
  if (absl::EndsWith(word, "s")) return WithoutS(word);
  return std::string(word);
}

}  // namespace

std::vector<std::string> Inflections(absl::string_view word) {
  std::vector<std::string> out;
  // Of "write-down" only the last part is inflected as a noun; both parts can be as a verb ("wrote-down" is rare).
  AddForms(word, out);
  if (const std::string other = AmericanSpelling(word); !other.empty()) AddForms(other, out);
  if (const std::string other = BritishSpelling(word); !other.empty()) AddForms(other, out);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string Lemma(absl::string_view word) {
  if (absl::EndsWith(word, "'s")) word.remove_suffix(2);
  if (absl::EndsWith(word, "s'")) word.remove_suffix(1);
  const size_t hyphen = word.rfind('-');
  if (hyphen != absl::string_view::npos && Data().base_of.find(word) == Data().base_of.end()) {
    return absl::StrCat(word.substr(0, hyphen + 1), Lemma(word.substr(hyphen + 1)));
  }
  std::string lemma = TakeOffEnding(word);
  const std::string american = AmericanSpelling(lemma);
  return american.empty() ? lemma : american;
}

}  // namespace crosscheck::english
