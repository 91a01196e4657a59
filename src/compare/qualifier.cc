#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "compare/detectors.h"
#include "compare/edit_distance.h"
#include "compare/governments.h"
#include "compare/named.h"
#include "compare/offices.h"
#include "compare/people.h"
#include "compare/role_mentions.h"
#include "compare/role_rules.h"
#include "compare/settings.h"

// Roles: one person with two titles that exclude one another, or with one title in two states (former, acting, elect,
// deputy); one role with two holders; an act of two governments.
namespace crosscheck {

namespace {

constexpr size_t kMostPairs = 400;  // of mentions, for one person and title
constexpr int kDaysForTitles = 60;  // titles change; older texts may have the older one
constexpr int kDaysForHolders = 7;
constexpr uint32_t kNotOfToday = kRoleFormer | kRoleLate | kRoleThen | kRoleElect | kRoleOutgoing;

using Roles = std::vector<RoleMention>;

class RoleComparer {
 public:
  RoleComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        people_(analysis),
        offices_(analysis),
        rules_(analysis, offices_),
        roles_(FindRoles(analysis, people_)) {}

  void Run() {
    ResolveNameless();
    AddSignsOfOffice();
    for (size_t i = 0; i < roles_.size(); ++i) {
      if (roles_[i].person != kNobody) by_person_[roles_[i].person].push_back(i);
    }
    const std::vector<std::string> kinds = ListSetting(rule_, "kinds");
    const auto wanted = [&](absl::string_view kind) {
      return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    for (const auto& [person, members] : by_person_) {
      if (wanted("qualifier")) CompareStates(person, members);
      if (wanted("title")) CompareTitles(person, members);
    }
    if (wanted("holder")) CompareHolders();
  }

 private:
  // ---- who is meant

  static bool SameOrganisation(const RoleMention& a, const RoleMention& b) {
    return !b.organisation.empty() &&
           std::all_of(a.organisation.begin(), a.organisation.end(), [&](const std::string& word) {
             return std::binary_search(b.organisation.begin(), b.organisation.end(), word);
           });
  }

  // "The former president of the City Council": the person of this text whom another text gives that title there.
  void ResolveNameless() {
    for (RoleMention& role : roles_) {
      if (role.person != kNobody) continue;
      std::set<uint32_t> candidates;
      for (const RoleMention& other : roles_) {
        if (other.person != kNobody && other.title == role.title && SameOrganisation(role, other) &&
            people_.Names(role.document, other.person))
          candidates.insert(other.person);
      }
      if (candidates.size() == 1) role.person = *candidates.begin();
    }
  }

  // Somebody called former who is in office: what else in the texts shows them in office.
  void AddSignsOfOffice() {
    std::map<uint32_t, int> wrong;
    for (RoleMention& role : roles_) {
      role.former_is_wrong = rules_.FormerIsWrong(role);
      if (role.former_is_wrong) wrong.emplace(role.person, role.title);
    }
    if (wrong.empty()) return;
    Roles signs;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      const auto& sentences = analysis_.documents[d].sentences;
      for (uint32_t s = 0; s < sentences.size(); ++s) {
        for (const NameMention& name : sentences[s].names) AddSign(d, s, name, wrong, signs);
      }
    }
    roles_.insert(roles_.end(), signs.begin(), signs.end());
  }

  void AddSign(uint32_t d, uint32_t s, const NameMention& name, const std::map<uint32_t, int>& wrong,
               Roles& out) const {
    const auto found = wrong.find(people_.Canonical(name.entity));
    if (found == wrong.end()) return;
    const Sentence& sentence = analysis_.documents[d].sentences[s];
    const LexiconId lexicon = analysis_.lexicons->Find("role-in-office");
    uint32_t last = name.last;
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon == lexicon && hit.first >= name.last && hit.last <= name.last + 12)
        last = std::max(last, hit.last);
    }
    if (last == name.last) return;
    const bool titled = std::any_of(roles_.begin(), roles_.end(), [&](const RoleMention& role) {
      return role.document == d && role.sentence == s && role.person == found->first;
    });
    if (titled) return;
    RoleMention role;
    role.document = d;
    role.sentence = s;
    role.person = found->first;
    role.title = found->second;
    role.states = kRoleCurrent;
    role.span = {sentence.words[name.first].span.begin, sentence.words[last - 1].span.end};
    out.push_back(std::move(role));
  }

  // ---- one person, one title, two states

  // A title for what "predecessor" leaves open: that of the other mention, if its post has somebody else in this text.
  bool SameTitle(const RoleMention& a, const RoleMention& b) const {
    if (a.title == b.title) return a.title != kAnyTitle;
    if (a.title != kAnyTitle && b.title != kAnyTitle) return false;
    const RoleMention& open = a.title == kAnyTitle ? a : b;
    const RoleMention& titled = a.title == kAnyTitle ? b : a;
    return std::any_of(roles_.begin(), roles_.end(), [&](const RoleMention& role) {
      return role.document == open.document && role.title == titled.title && role.person != open.person &&
             (role.states & kNotOfToday) == 0;
    });
  }

  bool MayMeet(const RoleMention& a, const RoleMention& b) const {
    if (a.document != b.document) return MayCompare(analysis_, a.document, b.document);
    return a.former_is_wrong || b.former_is_wrong;
  }

  // Whether the document of `a` also has the person in the state of `b`: it knows both.
  bool KnowsBoth(const std::vector<size_t>& members, const RoleMention& a, const RoleMention& b) const {
    if (a.document == b.document || a.former_is_wrong || b.former_is_wrong) return false;
    const std::string state = rules_.Canonical(b, b.title);
    return std::any_of(members.begin(), members.end(), [&](size_t i) {
      const RoleMention& other = roles_[i];
      return other.document == a.document && other.title == b.title && !other.bare &&
             rules_.Canonical(other, other.title) == state && !RoleRules::OtherOrganisation(other, b);
    });
  }

  void CompareStates(uint32_t person, const std::vector<size_t>& members) {
    size_t pairs = 0;
    for (size_t x = 0; x < members.size(); ++x) {
      for (size_t y = x + 1; y < members.size() && pairs < kMostPairs; ++y) {
        const RoleMention& a = roles_[members[x]];
        const RoleMention& b = roles_[members[y]];
        if (!MayMeet(a, b) || !SameTitle(a, b)) continue;
        const std::string reason = rules_.StatesClash(a, b);
        if (reason.empty() || KnowsBoth(members, a, b) || KnowsBoth(members, b, a)) continue;
        const int title = a.title == kAnyTitle ? b.title : a.title;
        Report(a, b, title, absl::StrCat(person, "|", title), reason);
        ++pairs;
      }
    }
  }

  // ---- one person, two titles

  bool HasTitle(const std::vector<size_t>& members, uint32_t document, int title) const {
    return std::any_of(members.begin(), members.end(), [&](size_t i) {
      return roles_[i].document == document && roles_[i].title == title && (roles_[i].states & kNotOfToday) == 0;
    });
  }

  bool CloseInTime(const RoleMention& a, const RoleMention& b, int days) const {
    const auto& x = analysis_.documents[a.document].document->info().published;
    const auto& y = analysis_.documents[b.document].document->info().published;
    return !x || !y || (*x - *y <= days && *y - *x <= days);
  }

  static bool IsOfToday(const RoleMention& role) {
    return (role.states & (kNotOfToday | kRoleActing | kRoleShadow)) == 0 && !role.past && !role.leaving &&
           !role.entering;
  }

  // Whether two titles are of one time: both of today, both of what is to come, or both of the past.
  static bool OfOneTime(const RoleMention& a, const RoleMention& b) {
    if (IsOfToday(a) && IsOfToday(b)) return true;
    constexpr uint32_t kAway = kNotOfToday | kRoleActing | kRoleShadow;
    if (a.leaving || b.leaving || (a.states & kAway) != (b.states & kAway)) return false;
    if ((a.states & kRoleFormer) != 0) return true;
    return a.entering && b.entering;
  }

  // A post that a text gives to one person and the other text to somebody else, though both know the two of them.
  bool IsTaken(const RoleMention& a, const RoleMention& b) const {
    return std::any_of(roles_.begin(), roles_.end(), [&](const RoleMention& role) {
      return role.document == b.document && role.title == a.title && role.person != a.person &&
             role.person != kNobody && (role.states & kNotOfToday) == (a.states & kNotOfToday) &&
             people_.Names(a.document, role.person) && NamesAreFarApart(a.person, role.person) &&
             !HasTitle(by_person_.at(role.person), a.document, a.title) && rules_.Sole(a.title);
    });
  }

  void CompareTitles(uint32_t person, const std::vector<size_t>& members) {
    for (size_t x = 0; x < members.size(); ++x) {
      for (size_t y = x + 1; y < members.size(); ++y) {
        const RoleMention& a = roles_[members[x]];
        const RoleMention& b = roles_[members[y]];
        if (a.document == b.document || !MayCompare(analysis_, a.document, b.document)) continue;
        if (a.title == b.title || a.title == kAnyTitle || b.title == kAnyTitle || !OfOneTime(a, b)) continue;
        if (!rules_.Exclusive(a.title, b.title) && !IsTaken(a, b) && !IsTaken(b, a)) continue;
        if (RoleRules::OtherOrganisation(a, b) || !CloseInTime(a, b, kDaysForTitles)) continue;
        if (HasTitle(members, a.document, b.title) || HasTitle(members, b.document, a.title)) continue;
        Report(a, b, kAnyTitle, absl::StrCat(person, "|titles"), "two titles that one person does not have at once");
      }
    }
  }

  // ---- one role, two persons

  bool NamesAreFarApart(uint32_t a, uint32_t b) const {
    const auto& x = analysis_.entities[a].tokens;
    const auto& y = analysis_.entities[b].tokens;
    constexpr int kFar = 3;
    return x.size() >= 2 && y.size() >= 2 && x.front() != y.front() && EditDistance(x.back(), y.back(), kFar) > kFar;
  }

  void CompareHolders() {
    std::map<std::pair<int, std::vector<std::string>>, std::vector<size_t>> by_post;
    for (size_t i = 0; i < roles_.size(); ++i) {
      const RoleMention& role = roles_[i];
      if (role.person == kNobody || !role.organisation_named || !rules_.Unique(role.title) || !IsOfToday(role) ||
          (role.states & kRoleOutgoing) != 0 || (role.states & kRoleDeputy) != 0)
        continue;
      auto& members = by_post[{role.title, role.organisation}];
      const bool told = std::any_of(members.begin(), members.end(), [&](size_t other) {
        return roles_[other].document == role.document && roles_[other].person == role.person;
      });
      constexpr size_t kMostHolders = 200;
      if (!told && members.size() < kMostHolders) members.push_back(i);
    }
    for (const auto& [post, members] : by_post) {
      for (size_t x = 0; x < members.size(); ++x) {
        for (size_t y = x + 1; y < members.size(); ++y) CompareHolder(roles_[members[x]], roles_[members[y]], members);
      }
    }
  }

  void CompareHolder(const RoleMention& a, const RoleMention& b, const std::vector<size_t>& members) {
    if (a.person == b.person || a.document == b.document || !MayCompare(analysis_, a.document, b.document)) return;
    if (!NamesAreFarApart(a.person, b.person) || !CloseInTime(a, b, kDaysForHolders)) return;
    const auto gives_to = [&](uint32_t document, uint32_t person) {
      return std::any_of(members.begin(), members.end(),
                         [&](size_t i) { return roles_[i].document == document && roles_[i].person == person; });
    };
    if (gives_to(a.document, b.person) || gives_to(b.document, a.person)) return;
    Report(a, b, a.title, absl::StrCat("post|", a.title, "|", a.organisation.front()), "two holders of one post");
  }

  // ---- what is found

  // `holder`: the claim is who has the title, not which title somebody has.
  ClaimIndex AddClaim(const RoleMention& role, int title, bool holder) {
    const DocumentAnalysis& document = analysis_.documents[role.document];
    Claim claim = ClaimAt(document, document.sentences[role.sentence], role.span);
    claim.rule = rule_.id;
    claim.subject = analysis_.entities[role.person].key;
    claim.attribute = title == kAnyTitle ? "title" : rules_.TitleName(title);
    claim.value.kind = "role";
    claim.value.canonical = rules_.Canonical(role, role.title == kAnyTitle ? title : role.title);
    if (holder) claim.value.canonical = claim.subject;
    return sink_.AddClaim(std::move(claim));
  }

  void Report(const RoleMention& a, const RoleMention& b, int title, const std::string& question,
              const std::string& reason) {
    const bool holder = a.person != b.person;
    const ClaimIndex left = AddClaim(a, title, holder);
    const ClaimIndex right = AddClaim(b, title, holder);
    if (left == right) return;
    Relation relation =
        MakeRelation(analysis_, rule_, {sink_.claim(left), a.document}, {sink_.claim(right), b.document}, reason);
    relation.a = left;
    relation.b = right;
    relation.question = question;
    sink_.AddRelation(std::move(relation));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  const People people_;
  const Offices offices_;
  const RoleRules rules_;
  Roles roles_;
  std::map<uint32_t, std::vector<size_t>> by_person_;
};

}  // namespace

void CompareQualifiers(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  const std::vector<std::string> kinds = ListSetting(rule, "kinds");
  if (std::find(kinds.begin(), kinds.end(), "government") != kinds.end()) CompareGovernments(analysis, rule, sink);
  if (kinds.size() > 1 || (!kinds.empty() && kinds.front() != "government")) RoleComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
