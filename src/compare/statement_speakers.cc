#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "compare/named.h"
#include "compare/role_mentions.h"
#include "compare/speakers.h"
#include "compare/statements.h"
#include "compare/telling_words.h"

// Who says what: one statement, quoted or reported, that one text gives to one speaker and the other text to another.
// A speaker counts where both texts know him; then it is no matter of who was asked.
namespace crosscheck {

namespace {

constexpr size_t kMostStatements = 120;  // of one document

class StatementComparer {
 public:
  StatementComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), people_(analysis), quoted_(SentencesOfTwoSpeakers(analysis)) {
    const std::map<int, uint32_t> holders = CollectHolders();
    const SayingFinder finder(analysis, people_, holders);
    for (uint32_t d = 0; d < analysis.documents.size(); ++d) {
      statements_.push_back(FindStatements(analysis, finder, d, kMostStatements));
    }
  }

  void Run() {
    for (uint32_t a = 0; a < statements_.size(); ++a) {
      for (uint32_t b = a + 1; b < statements_.size(); ++b) {
        if (MayCompare(analysis_, a, b)) Compare(a, b);
      }
    }
  }

 private:
  // The one person of the dossier who has a title; kNoSpeaker where several have it.
  std::map<int, uint32_t> CollectHolders() {
    constexpr uint32_t kAway = kRoleFormer | kRoleLate | kRoleThen | kRoleElect | kRoleDeputy;
    std::map<int, uint32_t> holders;
    for (const RoleMention& role : FindRoles(analysis_, people_)) {
      if (role.person == kNobody) continue;
      if (role.title == kAnyTitle || (role.states & kAway) != 0) continue;
      const auto [found, fresh] = holders.try_emplace(role.title, role.person);
      if (!fresh && found->second != role.person) found->second = kNoSpeaker;
    }
    return holders;
  }

  struct Likeness {
    int shared = 0;        // telling words in both
    uint32_t run = 0;      // longest run of equal words
    uint32_t content = 0;  // content words in it
    double share = 0;      // of the telling words of the shorter
    bool figure = false;   // a figure of three digits or more in both
    double Score() const { return shared + 0.5 * run; }
  };

  const Sentence& SentenceAt(const Statement& x) const { return analysis_.documents[x.document].sentences[x.sentence]; }

  Likeness Measure(const Statement& x, const Statement& y) const {
    Likeness like;
    like.shared = SharedWords(x.telling, y.telling);
    const size_t shorter = std::min(x.telling.size(), y.telling.size());
    like.share = shorter == 0 ? 0 : static_cast<double>(like.shared) / static_cast<double>(shorter);
    for (WordId word : x.telling) {
      const std::string& text = analysis_.words.Text(word);
      const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
      like.figure = like.figure || (digits >= 3 && std::binary_search(y.telling.begin(), y.telling.end(), word));
    }
    if (like.shared > 0 && (x.quoted || y.quoted)) MeasureRun(x, y, like);
    return like;
  }

  // The longest run of equal words.
  void MeasureRun(const Statement& x, const Statement& y, Likeness& like) const {
    const auto& u = SentenceAt(x).words;
    const auto& v = SentenceAt(y).words;
    for (size_t i = 0; i < x.words.size(); ++i) {
      for (size_t j = 0; j < y.words.size(); ++j) {
        uint32_t run = 0;
        uint32_t content = 0;
        while (i + run < x.words.size() && j + run < y.words.size() && x.words[i + run] == x.words[i] + run &&
               y.words[j + run] == y.words[j] + run && u[x.words[i + run]].lemma == v[y.words[j + run]].lemma) {
          content += u[x.words[i + run]].stop ? 0 : 1;
          ++run;
        }
        if (run > like.run) {
          like.run = run;
          like.content = content;
        }
      }
    }
  }

  static bool IsOneStatement(const Likeness& like, bool quoted) {
    if (quoted && like.run >= 5 && like.content >= 2) return true;
    if (quoted && like.run >= 4 && like.content >= 1 && like.shared >= 2) return true;
    if (like.shared >= 4 && like.share >= 0.5) return true;
    if (like.figure && like.shared >= 3 && like.share >= 0.45) return true;
    return like.shared >= 3 && like.share >= 0.65;
  }

  // Person against person, firm against firm.
  bool SameSort(uint32_t a, uint32_t b, bool verbatim) const {
    const NamedEntity& x = analysis_.entities[a];
    const NamedEntity& y = analysis_.entities[b];
    // A name of which nothing tells what it is may be a firm that speaks through the other.
    if (x.type == NameType::kUnknown || y.type == NameType::kUnknown) return verbatim;
    return x.type == y.type;
  }

  bool MayBeOne(uint32_t a, uint32_t b) const {
    if (a == b) return true;
    const auto& x = analysis_.entities[a].tokens;
    const auto& y = analysis_.entities[b].tokens;
    return std::any_of(x.begin(), x.end(), [&](const std::string& token) {
      return token.size() > 2 && std::find(y.begin(), y.end(), token) != y.end();
    });
  }

  // The best match of `x` among the statements of `d` that are (or are not) by its own speaker.
  const Statement* Best(const Statement& x, uint32_t d, bool own, Likeness& best) const {
    const Statement* found = nullptr;
    for (const Statement& y : statements_[d]) {
      if (MayBeOne(x.speaker, y.speaker) != own) continue;
      const Likeness like = Measure(x, y);
      if (found == nullptr || like.Score() > best.Score()) {
        best = like;
        found = &y;
      }
    }
    return found;
  }

  // Whether the speaker of `x` says as much in the other document as well.
  bool SaysSo(const Statement& x, uint32_t d, const Likeness& like) const {
    return std::any_of(statements_[d].begin(), statements_[d].end(), [&](const Statement& own) {
      return MayBeOne(own.speaker, x.speaker) && Measure(x, own).Score() + 1 >= like.Score();
    });
  }

  bool IsDraft(uint32_t d) const { return analysis_.documents[d].document->info().role == Role::kDraft; }

  // Whether the rule of quotations speaks of it already.
  bool IsQuotation(const Statement& x) const {
    return std::binary_search(quoted_.begin(), quoted_.end(), std::make_pair(x.document, x.sentence));
  }

  void Compare(uint32_t a, uint32_t b) {
    const bool draft = IsDraft(a) != IsDraft(b);
    for (const Statement& x : statements_[a]) {
      Likeness like;
      const Statement* y = Best(x, b, false, like);
      if (y == nullptr || !IsOneStatement(like, x.quoted || y->quoted)) continue;
      if (!SameSort(x.speaker, y->speaker, like.run >= 5)) continue;
      const bool verbatim = x.quoted && y->quoted && like.run >= 6 && like.content >= 3;
      // Two sources ask two people, who say the same.
      if ((!verbatim && !draft) || IsQuotation(x) || IsQuotation(*y)) continue;
      // Both texts know both speakers, so that neither can be left out for want of room.
      const int known = people_.Names(b, x.speaker) + people_.Names(a, y->speaker);
      if (known < (verbatim ? 1 : 2)) continue;
      Likeness back;
      const Statement* other = Best(*y, a, false, back);
      if (other != &x || SaysSo(x, b, like) || SaysSo(*y, a, like)) continue;
      Report(x, *y);
    }
  }

  ClaimIndex AddClaim(const Statement& x) {
    const DocumentAnalysis& document = analysis_.documents[x.document];
    const Sentence& sentence = document.sentences[x.name_sentence];
    Claim claim = ClaimAt(document, sentence,
                          {sentence.words[x.said_first].span.begin, sentence.words[x.said_last - 1].span.end});
    claim.rule = rule_.id;
    claim.attribute = "speaker";
    claim.value.kind = "name";
    claim.value.canonical = analysis_.entities[x.speaker].key;
    return sink_.AddClaim(std::move(claim));
  }

  void Report(const Statement& x, const Statement& y) {
    const ClaimIndex a = AddClaim(x);
    const ClaimIndex b = AddClaim(y);
    Relate(x, y, a, b);
    // What they say is evidence too.
    if (const auto words = AddWords(x, y)) Relate(x, y, *words, b);
    if (const auto words = AddWords(y, x)) Relate(x, y, a, *words);
  }

  // The words of `x` from the first to the last that `y` has too.
  std::optional<ClaimIndex> AddWords(const Statement& x, const Statement& y) {
    const DocumentAnalysis& document = analysis_.documents[x.document];
    const Sentence& sentence = SentenceAt(x);
    std::optional<TextSpan> span;
    for (uint32_t i : x.words) {
      if (!std::binary_search(y.telling.begin(), y.telling.end(), sentence.words[i].sense)) continue;
      if (!span) span = sentence.words[i].span;
      span->end = sentence.words[i].span.end;
    }
    constexpr size_t kLongest = 180;
    if (!span || span->size() > kLongest) return std::nullopt;
    Claim claim = ClaimAt(document, sentence, *span);
    claim.rule = rule_.id;
    claim.attribute = "speaker";
    claim.value.kind = "name";
    claim.value.canonical = analysis_.entities[x.speaker].key;
    return sink_.AddClaim(std::move(claim));
  }

  void Relate(const Statement& x, const Statement& y, ClaimIndex a, ClaimIndex b) {
    Relation relation = MakeRelation(analysis_, rule_, {sink_.claim(a), x.document}, {sink_.claim(b), y.document},
                                     "one statement, two speakers, both of whom the two texts know");
    relation.a = a;
    relation.b = b;
    relation.question = absl::StrCat("statement ", std::min(x.speaker, y.speaker), " ", std::max(x.speaker, y.speaker));
    sink_.AddRelation(std::move(relation));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  const People people_;
  const std::vector<std::pair<uint32_t, uint32_t>> quoted_;  // sorted
  std::vector<std::vector<Statement>> statements_;
};

}  // namespace

void CompareStatements(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  StatementComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
