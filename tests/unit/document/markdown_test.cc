#include "unit/document/outline.h"

namespace crosscheck {

namespace {

std::string Markdown(absl::string_view text) { return Outline(Read("story.md", text)); }

}  // namespace

TEST_CASE("Markdown: headline, standfirst, byline, headings, quotations and lists") {
  CHECK(Markdown("# Ferry *sinks*\n\n*Two passengers are missing*\n\n**By Ada Holm, Harbour Desk**\n\nThe ferry "
                 "[sank](http://x.example)\nat "
                 "noon.\n\n## What is known\n\n- It was **full**\n- It was old\n  1. very old\n\n> Nobody "
                 "came.\n\n**By the numbers**\n\n"
                 "12 people were hurt.\n") ==
        "title: Ferry sinks\ndek: Two passengers are missing\nbyline: By Ada Holm, Harbour Desk\nparagraph: The ferry "
        "sank at noon.\n"
        "heading: What is known\nlist item: It was full\nlist item: It was old\nlist item: very old\nquotation: Nobody "
        "came.\n"
        "heading: By the numbers\nparagraph: 12 people were hurt.");
}

TEST_CASE("Markdown: without a first-level heading another heading or a bold line is the headline") {
  CHECK(Markdown("### Ferry sinks\n\nIt sank.\n") == "title: Ferry sinks\nparagraph: It sank.");
  CHECK(Markdown("**Ferry sinks off Moss**\n\n*It was full*\n\nIt sank. **All** left.\n") ==
        "title: Ferry sinks off Moss\ndek: It was full\nparagraph: It sank. All left.");
  CHECK(Markdown("**FJORD PRESS · Moss, day 2**\n\n# Ferry sinks\n\nIt sank.\n") ==
        "byline: FJORD PRESS · Moss, day 2\ntitle: Ferry sinks\nparagraph: It sank.");
}

TEST_CASE("Markdown: tables are framed by their heads") {
  CHECK(Markdown("# Votes\n\nFigures in thousands:\n\n| Name | Votes | Share |\n|---|--:|---|\n| **Holm** | 31 | |\n| "
                 "Lund | 28 | 47% |\n") ==
        "title: Votes\nheading: Figures in thousands:\ntable cell [||Figures in thousands:|head]: Name\n"
        "table cell [||Figures in thousands:|head]: Votes\ntable cell [||Figures in thousands:|head]: Share\n"
        "table cell [|Name|Figures in thousands:]: Holm\ntable cell [Holm|Votes|Figures in thousands:]: 31\n"
        "table cell [|Name|Figures in thousands:]: Lund\ntable cell [Lund|Votes|Figures in thousands:]: 28\n"
        "table cell [Lund|Share|Figures in thousands:]: 47%");
}

TEST_CASE("Markdown: a transcript in bold labels has speakers") {
  CHECK(Markdown("# Call of Moss Lines\n\n**Operator:** The first question is from Bo Lund.\n\n**Bo Lund:** Will it "
                 "float?\n\n**Ada Holm, CEO:** "
                 "It will. We tried.\n\n**Bo Lund:** Thank you all.\n") ==
        "title: Call of Moss Lines\nparagraph <Operator>: The first question is from Bo Lund.\nparagraph <Bo Lund>: "
        "Will it float?\n"
        "byline: Ada Holm, CEO\nparagraph <Ada Holm>: It will. We tried.\nparagraph <Bo Lund>: Thank you all.");
}

TEST_CASE("Markdown: front matter and comments are no text, but title and date are kept as bylines") {
  CHECK(Markdown("---\ntitle: \"Ferry sinks\"\ndraft: true\ndate: 2025-03-04\n---\n\n# Ferry sinks\n\n<!-- check this "
                 "-->\n\nIt sank<!-- really -->.\n") ==
        "byline: Ferry sinks\nbyline: 2025-03-04\ntitle: Ferry sinks\nparagraph: It sank.");
  CHECK(Markdown("---\n\nIt sank.\n") == "paragraph: It sank.");
}

TEST_CASE("Markdown: labelled lines, raw HTML and code blocks are read") {
  CHECK(Markdown("# Loss\n\nThe ferry sank.\n\nDepth: 28 m  \nCrew: 12  \nPlace: Moss\n\n<figure><figcaption>The "
                 "harbour</figcaption></figure>\n\n"
                 "```\nShips ...... 12\n```\n\n![The ferry](a.png)\n\n~5% to ~7% left.\n") ==
        "title: Loss\nparagraph: The ferry sank.\ntable cell [||head]: Depth\ntable cell [Depth|]: 28 m\ntable cell "
        "[||head]: Crew\n"
        "table cell [Crew|]: 12\ntable cell [||head]: Place\ntable cell [Place|]: Moss\ncaption: The harbour\n"
        "table cell [||head]: Ships\ntable cell [Ships|]: 12\nparagraph: ~5% to ~7% left.");
}

TEST_CASE("Markdown: a caption in italics is a caption") {
  CHECK(Markdown("# Loss\n\nThe ferry sank.\n\n*Photo caption: The harbour on Monday.*\n") ==
        "title: Loss\nparagraph: The ferry sank.\ncaption: Photo caption: The harbour on Monday.");
}

}  // namespace crosscheck
