#include "document/html.h"

#include "unit/document/outline.h"

namespace crosscheck {

namespace {

std::string Html(absl::string_view text) { return Outline(Read("story.html", text)); }

std::string Repeat(absl::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text.append(piece.data(), piece.size());
  return text;
}

}  // namespace

TEST_CASE("HTML: the article's parts have their zones, the rest of the page is boilerplate") {
  CHECK(Html("<!DOCTYPE html><html><head><title>Ferry sinks - Fjord Press</title><style>p {}</style><script>var a = "
             "'<p>no</p>';</script></head>"
             "<body class=\"has-sidebar\"><header><a href=/>Fjord "
             "Press</a><nav><a>World</a><a>Sport</a></nav></header><main><article>"
             "<h1>Ferry sinks</h1><p class=\"standfirst\">Two are missing.</p><div class=\"byline\">By Ada "
             "Holm</div><time>4 March</time>"
             "<figure><img alt=x><figcaption>The harbour</figcaption></figure><p>It <em>sank</em> at "
             "<time>noon</time>.</p>"
             "<h2>What is known</h2><ul><li>It was full<li>It was old</ul><blockquote><p>Nobody came.</p><footer>Bo "
             "Lund</footer></blockquote>"
             "<div class=\"share-buttons\"><a>Post</a></div><aside><p>Get our letter</p></aside></article></main>"
             "<div class=\"related\"><h3>More</h3><ol><li>Harbour dredged</ol></div><form><p>Your "
             "name</p></form><footer>© 2025</footer></body>"
             "</html>") ==
        "boilerplate: Fjord Press\nboilerplate: World Sport\ntitle: Ferry sinks\ndek: Two are missing.\nbyline: By Ada "
        "Holm\nbyline: 4 March\n"
        "caption: The harbour\nparagraph: It sank at noon.\nheading: What is known\nlist item: It was full\nlist item: "
        "It was old\n"
        "quotation: Nobody came.\nbyline: Bo Lund\nboilerplate: Post\nboilerplate: Get our letter\nboilerplate: More\n"
        "boilerplate: Harbour dredged\nboilerplate: Your name\nboilerplate: © 2025");
}

TEST_CASE("HTML: the title element is the headline only where there is no h1") {
  CHECK(Html("<title>Ferry sinks</title><h2>It was full</h2><p>It sank.") ==
        "title: Ferry sinks\nheading: It was full\nparagraph: It sank.");
  CHECK(Html("<title>x</title><h1>Fjord Press</h1><article><h1>Ferry sinks</h1><p>It sank.</article>") ==
        "heading: Fjord Press\ntitle: Ferry sinks\nparagraph: It sank.");
}

TEST_CASE("HTML: an h2 right under the headline that reads like one is the standfirst") {
  CHECK(Html("<h1>Ferry sinks</h1><h2>Two passengers are missing off Moss</h2><p>It sank.<h2>What is known so far "
             "today</h2><p>Little.") ==
        "title: Ferry sinks\ndek: Two passengers are missing off Moss\nparagraph: It sank.\nheading: What is known so "
        "far today\n"
        "paragraph: Little.");
}

TEST_CASE("HTML: cells are framed by their heads, spans counted, the caption noted") {
  CHECK(Html("<p>a<table><caption>In thousands</caption><tr><th>Name<th colspan=2>Votes<tr><th>Holm<td>31<td>32<tr><td "
             "rowspan=2>Lund<td>28<td>29"
             "<tr><td>27<td>26</table>") ==
        "paragraph: a\ncaption: In thousands\ntable cell [||In thousands|head]: Name\ntable cell [||In "
        "thousands|head]: Votes\n"
        "table cell [|Name|In thousands|head]: Holm\ntable cell [Holm|Votes|In thousands]: 31\ntable cell "
        "[Holm|Votes|In thousands]: 32\n"
        "table cell [|Name|In thousands]: Lund\ntable cell [Lund|Votes|In thousands]: 28\ntable cell [Lund|Votes|In "
        "thousands]: 29\n"
        "table cell [Lund|Votes|In thousands]: 27\ntable cell [Lund|Votes|In thousands]: 26");
  CHECK(Html("<p>a<table><tr><td><td>2023<td>2024<tr><td>Crew<td>12<td><p>14</p></table>") ==
        "paragraph: a\ntable cell [||head]: 2023\ntable cell [||head]: 2024\ntable cell [|]: Crew\ntable cell "
        "[Crew|2023]: 12\n"
        "table cell [Crew|2024]: 14");
  CHECK(Html("<p>a<dl><dt>Depth<dd>28 m<dt>Crew<dd>12</dl>") ==
        "paragraph: a\ntable cell [||head]: Depth\ntable cell [Depth|]: 28 m\ntable cell [||head]: Crew\ntable cell "
        "[Crew|]: 12");
}

TEST_CASE("HTML: a table that lays out a page holds no cells") {
  CHECK(Html("<table><tr><td><h1>Ferry sinks</h1><p>It sank.</p><td><table><tr><td>Crew<td>12</table></table>") ==
        "title: Ferry sinks\nparagraph: It sank.\ntable cell [|]: Crew\ntable cell [Crew|]: 12");
}

TEST_CASE("HTML: breaks, references, struck and hidden text, footnotes") {
  CHECK(Html("<p>One<br>two<br><br>three</p>") == "paragraph: One two\nparagraph: three");
  CHECK(Html("<p>a&nbsp;b &amp; c&#8217;s &eacute; &nosuch; AT&T &copy 2025 &lt;b&gt;</p>") ==
        "paragraph: a b & c’s é &nosuch; AT&T © 2025 <b>");
  CHECK(Html("<p>It cost <del>5</del> <s>6</s> 7.<span hidden>8</span><span style=\"display: none\">9</span></p>") ==
        "paragraph: It cost 7.");
  CHECK(Html("<p>It grew 4.5<sup><a href=#n>2</a></sup> percent, 10<sup>6</sup> m<sup>2</sup> or <q>so</q>.</p>") ==
        "paragraph: It grew 4.5 percent, 10 6 m2 or \"so\".");
  CHECK(Html("<p>Depth: 28 m<br>Crew: 12<br>Ships: 3</p><p>It sank.") ==
        "table cell [||head]: Depth\ntable cell [Depth|]: 28 m\ntable cell [||head]: Crew\ntable cell [Crew|]: 12\n"
        "table cell [||head]: Ships\ntable cell [Ships|]: 3\nparagraph: It sank.");
  CHECK(Html("<p>It sank.<pre>Ships ..... 12\nCrew ...... 140\n</pre>") ==
        "paragraph: It sank.\ntable cell [||head]: Ships\ntable cell [Ships|]: 12\ntable cell [||head]: Crew\ntable "
        "cell [Crew|]: 140");
}

TEST_CASE("HTML: malformed pages are read as browsers read them") {
  CHECK(
      Html(
          "<h1>Ferry sinks<p>It <b>sank<p>at noon</b></i>. <![CDATA[x]]><div></p>Full &amp old & so on<table><td>12") ==
      "title: Ferry sinks\nparagraph: It sank\nparagraph: at noon.\nparagraph: Full & old & so on\nparagraph: 12");
  CHECK(Html("text <") == "paragraph: text <");
  CHECK(Html("<p>ab</td><\u2014td>cd & 1 < 2 <b>or</b> 3 <4") == "paragraph: ab<\u2014td>cd & 1 < 2 or 3 <4");
  CHECK(Html("<p>a</p><table>stray<tr><td>b<td>1<tr><td>c<td>2</table>") ==
        "paragraph: a\nparagraph: stray\ntable cell [|]: b\ntable cell [b|]: 1\ntable cell [|]: c\ntable cell [c|]: 2");
  // Nothing but markup is a document without blocks.
  CHECK(Read("a.html", "<p></p>").blocks().empty());
}

TEST_CASE("HTML: deep nesting costs no stack") {
  for (absl::string_view tag : {"div", "b", "ul><li", "table><tr><td", "blockquote", "span", "q", "dl><dd"}) {
    CAPTURE(tag);
    const Document document = Read("a.html", Repeat(absl::StrCat("<", tag, ">"), 10'000) + "The ferry sank.");
    CHECK(document.blocks().back().text.find("The ferry sank.") != std::string::npos);
  }
}

TEST_CASE("HTML: a page nested beyond measure is read as plain text, in time") {
  const Document document = Read("a.html", Repeat("<div>\n", 200'000) + "The ferry sank.");
  CHECK(document.blocks().back().text == "The ferry sank.");
  // End tags that may be left out do not count.
  CHECK(Read("a.html", Repeat("<p>The ferry sank.<br>", 30'000)).blocks().size() == 30'000);
}

TEST_CASE("DecodeEntity resolves references by name and number, and leaves others as they are") {
  CHECK(DecodeEntity("&amp;") == "&");
  CHECK(DecodeEntity("&eacute;") == "é");
  CHECK(DecodeEntity("&#8217;") == "’");
  CHECK(DecodeEntity("&#x20AC;") == "€");
  CHECK(DecodeEntity("&nosuch;") == "&nosuch;");
}

}  // namespace crosscheck
