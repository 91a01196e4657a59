#include "absl/strings/match.h"
#include "unit/document/outline.h"

namespace crosscheck {

namespace {

std::string Text(absl::string_view text) { return Outline(Read("story.txt", text)); }

}  // namespace

TEST_CASE("plain text: headline, standfirst, byline and paragraphs between empty lines") {
  CHECK(Text("Ferry sinks off Moss\nTwo passengers are still missing\n\nBy Ada Holm, Harbour Desk\n\nThe ferry sank at "
             "noon. "
             "It was full.\n\nThe rescue goes on.\n") ==
        "title: Ferry sinks off Moss\ndek: Two passengers are still missing\nbyline: By Ada Holm, Harbour Desk\n"
        "paragraph: The ferry sank at noon. It was full.\nparagraph: The rescue goes on.");
}

TEST_CASE("plain text: a section, a reading time and a date before or after the headline are bylines") {
  CHECK(
      Text("Business / World\n4 min read\n\nFerry sinks off Moss\n\nTuesday 4 March 2025, 17:00\n\nThe ferry sank at "
           "noon.\n") ==
      "byline: Business / World\nbyline: 4 min read\ntitle: Ferry sinks off Moss\nbyline: Tuesday 4 March 2025, 17:00\n"
      "paragraph: The ferry sank at noon.");
}

TEST_CASE("plain text: a wire story that begins with its place has no headline") {
  CHECK(Text("MOSS, March 4 (Fjord Press) - The ferry sank at noon, officials said.\n\nIt was full.\n") ==
        "paragraph: MOSS, March 4 (Fjord Press) - The ferry sank at noon, officials said.\nparagraph: It was full.");
}

TEST_CASE("plain text: lines that were wrapped by hand are joined") {
  CHECK(Text("Ferry sinks off Moss\n\nThe ferry sank at noon on Tuesday some two miles from the\nharbour, the coast "
             "guard said. It "
             "had left in good weather.\nNobody knows why it sank.\n\nIt was built in 1974.\n") ==
        "title: Ferry sinks off Moss\nparagraph: The ferry sank at noon on Tuesday some two miles from the harbour, "
        "the coast guard "
        "said. It had left in good weather. Nobody knows why it sank.\nparagraph: It was built in 1974.");
}

TEST_CASE("plain text: lines of a program that wraps wider than people do are joined too") {
  CHECK(
      Text("Council buys a ferry\n\nThe council of Moss said on Tuesday that the ferry that it ordered in the spring "
           "of last "
           "year would cost some $4.5\nmillion, and that the yard of Lund would have it ready before the end of "
           "the coming summer or pay for every late week.\nNobody else made an offer.\n") ==
      "title: Council buys a ferry\nparagraph: The council of Moss said on Tuesday that the ferry that it ordered in "
      "the "
      "spring of last year would cost some $4.5 million, and that the yard of Lund would have it ready before the end "
      "of the coming summer or pay for every late week. Nobody else made an offer.");
  // Such lines beside it make no one text of a poem, a table or a list.
  const std::string wide =
      "The council of Moss said on Tuesday that the ferry that it ordered in the spring of last year would cost some "
      "$4.5\nmillion, and no more.\n\n";
  const std::string read = Text(wide +
                                "The sea was grey\nAnd cold was the day\nThe ferry lay\nOff Moss in May\n\n"
                                "- four boats\n- two rafts\n\nBoats  4\nRafts  2\n");
  CHECK(absl::StrContains(read, "$4.5 million"));
  CHECK_FALSE(absl::StrContains(read, "grey And"));
  CHECK(absl::StrContains(read, "list item: four boats\n"));
  CHECK(absl::StrContains(read, "Rafts"));
  CHECK_FALSE(absl::StrContains(read, "4 Rafts"));
}

TEST_CASE("plain text: without empty lines each line is a paragraph") {
  CHECK(Text("Ferry sinks off Moss\nBy Ada Holm\nThe ferry sank at noon on Tuesday, the coast guard said in a short "
             "statement to the "
             "press in Oslo.\nIt was full.\nIt was built in 1974 at the yard of Lund & Sons in the north of the "
             "country, and was due to be "
             "sold.\n") ==
        "title: Ferry sinks off Moss\nbyline: By Ada Holm\nparagraph: The ferry sank at noon on Tuesday, the coast "
        "guard said in a "
        "short statement to the press in Oslo.\nparagraph: It was full.\nparagraph: It was built in 1974 at the yard "
        "of Lund & Sons in "
        "the north of the country, and was due to be sold.");
}

TEST_CASE("plain text: short lines of an address are not joined") {
  CHECK(Text("PORT OF MOSS\nOffice of the Harbour Master\nReport on the loss of the ferry Aurora\n\nThe ferry sank at "
             "noon.\n\n"
             "Ada Holm\nHarbour Master\n") ==
        "title: PORT OF MOSS\ndek: Office of the Harbour Master\ndek: Report on the loss of the ferry Aurora\n"
        "paragraph: The ferry sank at noon.\nbyline: Ada Holm\nbyline: Harbour Master");
}

TEST_CASE("plain text: headings, bullets and numbered items") {
  CHECK(Text("Ferry sinks\n\nThe ferry sank at noon.\n\nWhat is known\n\n• It was full\n- It was  old\n1. It had\n   "
             "one engine\n2) It sank\n\n"
             "Key points:\n\n* No one was hurt\n") ==
        "title: Ferry sinks\nparagraph: The ferry sank at noon.\nheading: What is known\nlist item: It was full\nlist "
        "item: It was old\n"
        "list item: It had one engine\nlist item: It sank\nheading: Key points:\nlist item: No one was hurt");
}

TEST_CASE("plain text: captions and credits") {
  CHECK(Text("Ferry sinks\n\nThe minister, Ada Holm (L), at the harbour of Moss on Tuesday. Getty Images\n\nThe ferry "
             "sank.\n\nPhoto: Fjord "
             "Press\n\nHe told Reuters.\n") ==
        "title: Ferry sinks\ncaption: The minister, Ada Holm (L), at the harbour of Moss on Tuesday. Getty "
        "Images\nparagraph: The ferry "
        "sank.\ncaption: Photo: Fjord Press\nparagraph: He told Reuters.");
}

TEST_CASE("plain text: lines of label and value become cells") {
  CHECK(Text("LOSS OF THE AURORA\n\nThe ferry sank.\n\nTime of loss: 4 March 2025, 12:05\nDepth: 28 m\nPlace: off "
             "Moss\n\nTotal cost: $4.5 "
             "million\n\nCause: Not known. An inquiry was opened.\n") ==
        "title: LOSS OF THE AURORA\nparagraph: The ferry sank.\ntable cell [||head]: Time of loss\ntable cell [Time of "
        "loss|]: 4 March "
        "2025, 12:05\ntable cell [||head]: Depth\ntable cell [Depth|]: 28 m\ntable cell [||head]: Place\ntable cell "
        "[Place|]: off Moss\n"
        "table cell [||head]: Total cost\ntable cell [Total cost|]: $4.5 million\nparagraph: Cause: Not known. An "
        "inquiry was opened.");
}

TEST_CASE("plain text: dotted leaders become cells") {
  CHECK(Text("Budget of Moss\n\nin thousands of crowns\nSchools ............ 4,120\nHarbour............1,300\n") ==
        "title: Budget of Moss\nparagraph: in thousands of crowns\n"
        "table cell [||in thousands of crowns|head]: Schools\ntable cell [Schools||in thousands of crowns]: 4,120\n"
        "table cell [||in thousands of crowns|head]: Harbour\ntable cell [Harbour||in thousands of crowns]: 1,300");
}

TEST_CASE("plain text: columns become cells framed by their heads") {
  CHECK(Text("Votes in Moss\n\nCandidate         Votes    Share\nAda Holm         31,204    52.2%\nSeven other names "
             "1,617     2.8%\n\n"
             "Second table, 2019\nAda Holm\t9,000\nBo Lund\t8,000\n") ==
        "title: Votes in Moss\ntable cell [||head]: Candidate\ntable cell [||head]: Votes\ntable cell [||head]: Share\n"
        "table cell [|Candidate]: Ada Holm\ntable cell [Ada Holm|Votes]: 31,204\ntable cell [Ada Holm|Share]: 52.2%\n"
        "table cell [|Candidate]: Seven other names\ntable cell [Seven other names|Votes]: 1,617\n"
        "table cell [Seven other names|Share]: 2.8%\nheading: Second table, 2019\ntable cell [||Second table, 2019]: "
        "Ada Holm\n"
        "table cell [Ada Holm||Second table, 2019]: 9,000\ntable cell [||Second table, 2019]: Bo Lund\n"
        "table cell [Bo Lund||Second table, 2019]: 8,000");
  CHECK(Text("Votes\n\nThey count.\n\n| Name | Votes |\n|------|-------|\n| Holm | 12 |\n") ==
        "title: Votes\nparagraph: They count.\ntable cell [||head]: Name\ntable cell [||head]: Votes\ntable cell "
        "[|Name]: Holm\n"
        "table cell [Holm|Votes]: 12");
}

TEST_CASE("plain text: two spaces after a full stop make no column") {
  CHECK(Text("The ferry sank.  It was full.\nNobody was hurt.  It was 12 years old.\n") ==
        "paragraph: The ferry sank. It was full.\nparagraph: Nobody was hurt. It was 12 years old.");
}

TEST_CASE("plain text: transcripts have speakers, and their labels are no speech") {
  CHECK(Text("HOST: The ferry sank at noon. Ada Holm was there.\n\nHOLM: It was full.\n\nIt was old, too.\n\nLUND (on "
             "tape): \"We waited.\"\n\n"
             "HOST: Did anybody come?\n\nHOLM: Nobody came.\n") ==
        "paragraph <HOST>: The ferry sank at noon. Ada Holm was there.\nparagraph <HOLM>: It was full.\nparagraph "
        "<HOLM>: It was old, "
        "too.\nbyline: LUND (on tape)\nparagraph <LUND>: \"We waited.\"\nparagraph <HOST>: Did anybody "
        "come?\nparagraph <HOLM>: Nobody "
        "came.");
  CHECK(Text("Q. When did it sink?\nA. At noon.\nQ. Who saw it?\nA. Nobody saw it.\n") ==
        "paragraph <Q>: When did it sink?\nparagraph <A>: At noon.\nparagraph <Q>: Who saw it?\nparagraph <A>: Nobody "
        "saw it.");
}

TEST_CASE("plain text: labels that do not repeat are no speakers") {
  CHECK(Text("Ferry sinks\n\nPolice: Two people are missing.\n\nCause: Nobody knows it yet.\n\nHarbour: It is shut "
             "today.\n") ==
        "title: Ferry sinks\nparagraph: Police: Two people are missing.\nparagraph: Cause: Nobody knows it yet.\n"
        "paragraph: Harbour: It is shut today.");
}

TEST_CASE("plain text: the stamps of a live blog stand by themselves") {
  CHECK(Text("Ferry sinks: live\n\n14:05 — Two people were found.\n\n2:20 p.m. - The search goes on.\n\n[15:00] It is "
             "over.\n") ==
        "title: Ferry sinks: live\nbyline: 14:05\nparagraph: Two people were found.\nbyline: 2:20 p.m.\nparagraph: The "
        "search goes on.\n"
        "byline: 15:00\nparagraph: It is over.");
}

TEST_CASE("plain text: what a page holds beside its article is boilerplate") {
  CHECK(
      Text("Home | News | Sport | Weather\n\nFerry sinks\n\nThe ferry sank.\n\nFacebook\nTwitter\nLinkedIn\n\nRelated "
           "Articles\n\nHarbour to be "
           "dredged\n\nLeave a Reply\n\nYour email address will not be published.\n\nSubscribe via Email\n\nBack to "
           "top button\n\n© 2025 "
           "Fjord Press. All rights reserved.\n") ==
      "boilerplate: Home | News | Sport | Weather\ntitle: Ferry sinks\nparagraph: The ferry sank.\nboilerplate: "
      "Facebook\n"
      "boilerplate: Twitter\nboilerplate: LinkedIn\nboilerplate: Related Articles\nboilerplate: Harbour to be dredged\n"
      "boilerplate: Leave a Reply\nboilerplate: Your email address will not be published.\nboilerplate: Subscribe via "
      "Email\n"
      "boilerplate: Back to top button\nboilerplate: © 2025 Fjord Press. All rights reserved.");
}

TEST_CASE("plain text: a list of related stories ends where the article goes on") {
  CHECK(Text("Ferry sinks\n\nThe ferry sank.\n\nRead more\n\nRelated Stories\n\nHarbour to be dredged\n\nThe harbour "
             "master said on Tuesday that "
             "the search would go on for a week. He had no other news.\n\nNobody was hurt.\n\nThe ferry was old.\n\nIt "
             "was full.\n") ==
        "title: Ferry sinks\nparagraph: The ferry sank.\nboilerplate: Read more\nboilerplate: Related "
        "Stories\nboilerplate: Harbour to be "
        "dredged\nparagraph: The harbour master said on Tuesday that the search would go on for a week. He had no "
        "other news.\n"
        "paragraph: Nobody was hurt.\nparagraph: The ferry was old.\nparagraph: It was full.");
}

TEST_CASE("plain text: appeals to the reader before a prompt to subscribe are boilerplate") {
  CHECK(Text("Ferry sinks\n\nThe ferry sank and the harbour of Moss was shut.\n\nWe bring the harbour to you every "
             "day.\n\nSubscribe to our "
             "newsletter.\n\nThank you!\n") ==
        "title: Ferry sinks\nparagraph: The ferry sank and the harbour of Moss was shut.\nboilerplate: We bring the "
        "harbour to you every "
        "day.\nboilerplate: Subscribe to our newsletter.\nboilerplate: Thank you!");
}

}  // namespace crosscheck
