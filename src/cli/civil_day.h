#ifndef CROSSCHECK_CLI_CIVIL_DAY_H_
#define CROSSCHECK_CLI_CIVIL_DAY_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

namespace crosscheck {

// The day that "2025-07-15" names; a time after it ("T09:30:00Z") is left off. nullopt for anything else, and for days
// that do not exist.
std::optional<absl::CivilDay> ParseDay(absl::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_CIVIL_DAY_H_
