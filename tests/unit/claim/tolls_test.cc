#include "claim/tolls.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/standard_rules.h"
#include "crosscheck/rules.h"

namespace crosscheck {
namespace {

// Every toll of a text as "outcome/people figure", with "+" for others, "<" for a part, "1" for a person without
// figure.
std::string TollsOf(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  const auto rules = ParseRules(StandardRules(), diagnostics);
  REQUIRE(rules.ok());
  const LexiconIndex lexicons(**rules);
  DocumentEntry entry;
  auto document = Document::FromText(entry.info, text);
  REQUIRE(document.ok());
  entry.document = *std::move(document);
  const Analysis analysis = Analyse({entry}, **rules, lexicons);
  std::vector<std::string> out;
  for (const Toll& toll : analysis.documents.front().tolls) {
    const std::string people =
        toll.people < 0 ? "" : lexicons.GroupName(lexicons.Find("toll-classes"), static_cast<uint16_t>(toll.people));
    const absl::string_view part = toll.part == TollPart::kOther    ? "+"
                                   : toll.part == TollPart::kPart   ? "<"
                                   : toll.part == TollPart::kSingle ? "1"
                                                                    : "";
    out.push_back(absl::StrCat(lexicons.GroupName(lexicons.Find("toll-states"), toll.outcome), "/", people, " ", part,
                               toll.part == TollPart::kSingle ? "" : toll.figure.low->ToString()));
  }
  return absl::StrJoin(out, ", ");
}

TEST_CASE("a toll is a figure, what befell the counted and who they are") {
  struct Row {
    std::string text;
    std::string tolls;
  };
  const Row rows[] = {
      {"Three people were killed on Monday.", "killed/any 3"},
      {"The storm killed three people and injured nine.", "killed/any 3, hurt/ 9"},
      {"Seven hurt as a stand gives way.", "hurt/ 7"},
      {"The crash left two dead and five others injured.", "killed/ 2, hurt/any +5"},
      {"Two men and a woman were killed.", "killed/man 2, killed/woman 1"},
      {"Police arrested 31 protesters.", "arrested/patient 31"},
      {"The death toll rose to 15.", "killed/ 15"},
      {"Six officers were shot and killed.", "killed/officer 6"},
      {"The fire destroyed 40 homes.", "destroyed/building 40"},
      {"No one was injured.", "hurt/ 0"},
      {"The airline cancelled 120 flights.", "cancelled/flight 120"},
      {"He was shot 15 times.", ""},
      {"The names of three people killed on Monday were read.", "killed/any <3"},
      {"Three men shot a guard.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(TollsOf(row.text) == row.tolls);
  }
}

}  // namespace
}  // namespace crosscheck
