#ifndef CROSSCHECK_COMPARE_ROLE_RULES_H_
#define CROSSCHECK_COMPARE_ROLE_RULES_H_

#include <string>
#include <vector>

#include "compare/offices.h"
#include "compare/people.h"
#include "compare/role_mentions.h"

namespace crosscheck {

// How two titles or states of one person bear on each other, from the lexicons "role-exclusives" and "role-unique" and
// the days of the documents.
class RoleRules {
 public:
  RoleRules(const Analysis& analysis, const Offices& offices);

  // Two titles that one person does not have at once.
  bool Exclusive(int a, int b) const;
  // A title that one organisation gives to one person.
  bool Unique(int title) const;
  // A title that there is one of in most stories: not one that many have ("member", "player").
  bool Sole(int title) const;
  // A trade, which one does not leave with a post.
  bool Trade(int title) const;
  std::string TitleName(int title) const;
  // "former chair": what equality of two roles means.
  std::string Canonical(const RoleMention& role, int title) const;

  // Why `a` and `b`, roles of one person with one title, cannot both be right; "" where they can.
  std::string StatesClash(const RoleMention& a, const RoleMention& b) const;
  // Whether the two speak of the titles of two organisations.
  static bool OtherOrganisation(const RoleMention& a, const RoleMention& b);
  // A former holder who on the day of the document is in office.
  bool FormerIsWrong(const RoleMention& role) const;

 private:
  bool UpdateExplains(const RoleMention& earlier_state, const RoleMention& later_state, int days_apart) const;
  std::string Clash(const RoleMention& a, const RoleMention& b) const;
  bool KnownRight(const RoleMention& former) const;
  bool DraftAmong(const RoleMention& a, const RoleMention& b) const;

  const Analysis& analysis_;
  const Offices& offices_;
  std::vector<std::vector<int>> exclusives_;
  std::vector<int> unique_;
  std::vector<int> trades_;
  std::vector<int> many_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_ROLE_RULES_H_
