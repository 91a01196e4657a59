#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "base/utf8.h"
#include "compare/detectors.h"
#include "compare/edit_distance.h"
#include "compare/named.h"
#include "english/english.h"

// One person, firm or place spelt in two ways: names that share a word and differ in another by a slip of a letter or
// two.
namespace crosscheck {

namespace {

constexpr size_t kMostMentions = 8;  // of one spelling in one finding

// Where an entity is named.
struct Mentioned {
  uint32_t document = 0, sentence = 0;
  TextSpan span;
};

class SpellingComparer {
 public:
  SpellingComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink) {
    nicknames_ = analysis.lexicons->Find("nicknames");
    variants_ = analysis.lexicons->Find("name-variants");
    apart_ = analysis.lexicons->Find("name-pairs-apart");
  }

  void Run() {
    CollectMentions();
    std::map<std::string, std::vector<uint32_t>> by_token;  // an entity under its first and its last word
    for (uint32_t e = 0; e < analysis_.entities.size(); ++e) {
      const NamedEntity& entity = analysis_.entities[e];
      if (entity.definition >= 0 || mentions_[e].empty() || entity.tokens.size() < 2) continue;
      by_token[entity.tokens.front()].push_back(e);
      if (entity.tokens.back() != entity.tokens.front()) by_token[entity.tokens.back()].push_back(e);
    }
    std::set<std::pair<uint32_t, uint32_t>> seen;
    for (const auto& [token, members] : by_token) {
      for (size_t i = 0; i < members.size(); ++i) {
        for (size_t j = i + 1; j < members.size(); ++j) {
          if (seen.insert(std::minmax(members[i], members[j])).second) CompareFull(members[i], members[j]);
        }
      }
    }
    CompareSurnames();
  }

 private:
  void CollectMentions() {
    mentions_.resize(analysis_.entities.size());
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      const auto& sentences = analysis_.documents[d].sentences;
      for (uint32_t s = 0; s < sentences.size(); ++s) {
        for (const NameMention& name : sentences[s].names) mentions_[name.entity].push_back({d, s, name.span});
      }
    }
  }

  bool SameGroup(LexiconId lexicon, const std::string& a, const std::string& b) const {
    if (lexicon == kNoLexicon) return false;
    for (const LexiconHit& x : analysis_.lexicons->Scan({a})) {
      for (const LexiconHit& y : analysis_.lexicons->Scan({b})) {
        if (x.lexicon == lexicon && y.lexicon == lexicon && x.group == y.group) return true;
      }
    }
    return false;
  }

  // A small slip, and no other name or word of its own.
  bool IsSlip(const std::string& x, const std::string& y, size_t shortest) const {
    const std::string a = FoldAccents(x);
    const std::string b = FoldAccents(y);
    if (a == b || std::min(a.size(), b.size()) < shortest) return false;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::any_of(a.begin(), a.end(), digit) || std::any_of(b.begin(), b.end(), digit)) return false;
    const bool wide = std::min(a.size(), b.size()) >= 6 && a.front() == b.front();
    if (EditDistance(a, b, 2) > (wide ? 2 : 1)) return false;
    if (absl::StrCat(a, "s") == b || absl::StrCat(b, "s") == a || absl::StrCat(a, "es") == b ||
        absl::StrCat(b, "es") == a)
      return false;
    if (SameGroup(nicknames_, x, y) || SameGroup(variants_, x, y) || SameGroup(apart_, x, y)) return false;
    return english::Commonness(english::Lemma(a)) == 0 || english::Commonness(english::Lemma(b)) == 0;
  }

  bool ShareDocument(uint32_t a, uint32_t b) const {
    for (uint32_t d : analysis_.entities[a].documents) {
      const auto& other = analysis_.entities[b].documents;
      if (std::binary_search(other.begin(), other.end(), d)) return true;
    }
    return false;
  }

  void CompareFull(uint32_t a, uint32_t b) {
    const auto& x = analysis_.entities[a].tokens;
    const auto& y = analysis_.entities[b].tokens;
    if (x.size() != y.size()) return;
    size_t differing = 0;
    size_t at = 0;
    for (size_t i = 0; i < x.size(); ++i) {
      if (FoldAccents(x[i]) == FoldAccents(y[i])) continue;
      ++differing;
      at = i;
    }
    if (differing != 1 || !IsSlip(x[at], y[at], at + 1 == x.size() ? 4 : 3)) return;
    // Two given names in one text are two relatives; two surnames with one given name, a slip of one mention.
    const bool together = ShareDocument(a, b);
    if (together && (at + 1 != x.size() || std::min(mentions_[a].size(), mentions_[b].size()) > 1)) return;
    Relate(a, b, x[at], y[at]);
  }

  // A surname alone that no full name of its text has, against a full name elsewhere.
  void CompareSurnames() {
    for (uint32_t a = 0; a < analysis_.entities.size(); ++a) {
      const NamedEntity& single = analysis_.entities[a];
      if (single.tokens.size() != 1 || single.definition >= 0 || mentions_[a].empty() ||
          single.type == NameType::kPlace)
        continue;
      for (uint32_t b = 0; b < analysis_.entities.size(); ++b) {
        const NamedEntity& full = analysis_.entities[b];
        if (full.tokens.size() < 2 || full.definition >= 0 || full.type == NameType::kOrganisation ||
            ShareDocument(a, b))
          continue;
        if (single.tokens.front().size() >= 6 && IsSlip(single.tokens.front(), full.tokens.back(), 6)) {
          Relate(a, b, single.tokens.front(), full.tokens.back());
        }
      }
    }
  }

  Claim MakeClaim(uint32_t entity, const Mentioned& mentioned) const {
    const DocumentAnalysis& document = analysis_.documents[mentioned.document];
    Claim claim = ClaimAt(document, document.sentences[mentioned.sentence], mentioned.span);
    claim.rule = rule_.id;
    claim.attribute = "name";
    claim.value.kind = "name";
    claim.value.canonical = analysis_.entities[entity].key;
    return claim;
  }

  // Whether a mention has the word that is spelt in two ways: "Maren" alone says nothing of her surname.
  bool Has(const Mentioned& mentioned, const std::string& word) const {
    const Sentence& sentence = analysis_.documents[mentioned.document].sentences[mentioned.sentence];
    return std::any_of(sentence.words.begin(), sentence.words.end(),
                       [&](const Word& w) { return w.text == word && mentioned.span.Contains(w.span); });
  }

  void Relate(uint32_t a, uint32_t b, const std::string& left_word, const std::string& right_word) {
    for (size_t i = 0; i < mentions_[a].size() && i < kMostMentions; ++i) {
      for (size_t j = 0; j < mentions_[b].size() && j < kMostMentions; ++j) {
        const Mentioned& x = mentions_[a][i];
        const Mentioned& y = mentions_[b][j];
        if (!MayCompare(analysis_, x.document, y.document) || !Has(x, left_word) || !Has(y, right_word)) continue;
        Claim left = MakeClaim(a, x);
        Claim right = MakeClaim(b, y);
        Relation relation;
        relation.rule = rule_.id;
        relation.question = absl::StrCat(std::min(analysis_.entities[a].key, analysis_.entities[b].key), "|",
                                         std::max(analysis_.entities[a].key, analysis_.entities[b].key));
        relation.type = "name";
        relation.severity = SeverityFor(analysis_, rule_.severity, x.document, y.document);
        relation.message = FillMessage(analysis_, rule_.message, left, right);
        relation.ask = FillMessage(analysis_, rule_.ask, left, right);
        relation.reason = "the names differ by a letter or two";
        relation.a = sink_.AddClaim(std::move(left));
        relation.b = sink_.AddClaim(std::move(right));
        sink_.AddRelation(std::move(relation));
      }
    }
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  LexiconId nicknames_, variants_, apart_;
  std::vector<std::vector<Mentioned>> mentions_;  // by entity, in reading order
};

}  // namespace

void CompareSpellings(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  SpellingComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
