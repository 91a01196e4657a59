#include <doctest/doctest.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "crosscheck/document.h"
#include "unit/document/office_files.h"
#include "unit/document/outline.h"

namespace crosscheck {

namespace {

Document ReadBody(absl::string_view body, const std::map<std::string, std::string>& parts = {}) {
  absl::StatusOr<Document> document = ReadFileBytes("draft.docx", MakeDocx(body, parts));
  REQUIRE_MESSAGE(document.ok(), document.status().message());
  return *std::move(document);
}

std::string ErrorOf(std::string bytes) { return WhyUnread("draft.docx", std::move(bytes)); }

const char* const kStyles =
    "<w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
    "<w:style w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>"
    "<w:style w:styleId=\"Own\"><w:name w:val=\"Our subheads\"/><w:basedOn w:val=\"H2\"/></w:style>"
    "<w:style w:styleId=\"Loop\"><w:name w:val=\"Loop\"/><w:basedOn w:val=\"Loop\"/></w:style>";

std::string Cell(absl::string_view text) { return absl::StrCat("<w:tc>", ParagraphXml(text), "</w:tc>"); }

std::string Repeated(size_t times, absl::string_view text) {
  std::string out;
  for (size_t i = 0; i < times; ++i) absl::StrAppend(&out, text);
  return out;
}

}  // namespace

TEST_CASE("a .docx has the zones of its styles, and places by paragraph and character") {
  const Document document =
      ReadBody(ParagraphXml("Ferry sinks off Brell", "<w:pStyle w:val=\"Titel\"/>") + ParagraphXml(" ") +
                   ParagraphXml("The ferry sank on Monday, the coast guard said.") +
                   ParagraphXml("What comes next", "<w:pStyle w:val=\"Own\"/>") +
                   ParagraphXml("Divers will look for 12 people.", "<w:numPr><w:numId w:val=\"3\"/></w:numPr>") +
                   ParagraphXml("It cost $5 million.", "<w:pStyle w:val=\"Loop\"/>"),
               {{"styles", kStyles}});
  CHECK(Outline(document) ==
        "title: Ferry sinks off Brell\nparagraph: The ferry sank on Monday, the coast guard said.\n"
        "heading: What comes next\nlist item: Divers will look for 12 people.\nparagraph: It cost $5 million.");
  CHECK(PlaceOf(document, "Monday") == "paragraph 2, character 19");
  CHECK(PlaceOf(document, "$5 million") == "paragraph 5, character 9");
  CHECK(document.has_places());
  CHECK(document.AfterPath(0) == ", paragraph 1, character 1");
  CHECK(document.LineWords(0) == "paragraph 1");
  CHECK(document.notes().empty());
  CHECK(document.sha256().size() == 64);
  CHECK(document.file_size() > 0);
}

TEST_CASE("tracked changes of a .docx are read as accepted, and a note says so") {
  const Document document = ReadBody(
      "<w:p><w:r><w:t xml:space=\"preserve\">Repairs cost "
      "</w:t></w:r><w:del><w:r><w:delText>$3</w:delText></w:r></w:del>"
      "<w:ins><w:r><w:t>$5</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> million, it </w:t></w:r>"
      "<w:moveFrom><w:r><w:t>now </w:t></w:r></w:moveFrom><w:r><w:t>said.</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">The ferry </w:t></w:r></w:p>" +
      ParagraphXml("sank.") + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + Cell("gone") + Cell("9") + "</w:tr></w:tbl>");
  CHECK(Outline(document) == "paragraph: Repairs cost $5 million, it said.\nparagraph: The ferry sank.");
  REQUIRE(document.notes().size() == 1);
  CHECK(document.notes()[0] == "tracked changes are read as accepted: 1 insertion, 3 deletions, 1 move");
}

TEST_CASE("hidden, struck-out and instruction text of a .docx is no text; comments are none either") {
  const Document document = ReadBody(
      "<w:p><w:r><w:t>It sank.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
      "<w:r><w:rPr><w:strike/></w:rPr><w:t>wrong</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
      "<w:r><w:instrText>PAGE 99</w:instrText><w:t>PAGE</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
      "<w:r><w:t xml:space=\"preserve\"> See 7.</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
      {{"comments", "<w:comment w:id=\"1\">" + ParagraphXml("check") + "</w:comment>"}});
  CHECK(Outline(document) == "paragraph: It sank. See 7.");
  REQUIRE(document.notes().size() == 2);
  CHECK(document.notes()[0] == "hidden text is left out");
  CHECK(document.notes()[1] == "text that is struck out is left out");
}

TEST_CASE("tables, notes, text boxes, headers and line breaks of a .docx are read") {
  const Document document =
      ReadBody(ParagraphXml("The year in figures was published on Monday.") + "<w:tbl><w:tr>" + Cell("Year") +
                   Cell("Revenue") + "</w:tr><w:tr>" + Cell("Brell") + Cell("$612 million") +
                   "</w:tr></w:tbl><w:p><w:r><w:t>One line</w:t><w:br/><w:t>and two.</w:t><w:footnoteReference "
                   "w:id=\"2\"/></w:r>"
                   "<w:r><w:pict><w:txbxContent>" +
                   ParagraphXml("In the box.") + "</w:txbxContent></w:pict></w:r></w:p>",
               {{"footnotes", "<w:footnote w:id=\"2\">" + ParagraphXml("Without tax of $9.") +
                                  "</w:footnote><w:footnote w:id=\"3\">" + ParagraphXml("Unused.") + "</w:footnote>"},
                {"header1", ParagraphXml("For release")}});
  CHECK(Outline(document) ==
        "paragraph: The year in figures was published on Monday.\ntable cell [||head]: Year\ntable cell [||head]: "
        "Revenue\n"
        "table cell [|Year]: Brell\ntable cell [Brell|Revenue]: $612 million\nparagraph: One line and two.\n"
        "paragraph: In the box.\nparagraph: Without tax of $9.\nboilerplate: For release");
  CHECK(PlaceOf(document, "$612 million") == "table 1, row 2, column 2, character 1");
  CHECK(PlaceOf(document, "and two") == "paragraph 2, character 10");
  CHECK(PlaceOf(document, "$9") == "footnote 1, character 16");
}

TEST_CASE("a hostile .docx is refused with a reason") {
  const std::string good = MakeDocx(ParagraphXml("It sank."));
  const struct {
    std::string bytes;
    std::string why;
  } kCases[] = {
      {"", "is empty"},
      {"It sank.", "is no Word document: is no zip archive"},
      {good.substr(0, good.size() / 2), "is no zip archive, or one that was cut short"},
      {std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(600, '\0'),
       "is encrypted, or a Word file of the old"},
      {MakeZip({{"a.txt", "x"}}), "it has no part 'word/document.xml'"},
      {MakeZip({{"word/document.xml", "<workbook/>"}}), "its main part is a 'workbook'"},
      {MakeZip({{"word/document.xml", "<w:document><w:body>"}}), "is no XML"},
      {MakeZip({{"word/document.xml", std::string("\0\1\2", 3)}}), "is no XML"},
      {MakeZip({{"word/document.xml", "<w:document/>"}}, true), "is encrypted"},
      {MakeZip({{"word/document.xml", std::string(size_t{33} << 20, ' ')}}), "unfolds to more than 32 MiB"},
      {MakeDocx(""), "holds no text"},
      {MakeDocx(ParagraphXml("caf\xE9")), "its text is not valid UTF-8"},
      {MakeDocx(Repeated(5000, "<w:sdt><w:sdtContent>") + Repeated(5000, "</w:sdtContent></w:sdt>")),
       "nests more than"},
      {MakeDocx(Repeated(3000, "<w:tbl><w:tr><w:tc>") + ParagraphXml("x") + Repeated(3000, "</w:tc></w:tr></w:tbl>")),
       "nests more than"},
      {MakeDocx("<w:p>" + Repeated(5000, "<w:ins>") + Repeated(5000, "</w:ins>") + "</w:p>"), "nests more than"},
      {MakeDocx("<w:tbl><w:tr>" + Repeated(200001, "<w:tc/>") + "</w:tr></w:tbl>"), "more than 200000 table cells"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.why);
    const std::string error = ErrorOf(c.bytes);
    CAPTURE(error);
    CHECK(absl::StrContains(error, c.why));
  }
}

TEST_CASE("a .docx cut anywhere or with a byte changed is read or refused, and never worse") {
  const std::string good =
      MakeDocx(ParagraphXml("The ferry sank on Monday.") + "<w:tbl><w:tr>" + Cell("a") + Cell("1") + "</w:tr></w:tbl>");
  for (size_t at = 0; at < good.size(); at += 7) {
    CAPTURE(at);
    CHECK(ErrorOf(good.substr(0, at)) != "read");
    std::string changed = good;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    CheckReadOrRefused("draft.docx", changed);
  }
}

TEST_CASE("a text that was taken out of a .docx or a PDF before is plain text") {
  DocumentInfo info;
  info.path = "story.pdf";
  const absl::StatusOr<Document> document = Document::FromText(info, "It sank on Monday.\n");
  REQUIRE(document.ok());
  CHECK(!document->has_places());
  CHECK(document->AfterPath(3) == ":1:4");
}

}  // namespace crosscheck
