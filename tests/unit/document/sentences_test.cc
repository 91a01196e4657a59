#include "document/sentences.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace crosscheck {

namespace {

std::string Split(absl::string_view text) {
  std::vector<absl::string_view> sentences;
  for (TextSpan span : SplitSentences(text)) sentences.push_back(text.substr(span.begin, span.size()));
  return absl::StrJoin(sentences, " / ");
}

// Each row is the text with " / " where a sentence ends.
constexpr absl::string_view kSplit[] = {
    "The ferry was late. / Nobody minded.",
    "No stop at the end",
    "Was it late? / It was! / Very.",
    "Was it late?! / It was.",
    "“We waited.” / The crew did not.",
    "\"We waited.\" / The crew did not.",
    "“We waited,” she said. / “Nobody came.”",
    "'We waited.' / The crew did not.",
    "“Why wait?” Captain Olsen asked.",
    "“Wait!” the captain shouted.",
    "\"Why wait?\" Olsen said. / \"Go.\"",
    // Abbreviations.
    "The U.S. Navy sent a ship. / It sank.",
    "He moved to the U.S. / The reason was love.",
    "He moved to the U.S. in May. / It rained.",
    "The U.S government agreed. / China did not.",
    "The U.S. / But not the U.K. / And so on.",
    "Mr. Berg met Mrs. Lund and Dr. Ek. / They talked.",
    "Gen. Torres and Sen. Ruiz spoke. / Nobody listened.",
    "Halden Inc. said so. / Nobody knew.",
    "He runs Halden Corp. / The rest is known.",
    "It belongs to Halden Ltd. and to Moss Co. of Oslo. / It pays.",
    "They met in Fresno, Calif. / Police said nothing.",
    "They live on Main St. / He works on Park Ave. near the river.",
    "St. Gallen is a city. / So is St. Louis.",
    "See No. 5 on the list. / He said no. / They left.",
    "It opens Jan. 5 and closes Sept. 30. / It is free.",
    "They left on Tues. Jan. 7. / It was cold.",
    "It sold 1.5 million in Jan. / Sales fell in Feb. / Nobody cared.",
    "It began at 5 p.m. / Police came at 6 p.m. on Monday.",
    "It began at 5 p.m. Eastern time and ended at 9 a.m. Tuesday. / All slept.",
    "They ate fish, rice, etc. / Then they left.",
    "It is a fish, e.g. Cod or i.e. Herring. / It swims.",
    "J. R. Moss wrote it. / A. B. Lund read it.",
    "The plan of J. Moss failed. / He knew.",
    "Take vitamin C. / The doctor said so.",
    "She holds a Ph.D. from Lund. / He has none.",
    "Smith v. Jones was heard. / Smith won.",
    "It fell to about 10 ft. / The tide turned.",
    // Numbers.
    "It grew by 4.5 percent. / It fell by .5 percent.",
    "It cost $1.2bn. / That was too much.",
    "It cost $3. / Nobody paid.",
    "The year was 2019. / 310 people came.",
    "1. The ferry was late.",
    "Version 2.0. / Then 3.0.",
    // Ellipses and leaders.
    "He waited… / Nobody came.",
    "He waited... and waited.",
    "He waited... / Then he left.",
    "Schools ........ $5 million",
    // Brackets.
    "The crew (Mr. Moss was absent. He slept.) waited. / It rained.",
    "It rained. / (Nobody minded. They had coats.) / It stopped.",
    "He left [sic]. / She stayed.",
    "An open bracket ( is no guard. / It goes on.",
    "It was known.[3] / It was forgotten.",
    // No split before lower case; brands in lower case begin sentences.
    "The firm lost. / iPhone sales fell.",
    "The site www.example.com is down. / Use example.org.",
    "He wrote node.js code. / It ran.",
    // Other scripts and marks.
    "Él llegó. / Él se fue.",
    "¿Quién? / ¡Nadie!",
    "One / • Two",
    "It rained. / — The editors",
};

}  // namespace

TEST_CASE("SplitSentences cuts where a sentence ends and nowhere else") {
  for (absl::string_view want : kSplit) {
    CAPTURE(want);
    CHECK(Split(absl::StrReplaceAll(want, {{" / ", " "}})) == want);
  }
}

TEST_CASE("SplitSentences cuts where the space after a stop is missing") {
  CHECK(Split("She was taken to Moss Hospital.A man was held.") == "She was taken to Moss Hospital. / A man was held.");
  CHECK(Split("They left.The ferry sank.") == "They left. / The ferry sank.");
  CHECK(Split("“They left.”The ferry sank.") == "“They left.” / The ferry sank.");
  CHECK(Split("A U.S.A map and a Node.JS book.") == "A U.S.A map and a Node.JS book.");
  CHECK(Split("Write to news@harbor.Example or so.") == "Write to news@harbor.Example or so.");
}

TEST_CASE("SplitSentences reads texts that were tokenised") {
  CHECK(Split("The ferry was late . Nobody minded .") == "The ferry was late . / Nobody minded .");
  CHECK(Split("Halden Inc . said so . He left . .") == "Halden Inc . said so . / He left . .");
  CHECK(Split("It began at 5 p. m. ET on Monday .") == "It began at 5 p. m. ET on Monday .");
}

TEST_CASE("SplitSentences loses no byte that is not a space") {
  for (absl::string_view text :
       {"A. B. C.", "...", "( ( (", "\"\"\"", "x", "?? !! ..", "“", "a.b.C.D", "…", "'.' \".\" (.)"}) {
    CAPTURE(text);
    std::string joined;
    for (TextSpan span : SplitSentences(text)) {
      CHECK(span.begin < span.end);
      CHECK(text[span.begin] != ' ');
      CHECK(text[span.end - 1] != ' ');
      joined.append(text.data() + span.begin, span.size());
    }
    CHECK(absl::StrReplaceAll(joined, {{" ", ""}}) == absl::StrReplaceAll(text, {{" ", ""}}));
  }
}

}  // namespace crosscheck
