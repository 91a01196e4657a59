#ifndef CROSSCHECK_CLAIM_REGIONS_H_
#define CROSSCHECK_CLAIM_REGIONS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

// The code of a country ("NO") or of a part of one that holds towns ("US-NV", "IE-CE") by its English or local name,
// folded, "county" in front or behind it or not; "" for every other name. Countries, states, provinces, counties and
// the like of ISO 3166 (package iso-codes) and continents ("*"). A name that several parts share has one of their
// codes.
absl::string_view RegionCode(absl::string_view name);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_REGIONS_H_
