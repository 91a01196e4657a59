#include <algorithm>
#include <map>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "claim/names.h"
#include "compare/detectors.h"
#include "compare/edit_distance.h"
#include "compare/named.h"
#include "compare/people.h"
#include "compare/renamed.h"
#include "compare/settings.h"

// One person, firm or place spelt in two ways. Two names are held against each other where all of them but one word is
// equal; that word is a slip where few letters differ and nothing explains the difference: a nickname, a relative,
// another person of another age, two spellings that are both in use.
namespace crosscheck {

namespace {

constexpr size_t kLargestBucket = 400;  // names that share a word; beyond that the word tells nothing

using Tokens = std::vector<std::string>;

// What one name is over the dossier.
struct Spelling {
  uint32_t entity = 0;
  Tokens tokens;                  // without accents, apostrophes and full stops
  std::map<uint32_t, int> times;  // full mentions by document (index into Analysis::documents)
  double youngest = 0;            // ages said of it; 0 = none
  double oldest = 0;
};

class SpellingComparer {
 public:
  SpellingComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), people_(analysis) {
    const LexiconIndex& lexicons = *analysis.lexicons;
    relatives_ = lexicons.Find("relatives");
    titles_ = lexicons.Find("titles");
    say_ = lexicons.Find("say");
    roles_ = lexicons.Find("role-titles");
    LoadGroups("nicknames", alike_);
    LoadGroups("name-variants", alike_);
    LoadGroups("name-pairs-apart", apart_);
    LoadGroups("body-nouns", bodies_);
  }

  void Run() {
    CollectLowerCase();
    for (uint32_t e = 0; e < analysis_.entities.size(); ++e) AddSpelling(e);
    const std::vector<std::string> kinds = ListSetting(rule_, "kinds");
    const auto wanted = [&](absl::string_view kind) {
      return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    if (wanted("full")) CompareFullNames();
    if (wanted("surname")) CompareSurnames();
    if (wanted("single")) CompareSingleWords();
    if (wanted("organisation")) CompareBodies();
    ReportAll();
    if (wanted("renamed")) CompareRenamed(analysis_, rule_, sink_);
  }

 private:
  using Groups = absl::flat_hash_map<std::string, std::vector<size_t>>;

  void LoadGroups(absl::string_view name, Groups& groups) {
    const auto found = analysis_.rules->lexicons.find(std::string(name));
    if (found == analysis_.rules->lexicons.end()) return;
    for (const LexiconGroup& group : found->second.groups) {
      for (const std::string& phrase : group.phrases) groups[NameLetters(phrase)].push_back(next_group_);
      ++next_group_;
    }
  }

  static bool InOneGroup(const Groups& groups, const std::string& a, const std::string& b) {
    const auto x = groups.find(a);
    const auto y = groups.find(b);
    if (x == groups.end() || y == groups.end()) return false;
    return std::any_of(x->second.begin(), x->second.end(), [&](size_t group) {
      return std::find(y->second.begin(), y->second.end(), group) != y->second.end();
    });
  }

  // Words that the dossier also writes small are words of the language.
  void CollectLowerCase() {
    for (const DocumentAnalysis& document : analysis_.documents) {
      for (const Sentence& sentence : document.sentences) {
        for (const Word& word : sentence.words) {
          if (!word.capital && !word.number) lower_case_.insert(NameLetters(word.text));
        }
      }
    }
  }

  void AddSpelling(uint32_t e) {
    const NamedEntity& entity = analysis_.entities[e];
    if (entity.definition >= 0 || people_.Places(e).empty()) return;
    Spelling spelling;
    spelling.entity = e;
    for (const std::string& token : entity.tokens) spelling.tokens.push_back(NameLetters(token));
    for (const NamePlace& place : people_.Places(e)) {
      const NameMention& mention = people_.MentionAt(place);
      if (!mention.partial) ++spelling.times[place.document];
      AddAge(place, mention, spelling);
    }
    spellings_.push_back(std::move(spelling));
  }

  void AddAge(const NamePlace& place, const NameMention& mention, Spelling& spelling) const {
    const Sentence& sentence = people_.SentenceAt(place);
    for (uint32_t v : sentence.values) {
      const ValueMention& value = analysis_.documents[place.document].values[v];
      if (value.mention.value.kind != ValueKind::kAge || !value.mention.value.low) continue;
      const bool after = value.first >= mention.last && value.first <= mention.last + 1;
      const bool before = value.last <= mention.first && value.last + 1 >= mention.first;
      if (!after && !before) continue;
      const double age = value.mention.value.low->ToDouble();
      spelling.youngest = spelling.youngest == 0 ? age : std::min(spelling.youngest, age);
      spelling.oldest = std::max(spelling.oldest, age);
    }
  }

  // ---- when two words are one name

  // `same_age`: the two are of one age, so two letters may differ in a shorter word.
  bool IsSlip(const std::string& a, const std::string& b, bool same_age = false) const {
    if (a == b || a.size() < 3 || b.size() < 3) return false;
    if (a.find_first_of("0123456789") != std::string::npos || b.find_first_of("0123456789") != std::string::npos)
      return false;
    const std::string& longer = a.size() > b.size() ? a : b;
    const std::string& shorter = a.size() > b.size() ? b : a;
    if (longer == shorter + "s" || longer == shorter + "es") return false;
    if (InOneGroup(alike_, a, b) || InOneGroup(apart_, a, b)) return false;
    if (lower_case_.contains(a) && lower_case_.contains(b)) return false;
    const int distance = EditDistance(a, b, 2);
    if (distance == 1) return true;
    if (a.front() != b.front()) return false;
    return (distance == 2 && shorter.size() >= (same_age ? 5U : 6U)) || (shorter.size() >= 5 && IsAnagram(a, b));
  }

  // "Müller" and "Mueller": the same name where the letters of another alphabet are missing.
  static bool IsTranscribed(const std::string& a, const std::string& b) {
    struct Row {
      absl::string_view letter, plain;
    };
    static constexpr Row kRows[] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ø", "oe"}, {"å", "aa"}};
    const auto transcribe = [](std::string word) {
      for (const Row& row : kRows) word = absl::StrReplaceAll(word, {{row.letter, row.plain}});
      return NameLetters(word);
    };
    return NameLetters(a) == NameLetters(b) || transcribe(a) == NameLetters(b) || transcribe(b) == NameLetters(a);
  }

  static bool IsAnagram(std::string a, std::string b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
  }

  static bool IsGeneration(const std::string& word) {
    return word == "jr" || word == "sr" || word == "junior" || word == "senior" || word == "ii" || word == "iii" ||
           word == "iv";
  }

  // A demonym or a derived form, not a slip: "Russia" and "Russian", "Canada" and "Canadian".
  static bool IsDerived(const std::string& a, const std::string& b) {
    const std::string& longer = a.size() > b.size() ? a : b;
    const std::string& shorter = a.size() > b.size() ? b : a;
    if (absl::StartsWith(longer, shorter)) return longer.size() > shorter.size() && longer.back() != shorter.back();
    return longer.size() > shorter.size() && absl::EndsWith(longer, "an") &&
           absl::StartsWith(longer, shorter.substr(0, shorter.size() - 1));
  }

  // First and last word only, where one of the two has middle names.
  static Tokens Outer(const Tokens& tokens) { return {tokens.front(), tokens.back()}; }

  bool AgesForbid(const Spelling& a, const Spelling& b) const {
    if (a.oldest == 0 || b.oldest == 0) return false;
    return a.youngest > b.oldest + 1 || b.youngest > a.oldest + 1;
  }

  static bool SameAge(const Spelling& a, const Spelling& b) {
    return a.oldest != 0 && a.oldest == b.oldest && a.youngest == b.youngest;
  }

  bool InOneSentence(const Spelling& a, const Spelling& b) const {
    std::set<std::pair<uint32_t, uint32_t>> sentences;
    for (const NamePlace& place : people_.Places(a.entity)) sentences.insert({place.document, place.sentence});
    return std::any_of(people_.Places(b.entity).begin(), people_.Places(b.entity).end(), [&](const NamePlace& place) {
      return sentences.contains({place.document, place.sentence});
    });
  }

  bool NearRelative(const Spelling& spelling) const {
    if (relatives_ == kNoLexicon) return false;
    return std::any_of(
        people_.Places(spelling.entity).begin(), people_.Places(spelling.entity).end(), [&](const NamePlace& place) {
          const NameMention& mention = people_.MentionAt(place);
          const auto& hits = people_.SentenceAt(place).hits;
          return std::any_of(hits.begin(), hits.end(), [&](const LexiconHit& hit) {
            return hit.lexicon == relatives_ && hit.last + 6 > mention.first && hit.first < mention.last + 6;
          });
        });
  }

  bool Meet(const Spelling& a, const Spelling& b) const {
    for (const auto& [x, times_x] : a.times) {
      for (const auto& [y, times_y] : b.times) {
        if (x == y || MayCompare(analysis_, x, y)) return true;
      }
    }
    return false;
  }

  // Two members of a family have one surname and like first names; a text that has both knows them apart, unless one of
  // them stands there once and differs by one letter.
  bool BothInOneText(const Spelling& a, const Spelling& b, bool last_differs, int distance) const {
    for (const auto& [document, times] : a.times) {
      const auto other = b.times.find(document);
      if (other == b.times.end()) continue;
      const bool rare = std::min(times, other->second) == 1;
      if (!last_differs && (distance > 1 || !rare || NearRelative(a) || NearRelative(b))) return true;
      if (last_differs && !rare && distance > 1) return true;
    }
    return false;
  }

  bool SameName(const Spelling& a, const Spelling& b, bool& last_differs) const {
    if (absl::StrJoin(a.tokens, "") == absl::StrJoin(b.tokens, "")) return false;
    const auto& written_a = analysis_.entities[a.entity].tokens;
    const auto& written_b = analysis_.entities[b.entity].tokens;
    if (std::equal(written_a.begin(), written_a.end(), written_b.begin(), written_b.end(), IsTranscribed)) return false;
    Tokens x = a.tokens;
    Tokens y = b.tokens;
    const NamedEntity& first = analysis_.entities[a.entity];
    const NamedEntity& second = analysis_.entities[b.entity];
    if (x.size() != y.size()) {
      if (!MayBePerson(first) || !MayBePerson(second) || x.size() > 4 || y.size() > 4) return false;
      x = Outer(x);
      y = Outer(y);
    }
    const int at = DifferentWord(x, y);
    if (at < 0) return false;
    const std::string& u = x[static_cast<size_t>(at)];
    const std::string& v = y[static_cast<size_t>(at)];
    if (IsGeneration(u) || IsGeneration(v) || !IsSlip(u, v, SameAge(a, b))) return false;
    const bool people = first.type == NameType::kPerson || second.type == NameType::kPerson;
    if (!people && (IsDerived(u, v) || std::min(u.size(), v.size()) < 4)) return false;
    if (!people && (lower_case_.contains(u) || lower_case_.contains(v))) return false;
    last_differs = static_cast<size_t>(at) + 1 == x.size();
    return !BothInOneText(a, b, last_differs, EditDistance(u, v, 2));
  }

  void CompareFullNames() {
    std::map<std::string, std::vector<size_t>> buckets;
    for (size_t i = 0; i < spellings_.size(); ++i) {
      const Tokens& tokens = spellings_[i].tokens;
      if (tokens.size() < 2) continue;
      buckets[absl::StrCat("<", tokens.front())].push_back(i);
      buckets[absl::StrCat(">", tokens.back())].push_back(i);
    }
    std::set<std::pair<size_t, size_t>> done;
    for (const auto& [key, members] : buckets) {
      if (members.size() > kLargestBucket) continue;
      for (size_t x = 0; x < members.size(); ++x) {
        for (size_t y = x + 1; y < members.size(); ++y) {
          if (done.insert({members[x], members[y]}).second) CompareFull(spellings_[members[x]], spellings_[members[y]]);
        }
      }
    }
  }

  void CompareFull(const Spelling& a, const Spelling& b) {
    bool last_differs = false;
    if (!SameName(a, b, last_differs) || AgesForbid(a, b) || !Meet(a, b) || InOneSentence(a, b)) return;
    Find(a, b, last_differs, "the names differ in a few letters of one word");
  }

  // ---- a surname alone

  // A title or a verb of saying beside a name: what it shares with another mention of the same person.
  std::set<int> SignsOf(uint32_t entity) const {
    std::set<int> signs;
    for (const NamePlace& place : people_.Places(entity)) {
      const NameMention& mention = people_.MentionAt(place);
      const auto& hits = people_.SentenceAt(place).hits;
      for (auto near = FirstHitNear(hits, mention.first); near != hits.end() && near->first <= mention.last + 1;
           ++near) {
        const LexiconHit& hit = *near;
        const bool before = hit.last <= mention.first && hit.last + 2 > mention.first;
        const bool after = hit.first >= mention.last && hit.first <= mention.last + 1;
        if (hit.lexicon == roles_ && (before || after)) signs.insert(hit.group);
        if (hit.lexicon == say_ && (before || after)) signs.insert(-1);
        if (hit.lexicon == titles_ && before) signs.insert(-2);
      }
    }
    return signs;
  }

  void CompareSurnames() {
    std::map<char, std::vector<size_t>> full;  // by first letter of the surname
    for (size_t i = 0; i < spellings_.size(); ++i) {
      const Spelling& spelling = spellings_[i];
      if (spelling.tokens.size() >= 2 && spelling.tokens.size() <= 4 &&
          MayBePerson(analysis_.entities[spelling.entity]))
        full[spelling.tokens.back().empty() ? ' ' : spelling.tokens.back().front()].push_back(i);
    }
    for (const Spelling& alone : spellings_) {
      if (alone.tokens.size() != 1 || alone.tokens.front().size() < 5 ||
          people_.Canonical(alone.entity) != alone.entity)
        continue;
      if (lower_case_.contains(alone.tokens.front()) || !MayBePerson(analysis_.entities[alone.entity])) continue;
      for (size_t i : full[alone.tokens.front().front()]) CompareSurname(alone, spellings_[i]);
    }
  }

  void CompareSurname(const Spelling& alone, const Spelling& full) {
    const std::string& word = alone.tokens.front();
    const std::string& surname = full.tokens.back();
    if (!IsSlip(word, surname) || IsDerived(word, surname) || lower_case_.contains(surname) || !Meet(alone, full))
      return;
    // Where the dossier also has the surname that stands alone in full, it is another person's.
    const bool owned = std::any_of(spellings_.begin(), spellings_.end(), [&](const Spelling& other) {
      return other.tokens.size() >= 2 && (other.tokens.back() == word || other.tokens.front() == word);
    });
    if (owned || InOneSentence(alone, full)) return;
    std::set<int> shared;
    const std::set<int> signs = SignsOf(alone.entity);
    for (int sign : SignsOf(full.entity)) {
      if (signs.contains(sign)) shared.insert(sign);
    }
    // In one text the full name comes first, so any sign of a person is enough for the short form.
    const bool one_text = std::any_of(alone.times.begin(), alone.times.end(),
                                      [&](const auto& times) { return full.times.contains(times.first); });
    if (shared.empty() && (signs.empty() || !one_text)) return;
    Find(alone, full, true, "a surname alone that differs in a few letters from the full name");
  }

  // ---- a name of one word in two texts

  // The words just before and after the mentions of a name.
  std::set<std::pair<int, WordId>> NeighboursOf(uint32_t entity) const {
    std::set<std::pair<int, WordId>> neighbours;
    for (const NamePlace& place : people_.Places(entity)) {
      const NameMention& mention = people_.MentionAt(place);
      const auto& words = people_.SentenceAt(place).words;
      if (mention.first > 0 && !words[mention.first - 1].stop) neighbours.insert({-1, words[mention.first - 1].sense});
      if (mention.last < words.size() && !words[mention.last].stop) neighbours.insert({1, words[mention.last].sense});
    }
    return neighbours;
  }

  // Nothing but the word itself is there to compare, so it has to be long, strange and in the same surroundings.
  void CompareSingleWords() {
    std::map<std::string, std::vector<size_t>> buckets;
    constexpr size_t kShortest = 6;
    for (size_t i = 0; i < spellings_.size(); ++i) {
      const Tokens& tokens = spellings_[i].tokens;
      if (tokens.size() != 1 || tokens.front().size() < kShortest || lower_case_.contains(tokens.front())) continue;
      if (people_.Canonical(spellings_[i].entity) != spellings_[i].entity) continue;
      buckets[tokens.front().substr(0, 2)].push_back(i);
    }
    for (const auto& [key, members] : buckets) {
      for (size_t x = 0; x < members.size() && members.size() <= kLargestBucket; ++x) {
        for (size_t y = x + 1; y < members.size(); ++y) CompareSingle(spellings_[members[x]], spellings_[members[y]]);
      }
    }
  }

  void CompareSingle(const Spelling& a, const Spelling& b) {
    const std::string& u = a.tokens.front();
    const std::string& v = b.tokens.front();
    if (EditDistance(u, v, 1) != 1 || !IsSlip(u, v) || IsDerived(u, v) || !Meet(a, b)) return;
    for (const auto& [document, times] : a.times) {
      if (b.times.contains(document)) return;
    }
    const auto left = NeighboursOf(a.entity);
    int shared = 0;
    for (const auto& one : NeighboursOf(b.entity)) shared += left.contains(one) ? 1 : 0;
    std::set<int> signs = SignsOf(a.entity);
    const std::set<int> others = SignsOf(b.entity);
    const bool titled =
        std::any_of(signs.begin(), signs.end(), [&](int sign) { return sign >= 0 && others.contains(sign); });
    if (shared < 2 && !titled) return;
    Find(a, b, true, "names of one word that differ in a letter, in the same surroundings");
  }

  // ---- "Federal Trade Council" against "Federal Trade Commission"

  void CompareBodies() {
    std::map<std::string, std::vector<size_t>> buckets;
    for (size_t i = 0; i < spellings_.size(); ++i) {
      const Tokens& tokens = spellings_[i].tokens;
      if (tokens.size() < 3 || !bodies_.contains(tokens.back())) continue;
      buckets[absl::StrJoin(Tokens(tokens.begin(), tokens.end() - 1), " ")].push_back(i);
    }
    for (const auto& [key, members] : buckets) {
      for (size_t x = 0; x < members.size() && members.size() <= kLargestBucket; ++x) {
        for (size_t y = x + 1; y < members.size(); ++y) CompareBody(spellings_[members[x]], spellings_[members[y]]);
      }
    }
  }

  // Lemmas and people of the sentences that name a body.
  std::set<std::string> CompanyOf(const Spelling& spelling) const {
    std::set<std::string> company;
    for (const NamePlace& place : people_.Places(spelling.entity)) {
      const Sentence& sentence = people_.SentenceAt(place);
      for (const NameMention& name : sentence.names) {
        if (name.entity != spelling.entity) company.insert(absl::StrCat("=", people_.Canonical(name.entity)));
      }
      for (const Word& word : sentence.words) {
        if (!word.stop && analysis_.Weight(word.sense) > 0.5F) company.insert(analysis_.words.Text(word.sense));
      }
    }
    return company;
  }

  void CompareBody(const Spelling& a, const Spelling& b) {
    if (!Meet(a, b)) return;
    for (const auto& [document, times] : a.times) {
      if (b.times.contains(document)) return;  // a text that has both knows them apart
    }
    const std::set<std::string> left = CompanyOf(a);
    const std::set<std::string> right = CompanyOf(b);
    int shared = 0;
    for (const std::string& one : left) shared += right.contains(one) ? (one.front() == '=' ? 2 : 1) : 0;
    constexpr int kEnough = 6;  // the name's own words count among them
    if (shared < kEnough) return;
    Find(a, b, true, "two bodies whose names differ in one word, in the same company");
  }

  // ---- what is found

  std::vector<ClaimIndex> ClaimsOf(const Spelling& spelling, bool with_partial) {
    std::vector<ClaimIndex> claims;
    for (const NamePlace& place : people_.Places(spelling.entity)) {
      const NameMention& mention = people_.MentionAt(place);
      if (mention.partial && !with_partial) continue;
      Claim claim = ClaimAt(analysis_.documents[place.document], people_.SentenceAt(place), mention.span);
      claim.rule = rule_.id;
      claim.subject = analysis_.entities[spelling.entity].key;
      claim.attribute = "spelling";
      claim.value.kind = "name";
      claim.value.canonical = absl::StrJoin(spelling.tokens, " ");
      claims.push_back(sink_.AddClaim(std::move(claim)));
      documents_[claims.back()] = place.document;
    }
    return claims;
  }

  void Relate(ClaimIndex a, ClaimIndex b, const std::string& question, absl::string_view reason) {
    Relation relation =
        MakeRelation(analysis_, rule_, {sink_.claim(a), documents_[a]}, {sink_.claim(b), documents_[b]}, reason);
    relation.a = a;
    relation.b = b;
    relation.question = question;
    sink_.AddRelation(std::move(relation));
  }

  // The two mentions that a person should look at first: of two documents that may be compared, else of one.
  std::pair<size_t, size_t> FirstPair(const std::vector<ClaimIndex>& left, const std::vector<ClaimIndex>& right) const {
    for (size_t x = 0; x < left.size(); ++x) {
      for (size_t y = 0; y < right.size(); ++y) {
        const uint32_t a = documents_.at(left[x]);
        const uint32_t b = documents_.at(right[y]);
        if (a == b || MayCompare(analysis_, a, b)) return {x, y};
      }
    }
    return {0, 0};
  }

  struct Pair {
    const Spelling* a;
    const Spelling* b;
    bool surname_differs;
    absl::string_view reason;  // a literal
  };

  void Find(const Spelling& a, const Spelling& b, bool surname_differs, absl::string_view reason) {
    pairs_.push_back({&a, &b, surname_differs, reason});
  }

  // Three spellings of one name are one question.
  uint32_t ClusterOf(uint32_t entity) {
    uint32_t root = entity;
    for (auto found = parent_.find(root); found != parent_.end() && found->second != root; found = parent_.find(root))
      root = found->second;
    return root;
  }

  void ReportAll() {
    for (const Pair& pair : pairs_) {
      const uint32_t x = ClusterOf(pair.a->entity);
      const uint32_t y = ClusterOf(pair.b->entity);
      if (x != y) parent_[std::max(x, y)] = std::min(x, y);
    }
    for (const Pair& pair : pairs_) Report(pair, analysis_.entities[ClusterOf(pair.a->entity)].key);
  }

  void Report(const Pair& pair, const std::string& question) {
    const std::vector<ClaimIndex> left = ClaimsOf(*pair.a, pair.surname_differs);
    const std::vector<ClaimIndex> right = ClaimsOf(*pair.b, pair.surname_differs);
    if (left.empty() || right.empty()) return;
    const auto [x, y] = FirstPair(left, right);
    Relate(left[x], right[y], question, pair.reason);
    for (size_t i = 0; i < left.size(); ++i) {
      if (i != x) Relate(left[i], right[y], question, pair.reason);
    }
    for (size_t i = 0; i < right.size(); ++i) {
      if (i != y) Relate(left[x], right[i], question, pair.reason);
    }
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  const People people_;
  LexiconId relatives_, titles_, say_, roles_;
  size_t next_group_ = 0;
  Groups alike_, apart_, bodies_;
  absl::flat_hash_set<std::string> lower_case_;
  std::vector<Spelling> spellings_;
  std::vector<Pair> pairs_;
  std::map<uint32_t, uint32_t> parent_;       // union-find of entities
  std::map<ClaimIndex, uint32_t> documents_;  // of the claims made here, index into Analysis::documents
};

}  // namespace

void CompareSpellings(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  SpellingComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
