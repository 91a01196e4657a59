#include "compare/role_rules.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

// Days within which two texts are held to one state of affairs. A draft is to be right on the day of its own, so a
// source may be some weeks old.
constexpr int kDaysBetweenSources = 3;
constexpr int kDaysToDraft = 31;

constexpr uint32_t kNotInOffice = kRoleFormer | kRoleLate | kRoleThen;
constexpr uint32_t kLessThanFull = kRoleActing | kRoleDeputy | kRoleShadow | kRoleElect;

std::vector<int> TitlesOf(const Analysis& analysis, const LexiconGroup& group) {
  std::vector<int> titles;
  const LexiconId lexicon = analysis.lexicons->Find("role-titles");
  for (const std::string& name : group.phrases) {
    const int title = analysis.lexicons->FindGroup(lexicon, name);
    if (title >= 0) titles.push_back(title);
  }
  return titles;
}

}  // namespace

RoleRules::RoleRules(const Analysis& analysis, const Offices& offices) : analysis_(analysis), offices_(offices) {
  const auto& lexicons = analysis.rules->lexicons;
  if (const auto found = lexicons.find("role-exclusives"); found != lexicons.end()) {
    for (const LexiconGroup& group : found->second.groups) exclusives_.push_back(TitlesOf(analysis, group));
  }
  if (const auto found = lexicons.find("role-unique"); found != lexicons.end()) {
    for (const LexiconGroup& group : found->second.groups) unique_ = TitlesOf(analysis, group);
  }
  if (const auto found = lexicons.find("role-trades"); found != lexicons.end()) {
    for (const LexiconGroup& group : found->second.groups) trades_ = TitlesOf(analysis, group);
  }
  if (const auto found = lexicons.find("role-many"); found != lexicons.end()) {
    for (const LexiconGroup& group : found->second.groups) many_ = TitlesOf(analysis, group);
  }
}

bool RoleRules::Exclusive(int a, int b) const {
  if (a == b || a < 0 || b < 0) return false;
  return std::any_of(exclusives_.begin(), exclusives_.end(), [&](const std::vector<int>& group) {
    return std::find(group.begin(), group.end(), a) != group.end() &&
           std::find(group.begin(), group.end(), b) != group.end();
  });
}

bool RoleRules::Unique(int title) const { return std::find(unique_.begin(), unique_.end(), title) != unique_.end(); }

bool RoleRules::Sole(int title) const {
  return !Trade(title) && std::find(many_.begin(), many_.end(), title) == many_.end();
}

bool RoleRules::Trade(int title) const { return std::find(trades_.begin(), trades_.end(), title) != trades_.end(); }

std::string RoleRules::TitleName(int title) const {
  if (title < 0) return "post";
  return analysis_.lexicons->GroupName(analysis_.lexicons->Find("role-titles"), static_cast<uint16_t>(title));
}

std::string RoleRules::Canonical(const RoleMention& role, int title) const {
  const absl::string_view state = role.states & (kRoleFormer | kRoleLate) ? "former "
                                  : role.states & kRoleElect              ? "elect "
                                  : role.states & kRoleActing             ? "acting "
                                  : role.states & kRoleShadow             ? "shadow "
                                  : role.states & kRoleDeputy             ? "deputy "
                                                                          : "";
  return absl::StrCat(state, TitleName(title));
}

bool RoleRules::OtherOrganisation(const RoleMention& a, const RoleMention& b) {
  if (!a.organisation_named || !b.organisation_named) return false;
  std::vector<std::string> shared;
  std::set_intersection(a.organisation.begin(), a.organisation.end(), b.organisation.begin(), b.organisation.end(),
                        std::back_inserter(shared));
  return shared.empty();
}

bool RoleRules::FormerIsWrong(const RoleMention& role) const {
  if ((role.states & kRoleFormer) == 0 || (role.states & kRoleDeputy) != 0 || role.person == kNobody || role.title < 0)
    return false;
  const auto day = DayOf(analysis_, role.document);
  return day && offices_.At(analysis_.entities[role.person], role.title, *day) == Tenure::kInOffice;
}

// "former" of somebody who by the table has left: whoever calls them by the title is polite or older.
bool RoleRules::KnownRight(const RoleMention& former) const {
  if (former.person == kNobody || former.title < 0) return false;
  const auto day = DayOf(analysis_, former.document);
  if (!day) return offices_.At(analysis_.entities[former.person], former.title, absl::CivilDay()) != Tenure::kUnknown;
  return offices_.At(analysis_.entities[former.person], former.title, *day) == Tenure::kAfter;
}

bool RoleRules::DraftAmong(const RoleMention& a, const RoleMention& b) const {
  return analysis_.documents[a.document].document->info().role == Role::kDraft ||
         analysis_.documents[b.document].document->info().role == Role::kDraft;
}

// The text with the earlier state is the older one, and so much older or with such words of change that both are right.
bool RoleRules::UpdateExplains(const RoleMention& earlier, const RoleMention& later, int days) const {
  const auto& first = analysis_.documents[earlier.document].document->info().published;
  const auto& second = analysis_.documents[later.document].document->info().published;
  if (!first || !second || *first >= *second) return false;
  const bool told = earlier.leaving || later.leaving || earlier.entering || later.entering;
  return told || *second - *first > days;
}

std::string RoleRules::Clash(const RoleMention& a, const RoleMention& b) const {
  const int days = DraftAmong(a, b) ? kDaysToDraft : kDaysBetweenSources;
  if ((a.states & kRoleFormer) != 0) {
    if ((b.states & (kNotInOffice | kRoleOutgoing)) != 0) return "";
    if ((a.states & kRoleDeputy) != (b.states & kRoleDeputy)) return "";
    if (a.former_is_wrong)
      return "no longer in office in one text; in office on its day by the table of offices and the others";
    if (b.past || b.leaving || KnownRight(a) || UpdateExplains(b, a, days)) return "";
    return "no longer in the role in one text, in it in the other";
  }
  if ((b.states & (kNotInOffice | kLessThanFull)) != 0 || (a.states & kNotInOffice) != 0 || b.bare || a.past || b.past)
    return "";
  if ((a.states & kRoleElect) != 0) {
    if (a.entering || b.entering || UpdateExplains(a, b, 0)) return "";
    return "not yet in the role in one text, in it in the other";
  }
  if ((a.states & kRoleActing) != 0)
    return UpdateExplains(a, b, days) ? "" : "in the role for a time only in one text, in full in the other";
  if ((a.states & (kRoleDeputy | kRoleShadow)) != 0) {
    if (UpdateExplains(a, b, days)) return "";
    return "a deputy in one text, the holder in the other";
  }
  return "";
}

std::string RoleRules::StatesClash(const RoleMention& a, const RoleMention& b) const {
  if (OtherOrganisation(a, b)) return "";
  if (a.title == b.title && Trade(a.title) && (!a.organisation_named || !b.organisation_named)) return "";
  std::string reason = Clash(a, b);
  return reason.empty() ? Clash(b, a) : reason;
}

}  // namespace crosscheck
