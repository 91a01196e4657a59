#ifndef CROSSCHECK_COMPARE_OFFICES_H_
#define CROSSCHECK_COMPARE_OFFICES_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "claim/analysis.h"

namespace crosscheck {

// Whether somebody holds an office on a day, as far as the rules' entities of type "office" know.
enum class Tenure : uint8_t { kUnknown, kBefore, kInOffice, kAfter };

// The dated offices of the rules, read when they are first asked for: most dossiers have no use for them. For one
// thread.
class Offices {
 public:
  // `analysis` must outlive this.
  explicit Offices(const Analysis& analysis);

  // Of a person of the texts in offices with this title (group of "role-titles"; a negative one stands for any head of
  // government). A surname alone is enough where the day decides. kUnknown where no office has such a holder.
  Tenure At(const NamedEntity& person, int title, absl::CivilDay day) const;

  // The first day of the term that the person is in on `day`.
  std::optional<absl::CivilDay> TermStart(const NamedEntity& person, int title, absl::CivilDay day) const;

 private:
  struct Term {
    int title;
    std::vector<std::string> name;  // folded, without accents and titles
    std::optional<absl::CivilDay> from, to;
  };
  bool Matches(const Term& term, const NamedEntity& person, int title) const;
  const std::vector<Term>& Terms() const;
  int TitleIn(const std::vector<std::string>& words, uint32_t& end) const;

  const Analysis& analysis_;
  LexiconId titles_;
  std::vector<int> heads_;  // titles of heads of government
  mutable std::optional<std::vector<Term>> terms_;
};

// The day of a document, or where it has none the latest of the dossier's dated documents, if these lie close together.
std::optional<absl::CivilDay> DayOf(const Analysis& analysis, uint32_t document);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_OFFICES_H_
