#ifndef CROSSCHECK_VALUE_DATE_ROLES_H_
#define CROSSCHECK_VALUE_DATE_ROLES_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"

// Which readers of dates a word can begin something for: one look-up settles most words of a text.
namespace crosscheck {

using DateRoles = uint32_t;
constexpr DateRoles kRoleDigits = 1U << 0U;
constexpr DateRoles kRoleMonth = 1U << 1U;
constexpr DateRoles kRoleWeekday = 1U << 2U;
constexpr DateRoles kRoleSeason = 1U << 3U;
constexpr DateRoles kRoleHoliday = 1U << 4U;
constexpr DateRoles kRoleYearName = 1U << 5U;   // fiscal, FY, calendar
constexpr DateRoles kRolePart = 1U << 6U;       // Q3, third quarter
constexpr DateRoles kRoleOrdinal = 1U << 7U;    // first … thirtieth, twenty (-first)
constexpr DateRoles kRoleCardinal = 1U << 8U;   // zero … ninety
constexpr DateRoles kRoleCount = 1U << 9U;      // a, a few, several
constexpr DateRoles kRoleDecade = 1U << 10U;    // nineties, two (thousands)
constexpr DateRoles kRoleLast = 1U << 11U;      // last, final
constexpr DateRoles kRoleNamedDay = 1U << 12U;  // today, the day after tomorrow, this morning
constexpr DateRoles kRoleModifier = 1U << 13U;  // last, next, this
constexpr DateRoles kRoleEdge = 1U << 14U;      // early, end (of)
constexpr DateRoles kRoleIn = 1U << 15U;        // in, within
constexpr DateRoles kRoleWithin = 1U << 16U;    // less (than), for
constexpr DateRoles kRoleWeek = 1U << 17U;      // week, weekend, year
constexpr DateRoles kRoleBound = 1U << 18U;     // since, before, by
constexpr DateRoles kRoleLead = 1U << 19U;      // from, between
constexpr DateRoles kRoleMore = 1U << 20U;      // more (than)
// What the two readers of dates (date_phrase.h) begin with.
constexpr DateRoles kAbsoluteRoles = kRoleDigits | kRoleMonth | kRoleWeekday | kRoleSeason | kRoleHoliday |
                                     kRoleYearName | kRolePart | kRoleOrdinal | kRoleCardinal | kRoleDecade |
                                     kRoleLast | kRoleWeek;
constexpr DateRoles kRelativeRoles = kRoleWeekday | kRoleOrdinal | kRoleCardinal | kRoleCount | kRoleLast |
                                     kRoleNamedDay | kRoleModifier | kRoleEdge | kRoleIn | kRoleWithin | kRoleWeek;
// What a run of digits may begin.
constexpr DateRoles kNumberRoles = kRoleDigits | kRoleOrdinal | kRoleCardinal | kRolePart | kRoleDecade;

DateRoles FindDateRoles(absl::string_view word);  // 0: begins no date
std::vector<absl::string_view> DateStarters();    // every word that has a role, in no order

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_DATE_ROLES_H_
