#ifndef CROSSCHECK_COMPARE_ROLE_MENTIONS_H_
#define CROSSCHECK_COMPARE_ROLE_MENTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "claim/analysis.h"
#include "compare/people.h"

namespace crosscheck {

// Since when or how far somebody has a title: bits of RoleMention::states.
enum RoleState : uint32_t {
  kRoleFormer = 1,
  kRoleOutgoing = 2,
  kRoleElect = 4,
  kRoleActing = 8,
  kRoleDeputy = 16,
  kRoleLate = 32,
  kRoleCurrent = 64,  // said to be in office, or confirmed
  kRoleNew = 128,
  kRoleShadow = 256,
  kRoleHonorary = 512,
  kRoleThen = 1024,  // the title of a past time: "then-mayor", "at the time"
};

inline constexpr uint32_t kNobody = 0xFFFFFFFF;
inline constexpr int kAnyTitle = -1;  // "her predecessor": who held the post that somebody else holds

// "<person> is <states> <title> of <organisation>" at one place.
struct RoleMention {
  uint32_t document = 0;  // index into Analysis::documents
  uint32_t sentence = 0;
  uint32_t person = kNobody;  // canonical entity (People); kNobody for "the former chair of the board"
  int title = kAnyTitle;      // group of the lexicon "role-titles"
  uint32_t states = 0;
  std::vector<std::string> organisation;  // folded words that say whose title it is, sorted
  bool organisation_named = false;        // some of them are capitalised
  bool bare = false;                      // a title and a surname, the short form of what was said before
  bool leaving = false;                   // the sentence tells that somebody leaves a post
  bool entering = false;                  // … or enters one
  bool past = false;                      // the sentence speaks of another time
  bool former_is_wrong = false;           // called former on a day on which the table of offices has them in office
  uint32_t title_first = 0;               // first word of the title; a title is read once
  TextSpan span;                          // the phrase, in the segment's text
};

// Finds who is said to be what, in reading order. Linear in the text.
std::vector<RoleMention> FindRoles(const Analysis& analysis, const People& people);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_ROLE_MENTIONS_H_
