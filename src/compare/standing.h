#ifndef CROSSCHECK_COMPARE_STANDING_H_
#define CROSSCHECK_COMPARE_STANDING_H_

#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "claim/analysis.h"
#include "claim/named_claims.h"
#include "compare/court_case.h"
#include "rule/pattern_syntax.h"

// What a text says of a state of a status: a floor ("has been approved": at least that far), a ceiling ("has yet to be
// approved", "deferred": not that far), or both.
namespace crosscheck {

constexpr int kNoRank = std::numeric_limits<int>::min();
constexpr int kAnyRank = std::numeric_limits<int>::max();

// What a document says of a state, ready to be compared.
struct Standing {
  const NamedClaim* claim = nullptr;
  uint32_t state = 0;
  int low = kNoRank;    // it has come so far at least
  int high = kAnyRank;  // and no further, by the text's own words
  bool firm = false;    // the ceiling is said as such, and not only what a plan leaves open
  bool told = false;    // the state itself is claimed, not only a bound
  bool lead = false;
  std::vector<WordId> anchor;   // content senses of the sentence without the state's own words, sorted
  std::vector<WordId> near;     // content senses of the words beside the state, sorted
  std::vector<WordId> around;   // and of the sentences beside it, with their figures
  std::vector<uint32_t> names;  // entities of the sentence, sorted
  CourtCase court;              // of a status that is of cases
};

// Reads the claims of one status.
class StandingReader {
 public:
  // `analysis` and `machine` must outlive the reader.
  StandingReader(const Analysis& analysis, const StatusMachine& machine);

  // nullopt where the claim says nothing of the state: a question, a supposition.
  std::optional<Standing> Read(const NamedClaim& claim) const;

  bool Opposed(uint32_t state) const { return opposed_[state]; }
  bool Closing(uint32_t state) const { return closing_[state]; }
  bool Passing(uint32_t state) const { return passing_[state]; }
  bool flips() const { return flips_; }
  bool of_persons() const { return of_persons_; }
  bool of_cases() const { return of_cases_; }

 private:
  using Words = std::pair<uint32_t, uint32_t>;  // half-open

  const Sentence& SentenceOf(const NamedClaim& claim) const;
  std::vector<bool> Named(absl::string_view setting) const;  // by state

  // The words that a pattern is made of, those of the named patterns that it uses too.
  struct OwnWords {
    bool negative = false;  // it negates something by itself
    std::set<WordId> lemmas;
  };
  void ReadWords(const std::vector<PatternNode>& sequence, OwnWords& out) const;
  const OwnWords& WordsOf(const NamedClaim& claim) const;

  bool Raised(const Sentence& sentence, const LexiconHit& hit) const;
  bool Denied(const Sentence& sentence, uint32_t first, uint32_t last) const;
  Modality ModalityOf(const Sentence& sentence, uint32_t first) const;
  bool SetBounds(const Sentence& sentence, uint32_t first, uint32_t last, Standing& standing) const;
  std::vector<WordId> Beside(const Sentence& sentence, Words before, Words after, const NamedClaim& claim) const;
  std::vector<WordId> Around(const NamedClaim& claim) const;

  const Analysis& analysis_;
  const StatusMachine& machine_;
  std::optional<uint32_t> open_state_;
  std::vector<bool> opposed_, closing_, passing_;   // by state
  std::vector<const Pattern*> patterns_;            // of all states
  mutable std::map<uint32_t, OwnWords> own_words_;  // by pattern, of those that were asked for
  bool flips_ = false, of_persons_ = false, of_cases_ = false;
  CourtCaseReader cases_;
  LexiconId negation_ = kNoLexicon, not_negation_ = kNoLexicon, undone_ = kNoLexicon, raising_ = kNoLexicon;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_STANDING_H_
