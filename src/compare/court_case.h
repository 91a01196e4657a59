#ifndef CROSSCHECK_COMPARE_COURT_CASE_H_
#define CROSSCHECK_COMPARE_COURT_CASE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claim/analysis.h"
#include "claim/named_claims.h"

// Whether two claims on people are of one case: about the same person, of the same crime, and neither of them what is
// told of earlier days. Reports of one incident tell of several people, and of what each of them did before.
namespace crosscheck {

// What a claim of a state says of its case.
struct CourtCase {
  std::optional<absl::string_view> person;  // the surname of whom the state is said; nullopt = no name says
  std::vector<absl::string_view> persons;  // surnames of the sentence, or of the one that its pronoun points to, sorted
  std::vector<uint16_t> crimes;            // groups of the lexicon "crimes", sorted
  bool more_crimes = false;                // "and other charges"
  bool earlier = false;                    // another case, of earlier days
  std::optional<absl::string_view> year;   // an earlier year in which the state is said to have been reached
  std::vector<absl::string_view> years;    // of the sentence
};

// Reads the cases of the claims of one status.
class CourtCaseReader {
 public:
  // `analysis` must outlive the reader and what it reads.
  explicit CourtCaseReader(const Analysis& analysis);

  CourtCase Read(const NamedClaim& claim) const;
  // "A conviction carries five years", "the maximum sentence": no word of what has come.
  bool SaysInGeneral(const NamedClaim& claim) const;

 private:
  struct Words {
    uint32_t first, last;  // half-open
  };

  const Sentence& SentenceOf(const NamedClaim& claim) const;
  std::optional<absl::string_view> Surname(const NameMention& name) const;
  std::vector<absl::string_view> Surnames(const Sentence& sentence) const;
  const Sentence* MeantByPronoun(const NamedClaim& claim, Words state) const;
  std::optional<absl::string_view> PersonOf(const NamedClaim& claim, Words state) const;
  void ReadYears(const NamedClaim& claim, Words state, CourtCase& out) const;

  const Analysis& analysis_;
  LexiconId crimes_, more_crimes_, earlier_, general_;
  int bound_;  // the group of `general_` that stands before what it bounds
};

// Why two claims cannot be held against each other, in words for the trace; "" where they can.
std::string OtherCase(const CourtCase& a, const CourtCase& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_COURT_CASE_H_
