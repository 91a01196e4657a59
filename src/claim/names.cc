#include "claim/names.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "claim/words.h"
#include "english/english.h"

namespace crosscheck {

namespace {

// Small words that stand inside a name and are written small.
bool IsParticle(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"al",  "bin", "da",  "de", "del", "della", "den", "der", "di",
                                                 "dos", "du",  "ibn", "la", "le",  "van",   "von", "y",   "zu"};
  return std::binary_search(std::begin(kWords), std::end(kWords), word);
}

// Titles that are also names: in "Jack Dean Miller" and "Stephen King" the word is part of the name.
bool IsTitleAndName(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {
      "abbot",  "baron",  "bishop",  "cardinal", "chancellor", "constable", "dean",    "duke",   "earl",
      "head",   "judge",  "justice", "king",     "lord",       "major",     "marshal", "page",   "pope",
      "priest", "prince", "provost", "queen",    "rector",     "sheriff",   "singer",  "speaker"};
  return std::binary_search(std::begin(kWords), std::end(kWords), word);
}

// A run of capitalised words before it is known whose name it is.
struct Run {
  uint32_t sentence = 0;
  uint32_t first = 0, last = 0;
  bool sentence_start = false;
  int definition = -1;
};

class NameFinder {
 public:
  explicit NameFinder(Analysis& analysis) : analysis_(analysis) {
    const LexiconIndex& lexicons = *analysis.lexicons;
    titles_ = lexicons.Find("titles");
    roles_ = lexicons.Find("role-titles");
    qualifiers_ = lexicons.Find("role-qualifiers");
    for (absl::string_view group : {"former", "outgoing", "elect", "acting", "deputy"})
      qualifier_groups_.push_back(lexicons.FindGroup(qualifiers_, group));
    organisations_ = lexicons.Find("organisation-nouns");
    places_ = lexicons.Find("place-nouns");
    not_names_ = lexicons.Find("not-names");
    say_ = lexicons.Find("say");
    LoadDefinitions();
  }

  void Run() {
    CollectLowerCase();
    for (DocumentAnalysis& document : analysis_.documents) FindIn(document);
    for (NamedEntity& entity : analysis_.entities) {
      std::sort(entity.documents.begin(), entity.documents.end());
      entity.documents.erase(std::unique(entity.documents.begin(), entity.documents.end()), entity.documents.end());
    }
  }

 private:
  using Runs = std::vector<struct Run>;

  // Words that the dossier also writes small: at the start of a sentence their capital says nothing.
  void CollectLowerCase() {
    for (const DocumentAnalysis& document : analysis_.documents) {
      for (const Sentence& sentence : document.sentences) {
        for (const Word& word : sentence.words) {
          if (!word.capital && !word.number) lower_case_.insert(word.text);
        }
      }
    }
  }

  void LoadDefinitions() {
    const auto& definitions = analysis_.rules->entities;
    for (size_t i = 0; i < definitions.size(); ++i) {
      for (const std::string& name : definitions[i].names) {
        std::vector<std::string> words = absl::StrSplit(Fold(name), absl::ByAnyChar(" -"), absl::SkipEmpty());
        if (!words.empty()) aliases_[words.front()].push_back({words, static_cast<int>(i)});
      }
    }
    for (auto& [first, list] : aliases_) {
      std::stable_sort(list.begin(), list.end(),
                       [](const Alias& a, const Alias& b) { return a.words.size() > b.words.size(); });
    }
  }

  bool HasHit(const Sentence& sentence, uint32_t word, LexiconId lexicon) const {
    if (lexicon == kNoLexicon) return false;
    for (auto hit = FirstHitNear(sentence.hits, word); hit != sentence.hits.end() && hit->first <= word; ++hit) {
      if (hit->lexicon == lexicon && word < hit->last) return true;
    }
    return false;
  }

  // A heading or an all-capitals line says nothing by its capitals.
  static bool CapitalsMeanNothing(const Sentence& sentence) {
    size_t capital = 0;
    size_t long_words = 0;
    for (const Word& word : sentence.words) {
      if (word.number || word.text.size() < 4) continue;
      ++long_words;
      capital += word.capital;
    }
    const bool heading =
        sentence.zone == Zone::kTitle || sentence.zone == Zone::kDek || sentence.zone == Zone::kHeading;
    return long_words >= 3 && capital * 10 >= long_words * (heading ? 6 : 9);
  }

  bool CanBeName(const Sentence& sentence, uint32_t at) const {
    const Word& word = sentence.words[at];
    if (!word.capital || english::IsMonthName(word.text) || english::IsWeekdayName(word.text)) return false;
    if (HasHit(sentence, at, not_names_)) return false;
    return !word.stop || at > 0;
  }

  bool JoinsOn(const Sentence& sentence, uint32_t at) const {
    const Word& word = sentence.words[at];
    return !word.comma_before && !word.break_before && !sentence.words[at - 1].possessive &&
           !EndsSentence(sentence, at);
  }

  // "Hospital. A man": a full stop inside a segment that was not split.
  static bool EndsSentence(const Sentence& sentence, uint32_t at) {
    const absl::string_view gap = sentence.text.substr(sentence.words[at - 1].span.end,
                                                       sentence.words[at].span.begin - sentence.words[at - 1].span.end);
    return gap.find('.') != absl::string_view::npos && sentence.words[at - 1].text.size() > 3 &&
           !english::IsAbbreviation(sentence.words[at - 1].text);
  }

  // One capitalised word in quotation marks or brackets between two names: Mark “Buddy” Lee.
  static bool IsNickname(const Sentence& sentence, uint32_t at) {
    if (at + 1 >= sentence.words.size()) return false;
    const Word& nickname = sentence.words[at];
    const Word& next = sentence.words[at + 1];
    if (!nickname.capital || !nickname.break_before || nickname.comma_before || nickname.stop) return false;
    if (!next.capital || !next.break_before || next.comma_before || next.stop || next.number) return false;
    const auto mark = [&](size_t begin, size_t end) {
      const std::string gap = Fold(sentence.text.substr(begin, end - begin));
      return gap == " \"" || gap == "\" " || gap == " (" || gap == ") ";
    };
    return mark(sentence.words[at - 1].span.end, nickname.span.begin) && mark(nickname.span.end, next.span.begin);
  }

  uint32_t RunEnd(const Sentence& sentence, uint32_t first) const {
    const auto size = static_cast<uint32_t>(sentence.words.size());
    uint32_t last = first + 1;
    while (last < size && (JoinsOn(sentence, last) || IsNickname(sentence, last))) {
      if (JoinsOn(sentence, last) && CanBeName(sentence, last) && !sentence.words[last].stop) {
        ++last;
        continue;
      }
      if (IsNickname(sentence, last)) {
        last += 2;
        continue;
      }
      // "Ursula von der Leyen", "University of Leeds": small words between capitals.
      uint32_t next = last;
      const bool of = sentence.words[last].text == "of" && HasHit(sentence, last - 1, organisations_);
      if (of) ++next;
      while (next < size && next < last + 3 &&
             (IsParticle(sentence.words[next].text) || (of && sentence.words[next].text == "the")))
        ++next;
      if (next == last || next >= size || !JoinsOn(sentence, next) || !CanBeName(sentence, next)) break;
      last = next + 1;
    }
    return last;
  }

  Runs FindRuns(const DocumentAnalysis& document) const {
    Runs runs;
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Sentence& sentence = document.sentences[s];
      const bool blind = CapitalsMeanNothing(sentence);
      for (uint32_t at = 0; at < sentence.words.size();) {
        int definition = -1;
        if (const uint32_t end = MatchAlias(sentence, at, definition); end > at) {
          runs.push_back({s, at, end, false, definition});
          at = end;
          continue;
        }
        if (blind || !CanBeName(sentence, at) || sentence.words[at].stop) {
          ++at;
          continue;
        }
        const uint32_t last = RunEnd(sentence, at);
        AddNamesOf(sentence, s, at, last, runs);
        at = last;
      }
    }
    return runs;
  }

  // The first word after a title that begins at `at`; `at` where none does.
  uint32_t TitleEnd(const Sentence& sentence, uint32_t at) const {
    for (auto hit = FirstHitNear(sentence.hits, at); hit != sentence.hits.end() && hit->first <= at; ++hit) {
      if (hit->first != at) continue;
      if (hit->lexicon == titles_ || hit->lexicon == roles_) return hit->last;
      const bool qualifies =
          hit->lexicon == qualifiers_ &&
          std::find(qualifier_groups_.begin(), qualifier_groups_.end(), hit->group) != qualifier_groups_.end();
      if (qualifies) return hit->last;
    }
    return at;
  }

  bool EndsInKind(const Sentence& sentence, uint32_t last) const {
    return HasHit(sentence, last - 1, organisations_) || HasHit(sentence, last - 1, places_);
  }

  // Whether the title [at, end) inside the run [first, last) parts it: "Acme Chief Executive Dana Roe" holds two names,
  // "King County" and "Stephen King" one.
  bool Parts(const Sentence& sentence, uint32_t first, uint32_t at, uint32_t end, uint32_t last) const {
    if (end > last) return false;
    if (end - at > 1) return true;
    if (EndsInKind(sentence, last)) return false;
    if (at == first || !IsTitleAndName(sentence.words[at].text)) return true;
    return end < last && at - first >= 2;
  }

  // Splits a run of capitals into its names, titles left out.
  void AddNamesOf(const Sentence& sentence, uint32_t s, uint32_t begin, uint32_t last, Runs& runs) const {
    uint32_t first = begin;
    for (uint32_t at = begin; at < last;) {
      const uint32_t end = TitleEnd(sentence, at);
      if (end == at || !Parts(sentence, first, at, end, last)) {
        ++at;
        continue;
      }
      AddName(sentence, s, first, at, runs);
      first = at = end;
    }
    AddName(sentence, s, first, last, runs);
  }

  void AddName(const Sentence& sentence, uint32_t s, uint32_t first, uint32_t last, Runs& runs) const {
    while (first < last && sentence.words[first].stop) ++first;
    if (first == 0 && last >= 3 && StartsWithCommonWord(sentence, last)) ++first;
    if (first < last) runs.push_back({s, first, last, first == 0, -1});
  }

  // "Witness Tom Roe said": a common word with the capital of a sentence's start before a name.
  bool StartsWithCommonWord(const Sentence& sentence, uint32_t last) const {
    if (!sentence.words[1].capital || EndsInKind(sentence, last) || HasHit(sentence, 0, organisations_)) return false;
    return lower_case_.contains(sentence.words[0].text) || english::Commonness(sentence.words[0].text) > 0;
  }

  uint32_t MatchAlias(const Sentence& sentence, uint32_t at, int& definition) const {
    const auto found = aliases_.find(sentence.words[at].text);
    if (found == aliases_.end() || !sentence.words[at].capital) return at;
    for (const Alias& alias : found->second) {
      if (at + alias.words.size() > sentence.words.size()) continue;
      bool equal = true;
      for (size_t i = 1; i < alias.words.size(); ++i) equal = equal && alias.words[i] == sentence.words[at + i].text;
      if (!equal) continue;
      definition = alias.definition;
      return at + static_cast<uint32_t>(alias.words.size());
    }
    return at;
  }

  static std::vector<std::string> TokensOf(const Sentence& sentence, const struct Run& run) {
    std::vector<std::string> tokens;
    for (uint32_t i = run.first; i < run.last; ++i) {
      const absl::string_view word = sentence.words[i].text;
      if (i > run.first && i + 1 < run.last && IsNickname(sentence, i)) continue;
      const bool initial = word.size() == 1 && run.last - run.first > 2;
      if (initial && i > run.first) continue;  // "John F. Kennedy"
      if (i + 1 == run.last && i > run.first && (word == "jr" || word == "sr" || word == "ii" || word == "iii"))
        continue;
      tokens.emplace_back(word);
    }
    return tokens;
  }

  uint32_t EntityFor(const std::vector<std::string>& tokens, absl::string_view display, int definition) {
    std::string key = definition >= 0 ? "=" + analysis_.rules->entities[definition].id : absl::StrJoin(tokens, " ");
    const auto [found, fresh] = by_key_.try_emplace(NameLetters(key), static_cast<uint32_t>(analysis_.entities.size()));
    if (fresh) {
      NamedEntity entity;
      entity.key = std::move(key);
      entity.display = definition >= 0 ? analysis_.rules->entities[definition].names.front() : std::string(display);
      entity.tokens = tokens;
      entity.definition = definition;
      if (definition >= 0) {
        const std::string& type = analysis_.rules->entities[definition].type;
        entity.type = type == "person"  ? NameType::kPerson
                      : type == "org"   ? NameType::kOrganisation
                      : type == "place" ? NameType::kPlace
                                        : NameType::kUnknown;
      }
      analysis_.entities.push_back(std::move(entity));
    }
    return found->second;
  }

  // Names of two words and more first, so that a surname alone finds its owner; then single words.
  void FindIn(DocumentAnalysis& document) {
    const Runs runs = FindRuns(document);
    absl::flat_hash_set<std::string> seen_inside;  // single words that are capitalised away from a sentence's start
    for (const struct Run& run : runs) {
      const Sentence& sentence = document.sentences[run.sentence];
      for (uint32_t i = run.first; i < run.last; ++i) {
        if (i > 0 || run.last - run.first > 1) seen_inside.insert(std::string(sentence.words[i].text));
      }
    }
    FullNames full;
    for (const struct Run& run : runs) {
      if (run.definition < 0 && run.last - run.first < 2) continue;
      AddFull(AddMention(document, run, false, -1), full);
    }
    for (const struct Run& run : runs) {
      if (run.definition >= 0 || run.last - run.first >= 2) continue;
      const Sentence& sentence = document.sentences[run.sentence];
      const std::string word(sentence.words[run.first].text);
      const int owner = OwnerOf(word, full);
      const bool speaks = run.last < sentence.words.size() && HasHit(sentence, run.last, say_) &&
                          !lower_case_.contains(word) && english::Commonness(word) == 0;
      if (owner < 0 && run.sentence_start && !speaks && !seen_inside.contains(word)) continue;
      if (word.size() < 2) continue;
      AddMention(document, run, owner >= 0, owner);
    }
    for (Sentence& sentence : document.sentences) {
      if (CapitalsMeanNothing(sentence)) FindKnown(document, sentence, full);
      std::sort(sentence.names.begin(), sentence.names.end(),
                [](const NameMention& a, const NameMention& b) { return a.first < b.first; });
    }
  }

  // The names of two words and more of one document by their last and first words, the latest of each.
  struct FullNames {
    struct Latest {
      uint32_t entity;
      size_t order;
    };
    absl::flat_hash_map<std::string, Latest> by_last, by_first;
    size_t count = 0;
  };

  void AddFull(uint32_t entity, FullNames& full) const {
    const auto& tokens = analysis_.entities[entity].tokens;
    if (tokens.size() < 2) return;
    const FullNames::Latest latest{entity, full.count++};
    full.by_last.insert_or_assign(NameLetters(tokens.back()), latest);
    full.by_first.insert_or_assign(tokens.front(), latest);
  }

  // The entity that a single word is short for: a surname, or the first word of a firm.
  int OwnerOf(const std::string& word, const FullNames& full) const {
    const auto surname = full.by_last.find(NameLetters(word));
    int owner = surname == full.by_last.end() ? -1 : static_cast<int>(surname->second.entity);
    const auto first = full.by_first.find(word);
    if (first == full.by_first.end()) return owner;
    if (analysis_.entities[first->second.entity].type == NameType::kPerson) return owner;
    return owner < 0 || surname->second.order < first->second.order ? static_cast<int>(first->second.entity) : owner;
  }

  // In a heading whose capitals say nothing, the names that the text has named in full or in part.
  void FindKnown(const DocumentAnalysis& document, Sentence& sentence, const FullNames& full) {
    for (uint32_t at = 0; at < sentence.words.size(); ++at) {
      const auto covered = std::any_of(sentence.names.begin(), sentence.names.end(),
                                       [&](const NameMention& n) { return n.first <= at && at < n.last; });
      if (covered || !sentence.words[at].capital || sentence.words[at].stop) continue;
      const int owner = OwnerOf(std::string(sentence.words[at].text), full);
      if (owner < 0) continue;
      const auto& tokens = analysis_.entities[static_cast<size_t>(owner)].tokens;
      uint32_t first = at;
      uint32_t last = at + 1;
      if (tokens.back() == sentence.words[at].text && at > 0 && sentence.words[at - 1].text == tokens.front())
        first = at - 1;
      Append(document, sentence, first, last, static_cast<uint32_t>(owner), last - first < tokens.size());
    }
  }

  void Append(const DocumentAnalysis& document, Sentence& sentence, uint32_t first, uint32_t last, uint32_t entity,
              bool partial) {
    NameMention mention;
    mention.first = first;
    mention.last = last;
    mention.span = {sentence.words[first].span.begin, sentence.words[last - 1].span.end};
    mention.entity = entity;
    mention.partial = partial;
    sentence.names.push_back(mention);
    analysis_.entities[entity].documents.push_back(document.index);
  }

  uint32_t AddMention(DocumentAnalysis& document, const struct Run& run, bool partial, int owner) {
    Sentence& sentence = document.sentences[run.sentence];
    const TextSpan span{sentence.words[run.first].span.begin, sentence.words[run.last - 1].span.end};
    const uint32_t entity =
        owner >= 0 ? static_cast<uint32_t>(owner)
                   : EntityFor(TokensOf(sentence, run), sentence.text.substr(span.begin, span.size()), run.definition);
    Append(document, sentence, run.first, run.last, entity, partial);
    NamedEntity& named = analysis_.entities[entity];
    if (named.type == NameType::kUnknown) named.type = TypeFrom(document, sentence, run);
    return entity;
  }

  NameType TypeFrom(const DocumentAnalysis& document, const Sentence& sentence, const struct Run& run) const {
    if (HasHit(sentence, run.last - 1, organisations_) || HasHit(sentence, run.first, organisations_))
      return NameType::kOrganisation;
    if (HasHit(sentence, run.last - 1, places_)) return NameType::kPlace;
    if (run.first > 0 && (HasHit(sentence, run.first - 1, titles_) || HasHit(sentence, run.first - 1, roles_)))
      return NameType::kPerson;
    if (run.last - run.first == 1 && sentence.words[run.first].all_caps) return NameType::kOrganisation;
    if (run.last - run.first >= 2 && run.last - run.first <= 4) {
      if (FollowedByAge(document, sentence, run.last)) return NameType::kPerson;
      if (run.last < sentence.words.size() && HasHit(sentence, run.last, say_)) return NameType::kPerson;
      if (run.first > 0 && HasHit(sentence, run.first - 1, say_)) return NameType::kPerson;
      if (run.last < sentence.words.size() && sentence.words[run.last].comma_before &&
          HasHit(sentence, run.last, titles_))
        return NameType::kPerson;
    }
    if (run.first > 0) {
      const absl::string_view before = sentence.words[run.first - 1].text;
      if (before == "in" || before == "near" || before == "at") return NameType::kPlace;
    }
    return NameType::kUnknown;
  }

  static bool FollowedByAge(const DocumentAnalysis& document, const Sentence& sentence, uint32_t word) {
    return std::any_of(sentence.values.begin(), sentence.values.end(), [&](uint32_t v) {
      const ValueMention& value = document.values[v];
      return value.mention.value.kind == ValueKind::kAge && value.first >= word && value.first <= word + 2;
    });
  }

  struct Alias {
    std::vector<std::string> words;
    int definition;
  };
  Analysis& analysis_;
  LexiconId titles_, roles_, qualifiers_, organisations_, places_, not_names_, say_;
  std::vector<int> qualifier_groups_;
  absl::flat_hash_set<absl::string_view> lower_case_;
  absl::flat_hash_map<std::string, std::vector<Alias>> aliases_;  // by first word, longest first
  absl::flat_hash_map<std::string, uint32_t> by_key_;
};

}  // namespace

void FindNames(Analysis& analysis) { NameFinder(analysis).Run(); }

std::string NameLetters(absl::string_view word) {
  // Letters that Unicode does not take apart into a letter and a mark.
  struct Row {
    char32_t letter;
    absl::string_view plain;
  };
  static constexpr Row kRows[] = {{U'ß', "ss"}, {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"}, {U'þ', "th"},
                                  {U'đ', "d"},  {U'ı', "i"},  {U'ł', "l"}, {U'œ', "oe"}};
  const std::string folded = FoldAccents(word);
  std::string letters;
  for (size_t at = 0; at < folded.size();) {
    const CodePoint point = DecodeUtf8(folded, at);
    at += static_cast<size_t>(point.size);
    if (point.value == '\'' || point.value == '.') continue;
    const auto* row =
        std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& r) { return r.letter == point.value; });
    if (row != std::end(kRows)) {
      letters.append(row->plain.data(), row->plain.size());
    } else {
      AppendUtf8(point.value, letters);
    }
  }
  return letters;
}

const char* NameTypeSlot(NameType type) {
  switch (type) {
    case NameType::kPerson:
      return "person";
    case NameType::kOrganisation:
      return "org";
    case NameType::kPlace:
      return "place";
    case NameType::kUnknown:
      break;
  }
  return "name";
}

}  // namespace crosscheck
