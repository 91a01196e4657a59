#include "claim/regions.h"

#include "absl/container/flat_hash_map.h"
#include "absl/strings/strip.h"

namespace crosscheck {

namespace {

struct Region {
  absl::string_view name;
  absl::string_view code;
};

constexpr Region kRegions[] = {
#include "claim/regions.inc"
    // What ISO has under another name, and what holds several countries.
    {"africa", "*"},
    {"asia", "*"},
    {"europe", "*"},
    {"america", "*"},
    {"south america", "*"},
    {"north america", "*"},
    {"latin america", "*"},
    {"central america", "*"},
    {"caribbean", "*"},
    {"middle east", "*"},
    {"scandinavia", "*"},
    {"balkans", "*"},
    {"britain", "GB"},
    {"great britain", "GB"},
    {"uk", "GB"},
    {"u.k", "GB"},
    {"us", "US"},
    {"usa", "US"},
    {"u.s", "US"},
    {"holland", "NL"},
    {"russia", "RU"},
    {"iran", "IR"},
    {"syria", "SY"},
    {"south korea", "KR"},
    {"north korea", "KP"},
    {"vietnam", "VN"},
    {"laos", "LA"},
    {"ivory coast", "CI"},
    {"congo", "CD"},
    {"burma", "MM"},
    {"czech republic", "CZ"},
    {"turkey", "TR"},
    {"cape verde", "CV"},
    {"east timor", "TL"},
    {"gaza", "PS"},
    {"scotland", "GB"},
    {"england", "GB"},
    {"wales", "GB"},
    {"northern ireland", "GB"},
};

}  // namespace

absl::string_view RegionCode(absl::string_view name) {
  static const auto& by_name = *[] {
    auto* made = new absl::flat_hash_map<absl::string_view, absl::string_view>;
    for (const Region& region : kRegions) made->insert_or_assign(region.name, region.code);
    return made;
  }();
  for (const absl::string_view prefix : {"county ", "co ", "isle of ", "state of ", "province of "}) {
    if (absl::ConsumePrefix(&name, prefix)) break;
  }
  for (const absl::string_view suffix : {" county", " province", " state", " region"}) {
    if (absl::ConsumeSuffix(&name, suffix)) break;
  }
  const auto found = by_name.find(name);
  return found == by_name.end() ? absl::string_view() : found->second;
}

}  // namespace crosscheck
