#include "compare/signed_figures.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/compare/two_documents.h"

namespace crosscheck {

namespace {

bool IsReported(const std::string& draft, const std::string& wire) {
  static const Checker kChecker =
      *Checker::Create(ShippedRules({"lexicons.yaml", "measures.yaml", "directions.yaml", "polarity.yaml"}));
  const Report report = kChecker.Check({Entry("draft.md", draft), Entry("wire.md", wire)}, {.assume_same_event = true});
  for (const Finding& finding : report.findings) {
    if (finding.rule == "rose-and-fell") return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a figure that goes up in one text and down in the other is reported") {
  struct Row {
    const char* draft;
    const char* wire;
    bool wanted;
  };
  constexpr Row kRows[] = {
      // the word before the figure, after it, or with "by"
      {"Quillmart sales climbed 2.4% in spring.", "Quillmart sales were 2.4% lower in spring.", true},
      {"The bank of Varn raised its main rate by half a percentage point to 6%.",
       "The bank of Varn lowered the benchmark rate by 50 basis points to 6 percent.", true},
      {"Reservoirs round Varn hold 62.5%, 1.1 percentage points more than a week ago.",
       "Reservoirs round Varn: 62.5%, down 1.1 points on the week.", true},
      {"Measles cases in Varn dropped this year, to 1,318 by October.",
       "Measles cases in Varn had risen to 1,318 by October.", true},
      // a word of direction that stands somewhere else in the draft's sentence, of what the other text tells of or not
      {"The number of pupils at the schools of Varn has grown again, with 6,412 in October.",
       "The schools of Varn counted 6,412 pupils in October, 188 fewer than last year.", true},
      {"Takings at the canteens of Varn have grown again; its schools had 6,412 pupils in October.",
       "The schools of Varn counted 6,412 pupils in October, 188 fewer than last year.", false},
      // the same way in other words
      {"Quillmart sales slipped 2.4% in spring.", "Quillmart sales were 2.4% lower in spring.", false},
      {"The bank of Varn cut its main rate by half a percentage point.",
       "The bank of Varn lowered the benchmark rate by 50 basis points.", false},
      // one text has the figure both ways, of two things
      {"Quillmart sales climbed 2.4%.", "Quillmart sales climbed 2.4%. Quillmart costs fell 2.4%.", false},
      // another measure, another figure
      {"Quillmart margins narrowed by 2 points.", "Quillmart sales rose 5%.", false},
      // better is less where the measure is bad
      {"Unemployment in Varn improved by 0.3 points.", "Unemployment in Varn fell 0.3 percentage points.", false},
      {"Unemployment in Varn improved by 0.3 percentage points.", "Unemployment in Varn rose 0.3 percentage points.",
       true},
      // a particle is no direction, nor is a rate of exchange's other side
      {"Online orders make up 41% at Quillmart.", "Online orders at Quillmart fell 41%.", false},
      {"The dollar rose in Varn on Monday, to 19.12 marks.", "The Varn mark weakened to 19.12 to the dollar on Monday.",
       false},
  };
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.draft));
    CAPTURE(std::string(row.wire));
    CHECK(IsReported(row.draft, row.wire) == row.wanted);
  }
}

TEST_CASE("a word of direction that its own two figures belie is reported") {
  struct Row {
    const char* draft;
    bool wanted;
  };
  constexpr Row kRows[] = {
      {"The share of late trains rose from 5% to 4% in Varn.", true},
      {"The share of late trains fell from 5% to 4% in Varn.", false},
      {"The levy was cut to $30 from $25.", true},
      {"The levy was cut to $25 from $30.", false},
      {"The club rose from 15 to 12 in the table.", false},
      {"The Varn mark weakened to 19.12 from 18.87.", false},
      {"The share rose and then fell from 5% to 4%.", false},
  };
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.draft));
    CHECK(IsReported(row.draft, "Nothing of it is told here.") == row.wanted);
  }
}

}  // namespace crosscheck
