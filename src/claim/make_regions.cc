// Writes the table of regions of the world that src/claim/regions.cc holds, from the ISO 3166 lists of the package
// iso-codes: make_regions ISO_3166-1.json ISO_3166-2.json > regions.inc. Run by the build.
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

namespace {

// Subdivisions that hold towns; the rest are towns or parts of one, which is where a thing happens.
constexpr std::array<std::string_view, 35> kHolders = {"Province",
                                                       "State",
                                                       "Region",
                                                       "Department",
                                                       "County",
                                                       "Two-tier county",
                                                       "Governorate",
                                                       "Prefecture",
                                                       "Metropolitan department",
                                                       "Administrative region",
                                                       "Canton",
                                                       "Republic",
                                                       "Division",
                                                       "Autonomous region",
                                                       "Autonomous community",
                                                       "Land",
                                                       "Voivodship",
                                                       "Zone",
                                                       "Regional state",
                                                       "Territory",
                                                       "Oblast",
                                                       "Island",
                                                       "Country",
                                                       "Nation",
                                                       "Krai",
                                                       "Autonomous province",
                                                       "Autonomous republic",
                                                       "Union territory",
                                                       "Emirate",
                                                       "Island group",
                                                       "Metropolitan region",
                                                       "Geographical region",
                                                       "Regional council",
                                                       "Special region"};

// "Durham, County" is written "County Durham" or "Durham"; "Isle of Anglesey [Sir Ynys Môn]" has another name in
// brackets.
std::string Plain(std::string_view name) {
  const size_t end = std::min({name.find('['), name.find('('), name.find(','), name.size()});
  std::string plain(name.substr(0, end));
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  std::transform(plain.begin(), plain.end(), plain.begin(), [](unsigned char c) { return std::tolower(c); });
  return plain;
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Of the unitary authorities of Britain those that were counties, of the council areas all but the cities.
bool HoldsTowns(std::string_view name, std::string_view type) {
  if (type == "Unitary authority")
    return EndsWith(name, "shire") || name == "cornwall" || name == "northumberland" || name == "rutland";
  if (type == "Council area") return !EndsWith(name, " city");
  return std::find(kHolders.begin(), kHolders.end(), type) != kHolders.end();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::map<std::string, std::string> codes;  // by name; the first code of several
  simdjson::dom::parser parser;
  simdjson::dom::element countries;
  if (parser.load(argv[1]).get(countries) != simdjson::SUCCESS) return 1;
  for (const simdjson::dom::element country : countries["3166-1"].get_array()) {
    const std::string code(country["alpha_2"].get_string().value());
    for (const char* key : {"name", "common_name"}) {
      std::string_view name;
      if (country[key].get_string().get(name) == simdjson::SUCCESS) codes.emplace(Plain(name), code);
    }
  }
  simdjson::dom::parser second;
  simdjson::dom::element parts;
  if (second.load(argv[2]).get(parts) != simdjson::SUCCESS) return 1;
  for (const simdjson::dom::element part : parts["3166-2"].get_array()) {
    const std::string_view type = part["type"].get_string().value();
    std::string name = Plain(part["name"].get_string().value());
    const bool isle = name.substr(0, 8) == "isle of ";
    if (!isle && !HoldsTowns(name, type)) continue;
    codes.emplace(isle ? name.substr(8) : name, std::string(part["code"].get_string().value()));
  }
  for (const auto& [name, code] : codes) {
    if (name.size() >= 3 && name.find('"') == std::string::npos)
      std::cout << "{\"" << name << "\", \"" << code << "\"},\n";
  }
  return std::cout.flush() ? 0 : 1;
}
