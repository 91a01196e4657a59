#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/compare/two_documents.h"

namespace crosscheck {

TEST_CASE("certainty that no source has is reported, and certainty that one has is not") {
  struct Row {
    const char* draft;
    const char* source;
    size_t wanted;  // findings
  };
  constexpr Row kRows[] = {
      {"Engineers have established that a burst valve flooded the Skarra pumping station.",
       "A burst valve may have flooded the Skarra pumping station, engineers said.", 1},
      {"A burst valve probably flooded the Skarra pumping station.",
       "A burst valve may have flooded the Skarra pumping station, engineers said.", 0},
      {"Engineers have not established that a burst valve flooded the Skarra pumping station.",
       "A burst valve may have flooded the Skarra pumping station, engineers said.", 0},
      // the month is no word of doubt
      {"Engineers have established that a burst valve flooded the Skarra pumping station.",
       "In May 2024 a burst valve flooded the Skarra pumping station.", 0},
      // the source knows it elsewhere
      {"Engineers have established that a burst valve flooded the Skarra pumping station.",
       "A burst valve may have flooded the Skarra pumping station. It is confirmed that a valve flooded the Skarra "
       "station.",
       0},
      // a charge without its figure, or told by somebody, is left alone
      {"Ada Quill took crowns from the Skarra pumping station.",
       "Ada Quill is accused of having taken crowns from the Skarra pumping station.", 0},
      {"Ada Quill took 9,400 crowns from the Skarra pumping station.",
       "Ada Quill allegedly took 9,400 crowns from the Skarra pumping station.", 1},
      {"Ada Quill took 9,400 crowns from the Skarra pumping station, the prosecution says.",
       "Ada Quill allegedly took 9,400 crowns from the Skarra pumping station.", 0},
      // bounds
      {"The Skarra mill will cut more than 140 jobs.", "The Skarra mill will cut up to 140 jobs.", 1},
      {"The Skarra mill will cut 140 jobs or fewer.", "The Skarra mill will cut up to 140 jobs.", 0},
      {"The Skarra mill will cut more than 140 jobs.", "The Skarra mill has up to 150 jobs to cut.", 0},
  };
  const auto checker = Checker::Create(ShippedRules({"lexicons.yaml", "certainty.yaml"}));
  REQUIRE(checker.ok());
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.draft));
    CAPTURE(std::string(row.source));
    const Report report =
        checker->Check({Entry("draft.md", row.draft), Entry("source.md", row.source)}, {.assume_same_event = true});
    CHECK(report.findings.size() == row.wanted);
  }
}

}  // namespace crosscheck
