#include "match/matcher.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "match/abstraction.h"

namespace crosscheck {

namespace {

// A segment with its items in square brackets: "[org:Acme] booked [money:$3 million]".
AbstractedSegment SegmentOf(absl::string_view marked, std::string& text) {
  std::vector<SlotItem> items;
  text.clear();
  for (size_t at = 0; at < marked.size(); ++at) {
    if (marked[at] != '[') {
      text.push_back(marked[at]);
      continue;
    }
    const size_t colon = marked.find(':', at);
    const size_t close = marked.find(']', at);
    SlotItem item;
    item.type = std::string(marked.substr(at + 1, colon - at - 1));
    item.span.begin = text.size();
    text += std::string(marked.substr(colon + 1, close - colon - 1));
    item.span.end = text.size();
    items.push_back(item);
    at = close;
  }
  return Abstract(text, items);
}

constexpr char kDefinitions[] = R"yaml(version: 1
lexicons:
  trend: {rise: [rise~, grow~, "go~ up"], fall: [fall~, drop~]}
  up: [rise, climb]
  down: [fall]
entities:
  acme: {type: org, names: [Acme]}
  widget: {type: product, names: [Widget]}
patterns:
  booked: '(reported|booked) ... {money:value}'
rules:
)yaml";

std::unique_ptr<const Matcher> MatcherOf(const std::string& rules, const std::string& unless = "") {
  std::string yaml = absl::StrCat(kDefinitions, "  - id: r\n    attribute: a\n    compare: text\n    patterns:\n");
  absl::StrAppend(&yaml, "      - ", rules, "\n");
  if (!unless.empty()) absl::StrAppend(&yaml, "    unless: ['", unless, "']\n");
  std::vector<Diagnostic> diagnostics;
  // Not ParseRules: what is matched here need not make a claim.
  const auto set = ReadRules({{"t.yaml", yaml}}, diagnostics);
  diagnostics.clear();
  auto matcher = Matcher::Compile(*set, diagnostics);
  for (const Diagnostic& d : diagnostics) MESSAGE(FormatDiagnostic(d));
  REQUIRE(matcher.ok());
  return *std::move(matcher);
}

// "matched words {name=text/group, …}" for each match, joined by "; ".
std::string MatchesOf(const Matcher& matcher, absl::string_view marked) {
  std::string text;
  const AbstractedSegment segment = SegmentOf(marked, text);
  std::string out;
  for (const PatternMatch& match : matcher.Match(segment)) {
    absl::StrAppend(&out, out.empty() ? "" : "; ", text.substr(match.span.begin, match.span.size()));
    for (const Capture& capture : match.captures) {
      absl::StrAppend(&out, " {", capture.name, "=", text.substr(capture.span.begin, capture.span.size()),
                      capture.group.empty() ? "" : "/", capture.group, capture.item >= 0 ? "*" : "", "}");
    }
  }
  return out;
}

struct Row {
  const char* pattern;
  const char* text;
  const char* want;
};

constexpr Row kRows[] = {
    {"'the board'", "The Board met", "The Board"},
    {"'the board'", "the boardroom met", ""},
    {"'board'", "skateboard and board-level", "board"},
    {"'the new? board'", "the new board; the board", "the new board; the board"},
    {"'new? board'", "a board, a new board", "board; new board"},
    {"'(cut|lower)~ its outlook'", "It lowered its outlook", "lowered its outlook"},
    {"'cut~'", "cutting and recut and cuts", "cutting; cuts"},
    {"'write down'", "a write-down and a write down", "write-down; write down"},
    {"'write-down'", "a write down", "write down"},
    {"'the previous administration'", "the “previous administration” said", "the “previous administration"},
    {"'{org:subject} ... revenue of {money:value}'", "[org:Acme] said it had revenue of [money:$3 million] in May",
     "Acme said it had revenue of $3 million {subject=Acme*} {value=$3 million*}"},
    {"'{org:subject} revenue'", "[acme:Acme]'s revenue", "Acme's revenue {subject=Acme*}"},
    {"'{acme} revenue'", "[acme:Acme] revenue, [org:Other] revenue", "Acme revenue {acme=Acme*}"},
    {"'{product} sold'", "[widget:Widget] sold, [product:Gadget] sold, [org:X] sold",
     "Widget sold {product=Widget*}; Gadget sold {product=Gadget*}"},
    {"'{name:who} left'", "[widget:Widget] left, [person:Ann] left, [money:$3] left, [thing:It] left",
     "Widget left {who=Widget*}; Ann left {who=Ann*}; It left {who=It*}"},
    {"'{value:v} people'", "[number:31] people, [org:Acme] people", "31 people {v=31*}"},
    {"'{org|person:who} said'", "[person:Ann] said, [org:Acme] said, [place:Rome] said",
     "Ann said {who=Ann*}; Acme said {who=Acme*}"},
    {"'sales {lexicon:trend} to {money}'", "Sales fell to [money:$3]",
     "Sales fell to $3 {trend=fell/fall} {money=$3*}"},
    {"'sales {trend:direction}'", "sales went up", "sales went up {direction=went up/rise}"},
    {"'sales {up|down:direction}~'", "sales climbed; sales fell",
     "sales climbed {direction=climbed/up}; sales fell {direction=fell/down}"},
    {"'{trend.rise:d}'", "it grew and fell", "grew {d=grew/rise}"},
    {"'a ...{0,2} b'", "a x y b", "a x y b"},
    {"'a ...{0,2} b'", "a x y z b", ""},
    {"'a ...{2,4} b'", "a b x b", "a b x b"},
    {"'a ... b'", "a 1 2 3 4 5 6 7 8 9 10 11 12 b", "a 1 2 3 4 5 6 7 8 9 10 11 12 b"},
    {"'a ... b'", "a 1 2 3 4 5 6 7 8 9 10 11 12 13 b", ""},
    {"'a ... b c'", "a b x b c", "a b x b c"},
    {"'a ... b ... c'", "a b a b c a b c", "a b a b c; a b c"},
    {"'{pattern:booked}'", "it booked sales of [money:$3]", "booked sales of $3 {value=$3*}"},
    {"'x (a ... b|c)? d'", "x d; x c d; x a q b d", "x d; x c d; x a q b d"},
    {"'x ... (very|quite)? ... d'", "x 1 very 2 d", "x 1 very 2 d"},
    {"'u.s. president'", "the U.S. president", "U.S. president"},
    {"'president'", "ex-president and vice-president; co-president", ""},
    {"'what\\?'", "what? whatever", "what?"},
    {"'called {text:value} by'", "called the big one by all", "called the big one by {value=the big one}"},
    {"'élan'", "un Élan vital, mélange", "Élan"},
    {"{regex: 'rev[a-z]+: {money:value}'}", "revenue: [money:$3]", "revenue: $3 {value=$3*}"},
    {"{regex: '(?P<who>{org}) of'}", "[org:Acme] of", "Acme of {who=Acme*}"},
    {"{regex: 'x{2,3}'}", "xxxx", "xxx"},
    {"'{money:a} (and|to) {money:b}'", "[money:$3] to [money:$4]", "$3 to $4 {a=$3*} {b=$4*}"},
    {"'\"{text:value}\" said'", "\"we won\" said he", "\"we won\" said {value=we won}"},
    {"'{org}''s share'", "[org:Acme]’s share", "Acme’s share {org=Acme*}"},
};

}  // namespace

TEST_CASE("patterns match as the rule reference says") {
  for (const Row& row : kRows) {
    CAPTURE(row.pattern);
    CAPTURE(row.text);
    CHECK(MatchesOf(*MatcherOf(row.pattern), row.text) == row.want);
  }
}

TEST_CASE("an unless pattern vetoes the segment") {
  const auto matcher = MatcherOf("'revenue of {money:value}'", "adjust~");
  CHECK(MatchesOf(*matcher, "revenue of [money:$3]") == "revenue of $3 {value=$3*}");
  CHECK(MatchesOf(*matcher, "adjusted revenue of [money:$3]") == "");
}

TEST_CASE("an abstracted segment maps every byte back") {
  std::string text;
  const AbstractedSegment segment = SegmentOf("“[org:Ács]” – [money:$3]\ue000!", text);
  CHECK(segment.text.size() == segment.source.size());
  CHECK(segment.text.size() == segment.item_at.size());
  CHECK(segment.text.substr(0, 1) == "\"");
  CHECK(segment.source[0] == TextSpan{0, 3});
  CHECK(segment.item_at[1] == 0);
  CHECK(segment.source[1] == segment.items[0].span);
  CHECK(segment.text.find("\ue000") == segment.text.rfind("\ue000"));  // the text's own is not taken for money
}

}  // namespace crosscheck
