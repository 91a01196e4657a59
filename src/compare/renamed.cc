#include "compare/renamed.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "claim/names.h"
#include "compare/edit_distance.h"
#include "compare/named.h"
#include "compare/people.h"
#include "compare/telling_words.h"

namespace crosscheck {

namespace {

constexpr size_t kMostNames = 300;     // of one document
constexpr uint32_t kBeside = 3;        // words between a name and what is said of its bearer
constexpr int kSharedOfSurname = 4;    // telling words that two people of one surname share with their texts
constexpr int kSharedOfFirstName = 3;  // those of one first name, of one age or title besides
constexpr int kSharedOfBody = 3;
constexpr int kSharedOfName = 2;  // a name that stands with both counts as two words
constexpr size_t kSlip = 2;       // letters; fewer are a matter of spelling

// A name of two words or more and what its document tells of its bearer.
struct Bearer {
  uint32_t entity = 0;
  std::vector<std::string> tokens;  // without accents, apostrophes and full stops
  bool person = false;
  NamePlace first;              // its first full mention
  std::vector<WordId> telling;  // of the sentences that name it, sorted, without the words of names
  std::set<uint32_t> company;   // canonical entities that the same sentences name
  std::set<int> titles;         // of the lexicon "role-titles", beside it
  std::set<int> ages;
  bool relative = false;  // a word for kin stands beside it
  bool former = false;    // "former", "late"
};

class RenamedComparer {
 public:
  RenamedComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        people_(analysis),
        roles_(analysis.lexicons->Find("role-titles")),
        relatives_(analysis.lexicons->Find("relatives")),
        qualifiers_(analysis.lexicons->Find("role-qualifiers")) {
    if (qualifiers_ != kNoLexicon) {
      former_ = analysis.lexicons->FindGroup(qualifiers_, "former");
      late_ = analysis.lexicons->FindGroup(qualifiers_, "late");
    }
    LoadWords("nicknames", true);
    LoadWords("name-variants", true);
    LoadWords("body-nouns", false);
    LoadWords("generic-name-words", false);
    for (uint32_t d = 0; d < analysis.documents.size(); ++d) CollectWords(d);
    bearers_.resize(analysis.documents.size());
    for (uint32_t e = 0; e < analysis.entities.size(); ++e) Collect(e);
  }

  void Run() {
    for (uint32_t a = 0; a < bearers_.size(); ++a) {
      for (uint32_t b = a + 1; b < bearers_.size(); ++b) {
        if (IsDraft(a) != IsDraft(b) && MayCompare(analysis_, a, b)) Compare(a, b);
      }
    }
  }

 private:
  void LoadWords(absl::string_view name, bool alike) {
    const auto found = analysis_.rules->lexicons.find(std::string(name));
    if (found == analysis_.rules->lexicons.end()) return;
    for (const LexiconGroup& group : found->second.groups) {
      for (const std::string& phrase : group.phrases) {
        if (alike) {
          alike_[NameLetters(phrase)].insert(next_group_);
        } else {
          generic_.insert(NameLetters(phrase));
        }
      }
      ++next_group_;
    }
  }

  // All words of a document, as letters.
  void CollectWords(uint32_t d) {
    absl::flat_hash_set<std::string>& words = words_.emplace_back();
    for (const Sentence& sentence : analysis_.documents[d].sentences) {
      for (const Word& word : sentence.words) words.insert(NameLetters(word.text));
    }
  }

  bool IsDraft(uint32_t d) const { return analysis_.documents[d].document->info().role == Role::kDraft; }

  void Collect(uint32_t entity) {
    const NamedEntity& named = analysis_.entities[entity];
    if (named.definition >= 0 || named.tokens.size() < 2 || named.tokens.size() > 5) return;
    Bearer bearer;
    bearer.entity = entity;
    for (const std::string& token : named.tokens) bearer.tokens.push_back(NameLetters(token));
    const std::vector<NamePlace>& places = people_.Places(entity);
    for (size_t i = 0; i < places.size(); ++i) {
      if (i == 0 || places[i].document != places[i - 1].document) {
        if (i > 0) Keep(places[i - 1].document, bearer);
        bearer.telling.clear();
        bearer.company.clear();
        bearer.titles.clear();
        bearer.ages.clear();
        bearer.relative = bearer.former = false;
        bearer.first = places[i];
      }
      Describe(places[i], bearer);
    }
    if (!places.empty()) Keep(places.back().document, bearer);
  }

  void Keep(uint32_t document, Bearer bearer) {
    std::sort(bearer.telling.begin(), bearer.telling.end());
    bearer.telling.erase(std::unique(bearer.telling.begin(), bearer.telling.end()), bearer.telling.end());
    bearer.person =
        analysis_.entities[bearer.entity].type == NameType::kPerson || !bearer.titles.empty() || !bearer.ages.empty();
    if (bearers_[document].size() < kMostNames) bearers_[document].push_back(std::move(bearer));
  }

  void Describe(const NamePlace& place, Bearer& bearer) const {
    const Sentence& sentence = people_.SentenceAt(place);
    const NameMention& name = people_.MentionAt(place);
    const std::vector<WordId> telling = TellingWords(analysis_, sentence);
    bearer.telling.insert(bearer.telling.end(), telling.begin(), telling.end());
    for (const NameMention& other : sentence.names) {
      if (other.entity != bearer.entity) bearer.company.insert(people_.Canonical(other.entity));
    }
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.last + kBeside < name.first || hit.first > name.last + kBeside) continue;
      if (hit.lexicon == roles_) bearer.titles.insert(hit.group);
      if (hit.lexicon == relatives_) bearer.relative = true;
      if (hit.lexicon == qualifiers_ && (hit.group == former_ || hit.group == late_)) bearer.former = true;
    }
    for (const uint32_t v : sentence.values) {
      const ValueMention& value = analysis_.documents[place.document].values[v];
      const bool beside = value.last + kBeside >= name.first && value.first <= name.last + kBeside;
      const Value& own = value.mention.value;
      if (own.kind == ValueKind::kAge && own.low && beside) bearer.ages.insert(static_cast<int>(own.low->ToDouble()));
    }
  }

  // ---- one name for another

  // Whether the two words are two: no slip, no nickname, no initial.
  bool AreTwoWords(const std::string& a, const std::string& b) const {
    if (a.size() < 3 || b.size() < 3) return false;
    if (EditDistance(a, b, kSlip) <= static_cast<int>(kSlip)) return false;
    if (a.compare(0, 3, b, 0, 3) == 0) return false;
    if (std::any_of(a.begin(), a.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    const auto x = alike_.find(a);
    const auto y = alike_.find(b);
    if (x == alike_.end() || y == alike_.end()) return true;
    return std::none_of(x->second.begin(), x->second.end(), [&](size_t group) { return y->second.contains(group); });
  }

  // A word of the name that tells whose it is: no "council", "street" or "of".
  bool HasTellingWord(const Bearer& bearer, size_t different) const {
    for (size_t i = 0; i < bearer.tokens.size(); ++i) {
      if (i != different && bearer.tokens[i].size() > 3 && !generic_.contains(bearer.tokens[i])) return true;
    }
    return false;
  }

  bool AreAlike(const Bearer& a, const Bearer& b, size_t different) const {
    int shared = SharedWords(a.telling, b.telling);
    for (const uint32_t entity : a.company) shared += b.company.contains(entity) ? kSharedOfName : 0;
    const bool last = different + 1 == a.tokens.size();
    if (!a.person && !b.person) {
      if (!HasTellingWord(a, different)) return false;
      return shared >= (a.tokens.size() > 2 ? 1 : kSharedOfBody);
    }
    // The former mayor and the mayor of one surname are two people.
    if (a.relative || b.relative || a.former != b.former) return false;
    if (!a.ages.empty() && !b.ages.empty() && a.ages != b.ages) return false;
    const bool signs =
        (!a.ages.empty() && a.ages == b.ages) ||
        std::any_of(a.titles.begin(), a.titles.end(), [&](int title) { return b.titles.contains(title); });
    return last ? signs && shared >= kSharedOfFirstName : shared >= (signs ? 1 : kSharedOfSurname);
  }

  // Whether the other text has nobody else of the name: one of the surname, and the word itself nowhere.
  bool IsAlone(const Bearer& own, uint32_t other, size_t different) const {
    if (words_[other].contains(own.tokens[different])) return false;
    const auto same = [&](const Bearer& bearer) {
      const int at = DifferentWord(bearer.tokens, own.tokens);
      return at == static_cast<int>(different);
    };
    return std::count_if(bearers_[other].begin(), bearers_[other].end(), same) == 1;
  }

  void Compare(uint32_t a, uint32_t b) {
    for (const Bearer& x : bearers_[a]) {
      for (const Bearer& y : bearers_[b]) {
        const int at = DifferentWord(x.tokens, y.tokens);
        if (at < 0) continue;
        const auto different = static_cast<size_t>(at);
        if (!AreTwoWords(x.tokens[different], y.tokens[different]) || !AreAlike(x, y, different)) continue;
        if (IsAlone(x, b, different) && IsAlone(y, a, different)) Report(x, y);
      }
    }
  }

  ClaimIndex AddClaim(const Bearer& bearer) {
    const DocumentAnalysis& document = analysis_.documents[bearer.first.document];
    Claim claim = ClaimAt(document, people_.SentenceAt(bearer.first), people_.MentionAt(bearer.first).span);
    claim.rule = rule_.id;
    claim.subject = analysis_.entities[bearer.entity].key;
    claim.attribute = "name";
    claim.value.kind = "name";
    claim.value.canonical = analysis_.entities[bearer.entity].key;
    return sink_.AddClaim(std::move(claim));
  }

  void Report(const Bearer& x, const Bearer& y) {
    const ClaimIndex a = AddClaim(x);
    const ClaimIndex b = AddClaim(y);
    Relation relation =
        MakeRelation(analysis_, rule_, {sink_.claim(a), x.first.document}, {sink_.claim(b), y.first.document},
                     "one word of the name is another, and what is told of the two is alike");
    relation.a = a;
    relation.b = b;
    relation.question = absl::StrCat(analysis_.entities[x.entity].key, " or ", analysis_.entities[y.entity].key);
    sink_.AddRelation(std::move(relation));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  const People people_;
  LexiconId roles_, relatives_, qualifiers_;
  int former_ = -1, late_ = -1;
  size_t next_group_ = 0;
  absl::flat_hash_map<std::string, std::set<size_t>> alike_;  // words of one name, by group
  absl::flat_hash_set<std::string> generic_;
  std::vector<absl::flat_hash_set<std::string>> words_;  // by document
  std::vector<std::vector<Bearer>> bearers_;             // by document
};

}  // namespace

void CompareRenamed(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  RenamedComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
