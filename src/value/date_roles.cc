#include "value/date_roles.h"

#include <bitset>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_split.h"
#include "value/date_words.h"
#include "value/holidays.h"

namespace crosscheck {
namespace {

struct Row {
  absl::string_view words;
  DateRoles roles;
};
constexpr Row kRows[] = {
    {"january february march april may june july august september october november december jan feb mar apr jun jul "
     "aug "
     "sep sept oct nov dec",
     kRoleMonth},
    {"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun",
     kRoleWeekday},
    {"spring summer autumn fall winter", kRoleSeason},
    {"fiscal financial fy cy calendar school academic sy", kRoleYearName},
    {"fiscal q h last final", kRolePart},
    {"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
     "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
     kRoleCardinal},
    {"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
     "fifteenth "
     "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth twenty thirty",
     kRoleOrdinal},
    {"first second third fourth", kRolePart},
    {"a an couple few several", kRoleCount},
    {"two fifteen sixteen seventeen eighteen nineteen twenty twenties thirties forties fifties sixties seventies "
     "eighties "
     "nineties '",
     kRoleDecade},
    {"last final", kRoleLast},
    {"today tonight yesterday tomorrow tmrw day this last", kRoleNamedDay},
    {"last past previous next coming upcoming following this current", kRoleModifier},
    {"early mid late beginning start middle end close rest remainder earlier later", kRoleEdge},
    {"in within", kRoleIn},
    {"less fewer for", kRoleWithin},
    {"week w weekend year day month quarter night", kRoleWeek},
    {"since starting beginning as no not later after before prior by until till through on", kRoleBound},
    {"from between", kRoleLead},
    {"more", kRoleMore},
};

// First and second letter and length: few words that begin no date pass.
size_t Hash(absl::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  const auto second = static_cast<unsigned char>(word.size() > 1 ? word[1] : 0);
  return ((first & 31U) << 9U) | ((second & 31U) << 4U) | (word.size() & 15U);
}

struct Roles {
  std::bitset<1U << 14U> possible;
  absl::flat_hash_map<absl::string_view, DateRoles> roles;

  void Add(absl::string_view word, DateRoles role) {
    possible.set(Hash(word));
    roles[word] |= role;
  }
};

const Roles& AllRoles() {
  static const auto* const all = [] {
    auto* made = new Roles();
    for (const Row& row : kRows) {
      for (const absl::string_view word : absl::StrSplit(row.words, ' ')) made->Add(word, row.roles);
    }
    for (const absl::string_view word : HolidayStarters()) made->Add(word, kRoleHoliday);
    return made;
  }();
  return *all;
}

}  // namespace

DateRoles FindDateRoles(absl::string_view word) {
  static const Roles& all = AllRoles();
  if (word.empty() || word.size() > 13 || !all.possible.test(Hash(word))) return 0;
  const auto found = all.roles.find(word);
  return found == all.roles.end() ? 0 : found->second;
}

std::vector<absl::string_view> DateStarters() {
  std::vector<absl::string_view> out;
  for (const auto& [word, roles] : AllRoles().roles) out.push_back(word);
  return out;
}

}  // namespace crosscheck
